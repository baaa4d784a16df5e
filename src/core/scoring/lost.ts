/** What the printed total says of scores that are not printed: asked of arithmetic, never filled in. */

import { boundLost, type LostScoresInput } from '../arithmetic/index.ts'
import { Exact, type LostScores, type ScoredForm } from '../model/index.ts'
import type { Whole } from './totals.ts'

/** Execution figures that the printed total may have taken: the total row's, and the sum of the task rows. */
function executionsOf({ execution, apart }: Whole): LostScoresInput['executions'] {
  const { recomputed, printed, added } = execution
  if (recomputed === null) return [{ execution: Exact.zero, from: 'totalRow' }]
  const fromTotal = printed ?? (added === null && apart.band.min.equals(apart.band.max) ? apart.band.min : null)
  return [
    ...(fromTotal === null ? [] : [{ execution: fromTotal, from: 'totalRow' } as const]),
    ...(added === null || fromTotal?.equals(added) ? [] : [{ execution: added, from: 'taskRows' } as const]),
  ]
}

export function scoreLost(whole: Whole, total: ScoredForm['total']): LostScores | null {
  const { lost } = whole.tally
  if (lost.length === 0) return null
  // A lost score is one of a row with a weight above 0.
  const rows = lost.map(({ row: { path, weight } }) => ({ path, weight: weight! }))
  const executions = executionsOf(whole)
  if (total.printed === null || executions.length === 0) {
    return {
      paths: rows.map(({ path }) => path),
      weight: whole.tally.lostWeight,
      gaps: [],
      bounds: rows.map(({ path, weight }) => ({ path, band: { min: Exact.zero, max: weight } })),
    }
  }
  return boundLost({ rows, printedTotal: total.printed, standing: whole.tally.scores, executions })
}
