/** One worksheet as XML: cells, merges, protection, rules, paper. */

import type { FormPage } from '../../containers/form-page/page.ts'
import type { GridCell } from '../../core/model/index.ts'
import type { BookSheet, CellExtra } from './book.ts'
import { cellValueOf } from './cell-value.ts'
import { marksXml, validationsXml } from './rules-xml.ts'
import type { Look, Styles } from './styles.ts'
import { cellText, plainText } from './xml-text.ts'

/** Names of columns that were asked for: a sheet asks for each as often as it has rows. */
const columnNames: string[] = []

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  const known = columnNames[column]
  if (known !== undefined) return known
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  columnNames[column] = name
  return name
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** Points of one unit of column width, with the workbook's basic font (宋体 11: 8 pixels at 96 dots an inch). */
const POINTS_A_UNIT = 6

/** Of a hidden column, for who shows it. */
const HIDDEN_WIDTH = '10'

/** Paper as spreadsheets number it. */
const PAPER_CODES = { A3: 8, A4: 9 } as const

/** The longest text that a cell of a spreadsheet holds; no printed form comes near it. */
export const longestText = 32_767

export class SharedStrings {
  readonly #ids = new Map<string, number>()
  #uses = 0

  id(text: string): number {
    this.#uses++
    const known = this.#ids.get(text)
    if (known !== undefined) return known
    const id = this.#ids.size
    this.#ids.set(text, id)
    return id
  }

  toXml(): string {
    const items = [...this.#ids.keys()].map((text) => `<si><t xml:space="preserve">${cellText(text)}</t></si>`)
    return `<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="${this.#uses}" uniqueCount="${this.#ids.size}">${items.join('')}</sst>`
  }
}

/** What all sheets of a workbook share while they are drawn. */
export interface Drawing {
  readonly styles: Styles
  readonly strings: SharedStrings
}

function lookOf(cell: GridCell, bordered: boolean, extra: CellExtra): Look {
  const style = cell.style ?? { role: 'text' as const }
  return {
    role: style.role,
    align: style.align ?? 'left',
    bold: style.bold ?? false,
    bordered: bordered && style.role !== 'title' && style.bare !== true,
    guarded: false,
    ...(extra.fill === undefined ? {} : { fill: extra.fill }),
    ...(extra.open === undefined ? {} : { open: extra.open }),
  }
}

/** Cells of a row by their columns. */
type Row = string[]

function formulaXml(formula: string, { shared }: CellExtra): string {
  if (shared === undefined) return `<f>${plainText(formula)}</f>`
  const { id, cells } = shared
  return cells === undefined
    ? `<f t="shared" si="${id}"/>`
    : `<f t="shared" ref="${cells}" si="${id}">${plainText(formula)}</f>`
}

/** The cell itself: its value, or its formula with the value it has now. */
function masterXml(cell: GridCell, extra: CellExtra, look: Look, { styles, strings }: Drawing): string {
  const text = extra.result ?? cell.text
  const asText = (extra.asText === true || extra.givesText === true) && text !== ''
  const value = asText ? { kind: 'text' as const, guarded: false } : cellValueOf(text)
  const own = extra.asText === true ? '@' : extra.format
  const format = own ?? (value.kind === 'number' ? value.format : undefined)
  const guarded = extra.formula === undefined && value.kind === 'text' && value.guarded
  // A cell that is not shown looks like nothing.
  const style =
    extra.result === undefined
      ? ` s="${styles.id(format === undefined ? { ...look, guarded } : { ...look, format, guarded })}"`
      : ''
  const open = `<c r="${cellName(cell.row, cell.column)}"${style}`
  if (extra.formula !== undefined) {
    const formula = formulaXml(extra.formula, extra)
    if (text === 'TRUE' || text === 'FALSE') return `${open} t="b">${formula}<v>${Number(text === 'TRUE')}</v></c>`
    return value.kind === 'number'
      ? `${open}>${formula}<v>${value.value}</v></c>`
      : `${open} t="str">${formula}<v>${cellText(text)}</v></c>`
  }
  switch (value.kind) {
    case 'empty':
      return `${open}/>`
    case 'number':
      return `${open}><v>${value.value}</v></c>`
    case 'text':
      return `${open} t="s"><v>${strings.id(text)}</v></c>`
  }
}

/** Draws one cell and the empty cells its merge covers, row by row, into `rows`. */
function drawCell(cell: GridCell, bordered: boolean, extra: CellExtra, drawing: Drawing, rows: Row[]): void {
  const look = lookOf(cell, bordered, extra)
  rows[cell.row]![cell.column] = masterXml(cell, extra, look, drawing)
  if (cell.rowSpan === 1 && cell.columnSpan === 1) return
  const covered = drawing.styles.id(look)
  for (let row = cell.row; row < Math.min(rows.length, cell.row + cell.rowSpan); row++) {
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
      if (row === cell.row && column === cell.column) continue
      rows[row]![column] = `<c r="${cellName(row, column)}" s="${covered}"/>`
    }
  }
}

const nothing: CellExtra = {}

/** Rows and columns may be put in, taken out and sized; everything else only in open cells. */
const PROTECTION =
  '<sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0" insertRows="0" deleteRows="0"/>'

function viewXml({ frozenRows = 0 }: BookSheet, selected: boolean): string {
  const pane =
    frozenRows === 0
      ? ''
      : `<pane ySplit="${frozenRows}" topLeftCell="A${frozenRows + 1}" activePane="bottomLeft" state="frozen"/>`
  const view = `<sheetView showGridLines="0"${selected ? ' tabSelected="1"' : ''} workbookViewId="0"`
  return `<sheetViews>${pane === '' ? `${view}/>` : `${view}>${pane}</sheetView>`}</sheetViews>`
}

/** `page`: the sheet's grid on its paper. `alone`: the only sheet of its workbook. `notes`: it has notes of cells. */
export function drawSheet(
  sheet: BookSheet,
  page: FormPage,
  drawing: Drawing,
  { selected, notes }: { readonly selected: boolean; readonly notes: boolean },
): string {
  const { grid, extras } = sheet
  const rows: Row[] = page.rows.map(() => [])
  const merges: string[] = []
  const texts: string[] = []
  for (const { cells } of page.rows) {
    for (const cell of cells) {
      const extra = extras?.get(cell.row, cell.column) ?? nothing
      drawCell(cell, grid.bordered, extra, drawing, rows)
      const name = cellName(cell.row, cell.column)
      if (extra.asText === true) texts.push(name)
      if (cell.rowSpan > 1 || cell.columnSpan > 1) {
        const last = cellName(cell.row + cell.rowSpan - 1, cell.column + cell.columnSpan - 1)
        merges.push(`<mergeCell ref="${name}:${last}"/>`)
      }
    }
  }
  const columns = page.columns.map((points, index) => {
    const hidden = sheet.hiddenColumns?.includes(index) === true
    const width = hidden ? HIDDEN_WIDTH : (points / POINTS_A_UNIT).toFixed(3)
    return `<col min="${index + 1}" max="${index + 1}" width="${width}"${hidden ? ' hidden="1"' : ''} customWidth="1"/>`
  })
  const data = rows.map((row, index) => {
    return `<row r="${index + 1}" ht="${page.rows[index]!.height}" customHeight="1">${row.join('')}</row>`
  })
  return [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${cellName(Math.max(0, rows.length - 1), Math.max(0, page.columns.length - 1))}"/>`,
    viewXml(sheet, selected),
    '<sheetFormatPr defaultRowHeight="14"/>',
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    `<sheetData>${data.join('')}</sheetData>`,
    sheet.guarded === true ? PROTECTION : '',
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    marksXml(sheet.marks ?? [], drawing.styles),
    validationsXml(sheet.validations ?? []),
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.39" right="0.39" top="0.47" bottom="0.55" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${PAPER_CODES[page.paper.name]}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页,共 &amp;N 页</oddFooter></headerFooter>',
    // Figures that are meant as texts bear no mark of doubt.
    texts.length === 0
      ? ''
      : `<ignoredErrors><ignoredError sqref="${texts.join(' ')}" numberStoredAsText="1"/></ignoredErrors>`,
    notes ? '<legacyDrawing r:id="rId1"/>' : '',
    '</worksheet>',
  ].join('')
}
