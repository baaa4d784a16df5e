import { gather } from '../model/gather.ts'
import { Exact } from '../model/index.ts'
import { cite, figureOf } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { nameOfTask } from './aids/money.ts'
import type { FormCheck, Problem } from './check.ts'

/** Percent of the initial budget, where the rules name none. */
const LIMIT = Exact.of(30)
const REASON = /调整|调剂|追加|压减|调减|调增|收回|结转|新增/

export const check: FormCheck = {
  id: 'budget-adjustment-unexplained',
  code: 'D11',
  over: 'form',
  title: {
    passed: { zh: '预算调整不大或有说明', en: 'Budget adjustments are small or explained' },
    failed: { zh: '预算调整较大没有说明', en: 'Large budget adjustment without reason' },
  },
  why: {
    zh: '全年预算与年初预算相差很大，说明年初编制不准或任务有变，目标也应随之调整。',
    en: 'A budget far from its first figure was planned badly or its task changed; the goals should follow.',
  },
  severity: 'warning',
  law: [cite('sichuan-2023/explanations'), cite('ziping-proposal/limits')],
  messages: {
    unexplained: {
      text: {
        zh: '“{name}”年初预算{initial}，全年预算{adjusted}，调整{share}%，没有说明原因',
        en: '“{name}”: the initial budget of {initial} became {adjusted}, {share} % off, and no reason is told',
      },
      advice: {
        zh: '说明预算调整的原因，并核对绩效目标是否同步调整',
        en: 'tell the cause, and check whether the goals were adjusted too',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: { tasks: [{ row: 'total', name: '年度资金总额', initialBudget: '100.00', budgeted: '153.60' }] },
      flagged: ['unexplained@tasks[0].budgeted.total'],
    },
    {
      from: 'made',
      form: {
        tasks: [
          { row: 'total', name: '年度资金总额', initialBudget: '100', budgeted: '130' },
          { name: '培训费', initialBudget: '100', budgeted: '50', note: '年中调减培训5期' },
          { name: '会议费', initialBudget: '0', budgeted: '5' },
          { name: '印刷费', budgeted: '5' },
          { row: 'source', name: '其中:财政拨款', initialBudget: '1', budgeted: '5' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', initialBudget: '100', budgeted: '153.6' }],
        facts: { 存在问题: '年中追加预算较多' },
      },
      flagged: [],
    },
    {
      from: 'F025',
      edition: 'sichuan-project-2023',
      form: { tasks: [{ row: 'total', name: '年度资金总额', initialBudget: '100', budgeted: '101' }] },
      flagged: ['unexplained@tasks[0].budgeted.total'],
    },
    { from: 'made', form: { tasks: [{ name: '印刷费', budgeted: '5' }] }, flagged: [] },
  ],
  test({ form, edition }) {
    const { budgetAdjustment } = edition.reasons
    const limit = budgetAdjustment === undefined ? LIMIT : figureOf(budgetAdjustment)
    const changed = gather(form.tasks, (task, index) => {
      const [initial, adjusted] = [task.initialBudget.value, task.budgeted.total.value]
      if ((task.role !== 'task' && task.role !== 'total') || initial === null || adjusted === null) return []
      return initial.isPositive ? [{ task, initial, adjusted, path: `tasks[${index}].budgeted.total` }] : []
    })
    if (changed.length === 0) return 'skip'
    if (form.facts.some(({ text }) => REASON.test(text.raw))) return 'pass'
    return answerOf(
      gather(changed, ({ task, initial, adjusted, path }): Problem[] => {
        const share = adjusted.minus(initial).abs().times(Exact.hundred).dividedBy(initial)
        if (share.atMost(limit) || REASON.test(task.note.raw + task.completion.raw)) return []
        const data = {
          name: nameOfTask(task),
          initial: task.initialBudget.raw,
          adjusted: task.budgeted.total.raw,
          share: share.round(1).toString(),
        }
        return [{ message: 'unexplained', data, at: [path] }]
      }),
    )
  },
}
