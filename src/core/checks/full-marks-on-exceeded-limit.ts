import { cite } from '../rulebook/index.ts'
import { saidIn } from './aids/notes.ts'
import { decimalsOf, hasFullMarks, sayBand } from './aids/scored-rows.ts'
import { mixesUnitsInRow } from './aids/units-mixed.ts'
import type { IndicatorCheck } from './check.ts'

export const check: IndicatorCheck = {
  id: 'full-marks-on-exceeded-limit',
  code: 'B03',
  over: 'indicator',
  severity: 'warning',
  title: {
    passed: { zh: '反向指标未超标，或超标已按规则扣分', en: 'Upper limits are kept, or the excess cost points' },
    failed: { zh: '反向指标超标', en: 'Upper limit exceeded' },
  },
  why: {
    zh: '成本等反向指标超过指标值，即为未完成，应扣分并说明原因。扣分数额不对的，由“定量未完成得分”检查。',
    en: 'A cost above its limit is a missed target: it costs points and needs a reason. A wrong deduction is left to the check of missed targets.',
  },
  law: [cite('integrated-platform/reverse'), cite('caiyu-2020-10/self-evaluation-content')],
  messages: {
    fullMarks: {
      text: {
        zh: '指标值“{target}”，完成“{actual}”，已超标；按规则应得{due}分，表中仍为满分{printed}分。',
        en: 'Target “{target}”, actual “{actual}”: exceeded. By the rule {due} points, the form still gives full marks ({printed}).',
      },
      advice: {
        zh: '核对完成值；确已超标的，得分改为{due}，并说明超标原因和改进措施。',
        en: 'Check the actual; if it is exceeded, set the score to {due} and state the cause and the remedy.',
      },
    },
    fullByRounding: {
      text: {
        zh: '指标值“{target}”，完成“{actual}”，已超标；按规则计算为{exact}分，四舍五入后恰为满分{printed}分。',
        en: 'Target “{target}”, actual “{actual}”: exceeded. The rule gives {exact}, which only rounding lifts to full marks ({printed}).',
      },
      advice: {
        zh: '得分可不改，但超标属实，须在偏差原因栏说明原因。',
        en: 'The score may stay, but the limit is exceeded: state the reason in the remark.',
      },
    },
    scoreMissing: {
      text: {
        zh: '指标值“{target}”，完成“{actual}”，已超标；得分未填，按规则应得{due}分。',
        en: 'Target “{target}”, actual “{actual}”: exceeded. No score is given; by the rule it is {due}.',
      },
      advice: {
        zh: '由填报人确认后补填得分，并说明超标原因和改进措施。',
        en: 'Have the author confirm and fill in the score, with the cause and the remedy.',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:88',
      form: {
        indicators: [{ name: '活动总成本', target: '≤47万元', actual: '47.1004万元', weight: '0.70', score: '0.7' }],
      },
      flagged: ['fullByRounding@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '印刷费', target: '≤47万元', actual: '47.1万元', weight: '0.70', score: '0.7', note: '纸价上涨。' },
        ],
      },
      flagged: ['fullByRounding@indicators[0].actual'],
    },
    {
      from: 'shenzhen-guangming-2021:109',
      form: { indicators: [{ name: '活动项目总成本', target: '≤65万元', actual: '66.5331万元', weight: '0.97' }] },
      flagged: ['scoreMissing@indicators[0].actual'],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训成本', target: '≤10万元', actual: '12万元', weight: '10', score: '10' }] },
      flagged: ['fullMarks@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '培训成本', target: '≤10万元', actual: '12万元', weight: '10', score: '8', note: '场租上涨。' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '培训成本', target: '≤10万元(以实际人数为准)', actual: '12万元', weight: '10', score: '10' },
          { name: '能耗增长率', target: '≤-5%', actual: '-3%', weight: '10', score: '10' },
          { name: '培训人数', target: '≥10人', actual: '12人', weight: '10', score: '10' },
          { name: '单位成本', target: '≤460元/平方米', actual: '460万元/平方米', weight: '10', score: '10' },
        ],
      },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:87',
      form: {
        indicators: [
          { name: '维权工作总成本', target: '≤76万元', actual: '75.83813万元', weight: '1.13', score: '1.13' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition, columns }) {
    const { printed, recomputed, exact, verdict } = scored
    if (!scored.reverse || recomputed === null || exact === null || !columns.includes('score')) return 'skip'
    // 460万元 of 460元 says nothing of the cost: mixed-money-units speaks.
    if (verdict === 'unknown' || mixesUnitsInRow(indicator, scored)) return 'unread'
    if (verdict === 'met' || (printed !== null && !hasFullMarks(scored))) return 'pass'
    const data = {
      target: indicator.target.raw,
      actual: indicator.actual.raw,
      due: sayBand(recomputed, edition),
      exact: exact.max.toFixed(decimalsOf(edition) + 2),
      printed: indicator.score.raw,
    }
    const at = [`${path}.actual`, `${path}.score`] as const
    if (printed === null) return { message: 'scoreMissing', data, at }
    if (scored.agreement === 'outside') return { message: 'fullMarks', data, at }
    // No formula decides (a target below zero), and a person judges.
    if (scored.agreement !== 'equal') return 'unread'
    return { message: 'fullByRounding', data, at, severity: saidIn(indicator.note) === '' ? 'warning' : 'info' }
  },
}
