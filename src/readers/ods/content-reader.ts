/** The content of a workbook, element by element: cells carry the text that is shown of them ([ODF] 1.2, 9.1). */

import { LAST_COLUMN, LAST_ROW, type Range } from '../../containers/sheets/cell-names.ts'
import { Notes, type SheetCell, type SheetContent } from '../../containers/sheets/content.ts'
import type { OpenFormula } from '../../containers/sheets/formula.ts'
import { type Attributes, attribute } from '../../containers/xml.ts'
import { limits } from './limits.ts'

export interface NamedSheet extends SheetContent {
  readonly name: string
}

interface OpenSheet {
  readonly name: string
  readonly hidden: boolean
  readonly cells: SheetCell[]
  readonly merges: Range[]
  readonly notes: Notes
  readonly hiddenRows: Set<number>
  readonly hiddenColumns: (readonly [number, number])[]
  readonly boxes: SheetCell[]
  readonly unsolved: OpenFormula[]
  pictures: number
  tooManyMerges: boolean
  row: number
  /** Rows that the open one stands for. */
  rowRepeat: number
  column: number
  /** Column for which widths are told. */
  told: number
  /** Cells of the open row, for the rows it stands for. */
  rowCells: SheetCell[]
}

/** Where paragraphs go: the open cell, a comment on it, or a box. */
interface Text {
  readonly kind: 'cell' | 'comment' | 'box'
  readonly paragraphs: string[]
}

interface OpenCell {
  readonly repeat: number
  readonly columnSpan: number
  readonly rowSpan: number
  readonly figure: string | undefined
  readonly formula: string | undefined
  readonly covered: boolean
}

function countOf(attributes: Attributes, name: string, most: number): number {
  const value = Number(attribute(attributes, name) ?? 1)
  return Number.isInteger(value) && value >= 1 ? Math.min(value, most) : 1
}

export class ContentReader {
  readonly sheets: NamedSheet[] = []
  sheetCount = 0
  exceeded = false
  #cellsLeft: number = limits.cells
  #charactersLeft: number = limits.characters
  /** Table styles whose sheets are not shown. */
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  #sheet: OpenSheet | null = null
  #cell: OpenCell | null = null
  readonly #texts: Text[] = []
  #inParagraph = 0

  open(name: string, attributes: Attributes): void {
    switch (name) {
      case 'style':
        this.#style = attribute(attributes, 'name') ?? ''
        return
      case 'table-properties':
        if (attribute(attributes, 'display') === 'false') this.#hiddenStyles.add(this.#style)
        return
      case 'table':
        this.#openSheet(attributes)
        return
    }
    const sheet = this.#sheet
    if (sheet === null) return
    switch (name) {
      case 'table-column': {
        const repeat = countOf(attributes, 'number-columns-repeated', LAST_COLUMN + 1)
        if (this.#isHidden(attributes) && sheet.hiddenColumns.length <= LAST_COLUMN) {
          sheet.hiddenColumns.push([sheet.told, sheet.told + repeat - 1])
        }
        sheet.told += repeat
        return
      }
      case 'table-row':
        sheet.rowRepeat = countOf(attributes, 'number-rows-repeated', LAST_ROW + 1)
        sheet.column = 0
        if (this.#isHidden(attributes) && sheet.rowRepeat < 10_000) {
          for (let row = 0; row < sheet.rowRepeat; row++) sheet.hiddenRows.add(sheet.row + row)
        }
        return
      case 'table-cell':
      case 'covered-table-cell':
        this.#cell = {
          repeat: countOf(attributes, 'number-columns-repeated', LAST_COLUMN + 1),
          columnSpan: countOf(attributes, 'number-columns-spanned', LAST_COLUMN + 1),
          rowSpan: countOf(attributes, 'number-rows-spanned', LAST_ROW + 1),
          figure: /^(?:float|percentage|currency)$/.test(attribute(attributes, 'value-type') ?? '')
            ? attribute(attributes, 'value')
            : undefined,
          formula: attribute(attributes, 'formula'),
          covered: name === 'covered-table-cell',
        }
        this.#texts.push({ kind: 'cell', paragraphs: [] })
        return
      case 'annotation':
        this.#texts.push({ kind: 'comment', paragraphs: [] })
        return
      case 'frame':
      case 'custom-shape':
        this.#texts.push({ kind: 'box', paragraphs: [] })
        return
      case 'image':
        sheet.pictures++
        return
      case 'p':
        if (this.#inParagraph++ === 0) this.#texts.at(-1)?.paragraphs.push('')
        return
      case 's':
        this.#add(' '.repeat(countOf(attributes, 'c', 1000)))
        return
      case 'tab':
        this.#add('\t')
        return
      case 'line-break':
        this.#add('\n')
    }
  }

  text(text: string): void {
    if (this.#inParagraph > 0) this.#add(text)
  }

  #add(text: string): void {
    const paragraphs = this.#texts.at(-1)?.paragraphs
    if (this.#inParagraph === 0 || paragraphs === undefined || paragraphs.length === 0) return
    paragraphs[paragraphs.length - 1] += text
  }

  close(name: string): void {
    const sheet = this.#sheet
    if (sheet === null) return
    switch (name) {
      case 'p':
        if (this.#inParagraph > 0) this.#inParagraph--
        return
      case 'table-cell':
      case 'covered-table-cell':
        if (this.#cell !== null) this.#closeCell(sheet, this.#cell)
        this.#cell = null
        return
      case 'annotation':
      case 'frame':
      case 'custom-shape':
        this.#closeBeside(sheet)
        return
      case 'table-row':
        this.#closeRow(sheet)
        return
      case 'table':
        this.#closeSheet(sheet)
    }
  }

  /** Ends what damage left open. */
  finish(): void {
    if (this.#sheet !== null) {
      this.#closeRow(this.#sheet)
      this.#closeSheet(this.#sheet)
    }
  }

  #isHidden(attributes: Attributes): boolean {
    return /^(?:collapse|filter)$/.test(attribute(attributes, 'visibility') ?? '')
  }

  #openSheet(attributes: Attributes): void {
    // A table inside a cell is none of a sheet's own.
    if (this.#sheet !== null) return
    this.sheetCount++
    if (this.sheetCount > limits.sheets) return
    this.#sheet = {
      name: attribute(attributes, 'name') ?? '',
      hidden: this.#hiddenStyles.has(attribute(attributes, 'style-name') ?? ''),
      cells: [],
      merges: [],
      notes: new Notes(),
      hiddenRows: new Set(),
      hiddenColumns: [],
      boxes: [],
      unsolved: [],
      pictures: 0,
      tooManyMerges: false,
      row: 0,
      rowRepeat: 1,
      column: 0,
      told: 0,
      rowCells: [],
    }
  }

  #closeCell(sheet: OpenSheet, cell: OpenCell): void {
    const text = this.#texts.pop()?.paragraphs.join('\n') ?? ''
    const { row, column } = sheet
    if (!cell.covered && (cell.columnSpan > 1 || cell.rowSpan > 1)) {
      if (sheet.merges.length < limits.merges) {
        sheet.merges.push({
          top: row,
          left: column,
          bottom: row + cell.rowSpan - 1,
          right: column + cell.columnSpan - 1,
        })
      } else sheet.tooManyMerges = true
    }
    if (text !== '') {
      if (/^#[A-Z/0!?]+$|^(?:Err:\d+)$/.test(text) && cell.formula !== undefined)
        sheet.notes.add({ row, column }, 'errorValue', text)
      if (cell.repeat > limits.repeats) sheet.notes.add({ row, column }, 'repeated', text)
      for (let next = 0; next < Math.min(cell.repeat, limits.repeats) && !this.exceeded; next++) {
        const figure = cell.figure === undefined ? {} : { figure: cell.figure }
        this.#put(sheet.rowCells, { row, column: column + next, text, ...figure })
      }
    } else if (cell.figure !== undefined) sheet.notes.add({ row, column }, 'numberHidden', cell.figure)
    else if (cell.formula !== undefined) {
      sheet.unsolved.push({ row, column, formula: cell.formula.replace(/^[a-z]+:=?|^=/, '') })
    }
    sheet.column = Math.min(LAST_COLUMN, column + cell.repeat)
  }

  #put(cells: SheetCell[], cell: SheetCell): void {
    this.#cellsLeft--
    this.#charactersLeft -= cell.text.length
    if (this.#cellsLeft < 0 || this.#charactersLeft < 0) this.exceeded = true
    else cells.push(cell)
  }

  #closeBeside(sheet: OpenSheet): void {
    const kind = this.#texts.at(-1)?.kind
    if (kind !== 'comment' && kind !== 'box') return
    const text = this.#texts.pop()!.paragraphs.join('\n').trim()
    this.#inParagraph = 0
    const place = { row: sheet.row, column: sheet.column }
    if (text === '') return
    if (kind === 'comment') sheet.notes.add(place, 'comment', text)
    else sheet.boxes.push({ ...place, text })
  }

  #closeRow(sheet: OpenSheet): void {
    for (const cell of sheet.rowCells) sheet.cells.push(cell)
    const [first] = sheet.rowCells
    if (first !== undefined) {
      if (sheet.rowRepeat > limits.repeats) sheet.notes.add(first, 'repeated', first.text)
      for (let next = 1; next < Math.min(sheet.rowRepeat, limits.repeats) && !this.exceeded; next++) {
        for (const cell of sheet.rowCells) this.#put(sheet.cells, { ...cell, row: cell.row + next })
      }
    }
    sheet.rowCells = []
    sheet.row = Math.min(LAST_ROW, sheet.row + sheet.rowRepeat)
    sheet.rowRepeat = 1
  }

  #closeSheet(sheet: OpenSheet): void {
    const { name, hidden, cells, merges, notes, hiddenRows, hiddenColumns, boxes, pictures, tooManyMerges } = sheet
    // A saved file prints its results; a formula without one was never worked out, or shows nothing.
    for (const { row, column, formula } of sheet.unsolved) {
      if (/^IF\(|&/.test(formula)) continue
      sheet.notes.add({ row, column }, 'formulaWithoutValue', `=${formula}`)
    }
    this.sheets.push({
      name,
      hidden,
      cells,
      merges,
      notes: notes.all,
      hiddenRows,
      hiddenColumns,
      boxes,
      pictures,
      tooManyMerges,
    })
    this.#sheet = null
  }
}
