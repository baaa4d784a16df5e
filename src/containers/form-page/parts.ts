/**
 * A form's page in the parts that documents with flowing pages draw: the title, the table above the repeated header, the
 * table below it, the lines to sign. Documents repeat the first rows of a table only, so the indicators are a table of their own.
 */

import type { GridCell } from '../../core/model/index.ts'
import type { FormPage, PageRow } from './page.ts'

export interface PartCell extends GridCell {
  /** A cell cut where the header ends is drawn without the border there. */
  readonly open?: 'above' | 'below'
}

export interface PartRow {
  readonly height: number
  /** `row` counts from the first row of the part. */
  readonly cells: readonly PartCell[]
}

export interface FormPart {
  readonly rows: readonly PartRow[]
  /** Rows from the first on that each page repeats. */
  readonly headerRows: number
}

export interface FormParts {
  readonly title: string | null
  readonly parts: readonly FormPart[]
}

/** Rows of more lines than this may be broken over two pages; shorter ones move as a whole. */
const LINES_KEPT_TOGETHER = 12
const LINE_HEIGHT = 13.2

export function staysTogether(height: number): boolean {
  return height <= LINES_KEPT_TOGETHER * LINE_HEIGHT
}

/** A label merged over header and body is cut between them: the header repeats, the label does not. The body keeps the text. */
function cutAtHeader(rows: readonly PartRow[], headerRows: number): readonly PartRow[] {
  if (headerRows === 0 || headerRows >= rows.length) return rows
  const moved: PartCell[] = []
  const head = rows.slice(0, headerRows).map((row) => ({
    ...row,
    cells: row.cells.map((cell): PartCell => {
      const end = cell.row + cell.rowSpan
      if (end <= headerRows) return cell
      moved.push({ ...cell, row: headerRows, rowSpan: end - headerRows, open: 'above' })
      const { path: _, ...bare } = cell
      return { ...bare, text: '', rowSpan: headerRows - cell.row, open: 'below' }
    }),
  }))
  const body = rows.slice(headerRows)
  const first = body[0]!
  const cells = [...moved, ...first.cells].sort((a, b) => a.column - b.column)
  return [...head, { ...first, cells }, ...body.slice(1)]
}

function partOf(rows: readonly PageRow[], first: number, headerRows: number): FormPart {
  const own = rows.map(({ height, cells }) => ({
    height,
    cells: cells.map((cell) => ({ ...cell, row: cell.row - first })),
  }))
  return { rows: cutAtHeader(own, headerRows), headerRows }
}

/** A few rows of facts above the header: too little to be a table of its own. */
const FEW_ROWS = 3

function isShortHead(rows: readonly PageRow[]): boolean {
  return rows.length <= FEW_ROWS && rows.every(({ cells }) => cells.every(({ style }) => style?.role !== 'header'))
}

/** `shortHead: 'repeated'`: a few rows of facts above the header belong to what each page repeats. */
export function partsOf(page: FormPage, { shortHead = 'apart' }: { shortHead?: 'apart' | 'repeated' } = {}): FormParts {
  const { rows, repeated } = page
  const titled = rows[0]?.cells.length === 1 && rows[0].cells[0]!.style?.role === 'title'
  const start = titled ? 1 : 0
  const title = titled ? rows[0]!.cells[0]!.text : null
  const header = repeated === null || repeated[0] < start ? start : repeated[0]
  const crossing = rows.slice(0, header).some((row) => row.cells.some((cell) => cell.row + cell.rowSpan > header))
  if (repeated === null || crossing) {
    return { title, parts: start < rows.length ? [partOf(rows.slice(start), start, 0)] : [] }
  }
  const cut = shortHead === 'repeated' && isShortHead(rows.slice(start, header)) ? start : header
  const upper = cut > start ? [partOf(rows.slice(start, cut), start, 0)] : []
  return { title, parts: [...upper, partOf(rows.slice(cut), cut, repeated[1] - cut + 1)] }
}
