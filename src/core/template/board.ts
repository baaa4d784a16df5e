/** The grids of a blank form, with every cell at hand, blank ones too: where something can be written. */

import type { Grid, GridCell, SourceSpan } from '../model/index.ts'
import { keyOf, type SourceRow, sourceRows } from '../recognise/source.ts'

/** A cell of the blank form. Rows count over all grids, as those of `SourceRow`. */
export interface Spot {
  readonly grid: number
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** As printed, untrimmed. */
  readonly text: string
  /** For matching. */
  readonly key: string
  readonly source?: SourceSpan
  /** Holds a formula, which stays. */
  readonly formula: boolean
}

export interface BlankGrid extends Grid {
  /** `row,column` of cells that hold formulas. */
  readonly formulas?: ReadonlySet<string>
  /** Rows that are not shown: nothing is written there. */
  readonly hiddenRows?: ReadonlySet<number>
}

export class Board {
  readonly rows: readonly SourceRow[]
  readonly #spots: (Spot | undefined)[][] = []
  readonly #hidden = new Set<number>()
  /** First row of each grid. */
  readonly #starts: number[] = []

  constructor(grids: readonly BlankGrid[]) {
    this.rows = sourceRows(grids)
    let start = 0
    grids.forEach((grid, index) => {
      this.#starts.push(start)
      for (let row = 0; row < grid.rowCount; row++) this.#spots.push([])
      for (const row of grid.hiddenRows ?? []) this.#hidden.add(start + row)
      for (const cell of grid.cells) this.#place(cell, index, start, grid)
      start += grid.rowCount
    })
  }

  #place(cell: GridCell, grid: number, start: number, { formulas, rowCount }: BlankGrid): void {
    const { column, rowSpan, columnSpan, text, source } = cell
    const spot: Spot = {
      grid,
      row: start + cell.row,
      column,
      rowSpan,
      columnSpan,
      text,
      key: keyOf(text),
      ...(source === undefined ? {} : { source }),
      formula: formulas?.has(`${cell.row},${column}`) ?? false,
    }
    for (let row = cell.row; row < Math.min(cell.row + rowSpan, rowCount); row++) {
      for (let at = column; at < column + columnSpan; at++) this.#spots[start + row]![at] ??= spot
    }
  }

  /** The cell that covers a place; null where the table has none. */
  spot(row: number, column: number): Spot | null {
    return this.#spots[row]?.[column] ?? null
  }

  /** The cells of a row, left to right, those that reach into it from above too. */
  spotsIn(row: number): readonly Spot[] {
    return [...new Set(this.#spots[row]?.filter((spot) => spot !== undefined) ?? [])]
  }

  isHidden(row: number): boolean {
    return this.#hidden.has(row)
  }

  /** The last row of the grid that a row is in. */
  lastRowBeside(row: number): number {
    const grid = this.rows[row]!.grid
    return (this.#starts[grid + 1] ?? this.rows.length) - 1
  }

  /** A row as its grid counts it. */
  inGrid(row: number): { readonly grid: number; readonly row: number } {
    const grid = this.rows[row]!.grid
    return { grid, row: row - this.#starts[grid]! }
  }
}
