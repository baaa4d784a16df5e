/**
 * ≥ ≤ ≧ ≦ > < = told by their shape: the network reads ≥ as >, V or nothing. Two straight arms that meet on one side,
 * and none, one or two bars below them.
 */

import type { Blob } from './components.ts'
import { type Raster, resample } from './raster.ts'

/** Middles of the strokes that a column of pixels crosses, from above. */
function crossings({ width, data }: Raster, x: number, { top, bottom }: Blob, threshold: number): number[] {
  const middles: number[] = []
  let from = -1
  for (let y = top; y <= bottom + 1; y++) {
    const isInk = y <= bottom && data[y * width + x]! >= threshold
    if (isInk && from < 0) from = y
    if (!isInk && from >= 0) {
      middles.push((from + y - 1) / 2)
      from = -1
    }
  }
  return middles
}

interface Fit {
  readonly slope: number
  /** Root of the mean square of what is off. */
  readonly off: number
  readonly first: number
  readonly last: number
}

function straightLine(values: readonly number[]): Fit {
  const count = values.length
  const middle = (count - 1) / 2
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  let [cross, square] = [0, 0]
  values.forEach((value, at) => {
    cross += (at - middle) * (value - mean)
    square += (at - middle) * (at - middle)
  })
  const slope = square === 0 ? 0 : cross / square
  const off = Math.sqrt(values.reduce((sum, value, at) => sum + (value - mean - slope * (at - middle)) ** 2, 0) / count)
  return { slope, off, first: mean - slope * middle, last: mean + slope * middle }
}

/** Strokes crossed by most of the columns in a part of the sign, as straight lines; null where they are not straight. */
function strokesOf(columns: readonly (readonly number[])[], height: number): Fit[] | null {
  const counts = new Map<number, number>()
  for (const { length } of columns) counts.set(length, (counts.get(length) ?? 0) + 1)
  const [count, times] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  if (count < 2 || count > 4 || times < columns.length * 0.8 || times < 4) return null
  const clean = columns.filter(({ length }) => length === count)
  const fits = Array.from({ length: count }, (_, stroke) => straightLine(clean.map((column) => column[stroke]!)))
  return fits.every(({ off }) => off <= 0.45 + height * 0.022) ? fits : null
}

/** Of the part where the arms are apart. */
const OPEN_FROM = 0.08
const OPEN_TO = 0.68

function chevron(columns: readonly (readonly number[])[], height: number): 0 | 1 | 2 | null {
  const wide = columns.length
  const strokes = strokesOf(columns.slice(Math.floor(wide * OPEN_FROM), Math.ceil(wide * OPEN_TO)), height)
  if (strokes === null) return null
  const [upper, lower, ...bars] = strokes as [Fit, Fit, ...Fit[]]
  const fall = upper.slope * wide
  const rise = -lower.slope * wide
  if (fall < height * 0.16 || rise < height * 0.16) return null
  if (Math.max(fall, rise) > 2.2 * Math.min(fall, rise)) return null
  const apart = lower.first - upper.first
  if (lower.last - upper.last > apart * 0.62) return null
  const isBar = ({ slope }: Fit) =>
    Math.abs(slope * wide) <= height * 0.08 || Math.abs(slope - lower.slope) * wide <= height * 0.12
  if (!bars.every(isBar)) return null
  // Where the arms meet there is one stroke of the chevron, not a stem.
  const tip = columns.slice(Math.ceil(wide * 0.9), wide - 1)
  const most = 1 + bars.length
  if (tip.filter(({ length }) => length > most).length > tip.length / 2) return null
  return bars.length as 0 | 1 | 2
}

/** Two level bars of one length and nothing else, however near to one another. */
function isEqualSign({ width, data }: Raster, { left, right, top, bottom }: Blob): boolean {
  const wide = right - left + 1
  const height = bottom - top + 1
  if (height > wide * 0.8) return false
  const rows: { readonly y: number; readonly mean: number }[] = []
  for (let y = top; y <= bottom; y++) {
    let sum = 0
    for (let x = left; x <= right; x++) sum += data[y * width + x]!
    rows.push({ y, mean: sum / wide })
  }
  const most = Math.max(...rows.map(({ mean }) => mean))
  if (most < 100) return false
  const bars: { y: number; mean: number }[][] = []
  for (const row of rows) {
    if (row.mean < most * 0.65) continue
    const bar = bars.at(-1)
    if (bar !== undefined && bar.at(-1)!.y === row.y - 1) bar.push(row)
    else bars.push([row])
  }
  const [upper, lower] = bars
  if (upper === undefined || lower === undefined || bars.length !== 2) return false
  if (upper[0]!.y - top > 1 || bottom - lower.at(-1)!.y > 1) return false
  const between = rows.filter(({ y }) => y > upper.at(-1)!.y && y < lower[0]!.y)
  const least = Math.min(...between.map(({ mean }) => mean))
  // Bars this near to one another are thin ones or clearly apart, not the loops of two digits that touch.
  if (between.length <= 2 && height > wide * 0.4 && least > most * 0.08) return false
  if (least > most * (between.length <= 2 ? 0.6 : 0.08)) return false
  if (between.filter(({ mean }) => mean > most * 0.12).length > 2) return false
  // Both bars as long as the box: 二 has a shorter one above.
  const rim = Math.max(1, Math.round(wide * 0.06))
  return bars.every((bar) =>
    [left + rim, right - rim].every((x) => bar.some(({ y }) => data[y * width + x]! >= most * 0.5)),
  )
}

const greater = ['>', '≥', '≧'] as const
const less = ['<', '≤', '≦'] as const

export interface Relation {
  readonly sign: string
  /** False where a bar below may, or may not, have run together with the arm above it. */
  readonly sure: boolean
}

/** Shares of the darkest ink of a sign: the higher, the sooner strokes that run together come apart. */
const LEVELS = [0.36, 0.48, 0.6, 0.72] as const
/** Signs of small print are looked at enlarged: their strokes are a pixel thick, and as far apart. */
const SMALL_PRINT = 22
const ENLARGED = 3

/** The relation sign whose strokes fill the box; null where it is no such sign. */
export function relationSign(ink: Raster, box: Blob, threshold: number, em: number): Relation | null {
  const wide = box.right - box.left + 1
  const height = box.bottom - box.top + 1
  if (wide < em * 0.3 || wide > em * 1.2 || height < 3 || height > em * 1.15) return null
  if (isEqualSign(ink, box)) return { sign: '=', sure: true }
  if (height < em * 0.3 || wide < height * 0.55 || wide > height * 1.7) return null
  const seen = chevronSign(ink, box, threshold)
  if (em >= SMALL_PRINT || (seen !== null && seen.sign !== '>' && seen.sign !== '<')) return seen
  const part = { x: box.left - 1, y: box.top - 1, width: wide + 2, height: height + 2 }
  const large = resample(ink, part, part.width * ENLARGED, part.height * ENLARGED)
  return chevronSign(large, inkIn(large, threshold), threshold) ?? seen
}

/** The box around all ink. */
function inkIn({ width, height, data }: Raster, threshold: number): Blob {
  const box = { left: width - 1, top: height - 1, right: 0, bottom: 0, area: 0, peak: 0 }
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! < threshold * 0.6) continue
      box.left = Math.min(box.left, x)
      box.right = Math.max(box.right, x)
      box.top = Math.min(box.top, y)
      box.bottom = Math.max(box.bottom, y)
    }
  }
  return box
}

function chevronSign(ink: Raster, box: Blob, threshold: number): Relation | null {
  const wide = box.right - box.left + 1
  const height = box.bottom - box.top + 1
  let darkest = 0
  for (let y = box.top; y <= box.bottom; y++)
    for (let x = box.left; x <= box.right; x++) darkest = Math.max(darkest, ink.data[y * ink.width + x]!)
  let best: { readonly sign: string; readonly bars: number } | null = null
  for (const level of LEVELS) {
    const least = Math.max(threshold * 0.8, darkest * level)
    const columns = Array.from({ length: Math.max(0, wide) }, (_, x) => crossings(ink, box.left + x, box, least))
    const toRight = chevron(columns, height)
    const toLeft = toRight === null ? chevron([...columns].reverse(), height) : null
    const bars = toRight ?? toLeft
    if (bars === null || (best !== null && best.bars >= bars)) continue
    best = { sign: toRight === null ? less[bars] : greater[bars], bars }
  }
  if (best === null) return null
  if (best.bars > 0) return { sign: best.sign, sure: true }
  const lower = lowerShare(ink, box, threshold)
  // A bar that ran into the lower arm makes it heavier, and nothing else does.
  if (lower >= HEAVY) return { sign: withBar[best.sign]!, sure: true }
  if (lower <= EVEN && lower >= 1 / EVEN) return { sign: best.sign, sure: true }
  // Where the strokes do not tell: forms have ten ≥ for one >.
  return { sign: withBar[best.sign]!, sure: false }
}

const withBar: Readonly<Record<string, string>> = { '>': '≥', '<': '≤' }
/** Ink of the lower arm to that of the upper one: so much is even, so much is an arm and a bar. */
const EVEN = 1.2
const HEAVY = 1.45

/**
 * The sign < or > that the network read in strokes whose shape is too blurred to tell: a bar below makes them heavier there.
 * Null where the box holds more than such a sign, or it cannot be told.
 */
export function weighedRelation(
  ink: Raster,
  box: Blob,
  sign: '<' | '>',
  { threshold, em }: { readonly threshold: number; readonly em: number },
): string | null {
  const [wide, height] = [box.right - box.left + 1, box.bottom - box.top + 1]
  if (wide < em * 0.3 || wide > em * 1.2 || height < em * 0.3 || height > em * 1.15) return null
  const lower = lowerShare(ink, box, threshold)
  if (lower >= HEAVY) return withBar[sign]!
  return lower <= EVEN ? sign : null
}

/** Ink below the middle of the box to that above it. */
function lowerShare({ width, data }: Raster, { left, right, top, bottom }: Blob, threshold: number): number {
  const middle = (top + bottom) / 2
  let [upper, lower] = [0, 0]
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const ink = data[y * width + x]!
      if (ink < threshold * 0.5) continue
      if (y < middle) upper += ink
      else if (y > middle) lower += ink
    }
  }
  return lower / Math.max(1, upper)
}

/** Of the least ink of a stroke: so much its ends have. */
const FAINT = 0.6

/** One straight slanting stroke as high as a sign. */
export function slashOf(ink: Raster, box: Blob, threshold: number, em: number): '/' | '\\' | null {
  const wide = box.right - box.left + 1
  const height = box.bottom - box.top + 1
  if (height < em * 0.55 || wide < em * 0.16 || wide > height) return null
  const middles: number[] = []
  // The ends of a stroke are fainter than the rest, and within the box all the same.
  const faint = threshold * FAINT
  for (let y = box.top; y <= box.bottom; y++) {
    const inked: number[] = []
    for (let x = box.left; x <= box.right; x++) if (ink.data[y * ink.width + x]! >= faint) inked.push(x)
    const [first, last] = [inked[0], inked.at(-1)]
    if (first === undefined || last === undefined || last - first + 1 > inked.length || inked.length > wide * 0.6)
      return null
    middles.push((first + last) / 2)
  }
  const line = straightLine(middles)
  if (line.off > 0.7 + wide * 0.03) return null
  const across = line.slope * height
  if (Math.abs(across) < wide * 0.6) return null
  return across < 0 ? '/' : '\\'
}

export type Dash = 'short' | 'long' | 'thick' | 'serif' | 'fineSerif'

/**
 * Ink that is one level stroke: a dash, an underscore; null for anything else. Thick ones may be two bars that run
 * together; the sign 一 has a serif at its right end where the font has any.
 */
export function dashOf(ink: Raster, box: Blob, em: number): Dash | null {
  const wide = box.right - box.left + 1
  const height = box.bottom - box.top + 1
  if (height > em * 0.32 || wide < height * 1.7 || wide < em * 0.16) return null
  if (box.area < wide * height * (wide >= height * 3 ? 0.3 : 0.6)) return null
  if (wide < em * 0.68) return 'short'
  if (topOf(ink, box, 0.1, 0.6) - topOf(ink, box, 0.7, 1) >= Math.max(2, em * 0.06)) return 'serif'
  if (hasFineSerif(ink, box)) return 'fineSerif'
  return height < Math.max(4, em * 0.17) ? 'long' : 'thick'
}

/** The uppermost dark pixel in a part of the box, from left to right. */
function topOf({ width, data }: Raster, { left, right, top, bottom }: Blob, from: number, to: number): number {
  const wide = right - left
  for (let y = top; y <= bottom; y++)
    for (let x = Math.round(left + wide * from); x <= left + wide * to; x++) if (data[y * width + x]! >= DARK) return y
  return bottom
}

const DARK = 60

/** A serif of one pixel: above the right end alone, where a stroke that slants rises by and by. */
function hasFineSerif({ width, data }: Raster, { left, right, top, bottom }: Blob): boolean {
  const wide = right - left
  const darkest = (y: number, from: number, to: number) => {
    let most = 0
    for (let x = Math.round(left + wide * from); x <= left + wide * to; x++) most = Math.max(most, data[y * width + x]!)
    return most
  }
  for (let y = top + 1; y <= bottom; y++) {
    if (darkest(y, 0.1, 0.6) < DARK) continue
    return darkest(y - 1, 0.1, 0.7) < DARK * 0.4 && darkest(y - 1, 0.75, 1) >= DARK * 1.5
  }
  return false
}
