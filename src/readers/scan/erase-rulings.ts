/** Ruling lines taken away, so that what is left is text. */

import type { Stroke } from './pieces.ts'
import { type Raster, transpose } from './raster.ts'
import { pixelsAt } from './ridges.ts'
import type { PageRulings } from './rulings.ts'

export interface Erasing {
  readonly dpi: number
  /** Lines may wander off by some pixels: each is followed. */
  readonly bent: boolean
}

/** How far a line of a bent page wanders off, in pixels at 200 dots an inch. */
const WANDERS = 4

/** Where the line is at `x`: the darkest near where it was before. */
function followed({ width, height, data }: Raster, x: number, middle: number, last: number, reach: number): number {
  let [best, most] = [last, -1]
  for (let y = Math.max(1, last - 1); y <= Math.min(height - 2, last + 1); y++) {
    if (Math.abs(y - middle) > reach) continue
    const dark = data[(y - 1) * width + x]! + 2 * data[y * width + x]! + data[(y + 1) * width + x]!
    if (dark > most) [best, most] = [y, dark]
  }
  return most < 0 ? middle : best
}

function erase(from: Raster, onto: Uint8Array, strokes: readonly Stroke[], { dpi, bent }: Erasing): void {
  const { width, height } = from
  const spare = Math.ceil(pixelsAt(dpi, 1.5))
  const reach = Math.round(pixelsAt(dpi, WANDERS))
  for (const stroke of strokes) {
    const half = Math.ceil(stroke.thickness / 2) + spare
    const middleAt = (x: number) => Math.round(stroke.at + stroke.slope * (x - (stroke.from + stroke.to) / 2))
    const first = Math.max(0, Math.floor(stroke.from) - spare)
    let at = middleAt(first)
    for (let x = first; x <= Math.min(width - 1, Math.ceil(stroke.to) + spare); x++) {
      at = bent ? followed(from, x, middleAt(x), at, reach) : middleAt(x)
      for (let y = Math.max(0, at - half); y <= Math.min(height - 1, at + half); y++) onto[y * width + x] = 0
    }
  }
}

/** The page without its ruling lines. */
export function withoutRulings(ink: Raster, { horizontals, verticals }: PageRulings, erasing: Erasing): Raster {
  const data = ink.data.slice()
  erase(ink, data, horizontals, erasing)
  const standing = transpose({ ...ink, data })
  erase(transpose(ink), standing.data, verticals, erasing)
  return transpose(standing)
}
