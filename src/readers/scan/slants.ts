/** How lines run in each part of a page: on a photograph not everywhere alike. */

import type { Raster } from './raster.ts'

/** A part of the page in which lines run one way. */
export interface Slant {
  /** Its middle, pixels. */
  readonly x: number
  readonly y: number
  /** Rise of level lines per pixel to the right, or of upright ones per pixel down. */
  readonly slope: number
  /** How clearly its lines run that way. */
  readonly weight: number
}

/** Parts of the page, across and down. */
const COLUMNS = 6
const ROWS = 8
/** Strokes at least so long tell a direction, in shares of the longer side of the page. */
const STROKE = 0.005
const MOST_SAMPLES = 1200
const LEAST_SAMPLES = 90
/** Looked for up to this slope either way, and how finely. */
const STEEPEST = 0.2
const COARSE = 0.01
const FINE = 0.002
/** Rows of ink must stand out from those at other slopes by this share. */
const CLEAR = 0.12

interface Samples {
  readonly xs: number[]
  readonly ys: number[]
}

/** Pixels of level strokes, by part of the page. */
function strokesOf({ width, height, data }: Raster, threshold: number): Samples[] {
  const parts = Array.from({ length: COLUMNS * ROWS }, (): Samples => ({ xs: [], ys: [] }))
  const least = Math.max(6, Math.round(Math.max(width, height) * STROKE))
  for (let y = 0; y < height; y++) {
    const row = Math.min(ROWS - 1, Math.floor((y * ROWS) / height))
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! < threshold) continue
      const from = x
      while (x + 1 < width && data[y * width + x + 1]! >= threshold) x++
      if (x - from + 1 < least) continue
      for (let at = from; at <= x; at += 3) {
        const part = parts[row * COLUMNS + Math.min(COLUMNS - 1, Math.floor((at * COLUMNS) / width))]!
        part.xs.push(at)
        part.ys.push(y)
      }
    }
  }
  return parts
}

function slantOf({ xs, ys }: Samples, wide: number, high: number): Slant | null {
  if (xs.length < LEAST_SAMPLES) return null
  const stride = Math.max(1, Math.floor(xs.length / MOST_SAMPLES))
  let [sumX, sumY, count] = [0, 0, 0]
  for (let at = 0; at < xs.length; at += stride) {
    sumX += xs[at]!
    sumY += ys[at]!
    count++
  }
  const [x, y] = [sumX / count, sumY / count]
  const margin = Math.ceil(high + wide * STEEPEST) + 2
  const bins = new Float64Array(2 * margin)
  const sharpness = (slope: number) => {
    bins.fill(0)
    for (let at = 0; at < xs.length; at += stride) {
      const bin = Math.floor(ys[at]! - y - (xs[at]! - x) * slope + margin + 0.5)
      if (bin >= 0 && bin < bins.length) bins[bin]!++
    }
    let sum = 0
    for (let at = 0; at < bins.length; at++) sum += bins[at]! * bins[at]!
    return sum
  }
  let [best, most, all, tries] = [0, 0, 0, 0]
  for (let slope = -STEEPEST; slope <= STEEPEST; slope += COARSE) {
    const sharp = sharpness(slope)
    all += sharp
    tries++
    if (sharp > most) [best, most] = [slope, sharp]
  }
  const clear = most / (all / tries) - 1
  if (clear < CLEAR) return null
  // Slopes that differ by less than the pixels tell are all as sharp: the one in the middle of them is meant.
  const middle = best
  let [sum, equal] = [0, 0]
  for (let step = -COARSE / FINE; step <= COARSE / FINE; step++) {
    const slope = middle + step * FINE
    const sharp = sharpness(slope)
    if (sharp > most) [most, sum, equal] = [sharp, 0, 0]
    if (sharp === most) [sum, equal] = [sum + slope, equal + 1]
  }
  return { x, y, slope: equal === 0 ? middle : sum / equal, weight: Math.min(2, clear) }
}

/** How level lines run, part by part; parts without lines are left out. Of the transposed page: how upright ones do. */
export function slantsOf(ink: Raster, threshold: number): Slant[] {
  const [wide, high] = [ink.width / COLUMNS, ink.height / ROWS]
  return strokesOf(ink, threshold).flatMap((samples) => slantOf(samples, wide, high) ?? [])
}
