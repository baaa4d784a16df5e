/** The whole road for a form or a text: scored and checked under an edition, as the application would. */

import { type Evaluation, evaluate } from '../../src/core/evaluate/index.ts'
import type { Finding, Form, Grid, Recognition, Residue } from '../../src/core/model/index.ts'
import { type Outside, recognise } from '../../src/core/recognise/index.ts'
import { readText } from '../../src/readers/text/index.ts'

export function checkForm(form: Form, edition: string): Evaluation {
  const { value } = evaluate({ form, edition })
  if (value === null) throw new Error(`${edition} refuses to score`)
  return value
}

export interface ReadForms {
  readonly grids: readonly Grid[]
  readonly forms: readonly Recognition[]
  readonly findings: readonly Finding[]
  readonly outside: Outside
}

/** The forms of a text, and what was said on the way. */
export function readForms(text: string | Uint8Array): ReadForms {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const read = readText(bytes, 'form.txt')
  const { forms, findings, outside } = recognise(read.value)
  return { grids: read.value, forms, findings: [...read.findings, ...findings], outside }
}

/** Errors and warnings as 'warning over-achievement/notice@indicators[3].actual'. */
export function alarmsOf(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter((finding) => finding.severity !== 'info')
    .map((finding) => `${finding.severity} ${finding.rule}/${finding.message}@${finding.at[0].path}`)
}

/** The law of the residue: every text of the source stands behind a field, was left aside with its reason, is told as unread, or belongs to a table of another kind. Null where it holds. */
export function lostTexts(grids: readonly Grid[], residues: readonly Residue[], outside: Outside): string | null {
  const all = grids.reduce(
    (sum, grid) => sum + grid.cells.filter(({ text }) => /[\p{L}\p{N}\p{P}\p{S}]/u.test(text)).length,
    0,
  )
  const sum = (count: (residue: Residue) => number): number => residues.reduce((total, one) => total + count(one), 0)
  const used = sum((residue) => residue.used)
  const ignored = sum((residue) => residue.ignored.length)
  const unread = sum((residue) => residue.unread.length)
  const accounted = used + ignored + unread + outside.cells
  return accounted < all
    ? `${used} used + ${ignored} ignored + ${unread} unread + ${outside.cells} outside of ${all} texts`
    : null
}
