/** √ and ✓ told by their shape: the network reads the small ones as < or V. */

import type { Blob } from './components.ts'
import type { Raster } from './raster.ts'

/** Of the least ink of a stroke: so much its ends have. */
const FAINT = 0.6
/** Where the sign is lowest, as a share of its width: the short arm ends there. */
const LOWEST = { from: 0.08, to: 0.5 } as const
/** How far the long arm rises, and where the short one begins, as shares of the height. */
const RISE = 0.8
const SHORT_TOP = 0.3
/** How far the long arm may leave a straight line, as a share of the width. */
const OFF = 0.12

interface Column {
  readonly top: number
  readonly bottom: number
}

/** A short stroke down, then one that rises straight to the upper right corner, a single line in each column of pixels. */
export function isTick({ width, data }: Raster, box: Blob, threshold: number, em: number): boolean {
  const [wide, height] = [box.right - box.left + 1, box.bottom - box.top + 1]
  if (wide < em * 0.35 || wide > em * 1.2 || height < em * 0.35 || height > em * 1.2 || height < wide * 0.5)
    return false
  const columns: Column[] = []
  for (let x = box.left; x <= box.right; x++) {
    const inked: number[] = []
    for (let y = box.top; y <= box.bottom; y++) if (data[y * width + x]! >= threshold * FAINT) inked.push(y)
    const [top, bottom] = [inked[0], inked.at(-1)]
    if (top === undefined || bottom === undefined || bottom - top + 1 > inked.length) return false
    columns.push({ top, bottom })
  }
  const lowest = columns.reduce((best, { bottom }, x) => (bottom > columns[best]!.bottom ? x : best), 0)
  if (lowest < wide * LOWEST.from || lowest > wide * LOWEST.to) return false
  const arm = columns.slice(lowest + 1)
  const [foot, tip] = [columns[lowest]!.bottom, arm.at(-1)!.top]
  if (foot - tip < height * RISE || tip - box.top > height * 0.15) return false
  const shortTop = Math.min(...columns.slice(0, lowest).map(({ top }) => top))
  if (shortTop - box.top < height * SHORT_TOP || foot - shortTop < 2) return false
  // Straight from foot to tip.
  return arm.every(({ top, bottom }, at) => {
    const there = foot + ((tip - foot) * (at + 1)) / arm.length
    return Math.abs((top + bottom) / 2 - there) <= Math.max(1.5, wide * OFF)
  })
}
