import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { agrees, type CostSum, costSums, isFarOff, sayMoney } from './aids/cost-sums.ts'
import type { FormCheck, Problem } from './check.ts'

/** From this gap on (in percent of what was spent) a reason is asked for. */
const LIMIT = Exact.of(1)

function problemOf(cost: CostSum): Problem | null {
  const { sum, sumWithBetween, money, unit } = cost
  const isConfirmed = agrees(sum, cost)
  const isConfirmedWithBetween = agrees(sumWithBetween, cost)
  const hasBetween = !sumWithBetween.equals(sum)
  const isSmall = isConfirmed || isConfirmedWithBetween || !isFarOff(cost, LIMIT)
  // To the last decimal: nothing to say. Within them: said, so that nobody wonders.
  if (sum.equals(money)) return null
  return {
    message: isConfirmed
      ? 'confirmed'
      : isConfirmedWithBetween
        ? 'confirmedWithBetween'
        : sum.greaterThan(money)
          ? 'above'
          : hasBetween
            ? 'belowWithBetween'
            : 'below',
    data: {
      task: cost.taskName,
      words: cost.words.join('、'),
      rows: cost.rows.length,
      sum: sayMoney(sum, unit),
      executed: cost.moneyText,
      gap: sayMoney(sum.minus(money).abs(), unit),
      between: cost.between.length,
      sumWithBetween: sayMoney(sumWithBetween, unit),
    },
    at: [`${cost.task}.executed.total`, ...cost.rows, ...(isConfirmedWithBetween && hasBetween ? cost.between : [])],
    certainty: isConfirmed ? 'certain' : 'review',
    ...(isSmall ? { severity: 'info' as const } : {}),
  }
}

const task = (name: string, content: string, executed: string) => ({ name, content, executed })
const cost = (name: string, actual: string) => ({ level1: '产出指标', level2: '成本指标', name, actual })

export const check: FormCheck = {
  id: 'cost-actuals-off-execution',
  code: 'D03',
  over: 'form',
  title: {
    passed: { zh: '成本完成值合计与任务执行数相符', en: 'Cost actuals fit what their tasks spent' },
    failed: { zh: '成本完成值合计与任务执行数不符', en: 'Cost actuals off the spending of their task' },
  },
  why: {
    zh: '任务的钱如果都设了成本指标，完成值合计应等于执行数；对不上，说明有支出没有指标，或者有数填错。',
    en: 'Where all money of a task has cost rows, their actuals add up to what was spent; if not, money has no row or a figure is wrong.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/task-ties'), cite('ziping-proposal/rounding-explained')],
  messages: {
    confirmed: {
      text: {
        zh: '“{task}”的{rows}项成本完成值合计{sum}，与执行数{executed}在书写精度内一致，可印证其对应关系（共有“{words}”）',
        en: 'the {rows} cost actuals of “{task}” add up to {sum}: within the written decimals that is the {executed} spent, which confirms the tie (shared words: {words})',
      },
      advice: { zh: '无须处理', en: 'nothing to do' },
    },
    confirmedWithBetween: {
      text: {
        zh: '按名称（共有“{words}”）认为属于“{task}”的{rows}项成本完成值合计{sum}；夹在其间的{between}项一并计入为{sumWithBetween}，与执行数{executed}在书写精度内一致',
        en: '{rows} cost actuals taken as belonging to “{task}” (shared words: {words}) add up to {sum}; with the {between} rows between them {sumWithBetween}, within the written decimals the {executed} spent',
      },
      advice: { zh: '确认夹在其间的指标属于该任务', en: 'confirm that the rows between belong to the task' },
    },
    above: {
      text: {
        zh: '按名称（共有“{words}”）认为属于“{task}”的{rows}项成本完成值合计{sum}，比执行数{executed}多{gap}',
        en: '{rows} cost actuals taken as belonging to “{task}” (shared words: {words}) add up to {sum}, {gap} above the {executed} spent',
      },
      advice: {
        zh: '核对完成值和执行数；指标不属于该任务的，可不理会',
        en: 'check the actuals and the spending; ignore this if the rows belong elsewhere',
      },
    },
    below: {
      text: {
        zh: '按名称（共有“{words}”）认为属于“{task}”的{rows}项成本完成值合计{sum}，比执行数{executed}少{gap}',
        en: '{rows} cost actuals taken as belonging to “{task}” (shared words: {words}) add up to {sum}, {gap} below the {executed} spent',
      },
      advice: {
        zh: '核对数字；属实的，说明其余支出用在何处，并补充成本指标',
        en: 'check the figures; if right, tell where the rest went and add cost rows for it',
      },
    },
    belowWithBetween: {
      text: {
        zh: '按名称（共有“{words}”）认为属于“{task}”的{rows}项成本完成值合计{sum}，比执行数{executed}少{gap}；夹在其间的{between}项没有共有词语，未计入，若一并计入为{sumWithBetween}',
        en: '{rows} cost actuals taken as belonging to “{task}” (shared words: {words}) add up to {sum}, {gap} below the {executed} spent; {between} between them share no words and are left out, with them it is {sumWithBetween}',
      },
      advice: {
        zh: '先确认夹在其间的指标是否属于该任务；再说明其余支出用在何处，并补充成本指标',
        en: 'settle whether the rows between belong to the task; then tell where the rest went',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:11',
      form: {
        moneyUnit: '万元',
        tasks: [task('团委工作经费', '青少年维权、青少年活动、团建', '132.40')],
        indicators: [
          cost('开展青少年维权工作总成本', '75.83813万元'),
          cost('全年开展各类青少年活动项目总成本', '47.1004万元'),
          cost('团建项目总成本', '9.4656万'),
        ],
      },
      flagged: ['confirmed@tasks[0].executed.total'],
    },
    {
      from: 'shenzhen-guangming-2021:10',
      form: {
        moneyUnit: '万元',
        tasks: [task('区总工会工作经费', '主要用于职业化工会干部工作', '972.77')],
        indicators: [cost('职业化工作者工资成本', '455万')],
      },
      flagged: ['below@tasks[0].executed.total'],
    },
    {
      from: 'shenzhen-guangming-2021:13',
      form: {
        moneyUnit: '万元',
        tasks: [task('志愿服务工作经费', '学雷锋日活动', '151.46')],
        indicators: [
          cost('开展学雷锋日系列活动经费', '9.9095万元'),
          cost('购买人身意外医疗险经费', '3.65万元'),
          cost('文明劝导志愿服务保障经费', '15.984万元'),
        ],
      },
      flagged: ['belowWithBetween@tasks[0].executed.total'],
    },
    {
      from: 'made',
      form: {
        moneyUnit: '元',
        tasks: [
          task('河道保洁经费', '河道清淤', '30000'),
          task('路灯维护经费', '路灯更换', '1000'),
          task('绿化养护经费', '', '0'),
        ],
        indicators: [
          cost('河道清淤费用', '1万元'),
          cost('租船费', '5000元'),
          cost('河道保洁费用', '15000元'),
          cost('路灯更换费用', '1200元'),
          cost('绿化养护费用', '10元'),
        ],
      },
      flagged: [
        'confirmedWithBetween@tasks[0].executed.total',
        'above@tasks[1].executed.total',
        'above@tasks[2].executed.total',
      ],
    },
    {
      from: 'made',
      form: {
        moneyUnit: '万元',
        tasks: [task('河道保洁经费', '河道清淤', '30.00')],
        indicators: [cost('河道清淤费用', '10万元'), cost('河道保洁费用', '20.00万元')],
      },
      flagged: [],
    },
  ],
  test(subject) {
    const sums = costSums(subject, 'actual')
    if (sums.length === 0) return 'skip'
    const read = sums.filter((each) => each !== null)
    if (read.length === 0) return 'unread'
    const [first, ...others] = read.map(problemOf).filter((problem) => problem !== null)
    return first === undefined ? 'pass' : [first, ...others]
  },
}
