import { cite } from '../rulebook/index.ts'
import { full, open } from './outcomes.ts'
import type { ScoringRule } from './rule.ts'
import { isOrdinary } from './subjects.ts'

const law = [cite('ziping-proposal/unreadable')]

/** 一格两个指标值 (100%1000件): all reached is full; how one missed part counts no rule says. */
export const rule: ScoringRule = {
  id: 'several',
  title: { zh: '一格多个指标值', en: 'Several targets in one cell' },
  law: () => law,
  cases: [
    { weight: '10', target: '100%1000件', actual: '100%1000件', min: '10', max: '10' },
    { weight: '10', target: '100%1000件', actual: '良好', min: '0', max: '10' },
  ],
  claims: (row) => isOrdinary(row) && row.comparison.kind === 'several',
  score: (row) =>
    row.comparison.verdict === 'met'
      ? full(row, { zh: '各项指标值均已达到', en: 'every part of the target is reached' }, row.edition.positive.law)
      : open(
          row,
          {
            zh: '一格内有多个指标值，未全部达到时如何计分没有规则，须由人工判定',
            en: 'several targets in one cell: no rule says what a missed part costs',
          },
          law,
        ),
}
