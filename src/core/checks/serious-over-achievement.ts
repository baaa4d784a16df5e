import { cite, reachesThreshold } from '../rulebook/index.ts'
import { saidIn } from './aids/notes.ts'
import { reachedPercent, sayPercent } from './aids/scored-rows.ts'
import { mixesUnitsInRow } from './aids/units-mixed.ts'
import type { IndicatorCheck } from './check.ts'

export const check: IndicatorCheck = {
  id: 'serious-over-achievement',
  code: 'B08',
  over: 'indicator',
  severity: 'warning',
  title: {
    passed: { zh: '没有成倍超额的指标', en: 'No target is exceeded by multiples' },
    failed: { zh: '完成值成倍超过指标值', en: 'Actual a multiple of the target' },
  },
  why: {
    zh: '成倍超额通常不是成绩，而是指标值失去约束或数据有误。已写说明的只作提示。',
    en: 'A multiple of the target is seldom a success: the target binds nothing, or a figure is wrong. With a remark it is a hint only.',
  },
  law: [cite('ziping-proposal/limits'), cite('caiyu-2020-10/over-achievement')],
  messages: {
    multiple: {
      text: {
        zh: '完成“{actual}”为指标值“{target}”的{share}，达到{limit}%。',
        en: 'Actual “{actual}” is {share} of the target “{target}”: {limit}% or more.',
      },
      advice: {
        zh: '先核对数字、单位和小数点；数据无误的，说明原因，下年按实际水平重设指标值。',
        en: 'Check figure, unit and decimal point first; if right, state the cause and reset the target by what was reached.',
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
      from: 'shenzhen-guangming-2021:48',
      form: {
        indicators: [{ name: '服务人次', target: '≥10000人次', actual: '20000人次', weight: '0.72', score: '0.72' }],
      },
      flagged: ['multiple@indicators[0].actual'],
    },
    {
      from: 'shenzhen-guangming-2021:49',
      form: {
        indicators: [
          { name: '志愿者人数', target: '≥1000人', actual: '6000人', weight: '0.50', note: '目标值设置过低。' },
        ],
      },
      flagged: ['multiple@indicators[0].actual'],
    },
    {
      from: 'shenzhen-guangming-2021:40',
      form: { indicators: [{ name: '个案建档数', target: '≥127个', actual: '229个', weight: '0.85' }] },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:64',
      form: { indicators: [{ name: '服务完成情况', target: '良好', actual: '良好', weight: '0.89', score: '0.89' }] },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition }) {
    const share = reachedPercent(scored)
    if (share === null) return 'skip'
    if (mixesUnitsInRow(indicator, scored)) return 'unread'
    const limit = edition.reasons.overSerious.value
    if (!reachesThreshold(edition, 'overSerious', share)) return 'pass'
    return {
      message: 'multiple',
      data: { target: indicator.target.raw, actual: indicator.actual.raw, share: sayPercent(share), limit },
      at: [`${path}.actual`, `${path}.target`],
      severity: saidIn(indicator.note) === '' ? 'warning' : 'info',
      certainty: 'review',
    }
  },
}
