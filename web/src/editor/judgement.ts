/** What the judge says: texts and numbers of rows, ready to be drawn. */

import type { Draft, Edit } from '../../../src/core/draft/index.ts'
import type { FormPath, Lang, Severity } from '../../../src/core/model/index.ts'
import type { Margin } from '../grid/marks.ts'

/** A cell as it would be with another text. */
export interface Trial {
  readonly row: string
  readonly column: string
  readonly to: string
}

/** What the desk knows beside a form. */
export interface BesideDrafts {
  readonly years: readonly { readonly year: number; readonly draft: Draft }[]
  readonly projects: readonly Draft[]
  readonly approved: Draft | null
  /** Places of evidence: the id of a row, with or without a column. */
  readonly evidence: readonly string[]
}

/** What the thread of the checks is told; it answers with `Checked`, when typing pauses. */
export type Question =
  | { readonly kind: 'open'; readonly draft: Draft; readonly lang: Lang }
  | { readonly kind: 'edits'; readonly edits: readonly Edit[] }
  /** Forms of earlier years and of projects, and rows that papers were put to. */
  | { readonly kind: 'beside'; readonly beside: BesideDrafts }
  | { readonly kind: 'lang'; readonly lang: Lang }

export interface Totals {
  readonly printed: string | null
  readonly printedGrade: string | null
  readonly added: string
  /** Scores that are missing and were left out of `added`. */
  readonly lost: number
  readonly recomputed: string
  readonly grades: string
  readonly weights: string
  readonly edition: string
  readonly editionChoice: string
}

export interface FindingView {
  /** Names it as long as the row and what is said stay the same. */
  readonly key: string
  readonly rule: string
  readonly severity: Severity
  readonly needsPerson: boolean
  readonly title: string
  readonly text: string
  readonly advice: string | null
  readonly law: readonly string[]
  readonly path: FormPath
  /** Other places that it speaks of. */
  readonly also: readonly FormPath[]
  /** The name of its row, or of the part of the form. */
  readonly where: string
  readonly fix: Edit | null
}

export interface StepView {
  readonly say: string
  readonly inputs: readonly { readonly symbol: string; readonly value: string }[]
  readonly result: string
  readonly law: readonly string[]
}

/** How one score comes about. */
export interface WhyView {
  readonly path: FormPath
  readonly name: string
  readonly rule: string
  readonly weight: string | null
  readonly printed: string | null
  readonly recomputed: string | null
  readonly beforeRounding: string | null
  readonly agreement: string
  readonly sign: Margin['sign']
  readonly achievement: string | null
  readonly steps: readonly StepView[]
  readonly because: readonly string[]
  readonly readings: readonly { readonly word: string; readonly tier: string; readonly band: string }[]
  readonly law: readonly string[]
  readonly rounding: string
}

export interface Scores {
  readonly totals: Totals
  /** Only rows whose margin is another than before; tasks and indicators by their path. */
  readonly margins: readonly (readonly [FormPath, Margin | null])[]
}

export interface Checked {
  readonly findings: readonly FindingView[]
  readonly isComplete: boolean
}
