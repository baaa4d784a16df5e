/** Errors between the parts of a form, and in how it arrived: groups D and E. */

import type { Grid } from '../../../src/core/model/index.ts'
import { printCents } from '../cents.ts'
import { centsOf, taskWhere, withRow, withTask } from '../edit-sketch.ts'
import { costs, type Injector, inRow, missed, quantity, row } from './injector.ts'

/** What is counted, at the end of a name that a goal can repeat. */
const COUNTED = /(?:数量|个数|人数|户数|次数|台数|处数|座数|套数|件数)$/u
const HAN = /^\p{Script=Han}{1,2}$/u

export const partErrors: readonly Injector[] = [
  {
    code: 'D01',
    error: 'a task that no indicator shares a word with',
    kind: 'department',
    inject: ({ sketch }) => {
      const index = taskWhere(sketch, (task) => (task.row ?? 'task') === 'task' && task.name !== '基本支出')
      return {
        sketch: withTask(sketch, index, { name: '保密柜经费', content: '用于保密柜和密码锁。' }),
        at: [`tasks[${index}]`],
      }
    },
  },
  {
    code: 'D02',
    error: 'cost targets of a task 30.00 above its budget',
    kind: 'department',
    inject: (form) => {
      const [index] = costs(form)
      if (index === undefined) return null
      const digits = (text: string) => text.normalize('NFKC').replace(/[^\d.]/g, '')
      const { target, actual } = form.sketch.indicators![index]!
      const raised = printCents(centsOf(digits(target!)) + 3000)
      if (centsOf(digits(actual!)) * 100 < 85 * centsOf(raised)) return null
      return { sketch: withRow(form.sketch, index, { target: `≤${raised}万元` }), at: ['tasks', row(index)] }
    },
  },
  {
    code: 'D03',
    error: 'cost actuals of a task a tenth below its spending',
    kind: 'department',
    inject: (form) => {
      const [index] = costs(form)
      if (index === undefined) return null
      const figure = centsOf(form.sketch.indicators![index]!.actual!.normalize('NFKC').replace(/[^\d.]/g, ''))
      return {
        sketch: withRow(form.sketch, index, { actual: `${printCents(Math.floor((figure * 92) / 100))}万元` }),
        at: ['tasks', row(index)],
      }
    },
  },
  {
    code: 'D04',
    error: 'all reached, says the task; a row of it missed',
    kind: 'department',
    inject: ({ sketch }) => {
      const index = taskWhere(sketch, (task) => task.completion === '基本达成预期指标')
      return index < 0
        ? null
        : { sketch: withTask(sketch, index, { completion: '全部达成预期指标' }), at: [`tasks[${index}]`] }
    },
  },
  {
    code: 'D05',
    error: 'a goal without completion',
    kind: 'project',
    inject: ({ sketch }) => ({
      sketch: { ...sketch, goals: [{ ...sketch.goals![0]!, achieved: '' }, ...sketch.goals!.slice(1)] },
      at: ['goals[0]'],
    }),
  },
  {
    code: 'D24',
    error: 'a goal tells twice the figure of its row',
    kind: 'project',
    inject: (form) => {
      const { goals, indicators } = form.sketch
      const told = (name: string) => indicators!.filter((other) => other.name!.startsWith(name.slice(0, -2))).length
      const index = quantity(form).find((at) => {
        const { name, actual } = indicators![at]!
        // A figure without its unit is compared with none.
        if (!/\p{Script=Han}$/u.test(actual!)) return false
        return COUNTED.test(name!) && name!.length > 5 && told(name!) === 1 && HAN.test(form.planned[at]!.work!.unit)
      })
      if (index === undefined) return null
      const { name, actual } = indicators![index]!
      const figure = Number(/\d+/.exec(actual!.normalize('NFKC'))![0]) * 2 + 10
      const achieved = `${goals![0]!.achieved}全年完成${name}${figure}${form.planned[index]!.work!.unit}。`
      return { sketch: { ...form.sketch, goals: [{ ...goals![0]!, achieved }, ...goals!.slice(1)] }, at: ['goals[0]'] }
    },
  },
  {
    code: 'E01',
    error: 'the note stands in the score column',
    kind: 'project',
    beside: { A05: 'of the number: no score is left, and what the total says of it; E01 says where the text belongs' },
    inject: (form) => {
      const [index] = missed(form)
      if (index === undefined) return null
      const [score, note] = [`${row(index)}.score`, `${row(index)}.note`]
      const damage = (grid: Grid): Grid => ({
        ...grid,
        cells: grid.cells.map((cell) =>
          cell.path === score
            ? { ...cell, text: form.sketch.indicators![index]!.note! }
            : cell.path === note
              ? { ...cell, text: '' }
              : cell,
        ),
      })
      return { sketch: form.sketch, at: [row(index)], damage }
    },
  },
  {
    code: 'E06',
    error: 'Latin noise for a name',
    kind: 'project',
    inject: inRow(quantity, () => ({ name: 'Hall Vol. Ill of the Lake值班哨所' })),
  },
]
