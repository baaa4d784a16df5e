/** The names of rows and columns as the form prints them. */

import type { CellView, SheetView } from '../grid/sheet-view.ts'

const NAMED = /\.(name|stated)$/

/** The head of the column above a cell; for a fact the label before it. */
export function columnNameOf(sheet: SheetView, cell: CellView): string {
  if (sheet.rows[cell.row]?.entity === null || cell.path?.startsWith('facts') === true) {
    const before = sheet.at(cell.row, cell.column - 1)
    if (before !== null && before.path === null) return before.text
  }
  for (let row = cell.row - 1; row >= 0; row--) {
    const above = sheet.at(row, cell.column)
    if (above?.style.role === 'header') return above.text
  }
  return ''
}

/** The name printed in the row of a cell. */
export function rowNameOf(sheet: SheetView, cell: CellView): string {
  const row = sheet.rows[cell.row]
  if (row === undefined || row.entity === null) return ''
  const name = row.cells.find(({ path }) => path !== null && NAMED.test(path))
  return name === undefined ? '' : name.text.length > 24 ? `${name.text.slice(0, 24)}…` : name.text
}
