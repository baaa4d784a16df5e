/** The rows of the money table: each task's share of the execution points, its rate and its score. */

import type { Exact, FormPath, ScoredTask, Task } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { figureOf } from '../rulebook/index.ts'
import { earn, type MoneyBase, rateOf } from './execution.ts'
import { roundScore, sayRounded } from './rounding.ts'

type Figure = ScoredTask['weight']

function figure(printed: Exact | null, exact: Exact | null, edition: Edition): Figure {
  return { printed, exact, recomputed: exact === null ? null : roundScore(exact, edition) }
}

/** Points × own budget ÷ whole budget, not rounded: the score is computed from this, not from the printed weight. */
function shareOfPoints(task: Task, { budgeted: whole }: MoneyBase, edition: Edition): Exact | null {
  const points = figureOf(edition.executionPoints)
  if (task.role === 'total') return points
  const own = task.budgeted.total.value
  if (task.role !== 'task' || edition.execution.distribution !== 'byBudget') return null
  return own === null || whole === null || !whole.isPositive ? null : points.times(own).dividedBy(whole)
}

function weightStep(task: Task, path: FormPath, base: MoneyBase, weight: Exact, edition: Edition): ScoredTask['steps'] {
  if (task.role === 'total') return []
  const own = task.budgeted.total
  const points = edition.executionPoints.value
  const rounded = sayRounded(weight, edition)
  const worked = `${points} × ${own.value} ÷ ${base.budgeted}`
  return [
    {
      say: {
        zh: `分值 = 执行分值 × 本任务预算 ÷ 预算合计 = ${worked} = ${rounded.zh}`,
        en: `weight = execution points × own budget ÷ whole budget = ${worked} = ${rounded.en}`,
      },
      inputs: [
        { symbol: { zh: '本任务预算', en: 'own budget' }, value: own.raw, path: `${path}.budgeted.total` },
        {
          symbol: { zh: '预算合计', en: 'whole budget' },
          value: `${base.budgeted}`,
          ...(base.total === null ? {} : { path: `tasks[${base.total}].budgeted.total` }),
        },
      ],
      result: weight.toString(),
      law: edition.execution.law,
    },
  ]
}

function scoreTask(task: Task, path: FormPath, base: MoneyBase, edition: Edition): ScoredTask {
  const isTotal = task.role === 'total'
  const budgeted = isTotal ? base.budgeted : task.budgeted.total.value
  const executed = isTotal ? base.executed : task.executed.total.value
  const weight = shareOfPoints(task, base, edition)
  const earned =
    weight === null || budgeted === null || executed === null ? null : earn(weight, budgeted, executed, edition, path)
  return {
    path,
    weight: figure(task.weight.value, weight, edition),
    rate: figure(task.rate.value, task.role === 'group' ? null : rateOf(budgeted, executed), edition),
    score: figure(task.score.value, earned?.score ?? null, edition),
    steps: [
      ...(weight === null ? [] : weightStep(task, path, base, weight, edition)),
      ...(earned === null ? [] : [earned.step]),
    ],
  }
}

export function scoreTasks(tasks: readonly Task[], base: MoneyBase, edition: Edition): readonly ScoredTask[] {
  return tasks.map((task, index) => scoreTask(task, `tasks[${index}]`, base, edition))
}
