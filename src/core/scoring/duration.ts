import { scoreNumbers } from './formulas.ts'
import type { ScoringRule } from './rule.ts'
import { directionOf, isDecidable, isOrdinary } from './subjects.ts'

/** 时长指标: a length of service counts upward, a working time downward, by its sign or name. */
export const rule: ScoringRule = {
  id: 'duration',
  title: { zh: '时长指标', en: 'Length of time' },
  law: (edition) => [...edition.positive.law, ...edition.reverse.law],
  cases: [
    { weight: '0.08', target: '12个月', actual: '12个月', min: '0.08', max: '0.08' },
    { weight: '10', target: '≥12个月', actual: '9个月', min: '7.5', max: '7.5' },
    { weight: '10', target: '≤10天', actual: '12天', min: '8', max: '8' },
  ],
  claims: (row) => isOrdinary(row) && row.comparison.kind === 'duration' && isDecidable(row),
  score: (row) => scoreNumbers(row, directionOf(row)),
}
