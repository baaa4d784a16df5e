/** Ruling lines taken away, so that what is left is text. */

import type { Stroke } from './pieces.ts'
import type { Raster } from './raster.ts'
import { pixelsAt } from './ridges.ts'
import type { PageRulings } from './rulings.ts'

export interface Erasing {
  readonly dpi: number
  /** Lines may wander off by some pixels: each is followed. */
  readonly bent: boolean
}

/** How far a line of a bent page wanders off, in pixels at 200 dots an inch. */
const WANDERS = 4

/** A page seen along its lines: pixel `along`, `across` of it is `data[along * step + across * stride]`. */
interface Seen {
  readonly data: Uint8Array
  readonly length: number
  readonly breadth: number
  readonly step: number
  readonly stride: number
}

function level({ width, height, data }: Raster): Seen {
  return { data, length: width, breadth: height, step: 1, stride: width }
}

function standing({ width, height, data }: Raster): Seen {
  return { data, length: height, breadth: width, step: width, stride: 1 }
}

/** Where the line is at `along`: the darkest near where it was before. */
function followed({ data, breadth, step, stride }: Seen, along: number, middle: number, last: number, reach: number) {
  let [best, most] = [last, -1]
  for (let across = Math.max(1, last - 1); across <= Math.min(breadth - 2, last + 1); across++) {
    if (Math.abs(across - middle) > reach) continue
    const at = along * step + across * stride
    const dark = data[at - stride]! + 2 * data[at]! + data[at + stride]!
    if (dark > most) [best, most] = [across, dark]
  }
  return most < 0 ? middle : best
}

function erase(from: Seen, onto: Uint8Array, strokes: readonly Stroke[], { dpi, bent }: Erasing): void {
  const { length, breadth, step, stride } = from
  const spare = Math.ceil(pixelsAt(dpi, 1.5))
  const reach = Math.round(pixelsAt(dpi, WANDERS))
  for (const stroke of strokes) {
    const half = Math.ceil(stroke.thickness / 2) + spare
    const middleAt = (along: number) => Math.round(stroke.at + stroke.slope * (along - (stroke.from + stroke.to) / 2))
    const first = Math.max(0, Math.floor(stroke.from) - spare)
    let at = middleAt(first)
    for (let along = first; along <= Math.min(length - 1, Math.ceil(stroke.to) + spare); along++) {
      at = bent ? followed(from, along, middleAt(along), at, reach) : middleAt(along)
      for (let across = Math.max(0, at - half); across <= Math.min(breadth - 1, at + half); across++)
        onto[along * step + across * stride] = 0
    }
  }
}

/** The page without its ruling lines. */
export function withoutRulings(ink: Raster, { horizontals, verticals }: PageRulings, erasing: Erasing): Raster {
  const data = ink.data.slice()
  erase(level(ink), data, horizontals, erasing)
  erase(standing(ink), data, verticals, erasing)
  return { ...ink, data }
}
