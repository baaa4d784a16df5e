/** What an indicator counts in, and between what its results lay in the years before. */

import { Exact, type Indicator, type QuantityValue, type Unit } from '../../model/index.ts'
import { quantityOf } from './indicator-class.ts'

/** What a result was between, by the results of the years before. In units of the latest form. */
export interface Limits {
  readonly least: string
  readonly most: string
  readonly middle: string
  /** Years that the limits rest on. */
  readonly years: number
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
