/** Points by bands: the highest band whose lower border is reached. */

import { Exact } from '../model/index.ts'
import type { ShareStep } from '../rulebook/edition.ts'

/** Percent of the points that this percentage earns; null below the lowest band. */
export function shareByStep(percent: Exact, steps: readonly ShareStep[]): Exact | null {
  const step = steps.find(({ from }) => percent.atLeast(Exact.of(from.value)))
  return step === undefined ? null : Exact.of(step.share.value)
}
