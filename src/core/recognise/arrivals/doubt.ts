/** Rows whose blank cells are gone may be read in more than one way: the next best way is told, so that a person can choose. */

import { gather } from '../../model/gather.ts'
import { cellMisfit } from '../misfit.ts'
import type { Doubt, SourceCell } from '../source.ts'
import { absenceOf, type FlowRow } from './flow.ts'

/** Columns among which the figures of a row may be shared out. */
const values: ReadonlySet<string> = new Set(['target', 'actual', 'weight', 'score'])
/** How much worse, in hundredths, another reading may be and still be told. */
const NEAR = 30

/** All ways to choose `count` of the columns, in order. */
function choices(columns: readonly number[], count: number): number[][] {
  if (count === 0) return [[]]
  if (columns.length < count) return []
  const [first, ...rest] = columns as [number, ...number[]]
  return [...choices(rest, count - 1).map((chosen) => [first, ...chosen]), ...choices(rest, count)]
}

function costOf(
  chosen: readonly number[],
  cells: readonly SourceCell[],
  columns: readonly number[],
  fields: readonly string[],
): number {
  const fits = cells.reduce((sum, cell, index) => sum + cellMisfit(cell.key, fields[chosen[index]!]!), 0)
  return columns.reduce((sum, column) => (chosen.includes(column) ? sum : sum + absenceOf(fields[column]!)), fits)
}

/** The next best reading of a row, where it is nearly as good as the one taken; null where there is none. */
export function doubtOf(row: FlowRow, fields: readonly string[], headers: readonly string[]): Doubt | null {
  const columns = gather(fields, (field, column) => (values.has(field) ? [column] : []))
  const filled = columns.filter((column) => row.cells.has(column))
  if (filled.length === 0 || filled.length === columns.length) return null
  const cells = filled.map((column) => row.cells.get(column)!)
  const taken = costOf(filled, cells, columns, fields)
  let best: { readonly chosen: readonly number[]; readonly cost: number } | null = null
  for (const chosen of choices(columns, filled.length)) {
    if (chosen.every((column, index) => column === filled[index])) continue
    const cost = costOf(chosen, cells, columns, fields)
    if (cost <= taken + NEAR && (best === null || cost < best.cost)) best = { chosen, cost }
  }
  if (best === null) return null
  const say = (chosen: readonly number[]): string =>
    cells.map((cell, index) => `${headers[chosen[index]!]} ${cell.text}`).join('、')
  return { taken: say(filled), other: say(best.chosen) }
}
