/** A target that was met by its figures, and a score below what is due, without a word: said once, by met-target-marked-down. */

import type { Indicator, ScoredRow } from '../../model/index.ts'
import type { Edition } from '../../rulebook/edition.ts'
import { saidIn } from './notes.ts'
import { isWorded, lastPlace } from './scored-rows.ts'

export function isMarkedDown(
  indicator: Indicator,
  { verdict, printed, recomputed }: ScoredRow,
  edition: Edition,
): boolean {
  if (verdict !== 'met' || printed === null || recomputed === null || isWorded(indicator)) return false
  return recomputed.min.minus(printed).greaterThan(lastPlace(edition)) && saidIn(indicator.note) === ''
}
