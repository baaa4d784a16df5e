/** A sheet with merged cells from lines of cells: '<' goes on with the cell at its left, '^' with the one above. */

import type { Grid, GridCell } from '../../src/core/model/index.ts'

export function sheetOfLines(lines: readonly string[]): Grid {
  const rows = lines.map((line) => line.split('|'))
  const columnCount = Math.max(...rows.map((row) => row.length))
  const at = (row: number, column: number): string => rows[row]?.[column] ?? ''
  const cells: GridCell[] = []
  rows.forEach((row, index) => {
    row.forEach((text, column) => {
      if (text === '' || text === '<' || text === '^') return
      let [columnSpan, rowSpan] = [1, 1]
      while (at(index, column + columnSpan) === '<') columnSpan++
      while (at(index + rowSpan, column) === '^') rowSpan++
      const source = { kind: 'sheet', sheet: '表', cell: `${String.fromCharCode(65 + column)}${index + 1}` } as const
      cells.push({ row: index, column, rowSpan, columnSpan, text, source })
    })
  })
  return { cells, rowCount: rows.length, columnCount, bordered: true, signs: 'typed' }
}
