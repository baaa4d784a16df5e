/**
 * Reads XML workbooks of Excel 2003 (SpreadsheetML), which reporting systems write under the name .xls: each sheet with
 * text is a grid, its cells as they are printed. Ignored on purpose: scripts, page settings, validations, names.
 * Comments are told with their places. Knows nothing of forms.
 */

import { hasBinarySignature } from '../../containers/encoding.ts'
import { finding, megabytes, partFinding } from '../../containers/findings.ts'
import { sheetGrids } from '../../containers/sheets/sheet-grids.ts'
import { parseXmlFile, xmlHead } from '../../containers/xml-file.ts'
import type { Finding, Grid, Outcome } from '../../core/model/index.ts'
import { limits } from './limits.ts'
import { WorkbookReader } from './workbook-reader.ts'

export { limits } from './limits.ts'
export { sheetXmlReaderRules } from './messages.ts'

const FORMAT = 'sheet-xml'
const PART = 'Workbook'

/** 0 to 1, from the first bytes or all of them: the name of the language stands on the first element. */
export function recognisesSheetXml(firstBytes: Uint8Array): number {
  if (hasBinarySignature(firstBytes)) return 0
  const head = xmlHead(firstBytes)
  if (!/<(?:\w+:)?Workbook\b/.test(head)) return 0
  return /["']urn:schemas-microsoft-com:office:spreadsheet["']/.test(head) ? 0.98 : 0.6
}

/** One Grid for each sheet with text, in the order of the workbook; a finding for everything that could not be read. */
export function readSheetXml(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  const refuse = (rule: string, message: string, data = {}): Outcome<Grid[]> => ({
    value: [],
    findings: [finding(`${FORMAT}/${rule}`, message, 'error', { name, ...data })],
  })
  if (bytes.length === 0) return refuse('unreadable', 'empty')
  if (bytes.length > limits.bytes) {
    return refuse('too-large', 'bytes', { size: megabytes(bytes.length), limit: megabytes(limits.bytes) })
  }
  if (hasBinarySignature(bytes)) return refuse('unreadable', 'notPackage')
  const reader = new WorkbookReader()
  const { problem, damaged } = parseXmlFile(
    bytes,
    {
      open: (element, attributes) => reader.open(element, attributes),
      text: (text) => reader.text(text),
      close: (element) => reader.close(element),
      isFull: () => reader.exceeded,
    },
    { nesting: limits.nesting, elements: limits.elements },
  )
  reader.finish()
  if (!reader.isWorkbook && problem !== 'documentType')
    return refuse('unreadable', problem === 'malformed' ? 'damaged' : 'notPackage')
  const findings: Finding[] = []
  const grids: Grid[] = []
  if (problem !== null) {
    // A file has no unpacked size; all other limits are those of packages.
    const bounds = { ...limits, unpackedBytes: limits.bytes, entries: 1 }
    findings.push(partFinding(FORMAT, problem, bounds, PART, name))
  }
  if (damaged > 0) findings.push(finding(`${FORMAT}/damaged-text`, 'characters', 'warning', { name, count: damaged }))
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
