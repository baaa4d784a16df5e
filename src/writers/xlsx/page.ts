/** A form's page as rows of a spreadsheet, which shows no row higher than it allows. */

import { type FormPage, layOnPaper, type PageRow, papers } from '../../containers/form-page/page.ts'
import { type Grid, rowsOf } from '../../core/model/index.ts'

/** No spreadsheet shows a row higher than this (409.5); what needs more stands in several rows, merged. */
const HIGHEST_ROW = 405

const PLAIN_ROW = 14
const PLAIN_COLUMN = 60

/** A grid that nobody looks at: rows and columns of one size. */
export function unlaid(grid: Grid): FormPage {
  return {
    paper: papers.a4,
    columns: Array.from({ length: grid.columnCount }, () => PLAIN_COLUMN),
    rows: rowsOf(grid).map((cells) => ({ height: PLAIN_ROW, cells })),
    repeated: null,
  }
}

const laidOut = new WeakMap<Grid, FormPage>()

/** A grid on its paper; heights are measured once, however often they are asked for. */
function onPaper(grid: Grid): FormPage {
  const known = laidOut.get(grid)
  if (known !== undefined) return known
  const page = layOnPaper(grid)
  laidOut.set(grid, page)
  return page
}

/** How many rows of the sheet a row of the grid takes. */
function partsOf({ height }: PageRow): number {
  return Math.ceil(height / HIGHEST_ROW)
}

/** Where each row begins, and the end of the last. */
function startsOf(parts: readonly number[]): readonly number[] {
  const starts = [0]
  for (const count of parts) starts.push(starts.at(-1)! + count)
  return starts
}

/** Row of the sheet (from 0) in which each row of the grid begins, and the row behind the last. */
export function rowPlaces(grid: Grid): readonly number[] {
  return startsOf(onPaper(grid).rows.map(partsOf))
}

/** Lays a grid on its paper. A row too high for a spreadsheet becomes several, over which its cells are merged; rows and spans then count rows of the sheet. */
export function layOnPage(grid: Grid): FormPage {
  const { paper, columns, rows, repeated } = onPaper(grid)
  const parts = rows.map(partsOf)
  const starts = startsOf(parts)
  const laid: PageRow[] = []
  rows.forEach((row, index) => {
    const count = parts[index]!
    const height = Math.ceil(row.height / count)
    const cells = row.cells.map((cell) => {
      const start = starts[index]!
      return { ...cell, row: start, rowSpan: starts[Math.min(rows.length, index + cell.rowSpan)]! - start }
    })
    laid.push({ height, cells })
    for (let part = 1; part < count; part++) laid.push({ height, cells: [] })
  })
  return {
    paper,
    columns,
    rows: laid,
    repeated: repeated === null ? null : [starts[repeated[0]]!, starts[repeated[1] + 1]! - 1],
  }
}
