/** The whole road for a form or a text: scored and checked under an edition, as the application would. */

import { type Evaluation, evaluate } from '../../src/core/evaluate/index.ts'
import type { Finding, Form, Grid, Recognition } from '../../src/core/model/index.ts'
import { recognise } from '../../src/core/recognise/index.ts'
import { readText } from '../../src/readers/text/index.ts'

export function checkForm(form: Form, edition: string): Evaluation {
  const { value } = evaluate({ form, edition })
  if (value === null) throw new Error(`${edition} refuses to score`)
  return value
}

/** The forms of a text, and what was said on the way. */
export function readForms(text: string | Uint8Array): { forms: readonly Recognition[]; findings: readonly Finding[] } {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  const read = readText(bytes, 'form.txt')
  const { forms, findings } = recognise(read.value as readonly Grid[])
  return { forms, findings: [...read.findings, ...findings] }
}

/** Errors and warnings as 'warning over-achievement/notice@indicators[3].actual'. */
export function alarmsOf(findings: readonly Finding[]): readonly string[] {
  return findings
    .filter((finding) => finding.severity !== 'info')
    .map((finding) => `${finding.severity} ${finding.rule}/${finding.message}@${finding.at[0].path}`)
}
