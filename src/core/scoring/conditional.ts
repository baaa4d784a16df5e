import { cite } from '../rulebook/index.ts'
import { met, open } from './outcomes.ts'
import type { ScoringRule } from './rule.ts'
import { isOrdinary } from './subjects.ts'

const law = [cite('ziping-proposal/unreadable')]

/** 附条件的指标值 (4人/天,按实际人数为准): reached is full; missed, the condition may excuse it, so a person judges. */
export const rule: ScoringRule = {
  id: 'conditional',
  title: { zh: '附条件的指标值', en: 'Target with a condition' },
  law: () => law,
  cases: [
    { weight: '0.21', target: '4人/天(按实际人数为准)', actual: '4人/天', min: '0.21', max: '0.21' },
    { weight: '1', target: '4人/天(按实际人数为准)', actual: '3人/天', min: '0', max: '1' },
    { weight: '1', target: '4人/天(按实际人数为准)', actual: '良好', min: '0', max: '1' },
  ],
  claims: (row) => isOrdinary(row) && row.comparison.kind === 'conditional',
  score: (row) => {
    const why = { zh: '指标值自带条件', en: 'the target carries a condition of its own' }
    if (row.comparison.verdict === 'met') return met(row, row.edition.positive.law)
    return open(row, { zh: `${why.zh}，未达到数值时如何计分须由人工判定`, en: `${why.en}: a person must judge` }, law)
  },
}
