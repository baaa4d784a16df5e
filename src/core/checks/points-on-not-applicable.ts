import { cite } from '../rulebook/index.ts'
import type { IndicatorCheck, Problem } from './check.ts'

export const check: IndicatorCheck = {
  id: 'points-on-not-applicable',
  code: 'B22',
  over: 'indicator',
  severity: 'error',
  title: {
    passed: { zh: '不适用的指标没有分值和得分', en: 'Rows that do not apply carry no points' },
    failed: { zh: '不适用的指标设有分值或得分', en: 'Points on a row that does not apply' },
  },
  why: {
    zh: '不适用的指标不设分值、不计得分，分值应分配给其他指标。',
    en: 'A row that does not apply carries no weight and no score; its points belong to other rows.',
  },
  law: [cite('integrated-platform/not-applicable')],
  messages: {
    weight: {
      text: {
        zh: '本行不适用，却设有分值{points}分。',
        en: 'The row does not apply, yet carries a weight of {points}.',
      },
      advice: {
        zh: '删去分值，分配给同类的其他指标，保持合计不变。',
        en: 'Remove the weight and give it to other rows of the block, keeping the sum.',
      },
    },
    score: {
      text: { zh: '本行不适用，却计得分{points}分。', en: 'The row does not apply, yet earns {points} points.' },
      advice: { zh: '删去得分，并相应改正总分。', en: 'Remove the score and mend the total.' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { indicators: [{ name: '经济效益', target: '不适用', actual: '不适用', weight: '5', score: '5' }] },
      flagged: ['weight@indicators[0].weight', 'score@indicators[0].score'],
    },
    {
      from: 'shenzhen-guangming-2021:110',
      form: { indicators: [{ name: '不适用', target: '不适用', actual: '_', weight: '_', score: '_' }] },
      flagged: [],
    },
    { from: 'F023', form: { indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头' }] }, flagged: [] },
  ],
  test({ indicator, path, edition }) {
    if (indicator.role !== 'notApplicable') return 'skip'
    // Where the rules rescale the rest, the weight stays.
    const cells = edition.notApplicable.method === 'rescale' ? (['score'] as const) : (['weight', 'score'] as const)
    const [first, ...others] = cells
      .filter((cell) => indicator[cell].value?.isPositive === true)
      .map((cell): Problem => ({ message: cell, data: { points: indicator[cell].raw }, at: [`${path}.${cell}`] }))
    return first === undefined ? 'pass' : [first, ...others]
  },
}
