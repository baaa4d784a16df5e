/** Amounts so large in the unit of their head that they may have been written in another: 元 below 万元. */

import { gather } from '../../model/gather.ts'
import { Exact, type Form } from '../../model/index.ts'
import type { Problem } from '../check.ts'
import { sayFigure } from './figures.ts'
import { amountColumns, nameOfTask } from './money.ts'

/** Of 万元: a hundred 亿, what no county spends on one project. */
const MOST_PLAUSIBLE = Exact.of('1000000')
const TEN_THOUSAND = Exact.of('10000')
/** A unit of its own, or more decimals than 元 has: 1234567.8912 was turned from 元 to 万元. */
const BEYOND_YUAN = /元|万|\.\d{3}/

/**
 * The greatest amount of a table headed 万元, where it comes to a hundred 亿 and may be one in 元. A person decides: a ministry
 * has such sums. Rows that are told already (`isTold`, by their place) are left out.
 */
export function beyondHead(form: Form, isTold: (index: number) => boolean): readonly Problem[] {
  if (form.moneyUnit.value !== '万元') return []
  const [first, ...others] = gather(form.tasks, (task, index) =>
    gather(amountColumns, (column) => {
      const { raw, value } = column.cell(task)
      if (value === null || value.lessThan(MOST_PLAUSIBLE) || BEYOND_YUAN.test(raw) || isTold(index)) return []
      return [{ name: nameOfTask(task), path: `tasks[${index}].${column.id}`, column, raw, value }]
    }),
  )
  if (first === undefined) return []
  const { name, path, column, raw, value } = others.reduce((a, b) => (a.value.lessThan(b.value) ? b : a), first)
  const figure = sayFigure(value.dividedBy(TEN_THOUSAND))
  const data = { name, column: column.name.zh, columnEn: column.name.en, raw, figure }
  return [{ message: 'beyondHead', data, at: [path], certainty: 'review' }]
}
