/**
 * Reads xlsx workbooks: each sheet with text is a grid, its cells as they are printed. Ignored on purpose: macros, links
 * to other files, charts, headers and footers of the page, comments (said), validations, conditional formats. Knows
 * nothing of forms.
 */

import { finding, packageFinding, partFinding } from '../../containers/findings.ts'
import { looksLikePackage, OfficePackage, type PartProblem } from '../../containers/office-package.ts'
import type { Finding, Grid, Outcome, SourceSpan } from '../../core/model/index.ts'
import { type CellAddress, cellName, columnName, LAST_COLUMN } from './cell-names.ts'
import { readDrawing } from './drawing.ts'
import { limits } from './limits.ts'
import { readSharedStrings } from './shared-strings.ts'
import {
  type CellNotes,
  type NoteKind,
  readSheet,
  type SheetCell,
  type SheetContent,
  type SheetContext,
} from './sheet.ts'
import { placeCells } from './sheet-grid.ts'
import { readFormats } from './styles.ts'
import { readWorkbook, type SheetEntry } from './workbook.ts'

export { limits } from './limits.ts'
export { xlsxReaderRules } from './messages.ts'

const FORMAT = 'xlsx'
/** So many cells a message names. */
const NAMED = 5

/** 0 to 1, from the first bytes or all of them: an xlsx names its parts 'xl/…'. */
export function recognisesXlsx(firstBytes: Uint8Array): number {
  return looksLikePackage(firstBytes, 'xl/')
}

function named(cells: readonly CellAddress[]): string {
  return `${cells.slice(0, NAMED).map(cellName).join('、')}${cells.length > NAMED ? '……' : ''}`
}

function spanOf(sheet: string, cell: CellAddress): SourceSpan {
  return { kind: 'sheet', sheet, cell: cellName(cell) }
}

const noteRules: Readonly<
  Record<NoteKind, { readonly rule: string; readonly message: string; readonly severity: Finding['severity'] }>
> = {
  formulaWithoutValue: { rule: 'formula-without-value', message: 'formulas', severity: 'warning' },
  errorValue: { rule: 'error-value', message: 'errors', severity: 'warning' },
  formatNotUnderstood: { rule: 'number-format', message: 'notUnderstood', severity: 'info' },
  numberHidden: { rule: 'number-format', message: 'hidden', severity: 'info' },
  missingText: { rule: 'misplaced-cell', message: 'missingText', severity: 'error' },
  placeUnreadable: { rule: 'misplaced-cell', message: 'place', severity: 'warning' },
}

function noteFindings(sheet: string, notes: ReadonlyMap<NoteKind, CellNotes>): Finding[] {
  return [...notes].map(([kind, { count, first }]) => {
    const { rule, message, severity } = noteRules[kind]
    const data = { sheet, count, cells: named(first) }
    const places = first.map((note) => ({ source: spanOf(sheet, note), text: note.text }))
    return finding(`${FORMAT}/${rule}`, message, severity, data, places)
  })
}

function hiddenFindings(sheet: string, content: SheetContent): Finding[] {
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
      : [
          finding(`${FORMAT}/hidden`, message, 'info', {
            sheet,
            count: which.length,
            which: `${which.slice(0, NAMED).join('、')}${which.length > NAMED ? '……' : ''}`,
          }),
        ]
  const inOrder = (places: ReadonlySet<number>) => [...places].sort((a, b) => a - b)
  return [
    ...say(
      'rows',
      inOrder(rows).map((row) => String(row + 1)),
    ),
    ...say('columns', inOrder(columns).map(columnName)),
  ]
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
  return [{ name: sheet, cells, rowCount: cells.length, columnCount: 1, bordered: false }]
}

class WorkbookReader {
  readonly grids: Grid[] = []
  readonly findings: Finding[] = []
  readonly #office: OfficePackage
  readonly #name: string

  constructor(office: OfficePackage, name: string) {
    this.#office = office
    this.#name = name
  }

  #problem(problem: PartProblem | null, part: string): void {
    if (problem !== null) this.findings.push(partFinding(FORMAT, problem, limits, part, this.#name))
  }

  read(main: string): void {
    const workbook = readWorkbook(this.#office, main)
    this.#problem(workbook.problem, main)
    const formats = workbook.styles === null ? null : readFormats(this.#office, workbook.styles)
    if (formats !== null) this.#problem(formats.problem, workbook.styles!)
    const strings =
      workbook.sharedStrings === null ? null : readSharedStrings(this.#office, workbook.sharedStrings, limits.cells)
    if (strings !== null) this.#problem(strings.problem, workbook.sharedStrings!)
    if (strings?.tooMany) this.#tooManyCells()
    const context: SheetContext = {
      texts: strings?.texts ?? [],
      formats: formats?.codes ?? [],
      from1904: workbook.from1904,
      budget: { cells: limits.cells, characters: limits.characters },
    }
    if (workbook.sheets.length > limits.sheets) {
      const data = { name: this.#name, count: workbook.sheets.length, limit: limits.sheets }
      this.findings.push(finding(`${FORMAT}/too-many-parts`, 'sheets', 'error', data))
    }
    for (const entry of workbook.sheets.slice(0, limits.sheets)) this.#readSheet(entry, context)
    for (const part of this.#office.parts) {
      if (!/^xl\/(?:threaded)?comments/i.test(part)) continue
      this.findings.push(finding(`${FORMAT}/not-read`, 'comments', 'info', { name: this.#name }))
      break
    }
  }

  #tooManyCells(): void {
    const data = { name: this.#name, limit: limits.cells }
    if (this.findings.some(({ message }) => message === 'cells')) return
    this.findings.push(finding(`${FORMAT}/too-large`, 'cells', 'error', data))
  }

  #readSheet(entry: SheetEntry, context: SheetContext): void {
    const sheet = entry.name
    if (entry.part === null) {
      this.#problem('missing', sheet)
      return
    }
    const content = readSheet(this.#office, entry.part, context)
    this.#problem(content.problem, entry.part)
    if (content.exceeded === 'cells') this.#tooManyCells()
    if (content.exceeded === 'merges') {
      this.findings.push(finding(`${FORMAT}/too-many-parts`, 'merges', 'warning', { sheet, limit: limits.merges }))
    }
    const { grid, covered, overlapping } = placeCells(sheet, content.cells, content.merges)
    const { before, after } = this.#readDrawing(entry.part, sheet, content.cells)
    if (entry.hidden && (grid !== null || before.length + after.length > 0)) {
      this.findings.push(finding(`${FORMAT}/hidden`, 'sheet', 'info', { sheet }))
    }
    this.findings.push(...hiddenFindings(sheet, content), ...noteFindings(sheet, content.notes))
    this.#coveredFindings(
      sheet,
      covered,
      overlapping.map(({ top, left }) => ({ row: top, column: left })),
    )
    this.grids.push(...before, ...(grid === null ? [] : [grid]), ...after)
  }

  /** Boxes above the first text stand before the sheet's grid: a title may be drawn in one. */
  #readDrawing(part: string, sheet: string, cells: readonly SheetCell[]): { before: Grid[]; after: Grid[] } {
    const links = this.#office.relationships(part).filter(({ type }) => type === 'drawing')
    const boxes: SheetCell[] = []
    for (const { target } of links) {
      const drawing = readDrawing(this.#office, target)
      this.#problem(drawing.problem, target)
      boxes.push(...drawing.boxes)
      if (drawing.pictures > 0) {
        this.findings.push(finding(`${FORMAT}/not-read`, 'pictures', 'info', { sheet, count: drawing.pictures }))
      }
    }
    boxes.sort((a, b) => a.row - b.row || a.column - b.column)
    const first = cells.reduce((least, cell) => Math.min(least, cell.row), Number.POSITIVE_INFINITY)
    return {
      before: boxGrid(
        sheet,
        boxes.filter((box) => box.row <= first),
      ),
      after: boxGrid(
        sheet,
        boxes.filter((box) => box.row > first),
      ),
    }
  }

  #coveredFindings(sheet: string, covered: readonly SheetCell[], overlapping: readonly CellAddress[]): void {
    const say = (message: string, cells: readonly (CellAddress & { readonly text?: string })[]) => {
      if (cells.length === 0) return
      const places = cells.map((cell) => ({
        source: spanOf(sheet, cell),
        ...(cell.text === undefined ? {} : { text: cell.text }),
      }))
      const data = { sheet, count: cells.length, cells: named(cells) }
      this.findings.push(finding(`${FORMAT}/covered-text`, message, 'warning', data, places))
    }
    say('covered', covered)
    say('overlapping', overlapping)
  }
}

/** One Grid for each sheet with text, in the order of the workbook; a finding for everything that could not be read. */
export function readXlsx(bytes: Uint8Array, name: string): Outcome<Grid[]> {
  const refuse = (found: Finding): Outcome<Grid[]> => ({ value: [], findings: [found] })
  const office = OfficePackage.open(bytes, limits)
  if (!(office instanceof OfficePackage)) return refuse(packageFinding(FORMAT, office, limits, bytes, name))
  const main = office.mainPart('xl/workbook.xml')
  if (main === null || main.endsWith('.bin')) {
    const binary = main !== null || office.has('xl/workbook.bin')
    return refuse(
      binary
        ? finding(`${FORMAT}/binary-workbook`, 'binary', 'error', { name })
        : finding(`${FORMAT}/unreadable`, 'noContent', 'error', { name }),
    )
  }
  const reader = new WorkbookReader(office, name)
  reader.read(main)
  const { grids, findings } = reader
  if (grids.length === 0 && findings.every(({ severity }) => severity !== 'error')) {
    findings.push(finding(`${FORMAT}/unreadable`, 'noContent', 'error', { name }))
  }
  return { value: grids, findings }
}
