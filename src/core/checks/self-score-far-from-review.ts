import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { readNumber } from '../values/index.ts'
import { sayPercent } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

/** Percent of the own score by which a review may lie apart; no text gives a number. */
const FAR = Exact.of('10')

const row = (score: string, reviewScore: string) => ({
  name: '管网延伸长度',
  weight: '10',
  score,
  extra: { reviewScore },
})

export const check: IndicatorCheck = {
  id: 'self-score-far-from-review',
  code: 'D16',
  over: 'indicator',
  title: {
    passed: { zh: '自评得分与复核得分相近', en: 'Own score and review are close' },
    failed: { zh: '自评得分与复核得分相差较大', en: 'The own score lies far from the review' },
  },
  why: {
    zh: '偏离度是自评得分与复核得分之差除以自评得分；偏离大的，自评依据不足。表上同时印有两种得分的才能比较。',
    en: 'Deviation is the difference of both scores by the own one; where it is large the self-evaluation rests on little. Compared where the form prints both.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/review-deviation'), cite('ziping-proposal/limits')],
  messages: {
    far: {
      text: {
        zh: '“{name}”自评{score}分，复核{review}分，偏离度{deviation}（限{limit}%）',
        en: '“{name}”: own score {score}, review {review}, deviation {deviation} (limit {limit}%)',
      },
      advice: {
        zh: '对照复核意见核实，改正得分或提出申辩',
        en: 'compare with the reviewer’s remarks, and correct the score or answer them',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: { indicators: [row('10', '7.5'), row('8', '9分')] },
      flagged: ['far@indicators[0].score', 'far@indicators[1].score'],
    },
    {
      from: 'made',
      form: {
        indicators: [row('10', '9'), row('10', ''), row('0', '2'), row('', '5'), row('10', '未复核'), { score: '5' }],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, scored }) {
    const printed = indicator.extra.reviewScore
    if (printed === undefined || printed.raw === '') return 'skip'
    const review = readNumber(printed.raw).value
    if (review === null) return 'unread'
    if (scored.printed?.isPositive !== true) return 'skip'
    const deviation = scored.printed.minus(review).times(Exact.hundred).dividedBy(scored.printed)
    if (deviation.abs().atMost(FAR)) return 'pass'
    return {
      message: 'far',
      data: {
        name: indicator.name.raw,
        score: indicator.score.raw,
        review: printed.raw,
        deviation: sayPercent(deviation),
        limit: FAR.toString(),
      },
      at: [`${path}.score`, `${path}.extra.reviewScore`],
    }
  },
}
