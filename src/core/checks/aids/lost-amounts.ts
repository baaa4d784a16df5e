/** What column sums and printed rates say of an amount that could not be read. */

import {
  boundAddend,
  budgetByRate,
  decimalsOf,
  executedByRate,
  intersect,
  isRead,
  type ReadFigure,
  toleranceOfSum,
} from '../../arithmetic/index.ts'
import type { Band, Task } from '../../model/index.ts'
import type { AmountColumn } from './money.ts'

/** By the other amounts of the column and its total. Null where the sum excludes every value. */
function bandBySum(total: ReadFigure, known: readonly ReadFigure[], count: number): Band | null {
  const slack = toleranceOfSum([...known.map((figure) => figure.raw), ...Array(count).fill(total.raw)], total.raw)
  return boundAddend(
    total.value,
    known.map((figure) => figure.value),
    count,
    slack,
  )
}

/** By the rate of its row and the amount on its other side; undefined where these say nothing. */
function bandByRate(column: AmountColumn, { rate, executed, budgeted }: Task): Band | null | undefined {
  if (!isRead(rate)) return undefined
  const printed = { value: rate.value, decimals: decimalsOf(rate.raw) }
  if (column.id === 'executed.total' && isRead(budgeted.total)) return executedByRate(budgeted.total.value, printed)
  if (column.id === 'budgeted.total' && isRead(executed.total)) return budgetByRate(executed.total.value, printed)
  return undefined
}

/** What one of `count` unreadable amounts of a column can be; null where sum and rate leave nothing. */
export function bandOfAmount(
  column: AmountColumn,
  row: Task,
  total: ReadFigure,
  known: readonly ReadFigure[],
  count: number,
): Band | null {
  const bySum = bandBySum(total, known, count)
  const byRate = bandByRate(column, row)
  if (bySum === null || byRate === null) return null
  return byRate === undefined ? bySum : intersect(bySum, byRate)
}
