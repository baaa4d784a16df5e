/** How far a page is turned from level: the angle at which its rows of ink stand out sharpest. */

import type { Raster } from './raster.ts'

/** Looked for up to this many degrees either way. */
const FARTHEST = 6
const SAMPLES = 40_000
const DEGREE = Math.PI / 180

/** Positions of strokes, evenly chosen. */
function strokes({ width, height, data }: Raster, threshold: number): { xs: Float32Array; ys: Float32Array } {
  let count = 0
  for (let at = 0; at < data.length; at++) if (data[at]! >= threshold) count++
  const step = Math.max(1, Math.floor(count / SAMPLES))
  const xs: number[] = []
  const ys: number[] = []
  let left = step
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if (data[y * width + x]! < threshold) continue
      left--
      if (left > 0) continue
      left = step
      xs.push(x - width / 2)
      ys.push(y)
    }
  }
  return { xs: Float32Array.from(xs), ys: Float32Array.from(ys) }
}

/** Radians, clockwise as seen; turning the picture by the negative makes it level. 0 where nothing can be told. */
export function skewOf(ink: Raster, threshold: number): number {
  const { xs, ys } = strokes(ink, threshold)
  if (xs.length < 200) return 0
  const margin = Math.ceil((ink.width / 2) * Math.tan(FARTHEST * DEGREE)) + 2
  const bins = new Float64Array(ink.height + 2 * margin)
  const sharpness = (degrees: number) => {
    const slope = Math.tan(degrees * DEGREE)
    bins.fill(0)
    // Positive, so that cutting off what is behind the point rounds.
    for (let at = 0; at < xs.length; at++) bins[(ys[at]! - xs[at]! * slope + margin + 0.5) | 0]!++
    let sum = 0
    for (let at = 0; at < bins.length; at++) sum += bins[at]! * bins[at]!
    return sum
  }
  let best = 0
  let most = sharpness(0)
  for (const [reach, step] of [
    [FARTHEST, 0.25],
    [0.2, 0.05],
    [0.04, 0.02],
  ] as const) {
    const middle = best
    for (let degrees = middle - reach; degrees <= middle + reach + step / 2; degrees += step) {
      if (Math.abs(degrees) > FARTHEST) continue
      const sharp = sharpness(degrees)
      if (sharp > most) {
        most = sharp
        best = degrees
      }
    }
  }
  return Math.abs(best) < 0.03 ? 0 : best * DEGREE
}
