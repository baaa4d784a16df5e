/** What a scoring rule is: one file, one kind of row, one pure function. Exactly one rule claims a row. */

import type { Band, Bilingual, Citation, Exact, FormPath, Indicator, Level1, ScoredRow, Step } from '../model/index.ts'
import type { Edition, NamedRule } from '../rulebook/edition.ts'
import type { Comparison } from '../values/index.ts'

/** A row that counts (its role is `scored` or `notApplicable`) and carries a weight of at least 0. */
export interface RowFacts {
  readonly indicator: Indicator
  readonly path: FormPath
  readonly weight: Exact
  readonly comparison: Comparison
  /** Both figures in one unit, where the comparison is certain of them. */
  readonly measured: Measured | null
  /** The rule that the edition has for an indicator of this name. */
  readonly named: NamedRule | null
  readonly edition: Edition
}

/** Target and actual in one unit. */
export interface Measured {
  readonly target: Exact
  readonly actual: Exact
}

export interface RuleScore {
  /** Before rounding. Null where the row is left out of the score altogether. */
  readonly band: Band | null
  /** False where no rule decides and a person must. */
  readonly decided: boolean
  /** Told only when someone asks: most of the time of a score would go into its words. */
  readonly steps: readonly (() => Step)[]
  readonly because: readonly Bilingual[]
  readonly law: readonly Citation[]
  /** Before rounding; only where a word may belong to several tiers. */
  readonly readings?: ScoredRow['readings']
}

/** A case a finance officer can read; a test runs it, the pages show it. */
export interface RuleCase {
  readonly name?: string
  readonly level1?: Level1
  readonly weight: string
  readonly target: string
  readonly actual: string
  /** Parts in which the edition differs from the national one. */
  readonly with?: Partial<Edition>
  /** Rounded. Null: left out. */
  readonly min: string | null
  readonly max: string | null
}

export interface ScoringRule {
  /** = file name */
  readonly id: string
  readonly title: Bilingual
  readonly law: (edition: Edition) => readonly Citation[]
  readonly cases: readonly RuleCase[]
  claims(row: RowFacts): boolean
  score(row: RowFacts): RuleScore
}
