/** What rows add up to, each row added once: blocks are made of rows, the total of blocks. */

import { type Band, Exact, type ScoredRow } from '../model/index.ts'

export interface Tally {
  readonly weights: Exact
  /** Printed scores; a missing one is left out and counted in `lost`. */
  readonly scores: Exact
  readonly lost: number
  readonly lostWeight: Exact
  /** From the least to the most that the rows can hold together. */
  readonly band: Band
}

function summed(bands: readonly Band[]): Band {
  return {
    min: Exact.sum(bands.map(({ min }) => min)),
    max: Exact.sum(bands.map(({ max }) => max)),
    ...(bands.some(({ maxExcluded }) => maxExcluded) ? { maxExcluded: true } : {}),
  }
}

export function tallyRows(rows: readonly ScoredRow[]): Tally {
  let [weights, scores, lostWeight] = [Exact.zero, Exact.zero, Exact.zero]
  let lost = 0
  const bands: Band[] = []
  for (const { agreement, weight, printed, recomputed } of rows) {
    if (weight !== null) weights = weights.plus(weight)
    if (printed !== null) scores = scores.plus(printed)
    if (recomputed !== null) bands.push(recomputed)
    if (agreement !== 'lost') continue
    lost++
    lostWeight = lostWeight.plus(weight!)
  }
  return { weights, scores, lost, lostWeight, band: summed(bands) }
}

export function tallyParts(parts: readonly Tally[]): Tally {
  return {
    weights: Exact.sum(parts.map(({ weights }) => weights)),
    scores: Exact.sum(parts.map(({ scores }) => scores)),
    lost: parts.reduce((count, { lost }) => count + lost, 0),
    lostWeight: Exact.sum(parts.map(({ lostWeight }) => lostWeight)),
    band: summed(parts.map(({ band }) => band)),
  }
}
