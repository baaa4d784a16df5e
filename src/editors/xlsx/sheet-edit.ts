/**
 * A sheet with cells written and rows put in, by splicing its XML: rows and cells that do not change keep their bytes, those
 * that move down change their numbers alone, rows put in copy the row above them.
 */

import { cellName, columnName, type Range, readCellName } from '../../containers/sheets/cell-names.ts'
import { type CellEdit, shiftOf, type TableEdit } from '../../core/model/index.ts'
import { TextEdits } from '../office/text-edits.ts'
import { attributeValue, childNamed, findAttribute, textInside, type XmlElement } from '../office/xml-tree.ts'
import { figureOf } from './cell-figure.ts'
import { carryFormula, moveFormula, movesOf, type RowMoves } from './formula-refs.ts'
import { editMerges } from './merges.ts'
import { moveElsewhere } from './moved-refs.ts'
import type { PartCell, PartRow, SheetPart } from './sheet-part.ts'
import { spliceRuns } from './spliced-runs.ts'
import { escapeMarkup, sheetText } from './xml-text.ts'

export interface SheetContext {
  /** Name of the sheet, as formulas have it. */
  readonly sheet: string
  /** Number formats by style. */
  readonly formats: readonly string[]
  /** The `<si>` of a shared text, inside out: its XML without the tag itself; null where there is none. */
  readonly sharedText: (index: number) => string | null
}

type Writes = ReadonlyMap<string, CellEdit>

const keyOf = (row: number, copy: number, column: number): string => `${row},${copy},${column}`

class SheetEditor {
  readonly #part: SheetPart
  readonly #edit: TableEdit
  readonly #context: SheetContext
  readonly #moves: RowMoves
  readonly #writes: Writes
  readonly #spliced = new Map<string, CellEdit[]>()
  /** Cells that formulas of the sheet read. */
  readonly #read: readonly Range[]
  readonly #shared = new Map<string, { readonly text: string; readonly row: number; readonly column: number }>()
  readonly #edits = new TextEdits()

  constructor(part: SheetPart, edit: TableEdit, context: SheetContext) {
    this.#part = part
    this.#edit = edit
    this.#context = context
    this.#moves = movesOf(edit.inserts)
    const writes = new Map<string, CellEdit>()
    for (const cell of edit.cells) {
      const key = keyOf(cell.row, cell.copy, cell.column)
      if (cell.splice === undefined) writes.set(key, cell)
      else this.#spliced.set(key, [...(this.#spliced.get(key) ?? []), cell])
    }
    this.#writes = writes
    this.#read = this.#readRanges()
  }

  /** Ranges of the sheet that its formulas read, as they stood. */
  #readRanges(): Range[] {
    const { text, rows } = this.#part
    const ranges: Range[] = []
    for (const row of rows) {
      for (const { formula, column } of row.cells) {
        if (formula === null) continue
        const own = textInside(text, formula)
        const id = attributeValue(text, formula, 'si')
        if (id !== undefined && own !== '') this.#shared.set(id, { text: own, row: row.row, column })
        for (const [, first, second] of own.matchAll(/\$?([A-Z]{1,3}\$?\d{1,7})(?::\$?([A-Z]{1,3}\$?\d{1,7}))?/gi)) {
          const range = rangeOf(first!, second)
          if (range !== null) ranges.push(range)
        }
      }
    }
    return ranges
  }

  #isRead(row: number, column: number): boolean {
    return this.#read.some(
      ({ top, bottom, left, right }) => row >= top && row <= bottom && column >= left && column <= right,
    )
  }

  apply(): string {
    const { text, rows, data } = this.#part
    const byRow = new Map(rows.map((row) => [row.row, row]))
    const wanted = new Set([
      ...this.#edit.cells.filter(({ copy }) => copy === 0).map(({ row }) => row),
      ...this.#edit.inserts.map(({ row }) => row),
    ])
    for (const row of rows) this.#editRow(row)
    // A row of blank cells without any look is not written in the file.
    for (const row of [...wanted].sort((a, b) => a - b)) {
      if (byRow.has(row)) continue
      const next = rows.find((one) => one.row > row)
      const count = this.#edit.inserts.find((insert) => insert.row === row)?.count ?? 0
      for (let copy = 0; copy <= count; copy++) {
        const own = this.#edit.cells.filter((cell) => cell.row === row && cell.copy === copy)
        const number = row + shiftOf(this.#edit.inserts, row) + copy
        if (own.length > 0) this.#edits.insert(next?.element.start ?? data.closeStart, this.#newRow(number, own))
      }
    }
    editMerges(this.#part, this.#edit, this.#moves, this.#edits)
    if (this.#edit.inserts.length > 0) moveElsewhere(this.#part, this.#context.sheet, this.#moves, this.#edits)
    return this.#edits.apply(text)
  }

  #newRow(row: number, cells: readonly CellEdit[]): string {
    const { prefix } = this.#part.data
    const inside = [...cells]
      .sort((a, b) => a.column - b.column)
      .map((cell) => this.#cellXml(row, cell.column, 0, cell))
      .join('')
    return `<${prefix}row r="${row + 1}">${inside}</${prefix}row>`
  }

  #editRow(row: PartRow): void {
    const { inserts } = this.#edit
    const shift = shiftOf(inserts, row.row)
    const number = row.row + shift
    const edits = this.#edits
    if (shift > 0) this.#renumber(row.element, String(number + 1))
    const placed = new Set<number>()
    for (const cell of row.cells) {
      placed.add(cell.column)
      const write = this.#writes.get(keyOf(row.row, 0, cell.column))
      const spliced = this.#spliced.get(keyOf(row.row, 0, cell.column))
      if (write !== undefined) {
        edits.replace(cell.element.start, cell.element.end, this.#cellXml(number, cell.column, cell.style, write))
      } else if (spliced !== undefined) {
        edits.replace(cell.element.start, cell.element.end, this.#splicedXml(number, cell, spliced))
      } else {
        if (shift > 0) this.#renumber(cell.element, cellName({ row: number, column: cell.column }))
        if (inserts.length > 0 && cell.formula !== null) this.#moveFormula(cell.formula, row.row, cell.column)
      }
    }
    this.#insertCells(
      row,
      this.#edit.cells.filter((one) => one.row === row.row && one.copy === 0 && !placed.has(one.column)),
      number,
    )
    const count = inserts.find((insert) => insert.row === row.row)?.count ?? 0
    let copies = ''
    for (let copy = 1; copy <= count; copy++) copies += this.#copyOf(row, copy, number + copy)
    if (copies !== '') edits.insert(row.element.end, copies)
  }

  /** Cells that the row does not have yet. */
  #insertCells({ element, cells }: PartRow, writes: readonly CellEdit[], number: number): void {
    if (writes.length === 0) return
    const inOrder = [...writes].sort((a, b) => a.column - b.column)
    const xml = (write: CellEdit) => this.#cellXml(number, write.column, 0, write)
    if (element.closeStart === element.end) {
      // `<row/>`: opened, and closed behind the cells.
      const slash = this.#part.text.lastIndexOf('/', element.end - 1)
      this.#edits.replace(slash, element.end, `>${inOrder.map(xml).join('')}</${element.prefix}row>`)
      return
    }
    for (const write of inOrder) {
      const next = cells.find(({ column }) => column > write.column)
      this.#edits.insert(next?.element.start ?? element.closeStart, xml(write))
    }
  }

  #renumber(element: XmlElement, value: string): void {
    const found = findAttribute(this.#part.text, element, 'r')
    if (found !== null) this.#edits.replace(found.start, found.end, value)
  }

  /** The text of a formula as it stands, one shared with another cell carried over from there. */
  #formulaAt(formula: XmlElement, row: number, column: number): string {
    const { text } = this.#part
    const own = textInside(text, formula)
    const from = this.#shared.get(attributeValue(text, formula, 'si') ?? '')
    return own !== '' || from === undefined ? own : carryFormula(from.text, row - from.row, column - from.column)
  }

  /** Rows come between cells that share a formula: each gets its own. */
  #moveFormula(formula: XmlElement, row: number, column: number): void {
    const { text } = this.#part
    const own = this.#formulaAt(formula, row, column)
    const moved = moveFormula(own, this.#context.sheet, true, this.#moves)
    const isShared = attributeValue(text, formula, 't') === 'shared'
    if (isShared) {
      const tag = `${formula.prefix}f`
      this.#edits.replace(formula.start, formula.end, `<${tag}>${escapeMarkup(moved)}</${tag}>`)
      return
    }
    if (moved !== own) this.#edits.replace(formula.openEnd, formula.closeStart, escapeMarkup(moved))
    const ref = findAttribute(text, formula, 'ref')
    if (ref !== null) {
      this.#edits.replace(ref.start, ref.end, moveFormula(ref.raw, this.#context.sheet, true, this.#moves))
    }
  }

  /** A copy of a row: its height and looks, its formulas, and what is written. */
  #copyOf(row: PartRow, copy: number, number: number): string {
    const { text } = this.#part
    const { element } = row
    const tag = text.slice(element.start, element.openEnd).replace(/\s*\/?>$/, '')
    const found = findAttribute(text, element, 'r')
    const open =
      found === null
        ? `${tag} r="${number + 1}"`
        : `${tag.slice(0, found.start - element.start)}${number + 1}${tag.slice(found.end - element.start)}`
    const cells = row.cells.map((cell): readonly [number, string] => {
      const write = this.#writes.get(keyOf(row.row, copy, cell.column))
      if (write !== undefined) return [cell.column, this.#cellXml(number, cell.column, cell.style, write)]
      const style = cell.style === 0 ? '' : ` s="${cell.style}"`
      const head = `<${element.prefix}c r="${cellName({ row: number, column: cell.column })}"${style}`
      if (cell.formula === null) return [cell.column, `${head}/>`]
      const here = moveFormula(
        this.#formulaAt(cell.formula, row.row, cell.column),
        this.#context.sheet,
        true,
        this.#moves,
      )
      const carried = carryFormula(here, number - this.#moves.row(row.row), 0)
      return [
        cell.column,
        `${head}><${element.prefix}f>${escapeMarkup(carried)}</${element.prefix}f></${element.prefix}c>`,
      ]
    })
    const columns = new Set(row.cells.map(({ column }) => column))
    for (const write of this.#edit.cells) {
      if (write.row !== row.row || write.copy !== copy || columns.has(write.column)) continue
      cells.push([write.column, this.#cellXml(number, write.column, 0, write)])
    }
    cells.sort((a, b) => a[0] - b[0])
    return `${open}>${cells.map(([, xml]) => xml).join('')}</${element.prefix}row>`
  }

  #cellXml(row: number, column: number, style: number, { text, figure, row: from }: CellEdit): string {
    const { prefix } = this.#part.data
    const named = `r="${columnName(column)}${row + 1}"`
    const head = `<${prefix}c ${named}${style === 0 ? '' : ` s="${style}"`}`
    const format = this.#context.formats[style] ?? 'General'
    const value = figure ? figureOf(text, format, this.#isRead(from, column)) : null
    if (value !== null) return `${head}><${prefix}v>${value}</${prefix}v></${prefix}c>`
    return `${head} t="inlineStr"><${prefix}is>${this.#plainText(text)}</${prefix}is></${prefix}c>`
  }

  #plainText(text: string): string {
    const { prefix } = this.#part.data
    return `<${prefix}t xml:space="preserve">${sheetText(text)}</${prefix}t>`
  }

  /** A text of which a stretch is written over: its runs keep their looks. */
  #splicedXml(row: number, cell: PartCell, writes: readonly CellEdit[]): string {
    const { text, data } = this.#part
    const type = attributeValue(text, cell.element, 't')
    const value = childNamed(cell.element, 'v')
    const inline = childNamed(cell.element, 'is')
    const inside =
      type === 's' && value !== null
        ? this.#context.sharedText(Number(textInside(text, value)))
        : inline === null
          ? null
          : text.slice(inline.openEnd, inline.closeStart)
    const style = cell.style === 0 ? '' : ` s="${cell.style}"`
    const head = `<${data.prefix}c r="${cellName({ row, column: cell.column })}"${style} t="inlineStr"><${data.prefix}is>`
    const made = inside === null ? this.#plainText(writes.map((one) => one.text).join(' ')) : spliceRuns(inside, writes)
    return `${head}${made}</${data.prefix}is></${data.prefix}c>`
  }
}

function rangeOf(first: string, second: string | undefined): Range | null {
  const from = addressOf(first)
  const to = second === undefined ? from : addressOf(second)
  if (from === null || to === null) return null
  return {
    top: Math.min(from.row, to.row),
    bottom: Math.max(from.row, to.row),
    left: Math.min(from.column, to.column),
    right: Math.max(from.column, to.column),
  }
}

function addressOf(name: string) {
  return readCellName(name.replaceAll('$', ''))
}

export function editSheet(part: SheetPart, edit: TableEdit, context: SheetContext): string {
  return new SheetEditor(part, edit, context).apply()
}
