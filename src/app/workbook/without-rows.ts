/** A table without some of its rows: cells merged over them shrink, or go where nothing of them is left. */

import type { Grid, GridCell } from '../../core/model/index.ts'

export function withoutRows(grid: Grid, gone: ReadonlySet<number>): Grid {
  if (gone.size === 0) return grid
  /** Kept rows before each row. */
  const before: number[] = [0]
  for (let row = 0; row < grid.rowCount; row++) before.push(before[row]! + (gone.has(row) ? 0 : 1))
  const at = (row: number) => before[Math.min(row, grid.rowCount)]!
  const cells = grid.cells.flatMap((cell): GridCell[] => {
    const rowSpan = at(cell.row + cell.rowSpan) - at(cell.row)
    return rowSpan === 0 ? [] : [{ ...cell, row: at(cell.row), rowSpan }]
  })
  return { ...grid, cells, rowCount: at(grid.rowCount) }
}
