import { scorePositive, scoreReverse } from './formulas.ts'
import { full } from './outcomes.ts'
import type { ScoringRule } from './rule.ts'
import { isDecidable, isOrdinary } from './subjects.ts'

/** 区间指标: inside is full; outside, the nearer border (the comparison's target) is what was missed. */
export const rule: ScoringRule = {
  id: 'range',
  title: { zh: '区间指标', en: 'Range' },
  law: (edition) => edition.range.law,
  cases: [
    { weight: '10', target: '80-90人', actual: '85人', min: '10', max: '10' },
    { weight: '10', target: '80-90人', actual: '60人', min: '7.5', max: '7.5' },
    { weight: '10', target: '80-90人', actual: '99人', min: '9', max: '9' },
  ],
  claims: (row) => isOrdinary(row) && row.comparison.kind === 'range' && isDecidable(row),
  score: (row) => {
    const { law } = row.edition.range
    if (row.comparison.verdict === 'met') {
      return full(row, { zh: '实际完成值在指标区间内', en: 'the actual lies in the range' }, law)
    }
    const measured = row.measured!
    const below = measured.actual.lessThan(measured.target)
    return { ...(below ? scorePositive(row, measured) : scoreReverse(row, measured)), law }
  },
}
