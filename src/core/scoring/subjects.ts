/** What the claims of the rules ask of a row. The answers exclude one another, so that exactly one rule claims it. */

import { measuredOf } from './outcomes.ts'
import type { RowFacts } from './rule.ts'

export type Direction = 'positive' | 'equal' | 'reverse'

/** A figure can be had on both sides. */
export function isMeasured(row: RowFacts): boolean {
  return measuredOf(row) !== null
}

export function isScored({ indicator }: RowFacts): boolean {
  return indicator.role !== 'notApplicable'
}

/** Which formula a pair of numbers asks for; null for anything but a pair of numbers. */
export function numberClaim(row: RowFacts): Direction | null {
  const { kind, reverse, operator } = row.comparison
  if (kind !== 'quantity' || !isScored(row) || !isMeasured(row)) return null
  if (reverse) return 'reverse'
  return operator === 'equal' ? 'equal' : 'positive'
}

export function isSatisfaction({ indicator }: RowFacts): boolean {
  return indicator.level1Kind === 'satisfaction'
}
