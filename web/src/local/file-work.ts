/** What the file worker is asked and answers: a file opened, a form written as a file. All of it on this computer. */

import type { Draft } from '../../../src/core/draft/index.ts'
import type { Lang, Severity } from '../../../src/core/model/index.ts'

export type FileQuestion =
  | { readonly kind: 'open'; readonly bytes: Uint8Array; readonly name: string; readonly lang: Lang }
  | { readonly kind: 'cells'; readonly bytes: Uint8Array; readonly name: string }
  | { readonly kind: 'write'; readonly draft: Draft; readonly format: WrittenFormat }

/** The texts of every table of a file, row by row; what is empty is ''. */
export type CellRows = readonly (readonly string[])[]

export type WrittenFormat = 'xlsx' | 'docx' | 'json'

export interface OpenedForm {
  readonly title: string
  readonly draft: Draft
}

export interface SaidFinding {
  readonly severity: Severity
  readonly text: string
  readonly advice: string | null
}

export type FileAnswer =
  | { readonly kind: 'opened'; readonly forms: readonly OpenedForm[]; readonly findings: readonly SaidFinding[] }
  | { readonly kind: 'cells'; readonly rows: CellRows }
  | { readonly kind: 'written'; readonly bytes: Uint8Array }
