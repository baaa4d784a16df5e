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

function indexed(rows: readonly RowView[], columnCount: number, widths: readonly number[]): SheetView {
  const owners: (CellView | null)[] = new Array(rows.length * columnCount).fill(null)
  const paths = new Map<FormPath, CellView>()
  for (const { cells } of rows) {
    for (const cell of cells) {
      if (cell.path !== null) paths.set(cell.path, cell)
      for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
        owners.fill(cell, row * columnCount + cell.column, row * columnCount + cell.column + cell.columnSpan)
      }
    }
  }
  return {
    rows,
    columnCount,
    widths,
    at: (row, column) =>
      row < 0 || column < 0 || column >= columnCount ? null : (owners[row * columnCount + column] ?? null),
    ofPath: (path) => paths.get(path) ?? null,
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
  return indexed(rows, count, grid.columnWidths ?? new Array(count).fill(1))
}

/** The sheet with other texts in some cells; nothing else moves. */
export function withTexts(sheet: SheetView, texts: ReadonlyMap<FormPath, string>): SheetView {
  const touched = new Set<number>()
  for (const path of texts.keys()) {
    const cell = sheet.ofPath(path)
    if (cell !== null) touched.add(cell.row)
  }
  const rows = sheet.rows.map((row) =>
    touched.has(row.index)
      ? {
          ...row,
          cells: row.cells.map((cell) => {
            const text = cell.path === null ? undefined : texts.get(cell.path)
            return text === undefined ? cell : { ...cell, text }
          }),
        }
      : row,
  )
  return indexed(rows, sheet.columnCount, sheet.widths)
}
