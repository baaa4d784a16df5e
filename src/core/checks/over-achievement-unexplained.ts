import type { Edition } from '../rulebook/edition.ts'
import { cite, reachesThreshold } from '../rulebook/index.ts'
import { saidIn } from './aids/notes.ts'
import { reachedFromZero, reachedPercent, sayPercent } from './aids/scored-rows.ts'
import { mixesUnitsInRow } from './aids/units-mixed.ts'
import type { IndicatorCheck } from './check.ts'

/** The national text names no number: only where a text of the rules themselves names it must a reason be given from it on. */
function isMandatory({ overAchievement, reasons }: Edition): boolean {
  const { effect, law } = overAchievement
  return effect === 'reason' && law.some(({ clause }) => clause === reasons.overReason.law.clause)
}

export const check: IndicatorCheck = {
  id: 'over-achievement-unexplained',
  code: 'B06',
  over: 'indicator',
  severity: 'error',
  title: {
    passed: { zh: '超额较多的指标已说明原因', en: 'Large over-achievement is explained' },
    failed: { zh: '超额较多而未说明原因', en: 'Large over-achievement without a reason' },
  },
  why: {
    zh: '完成值比指标值高出很多的，应分析原因。本规则把说明原因定为必填的，列为错误；其他地区列为警告。',
    en: 'An actual far above its target needs its cause told: an error where the rules make the reason mandatory, a warning elsewhere.',
  },
  law: [cite('guangxi-self-evaluation/over-reason'), cite('caiyu-2020-10/over-achievement')],
  messages: {
    unexplainedFromZero: {
      text: {
        zh: '指标值为“{target}”，完成“{actual}”，达到{limit}，偏差原因栏为空。',
        en: 'The target is “{target}”, the actual “{actual}”, {limit} or more, and the remark is empty.',
      },
      advice: {
        zh: '在偏差原因栏写明指标值为何定为零、实际为何高出，下年合理设置指标值。',
        en: 'Say in the remark why the target was zero and the actual is above it; set a fitting target next year.',
      },
    },
    unexplained: {
      text: {
        zh: '完成“{actual}”为指标值“{target}”的{share}，达到{limit}%，偏差原因栏为空。',
        en: 'Actual “{actual}” is {share} of the target “{target}”, {limit}% or more, and the remark is empty.',
      },
      advice: {
        zh: '在偏差原因栏写明为何超额（任务增加、政策变化、指标值偏低等），以及打算怎么改进。',
        en: 'Say in the remark why (more work, new policy, a low target …) and what will be done about it.',
      },
    },
  },
  examples: [
    {
      // In 元 and in 万元: mixed-money-units speaks.
      from: 'made',
      form: { indicators: [{ name: '带动投资', target: '≥2000万元', actual: '21000000', weight: '5', score: '5' }] },
      flagged: [],
    },
    {
      from: 'made',
      edition: 'guangxi-project',
      form: {
        indicators: [
          { name: '新增就业人数', target: '≥0人', actual: '30人', weight: '5', score: '5' },
          { name: '新增社团数', target: '≥0个', actual: '29个', weight: '5', score: '5' },
        ],
      },
      flagged: ['unexplainedFromZero@indicators[0].note'],
    },
    {
      from: 'made',
      edition: 'national-project-2020',
      form: { indicators: [{ name: '新增就业人数', target: '≥0人', actual: '30人', weight: '5', score: '5' }] },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:39',
      form: { indicators: [{ name: '慰问覆盖人数', target: '≥60人', actual: '80人', weight: '0.85', score: '0.85' }] },
      flagged: ['unexplained@indicators[0].note'],
    },
    {
      from: 'F045',
      edition: 'national-project-2020',
      form: { indicators: [{ name: '担保基金放大倍数', target: '≥2倍', actual: '10倍', weight: '10', score: '10' }] },
      flagged: ['unexplained@indicators[0].note'],
    },
    {
      from: 'shenzhen-guangming-2021:49',
      form: {
        indicators: [
          {
            name: '志愿者人数',
            target: '≥1000人',
            actual: '6000人',
            weight: '0.50',
            note: '偏差原因分析:年初目标值设置过低。',
          },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '≥100人', actual: '129人', weight: '5', score: '5' }] },
      flagged: [],
    },
    {
      from: 'F051',
      form: {
        indicators: [{ name: '完工时限', target: '2023年12月', actual: '2023年10月', weight: '15', score: '15' }],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition, columns }) {
    const share = reachedPercent(scored)
    const fromZero = reachedFromZero(indicator, scored)
    if ((share === null && fromZero === null) || !columns.includes('note')) return 'skip'
    if (mixesUnitsInRow(indicator, scored)) return 'unread'
    const threshold = share === null ? 'overZeroTarget' : 'overReason'
    const reached = share ?? fromZero!
    if (!reachesThreshold(edition, threshold, reached) || saidIn(indicator.note) !== '') return 'pass'
    return {
      message: share === null ? 'unexplainedFromZero' : 'unexplained',
      data: {
        target: indicator.target.raw,
        actual: indicator.actual.raw,
        share: sayPercent(reached),
        limit: edition.reasons[threshold]!.value,
      },
      at: [`${path}.note`, `${path}.actual`],
      severity: isMandatory(edition) ? 'error' : 'warning',
    }
  },
}
