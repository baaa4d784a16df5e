/** One reading of a target against one reading of an actual. */

import type { Bilingual, Exact, Operator, Verdict } from '../model/index.ts'
import type { ValueContext } from './context.ts'

export type ComparisonKind =
  | 'quantity'
  | 'range'
  | 'date'
  | 'duration'
  | 'graded'
  | 'standing'
  | 'completion'
  | 'none'
  | 'conditional'
  | 'several'
  | 'unlike'

export type OperatorOrigin = 'target' | 'attribute' | 'name' | 'assumed'

/** What one pair of readings gives; the comparison adds what holds for all readings. */
export interface Judgement {
  readonly verdict: Verdict
  readonly kind: ComparisonKind
  readonly operator: Operator | null
  readonly operatorFrom: OperatorOrigin | null
  /** In base units of one dimension; of a range the nearer border. */
  readonly target: Exact | null
  readonly actual: Exact | null
  readonly achievement: Exact | null
  readonly because: readonly Bilingual[]
}

/** What a judge may look at beside the two values. */
export interface Beside {
  readonly context: ValueContext
  readonly targetText: string
  readonly actualText: string
  /** The texts are the same but for blanks and closing punctuation. */
  readonly sameText: boolean
}

/** A judgement without figures. */
export function judged(kind: ComparisonKind, verdict: Verdict, ...because: readonly Bilingual[]): Judgement {
  return { verdict, kind, operator: null, operatorFrom: null, target: null, actual: null, achievement: null, because }
}

/** Takes the verdict where all agree; unknown where they differ or there is none. */
export function agreed(verdicts: readonly Verdict[]): Verdict {
  const [first = 'unknown'] = verdicts
  return verdicts.every((verdict) => verdict === first) ? first : 'unknown'
}
