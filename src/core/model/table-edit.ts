/** What is to be changed in the tables of a file, said in rows and columns: the same for a sheet and for a table of a document. */

import type { FormPath } from './form.ts'

/** A row of the changed table: `copy` 0 is the row that was there, 1 and up its copies, in the order they stand below it. */
export interface RowAt {
  readonly row: number
  readonly copy: number
}

export interface CellEdit extends RowAt {
  readonly column: number
  /** The whole new text of the cell, or what stands at `splice` from now on. */
  readonly text: string
  /** Only this stretch of the printed text changes; the rest keeps its look. */
  readonly splice?: { readonly from: number; readonly to: number }
  /** Written as a number where the cell shows numbers. */
  readonly figure: boolean
  /** The field of the form that is written. */
  readonly path: FormPath
}

/** A column of labels whose merges downwards are made anew, between two rows of the table as it was. */
export interface LabelRuns {
  readonly column: number
  readonly columnSpan: number
  readonly top: number
  readonly bottom: number
  /** Rows that share one label; rows in none stand alone. */
  readonly runs: readonly { readonly from: RowAt; readonly to: RowAt }[]
}

/** Rows and columns count from 0 as in the Grid that was read. */
export interface TableEdit {
  /** Which of the grids. */
  readonly grid: number
  /** Copies of a row, blank but for its formulas, put below it. In the order of the rows. */
  readonly inserts: readonly { readonly row: number; readonly count: number }[]
  readonly cells: readonly CellEdit[]
  readonly labels: readonly LabelRuns[]
}

/** How far a row moves down by the rows put in above it. */
export function shiftOf(inserts: TableEdit['inserts'], row: number): number {
  let shift = 0
  for (const insert of inserts) if (insert.row < row) shift += insert.count
  return shift
}
