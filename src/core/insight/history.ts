/** The same indicator over years, and how far a result lies from those before. */

import { quantityOf } from '../checks/aids/indicator-class.ts'
import { sameIndicators } from '../checks/aids/same-indicator.ts'
import { Exact, type Form, type Indicator, type QuantityValue, type Unit } from '../model/index.ts'

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

/** What a result was between, by the results of the years before. In units of the latest form. */
export interface Limits {
  readonly least: string
  readonly most: string
  readonly middle: string
  /** Years that the limits rest on. */
  readonly years: number
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

/** A quantity in units of another; null where they are of two dimensions. A bare number is in the unit that is expected. */
export function inUnitOf(quantity: QuantityValue, unit: Unit | null): Exact | null {
  if (quantity.unit === null || unit === null) return quantity.number
  if (quantity.unit.dimension !== unit.dimension) return null
  return quantity.number.times(quantity.unit.factor).dividedBy(unit.factor)
}

/** The unit that an indicator counts in: its target's, else its actual's. */
export function unitOfIndicator({ target, actual }: Indicator): Unit | null {
  return quantityOf(target.value?.value)?.unit ?? quantityOf(actual.value?.value)?.unit ?? null
}

export function medianOf(values: readonly Exact[]): Exact | null {
  const sorted = [...values].sort((one, other) => one.compare(other))
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.floor((sorted.length - 1) / 2)]
  return upper === undefined || lower === undefined ? null : upper.plus(lower).dividedBy(Exact.of(2))
}

const LEAST_YEARS = 3
/** Results lie so many times their middle deviation apart: our own proposal, as in robust control charts. */
const SPREAD = Exact.of(3)
/** Years that are all the same leave room for this part of them. */
const ROOM = Exact.of('1/20')

/** Median ± 3 × the median deviation from it, at least ± 5 % of it, and never below zero where no result was. */
export function limitsOf(values: readonly Exact[]): Limits | null {
  const middle = medianOf(values)
  if (values.length < LEAST_YEARS || middle === null) return null
  const spread = medianOf(values.map((value) => value.minus(middle).abs()))!.times(SPREAD)
  const room = Exact.max(spread, middle.abs().times(ROOM))
  const least = middle.minus(room)
  const isNeverBelow = values.every((value) => !value.isNegative)
  return {
    least: (isNeverBelow ? Exact.max(Exact.zero, least) : least).toString(),
    most: middle.plus(room).toString(),
    middle: middle.toString(),
    years: values.length,
  }
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
    const before = matched.flatMap(({ year, form, rows }) => {
      const row = rows.get(index)
      return row === undefined ? [] : [pointOf(year, form.indicators[row]!, unit)]
    })
    const present = pointOf(latest.year, indicator, unit)
    const limits = limitsOf(before.flatMap(({ value }) => (value === null ? [] : [Exact.of(value)])))
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
