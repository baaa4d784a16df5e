/** Cells and merged ranges of a sheet as a grid. Work grows with the cells that have text, never with what is merged. */

import type { Grid, GridCell } from '../../core/model/index.ts'
import { type CellAddress, columnName, type Range } from './cell-names.ts'
import type { SheetCell } from './content.ts'

export interface PlacedSheet {
  readonly grid: Grid | null
  /** Texts that stand under another cell's merge, or twice at one place: they are not seen. */
  readonly covered: readonly SheetCell[]
  /** Ranges that overlap one before them: they are taken as not merged. */
  readonly overlapping: readonly Range[]
}

/** Longer stretches of blank rows are shortened to this. */
const BLANK_ROWS = 20

/** Blank cells are added up to this number, so that rows of a table are equally wide; one stray cell may ask for millions. */
const MOST_BLANKS = 400_000

/** Rows of the sheet to rows of the grid, long blank stretches shortened. */
function compactor(rows: readonly number[]): (row: number) => number {
  const places: number[] = []
  let last = -1
  let place = -1
  for (const row of rows) {
    place += Math.min(row - last, BLANK_ROWS + 1)
    last = row
    places.push(place)
  }
  return (row) => {
    let low = 0
    let high = rows.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (rows[middle]! <= row) low = middle + 1
      else high = middle
    }
    if (low === 0) return Math.min(row, BLANK_ROWS)
    return places[low - 1]! + Math.min(row - rows[low - 1]!, BLANK_ROWS)
  }
}

/** Merged ranges that reach into the row at hand, left to right; they never overlap. */
class OpenMerges {
  #open: Range[] = []
  #firstEnd = Number.POSITIVE_INFINITY

  /** The first open range that ends at or right of `column`. */
  #indexOf(column: number): number {
    let low = 0
    let high = this.#open.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.#open[middle]!.right < column) low = middle + 1
      else high = middle
    }
    return low
  }

  at(column: number): Range | null {
    const range = this.#open[this.#indexOf(column)]
    return range !== undefined && range.left <= column ? range : null
  }

  /** False where the range overlaps an open one. */
  add(range: Range): boolean {
    const index = this.#indexOf(range.left)
    const next = this.#open[index]
    if (next !== undefined && next.left <= range.right) return false
    this.#open.splice(index, 0, range)
    this.#firstEnd = Math.min(this.#firstEnd, range.bottom)
    return true
  }

  endAbove(row: number): void {
    if (this.#firstEnd >= row) return
    this.#open = this.#open.filter((range) => range.bottom >= row)
    this.#firstEnd = this.#open.reduce((least, range) => Math.min(least, range.bottom), Number.POSITIVE_INFINITY)
  }
}

function byPlace(a: CellAddress, b: CellAddress): number {
  return a.row - b.row || a.column - b.column
}

/** Most sheets are written in order already. */
function inOrder(cells: readonly SheetCell[]): readonly SheetCell[] {
  for (let at = 1; at < cells.length; at++) {
    if (byPlace(cells[at - 1]!, cells[at]!) > 0) return [...cells].sort(byPlace)
  }
  return cells
}

export function placeCells(sheet: string, unordered: readonly SheetCell[], merges: readonly Range[]): PlacedSheet {
  const cells = inOrder(unordered)
  const lastRow = cells.at(-1)?.row ?? -1
  const lastColumn = cells.reduce((most, cell) => Math.max(most, cell.column), -1)
  if (cells.length === 0) return { grid: null, covered: [], overlapping: [] }
  const ranges = merges
    .filter((range) => range.top <= lastRow && range.left <= lastColumn)
    .map((range) => ({ ...range, bottom: Math.min(range.bottom, lastRow), right: Math.min(range.right, lastColumn) }))
    .sort((a, b) => a.top - b.top || a.left - b.left)
  const textRows = [...new Set(cells.map((cell) => cell.row))]
  const compact = compactor(textRows)
  const filled = textRows.length * (lastColumn + 1) - cells.length <= MOST_BLANKS
  const open = new OpenMerges()
  const placed: GridCell[] = []
  const covered: SheetCell[] = []
  const overlapping: Range[] = []

  const names = Array.from({ length: lastColumn + 1 }, (_, column) => columnName(column))
  let place = 0
  const put = (row: number, column: number, text: string, range: Range | null) => {
    placed.push({
      row: place,
      column,
      rowSpan: range === null ? 1 : compact(range.bottom) - place + 1,
      columnSpan: range === null ? 1 : range.right - column + 1,
      text,
      source: { kind: 'sheet', sheet, cell: `${names[column]}${row + 1}` },
    })
  }
  let nextRange = 0
  const openUpTo = (row: number) => {
    while (nextRange < ranges.length && ranges[nextRange]!.top <= row) {
      const range = ranges[nextRange++]!
      open.endAbove(range.top)
      if (!open.add(range)) overlapping.push(range)
    }
    open.endAbove(row)
  }
  let at = 0
  for (const row of textRows) {
    openUpTo(row)
    place = compact(row)
    let column = 0
    const blanksTo = (end: number) => {
      for (; column < end; column++) {
        const range = open.at(column)
        if (range === null || (range.top === row && range.left === column)) put(row, column, '', range)
        if (range !== null) column = range.right
      }
    }
    for (; at < cells.length && cells[at]!.row === row; at++) {
      const cell = cells[at]!
      if (filled) blanksTo(cell.column)
      const range = open.at(cell.column)
      const hidden = range !== null && (range.top !== row || range.left !== cell.column)
      if (hidden || (cells[at - 1]?.column === cell.column && cells[at - 1]?.row === row)) {
        covered.push(cell)
        continue
      }
      put(row, cell.column, cell.text, range)
      column = Math.max(column, (range?.right ?? cell.column) + 1)
    }
    if (filled) blanksTo(lastColumn + 1)
  }
  return {
    grid: {
      name: sheet,
      cells: placed,
      rowCount: compact(lastRow) + 1,
      columnCount: lastColumn + 1,
      bordered: true,
      signs: 'typed',
    },
    covered,
    overlapping,
  }
}
