/** 得分依据 as data: what it says of each point. */

import type {
  Agreement,
  Band,
  Bilingual,
  Evidence,
  FormPath,
  Report,
  ScoredForm,
  ScoredRow,
  SourceSpan,
} from '../model/index.ts'

/** A clause that a score rests on, with how far it was read. */
export interface BasisClause {
  /** From 1, in the order of first use; rows name it. */
  readonly number: number
  readonly clause: string
  readonly document: string
  readonly title: Bilingual
  readonly summary: Bilingual
  readonly evidence: Evidence
  /** A rule made for project forms, used on a department form. */
  readonly byAnalogy: boolean
}

/** A figure or word that went into a score, and where it stands in the user's own file. */
export interface BasisInput {
  readonly symbol: Bilingual
  readonly text: string
  readonly path: FormPath | null
  readonly source: SourceSpan | null
}

export type BasisKind = 'indicator' | 'task' | 'execution' | 'total'

export interface BasisRow {
  readonly kind: BasisKind
  readonly path: FormPath
  readonly level1: string
  readonly level2: string
  readonly name: string
  readonly weight: string
  /** The computation in words, one line for each step, with what rounding did. */
  readonly formula: readonly Bilingual[]
  readonly inputs: readonly BasisInput[]
  /** Numbers of clauses. */
  readonly clauses: readonly number[]
  /** As printed; empty where none is. */
  readonly printed: string
  /** Rounded and before rounding; null where nothing is scored. */
  readonly recomputed: Band | null
  readonly exact: Band | null
  readonly agreement: Agreement
  /** Printed against recomputed, in words. */
  readonly difference: Bilingual
  /** The band under each reading of a word that the rules leave open. */
  readonly readings: ScoredRow['readings']
}

export interface BasisLost {
  readonly name: string
  readonly path: FormPath
  readonly weight: string
  /** What the score alone can be by the sums; null where they exclude every value. */
  readonly band: Band | null
}

export interface Basis {
  readonly schema: 1
  readonly stamp: Report['stamp']
  readonly title: string
  readonly department: string
  readonly year: string
  readonly edition: Bilingual
  readonly rounding: { readonly decimals: number; readonly mode: string; readonly clauses: readonly number[] }
  readonly rows: readonly BasisRow[]
  readonly total: Pick<ScoredForm['total'], 'printed' | 'added' | 'recomputed'>
  readonly grades: ScoredForm['grade']
  readonly lost: readonly BasisLost[]
  readonly choices: ScoredForm['choices']
  readonly clauses: readonly BasisClause[]
}
