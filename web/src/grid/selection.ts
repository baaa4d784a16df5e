/** Where one stands in the sheet and what is selected; how keys move it. Merged cells count as one. */

import type { CellView, SheetView } from './sheet-view.ts'

export interface Spot {
  readonly row: number
  readonly column: number
}

/** From where the selection was drawn (the active cell) to where it reaches. */
export interface Selection {
  readonly anchor: Spot
  readonly reach: Spot
}

/** Both ends included. */
export interface Area {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

export type Direction = 'up' | 'down' | 'left' | 'right'

export function selectionAt(row: number, column: number): Selection {
  return { anchor: { row, column }, reach: { row, column } }
}

export function activeCell(sheet: SheetView, { anchor }: Selection): CellView | null {
  return sheet.at(anchor.row, anchor.column)
}

function grown(area: Area, cell: CellView): Area {
  return {
    top: Math.min(area.top, cell.row),
    left: Math.min(area.left, cell.column),
    bottom: Math.max(area.bottom, cell.row + cell.rowSpan - 1),
    right: Math.max(area.right, cell.column + cell.columnSpan - 1),
  }
}

/** The rectangle of a selection, grown until no merged cell lies across its edge. */
export function areaOf(sheet: SheetView, { anchor, reach }: Selection): Area {
  let area: Area = {
    top: Math.min(anchor.row, reach.row),
    left: Math.min(anchor.column, reach.column),
    bottom: Math.max(anchor.row, reach.row),
    right: Math.max(anchor.column, reach.column),
  }
  for (;;) {
    const before: Area = area
    for (let row = before.top; row <= before.bottom; row++) {
      const isEdgeRow = row === before.top || row === before.bottom
      // Only cells at the edge can lie across it.
      const columns = isEdgeRow
        ? Array.from({ length: before.right - before.left + 1 }, (_, at) => before.left + at)
        : [before.left, before.right]
      for (const column of columns) {
        const cell = sheet.at(row, column)
        if (cell !== null) area = grown(area, cell)
      }
    }
    if (
      area.top === before.top &&
      area.left === before.left &&
      area.bottom === before.bottom &&
      area.right === before.right
    )
      return area
  }
}

/** The cells of an area, each once, by row. */
export function cellsIn(sheet: SheetView, area: Area): readonly (readonly CellView[])[] {
  return sheet.rows
    .slice(area.top, area.bottom + 1)
    .map((row) => row.cells.filter(({ column }) => column >= area.left && column <= area.right))
}

/** One step from a spot, over the whole of a merged cell; null at the edge of the sheet. */
export function stepFrom(sheet: SheetView, spot: Spot, direction: Direction): Spot | null {
  const cell = sheet.at(spot.row, spot.column)
  let { row, column } = spot
  const [down, across] = { up: [-1, 0], down: [1, 0], left: [0, -1], right: [0, 1] }[direction] as [number, number]
  if (cell !== null) {
    if (direction === 'down') row = cell.row + cell.rowSpan - 1
    if (direction === 'up') row = cell.row
    if (direction === 'right') column = cell.column + cell.columnSpan - 1
    if (direction === 'left') column = cell.column
  }
  row += down
  column += across
  if (row < 0 || row >= sheet.rows.length || column < 0 || column >= sheet.columnCount) return null
  // Positions that no cell covers are stepped over.
  return sheet.at(row, column) === null ? stepFrom(sheet, { row, column }, direction) : { row, column }
}

/** The next cell in a direction for which `wanted` holds, else where one stands. */
export function nextIn(sheet: SheetView, from: Spot, direction: Direction, wanted: (cell: CellView) => boolean): Spot {
  let spot: Spot | null = from
  for (;;) {
    spot = stepFrom(sheet, spot, direction)
    if (spot === null) return from
    const cell = sheet.at(spot.row, spot.column)
    if (cell !== null && wanted(cell)) return spot
  }
}

/** The next (or the last) cell in reading order for which `wanted` holds; null where there is none. */
export function nextInOrder(
  sheet: SheetView,
  from: Spot,
  step: 1 | -1,
  wanted: (cell: CellView) => boolean,
): Spot | null {
  const { columnCount } = sheet
  const size = sheet.rows.length * columnCount
  for (let at = from.row * columnCount + from.column + step; at >= 0 && at < size; at += step) {
    const row = Math.floor(at / columnCount)
    const column = at % columnCount
    const cell = sheet.at(row, column)
    if (cell !== null && cell.row === row && cell.column === column && wanted(cell)) return { row, column }
  }
  return null
}
