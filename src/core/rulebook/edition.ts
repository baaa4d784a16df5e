/**
 * An edition is data: a place, a year, a kind of form; every number with the clause it comes from. A 2021 form is scored
 * by 2021 rules for ever. An edition fixes level-1 points only; level-2 and level-3 weights are the unit's own.
 */

import type { Bilingual, Citation, Completion, FormKind, Grade, Level1, RoundingMode } from '../model/index.ts'

/** A number of the law: decimal text, with the clause that gives it. */
export interface Parameter {
  readonly value: string
  readonly law: Citation
}

export type Tier = 'top' | 'middle' | 'bottom'

/** Shares of the weight in percent. The upper border belongs to the tier above, except for 100. */
export interface TierWindow {
  readonly tier: Tier
  readonly from: Parameter
  readonly to: Parameter
}

/** `from` is the least value (percent, of the rate or of satisfaction) that earns `share` percent of the points. Highest first; below the last nothing is earned. */
export interface ShareStep {
  readonly from: Parameter
  readonly share: Parameter
}

export interface OverAchievement {
  /**
   * `none`: full marks stay; `reason`: a reason is required; `byHand`: the score is opened for reduction, by how much no text
   * says; `deductFlat`: minus `amount` points, at most the weight; `deductPercent`: minus `amount` percent of the weight.
   */
  readonly effect: 'none' | 'reason' | 'byHand' | 'deductFlat' | 'deductPercent'
  /** Percent of the target from which it applies. */
  readonly threshold?: Parameter
  /** The border itself has no effect yet (超过120%); otherwise it has (达到130%). */
  readonly thresholdExcluded?: true
  readonly amount?: Parameter
}

/**
 * How a score sheet scores an indicator by its figure (percent), whatever target stands beside it.
 * `bands`: the first border that the figure keeps earns its points; `from`: below it the table says nothing.
 * `deduct`: full up to the limit (or down to it), then minus `minus` points for every `every` percentage points.
 */
export type NamedScoring =
  | {
      readonly method: 'bands'
      readonly side: 'atLeast' | 'atMost'
      readonly bands: readonly { readonly border: Parameter; readonly points: Parameter }[]
      /** Points of a figure past the last border. */
      readonly beyond: Parameter
      readonly from?: Parameter
    }
  | {
      readonly method: 'deduct'
      readonly side: 'above' | 'below'
      readonly limit: Parameter
      readonly every: Parameter
      readonly minus: Parameter
    }

/** An indicator that the score sheet knows by its name. */
export interface NamedRule {
  /** As sheets print it; quotation marks, blanks and brackets do not matter. */
  readonly names: readonly string[]
  /** What the sheet gives to it. A row with another weight is for a person: no text says how the steps would change. */
  readonly points: Parameter
  readonly scoring: NamedScoring
  readonly law: readonly Citation[]
}

/** What a reviewer may take off a row. The reviewer names it; the edition gives the share of the weight. */
export interface ReviewDeduction {
  readonly id: string
  readonly title: Bilingual
  /** Percent of the weight. */
  readonly share: Parameter
  /** Only rows of this level-1 kind. */
  readonly level1?: Level1
  /** Only rows whose level-2 label begins with one of these words. */
  readonly level2?: readonly string[]
}

export interface Edition {
  readonly id: string
  readonly title: Bilingual
  /** `names`: beginnings by which a form's region or department names the place; empty for national. */
  readonly place: { readonly name: string; readonly names: readonly string[] }
  readonly kind: FormKind
  readonly firstYear: Parameter
  /** Null where it is still in force. A local edition known from one year's forms alone ends with that year. */
  readonly lastYear: Parameter | null
  /** Chosen by itself only for a form that prints these level-1 blocks: the 2021 frame is told by its cost block. */
  readonly marks?: readonly Level1[]
  /** Never chosen by itself: no place or no ordinary form goes with it. */
  readonly askedOnly?: true
  readonly status: 'complete'
  readonly note?: Bilingual

  /** Points of the whole form (100). */
  readonly total: Parameter
  readonly executionPoints: Parameter
  /** Level-1 points; one entry may cover several level-1 kinds that share their points. */
  readonly blocks: readonly {
    readonly kinds: readonly Level1[]
    readonly points: Parameter
    /** An optional block may be absent: its points then go to these. */
    readonly elseTo?: readonly { readonly kind: Level1; readonly points: Parameter }[]
  }[]

  readonly execution: {
    /** `proportional`: min(1, rate) × points; `steps`: by bands of the rate. */
    readonly method: 'proportional' | 'steps'
    readonly steps?: readonly ShareStep[]
    /** `byBudget`: each task carries points × B_i ÷ ΣB (Shenzhen); `totalOnly`: only the total row is scored. */
    readonly distribution: 'byBudget' | 'totalOnly'
    readonly law: readonly Citation[]
  }
  /** ≥ and >, and a bare number. */
  readonly positive: {
    readonly law: readonly Citation[]
    /** Percent of the target below which nothing is earned. */
    readonly passThreshold?: Parameter
  }
  /** `floor`: reached or exceeded is full, else in proportion; `strict`: exactly hit is full, anything else is for a person; `symmetric`: w·(1−|a−t|/t). */
  readonly equal: { readonly method: 'floor' | 'strict' | 'symmetric'; readonly law: readonly Citation[] }
  /** `linear`: w·(1−(a−t)/t), 0 from 2t on; `ratio`: w·t/a; `allOrNothing`. */
  readonly reverse: { readonly method: 'linear' | 'ratio' | 'allOrNothing'; readonly law: readonly Citation[] }
  readonly range: { readonly law: readonly Citation[] }
  readonly date: { readonly law: readonly Citation[] }
  readonly graded: {
    readonly windows: readonly [TierWindow, TierWindow, TierWindow]
    /** Tiers that each completion word may belong to; more than one means the rules leave it open. */
    readonly completion: Readonly<Record<Completion, readonly [Tier, ...Tier[]]>>
    readonly law: readonly Citation[]
  }
  readonly satisfaction: {
    readonly method: 'positive' | 'steps'
    readonly steps?: readonly ShareStep[]
    readonly law: readonly Citation[]
  }
  /** `drop`: the row does not count; `rescale`: the remaining scores are rescaled to the total. */
  readonly notApplicable: { readonly method: 'drop' | 'rescale'; readonly law: readonly Citation[] }
  readonly overAchievement: OverAchievement & { readonly law: readonly Citation[] }
  /** Indicators that are scored by their name. */
  readonly named?: readonly NamedRule[]
  /** For reviewers: what may be taken off. */
  readonly review?: readonly ReviewDeduction[]
  /** Total capped when the execution rate (percent) is below `below`. Lowest first. */
  readonly caps: readonly { readonly below: Parameter; readonly total: Parameter }[]
  /** Highest first; a border belongs to the upper grade. The lowest grade has no border. */
  readonly grades: readonly { readonly grade: Grade; readonly from: Parameter | null }[]
  readonly rounding: { readonly decimals: Parameter; readonly mode: RoundingMode; readonly law: readonly Citation[] }

  /** When a reason or a remark is called for; the thresholds of the checks. Percent, where nothing else is said. */
  readonly reasons: {
    readonly executionBelow: Parameter
    readonly overNotice: Parameter
    readonly overReason: Parameter
    readonly overSerious: Parameter
    readonly deviation: Parameter
    readonly costBelow: Parameter
    /** Valid answers that a satisfaction figure should rest on. */
    readonly fewAnswers: Parameter
    /** Against a target of 0, in the unit of the form: there is no percentage. */
    readonly overZeroTarget?: Parameter
    /** Change of the budget within the year. */
    readonly budgetAdjustment?: Parameter
    /** Characters of an explanation; of conclusion, problems and remedies. */
    readonly explanationLength?: Parameter
    readonly conclusionLength?: Parameter
  }
  /** Built-in cases; the mutation gate demands that changing any number above makes one fail. */
  readonly cases: readonly EditionCase[]
}

/** Rules of which too little is known to score by: listed, asked for in vain, never chosen. */
export interface IncompleteEdition extends Pick<Edition, 'id' | 'title' | 'place' | 'kind' | 'blocks'> {
  readonly status: 'incomplete'
  /** What is known and what is missing. */
  readonly note: Bilingual
  readonly cases: readonly Level1PointsCase[]
}

/** Points of a level-1 block, where the form goes without some optional ones. */
export interface Level1PointsCase {
  readonly points: Level1
  readonly is: string
  readonly without?: readonly Level1[]
}

/** Thresholds that a check or a deduction asks for, by name. */
export type Threshold = keyof Edition['reasons'] | 'overAchievement'

/** A case a finance officer can read: so much weight, this target, this actual → this band. */
export type EditionCase =
  | {
      readonly row: {
        readonly level1: Level1
        readonly name?: string
        readonly weight: string
        readonly target: string
        readonly actual: string
      }
      readonly min: string
      readonly max: string
    }
  /** One task of a department form, or the one total of a project form. */
  | { readonly execution: { readonly budgeted: string; readonly executed: string }; readonly score: string }
  | { readonly total: string; readonly rate?: string; readonly grade: Grade; readonly capped?: string }
  /** Whether the edition is the one for a form of this place, of this year, with these level-1 blocks. */
  | { readonly place: string; readonly year: number; readonly level1?: readonly Level1[]; readonly chosen: boolean }
  | Level1PointsCase
  | { readonly points: 'execution' | 'total'; readonly is: string }
  /** A row that reached its target, with what a reviewer named. */
  | {
      readonly review: readonly string[]
      readonly level1: Level1
      readonly level2?: string
      readonly weight: string
      readonly min: string
      readonly max: string
    }
  /** The figure `at` reaches the threshold, `not` (the next one) does not. */
  | { readonly threshold: Threshold; readonly at: string; readonly not: string }
