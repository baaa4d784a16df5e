/** An unchanged row is not scored again: one cell changed among a thousand costs one row. */

import type { FormPath, Indicator, ScoredRow } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { type RowContext, scoreRow } from './row.ts'

interface Remembered {
  readonly path: FormPath
  readonly fiscalYear: number | null
  readonly scoresPrinted: boolean
  readonly scored: ScoredRow
}

/** Rows already scored, by edition and indicator object. Holds nothing alive. */
export type ScoreMemo = WeakMap<Edition, WeakMap<Indicator, Remembered>>

export function newScoreMemo(): ScoreMemo {
  return new WeakMap()
}

/** The same ScoredRow object where indicator, path and surroundings are the same. */
export function scoreRowOnce(memo: ScoreMemo, indicator: Indicator, path: FormPath, context: RowContext): ScoredRow {
  const { edition, fiscalYear, scoresPrinted } = context
  let ofEdition = memo.get(edition)
  if (ofEdition === undefined) {
    ofEdition = new WeakMap<Indicator, Remembered>()
    memo.set(edition, ofEdition)
  }
  const known = ofEdition.get(indicator)
  if (known?.path === path && known.fiscalYear === fiscalYear && known.scoresPrinted === scoresPrinted) {
    return known.scored
  }
  const scored = scoreRow(indicator, path, context)
  ofEdition.set(indicator, { path, fiscalYear, scoresPrinted, scored })
  return scored
}
