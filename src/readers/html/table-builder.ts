/** A table while it is being read: cells are put where browsers put them, whatever their spans claim. */

import type { Block, Table, TableCell } from '../../containers/flow.ts'

const MOST_COLUMNS = 1000
const MOST_ROWS = 65_534

export interface CellClaim {
  readonly columnSpan: number
  /** 0: to the end of the group of rows. */
  readonly rowSpan: number
}

interface OpenCell {
  readonly row: number
  readonly column: number
  readonly columnSpan: number
  readonly rowSpan: number
  readonly group: number
  readonly blocks: Block[]
}

/** A span as an attribute gives it; what is no number is 1. */
export function readSpan(text: string | undefined, most: 'columns' | 'rows'): number {
  const value = /^\s*\+?(\d+)/.exec(text ?? '')?.[1]
  const span = value === undefined ? 1 : Number(value)
  return most === 'columns' ? Math.min(Math.max(1, span), MOST_COLUMNS) : Math.min(span, MOST_ROWS)
}

export class TableBuilder {
  readonly number: number
  readonly #cells: OpenCell[] = []
  /** For each column, the row up to which (exclusive) cells from above reach. */
  readonly #taken: number[] = []
  /** Last row of each group, in order. */
  readonly #groupEnds: number[] = []
  #row = -1
  #column = 0
  /** The cell that is open, where content goes. */
  cell: OpenCell | null = null

  constructor(number: number) {
    this.number = number
  }

  openRow(): void {
    this.cell = null
    this.#row++
    this.#column = 0
  }

  closeRow(): void {
    this.cell = null
    // A cell that follows without a row of its own begins a new one.
    this.#column = -1
  }

  /** Ends thead, tbody or tfoot: cells do not reach out of it. */
  endGroup(): void {
    this.cell = null
    if (this.#row < 0 || this.#groupEnds.at(-1) === this.#row) return
    this.#groupEnds.push(this.#row)
    this.#taken.length = 0
    this.#column = -1
  }

  /** Opens a cell; gives how many columns had to be looked at. */
  openCell({ columnSpan, rowSpan }: CellClaim): number {
    if (this.#row < 0 || this.#column < 0) this.openRow()
    const from = this.#column
    let column = from
    while ((this.#taken[column] ?? 0) > this.#row) column++
    const end = rowSpan === 0 ? Number.POSITIVE_INFINITY : this.#row + rowSpan
    let width = 0
    // Where a cell from above stands in the way, this one ends: cells do not overlap.
    while (width < columnSpan && (this.#taken[column + width] ?? 0) <= this.#row) {
      this.#taken[column + width] = end
      width++
    }
    this.#column = column + width
    const group = this.#groupEnds.length
    this.cell = { row: this.#row, column, columnSpan: width, rowSpan, group, blocks: [] }
    this.#cells.push(this.cell)
    return this.#column - from
  }

  closeCell(): void {
    this.cell = null
  }

  finish(): Table {
    this.endGroup()
    const rowCount = this.#row + 1
    const cells = this.#cells.map<TableCell>(({ row, column, columnSpan, rowSpan, group, blocks }) => {
      const left = (this.#groupEnds[group] ?? this.#row) - row + 1
      return { row, column, columnSpan, rowSpan: rowSpan === 0 ? left : Math.min(rowSpan, left), blocks }
    })
    return { kind: 'table', number: this.number, rowCount, cells }
  }
}
