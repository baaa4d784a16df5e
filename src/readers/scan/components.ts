/** Connected strokes of a page: what a sign is made of. */

import type { Raster } from './raster.ts'

/** Pixels: left, top, right and bottom inclusive. */
export interface Blob {
  left: number
  top: number
  right: number
  bottom: number
  /** Number of its pixels. */
  area: number
  /** Its darkest pixel. */
  peak: number
}

interface Run {
  readonly y: number
  readonly from: number
  readonly to: number
  readonly peak: number
  parent: number
}

/** Thin strokes are fainter than the darkest pixel of their sign. */
const THIN_SHARE = 0.6
const FAINTEST = 46

/** Pixels that touch, also by their corners, where there is ink, at least one of them as dark as `stroke`. */
export function blobsOf(raster: Raster, stroke: number): Blob[] {
  return faintBlobsOf(raster, stroke).filter(({ peak }) => peak >= stroke)
}

/** The same, and those of which no pixel is as dark. */
export function faintBlobsOf({ width, height, data }: Raster, stroke: number): Blob[] {
  const threshold = Math.min(stroke, Math.max(FAINTEST, stroke * THIN_SHARE))
  const runs: Run[] = []
  const rootOf = (index: number): number => {
    let root = index
    while (runs[root]!.parent !== root) {
      runs[root]!.parent = runs[runs[root]!.parent]!.parent
      root = runs[root]!.parent
    }
    return root
  }
  let above = 0
  let rowStart = 0
  for (let y = 0; y < height; y++) {
    const before = above
    above = rowStart = runs.length
    let upper = before
    const base = y * width
    for (let x = 0; x < width; x++) {
      // Most of a page is paper.
      while (x < width && data[base + x]! < threshold) x++
      if (x === width) break
      const from = x
      let peak = data[base + x]!
      while (x + 1 < width && data[base + x + 1]! >= threshold) {
        x++
        peak = Math.max(peak, data[base + x]!)
      }
      const index = runs.length
      runs.push({ y, from, to: x, peak, parent: index })
      while (upper < rowStart && runs[upper]!.to < from - 1) upper++
      for (let other = upper; other < rowStart && runs[other]!.from <= x + 1; other++) {
        const root = rootOf(other)
        const own = rootOf(index)
        if (root !== own) runs[own]!.parent = root
      }
    }
  }
  const blobs = new Map<number, Blob>()
  runs.forEach((run, index) => {
    const root = rootOf(index)
    const area = run.to - run.from + 1
    const blob = blobs.get(root)
    if (blob === undefined) {
      blobs.set(root, { left: run.from, right: run.to, top: run.y, bottom: run.y, area, peak: run.peak })
      return
    }
    blob.left = Math.min(blob.left, run.from)
    blob.right = Math.max(blob.right, run.to)
    blob.bottom = run.y
    blob.area += area
    blob.peak = Math.max(blob.peak, run.peak)
  })
  return [...blobs.values()]
}

/** More faint specks than this are grain. */
const MOST_FAINT = 3000

/** Full stops of small print are fainter than the signs before them: faint specks that stand low behind a stroke. */
export function withFaintStops(blobs: readonly Blob[], stroke: number, em: number): Blob[] {
  const strong = blobs.filter(({ peak }) => peak >= stroke)
  const faint = blobs.filter(({ left, right, top, bottom, peak }) => {
    const [least, most] = [Math.min(right - left, bottom - top) + 1, Math.max(right - left, bottom - top) + 1]
    return peak < stroke && least >= em * 0.12 && most <= em * 0.42
  })
  if (faint.length > MOST_FAINT) return strong
  const stops = faint.filter((stop) =>
    strong.some(
      ({ right, bottom }) =>
        stop.left > right && stop.left - right <= em * 0.65 && Math.abs(stop.bottom - bottom) <= em * 0.25,
    ),
  )
  return [...strong, ...stops]
}

/** The box around all of them. */
export function around(blobs: readonly Blob[]): Blob {
  const box = { left: Number.POSITIVE_INFINITY, top: Number.POSITIVE_INFINITY, right: -1, bottom: -1, area: 0, peak: 0 }
  for (const blob of blobs) {
    box.left = Math.min(box.left, blob.left)
    box.top = Math.min(box.top, blob.top)
    box.right = Math.max(box.right, blob.right)
    box.bottom = Math.max(box.bottom, blob.bottom)
    box.area += blob.area
    box.peak = Math.max(box.peak, blob.peak)
  }
  return box
}

/** Usual side of a Chinese sign on the page, in pixels: of the blobs as tall as signs, the taller ones. */
export function emOf(blobs: readonly Blob[], dpi: number): number {
  const heights = blobs
    .map((blob) => blob.bottom - blob.top + 1)
    .filter((side) => side >= dpi * 0.06 && side <= dpi * 0.35)
    .sort((a, b) => a - b)
  return heights[Math.floor(heights.length * 0.85)] ?? dpi * 0.14
}
