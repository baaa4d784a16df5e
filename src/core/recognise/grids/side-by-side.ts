/** Forms that stand beside one another on one sheet: each is a grid of its own. */

import { gather } from '../../model/gather.ts'
import type { Grid, GridCell } from '../../model/index.ts'
import { keyOf } from '../source.ts'

/** A table of targets has two columns of indicators, but no form has its subject's name twice. */
const SUBJECT =
  /^(?:项目|专项|政策|部门|单位|部门\(单位\)|单位\(部门\)|预算部门|预算单位|填报单位)(?:\(政策\))?(?:名称)?[:：]?$/
const INDICATOR = /^(?:三级指标|(?:绩效)?指标名称)$/
const LEAST = 2

/** Where forms begin: columns of one row in which the subject is named again and again. */
interface Starts {
  readonly row: number
  readonly columns: readonly number[]
}

function mayRepeat({ cells }: Grid): boolean {
  let rows: Set<number> | undefined
  for (const { row, text } of cells) {
    if (text.length > 12 || !text.includes('指标') || !INDICATOR.test(keyOf(text))) continue
    if (rows?.has(row) === true) return true
    rows = (rows ?? new Set()).add(row)
  }
  return false
}

function startsOf({ cells }: Grid): Starts | null {
  const named = new Map<string, number[]>()
  for (const { row, column, text } of cells) {
    const key = text.length > 16 ? '' : keyOf(text)
    if (!SUBJECT.test(key)) continue
    const place = `${row} ${key}`
    named.set(place, [...(named.get(place) ?? []), column])
    if (named.get(place)!.length < LEAST) continue
    const columns = gather(cells, (cell) => (cell.row === row && keyOf(cell.text) === key ? [cell.column] : []))
    return { row, columns: columns.sort((a, b) => a - b) }
  }
  return null
}

/** Only what stands above the forms goes across them: a title of all. */
function isParted(cells: readonly GridCell[], { row, columns }: Starts): boolean {
  return cells.every(
    (cell) =>
      cell.text.trim() === '' ||
      cell.row + cell.rowSpan <= row ||
      columns.slice(1).every((start) => cell.column >= start || cell.column + cell.columnSpan <= start),
  )
}

function partOf(grid: Grid, from: number, to: number): Grid {
  const cells = gather(grid.cells, (cell): GridCell[] => {
    const left = Math.max(cell.column, from)
    const right = Math.min(cell.column + cell.columnSpan, to)
    return left < right ? [{ ...cell, column: left - from, columnSpan: right - left }] : []
  })
  return { ...grid, cells, columnCount: to - from }
}

function parted(grid: Grid): readonly Grid[] {
  if (!grid.bordered || !mayRepeat(grid)) return [grid]
  const starts = startsOf(grid)
  if (starts === null || !isParted(grid.cells, starts)) return [grid]
  const { columns } = starts
  return columns.map((start, at) => partOf(grid, at === 0 ? 0 : start, columns[at + 1] ?? grid.columnCount))
}

/** The grids, those that hold forms beside one another cut between them; a title above all of them goes with each. */
export function sideBySide(grids: readonly Grid[]): readonly Grid[] {
  return grids.some((grid) => grid.bordered && mayRepeat(grid)) ? gather(grids, parted) : grids
}
