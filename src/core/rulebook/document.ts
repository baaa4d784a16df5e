/** Law as data. Wording is never invented: the number is cited, with a summary in our own words. */

import type { Bilingual, Evidence } from '../model/index.ts'

export interface Clause {
  /** '<document id>/<clause name>' */
  readonly id: string
  readonly summary: Bilingual
  readonly evidence: Evidence
  /** Only where the text was read. */
  readonly article?: string
  /** Address of what was read. */
  readonly source?: string
}

export interface LegalDocument {
  /** 'caiyu-2020-10' */
  readonly id: string
  /** 财预〔2020〕10号 */
  readonly number: string
  readonly title: Bilingual
  /** Kinds of form it governs; where it is used on another kind it is by analogy. */
  readonly governs: readonly ('department' | 'project')[]
  readonly clauses: readonly Clause[]
}
