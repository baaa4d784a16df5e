/** Money whose figures each carry a label, 预算数: 1500 到位数: 1500 执行数: 1485, in one stream: cut to rows by its pairs. */

import { kindOf } from '../kinds.ts'
import type { SourceCell } from '../source.ts'
import type { FlowItem } from './flow.ts'

const amounts: ReadonlySet<string> = new Set(['initialBudget', 'budgeted.total', 'received', 'executed.total'])

function isFigure(cell: SourceCell | undefined): boolean {
  const kind = cell === undefined ? '' : kindOf(cell.key)
  return kind === 'number' || kind === 'percent'
}

/**
 * The cells of each row: a label and a figure for each column of amounts in `fields`, then the rate, if any; what stands
 * behind the last row a row a line. Null where the stream does not begin with two such rows. Time is the number of items.
 */
export function labelledRows(
  items: readonly FlowItem[],
  fields: readonly string[],
): readonly (readonly SourceCell[])[] | null {
  const count = fields.filter((field) => amounts.has(field)).length
  if (count < 2) return null
  const filled = items.filter(({ cell }) => cell !== null)
  const cells = filled.map(({ cell }) => cell!)
  const rows: SourceCell[][] = []
  let at = 0
  while (at < cells.length) {
    const row = cells.slice(at, at + 2 * count)
    const isPaired = row.length === 2 * count && row.every((cell, index) => isFigure(cell) === (index % 2 === 1))
    if (isPaired) rows.push(row)
    else if (rows.length > 0 && isFigure(cells[at])) rows.at(-1)!.push(cells[at]!)
    else break
    at += isPaired ? row.length : 1
  }
  if (rows.length < 2) return null
  const behind: SourceCell[][] = []
  for (const { cell, lineStart } of filled.slice(at)) {
    if (lineStart || behind.length === 0) behind.push([])
    behind.at(-1)!.push(cell!)
  }
  return [...rows, ...behind]
}
