/**
 * Ruling lines → tables: where lines cross is a lattice, where a piece of line is missing two of its cells are merged.
 * Knows neither how the lines were found (drawn in a PDF, seen in a picture) nor what stands in the cells.
 */

import { COVER, closeCorners, closeOuter, rectangles, regions, sidesOf, usedEdges } from './lattice.ts'
import { clustersOf, joinCollinear, type Line } from './ruling-lines.ts'

/** A horizontal or vertical line, in points (or pixels), y downwards; which way round it runs does not matter. */
export interface Ruling {
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

/** x, y, width, height; origin upper left. */
export type Box = readonly [x: number, y: number, width: number, height: number]

/** A master cell of the lattice, from 0. */
export interface RuledCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly box: Box
}

export interface RuledTable {
  readonly box: Box
  readonly rowCount: number
  readonly columnCount: number
  /** Row by row, left to right; rectangles that do not overlap. */
  readonly cells: readonly RuledCell[]
  /** No line closes it above, or below: what a page break leaves of a row that goes on. */
  readonly openTop: boolean
  readonly openBottom: boolean
}

interface Component {
  readonly horizontals: Line[]
  readonly verticals: Line[]
}

function firstAtLeast(lines: readonly Line[], at: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (lines[middle]!.at < at) low = middle + 1
    else high = middle
  }
  return low
}

/** Lines that touch, directly or by others, belong to one table. */
function components(horizontals: readonly Line[], verticals: readonly Line[], tolerance: number): Component[] {
  const parent = Array.from({ length: horizontals.length + verticals.length }, (_, index) => index)
  const rootOf = (index: number): number => {
    let root = index
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!
      root = parent[root]!
    }
    return root
  }
  horizontals.forEach((line, index) => {
    for (let other = firstAtLeast(verticals, line.from - tolerance); other < verticals.length; other++) {
      const crossing = verticals[other]!
      if (crossing.at > line.to + tolerance) break
      if (crossing.from - tolerance > line.at || crossing.to + tolerance < line.at) continue
      parent[rootOf(horizontals.length + other)] = rootOf(index)
    }
  })
  const found = new Map<number, Component>()
  const componentOf = (index: number): Component => {
    const root = rootOf(index)
    const known = found.get(root)
    if (known !== undefined) return known
    const made: Component = { horizontals: [], verticals: [] }
    found.set(root, made)
    return made
  }
  horizontals.forEach((line, index) => {
    componentOf(index).horizontals.push(line)
  })
  verticals.forEach((line, index) => {
    componentOf(horizontals.length + index).verticals.push(line)
  })
  return [...found.values()]
}

/**
 * A vertical line beside a table, as long as the table is high, that touches none of its lines: the outer border of a
 * column whose one cell goes on above and below the page.
 */
function takeLonelyBorders(tables: Component[], lonely: readonly Line[], tolerance: number): void {
  for (const line of lonely) {
    const owner = tables.find(({ horizontals, verticals }) => {
      if (horizontals.length < 2) return false
      const [top, bottom] = [horizontals[0]!.at, horizontals.at(-1)!.at]
      const left = Math.min(...horizontals.map(({ from }) => from))
      const right = Math.max(...horizontals.map(({ to }) => to))
      const covered = Math.min(line.to, bottom) - Math.max(line.from, top)
      const away = line.at < left ? left - line.at : line.at - right
      return (
        verticals.length > 0 &&
        covered >= (bottom - top) * LONELY_COVER &&
        Math.max(line.to - bottom, top - line.from) <= (bottom - top) * (1 - LONELY_COVER) + 2 * tolerance &&
        away > 0 &&
        away <= (right - left) * LONELY_DISTANCE
      )
    })
    owner?.verticals.push(line)
  }
}

const LONELY_COVER = 0.85
const LONELY_DISTANCE = 0.35

/** Larger lattices are drawings; the work grows with the product. */
const MOST_UNITS = 400_000

function tableOf(component: Component, tolerance: number): RuledTable | null {
  const { horizontals, verticals } = component
  const ys = clustersOf([...horizontals.map(({ at }) => at)], tolerance)
  const xs = clustersOf([...verticals.map(({ at }) => at)], tolerance)
  // Lines that run on beyond the last crossing end at a border that is not drawn.
  addOpenEdges(xs, horizontals, tolerance)
  addOpenEdges(ys, verticals, tolerance)
  const [rows, columns] = [ys.length - 1, xs.length - 1]
  if (rows < 1 || columns < 1 || rows * columns > MOST_UNITS) return null
  const across = sidesOf(horizontals, ys, xs)
  const down = sidesOf(verticals, xs, ys)
  const covered = (side: readonly boolean[]): number =>
    side.reduce((sum, closed, step) => sum + (closed ? xs[step + 1]! - xs[step]! : 0), 0)
  const width = xs.at(-1)! - xs[0]!
  const openTop = covered(across[0]!) < width * COVER
  const openBottom = covered(across.at(-1)!) < width * COVER
  const [left, right] = [down[0]!, down.at(-1)!].map((side) => !side.includes(true)) as [boolean, boolean]
  closeOuter(down, across)
  closeOuter(across, down)
  closeCorners(across, down, { top: openTop, bottom: openBottom, left, right })
  const spans = rectangles(regions(across, down, rows, columns), rows, columns)
  if (spans.length === 0) return null
  const rowOf = usedEdges(spans, ys.length, ({ row, rowEnd }) => [row, rowEnd])
  const columnOf = usedEdges(spans, xs.length, ({ column, columnEnd }) => [column, columnEnd])
  const cells = spans.map(({ row, column, rowEnd, columnEnd }): RuledCell => {
    const box: Box = [xs[column]!, ys[row]!, xs[columnEnd]! - xs[column]!, ys[rowEnd]! - ys[row]!]
    return {
      row: rowOf[row]!,
      column: columnOf[column]!,
      rowSpan: rowOf[rowEnd]! - rowOf[row]!,
      columnSpan: columnOf[columnEnd]! - columnOf[column]!,
      box,
    }
  })
  const [x, y] = [Math.min(...cells.map(({ box }) => box[0])), Math.min(...cells.map(({ box }) => box[1]))]
  const farRight = Math.max(...cells.map(({ box }) => box[0] + box[2]))
  const farDown = Math.max(...cells.map(({ box }) => box[1] + box[3]))
  return {
    box: [x, y, farRight - x, farDown - y],
    rowCount: Math.max(...rowOf),
    columnCount: Math.max(...columnOf),
    cells,
    openTop,
    openBottom,
  }
}

/**
 * Adds to `edges` where at least two `lines` end together, clearly beyond the last edge; the only line of a row that a page
 * break opens does so alone.
 */
function addOpenEdges(edges: number[], lines: readonly Line[], tolerance: number): void {
  const [first, last] = [edges[0], edges.at(-1)]
  if (first === undefined || last === undefined) return
  const before = lines.map(({ from }) => from).filter((from) => from < first - 2 * tolerance)
  const after = lines.map(({ to }) => to).filter((to) => to > last + 2 * tolerance)
  const least = lines.length === 1 && edges.length >= LEAST_EDGES ? 1 : 2
  if (before.length >= least) edges.unshift(Math.min(...before))
  if (after.length >= least) edges.push(Math.max(...after))
}

/** Edges of two columns: less is a line with a stroke at it. */
const LEAST_EDGES = 3

function inside(inner: Box, outer: Box, tolerance: number): boolean {
  return (
    inner[0] >= outer[0] - tolerance &&
    inner[1] >= outer[1] - tolerance &&
    inner[0] + inner[2] <= outer[0] + outer[2] + tolerance &&
    inner[1] + inner[3] <= outer[1] + outer[3] + tolerance
  )
}

/** A frame around tables and a box inside a cell (to be ticked) are no tables of their own. */
function withoutFrames(tables: readonly RuledTable[], tolerance: number): RuledTable[] {
  return tables.filter((table) => {
    if (table.cells.length > 1) return true
    const others = tables.filter((other) => other !== table && other.cells.length > 1)
    return !others.some((other) => inside(other.box, table.box, tolerance) || inside(table.box, other.box, tolerance))
  })
}

/**
 * The tables that lines make, by their upper edge, then from the left. `tolerance` in the unit of the lines: closer lines
 * are one (a double line), gaps up to it are none. A line that belongs to no table is left out.
 */
export function ruledTables(
  horizontals: readonly Ruling[],
  verticals: readonly Ruling[],
  tolerance: number,
): RuledTable[] {
  const across = joinCollinear(
    horizontals.map(({ x1, y1, x2, y2 }) => ({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) })),
    tolerance,
  )
  const down = joinCollinear(
    verticals.map(({ x1, y1, x2, y2 }) => ({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) })),
    tolerance,
  )
  const found = components(across, down, tolerance)
  const joined = found.filter(({ horizontals: h, verticals: v }) => h.length > 0 && v.length > 0)
  const lonely = found.flatMap(({ horizontals: h, verticals: v }) => (h.length === 0 ? v : []))
  takeLonelyBorders(joined, lonely, tolerance)
  const tables = joined.flatMap((component) => tableOf(component, tolerance) ?? [])
  return withoutFrames(tables, tolerance).sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0])
}
