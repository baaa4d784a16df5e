/** Points of execution spread alike over the tasks of a department, whatever their budgets. */

import type { Exact } from '../../model/index.ts'
import type { Problem } from '../check.ts'

/** The same points for every task, but for the last place. */
export function areAlike([first, ...others]: readonly Exact[], place: Exact): boolean {
  return others.every((weight) => weight.minus(first!).abs().atMost(place))
}

/** Points spread alike over the tasks are another way of spreading them, told once. */
export function splitAlike(off: readonly Problem[]): readonly Problem[] {
  const [first, ...others] = off
  if (first === undefined) return []
  const at: Problem['at'] = [first.at[0], ...others.map((problem) => problem.at[0])]
  return [
    { message: 'alike', data: { ...first.data, count: off.length }, at, severity: 'warning', certainty: 'review' },
  ]
}
