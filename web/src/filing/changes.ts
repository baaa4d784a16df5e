/** What changed since a form was last handed back: by the record, cell by cell, with what stood there before. */

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FilingView, RecordEntry } from '../../../src/api/types.ts'
import { cellAtPath, type Draft, type Edit, findRow, pathOf, textAt } from '../../../src/core/draft/index.ts'
import type { FormPath } from '../../../src/core/model/index.ts'
import { ask } from '../desk/api.ts'

export interface CellChange {
  readonly path: FormPath
  readonly from: string
  readonly to: string
}

export interface Changes {
  /** The return, as the record has it; null where the form never came back. */
  readonly since: RecordEntry | null
  readonly cells: readonly CellChange[]
  /** Rows that were put in or taken out. */
  readonly added: number
  readonly removed: number
}

/** Edits in the order they were made, summed up by cell; a cell that is as it was did not change. */
export function changesBy(draft: Draft, edits: readonly Edit[]): Omit<Changes, 'since'> {
  const before = new Map<string, { readonly row: string; readonly column: string; readonly from: string }>()
  const added = new Set<string>()
  const removed = new Set<string>()
  for (const edit of edits) {
    if (edit.kind === 'cell') {
      const key = `${edit.row} ${edit.column}`
      if (!before.has(key)) before.set(key, { row: edit.row, column: edit.column, from: edit.from })
    } else if (edit.kind === 'insert' && !removed.delete(edit.row.id)) added.add(edit.row.id)
    else if (edit.kind === 'delete' && !added.delete(edit.row.id)) removed.add(edit.row.id)
  }
  const cells = [...before.values()].flatMap(({ row, column, from }): CellChange[] => {
    const found = findRow(draft, row)?.row
    const path = pathOf(draft, { row, column })
    if (found === undefined || path === null || added.has(row)) return []
    const to = textAt(found, column)
    return to === from ? [] : [{ path, from, to }]
  })
  const rows = [...added].flatMap((row): CellChange[] => {
    const found = findRow(draft, row)
    const path = found === undefined ? null : pathOf(draft, { row, column: nameColumn[found.block ?? 'facts'] })
    const own = path === null ? null : cellAtPath(draft, path)
    return path === null || own === null ? [] : [{ path, from: '', to: textAt(found!.row, own.column) }]
  })
  return { cells: [...cells, ...rows], added: added.size, removed: removed.size }
}

const nameColumn = { indicators: 'name', tasks: 'name', goals: 'stated', facts: 'text' } as const

function isEdit(entry: RecordEntry): entry is RecordEntry & { readonly event: { readonly edits: readonly Edit[] } } {
  return entry.event.kind === 'edit'
}

export function useChanges({ summary, state, draft }: FilingView): Changes {
  const { data } = useQuery({
    queryKey: ['record', summary.id, 'changes', state.round, summary.revision],
    queryFn: () => ask('GET /api/filings/:id/record', { params: { id: summary.id }, query: { limit: 500 } }),
    enabled: state.round > 0,
    // While somebody types the last answer stands.
    placeholderData: (before) => before,
  })
  return useMemo(() => {
    const items = data?.items ?? []
    const since = items.find(({ event }) => event.kind === 'return' || event.kind === 'recall') ?? null
    if (since === null) return { since, cells: [], added: 0, removed: 0 }
    const later = items.filter(({ seq }) => seq > since.seq).filter(isEdit)
    return {
      since,
      ...changesBy(
        draft,
        later.reverse().flatMap(({ event }) => event.edits),
      ),
    }
  }, [data, draft])
}
