/** What rows add up to, each row added once: blocks are made of rows, the total of blocks. */

import { type Band, Exact, type Indicator, type ScoredRow } from '../model/index.ts'

/** A row with its number in the form. */
export interface RowAt {
  readonly at: number
  readonly row: ScoredRow
}

export interface Tally {
  readonly weights: Exact
  /** Printed scores; a missing one is left out and stands in `lost`. */
  readonly scores: Exact
  readonly lost: readonly RowAt[]
  readonly lostWeight: Exact
  /** From the least to the most that the rows can hold together. */
  readonly band: Band
  /** Rows with a word that the rules leave open. */
  readonly open: readonly RowAt[]
  /** Weight of the rows that do not apply. */
  readonly away: Exact
  /** Whether a row that is to be scored has no weight. */
  readonly isUnweighted: boolean
}

function summed(bands: readonly Band[]): Band {
  return {
    min: Exact.sum(bands.map(({ min }) => min)),
    max: Exact.sum(bands.map(({ max }) => max)),
    ...(bands.some(({ maxExcluded }) => maxExcluded) ? { maxExcluded: true } : {}),
  }
}

/** Of the rows with these numbers. */
export function tallyRows(
  at: readonly number[],
  indicators: readonly Indicator[],
  scored: readonly ScoredRow[],
): Tally {
  let [weights, scores, lostWeight, away] = [Exact.zero, Exact.zero, Exact.zero, Exact.zero]
  const lost: RowAt[] = []
  const open: RowAt[] = []
  const bands: Band[] = []
  let isUnweighted = false
  for (const index of at) {
    const { role, weight: own } = indicators[index]!
    const row = scored[index]!
    const { agreement, weight, printed, recomputed } = row
    if (role === 'notApplicable') away = away.plus(own.value ?? Exact.zero)
    if (role === 'scored' && own.value === null) isUnweighted = true
    if (weight !== null) weights = weights.plus(weight)
    if (printed !== null) scores = scores.plus(printed)
    if (recomputed !== null) bands.push(recomputed)
    if (row.readings.length > 0) open.push({ at: index, row })
    if (agreement !== 'lost') continue
    lost.push({ at: index, row })
    lostWeight = lostWeight.plus(weight!)
  }
  return { weights, scores, lost, lostWeight, band: summed(bands), open, away, isUnweighted }
}

/** Rows of several blocks in the order of the form: those under one label need not stand together. */
function inOrder(rows: readonly (readonly RowAt[])[]): readonly RowAt[] {
  return rows.flat().sort((one, other) => one.at - other.at)
}

export function tallyParts(parts: readonly Tally[]): Tally {
  return {
    weights: Exact.sum(parts.map(({ weights }) => weights)),
    scores: Exact.sum(parts.map(({ scores }) => scores)),
    lost: inOrder(parts.map(({ lost }) => lost)),
    lostWeight: Exact.sum(parts.map(({ lostWeight }) => lostWeight)),
    band: summed(parts.map(({ band }) => band)),
    open: inOrder(parts.map(({ open }) => open)),
    away: Exact.sum(parts.map(({ away }) => away)),
    isUnweighted: parts.some(({ isUnweighted }) => isUnweighted),
  }
}
