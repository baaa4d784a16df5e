/** Reads csv: fields parted by comma, semicolon or tab, in UTF-8, UTF-16 or GB18030. Knows nothing of forms. */

import { decodeText, hasBinarySignature, looksBinary } from '../../containers/encoding.ts'
import { finding, megabytes } from '../../containers/findings.ts'
import { unguardFormula } from '../../containers/formula-guard.ts'
import type { Finding, Grid, GridCell, Outcome, SourceSpan } from '../../core/model/index.ts'
import { limits } from './limits.ts'
import { declaredSeparator, type Field, separationOf, splitText } from './split.ts'

export { limits } from './limits.ts'
export { csvReaderRules } from './messages.ts'

const SNIFFED = 64 * 1024

/** Whole lines of the first bytes, so that no character is cut. */
function firstLines(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= SNIFFED) return bytes
  const first = bytes.subarray(0, SNIFFED)
  const end = first.lastIndexOf(10)
  return end < 0 ? first : first.subarray(0, (end + 1) & ~1)
}

/**
 * 0 to 1, from the first bytes or all of them: text whose lines have equally many fields. Tabs are less telling than commas:
 * tables pasted as text have them too.
 */
export function recognisesCsv(firstBytes: Uint8Array): number {
  if (firstBytes.length === 0 || hasBinarySignature(firstBytes)) return 0
  const decoded = decodeText(firstLines(firstBytes))
  if (decoded.text.trim() === '' || looksBinary(decoded) || /^\s*</.test(decoded.text)) return 0
  if (declaredSeparator(decoded.text) !== null) return 0.9
  const { separator, agreement, columns } = separationOf(decoded.text)
  if (columns < 2) return 0
  const lines = decoded.text.split('\n').filter((line) => line.trim() !== '').length
  // A whole form on a line or two is a dump of text whose sentences have commas.
  const isDump = lines < 2 || (lines < 3 && decoded.text.length > 400)
  const telling = separator === '\t' ? 0.35 : isDump ? 0.3 : 0.75
  return agreement < 0.6 ? telling * agreement * 0.3 : telling * agreement
}

function spanOf(field: Field): SourceSpan {
  return {
    kind: 'text',
    line: field.line,
    column: field.column,
    ...(field.endLine === field.line ? {} : { endLine: field.endLine }),
    length: field.length,
  }
}

/** One Grid for the file; a finding and no Grid where it is no text, is empty, or exceeds `limits`. */
export function readCsv(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  const refuse = (found: Finding): Outcome<Grid[]> => ({ value: [], findings: [found] })
  if (bytes.length === 0) return refuse(finding('csv/unreadable', 'empty', 'error', { name }))
  if (bytes.length > limits.bytes) {
    const sizes = { name, size: megabytes(bytes.length), limit: megabytes(limits.bytes) }
    return refuse(finding('csv/too-large', 'bytes', 'error', sizes))
  }
  if (hasBinarySignature(bytes)) return refuse(finding('csv/unreadable', 'binary', 'error', { name }))
  const decoded = decodeText(bytes)
  if (decoded.text.trim() === '') return refuse(finding('csv/unreadable', 'empty', 'error', { name }))
  if (looksBinary(decoded)) return refuse(finding('csv/unreadable', 'binary', 'error', { name }))
  const declared = declaredSeparator(decoded.text)
  // The line that names the separator stays as a blank one, so that line numbers are those of the file.
  const text = declared === null ? decoded.text : decoded.text.slice(declared.length - 1)
  const separator = declared?.separator ?? separationOf(text).separator
  const { rows, unclosed, tooMany } = splitText(text, separator, limits.cells)
  if (tooMany) return refuse(finding('csv/too-large', 'cells', 'error', { name, limit: limits.cells }))
  const cells: GridCell[] = []
  let columnCount = 1
  rows.forEach((fields, row) => {
    if (fields.every((field) => field.text.trim() === '')) return
    columnCount = Math.max(columnCount, fields.length)
    fields.forEach((field, column) => {
      cells.push({ row, column, rowSpan: 1, columnSpan: 1, text: unguardFormula(field.text), source: spanOf(field) })
    })
  })
  const findings: Finding[] = []
  if (decoded.damaged > 0) {
    findings.push(finding('csv/damaged', 'characters', 'warning', { name, count: decoded.damaged }))
  }
  if (unclosed.length > 0) {
    const places = unclosed.map((field) => ({ source: spanOf(field), text: field.text.slice(0, 200) }))
    findings.push(finding('csv/damaged', 'quotes', 'warning', { name, count: unclosed.length }, places))
  }
  return { value: [{ name, cells, rowCount: rows.length, columnCount, bordered: true, signs: 'typed' }], findings }
}
