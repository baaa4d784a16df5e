/**
 * The printed form as a sheet to move about in: which cell stands where, what is merged, which field of the form it shows.
 * Rows that did not change stay the same objects, so that only what changed is drawn again.
 */

import type { CellStyle, FormPath, Grid } from '../../../src/core/model/index.ts'

export type BlockName = 'tasks' | 'goals' | 'indicators' | 'facts'

/** The row of the form that a row of the sheet shows. */
export interface Entity {
  readonly block: BlockName
  readonly index: number
}

export interface CellView {
  /** Its upper left corner, from 0. */
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly path: FormPath | null
  readonly style: CellStyle
}

export interface RowView {
  readonly index: number
  readonly cells: readonly CellView[]
  readonly entity: Entity | null
  /** A row of column heads, and of which block of the form. */
  readonly heads: number | null
}

export interface SheetView {
  readonly rows: readonly RowView[]
  readonly columnCount: number
  /** In thousandths of the page. */
  readonly widths: readonly number[]
  /** The same object as long as only texts change. */
  readonly index: SheetIndex
  /** The cell that covers a position. */
  readonly at: (row: number, column: number) => CellView | null
  readonly ofPath: (path: FormPath) => CellView | null
}

const plain: CellStyle = { role: 'text', align: 'left' }
const ENTITY = /^(tasks|goals|indicators|facts)\[(\d+)\]/

/** Which row of the form a cell belongs to, by the path it shows. */
export function entityOf(path: FormPath): Entity | null {
  const [, block, index] = ENTITY.exec(path) ?? []
  return block === undefined ? null : { block: block as BlockName, index: Number(index) }
}

function entityOfRow(cells: readonly CellView[]): Entity | null {
  // Labels merged over rows belong to the first of them: the last cell of a row is never merged down.
  for (let at = cells.length - 1; at >= 0; at--) {
    const { path, rowSpan } = cells[at]!
    if (path !== null && rowSpan === 1) return entityOf(path)
  }
  return null
}

function isSame(one: CellView, other: CellView): boolean {
  return (
    one.row === other.row &&
    one.column === other.column &&
    one.rowSpan === other.rowSpan &&
    one.columnSpan === other.columnSpan &&
    one.text === other.text &&
    one.path === other.path &&
    one.style.role === other.style.role &&
    one.style.align === other.style.align
  )
}

function isSameRow(one: RowView | undefined, other: RowView): one is RowView {
  return (
    one !== undefined &&
    one.heads === other.heads &&
    one.cells.length === other.cells.length &&
    one.cells.every((cell, at) => isSame(cell, other.cells[at]!))
  )
}

/** Where cells stand, whatever is written in them: by position, and by the place of the form they show. */
export interface SheetIndex {
  /** For each position of the sheet the cell that covers it, as row × columns + place in its row; -1: none. */
  readonly owners: Int32Array
  readonly paths: ReadonlyMap<FormPath, number>
}

function indexOf(rows: readonly RowView[], columnCount: number): SheetIndex {
  const owners = new Int32Array(rows.length * columnCount).fill(-1)
  const paths = new Map<FormPath, number>()
  for (const { cells, index } of rows) {
    cells.forEach((cell, at) => {
      const own = index * columnCount + at
      if (cell.path !== null) paths.set(cell.path, own)
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        owners.fill(own, row * columnCount + cell.column, row * columnCount + cell.column + cell.columnSpan)
      }
    })
  }
  return { owners, paths }
}

function viewOf(
  rows: readonly RowView[],
  columnCount: number,
  widths: readonly number[],
  index: SheetIndex,
): SheetView {
  const cellOf = (own: number | undefined) =>
    own === undefined || own < 0 ? null : rows[Math.floor(own / columnCount)]!.cells[own % columnCount]!
  return {
    rows,
    columnCount,
    widths,
    index,
    at: (row, column) =>
      row < 0 || column < 0 || column >= columnCount ? null : cellOf(index.owners[row * columnCount + column]),
    ofPath: (path) => cellOf(index.paths.get(path)),
  }
}

/** A laid-out form as a sheet; what `before` shows alike is taken from there. */
export function sheetOf(grid: Grid, before?: SheetView): SheetView {
  const cells: CellView[][] = Array.from({ length: grid.rowCount }, () => [])
  for (const { row, column, rowSpan, columnSpan, text, path, style } of grid.cells) {
    cells[row]?.push({ row, column, rowSpan, columnSpan, text, path: path ?? null, style: style ?? plain })
  }
  let block = -1
  let wasHead = false
  const rows = cells.map((own, index): RowView => {
    own.sort((a, b) => a.column - b.column)
    const isHead = own.length > 0 && own.some(({ style }) => style.role === 'header')
    if (isHead && !wasHead) block++
    wasHead = isHead
    const row = { index, cells: own, entity: entityOfRow(own), heads: isHead ? block : null }
    const known = before?.rows[index]
    return isSameRow(known, row) ? known : row
  })
  const count = grid.columnCount
  const own = grid.columnWidths ?? new Array<number>(count).fill(1)
  const isSameWide = before?.widths.length === own.length && own.every((width, at) => width === before.widths[at])
  return viewOf(rows, count, isSameWide ? before.widths : own, indexOf(rows, count))
}

/** The sheet with other texts in some cells; nothing else moves, and only their rows are other objects. */
export function withTexts(sheet: SheetView, texts: ReadonlyMap<FormPath, string>): SheetView {
  const rows = [...sheet.rows]
  for (const [path, text] of texts) {
    const cell = sheet.ofPath(path)
    if (cell === null || cell.text === text) continue
    const row = rows[cell.row]!
    rows[cell.row] = { ...row, cells: row.cells.map((each) => (each.path === path ? { ...each, text } : each)) }
  }
  return viewOf(rows, sheet.columnCount, sheet.widths, sheet.index)
}
