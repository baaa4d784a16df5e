/**
 * Tables whose merged cells are filled up: the text of a merged cell stands in each of the cells that it covers, as
 * programs write them that turn documents into markdown or into plain sheets. Cells that repeat are put together again.
 */

import { gather } from '../../model/gather.ts'
import type { Grid, GridCell } from '../../model/index.ts'
import { keyOf } from '../source.ts'
import { isAnyHeaderWord } from '../words.ts'

/** A target and its actual may be alike; three cells with so long a text seldom are, and not in two rows. */
const ALIKE = 3
const TELLING = 4
const LEAST_ROWS = 2
/** So many neighbours alike are no chance in a single row, whatever their text. */
const MANY_ALIKE = 5

/** Neighbouring cells of a row with one text. */
interface Stretch {
  readonly cell: GridCell
  /** Column behind its last cell. */
  end: number
  /** Row behind its last row. */
  below: number
}

function isBlank(text: string): boolean {
  return text.trim() === ''
}

function isWorded(text: string): boolean {
  return /^[^\d≥≤<>=]/.test(text) && /\p{Script=Han}/u.test(text)
}

/** Neighbours alike, left to right; blank cells belong to none. */
function stretchesOf(cells: readonly GridCell[]): Stretch[] {
  const found: Stretch[] = []
  for (const cell of cells) {
    if (isBlank(cell.text)) continue
    const last = found.at(-1)
    if (last !== undefined && last.end === cell.column && last.cell.text === cell.text) last.end++
    else found.push({ cell, end: cell.column + 1, below: cell.row + 1 })
  }
  return found
}

function lengthOf({ cell, end }: Stretch): number {
  return end - cell.column
}

function isFilledUp(rows: readonly (readonly Stretch[])[]): boolean {
  const worded = rows.map((row) => row.filter((one) => lengthOf(one) >= ALIKE && isWorded(one.cell.text)))
  if (worded.flat().some((one) => lengthOf(one) >= MANY_ALIKE)) return true
  return worded.filter((row) => row.some(({ cell }) => cell.text.trim().length >= TELLING)).length >= LEAST_ROWS
}

function isHeader(row: readonly Stretch[]): boolean {
  const words = row.filter(({ cell }) => isAnyHeaderWord(keyOf(cell.text)))
  return words.length >= 2 && row.every(({ cell }) => isWorded(cell.text))
}

/** Cuts a stretch where `parts` says that a cell begins. */
function cut(stretch: Stretch, cells: readonly GridCell[], parts: (column: number) => boolean): Stretch[] {
  const found: Stretch[] = []
  for (const cell of cells) {
    if (cell.column < stretch.cell.column || cell.column >= stretch.end) continue
    const last = found.at(-1)
    if (last !== undefined && !parts(cell.column)) last.end++
    else found.push({ cell, end: cell.column + 1, below: stretch.below })
  }
  return found
}

/**
 * The cells of the rows. Headers say which columns are one below them; where a row is mostly one text (项目名称, its
 * name in all other columns), words alike are one cell, whatever header stood above.
 */
function cellsOf(rows: readonly (readonly GridCell[])[], stretches: readonly Stretch[][], width: number): Stretch[][] {
  /** Columns in which a cell of the header begins. */
  let begins = new Set<number>()
  let isUnderHeader = false
  return stretches.map((row, at) => {
    if (isHeader(row)) {
      // A header of several rows begins a column wherever one of them does.
      if (!isUnderHeader) begins = new Set()
      for (const { cell } of row) begins.add(cell.column)
      isUnderHeader = true
      return row
    }
    const isLabelled = !isUnderHeader && 2 * row.length <= width
    isUnderHeader = false
    return gather(row, (stretch) => {
      const isOne = lengthOf(stretch) === 1 || row.length === 1 || (isLabelled && isWorded(stretch.cell.text))
      return isOne ? [stretch] : cut(stretch, rows[at]!, (column) => begins.size === 0 || begins.has(column))
    })
  })
}

/** Labels that go on below: words alike behind labels that go on too, and headers alike in any column. */
function joinDown(rows: Stretch[][]): void {
  for (let at = 1; at < rows.length; at++) {
    const above = new Map(rows[at - 1]!.map((stretch) => [stretch.cell.column, stretch]))
    const areHeaders = isHeader(rows[at]!) && isHeader(rows[at - 1]!)
    let goesOn = true
    rows[at] = rows[at]!.map((stretch) => {
      const other = above.get(stretch.cell.column)
      const isAlike =
        other !== undefined &&
        other.end === stretch.end &&
        other.cell.text === stretch.cell.text &&
        isWorded(stretch.cell.text)
      if (!isAlike) goesOn = false
      if (!isAlike || !(goesOn || areHeaders)) return stretch
      other.below = at + 1
      return other
    })
  }
}

/** Three neighbours alike stand somewhere, and no cell is merged: most grids are done with here. */
function mayBeFilledUp(cells: readonly GridCell[]): boolean {
  let found = false
  let alike = 1
  for (let at = 0; at < cells.length; at++) {
    const { rowSpan, columnSpan, text, row, column } = cells[at]!
    if (rowSpan > 1 || columnSpan > 1) return false
    const before = cells[at - 1]
    const isAlike = before?.text === text && before.row === row && before.column === column - 1 && !isBlank(text)
    alike = isAlike ? alike + 1 : 1
    if (alike === ALIKE) found = true
  }
  return found
}

/** The grid with its repeated cells merged; itself where it has merged cells, or nothing tells that they were filled up. */
export function mergeRepeated(grid: Grid): Grid {
  if (!mayBeFilledUp(grid.cells)) return grid
  const rows: GridCell[][] = Array.from({ length: grid.rowCount }, () => [])
  for (const cell of grid.cells) rows[cell.row]!.push(cell)
  const stretches = rows.map(stretchesOf)
  if (!isFilledUp(stretches)) return grid
  const merged = cellsOf(rows, stretches, grid.columnCount)
  joinDown(merged)
  const cells = [...new Set(merged.flat())].map(
    ({ cell, end, below }): GridCell => ({ ...cell, columnSpan: end - cell.column, rowSpan: below - cell.row }),
  )
  // A cell without text may be one that could not be read.
  cells.push(...grid.cells.filter(({ text }) => isBlank(text)))
  return { ...grid, cells: cells.sort((a, b) => a.row - b.row || a.column - b.column) }
}
