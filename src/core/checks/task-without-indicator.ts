import { gather } from '../model/gather.ts'
import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import type { FormCheck, Problem } from './check.ts'

/** Percent of all money from which on a task without indicators asks for a reason. */
const LIMIT = Exact.of(5)
/** Pay and office costs have no outputs of their own, and what divides all spending names no task. */
const RUNNING =
  /^(?:[(\uff08]?[\d一二三四五六七八九十]{1,2}[)\uff09.、]+)?(?:基本支出|项目支出$|人员(?:经费|支出|类)|公用(?:经费|支出)|日常公用|运转类|特定目标类)/

export const check: FormCheck = {
  id: 'task-without-indicator',
  code: 'D01',
  over: 'form',
  title: {
    passed: { zh: '每项任务都有指标', en: 'Every task has indicators' },
    failed: { zh: '任务没有对应指标', en: 'Task without indicator' },
  },
  why: {
    zh: '有钱的任务没有指标，这部分支出就没有被自评。',
    en: 'Money of a task without indicators is not assessed at all.',
  },
  severity: 'warning',
  law: [cite('caiyu-2015-88/goal-quality'), cite('ziping-proposal/task-ties')],
  messages: {
    large: {
      text: {
        zh: '“{task}”预算{money}，占{share}%，没有名称与它相关的指标',
        en: '“{task}” holds {money}, {share} % of all money, and no indicator shares a word with it',
      },
      advice: {
        zh: '补充该任务的指标；已有指标的，在名称中写明任务',
        en: 'add indicators; where there are some, name the task in them',
      },
    },
    small: {
      text: {
        zh: '“{task}”预算{money}，没有名称与它相关的指标',
        en: '“{task}” holds {money}, and no indicator shares a word with it',
      },
      advice: {
        zh: '补充该任务的指标；已有指标的，在名称中写明任务',
        en: 'add indicators; where there are some, name the task in them',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:16',
      form: {
        moneyUnit: '万元',
        tasks: [
          { name: '基本支出', content: '主要用于人员、公用支出', budgeted: '566.14' },
          { name: '其他支出', content: '主要用于计生考核、公务车购置', budgeted: '549.69' },
          { name: '综合业务工作经费', content: '主要用于培训费支出', budgeted: '67.55' },
          { name: '团委工作经费', content: '青少年维权', budgeted: '1543.60' },
          { name: '预留', budgeted: '0' },
          { name: '2.项目支出', budgeted: '1543.60' },
        ],
        indicators: [{ name: '开展青少年维权场次', target: '≥14场' }],
      },
      flagged: ['large@tasks[1].budgeted.total', 'small@tasks[2].budgeted.total'],
    },
    {
      from: 'made',
      form: {
        tasks: [{ name: '河道保洁经费', budgeted: '10' }],
        indicators: [{ name: '食堂就餐人次', target: '≥14人次' }],
      },
      flagged: ['large@tasks[0].budgeted.total'],
    },
    {
      from: 'made',
      form: {
        tasks: [{ name: '河道保洁经费', budgeted: '10' }],
        indicators: [{ name: '河道保洁里程', target: '≥14公里' }],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { tasks: [{ row: 'total', name: '年度资金总额', budgeted: '10' }], indicators: [{ name: '河道里程' }] },
      flagged: [],
    },
  ],
  test({ form, ties }) {
    const tied = new Set(ties().map((tie) => tie.task))
    const tasks = gather(form.tasks, (task, index) => {
      const money = task.budgeted.total.value
      return task.role === 'task' && money?.isPositive === true ? [{ task, money, path: `tasks[${index}]` }] : []
    })
    if (tasks.length === 0 || form.indicators.length === 0) return 'skip'
    const all = Exact.sum(tasks.map(({ money }) => money))
    const bare = tasks.filter(({ task, path }) => !tied.has(path) && !RUNNING.test(task.name.raw))
    return answerOf(
      bare.map(({ task, money, path }): Problem => {
        const share = money.times(Exact.hundred).dividedBy(all)
        const isLarge = share.greaterThan(LIMIT)
        const data = {
          task: task.name.raw,
          money: `${task.budgeted.total.raw}${form.moneyUnit.value ?? ''}`,
          share: share.toFixed(1),
        }
        return {
          message: isLarge ? 'large' : 'small',
          data,
          at: [`${path}.budgeted.total`],
          certainty: 'review',
          ...(isLarge ? {} : { severity: 'info' as const }),
        }
      }),
    )
  },
}
