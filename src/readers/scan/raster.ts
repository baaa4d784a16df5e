/** Pictures of one byte a pixel, and the few ways to turn and scale them that reading a page needs. */

import type { QuarterTurns } from '../../containers/quarter-turns.ts'

/** `data[y * width + x]`; as ink: 0 is paper, 255 the darkest stroke. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

/** As a decoder gives it: 8 bits a channel, rows without gaps. */
export interface ColourPicture {
  readonly width: number
  readonly height: number
  readonly channels: 1 | 3 | 4
  /** RGB; or BGR as PDF renderers give it. */
  readonly order?: 'rgb' | 'bgr'
  readonly data: Uint8Array
}

/** Pictures are not changed once they are made: a page that lies flat is turned about twice. */
const transposed = new WeakMap<Raster, Raster>()

/** Rows become columns. */
export function transpose(raster: Raster): Raster {
  const known = transposed.get(raster) ?? turnedAbout(raster)
  transposed.set(raster, known)
  return known
}

/** In blocks, so that both pictures stay in the cache. */
function turnedAbout({ width, height, data }: Raster): Raster {
  const turned = new Uint8Array(data.length)
  const block = 64
  for (let top = 0; top < height; top += block) {
    const bottom = Math.min(height, top + block)
    for (let left = 0; left < width; left += block) {
      const right = Math.min(width, left + block)
      for (let y = top; y < bottom; y++)
        for (let x = left; x < right; x++) turned[x * height + y] = data[y * width + x]!
    }
  }
  return { width: height, height: width, data: turned }
}

/** Turned clockwise by quarters. */
export function turnByQuarters(raster: Raster, quarters: QuarterTurns): Raster {
  if (quarters === 0) return raster
  if (quarters === 2) return { ...raster, data: raster.data.slice().reverse() }
  const { width, height, data } = transpose(raster)
  const turned = new Uint8Array(data.length)
  for (let y = 0; y < height; y++) {
    const row = data.subarray(y * width, (y + 1) * width)
    if (quarters === 1) for (let x = 0; x < width; x++) turned[y * width + x] = row[width - 1 - x]!
    else turned.set(row, (height - 1 - y) * width)
  }
  return { width, height, data: turned }
}

/** Turned about its centre by a small angle (radians, clockwise as seen), same size; what comes from outside is paper. */
export function turn({ width, height, data }: Raster, angle: number): Raster {
  const turned = new Uint8Array(data.length)
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)]
  const [middleX, middleY] = [width / 2, height / 2]
  for (let y = 0; y < height; y++) {
    const dy = y - middleY
    for (let x = 0; x < width; x++) {
      const dx = x - middleX
      const fromX = middleX + cosine * dx + sine * dy
      const fromY = middleY - sine * dx + cosine * dy
      const left = Math.floor(fromX)
      const top = Math.floor(fromY)
      if (left < 0 || top < 0 || left + 1 >= width || top + 1 >= height) continue
      const at = top * width + left
      const shareX = fromX - left
      const upper = data[at]! + (data[at + 1]! - data[at]!) * shareX
      const lower = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * shareX
      turned[y * width + x] = upper + (lower - upper) * (fromY - top) + 0.5
    }
  }
  return { width, height, data: turned }
}

/** For each new position the first of the old ones, how many there are, and their weights: `most` for each, zeros at the end. */
interface Taps {
  readonly first: Int32Array
  readonly count: Int32Array
  readonly weights: Float32Array
  readonly most: number
}

/** So many old positions are added up in one step. */
const TOGETHER = 4

const LOBES = 3

function lanczos(x: number): number {
  if (x === 0) return 1
  if (x <= -LOBES || x >= LOBES) return 0
  const turnOf = Math.PI * x
  return (LOBES * Math.sin(turnOf) * Math.sin(turnOf / LOBES)) / (turnOf * turnOf)
}

/** For each new position the old ones it is made of. */
function tapsOf(start: number, length: number, size: number, limit: number): Taps {
  const step = length / size
  const stretch = Math.max(1, step)
  const most = Math.ceil((Math.ceil(LOBES * stretch) * 2 + 2) / TOGETHER) * TOGETHER
  const first = new Int32Array(size)
  const count = new Int32Array(size)
  const weights = new Float32Array(size * most)
  for (let to = 0; to < size; to++) {
    const middle = start + (to + 0.5) * step - 0.5
    const from = Math.max(0, Math.ceil(middle - LOBES * stretch))
    const last = Math.min(limit - 1, Math.floor(middle + LOBES * stretch))
    first[to] = Math.min(from, limit - 1)
    let sum = 0
    for (let at = from; at <= last; at++) {
      const weight = lanczos((at - middle) / stretch)
      weights[to * most + at - from] = weight
      sum += weight
    }
    count[to] = Math.max(0, last - from + 1)
    if (sum !== 0) for (let at = 0; at < count[to]!; at++) weights[to * most + at]! /= sum
  }
  return { first, count, weights, most }
}

/** A part of a picture (which may reach over its edges), scaled with a Lanczos window to `width` × `height`. */
export function resample(
  source: Raster,
  part: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  width: number,
  height: number,
): Raster {
  const across = tapsOf(part.x, part.width, width, source.width)
  const down = tapsOf(part.y, part.height, height, source.height)
  const top = Math.max(0, Math.min(source.height - 1, down.first[0]!))
  const bottom = Math.min(source.height, down.first[height - 1]! + down.count[height - 1]!)
  const rows = Math.max(1, bottom - top)
  const between = new Float32Array(rows * width)
  // A row may be asked for more than it has, by weights of nothing.
  const from = new Uint8Array(source.width + across.most)
  for (let row = 0; row < rows; row++) {
    from.set(source.data.subarray((top + row) * source.width, (top + row + 1) * source.width))
    addAcross(from, across, between.subarray(row * width, (row + 1) * width))
  }
  const data = new Uint8Array(width * height)
  const sums = new Float64Array(width)
  const rowAt = (row: number) => between.subarray(row * width, (row + 1) * width)
  for (let y = 0; y < height; y++) {
    sums.fill(0)
    const taps = down.count[y]!
    for (let tap = 0; tap < taps; tap += TOGETHER) {
      const weights = down.weights.subarray(y * down.most + tap, y * down.most + tap + TOGETHER)
      const first = down.first[y]! - top + tap
      const some = [0, 1, 2, 3].map((further) => rowAt(Math.min(rows - 1, first + further)))
      addDown(some, weights, sums)
    }
    const base = y * width
    for (let x = 0; x < width; x++) {
      const sum = sums[x]!
      data[base + x] = sum < 0 ? 0 : sum > 255 ? 255 : sum + 0.5
    }
  }
  return { width, height, data }
}

function addAcross(from: Uint8Array, { first, count, weights, most }: Taps, into: Float32Array): void {
  for (let x = 0; x < into.length; x++) {
    let sum = 0
    const taps = count[x]!
    const at = first[x]!
    const weight = x * most
    for (let tap = 0; tap < taps; tap += TOGETHER)
      sum =
        sum +
        from[at + tap]! * weights[weight + tap]! +
        from[at + tap + 1]! * weights[weight + tap + 1]! +
        from[at + tap + 2]! * weights[weight + tap + 2]! +
        from[at + tap + 3]! * weights[weight + tap + 3]!
    into[x] = sum
  }
}

function addDown(rows: readonly Float32Array[], weights: Float32Array, sums: Float64Array): void {
  const [a, b, c, d] = rows as [Float32Array, Float32Array, Float32Array, Float32Array]
  const [byA, byB, byC, byD] = [weights[0]!, weights[1]!, weights[2]!, weights[3]!]
  for (let x = 0; x < sums.length; x++) sums[x] = sums[x]! + a[x]! * byA + b[x]! * byB + c[x]! * byC + d[x]! * byD
}
