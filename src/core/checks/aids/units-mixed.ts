/** 元 beside 万元: figures some ten thousand times apart. */

import { Exact, type Indicator, type ScoredRow, type Task } from '../../model/index.ts'

const LEAST = Exact.of(8000)
const MOST = Exact.of(12_000)

/** Eight to twelve thousand times as much, or as little. */
function isTenThousandfold(ratio: Exact): boolean {
  const times = ratio.lessThan(Exact.one) ? Exact.one.dividedBy(ratio) : ratio
  return times.atLeast(LEAST) && times.atMost(MOST)
}

/** Budget and executed amount of a row look as if one were in 元, the other in 万元: what follows from them is no news. */
export function mixesUnits({ budgeted, executed }: Task): boolean {
  const [whole, part] = [budgeted.total.value, executed.total.value]
  if (whole === null || part === null || !whole.isPositive || !part.isPositive) return false
  return isTenThousandfold(part.dividedBy(whole))
}

/** Target and actual of a row of money look so. */
export function mixesUnitsInRow({ target }: Indicator, { achievement }: ScoredRow): boolean {
  const value = target.value?.value
  if (value?.kind !== 'quantity' || value.unit?.dimension.split('/')[0] !== 'money') return false
  return achievement?.isPositive === true && isTenThousandfold(achievement)
}
