/** A form whose every row is a table of its own, as some editors save it: the rows are one table. */

import { gather } from '../../model/gather.ts'
import type { Grid, GridCell } from '../../model/index.ts'
import { keyOf } from '../source.ts'
import { isIndicatorHeaderWord } from '../words.ts'

/** Fewer tables of a row in a row are boxes of a page. */
const LEAST_TABLES = 4
const LEAST_WORDS = 3

function isBlank({ cells }: Grid): boolean {
  return cells.every(({ text }) => text.trim() === '')
}

function isRow(grid: Grid): boolean {
  return grid.bordered && grid.columnCount > 1 && grid.cells.every(({ row }) => row === 0)
}

function isHeader({ cells }: Grid): boolean {
  return cells.filter(({ text }) => isIndicatorHeaderWord(keyOf(text))).length >= LEAST_WORDS
}

function joined(run: readonly Grid[]): Grid {
  const [first] = run as [Grid, ...Grid[]]
  const cells = gather(run, (grid, index): GridCell[] => grid.cells.map((cell) => ({ ...cell, row: index })))
  return { ...first, cells, rowCount: run.length, columnCount: Math.max(...run.map(({ columnCount }) => columnCount)) }
}

/** The grids with each run of such tables as one, where the header of an indicator table is among them. */
export function joinRowTables(grids: readonly Grid[]): readonly Grid[] {
  if (grids.length < LEAST_TABLES) return grids
  const made: Grid[] = []
  let run: Grid[] = []
  const close = (): void => {
    const rows = run.filter((grid) => !isBlank(grid))
    if (rows.length >= LEAST_TABLES && rows.some(isHeader)) made.push(joined(rows))
    else made.push(...run)
    run = []
  }
  for (const grid of grids) {
    if (isRow(grid) || (run.length > 0 && isBlank(grid))) run.push(grid)
    else {
      close()
      made.push(grid)
    }
  }
  close()
  return made
}
