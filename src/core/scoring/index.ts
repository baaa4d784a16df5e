/** Scores forms by an edition: one file per scoring rule, exactly one rule for each row. */

export { isInside } from './agreement.ts'
export { type CaseFailure, indicatorOf, runCases } from './cases.ts'
export { gradeOf, gradesOf } from './grades.ts'
export { newScoreMemo, type ScoreMemo } from './memo.ts'
export { type ReviewedRow, reviewRow } from './review.ts'
export type { RowFacts, RuleCase, RuleScore, ScoringRule } from './rule.ts'
export { scoringRules } from './rules.ts'
export { scoreAhead, scoreForm } from './score-form.ts'
export { isUnderCost, lessIsWanted } from './subjects.ts'
