/** One worksheet, read cell by cell into printed texts. Empty cells, validations and formats of whole columns cost nothing. */

import type { OfficePackage, PartProblem } from '../../containers/office-package.ts'
import {
  type CellAddress,
  cellName,
  LAST_COLUMN,
  LAST_ROW,
  type Range,
  readCellName,
  readRange,
} from '../../containers/sheets/cell-names.ts'
import { Notes, type SheetCell } from '../../containers/sheets/content.ts'
import { type OpenFormula, percentShown, resultsOf, textTyped } from '../../containers/sheets/formula.ts'
import { numberText, textText } from '../../containers/sheets/number-text.ts'
import { type Attributes, attribute } from '../../containers/xml.ts'
import { limits } from './limits.ts'
import { RichText, unescapeText } from './shared-strings.ts'
import { isTrue } from './workbook.ts'

export interface SheetPart {
  readonly cells: readonly SheetCell[]
  readonly merges: readonly Range[]
  readonly notes: Notes
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[]
  readonly problem: PartProblem | null
  readonly exceeded: 'cells' | 'merges' | null
}

/** What all sheets of a workbook share. `charactersLeft` and `cellsLeft` are one budget for all of them. */
export interface SheetContext {
  readonly texts: readonly string[]
  readonly formats: readonly string[]
  readonly from1904: boolean
  readonly budget: { cells: number; characters: number }
}

/** A cell whose XML is being read. */
interface OpenCell extends CellAddress {
  readonly type: string
  readonly style: number
  value: string
  hasValue: boolean
  formula: string | null
}

/** ISO dates of t="d" cells: the midnight that a date without time carries is not printed. */
function isoDate(text: string): string {
  return text.replace(/T00:00:00(?:\.0+)?Z?$/, '')
}

/** A formula whose result the file does not hold. */
interface Unsolved extends OpenFormula {
  readonly style: number
}

class SheetReader {
  readonly cells: SheetCell[] = []
  readonly merges: Range[] = []
  readonly notes = new Notes()
  readonly #unsolved: Unsolved[] = []
  readonly hiddenRows = new Set<number>()
  readonly hiddenColumns: (readonly [number, number])[] = []
  exceeded: SheetPart['exceeded'] = null
  readonly #context: SheetContext
  readonly #rich = new RichText()
  #cell: OpenCell | null = null
  #inside: 'value' | 'formula' | 'rich' | null = null
  #row = -1
  #column = -1
  #zerosHidden = false

  constructor(context: SheetContext) {
    this.#context = context
  }

  open(name: string, attributes: Attributes): void {
    if (this.#inside === 'rich') {
      this.#rich.open(name)
      return
    }
    switch (name) {
      case 'row':
        this.#openRow(attributes)
        break
      case 'c':
        this.#openCell(attributes)
        break
      case 'v':
        if (this.#cell !== null) {
          this.#inside = 'value'
          this.#cell.hasValue = true
        }
        break
      case 'f':
        if (this.#cell !== null) {
          this.#inside = 'formula'
          this.#cell.formula = ''
        }
        break
      case 'is':
        if (this.#cell !== null) this.#inside = 'rich'
        break
      case 'col':
        if (isTrue(attribute(attributes, 'hidden')) && this.hiddenColumns.length <= LAST_COLUMN) {
          this.hiddenColumns.push([Number(attribute(attributes, 'min')) - 1, Number(attribute(attributes, 'max')) - 1])
        }
        break
      case 'mergeCell': {
        const range = readRange(attribute(attributes, 'ref') ?? '')
        if (range === null) break
        if (this.merges.length < limits.merges) this.merges.push(range)
        else this.exceeded ??= 'merges'
        break
      }
      case 'sheetView':
        if (attribute(attributes, 'showZeros') === '0') this.#zerosHidden = true
    }
  }

  text(text: string): void {
    const cell = this.#cell
    if (cell === null || this.#inside === null) return
    if (this.#inside === 'rich') this.#rich.add(text)
    else if (this.#inside === 'value') cell.value += text
    else cell.formula += text
  }

  close(name: string): void {
    if (name === 'is') {
      this.#inside = null
      const cell = this.#cell
      if (cell !== null) {
        cell.value = this.#rich.take()
        cell.hasValue = true
      }
    } else if (this.#inside === 'rich') this.#rich.close(name)
    else if (name === 'v' || name === 'f') this.#inside = null
    else if (name === 'c' && this.#cell !== null) {
      this.#closeCell(this.#cell)
      this.#cell = null
    }
  }

  #openRow(attributes: Attributes): void {
    const number = Number(attribute(attributes, 'r') ?? this.#row + 2)
    this.#row = Number.isInteger(number) && number >= 1 && number <= LAST_ROW + 1 ? number - 1 : this.#row + 1
    this.#column = -1
    if (isTrue(attribute(attributes, 'hidden'))) this.hiddenRows.add(this.#row)
  }

  #openCell(attributes: Attributes): void {
    const named = attribute(attributes, 'r')
    const address = named === undefined ? null : readCellName(named)
    const row = address?.row ?? Math.max(0, this.#row)
    const column = address?.column ?? this.#column + 1
    if (named !== undefined && address === null) {
      this.notes.add({ row, column }, 'placeUnreadable', named)
    }
    this.#column = column
    this.#inside = null
    this.#cell = {
      row,
      column,
      type: attributes.t ?? 'n',
      style: Number(attributes.s ?? 0),
      value: '',
      hasValue: false,
      formula: null,
    }
  }

  #closeCell(cell: OpenCell): void {
    // A formula whose result is a blank text says so by its type.
    if (cell.formula !== null && cell.value === '' && cell.type !== 'str') {
      this.#unsolved.push({ row: cell.row, column: cell.column, formula: cell.formula, style: cell.style })
      return
    }
    if (!cell.hasValue) return
    const isNumber = cell.type === 'n'
    this.#put({
      row: cell.row,
      column: cell.column,
      text: this.#printed(cell),
      ...(isNumber ? { figure: cell.value } : {}),
    })
  }

  #put(cell: SheetCell): void {
    if (cell.text === '') return
    const { budget } = this.#context
    budget.cells--
    budget.characters -= cell.text.length
    if (budget.cells < 0 || budget.characters < 0) this.exceeded ??= 'cells'
    else this.cells.push(cell)
  }

  /** Formulas without a saved result are worked out where they are plain sums; the others stay blank and are told. */
  solve(): void {
    const results = resultsOf(this.cells, this.#unsolved)
    for (const { row, column, formula, style } of this.#unsolved) {
      const typed = textTyped(formula)
      if (typed !== null) {
        this.#put({ row, column, text: typed })
        continue
      }
      const figure = results.get(cellName({ row, column }))
      const note = { row, column }
      this.notes.add(note, figure === undefined ? 'formulaWithoutValue' : 'formulaComputed', `=${formula}`)
      if (figure === undefined) continue
      const code = this.#context.formats[style] ?? 'General'
      const text = percentShown(formula, code) ?? numberText(figure, code, this.#context.from1904).text
      this.#put({ row, column, text, figure })
    }
  }

  #printed(cell: OpenCell): string {
    const code = this.#context.formats[cell.style] ?? 'General'
    switch (cell.type) {
      case 's': {
        const text = this.#context.texts[Number(cell.value)]
        if (text === undefined) this.notes.add(cell, 'missingText', cell.value)
        return text === undefined ? '' : textText(text, code)
      }
      case 'inlineStr':
        return textText(cell.value, code)
      case 'str':
        return textText(unescapeText(cell.value), code)
      case 'b':
        return cell.value === '1' ? 'TRUE' : 'FALSE'
      case 'e':
        this.notes.add(cell, 'errorValue', cell.value)
        return cell.value
      case 'd':
        return isoDate(cell.value)
      default:
        return this.#number(cell, code)
    }
  }

  #number(cell: OpenCell, code: string): string {
    const { text, understood } = numberText(cell.value, code, this.#context.from1904)
    if (!understood) this.notes.add(cell, 'formatNotUnderstood', code)
    const hidden = text === '' || (this.#zerosHidden && /^-?0*\.?0*(?:[eE].*)?$/.test(cell.value))
    if (hidden && cell.value !== '') this.notes.add(cell, 'numberHidden', cell.value)
    return hidden ? '' : text
  }
}

/** Reads one sheet; what exceeds the budget is left out and said so. */
export function readSheet(office: OfficePackage, part: string, context: SheetContext): SheetPart {
  const reader = new SheetReader(context)
  const problem = office.parse(part, {
    open: (name, attributes) => reader.open(name, attributes),
    text: (text) => reader.text(text),
    close: (name) => reader.close(name),
    isFull: () => reader.exceeded === 'cells',
  })
  reader.solve()
  const { cells, merges, notes, hiddenRows, hiddenColumns, exceeded } = reader
  return { cells, merges, notes, hiddenRows, hiddenColumns, exceeded, problem }
}
