import { cite, reachesThreshold } from '../rulebook/index.ts'
import { admitsLowTarget, saidIn } from './aids/notes.ts'
import { hasFullMarks, reachedPercent, sayBand, sayPercent } from './aids/scored-rows.ts'
import type { IndicatorCheck, Problem } from './check.ts'

export const check: IndicatorCheck = {
  id: 'over-achievement-undeducted',
  code: 'B07',
  over: 'indicator',
  severity: 'warning',
  title: {
    passed: { zh: '因指标值偏低而超额的已调减得分', en: 'Over-achievement from a low target cost points' },
    failed: { zh: '超额应扣分而未扣', en: 'Over-achievement without the deduction due' },
  },
  why: {
    zh: '因指标值明显偏低造成超额的，应按偏离程度调减得分；有的地区规定超额达到一定幅度即扣分。全国办法未定数额，须人工判断。',
    en: 'Where a clearly low target led to the excess, the score is reduced by the deviation; some places deduct from a set excess on. The national measures name no figure: a person judges.',
  },
  law: [cite('caiyu-2020-10/over-achievement'), cite('platform-manual-2022/flat-deduction')],
  messages: {
    lowTargetAdmitted: {
      text: {
        zh: '完成“{actual}”为指标值“{target}”的{share}，说明中承认指标值偏低或须重设，得分仍为满分{printed}分。',
        en: 'Actual “{actual}” is {share} of the target “{target}”; the remark admits a low target or its resetting, yet full marks ({printed}) stand.',
      },
      advice: {
        zh: '按偏离程度调减得分并写明扣分依据；认为不应扣分的，改写说明。',
        en: 'Reduce the score by the deviation and say on what basis; if none is due, reword the remark.',
      },
    },
    scoreMissing: {
      text: {
        zh: '完成“{actual}”为指标值“{target}”的{share}，说明中承认指标值偏低或须重设；得分未填。',
        en: 'Actual “{actual}” is {share} of the target “{target}”; the remark admits a low target or its resetting; no score is given.',
      },
      advice: {
        zh: '补填得分时考虑按偏离程度调减，并写明扣分依据。',
        en: 'When filling in the score, consider a reduction by the deviation and state its basis.',
      },
    },
    deductionDue: {
      text: {
        zh: '完成“{actual}”为指标值“{target}”的{share}，按规则扣分后应得{due}分，表中为{printed}分。',
        en: 'Actual “{actual}” is {share} of the target “{target}”; after the deduction {due} points are due, the form gives {printed}.',
      },
      advice: {
        zh: '得分改为{due}，并说明超额原因。',
        en: 'Set the score to {due} and state the cause of the excess.',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:46',
      form: {
        indicators: [
          {
            name: '活动场次',
            target: '≥5场',
            actual: '52场',
            weight: '0.72',
            score: '0.72',
            note: '将重新设置合理目标值。',
          },
        ],
      },
      flagged: ['lowTargetAdmitted@indicators[0].score'],
    },
    {
      from: 'shenzhen-guangming-2021:49',
      form: {
        indicators: [
          { name: '志愿者人数', target: '≥1000人', actual: '6000人', weight: '0.50', note: '年初目标值设置过低。' },
        ],
      },
      flagged: ['scoreMissing@indicators[0].score'],
    },
    {
      from: 'shenzhen-guangming-2021:43',
      form: {
        indicators: [
          { name: '阵地数量', target: '≥7', actual: '15', weight: '0.11', score: '0.11', note: '根据实际工作调整。' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          {
            name: '培训人数',
            target: '≥100人',
            actual: '180人',
            weight: '5',
            score: '4',
            note: '年初指标值偏低,扣20%。',
          },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '≥100人', actual: '110人', weight: '5', score: '5' }] },
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
    const { recomputed, printed, weight } = scored
    if (share === null || recomputed === null || weight === null || !columns.includes('score')) return 'skip'
    const problem = (message: string): Problem => ({
      message,
      data: {
        target: indicator.target.raw,
        actual: indicator.actual.raw,
        share: sayPercent(share),
        printed: indicator.score.raw,
        due: sayBand(recomputed, edition),
      },
      at: [`${path}.score`, `${path}.note`],
      certainty: message === 'deductionDue' ? 'certain' : 'review',
    })
    const deducted = scored.verdict === 'met' && recomputed.max.lessThan(weight)
    if (deducted && printed?.greaterThan(recomputed.max)) return problem('deductionDue')
    if (!reachesThreshold(edition, 'overNotice', share)) return 'pass'
    if (!admitsLowTarget(saidIn(indicator.note))) return 'pass'
    if (printed === null) return problem('scoreMissing')
    return hasFullMarks(scored) ? problem('lowTargetAdmitted') : 'pass'
  },
}
