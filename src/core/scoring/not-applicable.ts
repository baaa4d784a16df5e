import { sayBand } from './rounding.ts'
import type { ScoringRule } from './rule.ts'
import { isApplicable } from './subjects.ts'

/** 不适用: the row is left out; whether the rest is rescaled is settled with the totals. */
export const rule: ScoringRule = {
  id: 'not-applicable',
  title: { zh: '不适用指标', en: 'Not applicable' },
  law: (edition) => edition.notApplicable.law,
  cases: [{ weight: '10', target: '不适用', actual: '不适用', min: null, max: null }],
  claims: (row) => !isApplicable(row),
  score: (row) => {
    const { law, method } = row.edition.notApplicable
    const points = sayBand({ min: row.weight, max: row.weight }, row.edition)
    const why =
      method === 'drop'
        ? { zh: '本指标不适用，不计分', en: 'not applicable: not scored' }
        : {
            zh: `本指标不适用，其分值 ${points.zh} 由其余指标按比例折算`,
            en: `not applicable: its ${points.en} points are spread over the rest`,
          }
    return { band: null, decided: true, steps: [], because: [why], law }
  },
}
