/** What the claims of the rules ask of a row. The answers exclude one another, so that exactly one rule claims it. */

import type { Indicator } from '../model/index.ts'
import { limitsCost, wantsLess } from '../values/index.ts'
import type { RowFacts } from './rule.ts'

export type Direction = 'positive' | 'equal' | 'reverse'

export function isApplicable({ indicator }: RowFacts): boolean {
  return indicator.role !== 'notApplicable'
}

/** Scored by what target and actual are, not by a rule for its name. */
export function isOrdinary(row: RowFacts): boolean {
  return row.named === null && isApplicable(row)
}

/** Met by every reading, or both figures are certain. */
export function isDecidable(row: RowFacts): boolean {
  return row.comparison.verdict === 'met' || row.measured !== null
}

/** Which way the figures count: by the sign, and for an exact target by what the name says of it. */
export function directionOf({ comparison, indicator }: RowFacts): Direction {
  if (comparison.reverse) return 'reverse'
  if (comparison.operator !== 'equal') return 'positive'
  return lessIsWanted(indicator) ? 'reverse' : 'equal'
}

/** 成本指标, by the label of its block or the one above. */
export function isUnderCost({ level1Kind, level2 }: Indicator): boolean {
  return level1Kind === 'cost' || level2.cell.raw.includes('成本')
}

/** Less is better of what a row measures, its sign aside: by its name, or as a figure of money under 成本指标. */
export function lessIsWanted(indicator: Indicator): boolean {
  const { name, target } = indicator
  const value = target.value?.value ?? null
  const unit = value?.kind === 'quantity' ? value.unit : null
  return wantsLess(name.raw, target.raw) || (isUnderCost(indicator) && limitsCost(name.raw, target.raw, unit))
}

/** The direction of a pair of numbers that can be decided; null for any other row. */
export function numberClaim(row: RowFacts): Direction | null {
  if (row.comparison.kind !== 'quantity' || !isOrdinary(row) || !isDecidable(row)) return null
  return directionOf(row)
}

export function isSatisfaction({ indicator }: RowFacts): boolean {
  return indicator.level1Kind === 'satisfaction'
}
