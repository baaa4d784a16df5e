import { Exact, type Indicator, type ScoredRow } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { cite, reachesThreshold } from '../rulebook/index.ts'
import { isMarkedDown } from './aids/marked-down.ts'
import { saidIn } from './aids/notes.ts'
import { hasLostPoints, reachedPercent } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

/** Points as printed, without the sign of their unit: 15 of 15%, 15 of 15分. */
function pointsIn({ raw }: { readonly raw: string }): string {
  return raw.trim().replace(/[%\uff05分]$/, '')
}

const EXECUTION = /^(?:部门|项目)?(?:整体)?(?:预算|资金|支出|财政资金|预算资金)?执行率/

/** A row of the execution with the points that its formula gives: a reason is asked for only below the rate that asks for one. */
function isFormulaOfExecution(indicator: Indicator, scored: ScoredRow, edition: Edition): boolean {
  if (indicator.level1Kind !== 'execution' && !EXECUTION.test(indicator.name.raw)) return false
  const rate = reachedPercent(scored)
  // Where the form has no column of results, the share of the points is the rate. Points were lost: there are such.
  if (indicator.actual.raw === '') {
    const share = scored.printed!.dividedBy(scored.weight!).times(Exact.hundred)
    return !reachesThreshold(edition, 'executionBelow', share)
  }
  return rate !== null && scored.agreement === 'equal' && !reachesThreshold(edition, 'executionBelow', rate)
}

export const check: IndicatorCheck = {
  id: 'deduction-unexplained',
  code: 'B11',
  over: 'indicator',
  severity: 'error',
  title: {
    passed: { zh: '扣分的指标都说明了原因', en: 'Every deduction has its reason' },
    failed: { zh: '扣分而未说明原因', en: 'Deduction without a reason' },
  },
  why: {
    zh: '得分低于分值的，必须在偏差原因栏说明原因；没有这一栏的表不查。',
    en: 'A score below its weight needs a reason in the remark; forms without that column are left alone.',
  },
  law: [cite('integrated-platform/completeness'), cite('caiyu-2020-10/self-evaluation-content')],
  messages: {
    unexplained: {
      text: {
        zh: '分值{weight}分，得{printed}分，扣{lost}分，偏差原因栏为空。',
        en: 'Weight {weight}, score {printed}: {lost} lost, and the remark is empty.',
      },
      advice: {
        zh: '写明扣分原因和改进措施；不应扣分的，改正得分。',
        en: 'State cause and remedy; if no deduction is due, mend the score.',
      },
    },
  },
  examples: [
    {
      from: 'F003',
      form: {
        indicators: [
          { name: '组织培训情况', target: '有效提升', actual: '基本达成', weight: '5', score: '4' },
          // Met by its dates: met-target-marked-down speaks.
          { name: '经费完成时间', target: '2021年12月完成', actual: '2021年12月完成', weight: '5', score: '4' },
        ],
      },
      flagged: ['unexplained@indicators[0].note'],
    },
    {
      from: 'shenzhen-guangming-2021:38',
      form: {
        indicators: [
          {
            name: '工会工作者人数',
            target: '65人',
            actual: '64人',
            weight: '5.06',
            score: '4.98',
            note: '人员正常流动。',
          },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '≥50人', actual: '50人', weight: '7.143', score: '7.14' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '预算执行率', target: '=100%', actual: '97.5%', weight: '10', score: '9.75' },
          { name: '预算执行率', target: '=100%', actual: '80%', weight: '10', score: '8' },
          { name: '项目资金执行率', target: '=100%', actual: '未统计', weight: '10', score: '8' },
          { name: '预算执行率', target: '=100%', weight: '10', score: '9.8' },
        ],
      },
      flagged: ['unexplained@indicators[1].note', 'unexplained@indicators[2].note'],
    },
    {
      from: 'F023',
      form: { indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头' }] },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition, columns }) {
    const { weight, printed } = scored
    if (weight === null || printed === null || !columns.includes('note')) return 'skip'
    if (!hasLostPoints(scored, edition) || saidIn(indicator.note) !== '') return 'pass'
    if (isFormulaOfExecution(indicator, scored, edition)) return 'pass'
    // Met by its figures: the score is wrong, and met-target-marked-down says so.
    if (isMarkedDown(indicator, scored, edition)) return 'skip'
    const data = {
      weight: pointsIn(indicator.weight),
      printed: pointsIn(indicator.score),
      lost: weight.minus(printed).toString(),
    }
    return { message: 'unexplained', data, at: [`${path}.note`, `${path}.score`] }
  },
}
