/** The paper a form is printed on, and how its columns and rows lie there. All lengths in points; pages lie landscape. */

import type { Grid, GridCell } from '../../core/model/index.ts'
import { rowsOf } from '../../core/model/index.ts'
import { columnsOf } from './column-widths.ts'
import { heightOf, linesOf, type Need, rowHeights } from './row-heights.ts'

export interface Paper {
  readonly name: 'A3' | 'A4'
  /** Of the sheet. */
  readonly width: number
  readonly height: number
  /** Between the margins. */
  readonly room: number
}

/** 420 × 297 mm and 297 × 210 mm; the room is less two margins of 10 mm. */
export const papers: { readonly a3: Paper; readonly a4: Paper } = {
  a3: { name: 'A3', width: 1190.55, height: 841.89, room: 1130 },
  a4: { name: 'A4', width: 841.89, height: 595.28, room: 782 },
}

/** Sizes in points. */
export const fontSizes = { title: 18, text: 10 } as const

/** Rows with more cells than this are too narrow on A4. */
const CELLS_ON_A4 = 12

const LOWEST_ROW = 20
const TITLE_ROW = 40

export interface PageRow {
  readonly height: number
  /** Cells that begin in this row. */
  readonly cells: readonly GridCell[]
}

export interface FormPage {
  readonly paper: Paper
  readonly columns: readonly number[]
  readonly rows: readonly PageRow[]
  /** First and last row (from 0) that every page repeats, or null. */
  readonly repeated: readonly [first: number, last: number] | null
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

/** Lays a grid on its paper: A3 where a row has too many cells for A4. */
export function layOnPaper(grid: Grid): FormPage {
  const rows = rowsOf(grid)
  const paper = rows.some((row) => row.length > CELLS_ON_A4) ? papers.a3 : papers.a4
  const columns = columnsOf(grid, paper.room, fontSizes.text)
  const heights = rowHeights(
    rows.length,
    LOWEST_ROW,
    grid.cells.map((cell) => needOf(cell, columns)),
  )
  return {
    paper,
    columns,
    rows: rows.map((cells, index) => ({ height: heights[index]!, cells })),
    repeated: headerOf(rows),
  }
}
