/** Which physical column of a table holds which field: header positions where they can be trusted, else kinds of cells. */

import type { Leaf } from './headers/headers.ts'
import { type CellKind, kindOf } from './kinds.ts'
import { COUNTER, mayCount, misfit } from './misfit.ts'
import type { SourceRow } from './source.ts'

/** Fields by physical column: `fields[c]`; columns left of the first field, and those no leaf claims, carry ''. */
export type ColumnMap = readonly string[]

/** Tables wider than this are no self-evaluation forms; the rest of their columns is left unread. */
const WIDEST = 200
/** Rows looked at to learn what a column holds. */
const SAMPLE = 300
/** Cost of a full column that no leaf takes, in hundredths. */
const UNCLAIMED = 200

/** Header positions are right: each leaf owns its columns and the unnamed ones to its right. */
export function columnsByHeader(leaves: readonly Leaf[]): ColumnMap {
  const fields: string[] = []
  const ordered = [...leaves].sort((a, b) => a.column - b.column)
  ordered.forEach((leaf, index) => {
    const end = ordered[index + 1]?.column ?? Math.max(leaf.column + leaf.columnSpan, leaf.column + 1)
    for (let column = fields.length; column < leaf.column; column++) fields[column] = ''
    for (let column = leaf.column; column < Math.min(end, WIDEST); column++) fields[column] = leaf.field
  })
  return fields
}

/** What stands in a physical column: how many cells of each kind. */
interface Column {
  readonly kinds: Map<CellKind, number>
  count: number
  /** Of the words those that things may be counted in. */
  counters: number
}

function columnsOf(rows: readonly SourceRow[], width: number): readonly Column[] {
  const columns = Array.from({ length: width }, (): Column => ({ kinds: new Map(), count: 0, counters: 0 }))
  for (const row of rows.slice(0, SAMPLE)) {
    for (const cell of row.cells) {
      const column = columns[cell.column]
      if (column === undefined) continue
      const kind = kindOf(cell.key)
      column.kinds.set(kind, (column.kinds.get(kind) ?? 0) + 1)
      column.count++
      if (kind === 'word' && mayCount(cell.key)) column.counters++
    }
  }
  return columns
}

function meanMisfit({ kinds, count, counters }: Column, field: string): number {
  if (count === 0) return 30
  let sum = field === 'unit' ? counters * (COUNTER - misfit('word', field)) : 0
  for (const [kind, cells] of kinds) sum += cells * misfit(kind, field)
  return sum / count
}

/**
 * Places the leaves, in order, on physical columns: near their header, where the cells below fit. Header positions are
 * doubtful in flattened headers, so that what stands below weighs more.
 */
export function columnsByContent(leaves: readonly Leaf[], rows: readonly SourceRow[]): ColumnMap {
  const widest = rows.reduce((most, row) => Math.max(most, row.width), 0)
  const width = Math.min(WIDEST, Math.max(widest, leaves.length, (leaves.at(-1)?.column ?? 0) + 1))
  const columns = columnsOf(rows, width)
  const [n, m] = [leaves.length, width]
  const best: number[][] = Array.from({ length: n + 1 }, () => new Array<number>(m + 1).fill(Number.POSITIVE_INFINITY))
  const taken: boolean[][] = Array.from({ length: n + 1 }, () => new Array<boolean>(m + 1).fill(false))
  for (let j = 0; j <= m; j++) best[0]![j] = 0
  for (let i = 1; i <= n; i++) {
    const leaf = leaves[i - 1]!
    for (let j = i; j <= m; j++) {
      const column = j - 1
      // Cells that no leaf takes are a loss, small at the left edge, where block labels stand.
      const unclaimed = best[i]![j - 1]! + (columns[column]!.count * UNCLAIMED) / Math.max(1, rows.length)
      const here =
        best[i - 1]![j - 1]! +
        meanMisfit(columns[column]!, leaf.field) +
        Math.min(400, Math.abs(column - leaf.column) * 50)
      if (here <= unclaimed) {
        best[i]![j] = here
        taken[i]![j] = true
      } else best[i]![j] = unclaimed
    }
  }
  const fields: string[] = new Array<string>(m).fill('')
  for (let [i, j] = [n, m]; i > 0 && j > 0; j--) {
    if (taken[i]![j]) {
      fields[j - 1] = leaves[i - 1]!.field
      i--
    }
  }
  return fields
}
