/** What an edition takes off for an actual far above its target: never more than the weight. */

import { Exact, type Step } from '../model/index.ts'
import type { OverAchievement } from '../rulebook/edition.ts'
import { figureOf, reachesThreshold } from '../rulebook/index.ts'
import { roundScore, sayRounded } from './rounding.ts'
import type { RowFacts } from './rule.ts'

export interface Deduction {
  readonly points: Exact
  readonly step: () => Step
}

function pointsOff(weight: Exact, { effect, amount }: OverAchievement): Exact | null {
  if (amount === undefined) return null
  const value = figureOf(amount)
  if (effect === 'deductFlat') return value
  return effect === 'deductPercent' ? weight.times(value).dividedBy(Exact.hundred) : null
}

function reachedPercent({ comparison }: RowFacts): Exact | undefined {
  return comparison.achievement?.times(Exact.hundred)
}

/** The edition opens the score of a row so far above its target for reduction by hand. */
export function isOpenedByHand(row: RowFacts): boolean {
  if (row.edition.overAchievement.effect !== 'byHand') return false
  const percent = reachedPercent(row)
  return percent !== undefined && reachesThreshold(row.edition, 'overAchievement', percent)
}

/** Points off a row that reached its target; null where the edition takes nothing off. */
export function deductionFor(row: RowFacts): Deduction | null {
  const { weight, edition } = row
  const over = edition.overAchievement
  const percent = reachedPercent(row)
  if (percent === undefined || !reachesThreshold(edition, 'overAchievement', percent)) return null
  const off = pointsOff(weight, over)
  if (off === null) return null
  const points = Exact.min(off, weight)
  const step = (): Step => {
    const rest = sayRounded(weight.minus(points), edition)
    const reached = `${roundScore(percent, edition)}%`
    return {
      say: {
        zh: `完成率 ${reached}，超额扣 ${points} 分（以分值为限）：得分 = ${weight} − ${points} = ${rest.zh}`,
        en: `${reached} of the target: minus ${points} (at most the weight): score = ${weight} − ${points} = ${rest.en}`,
      },
      inputs: [],
      result: weight.minus(points).toString(),
      law: over.law,
    }
  }
  return { points, step }
}
