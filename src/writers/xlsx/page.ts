/** The paper a form is printed on, and how its columns and rows lie there. Lengths in points. */

import type { Grid, GridCell } from '../../core/model/index.ts'
import { rowsOf } from '../../core/model/index.ts'
import { heightOf, linesOf, type Need, rowHeights } from './row-heights.ts'
import { fontSizes } from './styles.ts'

export interface Paper {
  /** As spreadsheets number it: 8 is A3, 9 is A4. */
  readonly code: 8 | 9
  /** Width between the margins, landscape. */
  readonly width: number
}

/** 420 mm and 297 mm less two margins of 10 mm. */
const a3: Paper = { code: 8, width: 1130 }
const a4: Paper = { code: 9, width: 782 }

/** Rows with more cells than this are too narrow on A4. */
const CELLS_ON_A4 = 12

/** No spreadsheet shows a row higher than this (409.5); what needs more stands in several rows, merged. */
const HIGHEST_ROW = 405
const LOWEST_ROW = 20
const TITLE_ROW = 40

export interface PageRow {
  readonly height: number
  /** Cells that begin in this row; rows and spans count rows of the sheet. */
  readonly cells: readonly GridCell[]
}

export interface PageLayout {
  readonly paper: Paper
  readonly columns: readonly number[]
  readonly rows: readonly PageRow[]
  /** First and last row (from 0) that every page repeats, or null. */
  readonly repeated: readonly [first: number, last: number] | null
}

function columnsOf(grid: Grid, width: number): readonly number[] {
  const shares = grid.columnWidths ?? Array.from({ length: grid.columnCount }, () => 1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => (share * width) / Math.max(1, total))
}

function needOf(cell: GridCell, columns: readonly number[]): Need {
  const title = cell.style?.role === 'title'
  const size = title ? fontSizes.title : fontSizes.text
  let width = 0
  for (let at = cell.column; at < cell.column + cell.columnSpan; at++) width += columns[at] ?? 0
  const needed = heightOf(linesOf(cell.text, width, size), size)
  return { row: cell.row, rowSpan: cell.rowSpan, height: title ? Math.max(TITLE_ROW, needed) : needed }
}

function isHeader(row: readonly GridCell[]): boolean {
  return row.some((cell) => cell.style?.role === 'header')
}

/** The header rows with the longest table below them: in a self-evaluation form, those of the indicators. */
function headerOf(rows: readonly (readonly GridCell[])[]): readonly [first: number, last: number] | null {
  let best: readonly [number, number] | null = null
  let longest = 0
  for (let first = 0; first < rows.length; first++) {
    if (!isHeader(rows[first]!)) continue
    let body = first + 1
    while (body < rows.length && isHeader(rows[body]!)) body++
    let end = body
    while (end < rows.length && !isHeader(rows[end]!)) end++
    if (end - body > longest) {
      longest = end - body
      best = [first, body - 1]
    }
    first = body - 1
  }
  return best
}

/** Lays a grid on its paper. A row too high for a spreadsheet becomes several, over which its cells are merged. */
export function layOnPage(grid: Grid): PageLayout {
  const rows = rowsOf(grid)
  const paper = rows.some((row) => row.length > CELLS_ON_A4) ? a3 : a4
  const columns = columnsOf(grid, paper.width)
  const heights = rowHeights(
    rows.length,
    LOWEST_ROW,
    grid.cells.map((cell) => needOf(cell, columns)),
  )
  const parts = heights.map((height) => Math.ceil(height / HIGHEST_ROW))
  const starts: number[] = []
  let next = 0
  for (const count of parts) {
    starts.push(next)
    next += count
  }
  starts.push(next)
  const laid: PageRow[] = []
  rows.forEach((row, index) => {
    const count = parts[index]!
    const height = Math.ceil(heights[index]! / count)
    const cells = row.map((cell) => {
      const start = starts[index]!
      return { ...cell, row: start, rowSpan: starts[Math.min(rows.length, index + cell.rowSpan)]! - start }
    })
    laid.push({ height, cells })
    for (let part = 1; part < count; part++) laid.push({ height, cells: [] })
  })
  const header = headerOf(rows)
  return {
    paper,
    columns,
    rows: laid,
    repeated: header === null ? null : [starts[header[0]]!, starts[header[1] + 1]! - 1],
  }
}
