/** Points by bands: the highest band whose lower border is reached. */

import type { Exact } from '../model/index.ts'
import type { ShareStep } from '../rulebook/edition.ts'
import { figureOf } from '../rulebook/index.ts'

/** Percent of the points that this percentage earns; null below the lowest band. */
export function shareByStep(percent: Exact, steps: readonly ShareStep[]): Exact | null {
  const step = steps.find(({ from }) => percent.atLeast(figureOf(from)))
  return step === undefined ? null : figureOf(step.share)
}
