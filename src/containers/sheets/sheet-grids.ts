/** A sheet as grids, with everything worth saying about it; the same for every workbook format. */

import type { Finding, Grid, SourceSpan } from '../../core/model/index.ts'
import { finding } from '../findings.ts'
import { type CellAddress, cellName, columnName, LAST_COLUMN } from './cell-names.ts'
import type { CellNotes, NoteKind, SheetCell, SheetContent } from './content.ts'
import { placeCells } from './sheet-grid.ts'

/** So many cells a message names. */
const NAMED = 5
/** So many places one finding carries. */
const PLACES = 20

function named(names: readonly string[]): string {
  return `${names.slice(0, NAMED).join('、')}${names.length > NAMED ? '……' : ''}`
}

function spanOf(sheet: string, cell: CellAddress): SourceSpan {
  return { kind: 'sheet', sheet, cell: cellName(cell) }
}

const noteRules: Readonly<
  Record<NoteKind, { readonly rule: string; readonly message: string; readonly severity: Finding['severity'] }>
> = {
  formulaComputed: { rule: 'formula-without-value', message: 'computed', severity: 'warning' },
  formulaWithoutValue: { rule: 'formula-without-value', message: 'formulas', severity: 'warning' },
  errorValue: { rule: 'error-value', message: 'errors', severity: 'warning' },
  formatNotUnderstood: { rule: 'number-format', message: 'notUnderstood', severity: 'info' },
  numberHidden: { rule: 'number-format', message: 'hidden', severity: 'info' },
  missingText: { rule: 'misplaced-cell', message: 'missingText', severity: 'error' },
  placeUnreadable: { rule: 'misplaced-cell', message: 'place', severity: 'warning' },
  repeated: { rule: 'too-many-parts', message: 'repeats', severity: 'warning' },
  comment: { rule: 'comment', message: 'comments', severity: 'info' },
}

function noteFindings(format: string, sheet: string, notes: ReadonlyMap<NoteKind, CellNotes>): Finding[] {
  return [...notes].flatMap(([kind, { count, first }]) => {
    const { rule, message, severity } = noteRules[kind]
    const findings: Finding[] = []
    // Comments are texts that stand nowhere else: each is told with its place.
    for (let from = 0; from < first.length; from += PLACES) {
      const some = first.slice(from, from + PLACES)
      const data = { sheet, count: kind === 'comment' ? some.length : count, cells: named(some.map(cellName)) }
      const places = some.map((note) => ({ source: spanOf(sheet, note), text: note.text }))
      findings.push(finding(`${format}/${rule}`, message, severity, data, places))
    }
    if (kind === 'comment' && count > first.length) {
      findings.push(finding(`${format}/${rule}`, 'more', 'warning', { sheet, count: count - first.length }))
    }
    return findings
  })
}

function hiddenFindings(format: string, sheet: string, content: SheetContent): Finding[] {
  const rows = new Set<number>()
  const columns = new Set<number>()
  const hidden = new Uint8Array(LAST_COLUMN + 1)
  for (const [first, last] of content.hiddenColumns) hidden.fill(1, Math.max(0, first), Math.max(0, last + 1))
  for (const { row, column } of content.cells) {
    if (content.hiddenRows.has(row)) rows.add(row)
    if (hidden[column] === 1) columns.add(column)
  }
  const say = (message: string, which: readonly string[]) =>
    which.length === 0
      ? []
      : [finding(`${format}/hidden`, message, 'info', { sheet, count: which.length, which: named(which) })]
  const inOrder = (places: ReadonlySet<number>) => [...places].sort((a, b) => a - b)
  return [
    ...say(
      'rows',
      inOrder(rows).map((row) => String(row + 1)),
    ),
    ...say('columns', inOrder(columns).map(columnName)),
  ]
}

function coveredFindings(
  format: string,
  sheet: string,
  message: string,
  cells: readonly (CellAddress & { readonly text?: string })[],
): Finding[] {
  if (cells.length === 0) return []
  const places = cells.slice(0, PLACES).map((cell) => ({
    source: spanOf(sheet, cell),
    ...(cell.text === undefined ? {} : { text: cell.text }),
  }))
  const data = { sheet, count: cells.length, cells: named(cells.slice(0, NAMED + 1).map(cellName)) }
  return [finding(`${format}/covered-text`, message, 'warning', data, places)]
}

/** Text boxes as rows of one cell, in the order of the sheet. */
function boxGrid(sheet: string, boxes: readonly SheetCell[]): Grid[] {
  if (boxes.length === 0) return []
  const cells = boxes.map((box, row) => ({
    row,
    column: 0,
    rowSpan: 1,
    columnSpan: 1,
    text: box.text,
    source: spanOf(sheet, box),
  }))
  return [{ name: sheet, cells, rowCount: cells.length, columnCount: 1, bordered: false, signs: 'typed' }]
}

/** Boxes above the first text stand before the sheet's grid: a title may be drawn in one. */
export function sheetGrids(
  format: string,
  sheet: string,
  content: SheetContent,
  mostMerges: number,
): { readonly grids: readonly Grid[]; readonly findings: readonly Finding[] } {
  const { grid, covered, overlapping } = placeCells(sheet, content.cells, content.merges)
  const boxes = [...content.boxes].sort((a, b) => a.row - b.row || a.column - b.column)
  const first = content.cells.reduce((least, cell) => Math.min(least, cell.row), Number.POSITIVE_INFINITY)
  const grids = [
    ...boxGrid(
      sheet,
      boxes.filter((box) => box.row <= first),
    ),
    ...(grid === null ? [] : [grid]),
    ...boxGrid(
      sheet,
      boxes.filter((box) => box.row > first),
    ),
  ]
  const findings: Finding[] = []
  if (content.tooManyMerges) {
    findings.push(finding(`${format}/too-many-parts`, 'merges', 'warning', { sheet, limit: mostMerges }))
  }
  if (content.pictures > 0) {
    findings.push(finding(`${format}/not-read`, 'pictures', 'info', { sheet, count: content.pictures }))
  }
  if (content.hidden && grids.length > 0) findings.push(finding(`${format}/hidden`, 'sheet', 'info', { sheet }))
  findings.push(
    ...hiddenFindings(format, sheet, content),
    ...noteFindings(format, sheet, content.notes),
    ...coveredFindings(format, sheet, 'covered', covered),
    ...coveredFindings(
      format,
      sheet,
      'overlapping',
      overlapping.map(({ top, left }) => ({ row: top, column: left })),
    ),
  )
  return { grids, findings }
}
