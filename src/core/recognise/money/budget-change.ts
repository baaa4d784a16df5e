/** 调整数 beside 预算数: what the budget was changed to, or by how much. The figures say which. */

import type { Exact } from '../../model/index.ts'
import { readNumber } from '../../values/index.ts'
import type { Header } from '../headers/headers.ts'
import { CHANGE } from '../headers/leaf-fields.ts'
import type { TableRow } from '../table.ts'

function amountIn(row: TableRow, field: string): Exact | null {
  const [cell] = row.fields.get(field) ?? []
  return cell === undefined ? null : readNumber(cell.text).value
}

/** Below nothing, nothing at all, or less than was spent, where the budget and it together are not. */
function isChange(row: TableRow): boolean {
  const [budget, change, spent] = ['initialBudget', 'budgeted.total', 'executed.total'].map((field) =>
    amountIn(row, field),
  )
  if (budget == null || change == null) return false
  if (!change.isPositive) return budget.isPositive
  return spent != null && change.lessThan(spent) && !budget.plus(change).lessThan(spent)
}

/**
 * `rows` with 调整数 as a column of its own where it is a change: the budget stands where there was none, and is blank where it was changed,
 * since no column prints what it became.
 */
export function withoutChange(rows: readonly TableRow[], header: Header): readonly TableRow[] {
  const leaf = header.leaves.find(({ field, cells }) => field === 'budgeted.total' && CHANGE.test(cells.at(-1)!.key))
  if (leaf === undefined || !rows.some(isChange)) return rows
  return rows.map((row) => {
    const [budget, change] = [row.fields.get('initialBudget'), row.fields.get('budgeted.total')]
    if (budget === undefined) return row
    const fields = new Map(row.fields)
    fields.delete('budgeted.total')
    if (change !== undefined) fields.set(`?${leaf.cells.at(-1)!.text}`, change)
    const by = amountIn(row, 'budgeted.total')
    if (by === null || !(by.isPositive || by.isNegative)) {
      fields.delete('initialBudget')
      fields.set('budgeted.total', budget)
    }
    return { ...row, fields }
  })
}
