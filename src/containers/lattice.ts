/** The lattice that lines make where they cross: which sides are closed, and the cells that follow from it. */

import type { Line } from './ruling-lines.ts'

/** A piece of line closes the side of a cell when it covers most of it. */
export const COVER = 0.5

/** By edge, by step between two edges of the other direction: is a line there? */
export type Sides = readonly (readonly boolean[])[]

/** Which sides of the lattice's cells `lines` close: `edges` run as the lines do, `steps` across them. */
export function sidesOf(lines: readonly Line[], edges: readonly number[], steps: readonly number[]): boolean[][] {
  const covered = edges.map(() => new Array<number>(Math.max(0, steps.length - 1)).fill(0))
  for (const line of lines) {
    const edge = nearest(edges, line.at)
    for (let step = 0; step + 1 < steps.length; step++) {
      const length = Math.min(line.to, steps[step + 1]!) - Math.max(line.from, steps[step]!)
      if (length > 0) covered[edge]![step]! += length
    }
  }
  return covered.map((row) => row.map((length, step) => length >= (steps[step + 1]! - steps[step]!) * COVER))
}

/** The place among `edges` of the one nearest to `at`. */
export function nearest(edges: readonly number[], at: number): number {
  let best = 0
  for (let index = 1; index < edges.length; index++) {
    if (Math.abs(edges[index]! - at) < Math.abs(edges[best]! - at)) best = index
  }
  return best
}

/** An outer border left out: closed where lines of the other direction reach it above and below (left and right). */
export function closeOuter(sides: boolean[][], crossing: Sides): void {
  const last = sides.length - 1
  for (const [edge, cell] of [
    [0, 0],
    [last, last - 1],
  ] as const) {
    const reached = crossing.flatMap((row, index) => (row[cell] === true ? [index] : []))
    const [first, end] = [reached[0], reached.at(-1)]
    if (first === undefined || end === undefined) continue
    sides[edge]!.forEach((closed, step) => {
      if (!closed && step >= first && step + 1 <= end) sides[edge]![step] = true
    })
  }
}

/** Sides of a table whose outer border is not drawn. */
export interface OpenSides {
  readonly top: boolean
  readonly bottom: boolean
  readonly left: boolean
  readonly right: boolean
}

/** The cell in the corner of two borders that are not drawn has no line of the other direction to reach: both are closed. */
export function closeCorners(across: boolean[][], down: boolean[][], open: OpenSides): void {
  const [rows, columns] = [across.length - 1, down.length - 1]
  for (const [isOpen, row, edge, beside] of [
    [open.top, 0, 0, 1],
    [open.bottom, rows - 1, rows, rows - 1],
  ] as const) {
    if (!isOpen) continue
    // A line beside the corner's cell, towards the middle, and one on its other inner side.
    if (open.left && down[1]?.[row] && across[beside]?.[0]) across[edge]![0] = down[0]![row] = true
    if (open.right && down[columns - 1]?.[row] && across[beside]?.[columns - 1]) {
      across[edge]![columns - 1] = down[columns]![row] = true
    }
  }
}

/** Unit cells of the lattice, grouped: -1 lies outside the table, else the number of its cell. */
export function regions(across: Sides, down: Sides, rowCount: number, columnCount: number): number[][] {
  const region = Array.from({ length: rowCount }, () => new Array<number>(columnCount).fill(-2))
  const fill = (row: number, column: number, mark: number): void => {
    const stack = [[row, column] as const]
    region[row]![column] = mark
    const visit = (nextRow: number, nextColumn: number): void => {
      if (region[nextRow]?.[nextColumn] !== -2) return
      region[nextRow]![nextColumn] = mark
      stack.push([nextRow, nextColumn])
    }
    for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
      const [r, c] = place
      if (!across[r]![c]) visit(r - 1, c)
      if (!across[r + 1]![c]) visit(r + 1, c)
      if (!down[c]![r]) visit(r, c - 1)
      if (!down[c + 1]![r]) visit(r, c + 1)
    }
  }
  for (let row = 0; row < rowCount; row++) {
    for (const column of [0, columnCount - 1]) {
      const edge = column === 0 ? 0 : columnCount
      if (!down[edge]![row] && region[row]![column] === -2) fill(row, column, -1)
    }
  }
  for (let column = 0; column < columnCount; column++) {
    for (const row of [0, rowCount - 1]) {
      const edge = row === 0 ? 0 : rowCount
      if (!across[edge]![column] && region[row]![column] === -2) fill(row, column, -1)
    }
  }
  let mark = 0
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      if (region[row]![column] === -2) fill(row, column, mark++)
    }
  }
  return region
}

/** A cell of the lattice; ends are not of it. */
export interface Span {
  readonly row: number
  readonly column: number
  readonly rowEnd: number
  readonly columnEnd: number
}

/** Regions as rectangles; one that is none (a line ends in the middle) is cut into several. */
export function rectangles(region: number[][], rowCount: number, columnCount: number): Span[] {
  const taken = region.map((row) => row.map((mark) => mark < 0))
  const spans: Span[] = []
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      if (taken[row]![column]) continue
      const mark = region[row]![column]!
      const free = (r: number, c: number): boolean => region[r]?.[c] === mark && !taken[r]![c]
      let columnEnd = column + 1
      while (free(row, columnEnd)) columnEnd++
      let rowEnd = row + 1
      const whole = (r: number): boolean => {
        for (let c = column; c < columnEnd; c++) if (!free(r, c)) return false
        return true
      }
      while (rowEnd < rowCount && whole(rowEnd)) rowEnd++
      for (let r = row; r < rowEnd; r++) taken[r]!.fill(true, column, columnEnd)
      spans.push({ row, column, rowEnd, columnEnd })
    }
  }
  return spans
}

/** Edges that bound no cell (an underline that meets a border) are none. */
export function usedEdges(
  spans: readonly Span[],
  count: number,
  ends: (span: Span) => readonly [number, number],
): number[] {
  const used = new Array<boolean>(count).fill(false)
  for (const span of spans) for (const edge of ends(span)) used[edge] = true
  let next = 0
  return used.map((is) => (is ? next++ : -1))
}
