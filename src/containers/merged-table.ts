/**
 * A table of Word while it is being read: cells by the columns they span, merged downwards where Word says that they
 * continue.
 */

import type { Block, Table, TableCell } from './flow.ts'

/** Wider tables are cut; Word itself allows 63 columns. */
export const MOST_COLUMNS = 1000

export interface OpenCell {
  columnSpan: number
  /** `restart` begins a merge downwards, `continue` goes on with the one above. */
  down: 'restart' | 'continue' | null
  across: 'restart' | 'continue' | null
  readonly blocks: Block[]
}

interface PlacedCell {
  readonly row: number
  readonly column: number
  rowSpan: number
  columnSpan: number
  readonly blocks: readonly Block[]
}

function hasText(blocks: readonly Block[]): boolean {
  return blocks.some((block) => block.kind === 'table' || block.text.trim() !== '')
}

export class MergedTable {
  readonly number: number
  /** Cells whose text lies under another's merge. */
  covered = 0
  readonly #placed: PlacedCell[] = []
  #row = -1
  #column = 0
  #cells: OpenCell[] = []
  #deleted = false
  /** Cells of the row above that may go on, by column. */
  #above = new Map<number, PlacedCell>()
  cell: OpenCell | null = null

  constructor(number: number) {
    this.number = number
  }

  openRow(): void {
    this.#cells = []
    this.#column = 0
    this.#deleted = false
  }

  skipColumns(count: number): void {
    this.#column = Math.min(MOST_COLUMNS, this.#column + count)
  }

  deleteRow(): void {
    this.#deleted = true
  }

  openCell(): void {
    this.cell = { columnSpan: 1, down: null, across: null, blocks: [] }
    this.#cells.push(this.cell)
  }

  closeCell(): void {
    this.cell = null
  }

  closeRow(): void {
    if (this.#deleted || this.#cells.length === 0) return
    this.#row++
    const below = new Map<number, PlacedCell>()
    let last: PlacedCell | null = null
    for (const cell of this.#cells) {
      const column = this.#column
      const columnSpan = Math.min(cell.columnSpan, Math.max(1, MOST_COLUMNS - column))
      this.#column = Math.min(MOST_COLUMNS, column + columnSpan)
      if (cell.across === 'continue' && last !== null) {
        last.columnSpan += columnSpan
        this.#cover(cell)
        continue
      }
      const master = cell.down === 'continue' ? this.#above.get(column) : undefined
      if (master !== undefined && master.columnSpan === columnSpan) {
        master.rowSpan = this.#row - master.row + 1
        below.set(column, master)
        this.#cover(cell)
        last = null
        continue
      }
      last = { row: this.#row, column, rowSpan: 1, columnSpan, blocks: cell.blocks }
      if (cell.down !== null) below.set(column, last)
      this.#placed.push(last)
    }
    this.#above = below
  }

  #cover(cell: OpenCell): void {
    if (hasText(cell.blocks)) this.covered++
  }

  finish(): Table {
    const cells: readonly TableCell[] = this.#placed
    return { kind: 'table', number: this.number, rowCount: this.#row + 1, cells }
  }
}
