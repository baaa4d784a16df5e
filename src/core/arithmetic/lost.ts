/**
 * What totals, weights, rates and sums say about a cell that is lost: solved where there is one answer, bounded where
 * there are several, never filled in.
 */

import { type Band, Exact, type FormPath, type LostScores } from '../model/index.ts'
import { halfUnitOf } from './precision.ts'

export interface LostScoresInput {
  /** Rows that carry a weight and no score. */
  readonly rows: readonly { readonly path: FormPath; readonly weight: Exact }[]
  readonly printedTotal: Exact
  /** Sum of the indicator scores that stand. */
  readonly standing: Exact
  /** Execution figures that the printed total may have taken. */
  readonly executions: readonly { readonly execution: Exact; readonly from: 'totalRow' | 'taskRows' }[]
}

/** The smallest band that holds both. */
function hull(a: Band | null, b: Band | null): Band | null {
  if (a === null || b === null) return a ?? b
  return { min: Exact.min(a.min, b.min), max: Exact.max(a.max, b.max) }
}

/** Values in both bands, null where there are none. */
export function intersect(a: Band, b: Band): Band | null {
  const min = Exact.max(a.min, b.min)
  const max = Exact.min(a.max, b.max)
  return min.greaterThan(max) ? null : { min, max }
}

/** What one of several lost parts can be that add up to `gap`, each between zero and its own limit. */
function bandInGap(gap: Exact, limit: Exact, limitOfOthers: Exact): Band | null {
  return intersect({ min: Exact.zero, max: limit }, { min: gap.minus(limitOfOthers), max: gap })
}

/**
 * Printed total − scores that stand − execution is what the lost scores held together, once for each execution figure.
 * Each lost score alone is bounded by its weight and by what the others can hold; equal bounds are a solution.
 */
export function boundLost({ rows, printedTotal, standing, executions }: LostScoresInput): LostScores {
  const weight = Exact.sum(rows.map((row) => row.weight))
  const gaps = executions.map(({ execution, from }) => ({
    execution,
    from,
    gap: printedTotal.minus(standing).minus(execution),
  }))
  const bounds = rows.map((row) => ({
    path: row.path,
    band: gaps.map(({ gap }) => bandInGap(gap, row.weight, weight.minus(row.weight))).reduce<Band | null>(hull, null),
  }))
  return { paths: rows.map((row) => row.path), weight, gaps, bounds }
}

/**
 * What each of `count` lost addends (weights of a block, amounts of a column) can be, none below zero, when the known
 * ones and they add up to `total`. `slack` is the tolerance of a measured sum, zero for weights. One lost addend of an
 * exact sum is solved: min = max. Null where the sum excludes every value.
 */
export function boundAddend(
  total: Exact,
  known: readonly Exact[],
  count: number,
  slack: Exact = Exact.zero,
): Band | null {
  const rest = total.minus(Exact.sum(known))
  const min = count === 1 ? rest.minus(slack) : Exact.zero
  return intersect({ min, max: rest.plus(slack) }, { min: Exact.zero, max: Exact.max(Exact.zero, rest.plus(slack)) })
}

/** A printed rate in percent with its written decimals. */
export interface PrintedRate {
  readonly value: Exact
  readonly decimals: number
}

function bandOfRate(rate: PrintedRate): Band {
  const half = halfUnitOf(rate.decimals)
  return {
    min: Exact.max(Exact.zero, rate.value.minus(half)).dividedBy(Exact.hundred),
    max: rate.value.plus(half).dividedBy(Exact.hundred),
  }
}

/** What a lost executed amount can be, by its budget and the printed rate. Null where the rate is negative. */
export function executedByRate(budgeted: Exact, rate: PrintedRate): Band | null {
  const { min, max } = bandOfRate(rate)
  return max.isNegative ? null : { min: budgeted.times(min), max: budgeted.times(max) }
}

/** What a lost budget can be, by the executed amount and the printed rate. Null where the rate leaves it open (0 %). */
export function budgetByRate(executed: Exact, rate: PrintedRate): Band | null {
  const { min, max } = bandOfRate(rate)
  return min.isPositive ? { min: executed.dividedBy(max), max: executed.dividedBy(min) } : null
}
