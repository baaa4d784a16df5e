/** Many cells at once: a block pasted, a cell filled down, points shared out. Each is a list of edits for `applyAll`. */

import { largestRemainder } from '../arithmetic/index.ts'
import { gather } from '../model/gather.ts'
import { Exact } from '../model/index.ts'
import { readNumber } from '../values/index.ts'
import { type Block, type Column, type Draft, type DraftRow, findRow, type RowId, textAt } from './draft.ts'
import type { Edit } from './edit.ts'
import type { CellAddress } from './paths.ts'

function setText(row: DraftRow, column: Column, to: string): Edit[] {
  const from = textAt(row, column)
  return from === to ? [] : [{ kind: 'cell', row: row.id, column, from, to }]
}

const levels: ReadonlySet<Column> = new Set(['level1', 'level2'])

/** A spreadsheet hands over the text of a merged cell once: below it the labels of levels are empty and mean the same. */
function withLabelsDown(
  texts: readonly (readonly string[])[],
  columns: readonly Column[],
): readonly (readonly string[])[] {
  const above: string[] = []
  return texts.map((row) =>
    row.map((text, at) => {
      if (!levels.has(columns[at] ?? '')) return text
      if (text !== '') above[at] = text
      return text === '' ? (above[at] ?? '') : text
    }),
  )
}

export interface Paste {
  readonly edits: readonly Edit[]
  /** Columns of the block that stand beyond the last column of the table, and were left out. */
  readonly cut: number
}

/**
 * A block of texts with its upper left corner at a cell. `columns`: the table's columns as they are shown, left to right. Rows
 * that are not there are added at the end. Null where the cell is not in a table.
 */
export function pasteBlock(
  draft: Draft,
  corner: CellAddress,
  texts: readonly (readonly string[])[],
  columns: readonly Column[],
  newId: () => RowId,
): Paste | null {
  const found = findRow(draft, corner.row)
  const first = columns.indexOf(corner.column)
  if (found === undefined || found.block === null || first < 0) return null
  const block: Block = found.block
  const shown = columns.slice(first)
  const rows = draft[block]
  const edits: Edit[] = []
  let last = rows.at(-1)!.id
  const filled = withLabelsDown(
    texts.map((row) => row.map((text) => text.trim())),
    shown,
  )
  filled.forEach((line, index) => {
    const row = rows[found.index + index]
    const pasted = gather(shown, (column, at) => (line[at] === undefined ? [] : [[column, line[at]!] as const]))
    if (row !== undefined) {
      edits.push(...gather(pasted, ([column, to]) => setText(row, column, to)))
      return
    }
    const id = newId()
    const cells = Object.fromEntries(pasted.filter(([, text]) => text !== ''))
    edits.push({ kind: 'insert', block, after: last, row: { id, cells } })
    last = id
  })
  const widest = texts.reduce((most, { length }) => Math.max(most, length), 0)
  return { edits, cut: Math.max(0, widest - shown.length) }
}

/** The text of the first row's cell into the same column of the others. Rows that are not there are left out. */
export function fillDown(draft: Draft, rows: readonly RowId[], column: Column): readonly Edit[] {
  const [first, ...others] = gather(rows, (id) => findRow(draft, id)?.row ?? [])
  if (first === undefined) return []
  return gather(others, (row) => setText(row, column, textAt(first, column)))
}

/** How points are shared out: `equal`; `asWritten`, in proportion to what stands there; or by given shares (money), one a row. */
export type Sharing = 'equal' | 'asWritten' | readonly string[]

function sharesOf(rows: readonly DraftRow[], sharing: Sharing): Exact[] {
  return rows.map((row, index) => {
    if (sharing === 'equal') return Exact.one
    const text = sharing === 'asWritten' ? textAt(row, 'weight') : (sharing[index] ?? '')
    return readNumber(text).value ?? Exact.zero
  })
}

/**
 * Weights that add up to exactly `total`, by largest remainder, with so many decimals. What is no number counts as no share;
 * where nobody has one, all are equal. Empty where the total is no number.
 */
export function allocateWeights(
  draft: Draft,
  rows: readonly RowId[],
  total: string,
  sharing: Sharing,
  decimals = 2,
): readonly Edit[] {
  const present = gather(rows, (id) => findRow(draft, id)?.row ?? [])
  const points = readNumber(total).value
  if (points === null) return []
  const parts = largestRemainder(sharesOf(present, sharing), points, decimals)
  return gather(present, (row, index) => setText(row, 'weight', parts[index]!.toString()))
}

/** Rows in the order of another list of ids, as moves; rows that the list does not name keep their places behind. */
export function reorder(draft: Draft, block: Block, order: readonly RowId[]): readonly Edit[] {
  const present = draft[block].map(({ id }) => id)
  const named = order.filter((id) => present.includes(id))
  const edits: Edit[] = []
  let after: RowId | null = null
  for (const row of named) {
    const index = present.indexOf(row)
    const from: RowId | null = present[index - 1] ?? null
    if (from !== after) {
      edits.push({ kind: 'move', block, row, from, to: after })
      present.splice(index, 1)
      present.splice(after === null ? 0 : present.indexOf(after) + 1, 0, row)
    }
    after = row
  }
  return edits
}
