/** A line of a page as the network wants it: its own height, a margin of paper all around. */

import { LINE_HEIGHT } from './engine.ts'
import { type Raster, resample } from './raster.ts'
import type { TextLine } from './text-lines.ts'

export interface LinePicture {
  readonly picture: Raster
  /** Columns of the picture that a Chinese sign takes. */
  readonly em: number
}

/** How a line is cut out: a second look cuts it otherwise. */
export interface Cut {
  /** Margin above and below, in heights of the line. */
  readonly margin: number
  /** Drawn out or pressed together along the line. */
  readonly stretch: number
}

export const firstCut: Cut = { margin: 0.14, stretch: 1 }
export const secondCut: Cut = { margin: 0.26, stretch: 1.12 }

/** A low line (one of digits, of a dash) is not blown up beyond what its neighbours are. */
const LEAST_OF_EM = 0.72

/** Lines are filled up with paper to a multiple of this many columns: equal widths go through the network together. */
const COLUMNS = 16

/** A picture of the line alone, scaled to the height that the network wants. */
function scaledOut(ink: Raster, em: number, stretch: number): LinePicture {
  const scale = ink.height / LINE_HEIGHT / stretch
  const width = Math.max(2, Math.ceil(ink.width / scale / COLUMNS)) * COLUMNS
  const box = { x: 0, y: 0, width: width * scale, height: ink.height }
  return { picture: resample(ink, box, width, LINE_HEIGHT), em: em / scale }
}

interface Corners {
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** Set upon paper: what stands above and below a line is none of it. */
function paste(
  ink: Raster,
  from: Corners,
  onto: { width: number; height: number; data: Uint8Array },
  x: number,
  y: number,
) {
  const rim = 1
  const last = Math.min(ink.height - 1, from.bottom + rim)
  for (let row = Math.max(0, from.top - rim); row <= last; row++) {
    const toY = y + row - from.top
    if (toY < 0 || toY >= onto.height) continue
    const start = Math.max(0, from.left - rim)
    const part = ink.data.subarray(row * ink.width + start, row * ink.width + Math.min(ink.width, from.right + 1 + rim))
    const toX = Math.max(0, x + start - from.left)
    onto.data.set(part.subarray(0, Math.max(0, onto.width - toX)), toY * onto.width + toX)
  }
}

/** Signs or short lines under one another, set beside one another. */
function besideOneAnother(ink: Raster, stacked: readonly Corners[], em: number): Raster {
  const height = Math.max(em * 1.15, ...stacked.map(({ top, bottom }) => (bottom - top + 1) * 1.1))
  const widths = stacked.map(({ left, right }) => Math.max(em * 1.12, right - left + 1 + em * 0.15))
  const aside = em * 0.2
  const width = Math.ceil(widths.reduce((sum, each) => sum + each, 2 * aside))
  const picture = { width, height: Math.ceil(height), data: new Uint8Array(width * Math.ceil(height)) }
  let start = aside
  stacked.forEach((each, index) => {
    const x = start + (widths[index]! - (each.right - each.left + 1)) / 2
    const y = (picture.height - (each.bottom - each.top + 1)) / 2
    paste(ink, each, picture, Math.round(x), Math.round(y))
    start += widths[index]!
  })
  return picture
}

export function pictureOf(ink: Raster, line: TextLine, em: number, cut: Cut = firstCut): LinePicture {
  if (line.stacked !== undefined) return scaledOut(besideOneAnother(ink, line.stacked, em), em, cut.stretch)
  const { left, right, top, bottom } = line.box
  const high = bottom - top + 1
  const tall = Math.round(Math.max(high, em * LEAST_OF_EM) * (1 + 2 * cut.margin))
  const aside = Math.round(Math.max(high, em * LEAST_OF_EM) * 0.3)
  const width = right - left + 1 + 2 * aside
  const picture = { width, height: tall, data: new Uint8Array(width * tall) }
  paste(ink, line.box, picture, aside, Math.round((tall - high) / 2))
  // A title's signs are larger.
  return scaledOut(picture, Math.max(em, high * 0.86), cut.stretch)
}
