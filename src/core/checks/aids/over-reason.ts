/** An actual so far above its target that the rules ask for its cause, and none is given: said once, by over-achievement-unexplained. */

import type { Exact, Indicator, IndicatorColumn } from '../../model/index.ts'
import type { Edition } from '../../rulebook/edition.ts'
import { reachesThreshold } from '../../rulebook/index.ts'
import { saidIn } from './notes.ts'

/** `share`: the actual as percent of its target. */
export function isLeftUnexplained(
  { note }: Indicator,
  share: Exact,
  edition: Edition,
  columns: readonly IndicatorColumn[],
): boolean {
  return columns.includes('note') && reachesThreshold(edition, 'overReason', share) && saidIn(note) === ''
}
