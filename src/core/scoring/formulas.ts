/** The formulas of measured rows, shared by the rules that use them on different kinds of value. */

import { type Citation, Exact } from '../model/index.ts'
import { figureOf } from '../rulebook/index.ts'
import { type Figures, full, met, nothing, open, worked } from './outcomes.ts'
import type { Measured, RowFacts, RuleScore } from './rule.ts'

const kept = { zh: '实际完成值未超过指标值', en: 'the actual stays within the target' }
const negativeTarget = {
  zh: '指标值为负数，不能按比例计分，须由人工判定',
  en: 'the target is negative: no proportion, a person must judge',
}

/** w × a ÷ t; with t = 0 there is nothing to divide, as the actual is negative then. */
function inProportion(row: RowFacts, measured: Measured, law: readonly Citation[]): RuleScore {
  const { passThreshold } = row.edition.positive
  const { target, actual } = measured
  if (!actual.isPositive) return nothing(row, { zh: '实际完成值不大于0', en: 'the actual is not above 0' }, law)
  const share = actual.dividedBy(target)
  if (passThreshold !== undefined && share.times(Exact.hundred).lessThan(figureOf(passThreshold))) {
    const { value } = passThreshold
    const why = { zh: `完成率低于${value}%`, en: `less than ${value} % of the target` }
    return nothing(row, why, [...law, passThreshold.law])
  }
  const formula = { zh: '分值 × 实际 ÷ 目标', en: 'weight × actual ÷ target' }
  return worked(row, formula, (its) => `${row.weight} × ${its.actual} ÷ ${its.target}`, row.weight.times(share), law)
}

/** More is better, and the target was missed. */
export function scorePositive(row: RowFacts, measured: Measured): RuleScore {
  const { law } = row.edition.positive
  if (measured.target.isNegative) return open(row, negativeTarget, law)
  return inProportion(row, measured, law)
}

/** Less is better; money saved against an exact target costs nothing. */
export function scoreReverse(row: RowFacts, measured: Measured): RuleScore {
  const { law, method } = row.edition.reverse
  const { target, actual } = measured
  if (actual.atMost(target)) return full(row, kept, law)
  if (target.isNegative) return open(row, negativeTarget, law)
  if (target.isZero)
    return nothing(row, { zh: '指标值为0而实际大于0', en: 'the target is 0 and the actual above it' }, law)
  if (method === 'allOrNothing') {
    return nothing(row, { zh: '实际完成值超过指标值', en: 'the actual exceeds the target' }, law)
  }
  if (method === 'ratio') {
    const formula = { zh: '分值 × 目标 ÷ 实际', en: 'weight × target ÷ actual' }
    const value = row.weight.times(target).dividedBy(actual)
    return worked(row, formula, (its) => `${row.weight} × ${its.target} ÷ ${its.actual}`, value, law)
  }
  const share = Exact.one.minus(actual.minus(target).dividedBy(target))
  if (!share.isPositive) {
    return nothing(row, { zh: '实际完成值达到指标值的2倍', en: 'the actual is twice the target or more' }, law)
  }
  const formula = { zh: '分值 ×（1 −（实际 − 目标）÷ 目标）', en: 'weight × (1 − (actual − target) ÷ target)' }
  const text = (its: Figures) => `${row.weight} × (1 − (${its.actual} − ${its.target}) ÷ ${its.target})`
  return worked(row, formula, text, row.weight.times(share), law)
}

/** Exactly so much is wanted, and it is less or more. */
export function scoreEqual(row: RowFacts, measured: Measured): RuleScore {
  const { law, method } = row.edition.equal
  const { target, actual } = measured
  if (method === 'strict') {
    return open(
      row,
      {
        zh: '等于类指标未恰好完成，须由人工确定得分',
        en: 'an equal indicator was not hit exactly: a person sets the score',
      },
      law,
    )
  }
  if (target.isNegative) return open(row, negativeTarget, law)
  if (target.isZero) {
    return actual.isNegative
      ? full(row, { zh: '指标值为0，实际不大于0', en: 'the target is 0 and the actual not above it' }, law)
      : nothing(row, { zh: '指标值为0而实际大于0', en: 'the target is 0 and the actual above it' }, law)
  }
  if (method === 'floor') {
    return actual.greaterThan(target) ? met(row, law, true) : inProportion(row, measured, law)
  }
  const share = Exact.max(Exact.zero, Exact.one.minus(actual.minus(target).abs().dividedBy(target)))
  const formula = { zh: '分值 ×（1 − |实际 − 目标| ÷ 目标）', en: 'weight × (1 − |actual − target| ÷ target)' }
  const text = (its: Figures) => `${row.weight} × (1 − |${its.actual} − ${its.target}| ÷ ${its.target})`
  return worked(row, formula, text, row.weight.times(share), law)
}

const scoreMissed = { positive: scorePositive, equal: scoreEqual, reverse: scoreReverse } as const

/** By the direction in which the figures count; only for rows that `directionOf` knows. */
export function scoreNumbers(row: RowFacts, direction: keyof typeof scoreMissed): RuleScore {
  const law = row.edition[direction].law
  if (row.comparison.verdict !== 'met') return scoreMissed[direction](row, row.measured!)
  return direction === 'reverse' ? full(row, kept, law) : met(row, law, true)
}
