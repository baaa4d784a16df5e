import { scoreNumbers } from './formulas.ts'
import type { ScoringRule } from './rule.ts'
import { isSatisfaction, numberClaim } from './subjects.ts'

/** 正向指标: more is better. A bare number counts as a floor. */
export const rule: ScoringRule = {
  id: 'positive',
  title: { zh: '正向指标', en: 'More is better' },
  law: (edition) => edition.positive.law,
  cases: [
    { weight: '5.06', target: '65人', actual: '64人', min: '4.98', max: '4.98' },
    { weight: '0.85', target: '≥60人', actual: '80人', min: '0.85', max: '0.85' },
    { weight: '10', target: '≥1万元', actual: '5000元', min: '5', max: '5' },
    { weight: '10', target: '≥95%', actual: '0%', min: '0', max: '0' },
    { weight: '10', target: '>100人', actual: '100人', min: '10', max: '10' },
    { weight: '10', target: '≥-5%', actual: '-8%', min: '0', max: '10' },
    { weight: '10', target: '≥0%', actual: '-8%', min: '0', max: '0' },
    {
      weight: '10',
      target: '≥100人',
      actual: '59人',
      with: {
        positive: {
          passThreshold: {
            value: '60',
            law: { clause: 'caiyu-2021-101/pass-threshold', evidence: 'general-knowledge' },
          },
          law: [],
        },
      },
      min: '0',
      max: '0',
    },
    {
      weight: '10',
      target: '≥100人',
      actual: '60人',
      with: {
        positive: {
          passThreshold: {
            value: '60',
            law: { clause: 'caiyu-2021-101/pass-threshold', evidence: 'general-knowledge' },
          },
          law: [],
        },
      },
      min: '6',
      max: '6',
    },
  ],
  claims: (row) => numberClaim(row) === 'positive' && !isSatisfaction(row),
  score: (row) => scoreNumbers(row, 'positive'),
}
