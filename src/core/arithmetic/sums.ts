/** Printed sums against the sum of their addends. */

import { Exact } from '../model/index.ts'
import { toleranceOfSum } from './precision.ts'

/** A printed figure: a number cell, or as much of it. */
export interface Figure {
  readonly raw: string
  readonly value: Exact | null
}

/** A printed figure that could be read. */
export interface ReadFigure {
  readonly raw: string
  readonly value: Exact
}

/** `withinRounding`: the figures differ by less than rounding each of them can explain. */
export type SumVerdict = 'equal' | 'withinRounding' | 'outside'

export interface SumComparison {
  readonly verdict: SumVerdict
  /** Of the addends. */
  readonly sum: Exact
  /** Printed result − sum. */
  readonly difference: Exact
  readonly tolerance: Exact
}

/** True where the figure was read, and so can be added. */
export function isRead(figure: Figure): figure is ReadFigure {
  return figure.value !== null
}

/** True where something is printed that could not be read as a number: a sum over it says nothing. */
export function isUnread(figure: Figure): boolean {
  return figure.raw !== '' && figure.value === null
}

/**
 * Compares a printed result with its addends. The tolerance is never reached by rounding, only approached (a half goes
 * up on both sides), so a difference as large as it is outside: one addend must equal its own sum.
 */
export function compareSum(addends: readonly ReadFigure[], result: ReadFigure): SumComparison {
  const sum = Exact.sum(addends.map((addend) => addend.value))
  const difference = result.value.minus(sum)
  const tolerance = toleranceOfSum(
    addends.map((addend) => addend.raw),
    result.raw,
  )
  const verdict = difference.isZero ? 'equal' : difference.abs().lessThan(tolerance) ? 'withinRounding' : 'outside'
  return { verdict, sum, difference, tolerance }
}
