/** A word that the rules leave open: what each reading makes of total and grade, everything else open at full marks. */

import { type Band, type Choice, Exact, type ScoredRow } from '../model/index.ts'
import { gradesOf } from './grades.ts'
import { totalOf, type Whole } from './totals.ts'

function atMost({ recomputed }: ScoredRow): Exact {
  return recomputed?.max ?? Exact.zero
}

function wordOf({ readings }: ScoredRow): string | undefined {
  return readings[0]?.word
}

/** Other rows at the most they can have; the rows of the word in one tier. */
function rowsUnder(tier: string, word: string, rows: readonly ScoredRow[]): Band {
  const others = Exact.sum(rows.filter((row) => wordOf(row) !== word).map(atMost))
  const bands = rows
    .filter((row) => wordOf(row) === word)
    .map(({ readings }) => readings.find((reading) => reading.tier === tier)!.band)
  return {
    min: others.plus(Exact.sum(bands.map(({ min }) => min))),
    max: others.plus(Exact.sum(bands.map(({ max }) => max))),
    ...(bands.some(({ maxExcluded }) => maxExcluded) ? { maxExcluded: true } : {}),
  }
}

export function scoreChoices(whole: Whole): readonly Choice[] {
  const { rows, edition } = whole
  const words = new Map<string, ScoredRow[]>()
  for (const row of rows) {
    const word = wordOf(row)
    if (word !== undefined) words.set(word, [...(words.get(word) ?? []), row])
  }
  return [...words].map(([word, own]) => ({
    word,
    rows: own.map(({ path }) => path),
    options: own[0]!.readings.map(({ tier }) => {
      const total = totalOf(rowsUnder(tier, word, rows), whole)
      return { tier, total, grades: gradesOf(total, edition) }
    }),
  }))
}
