/** What is written where, gathered cell by cell, and what is to be said about it. */

import {
  type CellEdit,
  cellAt,
  type Finding,
  type Form,
  type FormPath,
  type LabelRuns,
  type Place,
  type RowAt,
  type Scalar,
  type SourceSpan,
  shiftOf,
  type TableEdit,
} from '../model/index.ts'
import { keyOf } from '../recognise/source.ts'
import { isPlaceholder, isZero } from './blanks.ts'
import type { Board, Spot } from './board.ts'
import { type TemplateRule, templateRules } from './messages.ts'
import { boxesToTick, TICK } from './ticks.ts'

export interface Printed {
  readonly text: string
  readonly path: FormPath
}

/** So many places a finding names; how many there are stands in its data. */
const PLACES = 20

/** A cell of the filled form: a row of the blank one, or a copy of it. */
interface PlacedCell extends RowAt {
  readonly column: number
}

/** A cell whose formula stays: what the form says there is to be compared with its result. */
export interface KeptFormula extends PlacedCell, Printed {
  readonly grid: number
}

/** Where a cell of the filled form stands in the file. `row` counts in its grid, moved down by the rows put in above it. */
export type SourceAt = (grid: number, row: number, column: number) => SourceSpan | undefined

interface Noted {
  readonly rule: TemplateRule
  readonly message: string
  readonly data: Readonly<Record<string, Scalar>>
  readonly path: FormPath
  readonly text?: string
  readonly cell?: PlacedCell
}

export class PlanBuilder {
  readonly board: Board
  readonly form: Form
  readonly #inserts = new Map<number, number>()
  readonly #edits: (CellEdit & { readonly spot: Spot })[] = []
  readonly #labels: { readonly row: number; readonly runs: LabelRuns }[] = []
  readonly #noted: Noted[] = []
  readonly #homeless = new Map<string, Place[]>()
  readonly #blank = new Map<string, PlacedCell[]>()
  readonly #formulas: KeptFormula[] = []
  readonly #claimed = new Map<string, FormPath>()
  /** Paths that a cell of the blank form shows once it is filled. */
  readonly shown = new Set<FormPath>()

  constructor(board: Board, form: Form) {
    this.board = board
    this.form = form
  }

  /** Puts `count` copies below a row; gives the number of the first. */
  copyRow(row: number, count: number): number {
    const before = this.#inserts.get(row) ?? 0
    this.#inserts.set(row, before + count)
    return before + 1
  }

  copiesOf(row: number): number {
    return this.#inserts.get(row) ?? 0
  }

  /** `row` counts over all grids; rows of `runs` too. */
  relabel(runs: LabelRuns): void {
    this.#labels.push({ row: runs.top, runs })
  }

  /**
   * Writes a field at a place, where the place is free. `name`: what the form calls it, for what is said. What the blank form
   * prints there stays, and is compared.
   */
  put(at: RowAt, column: number, printed: Printed, name: string, figure = false): void {
    const spot = this.board.spot(at.row, column)
    if (spot === null) {
      this.homeless(name, printed)
      return
    }
    const own = spot.rowSpan > 1 ? { row: spot.row, copy: 0 } : at
    const place = `${own.row},${own.copy},${spot.column}`
    const isFree = own.copy > 0 || spot.key === '' || isPlaceholder(spot.key) || (figure && isZero(spot.key))
    if (spot.formula) {
      this.#formulas.push({ ...own, column: spot.column, grid: spot.grid, ...printed })
      this.shown.add(printed.path)
    } else if (printed.text === '') {
      if (isFree && !this.#claimed.has(place)) this.leftBlank(name, own, spot.column)
    } else if (!isFree) {
      if (keyOf(printed.text) === spot.key) this.shown.add(printed.path)
      else if (!this.tick(spot, 0, printed)) this.kept(printed, spot)
    } else if (this.#claimed.has(place)) {
      this.homeless(name, printed)
    } else {
      this.#write(place, own, spot, printed, figure)
    }
  }

  /** Writes a label into its very row, whatever is merged there: labels are merged anew. */
  putLabel(at: RowAt, column: number, printed: Printed, name: string): void {
    const spot = this.board.spot(at.row, column)
    if (printed.text === '') return
    if (spot === null) this.homeless(name, printed)
    else this.#write(`${at.row},${at.copy},${column}`, at, { ...spot, column }, printed, false)
  }

  /** Writes a text over a stretch of what the cell prints. */
  splice(spot: Spot, from: number, to: number, text: string, path: FormPath): void {
    this.#edits.push({
      row: spot.row,
      copy: 0,
      column: spot.column,
      text,
      splice: { from, to },
      figure: false,
      path,
      spot,
    })
    this.shown.add(path)
  }

  /** Ticks the boxes of a cell that say a field, behind `from` of its text; false where it has none that do. */
  tick(spot: Spot, from: number, { text, path }: Printed): boolean {
    const boxes = boxesToTick(spot.text.slice(from), text)
    for (const at of boxes ?? []) this.splice(spot, from + at, from + at + 1, TICK, path)
    return boxes !== null
  }

  #write(place: string, { row, copy }: RowAt, spot: Spot, { text, path }: Printed, figure: boolean): void {
    this.#claimed.set(place, path)
    this.#edits.push({ row, copy, column: spot.column, text, figure, path, spot })
    this.shown.add(path)
  }

  /** A value that the blank form has no place for. */
  homeless(name: string, { text, path }: Printed): void {
    if (text === '') return
    const origin = cellAt(this.form, path)?.origin
    const places = this.#homeless.get(name) ?? []
    this.#homeless.set(name, places)
    places.push({ path, text, ...(origin === undefined ? {} : { source: origin }) })
  }

  /** A place of the blank form that the form has no value for. */
  leftBlank(name: string, { row, copy }: RowAt, column: number): void {
    const cells = this.#blank.get(name) ?? []
    this.#blank.set(name, cells)
    cells.push({ row, copy, column })
  }

  kept({ text, path }: Printed, spot: Spot): void {
    // One label heads many rows: what is said of it is said once.
    const place = `kept ${spot.row},${spot.column}`
    if (this.#claimed.has(place)) return
    this.#claimed.set(place, path)
    const data = { printed: spot.text.trim().slice(0, 60), text: text.slice(0, 60) }
    this.note('template/kept-text', 'differs', data, path, { row: spot.row, copy: 0, column: spot.column }, spot.text)
  }

  note(
    rule: TemplateRule,
    message: string,
    data: Readonly<Record<string, Scalar>>,
    path: FormPath = 'form',
    cell?: PlacedCell,
    text?: string,
  ): void {
    const more = { ...(cell === undefined ? {} : { cell }), ...(text === undefined ? {} : { text }) }
    this.#noted.push({ rule, message, data, path, ...more })
  }

  /** Edits of each grid that is changed. */
  edits(): TableEdit[] {
    const grids = new Map<
      number,
      { inserts: { row: number; count: number }[]; cells: CellEdit[]; labels: LabelRuns[] }
    >()
    const of = (row: number) => {
      const { grid } = this.board.inGrid(row)
      const edit = grids.get(grid) ?? { inserts: [], cells: [], labels: [] }
      grids.set(grid, edit)
      return edit
    }
    const inGrid = (row: number) => this.board.inGrid(row).row
    for (const [row, count] of [...this.#inserts].sort((a, b) => a[0] - b[0])) {
      of(row).inserts.push({ row: inGrid(row), count })
    }
    for (const { spot: _spot, ...edit } of this.#edits) of(edit.row).cells.push({ ...edit, row: inGrid(edit.row) })
    for (const { row, runs } of this.#labels) {
      const at = (one: RowAt): RowAt => ({ ...one, row: inGrid(one.row) })
      of(row).labels.push({
        ...runs,
        top: inGrid(runs.top),
        bottom: inGrid(runs.bottom),
        runs: runs.runs.map(({ from, to }) => ({ from: at(from), to: at(to) })),
      })
    }
    return [...grids].sort((a, b) => a[0] - b[0]).map(([grid, edit]) => ({ grid, ...edit }))
  }

  /** Formulas that stay, by the rows of their grids. */
  get formulas(): readonly KeptFormula[] {
    return this.#formulas.map((one) => ({ ...one, row: this.board.inGrid(one.row).row }))
  }

  /** What is said of the filled form, with its places in the filled file. */
  findings(edits: readonly TableEdit[], sourceAt: SourceAt): Finding[] {
    const placeOf = ({ row, copy, column }: PlacedCell): Pick<Place, 'source'> => {
      const own = this.board.inGrid(row)
      const inserts = edits.find(({ grid }) => grid === own.grid)?.inserts ?? []
      const source = sourceAt(own.grid, own.row + shiftOf(inserts, own.row) + copy, column)
      return source === undefined ? {} : { source }
    }
    const many = (rule: TemplateRule, message: string, name: string, places: readonly Place[]): Finding =>
      this.#finding(rule, message, { name, count: places.length }, places.slice(0, PLACES))
    const findings = this.#noted.map(({ rule, message, data, path, text, cell }) =>
      this.#finding(rule, message, data, [
        { path, ...(text === undefined ? {} : { text }), ...(cell === undefined ? {} : placeOf(cell)) },
      ]),
    )
    for (const [name, places] of this.#homeless) findings.push(many('template/no-place', 'values', name, places))
    for (const [name, cells] of this.#blank) {
      const places = cells.map((cell): Place => ({ path: 'form', ...placeOf(cell) }))
      findings.push(many('template/left-blank', 'cells', name, places))
    }
    if (this.#formulas.length > 0) {
      const places = this.#formulas.map((cell): Place => ({ path: cell.path, ...placeOf(cell) }))
      findings.push(many('template/formulas-kept', 'cells', '', places))
    }
    return findings
  }

  #finding(rule: TemplateRule, message: string, data: Readonly<Record<string, Scalar>>, at: readonly Place[]): Finding {
    const [first = { path: 'form' }, ...rest] = at
    return {
      rule,
      message,
      data,
      severity: templateRules[rule].severity,
      certainty: 'certain',
      at: [first, ...rest],
      law: [],
    }
  }
}
