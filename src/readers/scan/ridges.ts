/**
 * Long thin strokes of a picture that run level: thin, faint, dotted or broken ones as well. Light is summed along the
 * stroke before anything is decided, so that noise averages out, and a stroke must stand out from what is above and
 * below it, so that a line of text is none.
 */

import type { Raster } from './raster.ts'

/** A nearly level stroke: `y` at its left and right end, thickness and how dark it is. */
export interface Ridge {
  readonly x1: number
  readonly x2: number
  readonly y1: number
  readonly y2: number
  readonly thickness: number
  /** Of its length, how much has ink. */
  readonly filled: number
  /** Of its ink, where nothing stands close to either side: strokes of signs meet others. */
  readonly clear: number
}

/** Lengths in pixels at this resolution; others are scaled. */
const USUAL_DPI = 200
/** Half the length over which light is summed. */
const HALF_WINDOW = 8
/** How far above and below a stroke there must be paper. */
const ASIDE = [3, 5] as const
/** So much darker than its sides. */
const FAINTEST = 18
const SIDES_SHARE = 0.5
/** As dark as this over the whole window: a stroke, however thick. */
const SOLID = 215
const GAP = 9
const THICKEST = 14

/** Means along the rows. */
function sumAlong({ width, height, data }: Raster): Uint8Array {
  const means = new Uint8Array(data.length)
  const window = 2 * HALF_WINDOW + 1
  // A division a pixel is slow.
  const meanOf = Uint8Array.from({ length: 255 * window + 1 }, (_, sum) => sum / window)
  for (let y = 0; y < height; y++) {
    const base = y * width
    let sum = 0
    for (let x = 0; x < Math.min(HALF_WINDOW, width); x++) sum += data[base + x]!
    for (let x = 0; x < width; x++) {
      if (x + HALF_WINDOW < width) sum += data[base + x + HALF_WINDOW]!
      if (x - HALF_WINDOW - 1 >= 0) sum -= data[base + x - HALF_WINDOW - 1]!
      means[base + x] = meanOf[sum]!
    }
  }
  return means
}

interface Run {
  readonly y: number
  readonly from: number
  readonly to: number
  parent: number
}

/** For each mean the most that may be on both sides of it for it to stand out; -1 where it is no stroke at all. */
const sidesOf = Int16Array.from({ length: 256 }, (_, mean) => {
  if (mean >= SOLID) return 255
  return mean < FAINTEST ? -1 : Math.min(mean - FAINTEST, Math.floor(mean * SIDES_SHARE))
})
/** The same at the upper and lower edge of the page, where there is nothing on one side. */
const sidesAtEdge = sidesOf.map((most) => (most === 255 ? most : -1))

/** Runs of pixels that stand out from what is above and below, row by row. */
function runsOf(raster: Raster, least: number): Run[] {
  const { width, height } = raster
  const means = sumAlong(raster)
  const runs: Run[] = []
  const [near, far] = ASIDE
  for (let y = 0; y < height; y++) {
    const base = y * width
    const upNear = Math.max(0, y - near) * width
    const upFar = Math.max(0, y - far) * width
    const downNear = Math.min(height - 1, y + near) * width
    const downFar = Math.min(height - 1, y + far) * width
    const most = y < near || y >= height - near ? sidesAtEdge : sidesOf
    let from = -1
    let last = -1
    for (let x = 0; x < width; x++) {
      const sides = most[means[base + x]!]!
      if (sides < 0) continue
      if (means[upNear + x]! > sides && means[upFar + x]! > sides) continue
      if (means[downNear + x]! > sides && means[downFar + x]! > sides) continue
      if (from >= 0 && x - last > GAP) {
        if (last - from + 1 >= least) runs.push({ y, from, to: last, parent: runs.length })
        from = -1
      }
      if (from < 0) from = x
      last = x
    }
    if (from >= 0 && last - from + 1 >= least) runs.push({ y, from, to: last, parent: runs.length })
  }
  return runs
}

function linked(runs: Run[]): Run[][] {
  const rootOf = (index: number): number => {
    let root = index
    while (runs[root]!.parent !== root) {
      runs[root]!.parent = runs[runs[root]!.parent]!.parent
      root = runs[root]!.parent
    }
    return root
  }
  let above = 0
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]!
    while (above < index && runs[above]!.y < run.y - 1) above++
    for (let other = above; other < index && runs[other]!.y < run.y; other++) {
      const upper = runs[other]!
      if (upper.from <= run.to && upper.to >= run.from) runs[rootOf(other)]!.parent = rootOf(index)
    }
  }
  const groups = new Map<number, Run[]>()
  runs.forEach((run, index) => {
    const root = rootOf(index)
    const group = groups.get(root)
    if (group === undefined) groups.set(root, [run])
    else group.push(run)
  })
  return [...groups.values()]
}

/** The darkest pixel near a point of a stroke. */
function darkest({ width, height, data }: Raster, x: number, y: number): number {
  let most = 0
  for (let dy = -1; dy <= 1; dy++) {
    const row = y + dy
    if (row >= 0 && row < height) most = Math.max(most, data[row * width + x]!)
  }
  return most
}

/** The value that would stand at `place` if bytes were sorted. */
function valueAt(bytes: readonly number[], place: number): number {
  const counts = new Uint32Array(256)
  for (const byte of bytes) counts[byte]!++
  let [value, below] = [0, counts[0]!]
  while (below <= place) below += counts[++value]!
  return value
}

/** The stroke behind linked runs: a straight line through them, trimmed to where there is ink; null where it is none. */
function ridgeOf(raster: Raster, runs: readonly Run[], least: number): Ridge | null {
  let [from, to, weight, sumX, sumY, sumXX, sumXY] = [raster.width, 0, 0, 0, 0, 0, 0]
  for (const run of runs) {
    from = Math.min(from, run.from)
    to = Math.max(to, run.to)
    const length = run.to - run.from + 1
    const middle = (run.from + run.to) / 2
    weight += length
    sumX += length * middle
    sumY += length * run.y
    sumXX += length * (middle * middle + (length * length) / 12)
    sumXY += length * middle * run.y
  }
  const spread = sumXX - (sumX * sumX) / weight
  const slope = spread > 0 ? (sumXY - (sumX * sumY) / weight) / spread : 0
  if (Math.abs(slope) > 0.04) return null
  const middleY = sumY / weight
  const middleX = sumX / weight
  const yAt = (x: number) => middleY + slope * (x - middleX)
  const dark: number[] = []
  for (let x = from; x <= to; x++) dark.push(darkest(raster, x, Math.round(yAt(x))))
  const usual = valueAt(dark, Math.floor(dark.length * 0.7))
  const least40 = Math.max(FAINTEST, usual * 0.4)
  let first = dark.findIndex((value) => value >= least40)
  let last = dark.findLastIndex((value) => value >= least40)
  if (first < 0) return null
  let filled = 0
  for (let at = first; at <= last; at++) if (dark[at]! >= least40) filled++
  first += from
  last += from
  const length = last - first + 1
  if (length < least) return null
  const thickness = Math.max(1, weight / (to - from + 1))
  if (thickness > THICKEST) return null
  return {
    x1: first,
    x2: last,
    y1: yAt(first),
    y2: yAt(last),
    thickness,
    filled: filled / length,
    clear: clearOf(raster, yAt, first, last, thickness),
  }
}

function clearOf(
  { width, height, data }: Raster,
  yAt: (x: number) => number,
  first: number,
  last: number,
  thickness: number,
): number {
  const aside = Math.ceil(thickness / 2) + 2
  const at = (x: number, y: number) => (y >= 0 && y < height ? data[y * width + x]! : 0)
  let [clear, inked] = [0, 0]
  for (let x = first; x <= last; x++) {
    const y = Math.round(yAt(x))
    const middle = Math.max(at(x, y - 1), at(x, y), at(x, y + 1))
    if (middle < FAINTEST) continue
    inked++
    const above = Math.min(at(x, y - aside), at(x, y - aside - 1))
    const below = Math.min(at(x, y + aside), at(x, y + aside + 1))
    if (Math.max(above, below) < middle * 0.5) clear++
  }
  return clear / Math.max(1, inked)
}

/** Less than this is a stroke of a sign. */
const LEAST_CLEAR = 0.55

/** Of a dotted line so much has ink. */
const LEAST_FILLED = 0.38

/** Strokes at least `least` pixels long. */
export function ridges(raster: Raster, least: number): Ridge[] {
  const found: Ridge[] = []
  for (const runs of linked(runsOf(raster, least))) {
    const ridge = ridgeOf(raster, runs, least * 0.5)
    if (ridge !== null && ridge.filled >= LEAST_FILLED && ridge.clear >= LEAST_CLEAR) found.push(ridge)
  }
  return found
}

export function pixelsAt(dpi: number, atUsual: number): number {
  return (atUsual * dpi) / USUAL_DPI
}
