import { isRead, isUnread } from '../arithmetic/index.ts'
import type { Task } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sayFigure } from './aids/figures.ts'
import { nameOfTask } from './aids/money.ts'
import { mixesUnits } from './aids/units-mixed.ts'
import type { TaskCheck } from './check.ts'

/** Both amounts of the source, which are read, stand in the total too. */
function isSameMoney(total: Task, source: Task): boolean {
  return (['budgeted', 'executed'] as const).every(
    (side) => total[side].total.value?.equals(source[side].total.value!) === true,
  )
}

const row = (budgeted: string, executed: string) => ({ name: '培训经费', budgeted, executed })

export const check: TaskCheck = {
  id: 'execution-above-budget',
  code: 'A14',
  over: 'task',
  severity: 'warning',
  title: {
    passed: { zh: '执行数不超过预算数', en: 'No more was executed than budgeted' },
    failed: { zh: '执行数超过预算数', en: 'More was executed than budgeted' },
  },
  why: {
    zh: '执行数不应超过全年（调整后）预算数；超出的多为漏填调整预算或填错金额，执行得分也不能因此超过分值。',
    en: 'Spending stays within the adjusted budget; an excess mostly means an adjustment left out or a wrong amount, and earns nothing extra.',
  },
  law: [cite('ziping-proposal/limits'), cite('integrated-platform/execution-rate')],
  messages: {
    above: {
      text: {
        zh: '“{name}”执行{executed}，超过预算{budgeted}，超出{excess}。',
        en: '“{name}”: {executed} executed of {budgeted} budgeted, {excess} too much.',
      },
      advice: {
        zh: '请核对预算数是否为调整后预算、执行数是否填错；确属超支的，说明原因。',
        en: 'Check that the budget is the adjusted one and the amounts are right; explain a true overspending.',
      },
    },
  },
  examples: [
    { from: 'F022', form: { tasks: [row('100', '103.5')] }, flagged: ['above@tasks[0].executed.total'] },
    {
      from: 'made',
      form: {
        tasks: [
          { row: 'total', name: '年度资金总额', budgeted: '100', executed: '103.5' },
          { row: 'source', name: '其中:当年财政拨款', budgeted: '100', executed: '103.5' },
        ],
      },
      flagged: ['above@tasks[0].executed.total'],
    },
    {
      from: 'made',
      form: {
        tasks: [
          { row: 'total', name: '年度资金总额', budgeted: '', executed: '' },
          { row: 'source', name: '其中:当年财政拨款', budgeted: '100', executed: '103.5' },
        ],
      },
      flagged: ['above@tasks[1].executed.total'],
    },
    { from: 'shenzhen-guangming-2021:14', form: { tasks: [row('34.09', '34.09')] }, flagged: [] },
    { from: 'shenzhen-guangming-2021:8', form: { tasks: [row('', ''), row('0', '5')] }, flagged: [] },
    { from: 'made', form: { tasks: [row('1OO', '103.5'), row('186', '1860000')] }, flagged: [] },
  ],
  test({ form, task, path }) {
    const budgeted = task.budgeted.total
    const executed = task.executed.total
    if (isUnread(budgeted) || isUnread(executed)) return 'unread'
    if (!isRead(budgeted) || !isRead(executed) || !budgeted.value.isPositive) return 'skip'
    if (executed.value.atMost(budgeted.value)) return 'pass'
    // One of them is in 元: mixed-money-units speaks.
    if (mixesUnits(task)) return 'unread'
    // The only source of the total: told at the total.
    if (task.role === 'source' && form.tasks.some((other) => other.role === 'total' && isSameMoney(other, task)))
      return 'skip'
    const excess = sayFigure(executed.value.minus(budgeted.value))
    const data = { name: nameOfTask(task), budgeted: budgeted.raw, executed: executed.raw, excess }
    return { message: 'above', data, at: [`${path}.executed.total`, `${path}.budgeted.total`] }
  },
}
