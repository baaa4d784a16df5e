/** Reads plain text: tab-separated rows, rows parted by pipes, and paragraphs. Knows nothing of forms. */

import type { Finding, Grid, Outcome, Scalar } from '../../core/model/index.ts'
import { decode } from './decode.ts'
import { limits } from './limits.ts'
import type { TextReaderRule } from './messages.ts'
import { gridCells, separatorOf, splitLines, splitRows } from './split.ts'

export { limits } from './limits.ts'
export { textReaderRules } from './messages.ts'

function refuse(rule: TextReaderRule, message: string, data: Readonly<Record<string, Scalar>>): Outcome<Grid[]> {
  return { value: [], findings: [finding(rule, message, data, 'error')] }
}

function finding(
  rule: TextReaderRule,
  message: string,
  data: Readonly<Record<string, Scalar>>,
  severity: Finding['severity'],
): Finding {
  return { rule, message, data, severity, certainty: 'certain', at: [{ path: 'form' }], law: [] }
}

function megabytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}

/** One Grid for the file; a finding and no Grid where it cannot be text, is empty, or exceeds `limits`. */
export function readText(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  if (bytes.length === 0) return refuse('text/empty', 'empty', { name })
  if (bytes.length > limits.bytes) {
    return refuse('text/too-large', 'bytes', { name, size: megabytes(bytes.length), limit: megabytes(limits.bytes) })
  }
  const decoded = decode(bytes)
  if (decoded.kind === 'empty') return refuse('text/empty', 'empty', { name })
  if (decoded.kind === 'binary') {
    const { looksLike } = decoded
    return looksLike === null
      ? refuse('text/binary', 'unknown', { name })
      : refuse('text/binary', 'binary', { name, looksLike })
  }
  const lines = splitLines(decoded.text, limits.lines)
  if (lines === null) return refuse('text/too-many-lines', 'lines', { name, limit: limits.lines })
  const separator = separatorOf(lines)
  const rows = splitRows(lines, separator)
  let cellCount = 0
  let columnCount = 1
  for (const row of rows) {
    cellCount += row.cells.length
    columnCount = Math.max(columnCount, row.cells.length)
  }
  if (cellCount > limits.cells) {
    return refuse('text/too-large', 'cells', { name, limit: limits.cells })
  }
  const grid: Grid = {
    name,
    cells: gridCells(rows),
    rowCount: rows.length,
    columnCount,
    bordered: separator !== null,
  }
  return {
    value: [grid],
    findings:
      decoded.damaged === 0 ? [] : [finding('text/damaged', 'characters', { name, count: decoded.damaged }, 'warning')],
  }
}
