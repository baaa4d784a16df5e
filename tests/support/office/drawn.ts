/** Which lines a made table draws. Offices leave them out, or draw only some; sheets printed without borders have none. */

import type { GridCell } from '../../../src/core/model/index.ts'

/**
 * `all`; `none`; `rows`: only level ones, between all cells; `three`: one above, one below the table and one below the heads of its
 * columns; `frame`: only around; `shade`: none, but heads, labels and every second row on a ground of colour.
 */
export const drawings = ['all', 'none', 'rows', 'three', 'frame', 'shade'] as const
export type Drawn = (typeof drawings)[number]

export interface Sides {
  readonly top: boolean
  readonly bottom: boolean
  readonly left: boolean
  readonly right: boolean
}

/** The table's part of a grid: its title and what is bare stand outside. */
export interface Extent {
  readonly from: number
  readonly to: number
  readonly columnCount: number
}

export function tableExtent(cells: readonly GridCell[], columnCount: number): Extent {
  const within = cells.filter(({ style }) => style?.role !== 'title' && style?.bare !== true)
  return {
    from: Math.min(...within.map(({ row }) => row)),
    to: Math.max(...within.map(({ row, rowSpan }) => row + rowSpan)),
    columnCount,
  }
}

/** The lines around a cell. */
export function sidesOf(drawn: Drawn, { row, rowSpan, column, columnSpan, style }: GridCell, table: Extent): Sides {
  if (drawn === 'all') return { top: true, bottom: true, left: true, right: true }
  const [first, last] = [row === table.from, row + rowSpan === table.to]
  const level = drawn === 'rows'
  const framed = drawn === 'frame'
  const outer = framed || drawn === 'three'
  return {
    top: level || (outer && first),
    bottom: level || (outer && last) || (drawn === 'three' && style?.role === 'header'),
    left: framed && column === 0,
    right: framed && column + columnSpan === table.columnCount,
  }
}

/** The ground of a cell as six hex digits, null for none. */
export function groundOf(drawn: Drawn, { row, style }: GridCell): string | null {
  if (drawn !== 'shade') return null
  if (style?.role === 'header' || style?.role === 'label') return 'D9E2F3'
  return row % 2 === 1 ? 'F2F2F2' : null
}
