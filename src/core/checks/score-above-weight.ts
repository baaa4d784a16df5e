import { cite } from '../rulebook/index.ts'
import type { IndicatorCheck } from './check.ts'

export const check: IndicatorCheck = {
  id: 'score-above-weight',
  code: 'A07',
  over: 'indicator',
  severity: 'error',
  title: {
    passed: { zh: '得分不超过分值', en: 'The score stays within the weight' },
    failed: { zh: '得分超过分值', en: 'The score exceeds the weight' },
  },
  why: {
    zh: '分值是该指标的满分，超额完成也不得超过。',
    en: 'The weight is the most that a row can earn, however far the target is passed.',
  },
  law: [cite('integrated-platform/type-check'), cite('caiyu-2020-10/quantitative')],
  messages: {
    above: {
      text: {
        zh: '“{name}”得分{score}分，超过分值{weight}分。',
        en: '“{name}” scores {score}, above its weight of {weight}.',
      },
      advice: { zh: '请核对得分和分值，得分最多为{weight}分。', en: 'Check score and weight; {weight} is the most.' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '≥50人', actual: '60人', weight: '10', score: '12' }] },
      flagged: ['above@indicators[0].score'],
    },
    {
      from: 'shenzhen-guangming-2021:42',
      form: { indicators: [{ name: '培训人数', target: '≥50人', actual: '60人', weight: '0.60', score: '0.6' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '≥50人', actual: '60人', score: '5' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '≥50人', actual: '60人', weight: '5', score: '五分' }] },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const { name, weight, score } = indicator
    if (weight.raw === '' || score.raw === '') return 'skip'
    if (weight.value === null || score.value === null) return 'unread'
    if (score.value.atMost(weight.value)) return 'pass'
    return {
      message: 'above',
      data: { name: name.raw, weight: weight.raw, score: score.raw },
      at: [`${path}.score`, `${path}.weight`],
    }
  },
}
