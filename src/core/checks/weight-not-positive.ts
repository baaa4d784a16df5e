import { cite } from '../rulebook/index.ts'
import type { IndicatorCheck } from './check.ts'

const row = { name: '培训人数', target: '≥50人', actual: '60人' }

export const check: IndicatorCheck = {
  id: 'weight-not-positive',
  code: 'A08',
  over: 'indicator',
  severity: 'warning',
  title: {
    passed: { zh: '适用的指标都有分值', en: 'Every indicator in use has a weight' },
    failed: { zh: '适用的指标没有分值', en: 'An indicator in use has no weight' },
  },
  why: {
    zh: '分值为零的指标不影响总分，等于没有考核；有得分而无分值的，得分没有上限可对照。',
    en: 'An indicator of no weight changes nothing in the total; a score without a weight has no limit to be held against.',
  },
  law: [cite('integrated-platform/completeness'), cite('caiyu-2020-10/weights')],
  messages: {
    zero: {
      text: { zh: '“{name}”的分值为{weight}。', en: 'The weight of “{name}” is {weight}.' },
      advice: {
        zh: '请按重要程度设定分值；确不适用的，写明“不适用”。',
        en: 'Give it a weight by its importance, or mark it 不适用 where it does not apply.',
      },
    },
    blank: {
      text: { zh: '“{name}”有得分{score}分，没有分值。', en: '“{name}” scores {score} without a weight.' },
      advice: { zh: '请补填分值。', en: 'Fill in the weight.' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { indicators: [{ ...row, weight: '0', score: '0' }] },
      flagged: ['zero@indicators[0].weight'],
    },
    { from: 'made', form: { indicators: [{ ...row, score: '5' }] }, flagged: ['blank@indicators[0].weight'] },
    { from: 'made', form: { indicators: [{ ...row, weight: '5', score: '5' }] }, flagged: [] },
    { from: 'made', form: { indicators: [{ ...row, weight: '五', score: '5' }, row] }, flagged: [] },
    {
      from: 'shenzhen-guangming-2021:110',
      form: { indicators: [{ name: '不适用', target: '不适用', weight: '0', score: '0' }] },
      flagged: [],
    },
  ],
  test({ indicator, path, columns }) {
    const { role, name, weight, score } = indicator
    if (role !== 'scored' || !columns.includes('weight')) return 'skip'
    const data = { name: name.raw, weight: weight.raw, score: score.raw }
    if (weight.value !== null) {
      return weight.value.isPositive ? 'pass' : { message: 'zero', data, at: [`${path}.weight`] }
    }
    if (weight.raw !== '') return 'unread'
    return score.value === null ? 'skip' : { message: 'blank', data, at: [`${path}.weight`] }
  },
}
