/** The elements of a workbook: sheets, rows and cells, each where its index or its neighbours put it. */

import { LAST_COLUMN, LAST_ROW, type Range } from '../../containers/sheets/cell-names.ts'
import { Notes, type SheetCell, type SheetContent } from '../../containers/sheets/content.ts'
import { numberText, textText } from '../../containers/sheets/number-text.ts'
import { type Attributes, attribute } from '../../containers/xml.ts'
import { Formats } from './formats.ts'
import { limits } from './limits.ts'
import { serialOf } from './moment.ts'

export interface NamedSheet extends SheetContent {
  readonly name: string
}

interface OpenSheet {
  readonly name: string
  readonly cells: SheetCell[]
  readonly merges: Range[]
  readonly notes: Notes
  readonly hiddenRows: Set<number>
  readonly hiddenColumns: (readonly [number, number])[]
  readonly columnStyles: Map<number, string>
  hidden: boolean
  zerosHidden: boolean
  tooManyMerges: boolean
  tableStyle: string
  /** Where the table begins: its corner may lie inside the sheet. */
  left: number
  row: number
  /** Rows that the open one stands for, beside itself. */
  rowSpan: number
  rowStyle: string
  column: number
  /** Columns already told. */
  told: number
}

interface OpenCell {
  readonly row: number
  readonly column: number
  readonly across: number
  readonly style: string
  readonly formula: string | null
  type: string | null
  text: string
  comment: string
}

/** A whole number of an attribute, kept within what a sheet holds; `none` where it says none. */
function countOf(attributes: Attributes, name: string, none: number, most: number): number {
  const value = Number(attribute(attributes, name) ?? '')
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : none
}

export class WorkbookReader {
  readonly sheets: NamedSheet[] = []
  sheetCount = 0
  exceeded = false
  /** An element that only such a workbook has was seen. */
  isWorkbook = false
  readonly #formats = new Formats()
  #cellsLeft: number = limits.cells
  #charactersLeft: number = limits.characters
  #from1904 = false
  #sheet: OpenSheet | null = null
  #cell: OpenCell | null = null
  #inData = false
  #inComment = false
  /** Text of the option that is open. */
  #option: string | null = null

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'Workbook':
        this.isWorkbook = true
        break
      case 'Style':
        this.#formats.openStyle(attributes)
        break
      case 'NumberFormat':
        this.#formats.numberFormat(attributes)
        break
      case 'Date1904':
        this.#from1904 = true
        break
      case 'Worksheet':
        this.#openSheet(attributes)
        break
      case 'Visible':
        this.#option = ''
        break
      case 'DoNotDisplayZeros':
        if (this.#sheet !== null) this.#sheet.zerosHidden = true
        break
      default:
        if (this.#sheet !== null) this.#openInSheet(this.#sheet, name, attributes)
    }
  }

  #openSheet(attributes: Attributes): void {
    this.sheetCount++
    if (this.sheetCount > limits.sheets) return
    this.#sheet = {
      name: attribute(attributes, 'Name') ?? '',
      cells: [],
      merges: [],
      notes: new Notes(),
      hiddenRows: new Set(),
      hiddenColumns: [],
      columnStyles: new Map(),
      hidden: false,
      zerosHidden: false,
      tooManyMerges: false,
      tableStyle: '',
      left: 0,
      row: -1,
      rowSpan: 0,
      rowStyle: '',
      column: -1,
      told: -1,
    }
  }

  #openInSheet(sheet: OpenSheet, name: string, attributes: Attributes): void {
    switch (name) {
      case 'Table':
        sheet.tableStyle = attribute(attributes, 'StyleID') ?? ''
        sheet.left = countOf(attributes, 'LeftCell', 1, LAST_COLUMN) - 1
        sheet.row = countOf(attributes, 'TopCell', 1, LAST_ROW) - 2
        sheet.told = sheet.left - 1
        break
      case 'Column':
        this.#tellColumns(sheet, attributes)
        break
      case 'Row':
        this.#openRow(sheet, attributes)
        break
      case 'Cell':
        this.#openCell(sheet, attributes)
        break
      case 'Comment':
        this.#inComment = true
        break
      case 'Data':
        if (this.#cell === null) break
        this.#inData = true
        if (!this.#inComment) this.#cell.type = attribute(attributes, 'Type') ?? 'String'
    }
  }

  #tellColumns(sheet: OpenSheet, attributes: Attributes): void {
    const first = countOf(attributes, 'Index', sheet.told + 2, LAST_COLUMN + 1) - 1
    // Columns stand in order; what goes back would only take time.
    if (first <= sheet.told) return
    const last = Math.min(LAST_COLUMN, first + countOf(attributes, 'Span', 0, LAST_COLUMN))
    sheet.told = last
    if (attribute(attributes, 'Hidden') === '1') sheet.hiddenColumns.push([first, last])
    const style = attribute(attributes, 'StyleID')
    if (style !== undefined) for (let at = first; at <= last; at++) sheet.columnStyles.set(at, style)
  }

  #openRow(sheet: OpenSheet, attributes: Attributes): void {
    const next = sheet.row + 1 + sheet.rowSpan
    sheet.row = Math.min(LAST_ROW, countOf(attributes, 'Index', next + 1, LAST_ROW + 1) - 1)
    sheet.rowSpan = countOf(attributes, 'Span', 0, LAST_ROW)
    sheet.rowStyle = attribute(attributes, 'StyleID') ?? ''
    sheet.column = sheet.left - 1
    if (attribute(attributes, 'Hidden') === '1') sheet.hiddenRows.add(sheet.row)
  }

  #openCell(sheet: OpenSheet, attributes: Attributes): void {
    const row = Math.max(0, sheet.row)
    const column = Math.min(LAST_COLUMN, countOf(attributes, 'Index', sheet.column + 2, LAST_COLUMN + 1) - 1)
    const across = countOf(attributes, 'MergeAcross', 0, LAST_COLUMN)
    const down = countOf(attributes, 'MergeDown', 0, LAST_ROW)
    sheet.column = Math.min(LAST_COLUMN, column + across)
    if (across > 0 || down > 0) {
      const range = { top: row, left: column, bottom: Math.min(LAST_ROW, row + down), right: sheet.column }
      if (sheet.merges.length < limits.merges) sheet.merges.push(range)
      else sheet.tooManyMerges = true
    }
    const own = attribute(attributes, 'StyleID') ?? sheet.rowStyle
    const style = own === '' ? (sheet.columnStyles.get(column) ?? sheet.tableStyle) : own
    const formula = attribute(attributes, 'Formula') ?? null
    this.#inComment = false
    this.#inData = false
    this.#cell = { row, column, across, style, formula, type: null, text: '', comment: '' }
  }

  text(text: string): void {
    if (this.#option !== null) this.#option += text
    else if (this.#inData && this.#cell !== null) {
      if (this.#inComment) this.#cell.comment += text
      else this.#cell.text += text
    }
  }

  close(name: string): void {
    switch (name) {
      case 'Style':
        this.#formats.closeStyle()
        break
      case 'Visible':
        if (this.#sheet !== null && /Hidden/.test(this.#option ?? '')) this.#sheet.hidden = true
        this.#option = null
        break
      case 'Data':
        this.#inData = false
        break
      case 'Comment':
        this.#inComment = false
        break
      case 'Cell':
        if (this.#sheet !== null && this.#cell !== null) this.#closeCell(this.#sheet, this.#cell)
        this.#cell = null
        break
      case 'Worksheet':
        this.#closeSheet()
    }
  }

  /** Ends what damage left open. */
  finish(): void {
    if (this.#sheet !== null && this.#cell !== null) this.#closeCell(this.#sheet, this.#cell)
    this.#closeSheet()
  }

  #closeSheet(): void {
    const sheet = this.#sheet
    this.#sheet = null
    if (sheet !== null) this.sheets.push({ ...sheet, notes: sheet.notes.all, boxes: [], pictures: 0 })
  }

  #closeCell(sheet: OpenSheet, cell: OpenCell): void {
    if (cell.comment !== '') sheet.notes.add(cell, 'comment', cell.comment)
    if (cell.type === null) {
      if (cell.formula !== null) sheet.notes.add(cell, 'formulaWithoutValue', cell.formula)
      return
    }
    const text = this.#printed(sheet, cell, cell.type)
    if (text === '') return
    this.#cellsLeft--
    this.#charactersLeft -= text.length
    if (this.#cellsLeft < 0 || this.#charactersLeft < 0) this.exceeded = true
    else sheet.cells.push({ row: cell.row, column: cell.column, text })
  }

  #printed(sheet: OpenSheet, cell: OpenCell, type: string): string {
    const code = this.#formats.codeOf(cell.style)
    switch (type) {
      case 'Number':
        return this.#number(sheet, cell, cell.text.trim(), code)
      case 'DateTime': {
        const serial = serialOf(cell.text.trim(), this.#from1904)
        if (serial === null || code === 'General') return cell.text.trim().replace(/T00:00:00(?:\.0+)?$/, '')
        return this.#number(sheet, cell, serial, code)
      }
      case 'Boolean':
        return cell.text.trim() === '1' ? 'TRUE' : 'FALSE'
      case 'Error':
        sheet.notes.add(cell, 'errorValue', cell.text)
        return cell.text
      default:
        return textText(cell.text, code)
    }
  }

  #number(sheet: OpenSheet, cell: OpenCell, figure: string, code: string): string {
    const { text, understood } = numberText(figure, code, this.#from1904)
    if (!understood) sheet.notes.add(cell, 'formatNotUnderstood', code)
    const hidden = text === '' || (sheet.zerosHidden && /^-?0*\.?0*(?:[eE].*)?$/.test(figure))
    if (hidden && figure !== '') sheet.notes.add(cell, 'numberHidden', figure)
    return hidden ? '' : text
  }
}
