import { type Band, Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { isWorded, sayBand, sayPercent, shareOf } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

function holds({ min, max, maxExcluded }: Band, score: Exact): boolean {
  return score.atLeast(min) && (maxExcluded ? score.lessThan(max) : score.atMost(max))
}

export const check: IndicatorCheck = {
  id: 'tier-score-mismatch',
  code: 'B09',
  over: 'indicator',
  severity: 'error',
  title: {
    passed: { zh: '定性指标得分在所属档位之内', en: 'Qualitative scores lie within their tier' },
    failed: { zh: '定性指标得分与所属档位不符', en: 'Qualitative score outside its tier' },
  },
  why: {
    zh: '定性指标先定档，再在该档分值区间内计分。“基本达成”归哪一档，文件用语不一：只提示，不判错。',
    en: 'A qualitative row is scored within the window of its tier. Texts differ on the tier of “basically met”: a hint, no error.',
  },
  law: [
    cite('caiyu-2020-10/qualitative-tiers'),
    cite('integrated-platform/qualitative-tiers'),
    cite('caiyu-2021-101/tiers'),
  ],
  messages: {
    outside: {
      text: {
        zh: '完成情况为“{word}”，该档应得{band}分，表中为{printed}分（分值的{share}）。',
        en: 'The result is “{word}”: its tier allows {band} points, the form gives {printed} ({share} of the weight).',
      },
      advice: {
        zh: '改正得分，或按实际成效改写完成情况，使二者属于同一档。',
        en: 'Mend the score, or reword the result by what was really achieved, so that both belong to one tier.',
      },
    },
    depends: {
      text: {
        zh: '“{word}”得分{printed}分（分值的{share}）：按一种理解应得{fits}分，相符；按另一种理解应得{misses}分，不符。',
        en: '“{word}” scored {printed} ({share} of the weight): right if {fits} points are due, wrong under the other reading ({misses}).',
      },
      advice: {
        zh: '向财政部门确认“{word}”属于哪一档，全表按同一理解计分。',
        en: 'Ask the finance bureau which tier “{word}” belongs to, and score it alike throughout the form.',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: { indicators: [{ name: '服务质量', target: '良好', actual: '未达成预期指标', weight: '10', score: '9' }] },
      flagged: ['outside@indicators[0].score'],
    },
    {
      // A target in words, the opposite of it told in a figure.
      from: 'made',
      form: {
        indicators: [{ name: '传染病发病率', target: '下降', actual: '上升0.3个百分点', weight: '15', score: '15' }],
      },
      flagged: ['outside@indicators[0].score'],
    },
    {
      from: 'shenzhen-guangming-2021:120-121',
      edition: 'shenzhen-department-2021',
      form: {
        indicators: [
          { name: '提升影响力', target: '有效提升', actual: '基本达成预期指标', weight: '2', score: '2' },
          { name: '提升归属感', target: '有效提升', actual: '基本达成预期指标', weight: '2', score: '1.5' },
        ],
      },
      flagged: ['depends@indicators[0].score', 'depends@indicators[1].score'],
    },
    {
      from: 'shenzhen-guangming-2021:111',
      form: {
        indicators: [{ name: '提升获得感', target: '有效提升', actual: '全部达成预期指标', weight: '3', score: '3' }],
      },
      flagged: [],
    },
    {
      from: 'F027',
      form: {
        indicators: [{ name: '火灾查处率', target: '不低于90%', actual: '达成预期指标', weight: '5', score: '5' }],
      },
      flagged: [],
    },
    {
      from: 'F021',
      form: { indicators: [{ name: '维权意识', target: '不断提升', actual: '已完成100%', weight: '30', score: '35' }] },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:57',
      form: { indicators: [{ name: '社区覆盖率', target: '≥95%', actual: '100%', weight: '3.57', score: '3.57' }] },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition }) {
    const { printed, recomputed, agreement, readings } = scored
    const share = shareOf(scored)
    if (share === null || printed === null || recomputed === null || !(isWorded(indicator) || scored.rule === 'graded'))
      return 'skip'
    // score-above-weight says so.
    if (share.greaterThan(Exact.one)) return 'skip'
    if (agreement === 'judge') return 'unread'
    const data = {
      word: indicator.actual.raw,
      printed: indicator.score.raw,
      share: sayPercent(share.times(Exact.hundred)),
    }
    const at = [`${path}.score`, `${path}.actual`] as const
    if (agreement === 'outside')
      return { message: 'outside', data: { ...data, band: sayBand(recomputed, edition) }, at }
    if (agreement !== 'depends') return 'pass'
    const windows = (right: boolean) =>
      readings
        .filter(({ band }) => holds(band, printed) === right)
        .map(({ band }) => sayBand(band, edition))
        .join('、')
    return {
      message: 'depends',
      data: { ...data, fits: windows(true), misses: windows(false) },
      at,
      severity: 'info',
      certainty: 'review',
    }
  },
}
