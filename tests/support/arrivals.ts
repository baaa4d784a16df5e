/** The ways in which a table arrives as text (merged cells, blanks and row borders kept or lost), drawn from a Grid. */

import type { Grid, GridCell } from '../../src/core/model/index.ts'

/** The master cell of every position. */
function coverage(grid: Grid): (GridCell | null)[][] {
  const cover: (GridCell | null)[][] = Array.from({ length: grid.rowCount }, () =>
    new Array<GridCell | null>(grid.columnCount).fill(null),
  )
  for (const cell of grid.cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) cover[row]![column] = cell
    }
  }
  return cover
}

/** Every position a cell; a merged cell stands in its upper left corner, or (`middle`) in the middle of its rows. */
function fullRows(grid: Grid, middle: boolean): string[][] {
  return coverage(grid).map((cells, row) =>
    cells.map((cell, column) => {
      if (cell === null || column !== cell.column) return ''
      const at = middle ? cell.row + Math.floor((cell.rowSpan - 1) / 2) : cell.row
      return row === at ? cell.text : ''
    }),
  )
}

/** Each row's own cells: what a merge covers is not there; a cell merged sideways is one cell. */
function ownRows(grid: Grid): string[][] {
  return coverage(grid).map((cells, row) =>
    cells.flatMap((cell, column) => (cell !== null && cell.row === row && cell.column === column ? [cell.text] : [])),
  )
}

export const arrivals = {
  /** As copied from a sheet. */
  tabs: (grid: Grid) =>
    fullRows(grid, false)
      .map((cells) => cells.join('\t'))
      .join('\n'),
  /** As scanned: labels in the middle of their block. */
  tabsMiddle: (grid: Grid) =>
    fullRows(grid, true)
      .map((cells) => cells.join('\t'))
      .join('\n'),
  /** As copied from a document: cells merged sideways are one, those merged downwards leave a blank. */
  tabsNarrow: (grid: Grid) =>
    coverage(grid)
      .map((cells, row) =>
        cells
          .flatMap((cell, column) =>
            cell !== null && cell.column === column ? [cell.row === row ? cell.text : ''] : [],
          )
          .join('\t'),
      )
      .join('\n'),
  pipes: (grid: Grid) =>
    fullRows(grid, false)
      .map((cells) => `| ${cells.join(' | ')} |`)
      .join('\n'),
  /** Merged cells are absent from later rows. */
  pipesAbsent: (grid: Grid) =>
    ownRows(grid)
      .map((cells) => `${cells.join(' | ')} |`)
      .join('\n'),
  cellPerLine: (grid: Grid) =>
    ownRows(grid)
      .flatMap((cells) => cells.map((cell) => (cell === '' ? '|' : `${cell} |`)))
      .join('\n'),
  cellPerParagraph: (grid: Grid) =>
    ownRows(grid)
      .flatMap((cells) => cells.map((cell) => (cell === '' ? ' ' : cell)))
      .join('\n\n'),
  /** As `cellPerParagraph`; blank cells are gone. */
  paragraphsOnly: (grid: Grid) =>
    ownRows(grid)
      .flatMap((cells) => cells.filter((cell) => cell !== ''))
      .join('\n\n\n'),
  /** Blank cells are gone. */
  spaced: (grid: Grid) =>
    ownRows(grid)
      .map((cells) => cells.filter((cell) => cell !== '').join(' '))
      .join('\n'),
} as const

export type Arrival = keyof typeof arrivals
