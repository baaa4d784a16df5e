/**
 * A form's page in the parts that documents with flowing pages draw: the title, a table for each header with the rows below it,
 * the lines to sign. Documents repeat the first rows of a table only, so every header begins a table of its own.
 */

import type { GridCell } from '../../core/model/index.ts'
import type { FormPage, PageRow } from './page.ts'
import { segmentsOf } from './segments.ts'

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

/** The title of a form, where it stands alone in the first row; null where none does. */
export function titleOf({ rows }: FormPage): string | null {
  const cells = rows[0]?.cells ?? []
  return cells.length === 1 && cells[0]!.style?.role === 'title' ? cells[0]!.text : null
}

/** A few rows of facts above the first header belong to what each page repeats. */
export function partsOf(page: FormPage): FormParts {
  const { rows } = page
  const title = titleOf(page)
  const [head, next, ...others] = segmentsOf(rows, title === null ? 0 : 1)
  const short = head !== undefined && next !== undefined && head.headerRows === 0
  const tables =
    short && isShortHead(rows.slice(head.first, head.end))
      ? [{ first: head.first, end: next.end, headerRows: head.end - head.first + next.headerRows }, ...others]
      : [head, next, ...others].filter((each) => each !== undefined)
  return {
    title,
    parts: tables.map(({ first, end, headerRows }) => partOf(rows.slice(first, end), first, headerRows)),
  }
}
