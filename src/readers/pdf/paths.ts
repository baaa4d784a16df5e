/** What a page draws as paths → ruling lines, filled areas and curves. */

import type { Ruling } from '../../containers/ruled-table.ts'
import type { Dot } from './dotted-lines.ts'
import { apply, areaOf, type Extent, intersect, type Matrix, type Point } from './matrix.ts'

export interface Paths {
  readonly horizontals: Ruling[]
  readonly verticals: Ruling[]
  /** Areas filled with a colour that is not white. */
  readonly fills: Extent[]
  /** Filled squares too small for an area. */
  readonly dots: Dot[]
  /** Curves and slanted lines: a page whose text is drawn has thousands. */
  curves: number
}

/** A filled box thinner than this is a line; so is a stroke, however thick. */
const THICKEST = 3.6
/** A line leans at most so much across its length. */
const LEAN = 0.02
const SHORTEST = 1

/** The commands of a path as pdf.js packs them. */
const command = { move: 0, line: 1, curve: 2, quadratic: 3, close: 4 } as const

type Segment = readonly [Point, Point]

interface Walked {
  readonly segments: readonly Segment[]
  readonly curves: number
  /** Corners of each closed or open part. */
  readonly parts: readonly (readonly Point[])[]
}

function walk(data: ArrayLike<number>, matrix: Matrix): Walked {
  const segments: Segment[] = []
  const parts: Point[][] = []
  let part: Point[] = []
  let curves = 0
  const at = (index: number): Point => apply(matrix, [data[index] ?? 0, data[index + 1] ?? 0])
  const lineTo = (point: Point): void => {
    const before = part.at(-1)
    if (before !== undefined) segments.push([before, point])
    part.push(point)
  }
  for (let index = 0; index < data.length; ) {
    switch (data[index]) {
      case command.move:
        part = [at(index + 1)]
        parts.push(part)
        index += 3
        break
      case command.line:
        lineTo(at(index + 1))
        index += 3
        break
      case command.curve:
        part.push(at(index + 5))
        curves++
        index += 7
        break
      case command.quadratic:
        part.push(at(index + 3))
        curves++
        index += 5
        break
      case command.close:
        if (part.length > 0) lineTo(part[0]!)
        index += 1
        break
      default:
        return { segments, curves, parts }
    }
  }
  return { segments, curves, parts }
}

function addRuling(paths: Paths, [x1, y1]: Point, [x2, y2]: Point, clip: Extent): void {
  const [width, height] = [Math.abs(x2 - x1), Math.abs(y2 - y1)]
  if (Math.max(width, height) < SHORTEST) return
  const lies = height <= width * LEAN || (height < 1 && width > height)
  const stands = width <= height * LEAN || (width < 1 && height > width)
  if (!lies && !stands) {
    paths.curves++
    return
  }
  const line = intersect([Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2)], grown(clip))
  if (line[2] < line[0] || line[3] < line[1]) return
  const ruling: Ruling = { x1: line[0], y1: line[1], x2: line[2], y2: line[3] }
  if (lies) paths.horizontals.push(ruling)
  else paths.verticals.push(ruling)
}

/** A line on the very edge of what is shown is half shown. */
function grown([x1, y1, x2, y2]: Extent): Extent {
  return [x1 - 1, y1 - 1, x2 + 1, y2 + 1]
}

export function extentOfPath(data: ArrayLike<number>, matrix: Matrix): Extent {
  return around(walk(data, matrix).parts.flat())
}

function around(points: readonly Point[]): Extent {
  let [x1, y1, x2, y2] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const [x, y] of points) {
    if (x < x1) x1 = x
    if (x > x2) x2 = x
    if (y < y1) y1 = y
    if (y > y2) y2 = y
  }
  return [x1, y1, x2, y2]
}

const LARGEST_DOT = 3

function isDot(width: number, height: number): boolean {
  return (
    Math.max(width, height) <= LARGEST_DOT &&
    Math.min(width, height) > 0 &&
    Math.abs(width - height) <= 0.3 * Math.max(width, height)
  )
}

/** Adds what a path draws. `stroke`: its outline; `fill`: its inside, `white` like the paper. */
export function addPath(
  paths: Paths,
  data: ArrayLike<number>,
  matrix: Matrix,
  clip: Extent,
  { stroke, fill, white }: { readonly stroke: boolean; readonly fill: boolean; readonly white: boolean },
): void {
  const { segments, curves, parts } = walk(data, matrix)
  paths.curves += curves
  if (stroke) for (const [from, to] of segments) addRuling(paths, from, to, clip)
  if (!fill) return
  for (const part of parts) {
    const box = around(part)
    const [width, height] = [box[2] - box[0], box[3] - box[1]]
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]
    if (part.length > 6) paths.curves++
    else if (isDot(width, height)) {
      if (!white && areaOf(intersect(box, clip)) > 0) paths.dots.push({ x, y, side: Math.max(width, height) })
    } else if (height <= THICKEST && width > height) addRuling(paths, [box[0], y], [box[2], y], clip)
    else if (width <= THICKEST && height > width) addRuling(paths, [x, box[1]], [x, box[3]], clip)
    else if (!white && areaOf(intersect(box, clip)) > 0) paths.fills.push(intersect(box, clip))
  }
}
