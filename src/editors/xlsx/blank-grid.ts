/** A sheet as a grid in which blank cells stand too, as far as the table is drawn: rows and columns are those of the sheet. */

import { cellName, columnName } from '../../containers/sheets/cell-names.ts'
import type { Grid, GridCell } from '../../core/model/index.ts'
import type { SheetPart } from './sheet-part.ts'
import type { CellLooks } from './styles-part.ts'

export interface SheetGrid extends Grid {
  /** `row,column` of cells that hold formulas. */
  readonly formulas: ReadonlySet<string>
  readonly hiddenRows: ReadonlySet<number>
}

/** No form is larger; styles may be set for a million cells. */
const MOST_CELLS = 200_000
const MOST_ROWS = 20_000

/** `texts`: what the cells of the sheet print, by their names. */
export function blankGrid(
  sheet: string,
  part: SheetPart,
  looks: CellLooks,
  texts: ReadonlyMap<string, string>,
): SheetGrid {
  const isDrawn = part.rows.some(({ cells }) => cells.some(({ style }) => looks.bordered[style] === true))
  const masters = new Map<string, (typeof part.merges)[number]>()
  const covered = new Set<string>()
  for (const range of part.merges) {
    const cells = (range.bottom - range.top + 1) * (range.right - range.left + 1)
    if (cells > MOST_CELLS || range.bottom >= MOST_ROWS) continue
    masters.set(`${range.top},${range.left}`, range)
    for (let row = range.top; row <= range.bottom; row++) {
      for (let column = range.left; column <= range.right; column++) covered.add(`${row},${column}`)
    }
  }
  const cells: GridCell[] = []
  const formulas = new Set<string>()
  const hiddenRows = new Set<number>()
  const placed = new Set<string>()
  const put = (row: number, column: number) => {
    const place = `${row},${column}`
    const range = masters.get(place)
    if (placed.has(place) || cells.length >= MOST_CELLS) return
    placed.add(place)
    const name = cellName({ row, column })
    cells.push({
      row,
      column,
      rowSpan: range === undefined ? 1 : range.bottom - range.top + 1,
      columnSpan: range === undefined ? 1 : range.right - range.left + 1,
      text: texts.get(name) ?? '',
      source: { kind: 'sheet', sheet, cell: `${columnName(column)}${row + 1}` },
    })
  }
  for (const row of part.rows) {
    if (row.row >= MOST_ROWS) break
    if (row.hidden) hiddenRows.add(row.row)
    for (const cell of row.cells) {
      const place = `${row.row},${cell.column}`
      if (covered.has(place) && !masters.has(place)) continue
      if (cell.formula !== null) formulas.add(place)
      const name = cellName({ row: row.row, column: cell.column })
      const isShown = texts.has(name) || cell.formula !== null || masters.has(place)
      if (isShown || !isDrawn || looks.bordered[cell.style] === true) put(row.row, cell.column)
    }
  }
  // A merged range is a cell even where the sheet says nothing of its first one.
  for (const range of masters.values()) put(range.top, range.left)
  cells.sort((a, b) => a.row - b.row || a.column - b.column)
  const rowCount = cells.reduce((most, cell) => Math.max(most, cell.row + cell.rowSpan), 0)
  const columnCount = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0)
  return { name: sheet, cells, rowCount, columnCount, bordered: true, signs: 'typed', formulas, hiddenRows }
}
