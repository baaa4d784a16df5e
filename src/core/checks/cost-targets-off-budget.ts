import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { agrees, type CostSum, costSums, isFarOff, sayMoney } from './aids/cost-sums.ts'
import type { FormCheck, Problem } from './check.ts'

/** From this gap on (in percent of the budget) a reason is asked for. */
const LIMIT = Exact.of(5)

function problemOf(cost: CostSum): Problem | null {
  if (agrees(cost.sum, cost)) return null
  const { sum, money, unit } = cost
  const isLarge = isFarOff(cost, LIMIT)
  const isAbove = sum.greaterThan(money)
  // A few percent below are reserves; above the budget every yuan counts.
  if (!isLarge && !isAbove) return null
  const hasBetween = !cost.sumWithBetween.equals(sum)
  return {
    message: isAbove ? 'above' : hasBetween ? 'belowWithBetween' : 'below',
    data: {
      task: cost.taskName,
      words: cost.words.join('、'),
      rows: cost.rows.length,
      sum: sayMoney(sum, unit),
      budget: cost.moneyText,
      gap: sayMoney(sum.minus(money).abs(), unit),
      between: cost.between.length,
      sumWithBetween: sayMoney(cost.sumWithBetween, unit),
    },
    at: [`${cost.task}.budgeted.total`, ...cost.rows],
    certainty: 'review',
    ...(isLarge ? {} : { severity: 'info' as const }),
  }
}

const task = (row: string, name: string, content: string, budgeted: string) => ({
  row: row as 'task',
  name,
  content,
  budgeted,
})
const cost = (name: string, target: string) => ({ level1: '产出指标', level2: '成本指标', name, target })

export const check: FormCheck = {
  id: 'cost-targets-off-budget',
  code: 'D02',
  over: 'form',
  title: {
    passed: { zh: '成本指标值合计与任务预算相符', en: 'Cost targets fit the budgets of their tasks' },
    failed: { zh: '成本指标值合计与任务预算不符', en: 'Cost targets off the budget of their task' },
  },
  why: {
    zh: '成本指标应覆盖任务的预算：少了，有钱没有目标约束；多了，目标超过了批复。',
    en: 'Cost targets should cover the budget of their task: less leaves money without a target, more exceeds what was granted.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/task-ties'), cite('ziping-proposal/limits')],
  messages: {
    above: {
      text: {
        zh: '按名称（共有“{words}”）认为属于“{task}”的{rows}项成本指标，指标值合计{sum}，比预算{budget}多{gap}',
        en: '{rows} cost targets taken as belonging to “{task}” (shared words: {words}) add up to {sum}, {gap} above its budget of {budget}',
      },
      advice: {
        zh: '核对指标值；指标不属于该任务的，可不理会；预算调整过的，同步调整指标值',
        en: 'check the targets; ignore this if they belong elsewhere; adjust them where the budget was adjusted',
      },
    },
    below: {
      text: {
        zh: '按名称（共有“{words}”）认为属于“{task}”的{rows}项成本指标，指标值合计{sum}，比预算{budget}少{gap}',
        en: '{rows} cost targets taken as belonging to “{task}” (shared words: {words}) add up to {sum}, {gap} below its budget of {budget}',
      },
      advice: {
        zh: '为没有覆盖的支出补充成本指标，或说明不设的理由',
        en: 'add cost targets for the rest of the money, or say why there are none',
      },
    },
    belowWithBetween: {
      text: {
        zh: '按名称（共有“{words}”）认为属于“{task}”的{rows}项成本指标，指标值合计{sum}，比预算{budget}少{gap}；夹在其间的{between}项没有共有词语，未计入，若一并计入为{sumWithBetween}',
        en: '{rows} cost targets taken as belonging to “{task}” (shared words: {words}) add up to {sum}, {gap} below its budget of {budget}; {between} between them share no words and are left out, with them it is {sumWithBetween}',
      },
      advice: {
        zh: '先确认夹在其间的指标是否属于该任务；再为没有覆盖的支出补充成本指标，或说明不设的理由',
        en: 'settle whether the rows between belong to the task; then add cost targets for the rest of the money',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:12',
      form: {
        moneyUnit: '万元',
        tasks: [task('task', '妇女儿童工作经费', '保障妇女儿童权益', '177.60')],
        indicators: [
          cost('开展妇女儿童维权工作总成本', '≤114万元'),
          cost('全年开展各类妇女儿童活动项目总成本', '≤65万元'),
        ],
      },
      flagged: ['above@tasks[0].budgeted.total'],
    },
    {
      from: 'shenzhen-guangming-2021:10',
      form: {
        moneyUnit: '万元',
        tasks: [task('task', '区总工会工作经费', '主要用于职业化工会干部工作', '973.60')],
        indicators: [cost('职业化工作者工资成本', '455万')],
      },
      flagged: ['below@tasks[0].budgeted.total'],
    },
    {
      from: 'shenzhen-guangming-2021:13',
      form: {
        moneyUnit: '万元',
        tasks: [task('task', '志愿服务工作经费', '学雷锋日活动', '152.91'), task('task', '党建经费', '', '3')],
        indicators: [
          cost('开展学雷锋日系列活动经费', '≦10万元'),
          cost('购买人身意外医疗险经费', '≦4万元'),
          cost('文明劝导志愿服务保障经费', '≦30万元'),
          cost('党建活动总成本', '≤30万元'),
        ],
      },
      flagged: ['belowWithBetween@tasks[0].budgeted.total', 'above@tasks[1].budgeted.total'],
    },
    {
      from: 'shenzhen-guangming-2021:11',
      form: {
        moneyUnit: '万元',
        tasks: [
          task('task', '团委工作经费', '青少年维权、青少年活动、团建', '133.00'),
          task('total', '金额合计', '', '133.00'),
        ],
        indicators: [
          cost('开展青少年维权工作总成本', '≤76万元'),
          cost('全年开展各类青少年活动项目总成本', '≤47万元'),
          cost('团建项目总成本', '≤10万'),
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        moneyUnit: '万元',
        tasks: [task('task', '河道保洁经费', '河道清淤', '100')],
        indicators: [
          cost('河道清淤总成本', '≤98万元'),
          cost('河道保洁单价', '≤3万元'),
          cost('河道保洁支出标准', '≤3万元'),
        ],
      },
      flagged: [],
    },
  ],
  test(subject) {
    const sums = costSums(subject, 'target')
    if (sums.length === 0) return 'skip'
    const read = sums.filter((each) => each !== null)
    if (read.length === 0) return 'unread'
    const [first, ...others] = read.map(problemOf).filter((problem) => problem !== null)
    return first === undefined ? 'pass' : [first, ...others]
  },
}
