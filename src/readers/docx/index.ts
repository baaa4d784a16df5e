/**
 * Reads docx documents: each table is a grid, and so are the paragraphs between tables. Ignored on purpose: headers and
 * footers of the page, footnotes (said), comments, field codes, deletions that are tracked (said), macros, links. A place
 * outside tables is told by the number of its paragraph. Knows nothing of forms.
 */

import { finding, packageFinding, partFinding } from '../../containers/findings.ts'
import { gridsOf } from '../../containers/flow.ts'
import { looksLikePackage, OfficePackage } from '../../containers/office-package.ts'
import type { Finding, Grid, Outcome } from '../../core/model/index.ts'
import { type Counts, DocumentReader } from './document-reader.ts'
import { limits } from './limits.ts'

export { limits } from './limits.ts'
export { docxReaderRules } from './messages.ts'

const FORMAT = 'docx'

/** 0 to 1, from the first bytes or all of them: a docx names its parts 'word/…'. */
export function recognisesDocx(firstBytes: Uint8Array): number {
  return looksLikePackage(firstBytes, 'word/')
}

const countRules: Readonly<Record<keyof Counts, { readonly rule: string; readonly severity: Finding['severity'] }>> = {
  pictures: { rule: 'not-read', severity: 'info' },
  footnotes: { rule: 'not-read', severity: 'info' },
  numbering: { rule: 'not-read', severity: 'info' },
  embedded: { rule: 'not-read', severity: 'warning' },
  hidden: { rule: 'hidden', severity: 'info' },
  deleted: { rule: 'hidden', severity: 'info' },
  covered: { rule: 'hidden', severity: 'warning' },
  unknown: { rule: 'symbol', severity: 'warning' },
}

/** Grids of tables and of the paragraphs between them, in the order of the document. */
export function readDocx(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  const refuse = (found: Finding): Outcome<Grid[]> => ({ value: [], findings: [found] })
  const office = OfficePackage.open(bytes, limits)
  if (!(office instanceof OfficePackage)) return refuse(packageFinding(FORMAT, office, limits, bytes, name))
  const main = office.mainPart('word/document.xml')
  if (main === null) return refuse(finding(`${FORMAT}/unreadable`, 'noContent', 'error', { name }))
  const reader = new DocumentReader()
  const problem = office.parse(main, {
    open: (element, attributes) => reader.open(element, attributes),
    text: (text) => reader.text(text),
    close: (element) => reader.close(element),
  })
  reader.finish()
  const findings: Finding[] = []
  if (problem !== null) findings.push(partFinding(FORMAT, problem, limits, main, name))
  if (reader.exceeded) {
    return refuse(finding(`${FORMAT}/too-large`, 'cells', 'error', { name, limit: limits.cells }))
  }
  for (const kind of Object.keys(countRules) as (keyof Counts)[]) {
    const count = reader.counts[kind]
    const { rule, severity } = countRules[kind]
    if (count > 0) findings.push(finding(`${FORMAT}/${rule}`, kind, severity, { name, count }))
  }
  const grids = gridsOf(reader.blocks, name)
  if (grids.length === 0 && problem === null)
    findings.push(finding(`${FORMAT}/unreadable`, 'noContent', 'error', { name }))
  return { value: grids, findings }
}
