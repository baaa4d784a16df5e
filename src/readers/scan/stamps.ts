/** Stamps in red or blue taken away from a picture; dark strokes under them stay. */

import type { ColourPicture, Raster } from './raster.ts'

/** Pixels a side of the blocks in which stamps are looked for. */
const BLOCK = 8
/** A pixel whose channels lie so far apart has a colour of its own. */
const COLOURED = 44
/** Share of a block's pixels that make it coloured. */
const BLOCK_SHARE = 0.12

interface Stamp {
  readonly colour: 'red' | 'blue'
  /** Its own channel: as bright as this it is the stamp on paper, as dark as this there is a stroke under it. */
  readonly paper: number
  readonly stroke: number
  /** How bright it is on paper, all channels together. */
  readonly luma: number
}

/** In blocks, the last included. */
interface BlockBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

/**
 * Blocks that belong to a coloured thing too tall and too wide for a line of coloured text; none of them: null. Sets how
 * bright each pixel is, the same walk serving both.
 */
function stampBlocks(
  picture: ColourPicture,
  dpi: number,
  bright: Uint8Array,
): { columns: number; kinds: (Stamp | null)[] } | null {
  const { width, height, channels, data } = picture
  const [redAt, blueAt] = picture.order === 'bgr' ? [2, 0] : [0, 2]
  const columns = Math.ceil(width / BLOCK)
  const rows = Math.ceil(height / BLOCK)
  const reds = new Uint16Array(columns * rows)
  const blues = new Uint16Array(columns * rows)
  let coloured = 0
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / BLOCK) * columns
    for (let x = 0, at = y * width * channels; x < width; x++, at += channels) {
      const red = data[at + redAt]!
      const green = data[at + 1]!
      const blue = data[at + blueAt]!
      if (red === green && green === blue) {
        bright[y * width + x] = green
        continue
      }
      bright[y * width + x] = (red * 77 + green * 150 + blue * 29) >> 8
      if (red - green > COLOURED && red - blue > COLOURED) {
        reds[row + (x >> 3)]!++
        coloured++
      } else if (blue - red > COLOURED && blue - green > COLOURED) {
        blues[row + (x >> 3)]!++
        coloured++
      }
    }
  }
  const least = BLOCK * BLOCK * BLOCK_SHARE
  if (coloured < least) return null
  const kinds: (Stamp | null)[] = new Array<Stamp | null>(columns * rows).fill(null)
  for (const [counts, colour] of [
    [reds, 'red'],
    [blues, 'blue'],
  ] as const) {
    const seen = new Uint8Array(columns * rows)
    for (let start = 0; start < counts.length; start++) {
      if (seen[start] === 1 || counts[start]! < least) continue
      const blocks = [start]
      seen[start] = 1
      let [left, right, top, bottom] = [columns, 0, rows, 0]
      for (let next = 0; next < blocks.length; next++) {
        const block = blocks[next]!
        const [x, y] = [block % columns, Math.floor(block / columns)]
        left = Math.min(left, x)
        right = Math.max(right, x)
        top = Math.min(top, y)
        bottom = Math.max(bottom, y)
        for (let dy = -2; dy <= 2; dy++) {
          for (let dx = -2; dx <= 2; dx++) {
            const [nearX, nearY] = [x + dx, y + dy]
            if (nearX < 0 || nearY < 0 || nearX >= columns || nearY >= rows) continue
            const near = nearY * columns + nearX
            if (seen[near] === 1 || counts[near]! < least) continue
            seen[near] = 1
            blocks.push(near)
          }
        }
      }
      const tall = ((bottom - top + 1) * BLOCK) / dpi
      const wide = ((right - left + 1) * BLOCK) / dpi
      if (tall < 0.5 || wide < 0.5) continue
      const stamp = stampOf(picture, colour, { left, top, right, bottom })
      for (let y = Math.max(0, top - 1); y <= Math.min(rows - 1, bottom + 1); y++)
        for (let x = Math.max(0, left - 1); x <= Math.min(columns - 1, right + 1); x++) kinds[y * columns + x] = stamp
    }
  }
  return kinds.some((kind) => kind !== null) ? { columns, kinds } : null
}

/** How bright a stamp is in its own channel, on paper and over strokes: a seal set upon a text also greys the text. */
function stampOf(picture: ColourPicture, colour: Stamp['colour'], blocks: BlockBox): Stamp {
  const { width, height, channels, data } = picture
  const own = (colour === 'red') === (picture.order !== 'bgr') ? 0 : 2
  const histogram = new Uint32Array(256)
  const lumas = new Uint32Array(256)
  let count = 0
  for (let y = blocks.top * BLOCK; y < Math.min(height, (blocks.bottom + 1) * BLOCK); y++) {
    for (let x = blocks.left * BLOCK; x < Math.min(width, (blocks.right + 1) * BLOCK); x++) {
      const at = (y * width + x) * channels
      const [light, green, other] = [data[at + own]!, data[at + 1]!, data[at + 2 - own]!]
      if (light - Math.max(green, other) <= COLOURED) continue
      histogram[light]!++
      const [red, blue] = colour === 'red' ? [light, other] : [other, light]
      lumas[(red * 77 + green * 150 + blue * 29) >> 8]!++
      count++
    }
  }
  const level = (share: number, of: Uint32Array = histogram) => {
    let left = count * share
    for (let value = 0; value < 256; value++) {
      left -= of[value]!
      if (left <= 0) return value
    }
    return 255
  }
  const paper = level(0.6)
  let [dark, darkSum] = [0, 0]
  for (let value = 0; value < paper - 35; value++) {
    dark += histogram[value]!
    darkSum += value * histogram[value]!
  }
  const luma = level(0.35, lumas)
  return { colour, paper, luma, stroke: dark >= count * 0.01 ? Math.min(paper - 50, darkSum / dark) : 0 }
}

/** So far apart within a stamp: its thin strokes lose much of their colour. */
const TINGED = 14
/** The tips of those strokes lose all of it; they are no darker than the stamp, which every sign of a text is somewhere. */
const NO_DARKER = 0.9
/** Lighter than this is paper. */
const PAPER = 215
/** Inches a side of what is left of a stamp. */
const SPECK = 0.06
/** How far around coloured pixels a picture that was pressed (JPEG) has blurred their colour away. */
const FRINGE = 3
const AROUND = [-FRINGE, -1, 1, FRINGE].flatMap((dy) => [-FRINGE, 0, FRINGE].map((dx) => [dx, dy] as const))

/** Brightness, a stamp's own colour counting as paper; `dpi` tells a stamp from a line of coloured text. */
export function brightness(picture: ColourPicture, dpi: number): Raster {
  const { width, height, channels, data } = picture
  const bright = new Uint8Array(width * height)
  if (channels === 1) {
    bright.set(data.subarray(0, bright.length))
    return { width, height, data: bright }
  }
  const stamps = stampBlocks(picture, dpi, bright)
  if (stamps === null) return { width, height, data: bright }
  const { columns, kinds } = stamps
  const isColoured = (x: number, y: number, ownAt: number) => {
    if (x < 0 || y < 0 || x >= width || y >= height) return false
    const at = (y * width + x) * channels
    return data[at + ownAt]! - Math.max(data[at + 1]!, data[at + 2 - ownAt]!) > TINGED
  }
  for (let y = 0; y < height; y++) {
    const row = Math.floor(y / BLOCK) * columns
    for (let x = 0; x < width; x++) {
      const pixel = y * width + x
      const at = pixel * channels
      const luma = bright[pixel]!
      const stamp = kinds[row + (x >> 3)]
      if (!stamp || luma > 250) continue
      const ownAt = (stamp.colour === 'red') === (picture.order !== 'bgr') ? 0 : 2
      const coloured = isColoured(x, y, ownAt)
      if (!coloured && !AROUND.some(([dx, dy]) => isColoured(x + dx, y + dy, ownAt))) continue
      const byLight = (luma * 255) / Math.max(1, stamp.luma)
      const byChannel = ((data[at + ownAt]! - stamp.stroke) * 255) / Math.max(1, stamp.paper - stamp.stroke)
      bright[pixel] = Math.max(0, Math.min(255, coloured ? Math.max(byChannel, byLight) : byLight))
    }
  }
  const raster = { width, height, data: bright }
  dropSpecks(raster, (x, y) => kinds[Math.floor(y / BLOCK) * columns + (x >> 3)] ?? null, Math.ceil(dpi * SPECK))
  return raster
}

/** Small things within a stamp, apart from all others and nowhere darker than the stamp is, become paper. */
function dropSpecks(raster: Raster, stampAt: (x: number, y: number) => Stamp | null, side: number): void {
  const { width, height, data } = raster
  const seen = new Uint8Array(data.length)
  for (let start = 0; start < data.length; start++) {
    if (seen[start] === 1 || data[start]! >= PAPER) continue
    const stamp = stampAt(start % width, Math.floor(start / width))
    if (stamp === null) continue
    const pixels = [start]
    seen[start] = 1
    let darkest = 255
    let [left, right, top, bottom] = [width, 0, height, 0]
    for (let next = 0; next < pixels.length; next++) {
      const [x, y] = [pixels[next]! % width, Math.floor(pixels[next]! / width)]
      darkest = Math.min(darkest, data[pixels[next]!]!)
      ;[left, right, top, bottom] = [Math.min(left, x), Math.max(right, x), Math.min(top, y), Math.max(bottom, y)]
      for (let nearY = Math.max(0, y - 1); nearY <= Math.min(height - 1, y + 1); nearY++) {
        for (let nearX = Math.max(0, x - 1); nearX <= Math.min(width - 1, x + 1); nearX++) {
          const near = nearY * width + nearX
          if (seen[near] === 1 || data[near]! >= PAPER || stampAt(nearX, nearY) === null) continue
          seen[near] = 1
          pixels.push(near)
        }
      }
    }
    if (darkest < stamp.luma * NO_DARKER || Math.max(right - left, bottom - top) >= side) continue
    for (const pixel of pixels) data[pixel] = 255
  }
}
