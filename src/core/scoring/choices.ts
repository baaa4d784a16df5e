/** A word that the rules leave open: what each reading makes of total and grade, everything else open at full marks. */

import { type Band, type Choice, Exact, type ScoredRow } from '../model/index.ts'
import { gradesOf } from './grades.ts'
import { totalOf, type Whole } from './totals.ts'

/** A row with readings has a band. */
function atMost({ recomputed }: ScoredRow): Exact {
  return recomputed!.max
}

/** Other rows at the most they can have; the rows of the word in one tier. */
function rowsUnder(tier: string, own: readonly ScoredRow[], whole: Whole): Band {
  const others = whole.tally.band.max.minus(Exact.sum(own.map(atMost)))
  const bands = own.map(({ readings }) => readings.find((reading) => reading.tier === tier)!.band)
  return {
    min: others.plus(Exact.sum(bands.map(({ min }) => min))),
    max: others.plus(Exact.sum(bands.map(({ max }) => max))),
    ...(bands.some(({ maxExcluded }) => maxExcluded) ? { maxExcluded: true } : {}),
  }
}

export function scoreChoices(whole: Whole): readonly Choice[] {
  const { tally, edition } = whole
  const words = new Map<string, ScoredRow[]>()
  for (const { row } of tally.open) {
    const { word } = row.readings[0]!
    const own = words.get(word)
    if (own === undefined) words.set(word, [row])
    else own.push(row)
  }
  return [...words].map(([word, own]) => ({
    word,
    rows: own.map(({ path }) => path),
    options: own[0]!.readings.map(({ tier }) => {
      const total = totalOf(rowsUnder(tier, own, whole), whole)
      return { tier, total, grades: gradesOf(total, edition) }
    }),
  }))
}
