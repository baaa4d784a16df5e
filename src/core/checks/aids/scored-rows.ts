/** Facts of a scored row that several checks of group B ask for. */

import { lastPlaceOf } from '../../arithmetic/index.ts'
import {
  type Band,
  type Cell,
  Exact,
  type Indicator,
  type Reading,
  type ScoredRow,
  type Value,
} from '../../model/index.ts'
import type { Edition } from '../../rulebook/edition.ts'

/** What a cell was understood as; undefined where it is empty or unread. */
export function kindOf(cell: Cell<Reading>): Value['kind'] | undefined {
  return cell.value?.value?.kind
}

/** The result is told in words (良好, 基本达成 …), so that a tier decides and no formula. */
export function isWorded(indicator: Indicator): boolean {
  const kind = kindOf(indicator.actual)
  return kind === 'graded' || kind === 'completion' || kind === 'prose'
}

/** Printed score ÷ weight; null where either is missing or the weight is not positive. */
export function shareOf({ printed, weight }: ScoredRow): Exact | null {
  return printed === null || weight === null || !weight.isPositive ? null : printed.dividedBy(weight)
}

export function hasFullMarks(scored: ScoredRow): boolean {
  return shareOf(scored)?.atLeast(Exact.one) === true
}

/** Points were taken off: the score lies below the weight, and not only by the rounding of a long weight. */
export function hasLostPoints({ printed, weight }: ScoredRow, edition: Edition): boolean {
  return printed !== null && weight !== null && printed.lessThan(weight.round(decimalsOf(edition)))
}

/** Decimals of a score. */
export function decimalsOf(edition: Edition): number {
  return Number(edition.rounding.decimals.value)
}

/** One unit in the last place of a score (0.01): two figures no farther apart differ by rounding or cutting off alone. */
export function lastPlace(edition: Edition): Exact {
  return lastPlaceOf(decimalsOf(edition))
}

/** Actual as percent of the target where more is better; null where that is unknown or less is better. */
export function reachedPercent({ achievement, reverse }: ScoredRow): Exact | null {
  return achievement === null || reverse ? null : achievement.times(Exact.hundred)
}

/** The actual against a target of 0 where more is better, in the unit of the form: there is no percentage then. */
export function reachedFromZero({ target, actual }: Indicator, { reverse }: ScoredRow): Exact | null {
  const [wanted, got] = [target.value?.value, actual.value?.value]
  if (wanted?.kind !== 'quantity' || got?.kind !== 'quantity' || reverse) return null
  return wanted.number.isZero ? got.number : null
}

/** Actual as percent of the target where less is better. */
export function usedPercent({ achievement, reverse }: ScoredRow): Exact | null {
  return achievement === null || !reverse ? null : achievement.times(Exact.hundred)
}

/** '1040%', '79.85%'. */
export function sayPercent(percent: Exact): string {
  return `${percent.round(2)}%`
}

/** '0.80' or '2.40—3.00', in points. */
export function sayBand({ min, max }: Band, edition: Edition): string {
  const decimals = decimalsOf(edition)
  return min.equals(max) ? max.toFixed(decimals) : `${min.toFixed(decimals)}—${max.toFixed(decimals)}`
}
