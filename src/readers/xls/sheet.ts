/** One sheet, record by record, into printed texts. Blank cells, formats and validations cost nothing. */

import { type CellAddress, cellName, type Range } from '../../containers/sheets/cell-names.ts'
import { Notes, type SheetCell, type SheetContent } from '../../containers/sheets/content.ts'
import { type OpenFormula, resultsOf } from '../../containers/sheets/formula.ts'
import { numberText, textText } from '../../containers/sheets/number-text.ts'
import { anchorOf, objectOf } from './drawing.ts'
import { formulaText } from './formula-text.ts'
import { limits } from './limits.ts'
import { BIFF8, narrowText, type RecordCursor, records, TextCursor, type WorkbookRecord } from './records.ts'
import type { Workbook } from './workbook.ts'

/** One for all sheets of a workbook. */
export interface Budget {
  cells: number
  characters: number
  records: number
}

export interface SheetResult extends Omit<SheetContent, 'hidden'> {
  readonly exceeded: boolean
  /** The stream ended inside the sheet. */
  readonly cut: boolean
}

interface Unsolved extends OpenFormula {
  readonly style: number
  readonly mayBeBlank: boolean
}

const errors: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
}

/** A figure of 30 bits: a whole number or the upper part of a binary one, perhaps a hundred times too large. */
function shortFigure(bits: number): number {
  let value = bits >> 2
  if ((bits & 2) === 0) {
    const view = new DataView(new ArrayBuffer(8))
    view.setInt32(4, bits & ~3, true)
    value = view.getFloat64(0, true)
  }
  return (bits & 1) === 1 ? value / 100 : value
}

class SheetReader {
  readonly cells: SheetCell[] = []
  readonly merges: Range[] = []
  readonly notes = new Notes()
  readonly hiddenRows = new Set<number>()
  readonly hiddenColumns: (readonly [number, number])[] = []
  readonly boxes: SheetCell[] = []
  pictures = 0
  exceeded = false
  tooManyMerges = false
  readonly #book: Workbook
  readonly #cursor: RecordCursor
  readonly #budget: Budget
  readonly #unsolved: Unsolved[] = []
  /** Texts of comments by the number of their box. */
  readonly #commentTexts = new Map<number, string>()
  readonly #comments: (CellAddress & { readonly box: number })[] = []
  #zerosHidden = false
  /** A formula whose text follows. */
  #waiting: (CellAddress & { readonly style: number }) | null = null
  #anchor: CellAddress = { row: 0, column: 0 }
  #object = { kind: -1, id: -1 }

  constructor(book: Workbook, cursor: RecordCursor, budget: Budget) {
    this.#book = book
    this.#cursor = cursor
    this.#budget = budget
  }

  /** Reads to the end of the sheet; false where the stream ends before it. */
  read(): boolean {
    let depth = 0
    for (let record = this.#cursor.next(); record !== null; record = this.#cursor.next()) {
      if (record.id === records.begin) depth++
      else if (record.id === records.end) {
        if (--depth <= 0) return true
      } else if (depth <= 1) this.#take(record)
    }
    return false
  }

  #take(record: WorkbookRecord): void {
    const { id, body, view } = record
    switch (id) {
      case records.row:
        if (body.length >= 16 && (view.getUint16(12, true) & 0x20) !== 0) this.hiddenRows.add(view.getUint16(0, true))
        return
      case records.columns:
        if (body.length >= 10 && (body[8]! & 1) === 1) {
          this.hiddenColumns.push([view.getUint16(0, true), view.getUint16(2, true)])
        }
        return
      case records.window:
        this.#zerosHidden = body.length >= 2 && (body[0]! & 0x10) === 0
        return
      case records.merges:
        this.#merge(record)
        return
      case records.text:
        if (this.#waiting !== null) this.#putText(this.#waiting, this.#textAt(body, 0, this.#cursor.continued()))
        this.#waiting = null
        return
      case records.note:
        this.#note(record)
        return
      case records.drawing:
        this.#anchor = anchorOf(body) ?? this.#anchor
        return
      case records.object:
        this.#object = objectOf(body)
        if (this.#object.kind === 8) this.pictures++
        return
      case records.boxText:
        this.#boxText(record)
        return
      default:
        if (body.length >= 6) this.#cell(record)
    }
  }

  /** A text of either version that begins at `at` with two bytes of length. */
  #textAt(body: Uint8Array, at: number, more: readonly Uint8Array[] = []): string {
    if (this.#book.version === BIFF8) return new TextCursor([body, ...more], at).text(2)
    const length = body[at]! | (body[at + 1]! << 8)
    return narrowText(body.subarray(at + 2, at + 2 + length), this.#book.codePage)
  }

  #cell({ id, body, view }: WorkbookRecord): void {
    const place = { row: view.getUint16(0, true), column: view.getUint16(2, true), style: view.getUint16(4, true) }
    switch (id) {
      case records.sharedLabel: {
        if (body.length < 10) break
        const index = view.getUint32(6, true)
        const text = this.#book.texts[index]
        if (text === undefined) this.notes.add(place, 'missingText', String(index))
        else this.#putText(place, text)
        break
      }
      case records.label:
      case records.richLabel:
        if (body.length >= 8) this.#putText(place, this.#textAt(body, 6, this.#cursor.continued()))
        break
      case records.number:
        if (body.length >= 14) this.#putNumber(place, String(view.getFloat64(6, true)))
        break
      case records.figure:
        if (body.length >= 10) this.#putNumber(place, String(shortFigure(view.getInt32(6, true))))
        break
      case records.figures:
        for (let at = 4, column = place.column; at + 6 <= body.length; at += 6, column++) {
          const style = view.getUint16(at, true)
          this.#putNumber({ row: place.row, column, style }, String(shortFigure(view.getInt32(at + 2, true))))
        }
        break
      case records.truth:
        if (body.length >= 8) this.#putTruth(place, body[6]!, body[7] === 1)
        break
      case records.formula:
        if (body.length >= 22) this.#formula(place, body, view)
    }
  }

  #formula(place: CellAddress & { readonly style: number }, body: Uint8Array, view: DataView): void {
    this.#waiting = null
    if (view.getUint16(12, true) !== 0xffff) {
      this.#putNumber(place, String(view.getFloat64(6, true)))
      return
    }
    if (body[6] === 0) this.#waiting = place
    else if (body[6] === 1 || body[6] === 2) this.#putTruth(place, body[8]!, body[6] === 2)
    else {
      // A blank text, or no result at all: programs that do not calculate write it so.
      const length = view.getUint16(20, true)
      const { text, mayBeBlank } =
        this.#book.version === BIFF8 ? formulaText(body.subarray(22, 22 + length)) : { text: null, mayBeBlank: true }
      this.#unsolved.push({ ...place, formula: text ?? '', mayBeBlank })
    }
  }

  /** Formulas without a saved result are worked out where they are plain sums. */
  solve(): void {
    const results = resultsOf(this.cells, this.#unsolved)
    for (const { row, column, style, formula, mayBeBlank } of this.#unsolved) {
      const figure = results.get(cellName({ row, column }))
      if (figure === undefined) {
        if (!mayBeBlank) this.notes.add({ row, column }, 'formulaWithoutValue', `=${formula}`)
        continue
      }
      this.notes.add({ row, column }, 'formulaComputed', `=${formula}`)
      this.#putNumber({ row, column, style }, figure)
    }
    for (const { row, column, box } of this.#comments) {
      const text = this.#commentTexts.get(box)?.trim() ?? ''
      if (text !== '') this.notes.add({ row, column }, 'comment', text)
    }
  }

  #merge({ body, view }: WorkbookRecord): void {
    for (let at = 2; at + 8 <= body.length; at += 8) {
      if (this.merges.length >= limits.merges) {
        this.tooManyMerges = true
        return
      }
      const [top, bottom, left, right] = [0, 2, 4, 6].map((offset) => view.getUint16(at + offset, true)) as [
        number,
        number,
        number,
        number,
      ]
      if (top <= bottom && left <= right) this.merges.push({ top, bottom, left, right })
    }
  }

  #note({ body, view }: WorkbookRecord): void {
    if (body.length < 8) return
    const place = { row: view.getUint16(0, true), column: view.getUint16(2, true) }
    if (this.#book.version === BIFF8) this.#comments.push({ ...place, box: view.getUint16(6, true) })
    else {
      const text = narrowText(body.subarray(6, 6 + view.getUint16(4, true)), this.#book.codePage)
      if (place.row !== 0xffff && text.trim() !== '') this.notes.add(place, 'comment', text)
    }
  }

  #boxText({ body, view }: WorkbookRecord): void {
    const [first, ...more] = this.#cursor.continued()
    if (first === undefined || body.length < 14) return
    const text = new TextCursor([first, ...more], 1).characters(view.getUint16(10, true), (first[0]! & 1) === 1)
    if (this.#object.kind === 0x19) this.#commentTexts.set(this.#object.id, text)
    else if (text.trim() !== '') this.boxes.push({ ...this.#anchor, text })
  }

  #code(style: number): string {
    return this.#book.formats[style] ?? 'General'
  }

  #put(cell: SheetCell): void {
    if (cell.text === '') return
    this.#budget.cells--
    this.#budget.characters -= cell.text.length
    if (this.#budget.cells < 0 || this.#budget.characters < 0) this.exceeded = true
    else this.cells.push(cell)
  }

  #putText({ row, column, style }: CellAddress & { readonly style: number }, text: string): void {
    this.#put({ row, column, text: textText(text.replaceAll('\r\n', '\n'), this.#code(style)) })
  }

  #putTruth({ row, column }: CellAddress, value: number, isError: boolean): void {
    const text = isError ? (errors[value] ?? '#N/A') : value === 0 ? 'FALSE' : 'TRUE'
    if (isError) this.notes.add({ row, column }, 'errorValue', text)
    this.#put({ row, column, text })
  }

  #putNumber({ row, column, style }: CellAddress & { readonly style: number }, figure: string): void {
    const code = this.#code(style)
    const { text, understood } = numberText(figure, code, this.#book.from1904)
    if (!understood) this.notes.add({ row, column }, 'formatNotUnderstood', code)
    if (text === '' || (this.#zerosHidden && Number(figure) === 0)) {
      this.notes.add({ row, column }, 'numberHidden', figure)
    } else this.#put({ row, column, text, figure })
  }
}

export function readSheet(book: Workbook, cursor: RecordCursor, budget: Budget): SheetResult {
  const reader = new SheetReader(book, cursor, budget)
  const cut = !reader.read()
  reader.solve()
  const { cells, merges, notes, hiddenRows, hiddenColumns, boxes, pictures, tooManyMerges, exceeded } = reader
  return {
    cells,
    merges,
    notes: notes.all,
    hiddenRows,
    hiddenColumns,
    boxes,
    pictures,
    tooManyMerges,
    exceeded,
    cut: cut && budget.records >= 0,
  }
}
