/** The characters of a page, each with its place. */

import { type Extent, extentOf, type Matrix, multiply } from './matrix.ts'

export interface Glyph {
  readonly text: string
  /** As displayed. */
  readonly box: Extent
  /** Height of the font, in points as displayed. */
  readonly size: number
  /** Degrees by which the text is turned, clockwise, 0 to 359. */
  readonly angle: number
  /** Shown by one operator: neighbours in it stand as the document set them. */
  readonly run: number
  readonly font: string
  /** Not painted: the reading of a picture that lies over it, or hidden. */
  readonly invisible: boolean
  /** Paler than text is. */
  readonly pale: boolean
  /** White on white paper, if nothing darker lies below. */
  readonly white: boolean
  /** Outside the area where the page lets it show. */
  readonly clipped: boolean
}

/** What pdf.js tells of a font and its characters. */
export interface PdfFont {
  readonly vertical?: boolean
  readonly isType3Font?: boolean
  readonly fontMatrix?: readonly number[]
  readonly defaultVMetrics?: readonly number[]
}

export interface PdfGlyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly number[] | null
}

export interface TextState {
  fontId: string
  font: PdfFont | null
  fontSize: number
  charSpacing: number
  wordSpacing: number
  horizontalScale: number
  leading: number
  rise: number
  mode: number
  matrix: Matrix
  x: number
  y: number
  lineX: number
  lineY: number
}

export function newTextState(): TextState {
  return {
    fontId: '',
    font: null,
    fontSize: 0,
    charSpacing: 0,
    wordSpacing: 0,
    horizontalScale: 1,
    leading: 0,
    rise: 0,
    mode: 0,
    matrix: [1, 0, 0, 1, 0, 0],
    x: 0,
    y: 0,
    lineX: 0,
    lineY: 0,
  }
}

/** Of the height of a character, so much stands above the base line. */
const ASCENT = 0.86
const DESCENT = 0.14

export type Placed = Pick<Glyph, 'text' | 'box' | 'size' | 'angle'>

function angleOf(matrix: Matrix): number {
  const degrees = Math.round((Math.atan2(matrix[1], matrix[0]) * 180) / Math.PI)
  return (degrees + 360) % 360
}

/** Places the characters of one operator and moves the text position on. `page`: user space to the page as displayed. */
export function placeGlyphs(state: TextState, glyphs: readonly (PdfGlyph | number)[], page: Matrix): Placed[] {
  const { font } = state
  if (font === null || state.fontSize === 0) return []
  const direction = state.fontSize < 0 ? -1 : 1
  const size = Math.abs(state.fontSize)
  const scale = state.horizontalScale * direction
  const unit = size * (font.fontMatrix?.[0] ?? 0.001)
  const vertical = font.vertical === true
  const origin = multiply(multiply(page, state.matrix), [1, 0, 0, 1, state.x, state.y + state.rise])
  const frame = multiply(origin, [scale, 0, 0, direction, 0, 0])
  const height = Math.hypot(frame[2], frame[3]) * size
  const angle = angleOf(frame)
  const placed: Placed[] = []
  let at = 0
  for (const glyph of glyphs) {
    if (typeof glyph === 'number') {
      at += ((vertical ? 1 : -1) * glyph * size) / 1000
      continue
    }
    const spacing = ((glyph.isSpace ? state.wordSpacing : 0) + state.charSpacing) * direction
    if (vertical) {
      const metric = glyph.vmetric ?? font.defaultVMetrics ?? [-1000, glyph.width / 2, 880]
      const advance = metric[0]! * unit
      const half = size / 2
      const box = extentOf(frame, [-half, at, half, at + advance])
      placed.push({ text: glyph.unicode, box, size: height, angle })
      at += advance - spacing
    } else {
      const width = glyph.width * unit
      const box = extentOf(frame, [at, -DESCENT * size, at + width, ASCENT * size])
      placed.push({ text: glyph.unicode, box, size: height, angle })
      at += width + spacing
    }
  }
  if (vertical) state.y += at
  else state.x += at * scale
  return placed
}
