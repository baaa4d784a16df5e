/** One draft in the place of another: rows go, rows come, the head keeps its known names. */

import { blocks, type Column, type Draft } from './draft.ts'
import type { Edit } from './edit.ts'

/** What a form is known by where it stands: no file that is taken in renames it. */
const known: ReadonlySet<Column> = new Set(['region', 'department', 'supervisor', 'implementer', 'fiscalYear'])

/** Edits that put the rows of `wanted` into `present`, and what its head says beside names and year. */
export function replacing(present: Draft, wanted: Draft): Edit[] {
  const edits: Edit[] = []
  for (const block of blocks) {
    const rows = present[block]
    for (let index = rows.length - 1; index >= 0; index--) {
      edits.push({ kind: 'delete', block, after: rows[index - 1]?.id ?? null, row: rows[index]! })
    }
    let after: string | null = null
    for (const row of wanted[block]) {
      edits.push({ kind: 'insert', block, after, row })
      after = row.id
    }
  }
  for (const [column, to] of Object.entries(wanted.head.cells)) {
    const from = present.head.cells[column] ?? ''
    if (from === to || known.has(column)) continue
    edits.push({ kind: 'cell', row: 'head', column, from, to, mark: wanted.head.marks?.[column] ?? null })
  }
  return edits
}
