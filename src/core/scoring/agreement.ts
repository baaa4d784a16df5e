/** How a printed score stands to the recomputed one. */

import { decimalsOf } from '../arithmetic/index.ts'
import type { Agreement, Band, Exact } from '../model/index.ts'

export function isInside(value: Exact, { min, max, maxExcluded }: Band): boolean {
  return value.atLeast(min) && (maxExcluded ? value.lessThan(max) : value.atMost(max))
}

export interface AgreementQuestion {
  readonly printed: Exact
  /** As written, for its decimals. */
  readonly raw: string
  /** Decimals of the edition's policy. */
  readonly decimals: number
  readonly recomputed: Band
  readonly exact: Band
  readonly decided: boolean
  /** Rounded bands of the readings of an open word. */
  readonly readings: readonly Band[]
}

/** A score printed with more decimals than the policy asks for is compared with those it has. */
function isExactly({ printed, raw, decimals, recomputed, exact }: AgreementQuestion): boolean {
  if (printed.equals(recomputed.min)) return true
  const isFiner = !printed.equals(printed.round(decimals))
  return isFiner && printed.equals(exact.min.round(decimalsOf(raw)))
}

export function agreementOf(question: AgreementQuestion): Agreement {
  const { printed, recomputed, exact, decided, readings } = question
  const inside = isInside(printed, recomputed)
  if (!decided) return inside ? 'judge' : 'outside'
  if (exact.min.equals(exact.max)) return isExactly(question) ? 'equal' : 'outside'
  const fitting = readings.filter((band) => isInside(printed, band)).length
  if (fitting < readings.length) return fitting === 0 ? 'outside' : 'depends'
  return inside ? 'inside' : 'outside'
}
