/** From a colour picture to ink: uneven light levelled, so that paper is 0 everywhere and a stroke as dark as it can be. */

import type { ColourPicture, Raster } from './raster.ts'
import { brightness } from './stamps.ts'

/** Pixels a side of the blocks over which light is taken to be even. */
const LIGHT = 32
/** The paper of a block: brighter than this share of its pixels. */
const PAPER_SHARE = 0.85

const SQUARE = 3

interface Paper {
  readonly columns: number
  readonly rows: number
  /** Brightness of the paper, a value a block, smoothed with its neighbours. */
  readonly values: Float32Array
  /** Blocks that are no paper: the desk under a photograph, the lid of a scanner. */
  readonly beyond: Uint8Array
}

/** No paper is this much darker than most of it, however uneven the light. */
const DESK = 0.5
/** A picture is never mostly desk. */
const MOST_DESK = 0.6

/** Dark blocks that reach in from the edge of the picture, and those next to them. */
function beyondPaper(raw: Float32Array, columns: number, rows: number): Uint8Array {
  const usual = raw.slice().sort()[Math.floor(raw.length * 0.8)]!
  const isDark = (block: number) => raw[block]! < usual * DESK
  const beyond = new Uint8Array(raw.length)
  const reached: number[] = []
  const reach = (column: number, row: number) => {
    if (column < 0 || row < 0 || column >= columns || row >= rows) return
    const block = row * columns + column
    if (beyond[block] === 1) return
    beyond[block] = 1
    if (isDark(block)) reached.push(block)
  }
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const atEdge = row === 0 || column === 0 || row === rows - 1 || column === columns - 1
      if (atEdge && isDark(row * columns + column)) reach(column, row)
    }
  for (let next = 0; next < reached.length; next++) {
    const [column, row] = [reached[next]! % columns, Math.floor(reached[next]! / columns)]
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) reach(column + dx, row + dy)
  }
  return reached.length > raw.length * MOST_DESK ? new Uint8Array(raw.length) : beyond
}

function paperOf({ width, height, data }: Raster): Paper {
  const columns = Math.max(1, Math.ceil(width / LIGHT))
  const rows = Math.max(1, Math.ceil(height / LIGHT))
  const raw = new Float32Array(columns * rows)
  const histogram = new Uint32Array(256)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      histogram.fill(0)
      const right = Math.min(width, (column + 1) * LIGHT)
      const bottom = Math.min(height, (row + 1) * LIGHT)
      let count = 0
      // Means of small squares: noise must not make paper look brighter than it is.
      for (let y = row * LIGHT; y + SQUARE <= bottom; y += SQUARE) {
        for (let x = column * LIGHT; x + SQUARE <= right; x += SQUARE) {
          let sum = 0
          for (let dy = 0; dy < SQUARE; dy++)
            for (let dx = 0; dx < SQUARE; dx++) sum += data[(y + dy) * width + x + dx]!
          histogram[Math.round(sum / (SQUARE * SQUARE))]!++
          count++
        }
      }
      let left = count * (1 - PAPER_SHARE)
      let value = 255
      for (; value > 0; value--) {
        left -= histogram[value]!
        if (left <= 0) break
      }
      raw[row * columns + column] = value
    }
  }
  const values = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0
      let count = 0
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
          sum += raw[y * columns + x]!
          count++
        }
      values[row * columns + column] = sum / count
    }
  }
  return { columns, rows, values, beyond: beyondPaper(raw, columns, rows) }
}

/** A darker paper than this is taken for this: nothing can be told from black. */
const DARKEST_PAPER = 48

/** Never negative: what is brighter than the paper is paper. */
export function inkOf(picture: ColourPicture, dpi: number): Raster {
  const bright = brightness(picture, dpi)
  const { width, height, data } = bright
  const { columns, rows, values, beyond } = paperOf(bright)
  const ink = new Uint8Array(data.length)
  const at = (column: number, row: number) =>
    values[Math.min(rows - 1, Math.max(0, row)) * columns + Math.min(columns - 1, Math.max(0, column))]!
  for (let y = 0; y < height; y++) {
    const row = Math.floor((y + 0.5) / LIGHT - 0.5)
    const shareY = (y + 0.5) / LIGHT - 0.5 - row
    for (let column = -1; column < columns; column++) {
      const first = Math.max(0, Math.floor((column + 0.5) * LIGHT))
      const last = Math.min(width, Math.floor((column + 1.5) * LIGHT))
      const left = at(column, row) * (1 - shareY) + at(column, row + 1) * shareY
      const right = at(column + 1, row) * (1 - shareY) + at(column + 1, row + 1) * shareY
      for (let x = first; x < last; x++) {
        if (data[y * width + x]! === 255) continue
        const paper = Math.max(DARKEST_PAPER, left + (right - left) * ((x + 0.5) / LIGHT - 0.5 - column))
        const dark = ((paper - data[y * width + x]!) * 255) / paper
        ink[y * width + x] = dark <= 0 ? 0 : dark
      }
    }
  }
  clearBlocks(ink, width, height, { columns, beyond })
  return { width, height, data: ink }
}

function clearBlocks(
  ink: Uint8Array,
  width: number,
  height: number,
  { columns, beyond }: Pick<Paper, 'columns' | 'beyond'>,
) {
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / LIGHT) * columns
    for (let column = 0; column < columns; column++)
      if (beyond[row + column] === 1)
        ink.fill(0, y * width + column * LIGHT, y * width + Math.min(width, (column + 1) * LIGHT))
  }
}

/** Grain of the paper, as steps between neighbours where there is no stroke. */
function grainOf({ width, height, data }: Raster): number {
  let [sum, count] = [0, 0]
  for (let y = 1; y < height; y += 5) {
    for (let x = 1; x + 1 < width; x += 3) {
      const here = data[y * width + x]!
      const beside = data[y * width + x + 1]!
      if (here >= STROKE || beside >= STROKE) continue
      sum += Math.abs(here - beside)
      count++
    }
  }
  return count === 0 ? 0 : sum / count
}

const STROKE = 90
/** More grain than this is smoothed. */
const GRAINY = 5

/** Grain taken away where there is much of it, strokes hardly changed. */
export function smoothGrain(ink: Raster): Raster {
  if (grainOf(ink) < GRAINY) return ink
  const { width, height, data } = ink
  const rows = new Uint16Array(data.length)
  for (let y = 0; y < height; y++) {
    const base = y * width
    for (let x = 1; x + 1 < width; x++) rows[base + x] = data[base + x - 1]! + 2 * data[base + x]! + data[base + x + 1]!
  }
  const smooth = new Uint8Array(data.length)
  for (let at = width; at + width < data.length; at++)
    smooth[at] = (rows[at - width]! + 2 * rows[at]! + rows[at + width]!) >> 4
  return { width, height, data: smooth }
}

/** The step between paper and stroke that parts a picture best (Otsu), kept low enough for thin strokes, no lower than `least`. */
export function strokeThreshold({ data }: Raster, least = 60): number {
  const histogram = new Float64Array(256)
  for (let at = 0; at < data.length; at += 3) histogram[data[at]!]!++
  let total = 0
  let sum = 0
  for (let value = 8; value < 256; value++) {
    total += histogram[value]!
    sum += value * histogram[value]!
  }
  let [below, sumBelow, best, bestValue] = [0, 0, 0, 90]
  for (let value = 8; value < 256; value++) {
    below += histogram[value]!
    sumBelow += value * histogram[value]!
    if (below === 0 || below === total) continue
    const apart = sumBelow / below - (sum - sumBelow) / (total - below)
    const between = below * (total - below) * apart * apart
    if (between > best) {
      best = between
      bestValue = value
    }
  }
  return Math.min(100, Math.max(least, bestValue))
}
