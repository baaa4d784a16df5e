/**
 * The hinge between file formats and forms. A reader knows a file format and nothing of forms: it yields Grids. A
 * recogniser knows forms and nothing of formats: it takes Grids. A writer draws a Grid and knows nothing of either.
 */

import type { FormPath } from './form.ts'

/** Where a cell stands in the user's own file. Lines, columns, pages, tables and rows count from 1; boxes are in points. */
export type SourceSpan =
  | {
      readonly kind: 'text'
      readonly line: number
      readonly column: number
      readonly endLine?: number
      readonly length?: number
    }
  | { readonly kind: 'sheet'; readonly sheet: string; readonly cell: string }
  | {
      readonly kind: 'page'
      readonly page: number
      readonly box: readonly [x: number, y: number, width: number, height: number]
    }
  | { readonly kind: 'table'; readonly table: number; readonly row: number; readonly column: number }

/** A master cell: what is merged is said by its spans; covered positions have no cell of their own. */
export interface GridCell {
  /** Row and column of its upper left corner, from 0. */
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  /** As printed, line breaks kept; never trimmed by a reader. */
  readonly text: string
  readonly source?: SourceSpan
  /** 0 to 1, from a recognising reader (OCR); absent means certain. */
  readonly confidence?: number
  /** From a recognising reader: other texts the same strokes may be, most likely first, without `text` itself. */
  readonly alternatives?: readonly string[]
  /** Its text is certain, but not that it stands in this row and column: nothing but its place says so. */
  readonly doubtful?: true
  /** Its text stands on two pages: a page break cuts its row, and both halves were put together. */
  readonly overPages?: true
  /** Only for writing: how the cell is to look. */
  readonly style?: CellStyle
  /** Only for writing: the field of the form that the cell shows, so that a writer can put findings beside it. */
  readonly path?: FormPath
}

export interface CellStyle {
  readonly role: 'title' | 'header' | 'label' | 'text' | 'number' | 'total' | 'note'
  readonly align?: 'left' | 'center' | 'right'
  readonly bold?: boolean
  /** Stands above or below the table: without lines around it. */
  readonly bare?: true
}

export interface Grid {
  readonly name?: string
  /** In reading order: row by row, left to right. Empty cells may be left out. */
  readonly cells: readonly GridCell[]
  readonly rowCount: number
  readonly columnCount: number
  /** False where the source only has flowing text (each paragraph is then a row of one cell). */
  readonly bordered: boolean
  /**
   * How the signs came to be there: `typed` in an electronic file, so that none was misread; `picture`, by recognition.
   * Absent: not known (text that may have been either).
   */
  readonly signs?: 'typed' | 'picture'
  /** No line was drawn: which cells there are, and where, was told by where texts stand. */
  readonly unruled?: true
  /** Only for writing: relative column widths. */
  readonly columnWidths?: readonly number[]
}

/** The cells of a grid by row, each row left to right; rows without cells are empty arrays. */
export function rowsOf(grid: Grid): readonly (readonly GridCell[])[] {
  const rows: GridCell[][] = Array.from({ length: grid.rowCount }, () => [])
  for (const cell of grid.cells) rows[cell.row]?.push(cell)
  for (const row of rows) row.sort((a, b) => a.column - b.column)
  return rows
}
