/** One worksheet as XML: cells, merges, paper. */

import type { FormPage } from '../../containers/form-page/page.ts'
import type { GridCell } from '../../core/model/index.ts'
import { cellValueOf } from './cell-value.ts'
import { type Look, Styles } from './styles.ts'
import { cellText } from './xml-text.ts'

/** 0 → A, 26 → AA. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  }
  return name
}

export function cellName(row: number, column: number): string {
  return `${columnName(column)}${row + 1}`
}

/** Points of one unit of column width, with the workbook's basic font (宋体 11: 8 pixels at 96 dots an inch). */
const POINTS_A_UNIT = 6

/** Paper as spreadsheets number it. */
const PAPER_CODES = { A3: 8, A4: 9 } as const

/** The longest text that a cell of a spreadsheet holds; no printed form comes near it. */
export const longestText = 32_767

export interface DrawnSheet {
  readonly sheet: string
  readonly sharedStrings: string
  readonly styles: string
}

class SharedStrings {
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

function lookOf(cell: GridCell, bordered: boolean): Look {
  const style = cell.style ?? { role: 'text' as const }
  return {
    role: style.role,
    align: style.align ?? 'left',
    bold: style.bold ?? false,
    bordered: bordered && style.role !== 'title',
    guarded: false,
  }
}

/** Draws one cell and the empty cells its merge covers, row by row, into `rows`. */
function drawCell(cell: GridCell, bordered: boolean, styles: Styles, strings: SharedStrings, rows: Row[]): void {
  const look = lookOf(cell, bordered)
  const value = cellValueOf(cell.text)
  const style = styles.id(
    value.kind === 'number'
      ? { ...look, format: value.format }
      : { ...look, guarded: value.kind === 'text' && value.guarded },
  )
  const open = `<c r="${cellName(cell.row, cell.column)}" s="${style}"`
  const master =
    value.kind === 'empty'
      ? `${open}/>`
      : value.kind === 'number'
        ? `${open}><v>${value.value}</v></c>`
        : `${open} t="s"><v>${strings.id(cell.text)}</v></c>`
  rows[cell.row]!.push({ column: cell.column, xml: master })
  const covered = styles.id(look)
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
    for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
      if (row === cell.row && column === cell.column) continue
      rows[row]?.push({ column, xml: `<c r="${cellName(row, column)}" s="${covered}"/>` })
    }
  }
}

type Row = { readonly column: number; readonly xml: string }[]

export function drawSheet(page: FormPage, bordered: boolean): DrawnSheet {
  const styles = new Styles()
  const strings = new SharedStrings()
  const rows: Row[] = page.rows.map(() => [])
  const merges: string[] = []
  for (const { cells } of page.rows) {
    for (const cell of cells) {
      drawCell(cell, bordered, styles, strings, rows)
      if (cell.rowSpan > 1 || cell.columnSpan > 1) {
        const last = cellName(cell.row + cell.rowSpan - 1, cell.column + cell.columnSpan - 1)
        merges.push(`<mergeCell ref="${cellName(cell.row, cell.column)}:${last}"/>`)
      }
    }
  }
  const columns = page.columns.map(
    (points, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${(points / POINTS_A_UNIT).toFixed(3)}" customWidth="1"/>`,
  )
  const data = rows.map((row, index) => {
    const cells = row.sort((a, b) => a.column - b.column).map((cell) => cell.xml)
    return `<row r="${index + 1}" ht="${page.rows[index]!.height}" customHeight="1">${cells.join('')}</row>`
  })
  const sheet = [
    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<dimension ref="A1:${cellName(Math.max(0, rows.length - 1), Math.max(0, page.columns.length - 1))}"/>`,
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0"/></sheetViews>',
    '<sheetFormatPr defaultRowHeight="14"/>',
    columns.length === 0 ? '' : `<cols>${columns.join('')}</cols>`,
    `<sheetData>${data.join('')}</sheetData>`,
    merges.length === 0 ? '' : `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>`,
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.39" right="0.39" top="0.47" bottom="0.55" header="0.3" footer="0.3"/>',
    `<pageSetup paperSize="${PAPER_CODES[page.paper.name]}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`,
    '<headerFooter><oddFooter>&amp;C第 &amp;P 页,共 &amp;N 页</oddFooter></headerFooter>',
    '</worksheet>',
  ].join('')
  return { sheet, sharedStrings: strings.toXml(), styles: styles.toXml() }
}
