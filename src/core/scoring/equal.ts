import { scoreNumbers } from './formulas.ts'
import type { ScoringRule } from './rule.ts'
import { numberClaim } from './subjects.ts'

/** 等于类指标: exactly so much, not for figures that should stay low. */
export const rule: ScoringRule = {
  id: 'equal',
  title: { zh: '等于类指标', en: 'Exactly so much' },
  law: (edition) => edition.equal.law,
  cases: [
    { weight: '10', target: '=8个', actual: '8个', min: '10', max: '10' },
    { weight: '10', target: '=8个', actual: '6个', min: '7.5', max: '7.5' },
    { weight: '10', target: '=8个', actual: '9个', min: '10', max: '10' },
    { weight: '10', target: '=0件', actual: '0件', min: '10', max: '10' },
    { weight: '10', target: '=0个', actual: '2个', min: '0', max: '0' },
    { weight: '10', target: '=0%', actual: '-2%', min: '10', max: '10' },
    { weight: '10', target: '=-5%', actual: '-8%', min: '0', max: '10' },
    {
      weight: '10',
      target: '=8个',
      actual: '6个',
      with: { equal: { method: 'strict', law: [] } },
      min: '0',
      max: '10',
    },
    {
      weight: '10',
      target: '=8个',
      actual: '10个',
      with: { equal: { method: 'symmetric', law: [] } },
      min: '7.5',
      max: '7.5',
    },
    {
      weight: '10',
      target: '=8个',
      actual: '20个',
      with: { equal: { method: 'symmetric', law: [] } },
      min: '0',
      max: '0',
    },
  ],
  claims: (row) => numberClaim(row) === 'equal',
  score: (row) => scoreNumbers(row, 'equal'),
}
