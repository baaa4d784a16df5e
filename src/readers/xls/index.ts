/**
 * Reads workbooks of Excel 5.0 to 2003 (xls) and of WPS (et): each sheet with text is a grid, its cells as they are
 * printed. Ignored on purpose: macros and links to other files (said), charts, headers and footers of the page,
 * validations, conditional formats. Comments are told with their places. Knows nothing of forms.
 */

import { CompoundFile, compoundKind, isCompoundFile } from '../../containers/compound-file.ts'
import { finding, megabytes } from '../../containers/findings.ts'
import { sheetGrids } from '../../containers/sheets/sheet-grids.ts'
import type { Finding, Grid, Outcome } from '../../core/model/index.ts'
import { limits } from './limits.ts'
import { BIFF5, BIFF8, RecordCursor } from './records.ts'
import { type Budget, readSheet } from './sheet.ts'
import { readWorkbook } from './workbook.ts'

export { limits } from './limits.ts'
export { xlsReaderRules } from './messages.ts'

const FORMAT = 'xls'

/** A workbook that stands alone, in no compound file, begins with its version. */
function bareVersion(bytes: Uint8Array): 'known' | 'old' | null {
  if (bytes[0] !== 0x09 || bytes.length < 8 || bytes[3] !== 0) return null
  if (bytes[1] === 0x08 && (bytes[5] === 5 || bytes[5] === 6) && bytes[4] === 0) return 'known'
  return (bytes[1] === 0 || bytes[1] === 2 || bytes[1] === 4) && bytes[2]! >= 4 && bytes[2]! <= 8 ? 'old' : null
}

/** 0 to 1, from the first bytes or all of them. */
export function recognisesXls(firstBytes: Uint8Array): number {
  if (isCompoundFile(firstBytes)) return compoundKind(firstBytes) === 'workbook' ? 0.99 : 0
  const version = bareVersion(firstBytes)
  return version === 'known' ? 0.9 : version === 'old' ? 0.7 : 0
}

interface Stream {
  readonly bytes: Uint8Array
  /** Shorter than its folder says. */
  readonly cut: boolean
  readonly hasMacros: boolean
}

/** The stream of records, or why there is none. */
function streamOf(bytes: Uint8Array): Stream | 'notPackage' | 'protected' | 'damaged' | 'oldVersion' {
  if (!isCompoundFile(bytes)) {
    const version = bareVersion(bytes)
    return version === 'known'
      ? { bytes, cut: false, hasMacros: false }
      : version === 'old'
        ? 'oldVersion'
        : 'notPackage'
  }
  const kind = compoundKind(bytes)
  if (kind === 'encrypted') return 'protected'
  const file = CompoundFile.open(bytes, limits)
  const name = file?.stream('Workbook') == null ? 'Book' : 'Workbook'
  const stream = file?.stream(name) ?? null
  if (file === null || stream === null) return kind === null || kind === 'workbook' ? 'damaged' : 'notPackage'
  return {
    bytes: stream,
    cut: stream.length < file.statedSize(name),
    hasMacros: file.names.includes('_vba_project_cur'),
  }
}

/** One Grid for each sheet with text, in the order of the workbook; a finding for everything that could not be read. */
export function readXls(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  const refuse = (message: string): Outcome<Grid[]> => ({
    value: [],
    findings: [finding(`${FORMAT}/unreadable`, message, 'error', { name })],
  })
  if (bytes.length === 0) return refuse('empty')
  if (bytes.length > limits.bytes) {
    const data = { name, size: megabytes(bytes.length), limit: megabytes(limits.bytes) }
    return { value: [], findings: [finding(`${FORMAT}/too-large`, 'bytes', 'error', data)] }
  }
  const stream = streamOf(bytes)
  if (typeof stream === 'string') return refuse(stream)
  const budget: Budget = { cells: limits.cells, characters: limits.characters, records: limits.records }
  const book = readWorkbook(new RecordCursor(stream.bytes, 0, budget))
  if (book.encrypted) return refuse('protected')
  if (book.version !== BIFF8 && book.version !== BIFF5) return refuse('damaged')
  const grids: Grid[] = []
  const findings: Finding[] = []
  let cut = stream.cut
  let exceeded = book.tooManyTexts
  if (book.sheetCount > limits.sheets) {
    const data = { name, count: book.sheetCount, limit: limits.sheets }
    findings.push(finding(`${FORMAT}/too-many-parts`, 'sheets', 'error', data))
  }
  const places = new Set<number>()
  for (const entry of book.sheets) {
    // No two sheets stand at one place.
    if (places.has(entry.at)) {
      cut = true
      continue
    }
    places.add(entry.at)
    const content = readSheet(book, new RecordCursor(stream.bytes, entry.at, budget), budget)
    cut ||= content.cut
    exceeded ||= content.exceeded || budget.records < 0
    const one = sheetGrids(FORMAT, entry.name, { ...content, hidden: entry.hidden }, limits.merges)
    grids.push(...one.grids)
    findings.push(...one.findings)
  }
  if (exceeded) findings.push(finding(`${FORMAT}/too-large`, 'cells', 'error', { name, limit: limits.cells }))
  if (cut) findings.push(finding(`${FORMAT}/damaged-part`, 'damaged', 'error', { name, part: 'Workbook' }))
  if (book.hasMacros || stream.hasMacros) findings.push(finding(`${FORMAT}/not-run`, 'macros', 'info', { name }))
  if (book.hasLinks) findings.push(finding(`${FORMAT}/not-run`, 'links', 'info', { name }))
  if (grids.length === 0 && findings.every(({ severity }) => severity !== 'error')) return refuse('noContent')
  return { value: grids, findings }
}
