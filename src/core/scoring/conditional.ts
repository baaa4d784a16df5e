import { cite } from '../rulebook/index.ts'
import { scoreMeasured } from './formulas.ts'
import { measuredOf, open, within } from './outcomes.ts'
import type { ScoringRule } from './rule.ts'
import { isScored } from './subjects.ts'

const law = [cite('ziping-proposal/unreadable')]

/** 附条件的指标值 (4人/天,按实际人数为准): reached is full; missed, the condition may excuse it. */
export const rule: ScoringRule = {
  id: 'conditional',
  title: { zh: '附条件的指标值', en: 'Target with a condition' },
  law: () => law,
  cases: [
    { weight: '0.21', target: '4人/天(按实际人数为准)', actual: '4人/天', min: '0.21', max: '0.21' },
    { weight: '1', target: '4人/天(按实际人数为准)', actual: '3人/天', min: '0.75', max: '1' },
    { weight: '1', target: '4人/天(按实际人数为准)', actual: '良好', min: '0', max: '1' },
  ],
  claims: (row) => isScored(row) && row.comparison.kind === 'conditional',
  score: (row) => {
    const measured = measuredOf(row)
    const why = { zh: '指标值自带条件,达标与否取决于条件本身', en: 'the target carries a condition of its own' }
    if (measured === null) return open(row, { zh: `${why.zh},须由人工判定`, en: `${why.en}: a person must judge` }, law)
    const scored = scoreMeasured(row, measured)
    if (row.comparison.verdict === 'met') return { ...scored, because: [why] }
    const say = { zh: `${why.zh};按数值计算为下限`, en: `${why.en}; the figure gives the least` }
    const { steps } = scored
    const ranged = within(row, { min: scored.band!.min, max: row.weight }, say, law)
    return { ...ranged, steps: [...steps, ...ranged.steps] }
  },
}
