/** Errors in sums, money and completeness: group A. */

import type { FormSketch } from '../../../src/core/recognise/sketch.ts'
import { printCents } from '../cents.ts'
import { centsOf, reckoned, taskWhere, weightOf, withRow, withTask, withTotal } from '../edit-sketch.ts'
import {
  basicTask,
  costs,
  full,
  hasRoom,
  type Injector,
  inRow,
  less,
  moved,
  printsPoints,
  row,
  totalTask,
  withMoney,
  withoutPoints,
} from './injector.ts'

/** One point more of weight and score in one row. */
function heavier(sketch: FormSketch, index: number): FormSketch {
  const points = printCents(weightOf(sketch, index) + 100)
  return withTotal(withRow(sketch, index, { weight: points, score: points }))
}

export const sumErrors: readonly Injector[] = [
  {
    code: 'A01',
    error: 'one weight a point too high, in a form of 过程 and 产出 that no rule parts',
    kind: 'project',
    inject: (form) => {
      const [index] = full(form)
      if (index === undefined || !hasRoom(form)) return null
      const own = form.sketch.indicators!.map((one, at) => {
        const level2 = withoutPoints(one.level2)
        return form.planned[at]!.level1 === 'satisfaction'
          ? { ...one, level1: '过程指标', level2: '项目管理' }
          : { ...one, level1: withoutPoints(one.level1), level2 }
      })
      return { sketch: heavier({ ...form.sketch, indicators: own }, index), at: ['form'] }
    },
  },
  {
    code: 'A02',
    error: 'one weight a point too high',
    kind: 'project',
    inject: (form) => {
      const index = full(form).find((at) => !printsPoints(form, at))
      return index === undefined || !hasRoom(form) ? null : { sketch: heavier(form.sketch, index), at: ['indicators'] }
    },
  },
  {
    code: 'A02',
    error: 'one point moved between level-1 blocks',
    kind: 'project',
    inject: (form) => {
      const rows = full(form).filter((index) => weightOf(form.sketch, index) > 100 && !printsPoints(form, index))
      const from = rows.find((index) => form.planned[index]!.level1 === 'output')
      const to = rows.find((index) => form.planned[index]!.level1 === 'benefit')
      return from === undefined || to === undefined
        ? null
        : { sketch: moved(form.sketch, from, to), at: ['indicators'] }
    },
  },
  {
    code: 'A03',
    error: 'one weight a point too high in a level-2 block that prints its points',
    kind: 'project',
    inject: (form) => {
      const index = full(form).find((at) => printsPoints(form, at))
      return index === undefined || !hasRoom(form) ? null : { sketch: heavier(form.sketch, index), at: ['indicators'] }
    },
  },
  {
    code: 'A03',
    error: 'one point moved between level-2 blocks that print their points',
    kind: 'project',
    inject: (form) => {
      const rows = full(form).filter(
        (index) => form.planned[index]!.level1 === 'output' && weightOf(form.sketch, index) > 100,
      )
      const [from] = rows
      const to = rows.find((index) => form.planned[index]!.level2Name !== form.planned[from!]!.level2Name)
      if (from === undefined || to === undefined || !printsPoints(form, from)) return null
      return { sketch: moved(form.sketch, from, to), at: ['indicators'] }
    },
  },
  {
    code: 'A04',
    error: 'total a point too low',
    kind: 'project',
    inject: ({ sketch }) => ({ sketch: { ...sketch, total: printCents(centsOf(sketch.total) - 100) }, at: ['total'] }),
  },
  {
    code: 'A05',
    error: 'score lost',
    kind: 'project',
    inject: (form) => {
      const [index] = full(form)
      return index === undefined ? null : { sketch: withRow(form.sketch, index, { score: '' }), at: [row(index)] }
    },
  },
  { code: 'A06', error: 'actual left blank', kind: 'project', inject: inRow(full, () => ({ actual: '' })) },
  {
    code: 'A07',
    error: 'score half a point above its weight',
    kind: 'project',
    inject: inRow(
      (form) => (hasRoom(form) ? full(form) : []),
      (sketch, index) => ({ score: printCents(weightOf(sketch, index) + 50) }),
    ),
  },
  {
    code: 'A08',
    error: 'weight of zero',
    kind: 'project',
    inject: (form) => {
      const [from] = full(form)
      const to = full(form).find(
        (index) => index !== from && form.planned[index]!.level2Name === form.planned[from!]!.level2Name,
      )
      if (from === undefined || to === undefined) return null
      const points = printCents(weightOf(form.sketch, from) + weightOf(form.sketch, to))
      const emptied = withRow(form.sketch, from, { weight: '0', score: '0' })
      return { sketch: withRow(emptied, to, { weight: points, score: points }), at: [row(from)] }
    },
  },
  {
    code: 'A09',
    error: 'one task spent 5.00 less than the total adds up to',
    kind: 'department',
    inject: ({ sketch }) => {
      const index = basicTask(sketch)
      const task = sketch.tasks![index]!
      const total = sketch.tasks![totalTask(sketch)]!
      const changed = {
        ...task,
        executed: less(task.executed, 500),
        executedAppropriation: less(task.executedAppropriation, 500),
      }
      return { sketch: withTask(sketch, index, reckoned(changed, 1000, centsOf(total.budgeted))), at: ['tasks'] }
    },
  },
  {
    code: 'A10',
    error: 'appropriation 5.00 below what the total of the row leaves',
    kind: 'department',
    inject: ({ sketch }) => {
      const [index, total] = [basicTask(sketch), totalTask(sketch)]
      const lower = (at: number) => ({ budgetedAppropriation: less(sketch.tasks![at]!.budgetedAppropriation, 500) })
      return { sketch: withTask(withTask(sketch, index, lower(index)), total, lower(total)), at: [`tasks[${index}]`] }
    },
  },
  {
    code: 'A11',
    error: 'execution rate three points off',
    kind: 'project',
    inject: ({ sketch }) => {
      const index = totalTask(sketch)
      const rate = `${less(sketch.tasks![index]!.rate!.replace('%', ''), 300)}%`
      return { sketch: withTask(sketch, index, { rate }), at: [`tasks[${index}]`] }
    },
  },
  {
    code: 'A12',
    error: 'points for execution half a point too low',
    kind: 'project',
    inject: ({ sketch }) => {
      const index = totalTask(sketch)
      return {
        sketch: withTotal(withTask(sketch, index, { score: less(sketch.tasks![index]!.score, 50) })),
        at: [`tasks[${index}]`],
      }
    },
  },
  {
    code: 'A13',
    error: '0.30 points moved between two tasks',
    kind: 'department',
    inject: ({ sketch }) => {
      const [first, second] = sketch.tasks!.flatMap((task, index) =>
        task.weight !== undefined && task.row !== 'total' ? [index] : [],
      )
      if (second === undefined) return null
      const shift = (index: number, by: number) => ({ weight: less(sketch.tasks![index]!.weight, by) })
      return {
        sketch: withTask(withTask(sketch, first!, shift(first!, 30)), second, shift(second, -30)),
        at: ['tasks'],
      }
    },
  },
  {
    code: 'A14',
    error: 'spent 5 % above the budget',
    kind: 'project',
    inject: (form) => ({ sketch: withMoney(form, '200.00', '210.00'), at: ['tasks'] }),
  },
  {
    code: 'A15',
    error: 'money spent without any budget',
    kind: 'project',
    inject: (form) => {
      const sketch = withMoney(form, '200.00', '200.00')
      const tasks = sketch.tasks!.map((task) =>
        task.budgeted === undefined
          ? task
          : {
              ...task,
              initialBudget: '0.00',
              budgeted: '0.00',
              ...(task.row === 'total' ? { rate: '', score: '0.00' } : {}),
            },
      )
      return { sketch: withTotal({ ...sketch, tasks }), at: ['tasks'] }
    },
  },
  {
    code: 'A16',
    error: 'a negative source of funds',
    kind: 'project',
    inject: (form) => {
      const sketch = withMoney(form, '200.00', '200.00')
      const [main, other] = [
        taskWhere(sketch, (task) => task.name!.startsWith('其中')),
        taskWhere(sketch, (task) => task.name === '其他资金'),
      ]
      const more = { initialBudget: '205.00', budgeted: '205.00', executed: '205.00' }
      const minus = { initialBudget: '-5.00', budgeted: '-5.00', executed: '-5.00' }
      return { sketch: withTask(withTask(sketch, main, more), other, minus), at: [`tasks[${other}]`] }
    },
  },
  {
    code: 'A17',
    error: 'one cost in 万, the others in 万元',
    kind: 'project',
    inject: (form) => {
      const [first, second] = costs(form)
      if (first === undefined || second === undefined) return null
      return {
        sketch: withRow(withRow(form.sketch, first, { target: '≤20万', actual: '20万' }), second, {
          target: '≤30万元',
          actual: '30万元',
        }),
        at: ['indicators', 'form'],
      }
    },
  },
  {
    code: 'A20',
    error: 'main content of a task left blank',
    kind: 'department',
    inject: ({ sketch }) => {
      const index = basicTask(sketch)
      return { sketch: withTask(sketch, index, { content: '' }), at: [`tasks[${index}]`] }
    },
  },
]
