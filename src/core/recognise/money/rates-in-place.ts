/** The rate of a source that lost the blank before it, and so came to stand among the points: what was spent says which it is. */

import { Exact } from '../../model/index.ts'
import { readNumber } from '../../values/index.ts'
import type { Header } from '../headers/headers.ts'
import type { TableRow } from '../table.ts'

function figureIn({ fields }: TableRow, field: string): ReturnType<typeof readNumber> | null {
  const cells = fields.get(field)
  return cells?.length === 1 ? readNumber(cells[0]!.text) : null
}

/** 96.62 where 180.2 of 186.5 were spent, or any percentage. */
function isRate(row: TableRow): boolean {
  const [figure, all, spent] = ['weight', 'budgeted.total', 'executed.total'].map((field) => figureIn(row, field))
  if (figure?.value == null) return false
  if (figure.unit === 'percent') return true
  if (all?.value?.isPositive !== true || spent?.value == null) return false
  const rate = spent.value.times(Exact.hundred).dividedBy(all.value)
  return rate.round(figure.decimals, 'halfUp').equals(figure.value)
}

/** The rows, each rate in its column. */
export function withRatesInPlace(rows: readonly TableRow[], header: Header): readonly TableRow[] {
  if (!header.leaves.some(({ field }) => field === 'rate')) return rows
  return rows.map((row) => {
    if (row.fields.has('rate') || !isRate(row)) return row
    const fields = new Map(row.fields)
    fields.set('rate', fields.get('weight')!)
    fields.delete('weight')
    return { ...row, fields }
  })
}
