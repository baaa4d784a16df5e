import { cite, reachesThreshold } from '../rulebook/index.ts'
import { isLeftUnexplained } from './aids/over-reason.ts'
import { reachedPercent, sayPercent } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

export const check: IndicatorCheck = {
  id: 'over-achievement',
  code: 'B05',
  over: 'indicator',
  severity: 'info',
  title: {
    passed: { zh: '完成值没有明显超过指标值', en: 'No actual is well above its target' },
    failed: { zh: '完成值明显超过指标值', en: 'Actual well above its target' },
  },
  why: {
    zh: '明显超额的，常因指标值定得偏低或完成值填错，审核时会标红核对。',
    en: 'An actual well above its target often means a low target or a slip of the pen; reviewers look at it.',
  },
  law: [cite('integrated-platform/over-notice'), cite('caiyu-2020-10/over-achievement')],
  messages: {
    over: {
      text: {
        zh: '指标值“{target}”，完成“{actual}”，为指标值的{share}，超过{limit}%。',
        en: 'Target “{target}”, actual “{actual}”: {share} of the target, above {limit}%.',
      },
      advice: {
        zh: '核对完成值；数据无误的，说明超额原因，下年合理设置指标值。',
        en: 'Check the actual; if it is right, state the cause and set a fitting target next year.',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:41',
      form: { indicators: [{ name: '活动场数', target: '≥14场', actual: '18场', weight: '0.52', score: '0.52' }] },
      flagged: ['over@indicators[0].actual'],
    },
    {
      from: 'shenzhen-guangming-2021:39',
      form: {
        indicators: [
          { name: '慰问覆盖人数', target: '≥60人', actual: '80人', weight: '0.85', note: '年中增加慰问对象。' },
          { name: '走访人数', target: '≥60人', actual: '80人', weight: '0.85' },
        ],
      },
      flagged: ['over@indicators[0].actual'],
    },
    {
      from: 'F051',
      form: { indicators: [{ name: '钢结构围栏', target: '≥120米', actual: '121.5米', weight: '10', score: '10' }] },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:109',
      form: {
        indicators: [{ name: '活动项目总成本', target: '≤65万元', actual: '80万元', weight: '0.97', score: '0.75' }],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition, columns }) {
    const share = reachedPercent(scored)
    // Farther above and without a word: over-achievement-unexplained says so.
    if (share === null || isLeftUnexplained(indicator, share, edition, columns)) return 'skip'
    const limit = edition.reasons.overNotice.value
    if (!reachesThreshold(edition, 'overNotice', share)) return 'pass'
    const data = { target: indicator.target.raw, actual: indicator.actual.raw, share: sayPercent(share), limit }
    return { message: 'over', data, at: [`${path}.actual`] }
  },
}
