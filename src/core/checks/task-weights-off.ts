import { finestDecimals, gapFromRounding, isUnread, largestRemainder, lastPlaceOf } from '../arithmetic/index.ts'
import { gather } from '../model/gather.ts'
import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sayFigure, sayList } from './aids/figures.ts'
import { type TaskAt, tasksOf, totalRow } from './aids/money.ts'
import { areAlike, splitAlike } from './aids/split-alike.ts'
import { executionPoints } from './aids/weights.ts'
import type { FormCheck, FormSubject, Problem } from './check.ts'

const task = (budgeted: string, weight: string) => ({ name: `任务${budgeted}`, budgeted, executed: budgeted, weight })
const total = (budgeted: string) =>
  ({ row: 'total', name: '金额合计', budgeted, executed: budgeted, weight: '10' }) as const

export const check: FormCheck = {
  id: 'task-weights-off',
  code: 'A13',
  over: 'form',
  severity: 'error',
  title: {
    passed: { zh: '各任务分值按预算分配且合计正确', en: 'The points of the tasks follow the budget and add up' },
    failed: {
      zh: '各任务分值与预算占比或合计不符',
      en: 'The points of the tasks do not follow the budget, or do not add up',
    },
  },
  why: {
    zh: '预算执行分值按各任务预算占比分配，各任务分值之和必须恰好等于预算执行分值。',
    en: 'The points for execution are spread over the tasks by budget and must add up to exactly those points.',
  },
  law: [cite('shenzhen-department-form/task-distribution'), cite('ziping-proposal/rounding-explained')],
  messages: {
    sumOff: {
      text: {
        zh: '各任务分值合计{added}分，预算执行分值为{points}分，相差{gap}分。',
        en: 'The points of the tasks add up to {added}, not {points}: {gap} apart.',
      },
      advice: { zh: '请按各任务预算占比重新分配：{repair}。', en: 'Spread the points by budget: {repair}.' },
    },
    sumOffByRounding: {
      text: {
        zh: '各任务分值合计{added}分，预算执行分值为{points}分，相差{gap}分，系按预算占比分配后逐项四舍五入所致。',
        en: 'The points of the tasks add up to {added}, not {points}: {gap} apart, because shares of the budget were rounded one by one.',
      },
      advice: {
        zh: '建议按最大余数法调整：{repair}；调整后合计恰为{points}分。',
        en: 'By largest remainder: {repair}; they then add up to exactly {points}.',
      },
    },
    rowOff: {
      text: {
        zh: '“{name}”分值{weight}分，按预算占比应为{recomputed}分。',
        en: '“{name}” has {weight} points; its share of the budget gives {recomputed}.',
      },
      advice: { zh: '请核对预算和分值，或说明分配办法。', en: 'Check budget and points, or say how they were spread.' },
    },
    alike: {
      text: {
        zh: '各任务分值相同，按所用规则应按预算占比分配，{count}个任务因此不符：如“{name}”分值{weight}分，应为{recomputed}分。',
        en: 'The tasks all carry the same points, where these rules spread them by budget; {count} are off, such as “{name}” with {weight} for {recomputed}.',
      },
      advice: {
        zh: '当地文件规定平均分配的可以不改，并选用相应规则；没有规定的，按预算占比重新分配。',
        en: 'If the local rules spread them alike, check under those; otherwise spread them by budget.',
      },
    },
    rowMissing: {
      text: {
        zh: '“{name}”有预算{budgeted}，没有分值；按预算占比应为{recomputed}分。',
        en: '“{name}” has a budget of {budgeted} and no points; its share gives {recomputed}.',
      },
      advice: { zh: '请补填分值。', en: 'Fill in the points.' },
    },
  },
  examples: [
    {
      from: 'made',
      edition: 'shenzhen-department-2021',
      form: {
        tasks: [
          { name: '基本支出', budgeted: '150', weight: '5' },
          { name: '演出经费', budgeted: '50', weight: '5' },
          { row: 'total', name: '金额合计', budgeted: '200', weight: '10' },
        ],
      },
      flagged: ['alike@tasks[0].weight'],
    },
    {
      from: 'shenzhen-guangming-2021:17',
      form: {
        tasks: [
          task('566.14', '2.52'),
          task('973.60', '4.33'),
          task('34.09', '0.15'),
          task('672.36', '2.99'),
          total('2246.19'),
        ],
      },
      flagged: ['sumOffByRounding@tasks[4].weight'],
    },
    {
      from: 'made',
      form: { tasks: [task('100', '5'), task('100', '4'), total('200')] },
      flagged: ['rowOff@tasks[1].weight', 'sumOff@tasks[2].weight'],
    },
    {
      from: 'made',
      form: { tasks: [task('100', '7'), task('100', '3'), total('200')] },
      flagged: ['rowOff@tasks[0].weight', 'rowOff@tasks[1].weight'],
    },
    {
      from: 'made',
      form: { tasks: [task('100', '5'), task('100', ''), total('200')] },
      flagged: ['rowMissing@tasks[1].weight'],
    },
    // Largest remainder: 3.33, 3.33 and 3.34 for equal thirds.
    {
      from: 'made',
      form: { tasks: [task('10', '3.34'), task('10', '3.33'), task('10', '3.33'), total('30')] },
      flagged: [],
    },
    {
      from: 'made',
      form: { executionPoints: '10', tasks: [task('100', '5'), task('100', '4.99')] },
      flagged: ['rowOff@tasks[1].weight', 'sumOff@executionPoints'],
    },
    {
      from: 'made',
      form: { tasks: [task('', '5'), task('100', '4'), total('100')] },
      flagged: ['rowOff@tasks[1].weight', 'sumOff@tasks[2].weight'],
    },
    { from: 'made', form: { tasks: [task('100', ''), task('', '5')] }, flagged: [] },
    { from: 'made', form: { tasks: [task('100', '5'), task('1OO', '5'), total('200')] }, flagged: [] },
    { from: 'made', form: { tasks: [task('100', '5'), task('0', ''), task('100', '5'), total('200')] }, flagged: [] },
    {
      from: 'F003',
      form: { kind: 'project', tasks: [{ row: 'total', budgeted: '100', executed: '98', weight: '10' }] },
      edition: 'national-project-2020',
      flagged: [],
    },
  ],
  test(subject) {
    const { form, edition } = subject
    const rows = tasksOf(form, 'task')
    if (edition.execution.distribution !== 'byBudget' || rows.every((row) => row.task.weight.raw === '')) return 'skip'
    if (rows.some(({ task }) => isUnread(task.weight) || isUnread(task.budgeted.total))) return 'unread'
    const missing = rows.filter(({ task }) => task.weight.raw === '' && task.budgeted.total.value?.isPositive === true)
    const [first, ...others] =
      missing.length > 0
        ? gather(missing, (row) => rowProblem('rowMissing', row, shareOf(subject, row)))
        : distributionProblems(
            subject,
            rows.filter(({ task }) => task.weight.value !== null),
          )
    return first === undefined ? 'pass' : [first, ...others]
  },
}

/** Points × own budget ÷ whole budget, by the form's own points; null where a budget is not known. */
function shareOf(subject: FormSubject, { path }: TaskAt): Exact | null {
  const { scored } = subject
  const share = scored.tasks.find((task) => task.path === path)!.weight.exact
  return share?.times(executionPoints(subject)).dividedBy(scored.execution.points) ?? null
}

function rowProblem(message: string, { task, path }: TaskAt, share: Exact | null): readonly Problem[] {
  if (share === null) return []
  const { name, weight, budgeted } = task
  const data = { name: name.raw, weight: weight.raw, budgeted: budgeted.total.raw, recomputed: share.toFixed(2) }
  return [{ message, data, at: [`${path}.weight`] }]
}

function distributionProblems(subject: FormSubject, rows: readonly TaskAt[]): readonly Problem[] {
  const weights = rows.map(({ task }) => task.weight.value!)
  const decimals = finestDecimals(rows.map(({ task }) => task.weight.raw))
  // Largest remainder may give a row one unit more or less than its own rounding would.
  const off = gather(rows, (row, index) => {
    const share = shareOf(subject, row)
    const isOff = share !== null && !weights[index]!.minus(share).abs().lessThan(lastPlaceOf(decimals))
    return isOff ? rowProblem('rowOff', row, share) : []
  })
  const sum = sumProblem(subject, rows, weights, decimals)
  const isSplitAlike = sum.length === 0 && areAlike(weights, lastPlaceOf(decimals))
  return [...(isSplitAlike ? splitAlike(off) : off), ...sum]
}

function sumProblem(
  subject: FormSubject,
  rows: readonly TaskAt[],
  weights: readonly Exact[],
  decimals: number,
): readonly Problem[] {
  const points = executionPoints(subject)
  const added = Exact.sum(weights)
  if (added.equals(points)) return []
  const shares = rows.map(({ task }) => task.budgeted.total.value ?? Exact.zero)
  const { explained } = gapFromRounding(weights, points, decimals, shares)
  const changes = gather(largestRemainder(shares, points, decimals), (weight, index) => {
    const { task, path } = rows[index]!
    return weight.equals(weights[index]!)
      ? []
      : [{ path: `${path}.weight`, say: `${task.name.raw} ${task.weight.raw}→${weight.toFixed(decimals)}` }]
  })
  const data = {
    added: sayFigure(added),
    points: sayFigure(points),
    gap: sayFigure(points.minus(added).abs()),
    repair: sayList(changes.map((change) => change.say)),
  }
  const total = totalRow(subject.form)
  const at: Problem['at'] = [
    total === undefined ? 'executionPoints' : `${total.path}.weight`,
    ...changes.map((change) => change.path),
  ]
  return [explained ? { message: 'sumOffByRounding', data, at, severity: 'warning' } : { message: 'sumOff', data, at }]
}
