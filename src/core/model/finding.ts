/** Wrong has one shape: user data never throws; everything worth saying about it is a Finding. */

import type { FormPath } from './form.ts'
import type { SourceSpan } from './grid.ts'

export type Lang = 'zh' | 'en'
export type Bilingual = { readonly zh: string; readonly en: string }
export type Scalar = string | number | boolean

export type Severity = 'error' | 'warning' | 'info'
/** `review`: a person must look; there is no guess in between. */
export type Certainty = 'certain' | 'review'

/** How far a fact of the field can be trusted (see docs/glossary.md). */
export type Evidence = 'read-official' | 'read-copy' | 'partly-read' | 'general-knowledge' | 'sample' | 'proposal'

/** A clause of a document of the rulebook, as a finding or a score cites it. */
export interface Citation {
  /** Clause id: 'caiyu-2020-10/weights'. */
  readonly clause: string
  readonly evidence: Evidence
  /** A rule made for project forms, used on a department form (按项目支出办法类推). */
  readonly byAnalogy?: true
}

export interface Place {
  readonly path: FormPath
  readonly source?: SourceSpan
  /** The text that stands there. */
  readonly text?: string
}

/** Advice always; an edit only where a machine may do it on request. */
export interface Fix {
  readonly advice: Bilingual
  readonly edit?: { readonly path: FormPath; readonly raw: string }
}

export interface Finding {
  /** 'full-marks-on-missed-target', 'text/too-many-lines'. */
  readonly rule: string
  /** Which of the rule's messages; the text is made at the edge. */
  readonly message: string
  readonly data: Readonly<Record<string, Scalar>>
  readonly severity: Severity
  readonly certainty: Certainty
  /** The first is primary. */
  readonly at: readonly [Place, ...Place[]]
  readonly law: readonly Citation[]
  readonly fix?: Fix
}

/** As much value as could be had, and everything worth saying about it. */
export interface Outcome<T> {
  readonly value: T
  readonly findings: readonly Finding[]
}
