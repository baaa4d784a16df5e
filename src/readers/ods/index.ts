/**
 * Reads OpenDocument sheets (ods): each sheet with text is a grid, its cells as they are shown. Ignored on purpose: macros,
 * links, charts, validations. Comments are told with their places. Knows nothing of forms.
 */

import { finding, packageFinding, partFinding } from '../../containers/findings.ts'
import { holds, OfficePackage } from '../../containers/office-package.ts'
import { sheetGrids } from '../../containers/sheets/sheet-grids.ts'
import type { Finding, Grid, Outcome } from '../../core/model/index.ts'
import { ContentReader } from './content-reader.ts'
import { limits } from './limits.ts'

export { limits } from './limits.ts'
export { odsReaderRules } from './messages.ts'

const FORMAT = 'ods'
const CONTENT = 'content.xml'

const KIND = 'application/vnd.oasis.opendocument.spreadsheet'

/** 0 to 1, from the first bytes or all of them: the first entry names the kind of document; some programs put it later. */
export function recognisesOds(firstBytes: Uint8Array): number {
  if (firstBytes[0] !== 0x50 || firstBytes[1] !== 0x4b) return 0
  return holds(firstBytes.subarray(0, 200), KIND) ? 0.99 : holds(firstBytes, KIND) ? 0.7 : 0
}

/** One Grid for each sheet with text, in the order of the workbook; a finding for everything that could not be read. */
export function readOds(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  const refuse = (found: Finding): Outcome<Grid[]> => ({ value: [], findings: [found] })
  const office = OfficePackage.open(bytes, limits)
  if (!(office instanceof OfficePackage)) return refuse(packageFinding(FORMAT, office, limits, bytes, name))
  if (!office.has(CONTENT)) return refuse(finding(`${FORMAT}/unreadable`, 'noContent', 'error', { name }))
  // What is locked is listed here with its key, and is no XML.
  let encrypted = false
  office.parse('META-INF/manifest.xml', {
    open: (element) => {
      if (element === 'encryption-data') encrypted = true
    },
    close: () => {},
  })
  if (encrypted) return refuse(finding(`${FORMAT}/unreadable`, 'protected', 'error', { name }))
  const reader = new ContentReader()
  const problem = office.parse(CONTENT, {
    open: (element, attributes) => reader.open(element, attributes),
    text: (text) => reader.text(text),
    close: (element) => reader.close(element),
    isFull: () => reader.exceeded,
  })
  reader.finish()
  const findings: Finding[] = []
  const grids: Grid[] = []
  if (problem !== null) findings.push(partFinding(FORMAT, problem, limits, CONTENT, name))
  if (reader.sheetCount > limits.sheets) {
    const data = { name, count: reader.sheetCount, limit: limits.sheets }
    findings.push(finding(`${FORMAT}/too-many-parts`, 'sheets', 'error', data))
  }
  if (reader.exceeded) findings.push(finding(`${FORMAT}/too-large`, 'cells', 'error', { name, limit: limits.cells }))
  for (const sheet of reader.sheets) {
    const one = sheetGrids(FORMAT, sheet.name, sheet, limits.merges)
    grids.push(...one.grids)
    findings.push(...one.findings)
  }
  if (grids.length === 0 && findings.every(({ severity }) => severity !== 'error')) {
    findings.push(finding(`${FORMAT}/unreadable`, 'noContent', 'error', { name }))
  }
  return { value: grids, findings }
}
