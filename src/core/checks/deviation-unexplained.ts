import { Exact } from '../model/index.ts'
import { cite, reachesThreshold } from '../rulebook/index.ts'
import { saidIn } from './aids/notes.ts'
import { hasLostPoints, reachedPercent, sayPercent, usedPercent } from './aids/scored-rows.ts'
import { mixesUnitsInRow } from './aids/units-mixed.ts'
import type { IndicatorCheck } from './check.ts'

export const check: IndicatorCheck = {
  id: 'deviation-unexplained',
  code: 'B18',
  over: 'indicator',
  severity: 'warning',
  title: {
    passed: { zh: '偏离较大的指标已说明原因', en: 'Large deviations are explained' },
    failed: { zh: '偏离较大而未说明原因', en: 'Large deviation without a reason' },
  },
  why: {
    zh: '完成值与指标值偏离较大的应说明。本项只查完成不足和反向指标超标；超额、成本偏低和已扣分的，另有检查，不重复提示。',
    en: 'A large deviation is to be explained. Only shortfalls and exceeded limits are looked at here: excess, low costs and rows that lost points have checks of their own.',
  },
  law: [cite('review-practice/deviation'), cite('caiyu-2020-10/self-evaluation-content')],
  messages: {
    short: {
      text: {
        zh: '指标值“{target}”，完成“{actual}”，少{gap}，偏离超过{limit}%，未说明原因。',
        en: 'Target “{target}”, actual “{actual}”: {gap} short, more than {limit}% off, without a reason.',
      },
      advice: {
        zh: '写明未完成的原因和改进措施，并核对得分。',
        en: 'State cause and remedy, and check the score.',
      },
    },
    beyond: {
      text: {
        zh: '指标值“{target}”，实际“{actual}”，超出{gap}，偏离超过{limit}%，未说明原因。',
        en: 'Target “{target}”, actual “{actual}”: {gap} beyond, more than {limit}% off, without a reason.',
      },
      advice: {
        zh: '写明超出的原因和改进措施，并核对得分。',
        en: 'State cause and remedy, and check the score.',
      },
    },
  },
  examples: [
    {
      from: 'F047',
      form: { indicators: [{ name: '自动监测子站', target: '11个', actual: '0' }] },
      flagged: ['short@indicators[0].actual'],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训成本', target: '≤10万元', actual: '13万元', weight: '5', score: '5' }] },
      flagged: ['beyond@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '培训成本', target: '≤10万元', actual: '13万元', weight: '5', score: '3.5', note: '场租上涨。' },
        ],
      },
      flagged: [],
    },
    {
      from: 'F015',
      form: { indicators: [{ name: '资助困难学生', target: '52', actual: '10', weight: '20.00', score: '3.85' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [{ name: '单位成本', target: '≤460元/平方米', actual: '460万元/平方米', weight: '5', score: '5' }],
      },
      flagged: [],
    },
    { from: 'F019', form: { indicators: [{ name: '市民满意度调查', target: '290%', actual: '100%' }] }, flagged: [] },
    {
      from: 'shenzhen-guangming-2021:38',
      form: { indicators: [{ name: '工会工作者人数', target: '65人', actual: '64人', weight: '5.06', score: '4.98' }] },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:64',
      form: { indicators: [{ name: '服务完成情况', target: '良好', actual: '良好', weight: '0.89', score: '0.89' }] },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition, columns }) {
    const reached = reachedPercent(scored)
    const used = usedPercent(scored)
    const gap = reached === null ? used?.minus(Exact.hundred) : Exact.hundred.minus(reached)
    if (gap === undefined || !columns.includes('note')) return 'skip'
    // What may have been misread, or is in 元 here and in 万元 there, is asked for first: sign-variant, mixed-money-units.
    if (scored.verdict === 'unknown' || mixesUnitsInRow(indicator, scored)) return 'unread'
    const limit = edition.reasons.deviation.value
    if (!reachesThreshold(edition, 'deviation', gap) || saidIn(indicator.note) !== '') return 'pass'
    if (hasLostPoints(scored, edition)) return 'pass'
    return {
      message: reached === null ? 'beyond' : 'short',
      data: { target: indicator.target.raw, actual: indicator.actual.raw, gap: sayPercent(gap), limit },
      at: [`${path}.actual`, `${path}.note`],
    }
  },
}
