import { scoreNumbers } from './formulas.ts'
import type { ScoringRule } from './rule.ts'
import { numberClaim } from './subjects.ts'

/** 反向指标: less is better, by its sign or by what it names (成本, 投诉率). */
export const rule: ScoringRule = {
  id: 'reverse',
  title: { zh: '反向指标', en: 'Less is better' },
  law: (edition) => edition.reverse.law,
  cases: [
    { weight: '10', target: '≤50万元', actual: '48万元', min: '10', max: '10' },
    { weight: '0.70', target: '≤47万元', actual: '47.1004万元', min: '0.7', max: '0.7' },
    { weight: '10', target: '≤50万元', actual: '60万元', min: '8', max: '8' },
    { weight: '10', target: '≤50万元', actual: '100万元', min: '0', max: '0' },
    {
      weight: '10',
      target: '≤5%',
      actual: '6%',
      with: { reverse: { method: 'ratio', law: [] } },
      min: '8.33',
      max: '8.33',
    },
    {
      weight: '10',
      target: '≤50万元',
      actual: '51万元',
      with: { reverse: { method: 'allOrNothing', law: [] } },
      min: '0',
      max: '0',
    },
    { name: '单位成本', weight: '10', target: '=50元', actual: '45元', min: '10', max: '10' },
    { weight: '10', target: '≤0起', actual: '0起', min: '10', max: '10' },
    { weight: '10', target: '≤0起', actual: '1起', min: '0', max: '0' },
    { weight: '10', target: '≤-5%', actual: '-3%', min: '0', max: '10' },
  ],
  claims: (row) => numberClaim(row) === 'reverse',
  score: (row) => scoreNumbers(row, 'reverse'),
}
