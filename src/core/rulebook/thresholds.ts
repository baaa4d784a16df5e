/** Which side of a threshold counts. A check asks here, so that data and check cannot disagree. */

import type { Exact } from '../model/index.ts'
import type { Edition, Parameter, Threshold } from './edition.ts'
import { figureOf } from './figure.ts'

/** `below` and `above` exclude the border, `from` includes it. */
const sides: Readonly<Record<Threshold, 'below' | 'above' | 'from'>> = {
  executionBelow: 'below',
  overNotice: 'above',
  overReason: 'from',
  overSerious: 'from',
  deviation: 'above',
  costBelow: 'below',
  overAchievement: 'from',
}

function parameterOf(edition: Edition, threshold: Threshold): Parameter | undefined {
  return threshold === 'overAchievement' ? edition.overAchievement.threshold : edition.reasons[threshold]
}

/** Whether a percentage lies on the side of the threshold where it has an effect; never where there is no threshold. */
export function reachesThreshold(edition: Edition, threshold: Threshold, percent: Exact): boolean {
  const parameter = parameterOf(edition, threshold)
  if (parameter === undefined) return false
  const order = percent.compare(figureOf(parameter))
  const side = sides[threshold]
  return side === 'below' ? order < 0 : side === 'above' ? order > 0 : order >= 0
}
