import { compareSum, finestDecimals, halfUnitOf, isRead, isUnread } from '../arithmetic/index.ts'
import { gather } from '../model/gather.ts'
import { cite } from '../rulebook/index.ts'
import { fittingReading, TOLERANCE } from './aids/execution-readings.ts'
import { sayFigure } from './aids/figures.ts'
import { readAll, tasksOf, totalRow } from './aids/money.ts'
import { mixesUnits } from './aids/units-mixed.ts'
import { executionPoints } from './aids/weights.ts'
import type { FormCheck, FormSubject, Problem } from './check.ts'

const total = (executed: string, score: string) =>
  ({ row: 'total', name: '金额合计', budgeted: '200', executed, weight: '10', score }) as const

/** Published forms score several tasks in more ways than one. */
const otherRules = {
  zh: '当地文件规定这样计分的，请选用相应规则重新检查；没有规定的，得分改为{recomputed}分。',
  en: 'If the local rules say so, check again under those; otherwise {recomputed} are due.',
}

export const check: FormCheck = {
  id: 'execution-score-off',
  code: 'A12',
  over: 'form',
  severity: 'error',
  title: {
    passed: { zh: '预算执行得分与执行率相符', en: 'The points for execution follow from the rate' },
    failed: { zh: '预算执行得分与执行率不符', en: 'The points for execution do not follow from the rate' },
  },
  why: {
    zh: '预算执行得分等于执行率乘以分值，是总分的一部分。',
    en: 'The points for execution are rate × weight, and part of the total.',
  },
  law: [cite('integrated-platform/execution-rate')],
  messages: {
    off: {
      text: {
        zh: '“{name}”预算执行得分印为{printed}分，按规则应为{recomputed}分（{budgeted}中执行{executed}）。',
        en: '“{name}”: {printed} points for execution are printed, {recomputed} are due ({executed} of {budgeted} executed).',
      },
      advice: {
        zh: '请核对金额和得分；金额无误时得分应为{recomputed}分。',
        en: 'Check amounts and score; with these amounts {recomputed} are due.',
      },
    },
    fitsOwnWeight: {
      text: {
        zh: '“{name}”预算执行得分印为{printed}分，按所用规则应为{recomputed}分；印数等于本行分值{full}×本行执行率。',
        en: '“{name}”: {printed} points for execution are printed, {recomputed} are due by these rules; the figure is the weight of the row, {full}, × its own rate.',
      },
      advice: otherRules,
    },
    fitsSum: {
      text: {
        zh: '“{name}”预算执行得分印为{printed}分，按所用规则应为{recomputed}分；印数等于各任务得分之和。',
        en: '“{name}”: {printed} points for execution are printed, {recomputed} are due by these rules; the figure is the sum of the scores of the tasks.',
      },
      advice: otherRules,
    },
    fitsMean: {
      text: {
        zh: '“{name}”预算执行得分印为{printed}分，按所用规则应为{recomputed}分；印数等于{full}分×各任务执行率的平均数。',
        en: '“{name}”: {printed} points for execution are printed, {recomputed} are due by these rules; the figure is {full} × the plain mean of the rates.',
      },
      advice: otherRules,
    },
    fitsOtherPoints: {
      text: {
        zh: '“{name}”预算执行得分印为{printed}分，按所用规则应为{recomputed}分；印数等于{full}分×执行率，可能执行分值为{full}分。',
        en: '“{name}”: {printed} points for execution are printed, {recomputed} are due by these rules; the figure is {full} × the rate: execution may carry {full} points.',
      },
      advice: otherRules,
    },
    rounding: {
      text: {
        zh: '“{name}”预算执行得分印为{printed}分，按规则为{recomputed}分，差异在所写小数位的四舍五入误差以内。',
        en: '“{name}”: {printed} points for execution are printed, {recomputed} computed; rounding to the decimals written explains it.',
      },
      advice: {
        zh: '可不改；保留两位小数时应为{recomputed}分。',
        en: 'Leave it; with two decimals it is {recomputed}.',
      },
    },
    rowsOff: {
      text: {
        zh: '各任务得分之和为{sum}分，合计行印为{printed}分，相差{gap}分。',
        en: 'The scores of the tasks add up to {sum}, the total row says {printed}: {gap} apart.',
      },
      advice: { zh: '请核对各任务得分和合计得分。', en: 'Check the scores of the tasks and of the total row.' },
    },
    ofRows: {
      text: {
        zh: '各任务得分之和为{sum}分，合计行印为{printed}分，差异在四舍五入误差以内。',
        en: 'The scores of the tasks add up to {sum}, the total row says {printed}; rounding explains the difference.',
      },
      advice: {
        zh: '总分宜采用按合计金额计算的{printed}分。',
        en: 'The total had better take {printed}, computed from the total amounts.',
      },
    },
  },
  examples: [
    // The budget is in 元: mixed-money-units speaks.
    { from: 'made', form: { tasks: [total('0.0198', '9.9')] }, flagged: [] },
    { from: 'made', form: { tasks: [total('196', '9.9')] }, flagged: ['off@tasks[0].score'] },
    { from: 'F014', form: { tasks: [total('191', '9.6')] }, flagged: ['rounding@tasks[0].score'] },
    {
      from: 'shenzhen-guangming-2021:17',
      form: {
        tasks: [
          { name: '基本支出', budgeted: '100.06', executed: '98.08', weight: '5.00', score: '4.91' },
          { name: '培训经费', budgeted: '99.94', executed: '97.70', weight: '5.00', score: '4.89' },
          { ...total('195.78', '9.79'), budgeted: '200.00' },
        ],
      },
      flagged: ['ofRows@tasks[2].score'],
    },
    {
      from: 'made',
      form: {
        tasks: [
          { name: '基本支出', budgeted: '100', executed: '98', weight: '5', score: '4.90' },
          { name: '培训经费', budgeted: '100', executed: '98', weight: '5', score: '3.90' },
          total('196', '9.80'),
        ],
      },
      flagged: ['off@tasks[1].score', 'rowsOff@tasks[2].score'],
    },
    {
      from: 'made',
      form: { tasks: [{ row: 'total', name: '年度资金总额', budgeted: '50', executed: '47.5', score: '19' }] },
      flagged: ['fitsOtherPoints@tasks[0].score'],
    },
    {
      from: 'made',
      edition: 'shenzhen-department-2021',
      form: {
        tasks: [
          { name: '基本支出', budgeted: '150', executed: '150', weight: '5', score: '5' },
          { name: '培训经费', budgeted: '50', executed: '25', weight: '5', score: '2.5' },
          { ...total('175', '7.5') },
        ],
      },
      flagged: ['fitsOwnWeight@tasks[0].score', 'fitsOwnWeight@tasks[1].score', 'fitsSum@tasks[2].score'],
    },
    {
      from: 'made',
      form: {
        tasks: [
          { name: '基本支出', budgeted: '150', executed: '150' },
          { name: '培训经费', budgeted: '50', executed: '25' },
          { ...total('175', '7.5') },
        ],
      },
      flagged: ['fitsMean@tasks[2].score'],
    },
    {
      from: 'made',
      edition: 'shenzhen-department-2021',
      form: {
        tasks: [
          { name: '基本支出', budgeted: '150', executed: '150', score: '7.5' },
          { name: '培训经费', budgeted: '50', executed: '25', score: '3' },
          { name: '追加经费', budgeted: '0', executed: '', score: '1' },
          { ...total('175', '6') },
        ],
      },
      flagged: ['off@tasks[1].score', 'off@tasks[3].score', 'rowsOff@tasks[3].score'],
    },
    { from: 'made', form: { tasks: [total('196', '9.80')] }, flagged: [] },
    {
      // Each row has the points of its own amounts, which miss the total: money-rows-not-adding-up speaks.
      from: 'made',
      edition: 'shenzhen-department-2021',
      form: {
        tasks: [
          { name: '基本支出', budgeted: '100', executed: '98', weight: '5', score: '4.90' },
          { name: '项目支出' },
          { name: '培训经费', budgeted: '100', executed: '88', weight: '5', score: '4.40' },
          total('196', '9.80'),
        ],
      },
      flagged: [],
    },
    {
      // Rules that give the rows no points say nothing of the sum.
      from: 'made',
      edition: 'national-project-2020',
      form: {
        tasks: [
          { name: '基本支出', budgeted: '100', executed: '98', weight: '5', score: '4.90' },
          { name: '培训经费', budgeted: '100', executed: '88', weight: '5', score: '4.40' },
          total('196', '9.80'),
        ],
      },
      flagged: ['rowsOff@tasks[2].score'],
    },
    {
      from: 'made',
      form: {
        tasks: [
          { name: '基本支出', budgeted: '100', executed: '98', weight: '5', score: '4.90' },
          { name: '培训经费', budgeted: '100', executed: '98', weight: '5', score: '4.90' },
          total('196', '9.80'),
        ],
      },
      flagged: [],
    },
    // The form's own points for execution are taken.
    { from: 'F019', form: { executionPoints: '20', tasks: [{ ...total('196', '19.6'), weight: '20' }] }, flagged: [] },
    { from: 'made', form: { tasks: [{ name: '培训经费', budgeted: '', executed: '5', score: '5' }] }, flagged: [] },
    { from: 'made', form: { tasks: [total('196', '九分')] }, flagged: [] },
    { from: 'made', form: { tasks: [total('196', '')] }, flagged: [] },
  ],
  test(subject) {
    const { form } = subject
    const cells = form.tasks.map((task) => task.score).filter((cell) => cell.raw !== '')
    if (cells.length === 0) return 'skip'
    const ofRows = ofEachRow(subject)
    const [first, ...others] = [...ofRows, ...ofSum(subject, ofRows.length === 0)]
    if (first !== undefined) return [first, ...others]
    return cells.some(isUnread) ? 'unread' : 'pass'
  },
}

function ofEachRow(subject: FormSubject): readonly Problem[] {
  const { form, scored } = subject
  const factor = executionPoints(subject).dividedBy(scored.execution.points)
  const decimals = finestDecimals([...form.tasks, ...form.indicators].map((row) => row.score.raw))
  return gather(scored.tasks, ({ path, score }, index): Problem[] => {
    const { name, score: cell, budgeted, executed } = form.tasks[index]!
    // With one amount in 元 nothing can be due: mixed-money-units speaks.
    if (score.exact === null || !isRead(cell) || mixesUnits(form.tasks[index]!)) return []
    const due = score.exact.times(factor)
    if (cell.value.minus(due.round(2)).abs().atMost(TOLERANCE)) return []
    const data = {
      name: name.raw,
      printed: cell.raw,
      recomputed: due.toFixed(2),
      budgeted: budgeted.total.raw,
      executed: executed.total.raw,
    }
    const at: Problem['at'] = [`${path}.score`]
    if (cell.value.minus(due).abs().atMost(halfUnitOf(decimals)))
      return [{ message: 'rounding', data, at, severity: 'info' }]
    const reading = fittingReading(subject, index, cell.value)
    if (reading === null) return [{ message: 'off', data, at }]
    const { message, full } = reading
    // Where the weight of the row is off, task-weights-off says so.
    const severity = message === 'fitsOwnWeight' ? 'info' : 'warning'
    return [{ message, data: { ...data, full }, at, severity, certainty: 'review' }]
  })
}

/** Where each row has the points of its own amounts, sums that are apart are those of the amounts: money-rows-not-adding-up. */
function ofSum({ form, scored }: FormSubject, isEachRight: boolean): readonly Problem[] {
  const total = totalRow(form)
  const addends = readAll(tasksOf(form, 'task').map((row) => row.task.score))
  if (total === undefined || addends === null || addends.length === 0 || !isRead(total.task.score)) return []
  const { verdict, sum, difference } = compareSum(addends, total.task.score)
  if (verdict === 'equal') return []
  const isOfAmounts =
    isEachRight && scored.tasks.every(({ score }, at) => score.exact !== null || form.tasks[at]!.score.raw === '')
  if (verdict === 'outside' && isOfAmounts) return []
  const data = { sum: sayFigure(sum), printed: total.task.score.raw, gap: sayFigure(difference.abs()) }
  const at: Problem['at'] = [`${total.path}.score`]
  return [
    verdict === 'withinRounding' ? { message: 'ofRows', data, at, severity: 'info' } : { message: 'rowsOff', data, at },
  ]
}
