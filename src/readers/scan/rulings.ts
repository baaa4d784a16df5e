/** The ruling lines of a page: long thin strokes that meet one another, pieces joined, strays left out. */

import type { Ruling } from '../../containers/ruled-table.ts'
import { isDashed, type Stroke, settleAll } from './pieces.ts'
import { type Raster, transpose } from './raster.ts'
import { pixelsAt, type Ridge, ridges } from './ridges.ts'
import { withoutSpecks } from './specks-of-lines.ts'

export interface PageRulings {
  readonly horizontals: readonly Stroke[]
  readonly verticals: readonly Stroke[]
}

function strokeOf({ x1, x2, y1, y2, thickness, filled, clear }: Ridge): Stroke {
  return { at: (y1 + y2) / 2, from: x1, to: x2, thickness, slope: x2 > x1 ? (y2 - y1) / (x2 - x1) : 0, filled, clear }
}

/** Pieces on one line with a small gap between them become one. */
function joinPieces(strokes: readonly Stroke[], gap: number, aside: number): Stroke[] {
  const joined: Stroke[] = []
  for (const stroke of [...strokes].sort((a, b) => a.from - b.from)) {
    const index = joined.findIndex(
      (other) => Math.abs(other.at - stroke.at) <= aside && stroke.from - other.to <= gap && stroke.to >= other.from,
    )
    const before = joined[index]
    if (before === undefined) {
      joined.push(stroke)
      continue
    }
    const longer = before.to - before.from >= stroke.to - stroke.from ? before : stroke
    joined[index] = { ...longer, from: before.from, to: Math.max(before.to, stroke.to) }
  }
  return joined
}

/** A line of bold signs runs level too, but its signs reach above and below. */
const CLEAR = 0.75

/** Pixels: so small no table is, either way. */
const LEAST_TABLE = 44

function isLong({ from, to }: Stroke, least: number): boolean {
  return to - from >= least
}

/** `bent`: lines of the page are not quite straight, as on photographs. */
export function rulingsOf(ink: Raster, dpi: number, bent = false): PageRulings {
  const px = (atUsual: number) => pixelsAt(dpi, atUsual)
  const upright = transpose(ink)
  const tolerance = px(6)
  const level = joinPieces(ridges(ink, px(44)).map(strokeOf), px(30), px(3))
  const standing = joinPieces(ridges(upright, px(30)).map(strokeOf), px(24), px(3))
  const settling = { dpi, bent, tolerance, free: px(300) }
  // Long level strokes are rulings by themselves (text has none); each direction then tells the pieces of the other.
  let horizontals = level.filter(
    (stroke) =>
      isLong(stroke, px(120)) && stroke.clear >= CLEAR && (stroke.filled >= 0.82 || isDashed(ink, stroke, dpi)),
  )
  let verticals = settleAll(upright, standing, horizontals, settling)
  horizontals = settleAll(ink, level, verticals, settling)
  verticals = settleAll(upright, standing, horizontals, settling)
  horizontals = settleAll(ink, level, verticals, settling)
  return withoutSpecks({ horizontals, verticals }, px(LEAST_TABLE), tolerance)
}

/** In the shape that tables are made of. */
export function asRulings({ horizontals, verticals }: PageRulings): { horizontals: Ruling[]; verticals: Ruling[] } {
  return {
    horizontals: horizontals.map(({ at, from, to }) => ({ x1: from, y1: at, x2: to, y2: at })),
    verticals: verticals.map(({ at, from, to }) => ({ x1: at, y1: from, x2: at, y2: to })),
  }
}
