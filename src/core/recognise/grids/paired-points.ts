/** Points and score in one column, 分值/得分 over 10/9.5: two columns for what comes after. */

import { gather } from '../../model/gather.ts'
import { type Grid, type GridCell, rowsOf, type SourceSpan } from '../../model/index.ts'
import type { FlowItem } from '../arrivals/flow.ts'
import { foldWidth, keyOf, pieceOf } from '../source.ts'

/** 分值/得分, 分值（得分）, 权重、自评得分: the points first. */
const HEAD = /^(?:(?:参考|标准|指标)?分值|(?:指标)?权重|满分)[/、,|]?[(]?(?:自评|实际|指标)?(?:得分|自评分)[)]?$/
/** Which of the signs of a header or of figures stand between the two. */
const BETWEEN = /[\s/、,|()\uff08\uff09\uff0f\uff0c]+/
const FIGURES = /^\s*\d{1,3}(?:\.\d+)?分?[\s/、,|(]+(?:\d{1,3}(?:\.\d+)?分?|[-—无])[)]?\s*$/
const LONGEST = 20

function isHead(text: string): boolean {
  return text.length <= LONGEST && text.includes('分') && HEAD.test(keyOf(text))
}

function isPair(text: string): boolean {
  return text.length <= LONGEST && FIGURES.test(foldWidth(text))
}

/** Where the second of the two begins, and where the first ends. */
function cutOf(text: string): readonly [end: number, from: number] {
  const lead = text.length - text.trimStart().length
  const own = text.slice(lead)
  const sign = BETWEEN.exec(own)
  // 分值得分 has nothing between.
  const [at, length] =
    sign === null ? [own.search(/(?:自评|实际|指标)?(?:得分|自评分)$/), 0] : [sign.index, sign[0].length]
  return [lead + at, lead + at + length]
}

function placed(source: SourceSpan | undefined, from: number, length: number): Pick<GridCell, 'source'> {
  if (source === undefined) return {}
  return { source: source.kind === 'text' ? { ...source, column: source.column + from, length } : source }
}

/** The two halves, the second `by` columns further right. */
function halves(cell: GridCell, by: number): readonly [GridCell, GridCell] {
  const [end, from] = cutOf(cell.text)
  const second = cell.text.slice(from).replace(/[)\uff09\s]+$/, '')
  return [
    { ...cell, text: cell.text.slice(0, end), ...placed(cell.source, 0, end) },
    { ...cell, text: second, column: cell.column + by, columnSpan: 1, ...placed(cell.source, from, second.length) },
  ]
}

/** Columns say where a cell belongs: every cell but those of text, whose rows may lack cells at the left. */
function byColumn(cells: readonly GridCell[], head: GridCell): readonly GridCell[] {
  const end = head.column + head.columnSpan
  return gather(cells, (cell): readonly GridCell[] => {
    if (cell.column >= end) return [{ ...cell, column: cell.column + 1 }]
    const isBelow = cell.column === head.column && cell.row >= head.row
    if (isBelow && (isHead(cell.text) || isPair(cell.text))) return halves(cell, head.columnSpan)
    return [!isBelow && cell.column + cell.columnSpan >= end ? { ...cell, columnSpan: cell.columnSpan + 1 } : cell]
  })
}

/**
 * In text the last such pair of a row is that of its points; what stands behind moves on. `heads` by row: each holds for the
 * rows down to the next.
 */
function byRow(grid: Grid, heads: readonly GridCell[]): readonly GridCell[] {
  const rows = rowsOf(grid)
  return gather(rows, (own, row) => {
    const head = heads.findLast((one) => one.row <= row)
    if (head === undefined) return own
    const pair = row === head.row ? head : own.findLast(({ text }) => isPair(text))
    const isWhole = own.length === rows[head.row]!.length
    const at = pair ?? (isWhole ? own.find(({ column }) => column === head.column) : undefined)
    if (at === undefined) return own
    // A figure alone is the points; the score is blank.
    const two = pair === undefined ? [at, { ...at, text: '', column: at.column + 1 }] : halves(at, 1)
    return gather(own, (cell) =>
      cell === at ? two : [cell.column > at.column ? { ...cell, column: cell.column + 1 } : cell],
    )
  })
}

function parted(grid: Grid): Grid {
  const heads = grid.cells.filter(({ text }) => isHead(text))
  const [first] = heads
  if (first === undefined || !grid.cells.some(({ text }) => isPair(text))) return grid
  if (first.source?.kind === 'text') {
    // A line by itself is an item of a stream.
    const inRows = heads.filter((head) => grid.cells.some((cell) => cell !== head && cell.row === head.row))
    return inRows.length === 0 ? grid : { ...grid, cells: byRow(grid, inRows), columnCount: grid.columnCount + 1 }
  }
  // Each column once, from the right, so that those left of it stay where they are.
  const columns = heads.filter((head, at) => heads.findIndex(({ column }) => column === head.column) === at)
  const cells = columns.sort((a, b) => b.column - a.column).reduce(byColumn, grid.cells)
  return { ...grid, cells, columnCount: grid.columnCount + columns.length }
}

/** The grids, every column of pairs made two. Lines of text that are no table are left to `partPairedItems`. */
export function partPairedPoints(grids: readonly Grid[]): readonly Grid[] {
  const made = grids.map(parted)
  return made.every((grid, at) => grid === grids[at]) ? grids : made
}

/** The same of words in a stream. */
export function partPairedItems(items: readonly FlowItem[]): readonly FlowItem[] {
  if (!items.some(({ cell }) => cell !== null && isHead(cell.text))) return items
  return gather(items, (item): readonly FlowItem[] => {
    const { cell } = item
    if (cell === null || !(isHead(cell.text) || isPair(cell.text))) return [item]
    const [end, from] = cutOf(cell.text)
    const second = pieceOf(cell, cell.text.slice(from).replace(/[)\uff09\s]+$/, ''), from)
    return [
      { ...item, cell: pieceOf(cell, cell.text.slice(0, end), 0) },
      { cell: second, lineStart: false },
    ]
  })
}
