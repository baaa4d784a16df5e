import { isRead, isUnread } from '../arithmetic/index.ts'
import { cite } from '../rulebook/index.ts'
import { nameOfTask } from './aids/money.ts'
import type { TaskCheck } from './check.ts'

const row = (budgeted: string, executed: string) => ({ name: '培训经费', budgeted, executed })

export const check: TaskCheck = {
  id: 'execution-without-budget',
  code: 'A15',
  over: 'task',
  severity: 'error',
  title: {
    passed: { zh: '有执行数的都有预算数', en: 'Whatever was executed was budgeted' },
    failed: { zh: '有执行数而没有预算数', en: 'Executed without a budget' },
  },
  why: {
    zh: '没有预算就不能计算执行率；无预算支出本身也需要说明。',
    en: 'Without a budget there is no rate, and spending without one needs an explanation of its own.',
  },
  law: [cite('integrated-platform/execution-rate')],
  messages: {
    zero: {
      text: {
        zh: '“{name}”预算为{budgeted}，却执行了{executed}。',
        en: '“{name}”: the budget is {budgeted}, yet {executed} was executed.',
      },
      advice: {
        zh: '请核对预算数（应填全年调整后预算）；确属无预算支出的，说明资金来源。',
        en: 'Check the budget (the adjusted one belongs here); explain where the money came from otherwise.',
      },
    },
    blank: {
      text: {
        zh: '“{name}”执行了{executed}，没有填写预算数。',
        en: '“{name}”: {executed} was executed, and no budget is given.',
      },
      advice: { zh: '请补填全年（调整后）预算数。', en: 'Fill in the adjusted budget.' },
    },
  },
  examples: [
    { from: 'made', form: { tasks: [row('0', '5')] }, flagged: ['zero@tasks[0].budgeted.total'] },
    { from: 'F035', form: { tasks: [row('', '12.5')] }, flagged: ['blank@tasks[0].budgeted.total'] },
    { from: 'shenzhen-guangming-2021:14', form: { tasks: [row('34.09', '34.09')] }, flagged: [] },
    { from: 'shenzhen-guangming-2021:8', form: { tasks: [row('', ''), row('0', '0')] }, flagged: [] },
    { from: 'made', form: { tasks: [row('O', '5')] }, flagged: [] },
  ],
  test({ task, path }) {
    const budgeted = task.budgeted.total
    const executed = task.executed.total
    if (isUnread(budgeted) || isUnread(executed)) return 'unread'
    if (!isRead(executed) || !executed.value.isPositive) return 'skip'
    const data = { name: nameOfTask(task), budgeted: budgeted.raw, executed: executed.raw }
    const at = [`${path}.budgeted.total`, `${path}.executed.total`] as const
    if (!isRead(budgeted)) return { message: 'blank', data, at, severity: 'warning', certainty: 'review' }
    return budgeted.value.isZero ? { message: 'zero', data, at } : 'pass'
  },
}
