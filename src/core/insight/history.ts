/** The same indicator over years, and how far a result lies from those before. */

import { quantityOf } from '../checks/aids/indicator-class.ts'
import { inUnitOf, type Limits, limitsOf, unitOfIndicator } from '../checks/aids/limits.ts'
import { sameIndicators } from '../checks/aids/same-indicator.ts'
import { gather } from '../model/gather.ts'
import { Exact, type Form, type Indicator, type Unit } from '../model/index.ts'

export { inUnitOf, type Limits, limitsOf, medianOf, unitOfIndicator } from '../checks/aids/limits.ts'

/** A form and the year it is of. */
export interface YearForm {
  readonly year: number
  readonly form: Form
}

export interface HistoryPoint {
  readonly year: number
  readonly target: string
  readonly actual: string
  /** The actual in units of the latest form, as decimal text; null where it is no quantity of that dimension. */
  readonly value: string | null
  /** Printed score ÷ weight in percent; null where either is missing. */
  readonly share: string | null
}

export interface IndicatorHistory {
  /** Row of the latest form. */
  readonly index: number
  readonly name: string
  readonly unit: string
  /** Oldest first, the latest last. */
  readonly points: readonly HistoryPoint[]
  /** Null with fewer than three earlier results. */
  readonly limits: Limits | null
  /** Whether the latest result lies outside; null without limits or without a result. */
  readonly outside: boolean | null
}

function pointOf(year: number, { target, actual, weight, score }: Indicator, unit: Unit | null): HistoryPoint {
  const quantity = quantityOf(actual.value?.value)
  const share =
    weight.value?.isPositive === true && score.value !== null
      ? score.value.times(Exact.hundred).dividedBy(weight.value).toFixed(2)
      : null
  const value = quantity === null ? null : inUnitOf(quantity, unit)
  return { year, target: target.raw, actual: actual.raw, value: value?.toString() ?? null, share }
}

/** Each row of the latest form with what stood there in earlier years, by name and wording. Earlier forms in any order. */
export function historyOf(latest: YearForm, earlier: readonly YearForm[]): readonly IndicatorHistory[] {
  const years = earlier.filter(({ year }) => year < latest.year).sort((one, other) => one.year - other.year)
  const matched = years.map(({ year, form }) => ({
    year,
    form,
    rows: new Map(
      sameIndicators(latest.form.indicators, form.indicators).map(({ first, second }) => [first, second] as const),
    ),
  }))
  return latest.form.indicators.map((indicator, index) => {
    const unit = unitOfIndicator(indicator)
    const before = gather(matched, ({ year, form, rows }) => {
      const row = rows.get(index)
      return row === undefined ? [] : [pointOf(year, form.indicators[row]!, unit)]
    })
    const present = pointOf(latest.year, indicator, unit)
    const limits = limitsOf(gather(before, ({ value }) => (value === null ? [] : [Exact.of(value)])))
    const value = present.value === null ? null : Exact.of(present.value)
    return {
      index,
      name: indicator.name.raw,
      unit: unit?.name ?? '',
      points: [...before, present],
      limits,
      outside:
        limits === null || value === null
          ? null
          : value.lessThan(Exact.of(limits.least)) || value.greaterThan(Exact.of(limits.most)),
    }
  })
}
