import { isRead, isUnread, toleranceOfSum } from '../arithmetic/index.ts'
import { gather } from '../model/gather.ts'
import { Exact, type Form } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { nameOfTask, readAll, type TaskAt, tasksOf } from './aids/money.ts'
import { amountDecimals, compareRate, type Printed, rateOf } from './aids/rates.ts'
import { mixesUnits } from './aids/units-mixed.ts'
import type { FormCheck, Problem } from './check.ts'

const row = (budgeted: string, executed: string, rate: string) => ({ name: '培训经费', budgeted, executed, rate })

export const check: FormCheck = {
  id: 'execution-rate-off',
  code: 'A11',
  over: 'form',
  severity: 'error',
  title: {
    passed: { zh: '执行率等于执行数除以预算数', en: 'Each execution rate is executed ÷ budget' },
    failed: { zh: '执行率与执行数、预算数不符', en: 'An execution rate does not follow from its amounts' },
  },
  why: {
    zh: '预算执行得分由执行率计算，执行率有误则得分有误。',
    en: 'The points for execution rest on the rate.',
  },
  law: [cite('integrated-platform/execution-rate')],
  messages: {
    off: {
      text: {
        zh: '“{name}”执行率印为{printed}，按{executed}÷{budgeted}计算为{recomputed}%。',
        en: '“{name}”: the rate says {printed}; {executed} ÷ {budgeted} is {recomputed} %.',
      },
      advice: {
        zh: '请核对预算数、执行数和执行率；三者无误时执行率应为{recomputed}%。',
        en: 'Check budget, executed amount and rate; with these amounts the rate is {recomputed} %.',
      },
    },
    rounding: {
      text: {
        zh: '“{name}”执行率印为{printed}，按{executed}÷{budgeted}计算为{recomputed}%，差异在四舍五入误差以内。',
        en: '“{name}”: the rate says {printed}; {executed} ÷ {budgeted} is {recomputed} %, a difference that rounding explains.',
      },
      advice: {
        zh: '可不改；如按表内金额计算，应为{recomputed}%。',
        en: 'Leave it; from the printed amounts it is {recomputed} %.',
      },
    },
    ofRows: {
      text: {
        zh: '合计执行率印为{printed}，按各任务执行数之和{executed}计算为{recomputed}%，与合计行{total}的差异在四舍五入误差以内。',
        en: 'The rate of the total says {printed}; from the sum of the tasks, {executed}, it is {recomputed} %. The total row says {total}; rounding explains the difference.',
      },
      advice: {
        zh: '请核对合计行执行数；合计无误时可不改。',
        en: 'Check the executed amount of the total row; leave the rate if it is right.',
      },
    },
    ofInitialBudget: {
      text: {
        zh: '“{name}”执行率印为{printed}，系按年初预算{budgeted}计算；按全年（调整后）预算计算为{recomputed}%。',
        en: '“{name}”: the rate says {printed}, which follows from the initial budget {budgeted}; from the adjusted one it is {recomputed} %.',
      },
      advice: {
        zh: '执行率一般按全年（调整后）预算计算，请核对当地规定。',
        en: 'The adjusted budget is the usual base; check what applies locally.',
      },
    },
  },
  examples: [
    // One amount is in 元: mixed-money-units speaks.
    { from: 'made', form: { tasks: [row('1860', '18321400', '98.50%')] }, flagged: [] },
    { from: 'made', form: { tasks: [row('100.00', '94.47', '95.00%')] }, flagged: ['off@tasks[0].rate'] },
    { from: 'made', form: { tasks: [row('8.3', '8.1', '97.9%')] }, flagged: ['rounding@tasks[0].rate'] },
    {
      from: 'shenzhen-guangming-2021:17',
      form: {
        tasks: [
          ...['1000.00', '641.16', '500.00'].map((executed) => row('725.76', executed, '')),
          row('549.69', '530.87', '96.58%'),
          { ...row('2726.98', '2672.05', '97.99%'), row: 'total' },
        ],
      },
      flagged: ['ofRows@tasks[4].rate'],
    },
    {
      from: 'F017',
      form: { kind: 'project', tasks: [{ ...row('80', '76', '76%'), initialBudget: '100' }] },
      flagged: ['ofInitialBudget@tasks[0].rate'],
    },
    { from: 'shenzhen-guangming-2021:10', form: { tasks: [row('973.60', '972.77', '99.91%')] }, flagged: [] },
    {
      from: 'F031',
      form: { tasks: [row('200', '189', '0.945'), row('', '5', ''), row('0', '5', '100%')] },
      flagged: [],
    },
    { from: 'made', form: { tasks: [row('2OO', '189', '94.5%')] }, flagged: [] },
    { from: 'made', form: { tasks: [{ name: '培训经费', budgeted: '100', executed: '90' }] }, flagged: [] },
    {
      from: 'made',
      form: {
        tasks: [
          row('100.00', '94.47', '94.47%'),
          row('100.00', '98.00', '98%'),
          { ...row('200.00', '192.47', '96.24%'), row: 'total' },
        ],
      },
      flagged: [],
    },
  ],
  test({ form }) {
    const rows = gather(form.tasks, (task, index) => (task.rate.raw === '' ? [] : [{ task, path: `tasks[${index}]` }]))
    if (rows.length === 0) return 'skip'
    const least = amountDecimals(form)
    const [first, ...others] = [
      ...gather(rows, (each) => problemOf(each, least)),
      ...gather(rows, (each) => ofRows(each, form, least)),
    ]
    if (first !== undefined) return [first, ...others]
    const cells = gather(rows, ({ task }) => [task.rate, task.executed.total, task.budgeted.total])
    return cells.some(isUnread) ? 'unread' : 'pass'
  },
}

/** The three figures of a row, where all are there and the budget can be divided by. */
function figuresOf({ task }: TaskAt) {
  const { rate, executed, budgeted } = task
  if (!isRead(rate) || !isRead(executed.total) || !isRead(budgeted.total) || !budgeted.total.value.isPositive)
    return null
  return { rate, executed: executed.total, budgeted: budgeted.total }
}

function say(executed: Exact, budgeted: Exact): string {
  return rateOf(executed, budgeted).toFixed(2)
}

function problemOf(each: TaskAt, least: number): readonly Problem[] {
  const figures = figuresOf(each)
  if (figures === null) return []
  const { rate, executed, budgeted } = figures
  const verdict = compareRate({ ...figures, least })
  // One of the amounts is in 元: mixed-money-units speaks.
  if (verdict === 'exact' || mixesUnits(each.task)) return []
  const data = {
    name: nameOfTask(each.task),
    printed: rate.raw,
    executed: executed.raw,
    budgeted: budgeted.raw,
    recomputed: say(executed.value, budgeted.value),
  }
  const at: Problem['at'] = [`${each.path}.rate`]
  if (verdict === 'rounding') return [{ message: 'rounding', data, at, severity: 'info' }]
  const initial = each.task.initialBudget
  if (
    isRead(initial) &&
    initial.value.isPositive &&
    compareRate({ rate, executed, budgeted: initial, least }) === 'exact'
  ) {
    return [{ message: 'ofInitialBudget', data: { ...data, budgeted: initial.raw }, at, severity: 'warning' }]
  }
  return [{ message: 'off', data, at }]
}

/** The rate of the total row against the sum of the tasks, where the rows differ from the total by rounding. */
function ofRows(each: TaskAt, form: Form, least: number): readonly Problem[] {
  const figures = each.task.role === 'total' ? figuresOf(each) : null
  const addends = readAll(tasksOf(form, 'task').map((row) => row.task.executed.total))
  if (figures === null || addends === null || addends.length === 0) return []
  const { rate, executed, budgeted } = figures
  const sum = Exact.sum(addends.map((addend) => addend.value))
  const tolerance = toleranceOfSum(
    addends.map((addend) => addend.raw),
    executed.raw,
  )
  const ofSum: Printed = { raw: executed.raw, value: sum }
  const fits = compareRate({ rate, executed: ofSum, budgeted, least }) === 'exact'
  if (fits || !sum.minus(executed.value).abs().lessThan(tolerance)) return []
  const data = {
    printed: rate.raw,
    executed: sum.toString(),
    total: executed.raw,
    recomputed: say(sum, budgeted.value),
  }
  return [{ message: 'ofRows', data, at: [`${each.path}.rate`, `${each.path}.executed.total`], severity: 'info' }]
}
