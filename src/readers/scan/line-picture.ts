/** A line of a page as the network wants it: its own height, a margin of paper all around. */

import { LINE_HEIGHT } from './engine.ts'
import { type Raster, resample } from './raster.ts'
import type { TextLine } from './text-lines.ts'

export interface LinePicture {
  readonly picture: Raster
  /** Pixels of the page per pixel of the picture, and where on the page its left edge is. */
  readonly scale: number
  readonly left: number
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

function scaledOut(ink: Raster, box: { x: number; y: number; width: number; height: number }, stretch: number) {
  const scale = box.height / LINE_HEIGHT / stretch
  const width = Math.max(2, Math.ceil(box.width / scale / COLUMNS)) * COLUMNS
  const filled = { ...box, width: width * scale }
  return { picture: resample(ink, filled, width, LINE_HEIGHT), scale, left: box.x }
}

/** Signs under one another, set beside one another. */
function besideOneAnother(
  ink: Raster,
  stacked: readonly { left: number; right: number; top: number; bottom: number }[],
  em: number,
): Raster {
  const height = Math.max(Math.round(em * 1.15), ...stacked.map(({ top, bottom }) => bottom - top + 1))
  const widths = stacked.map(({ left, right }) =>
    Math.max(Math.round(em * 1.12), right - left + 1 + Math.round(em * 0.15)),
  )
  const width = widths.reduce((sum, each) => sum + each, 0)
  const data = new Uint8Array(width * height)
  let start = 0
  stacked.forEach(({ left, right, top, bottom }, index) => {
    const toX = start + Math.floor((widths[index]! - (right - left + 1)) / 2)
    const toY = Math.floor((height - (bottom - top + 1)) / 2)
    for (let y = top; y <= bottom; y++)
      for (let x = left; x <= right; x++) data[(toY + y - top) * width + toX + x - left] = ink.data[y * ink.width + x]!
    start += widths[index]!
  })
  return { width, height, data }
}

export function pictureOf(ink: Raster, line: TextLine, em: number, cut: Cut = firstCut): LinePicture {
  if (line.stacked !== undefined) {
    const beside = besideOneAnother(ink, line.stacked, em)
    const box = { x: -em * 0.2, y: 0, width: beside.width + em * 0.4, height: beside.height }
    return { ...scaledOut(beside, box, cut.stretch), left: line.box.left }
  }
  const { left, right, top, bottom } = line.box
  const height = Math.max(bottom - top + 1, em * LEAST_OF_EM)
  const middle = (top + bottom + 1) / 2
  const tall = height * (1 + 2 * cut.margin)
  const aside = height * 0.3
  return scaledOut(
    ink,
    { x: left - aside, y: middle - tall / 2, width: right - left + 1 + 2 * aside, height: tall },
    cut.stretch,
  )
}
