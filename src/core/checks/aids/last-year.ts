/** The form of the year before, of the same unit, and its rows beside those of the form. */

import type { Form, Indicator } from '../../model/index.ts'
import type { Beside } from '../check.ts'
import { sameIndicators } from './same-indicator.ts'

export interface RowOfLastYear {
  /** Row of the form. */
  readonly index: number
  readonly before: Indicator
}

export interface LastYear {
  readonly form: Form
  readonly rows: readonly RowOfLastYear[]
}

function rowsOf(form: Form, last: Form): readonly RowOfLastYear[] {
  return sameIndicators(form.indicators, last.indicators).map(({ first, second }) => ({
    index: first,
    before: last.indicators[second]!,
  }))
}

/** Null where the form names no year, or none of the year before is at hand. */
export function lastYearOf(form: Form, { years }: Beside): LastYear | null {
  const year = form.fiscalYear.value
  const last = year === null ? undefined : years?.find((one) => one.year === year - 1)?.form
  return last === undefined ? null : { form: last, rows: rowsOf(form, last) }
}
