/** Which side of a threshold counts. A check asks here, so that data and check cannot disagree. */

import type { Exact } from '../model/index.ts'
import type { Edition, Parameter, Threshold } from './edition.ts'
import { figureOf } from './figure.ts'

/** `below` and `above` exclude the border, `from` includes it. */
const sides: Readonly<Record<Exclude<Threshold, 'overAchievement'>, 'below' | 'above' | 'from'>> = {
  executionBelow: 'below',
  overNotice: 'above',
  overReason: 'from',
  overSerious: 'from',
  deviation: 'above',
  costBelow: 'below',
  fewAnswers: 'below',
  overZeroTarget: 'from',
  budgetAdjustment: 'above',
  explanationLength: 'above',
  conclusionLength: 'above',
}

function parameterOf(edition: Edition, threshold: Threshold): Parameter | undefined {
  return threshold === 'overAchievement' ? edition.overAchievement.threshold : edition.reasons[threshold]
}

function sideOf(edition: Edition, threshold: Threshold): 'below' | 'above' | 'from' {
  if (threshold !== 'overAchievement') return sides[threshold]
  return edition.overAchievement.thresholdExcluded ? 'above' : 'from'
}

/** Whether a figure (a percentage, for most) lies on the side of the threshold where it has an effect; never where there is no threshold. */
export function reachesThreshold(edition: Edition, threshold: Threshold, figure: Exact): boolean {
  const parameter = parameterOf(edition, threshold)
  if (parameter === undefined) return false
  const order = figure.compare(figureOf(parameter))
  const side = sideOf(edition, threshold)
  return side === 'below' ? order < 0 : side === 'above' ? order > 0 : order >= 0
}
