import { cite } from '../rulebook/index.ts'
import { isMarkedDown } from './aids/marked-down.ts'
import { decimalsOf, isWorded } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

export const check: IndicatorCheck = {
  id: 'met-target-marked-down',
  code: 'B01',
  over: 'indicator',
  severity: 'error',
  title: {
    passed: { zh: '完成指标值的定量指标已得应得分', en: 'Met quantitative targets earn what is due' },
    failed: { zh: '指标值已完成，却未得应得分', en: 'Target met, yet marked down' },
  },
  why: {
    zh: '定量指标完成的得满分。无故少计会低估成效，也使扣分失去依据。写明原因的不再提示。',
    en: 'A quantitative target that is met earns full marks; a deduction without reason understates the result. A row with a remark is left alone.',
  },
  law: [
    cite('caiyu-2020-10/quantitative'),
    cite('integrated-platform/positive'),
    cite('integrated-platform/completeness'),
  ],
  messages: {
    markedDown: {
      text: {
        zh: '指标值“{target}”，完成“{actual}”，已完成；应得{due}分，表中为{printed}分，且未说明扣分原因。',
        en: 'Target “{target}”, actual “{actual}”: met. {due} points are due, the form gives {printed} without a reason.',
      },
      advice: {
        zh: '无扣分理由的，得分改为{due}；确需扣分的，在偏差原因栏写明理由。',
        en: 'Set the score to {due}, or say in the remark why points are taken off.',
      },
    },
  },
  examples: [
    {
      from: 'F025',
      form: {
        indicators: [{ name: '违法行为责停率', target: '≥ 95 %', actual: '95', weight: '30.00', score: '27.00' }],
      },
      flagged: ['markedDown@indicators[0].score'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '培训人数', target: '≥50人', actual: '50人', weight: '10', score: '9', note: '培训名单不全,扣1分。' },
        ],
      },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:58,64',
      form: {
        indicators: [
          { name: '慰问标准符合率', target: '100%', actual: '100%', weight: '0.60', score: '0.6' },
          { name: '服务完成情况', target: '良好', actual: '良好', weight: '0.89', score: '0.80' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition, columns }) {
    const { verdict, printed, recomputed } = scored
    if (verdict !== 'met' || printed === null || recomputed === null || isWorded(indicator)) return 'skip'
    if (!isMarkedDown(indicator, scored, edition)) return 'pass'
    const due = recomputed.min.toFixed(decimalsOf(edition))
    const data = { target: indicator.target.raw, actual: indicator.actual.raw, due, printed: indicator.score.raw }
    // Without a column for remarks the reason may stand elsewhere.
    const severity = columns.includes('note') ? 'error' : 'info'
    return { message: 'markedDown', data, at: [`${path}.score`], severity, edit: { path: `${path}.score`, raw: due } }
  },
}
