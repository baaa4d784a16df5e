/** The tables that a form consists of, each with the header that goes on with it from page to page. */

import type { PageRow } from './page.ts'

/** A table: rows from `first` to before `end` of the page, the first `headerRows` of which are repeated. */
export interface Segment {
  readonly first: number
  readonly end: number
  readonly headerRows: number
}

function isHeader({ cells }: PageRow): boolean {
  return cells.some(({ style }) => style?.role === 'header')
}

/** A table begins at every header that no merged cell reaches into from above. */
export function segmentsOf(rows: readonly PageRow[], start: number): readonly Segment[] {
  const reached: number[] = []
  let reach = 0
  rows.forEach(({ cells }, index) => {
    reached.push(reach)
    for (const cell of cells) reach = Math.max(reach, index + cell.rowSpan)
  })
  const heads: { first: number; rows: number }[] = []
  for (let row = start; row < rows.length; row++) {
    if (!isHeader(rows[row]!) || reached[row]! > row) continue
    const first = row
    while (row + 1 < rows.length && isHeader(rows[row + 1]!)) row++
    if (row + 1 < rows.length) heads.push({ first, rows: row - first + 1 })
  }
  const segments = heads.map(({ first, rows: headerRows }, index) => ({
    first,
    headerRows,
    end: heads[index + 1]?.first ?? rows.length,
  }))
  const before = heads[0]?.first ?? rows.length
  return before > start ? [{ first: start, end: before, headerRows: 0 }, ...segments] : segments
}
