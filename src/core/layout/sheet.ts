/** A table while it is being drawn: rows are added at the bottom, cells put into them by the block's own columns. */

import type { CellStyle, FormPath, Grid, GridCell } from '../model/index.ts'
import type { ColumnGrid, Span } from './column-grid.ts'
import type { Printed } from './printed-text.ts'

export interface Look extends CellStyle {
  readonly rowSpan?: number
}

export class Sheet {
  readonly #columns: ColumnGrid
  readonly #cells: GridCell[] = []
  #rows = 0

  constructor(columns: ColumnGrid) {
    this.#columns = columns
  }

  /** Adds empty rows; gives the index of the first. */
  addRows(count: number): number {
    const first = this.#rows
    this.#rows += count
    return first
  }

  /** Where the columns from `from` to before `to` of a list of widths lie. */
  #stretch(list: number, from: number, to: number): Span {
    const spans = this.#columns.spans[list]!
    const first = spans[from]!
    const last = spans[to - 1]!
    return { column: first.column, columnSpan: last.column + last.columnSpan - first.column }
  }

  /** Puts a cell over columns [from, to) of list `list`. */
  put(row: number, list: number, from: number, to: number, printed: Printed | string, look: Look): void {
    const { rowSpan = 1, ...style } = look
    const shown: { readonly text: string; readonly path?: FormPath } =
      typeof printed === 'string' ? { text: printed } : printed
    this.#cells.push({ row, rowSpan, ...this.#stretch(list, from, to), ...shown, style })
  }

  toGrid(name: string): Grid {
    return {
      ...(name === '' ? {} : { name }),
      cells: this.#cells.sort((a, b) => a.row - b.row || a.column - b.column),
      rowCount: this.#rows,
      columnCount: this.#columns.widths.length,
      bordered: true,
      columnWidths: this.#columns.widths,
    }
  }
}
