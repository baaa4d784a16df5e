import { isRead } from '../arithmetic/index.ts'
import { gather } from '../model/gather.ts'
import { Exact, type Form, type FormPath, indicatorPath, type NumberCell } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sayFigure } from './aids/figures.ts'
import { amountColumns, nameOfTask, totalRow } from './aids/money.ts'
import { saidIn } from './aids/notes.ts'
import { mixesUnits } from './aids/units-mixed.ts'
import type { FormCheck, Problem } from './check.ts'

const task = (budgeted: string, executed: string) => ({ name: '培训经费', budgeted, executed })

export const check: FormCheck = {
  id: 'figure-negative-or-huge',
  code: 'A16',
  over: 'form',
  severity: 'warning',
  title: {
    passed: {
      zh: '没有负数、畸大值和文字代替的金额',
      en: 'No figure is negative or implausibly large, no amount is words',
    },
    failed: { zh: '数字为负、畸大或以文字代替', en: 'A figure is negative, implausibly large, or words' },
  },
  why: {
    zh: '负数和成十倍的偏差多因漏写小数点、多写数字或看错行造成。',
    en: 'Negative and tenfold figures mostly come from a lost decimal point, a digit too many or a wrong line.',
  },
  law: [cite('integrated-platform/type-check'), cite('ziping-proposal/limits')],
  messages: {
    negative: {
      text: { zh: '“{name}”出现负数{raw}。', en: '“{name}” holds a negative figure: {raw}.' },
      advice: {
        zh: '请核对原始数据；确为负数的，说明原因。',
        en: 'Check the source; explain the figure if it is right.',
      },
    },
    hugeAmount: {
      text: {
        zh: '“{name}”{column}为{raw}，是合计{total}的{times}倍。',
        en: '“{name}”: the {columnEn} of {raw} is {times} times the total of {total}.',
      },
      advice: { zh: '请核对小数点和金额单位。', en: 'Check the decimal point and the unit.' },
    },
    hugeExecution: {
      text: {
        zh: '“{name}”执行{raw}，是预算{budgeted}的{times}倍。',
        en: '“{name}”: {raw} executed, {times} times the budget of {budgeted}.',
      },
      advice: { zh: '请核对小数点和金额单位。', en: 'Check the decimal point and the unit.' },
    },
    words: {
      text: {
        zh: '“{name}”{column}栏写的是“{raw}”，不是金额。',
        en: '“{name}”: the {columnEn} reads “{raw}”, which is no amount.',
      },
      advice: {
        zh: '请填写数字金额；文字说明写在相应的文字栏。',
        en: 'Write the amount in figures; words belong in a column for words.',
      },
    },
    aboveFull: {
      text: { zh: '“{name}”为{raw}分，超过满分{full}分。', en: '“{name}” is {raw}, above the full {full} points.' },
      advice: {
        zh: '请核对小数点，或检查是否混入了其他栏的数字。',
        en: 'Check the decimal point, or whether another column slipped in.',
      },
    },
  },
  examples: [
    { from: 'made', form: { tasks: [task('100', '-5')] }, flagged: ['negative@tasks[0].executed.total'] },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '培训人数', weight: '10', score: '-2' },
          { name: '培训期数', weight: '512' },
        ],
      },
      flagged: ['negative@indicators[0].score', 'aboveFull@indicators[1].weight'],
    },
    { from: 'made', form: { tasks: [task('67.55', '6649')] }, flagged: ['hugeExecution@tasks[0].executed.total'] },
    {
      from: 'made',
      form: {
        tasks: [task('97360', ''), task('67.55', '66.49'), { row: 'total', name: '金额合计', budgeted: '1041.15' }],
      },
      flagged: ['hugeAmount@tasks[0].budgeted.total'],
    },
    { from: 'made', form: { total: '9662' }, flagged: ['aboveFull@total'] },
    {
      from: 'shenzhen-guangming-2021:10',
      form: {
        tasks: [task('973.60', '972.77'), task('34.09', '34.09')],
        indicators: [{ weight: '5.06', score: '4.98' }],
        total: '96.62',
      },
      flagged: [],
    },
    { from: 'made', form: { tasks: [task('100', '全部完成')] }, flagged: ['words@tasks[0].executed.total'] },
    // One amount is in 元: mixed-money-units speaks.
    { from: 'made', form: { tasks: [task('67.55', '664900')] }, flagged: [] },
    { from: 'made', form: { tasks: [task('5O', ''), task('无', '—')], total: '' }, flagged: [] },
  ],
  test({ form, edition }) {
    const full = Exact.of(edition.total.value)
    const [first, ...others] = [...amountProblems(form), ...pointProblems(form, full)]
    return first === undefined ? 'pass' : [first, ...others]
  },
}

const TENFOLD = Exact.of(10)

/** Ten times as much and more; null where that cannot be said. */
function timesOf(cell: NumberCell, base: NumberCell | undefined): string | null {
  if (base === undefined || !isRead(cell) || !isRead(base) || !base.value.isPositive) return null
  const times = cell.value.dividedBy(base.value)
  return times.lessThan(TENFOLD) ? null : sayFigure(times.round(0), 0)
}

/** Words in place of an amount: no digit that could be misread, and more than a word for nothing. */
function isWords(cell: NumberCell): boolean {
  return cell.value === null && /\p{Script=Han}/u.test(cell.raw) && !/\d/.test(cell.raw) && saidIn(cell) !== ''
}

function amountProblems(form: Form): readonly Problem[] {
  const total = totalRow(form)
  return gather(form.tasks, (task, index) =>
    gather(amountColumns, (column): readonly Problem[] => {
      const cell = column.cell(task)
      const at: Problem['at'] = [`tasks[${index}].${column.id}`]
      const name = nameOfTask(task)
      const { zh, en } = column.name
      if (cell.value?.isNegative === true) return [{ message: 'negative', data: { name, raw: cell.raw }, at }]
      if (isWords(cell)) return [{ message: 'words', data: { name, column: zh, columnEn: en, raw: cell.raw }, at }]
      const overBudget = column.id === 'executed.total' ? timesOf(cell, task.budgeted.total) : null
      if (overBudget !== null && !mixesUnits(task)) {
        const data = { name, raw: cell.raw, budgeted: task.budgeted.total.raw, times: overBudget }
        return [{ message: 'hugeExecution', data, at }]
      }
      const whole = total === undefined ? undefined : column.cell(total.task)
      const times = task.role === 'task' ? timesOf(cell, whole) : null
      if (times === null) return []
      const data = { name, column: zh, columnEn: en, raw: cell.raw, total: whole!.raw, times }
      return [{ message: 'hugeAmount', data, at }]
    }),
  )
}

function pointProblems(form: Form, full: Exact): readonly Problem[] {
  const found: Problem[] = []
  const look = (row: FormPath, field: string, name: string, { raw, value }: NumberCell) => {
    if (value?.isNegative === true) found.push({ message: 'negative', data: { name, raw }, at: [row + field] })
    else if (value?.greaterThan(full) === true)
      found.push({ message: 'aboveFull', data: { name, raw, full: sayFigure(full, 0) }, at: [row + field] })
  }
  form.indicators.forEach(({ name, weight, score }, index) => {
    look(indicatorPath(index), '.weight', name.raw, weight)
    look(indicatorPath(index), '.score', name.raw, score)
  })
  look('total', '', '总分', form.total)
  return found
}
