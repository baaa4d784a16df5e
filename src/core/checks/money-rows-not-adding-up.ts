import { compareSum, isRead, isUnread, type ReadFigure } from '../arithmetic/index.ts'
import { gather } from '../model/gather.ts'
import { Exact, type Form } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sayFigure, sayRange } from './aids/figures.ts'
import { bandOfAmount } from './aids/lost-amounts.ts'
import { type AmountColumn, amountColumns, listsSome, readAll, type TaskAt, tasksOf, totalRow } from './aids/money.ts'
import type { FormCheck, Problem } from './check.ts'

const task = (budgeted: string, executed: string) => ({ name: '培训经费', budgeted, executed })
const total = (budgeted: string, executed: string) => ({ row: 'total', name: '金额合计', budgeted, executed }) as const

export const check: FormCheck = {
  id: 'money-rows-not-adding-up',
  code: 'A09',
  over: 'form',
  severity: 'error',
  title: {
    passed: { zh: '各任务金额之和等于合计', en: 'The amounts of the tasks add up to the total row' },
    failed: { zh: '各任务金额之和与合计不一致', en: 'The amounts of the tasks do not add up to the total row' },
  },
  why: {
    zh: '执行率和预算执行得分按合计行计算，合计有误会影响总分。',
    en: 'Execution rate and its points are computed from the total row; an error there changes the total score.',
  },
  law: [cite('final-accounts-checks/sum-tolerance'), cite('integrated-platform/sums')],
  messages: {
    off: {
      text: {
        zh: '“{column}”各任务之和为{sum}，合计行为{printed}，相差{gap}，超出四舍五入所能解释的{tolerance}。',
        en: 'The tasks of “{columnEn}” add up to {sum}, the total row says {printed}: {gap} apart, more than the {tolerance} that rounding can explain.',
      },
      advice: {
        zh: '请对照决算数逐行核对“{column}”，并更正合计。',
        en: 'Compare “{columnEn}” row by row with the accounts and correct the total.',
      },
    },
    rounding: {
      text: {
        zh: '“{column}”各任务之和为{sum}，合计行为{printed}，相差{gap}，在四舍五入误差{tolerance}以内。',
        en: 'The tasks of “{columnEn}” add up to {sum}, the total row says {printed}: {gap} apart, which rounding explains (up to {tolerance}).',
      },
      advice: {
        zh: '如合计取自决算数，可不改；否则请核对尾差。',
        en: 'Leave it if the total comes from the accounts; otherwise check the last digits.',
      },
    },
    lost: {
      text: {
        zh: '“{name}”的“{column}”印为“{raw}”，无法识别；按合计和执行率推算应为{band}。',
        en: '“{name}”: the {columnEn} says “{raw}”, which is no number; by total and rate it is {band}.',
      },
      advice: { zh: '请对照原表补正，系统不代为填写。', en: 'Correct it from the original; it is never filled in.' },
    },
    lostTotal: {
      text: {
        zh: '合计行的“{column}”印为“{raw}”，无法识别；各任务之和为{sum}。',
        en: 'The total row of “{columnEn}” says “{raw}”, which is no number; the tasks add up to {sum}.',
      },
      advice: { zh: '请对照原表补正，系统不代为填写。', en: 'Correct it from the original; it is never filled in.' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { tasks: [task('566.14', '534.85'), task('67.55', '66.49'), total('633.69', '611.34')] },
      flagged: ['off@tasks[2].executed.total'],
    },
    {
      from: 'shenzhen-guangming-2021:17',
      form: {
        tasks: [task('566.14', '534.85'), task('67.55', '66.49'), task('9.00', '8.00'), total('642.69', '609.35')],
      },
      flagged: ['rounding@tasks[3].executed.total'],
    },
    {
      from: 'made',
      form: { tasks: [task('566.14', ''), task('67.55', '66.49'), total('633.69', '66.49')] },
      flagged: [],
    },
    {
      // The column of appropriation repeats the error of the totals.
      from: 'made',
      form: {
        tasks: [
          { ...task('20', '18'), executedAppropriation: '18' },
          { ...total('20', '17'), executedAppropriation: '17' },
        ],
      },
      flagged: ['off@tasks[1].executed.total'],
    },
    {
      from: 'made',
      form: {
        tasks: [{ ...task('566.14', '53A.85'), rate: '94.47%' }, task('67.55', '66.49'), total('633.69', '601.34')],
      },
      flagged: ['lost@tasks[0].executed.total'],
    },
    {
      from: 'made',
      form: {
        tasks: [{ ...task('S66.14', '534.85'), rate: '94.47%' }, task('6T.55', '66.49'), total('633.69', '601.34')],
      },
      flagged: ['lost@tasks[0].budgeted.total', 'lost@tasks[1].budgeted.total'],
    },
    {
      from: 'made',
      form: {
        tasks: [
          { ...task('20', 'I8'), rate: '90%', executedAppropriation: 'I8' },
          { ...total('20', 'I8'), executedAppropriation: '18' },
        ],
      },
      flagged: ['lost@tasks[0].executed.appropriation'],
    },
    {
      from: 'made',
      form: { tasks: [task('566.14', '534.85'), task('67.55', '66.49'), total('633.69', '6O1.34')] },
      flagged: ['lostTotal@tasks[2].executed.total'],
    },
    // The money of the office stands over its main tasks, which need not be all.
    {
      from: 'made',
      form: { tasks: [{ ...total('1611.20', '1580.11'), name: '' }, task('320', '318.5')] },
      flagged: [],
    },
    { from: 'made', form: { tasks: [{ ...total('1611.20', '15B0'), name: '' }, task('320', '318.5')] }, flagged: [] },
    {
      from: 'made',
      form: { tasks: [{ ...total('300', '318.5'), name: '' }, task('320', '318.5')] },
      flagged: ['off@tasks[0].budgeted.total'],
    },
    // Neither sum nor rate leaves a value.
    {
      from: 'made',
      form: { tasks: [{ ...task('50', 'A'), rate: '90%' }, task('50', '9'), total('100', '8')] },
      flagged: [],
    },
    {
      from: 'made',
      form: { tasks: [{ ...task('A', '50'), rate: '0%' }, task('50', '9'), total('100', '59')] },
      flagged: [],
    },
    {
      from: 'made',
      form: { tasks: [task('566.14', '5E4'), total('566.14', '534.85')] },
      flagged: ['lost@tasks[0].executed.total'],
    },
    { from: 'made', form: { tasks: [task('566.14', '534.85'), total('566.14', '')] }, flagged: [] },
    { from: 'made', form: { tasks: [task('566.14', '534.85')] }, flagged: [] },
    { from: 'F002', form: { kind: 'project', tasks: [total('100', '98')] }, flagged: [] },
  ],
  test({ form }) {
    const totals = totalRow(form)
    const tasks = tasksOf(form, 'task')
    if (totals === undefined || tasks.length === 0) return 'skip'
    const isOpen = listsSome(form, totals)
    const columns = amountColumns.filter((column) => tasks.some((row) => column.cell(row.task).raw !== ''))
    const [first, ...others] = withoutEchoes(gather(columns, (column) => problemOf(column, tasks, totals, isOpen)))
    if (first !== undefined) return [first, ...others]
    return columns.some((column) => hasUnread(form, column)) ? 'unread' : 'pass'
  },
}

function hasUnread(form: Form, column: AmountColumn): boolean {
  return form.tasks.some((row) => isUnread(column.cell(row)))
}

function problemOf(
  column: AmountColumn,
  tasks: readonly TaskAt[],
  totals: TaskAt,
  isOpen: boolean,
): readonly Problem[] {
  const cells = tasks.map((row) => column.cell(row.task))
  const addends = readAll(cells)
  const result = column.cell(totals.task)
  if (isOpen && (addends === null || !isRead(result))) return []
  if (addends === null) return isRead(result) ? lostProblems(column, tasks, result) : []
  if (!isRead(result)) return isUnread(result) ? [lostTotal(column, addends, totals)] : []
  const { verdict, sum, difference, tolerance } = compareSum(addends, result)
  if (verdict === 'equal' || (isOpen && !difference.isNegative)) return []
  const data = {
    column: column.name.zh,
    columnEn: column.name.en,
    sum: sayFigure(sum),
    printed: result.raw,
    gap: sayFigure(difference.abs()),
    tolerance: sayFigure(tolerance),
  }
  const at: Problem['at'] = [`${totals.path}.${column.id}`]
  return verdict === 'withinRounding'
    ? [{ message: 'rounding', data, at, severity: 'info' }]
    : [{ message: 'off', data, at }]
}

/** Amounts that could not be read, with what total and rate leave for them. */
function lostProblems(column: AmountColumn, tasks: readonly TaskAt[], total: ReadFigure): readonly Problem[] {
  const known = tasks.map((row) => column.cell(row.task)).filter(isRead)
  const lost = tasks.filter((row) => isUnread(column.cell(row.task)))
  return gather(lost, ({ task, path }): Problem[] => {
    const band = bandOfAmount(column, task, total, known, lost.length)
    if (band === null) return []
    const { zh, en } = column.name
    const data = { name: task.name.raw, column: zh, columnEn: en, raw: column.cell(task).raw, band: sayRange(band) }
    return [{ message: 'lost', data, at: [`${path}.${column.id}`], severity: 'warning', certainty: 'review' }]
  })
}

function lostTotal(column: AmountColumn, addends: readonly ReadFigure[], { task, path }: TaskAt): Problem {
  const { zh, en } = column.name
  const sum = sayFigure(Exact.sum(addends.map((addend) => addend.value)))
  const data = { column: zh, columnEn: en, raw: column.cell(task).raw, sum }
  return { message: 'lostTotal', data, at: [`${path}.${column.id}`], severity: 'warning', certainty: 'review' }
}

/** Where all money is appropriation, its column repeats what the column of totals has said. */
function withoutEchoes(problems: readonly Problem[]): readonly Problem[] {
  const said = new Set<string>()
  return problems.filter(({ data: { sum, printed }, at: [path] }) => {
    if (printed === undefined) return true
    const key = `${String(path).split('.')[1]} ${sum} ${printed}`
    return said.has(key) ? false : said.add(key)
  })
}
