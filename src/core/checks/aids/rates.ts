/** Execution rates: what rounding of rate and amounts leaves open. */

import { decimalsOf, halfUnitOf } from '../../arithmetic/index.ts'
import { gather } from '../../model/gather.ts'
import { Exact, type Form } from '../../model/index.ts'
import { amountColumns } from './money.ts'

/** A printed figure that was read. */
export interface Printed {
  readonly raw: string
  readonly value: Exact
}

/** Executed ÷ budget in percent; the budget must be positive. */
export function rateOf(executed: Exact, budgeted: Exact): Exact {
  return executed.times(Exact.hundred).dividedBy(budgeted)
}

/** Decimals that a whole amount of this table stands for: the coarsest shown by any amount that shows some. */
export function amountDecimals(form: Form): number {
  const shown = gather(form.tasks, (task) => amountColumns.map((column) => decimalsOf(column.cell(task).raw))).filter(
    (decimals) => decimals > 0,
  )
  return shown.length === 0 ? 0 : Math.min(...shown)
}

/** `exact`: the printed rate is the quotient, rounded or cut off; `rounding`: it can be, before the amounts were rounded. */
export type RateVerdict = 'exact' | 'rounding' | 'off'

export interface RateInput {
  readonly rate: Printed
  readonly executed: Printed
  readonly budgeted: Printed
  /** See `amountDecimals`. */
  readonly least: number
  /** What the executed amount may be off beyond its own rounding. */
  readonly slack?: Exact
}

/** A printed rate against its amounts; the budget must be positive. */
export function compareRate({ rate, executed, budgeted, least, slack = Exact.zero }: RateInput): RateVerdict {
  const percent = rateOf(executed.value, budgeted.value)
  const { value, decimals } = asPercent(rate, percent)
  if (value.equals(percent.round(decimals)) || value.equals(percent.round(decimals, 'down'))) return 'exact'
  const spread = (figure: Printed) => halfUnitOf(Math.max(decimalsOf(figure.raw), least))
  const ofExecuted = spread(executed).plus(slack).times(Exact.hundred)
  const ofBudget = spread(budgeted).times(percent)
  const reach = halfUnitOf(decimals).plus(ofExecuted.plus(ofBudget).dividedBy(budgeted.value))
  return value.minus(percent).abs().atMost(reach) ? 'rounding' : 'off'
}

/** "0.945" for 94.5 %: a rate without percent sign that is far below the quotient is a fraction of one. */
function asPercent(rate: Printed, percent: Exact): { readonly value: Exact; readonly decimals: number } {
  const decimals = decimalsOf(rate.raw)
  const isFraction = !/[%\uff05]/.test(rate.raw) && rate.value.times(Exact.of(10)).lessThan(percent)
  return isFraction
    ? { value: rate.value.times(Exact.hundred), decimals: Math.max(0, decimals - 2) }
    : { value: rate.value, decimals }
}
