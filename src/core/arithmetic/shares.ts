/**
 * Points shared out. Weights are assigned, not measured: they must add up exactly, and largest remainder is the way to
 * round shares so that they do.
 */

import { Exact } from '../model/index.ts'
import { lastPlaceOf } from './precision.ts'

/** Whole and not negative, as a count. */
function countOf(value: Exact): number {
  return Number(value.toFixed(0))
}

/**
 * Shares `total` in proportion to `shares`, each part rounded to `decimals` places, so that the parts add up to exactly
 * `total` (itself rounded to `decimals`). Units left over go to the largest remainders, the earlier first among equals.
 * Shares below zero count as zero; where no share is above zero all are taken as equal.
 */
export function largestRemainder(shares: readonly Exact[], total: Exact, decimals: number): Exact[] {
  if (total.isNegative) return largestRemainder(shares, total.negated(), decimals).map((part) => part.negated())
  const usable = shares.map((share) => (share.isNegative ? Exact.zero : share))
  const whole = Exact.sum(usable)
  if (whole.isZero && shares.length > 0) {
    return largestRemainder(
      shares.map(() => Exact.one),
      total,
      decimals,
    )
  }
  const target = total.round(decimals)
  const exact = usable.map((share) => target.times(share).dividedBy(whole))
  const parts = exact.map((part) => part.round(decimals, 'down'))
  const unit = lastPlaceOf(decimals)
  const left = countOf(target.minus(Exact.sum(parts)).dividedBy(unit))
  const order = exact
    .map((part, index) => ({ index, rest: part.minus(parts[index]!) }))
    .sort((a, b) => b.rest.compare(a.rest) || a.index - b.index)
  for (const { index } of order.slice(0, left)) parts[index] = parts[index]!.plus(unit)
  return parts
}

/** Whether rounding explains why weights miss their total, and the weights that would not miss it. */
export interface RoundingGap {
  readonly explained: boolean
  /** Null where nothing is explained: then nobody but the unit knows the right weights. */
  readonly repair: Exact[] | null
}

const unexplained: RoundingGap = { explained: false, repair: null }

/**
 * Can rounding of shares explain why `weights` do not add up to `target`?
 * - where the shares are known (budgets of tasks): when each weight is its own share of the target, rounded;
 * - all weights equal: when each is an equal share, rounded (12 × 0.83 against 10);
 * - otherwise the shares are unknown money: when the gap is smaller than rounding of the broken weights can make.
 *   A whole number is set by hand, not rounded from a share, and explains nothing.
 */
export function gapFromRounding(
  weights: readonly Exact[],
  target: Exact,
  decimals: number,
  shares?: readonly Exact[],
): RoundingGap {
  if (weights.length === 0) return unexplained
  const known = shares ?? (weights.every((weight) => weight.equals(weights[0]!)) ? weights.map(() => Exact.one) : null)
  return known === null ? ofUnknownShares(weights, target, decimals) : ofShares(weights, known, target, decimals)
}

function ofShares(weights: readonly Exact[], shares: readonly Exact[], target: Exact, decimals: number): RoundingGap {
  const whole = Exact.sum(shares)
  if (!whole.isPositive) return unexplained
  const explained = weights.every((weight, index) =>
    weight.equals(target.times(shares[index]!).dividedBy(whole).round(decimals)),
  )
  return explained ? { explained, repair: largestRemainder(shares, target, decimals) } : unexplained
}

function ofUnknownShares(weights: readonly Exact[], target: Exact, decimals: number): RoundingGap {
  const broken = weights.filter((weight) => !weight.isWhole)
  const rest = target.minus(Exact.sum(weights.filter((weight) => weight.isWhole)))
  const gap = rest.minus(Exact.sum(broken)).abs()
  const reach = lastPlaceOf(decimals).times(Exact.of(broken.length)).dividedBy(Exact.of(2))
  if (!gap.lessThan(reach)) return unexplained
  const parts = largestRemainder(broken, rest, decimals).values()
  return { explained: true, repair: weights.map((weight) => (weight.isWhole ? weight : parts.next().value!)) }
}
