/** A page of a scan, a photograph or a PDF as a picture, or the part of it that one cell was read from: to be compared with what was read. */

import { renderPages } from '../containers/pdf-pictures.ts'
import { openPicture } from '../readers/scan/picture-file.ts'
import type { ColourPicture } from '../readers/scan/raster.ts'

/** Left, top, width, height in points from the upper left of the page, as readers give them. */
export type PageBox = readonly [x: number, y: number, width: number, height: number]

export interface PictureAsked {
  /** From 1. */
  readonly page: number
  /** The part; absent: the whole page. */
  readonly box?: PageBox
}

/** Pixels per inch of a whole page, which strips are cut from where it is shown, and of a part asked for by itself. */
export const wholeDpi = 150
const PART_DPI = 200
/** Paper about a part, in points. */
const ABOUT = 4
/** A strip larger than this is no cell. */
const MOST_PIXELS = 6_000_000

interface Drawn {
  readonly picture: ColourPicture
  readonly dpi: number
}

async function drawnPdf(bytes: Uint8Array, page: number): Promise<Drawn | null> {
  for await (const { width, height, dpi, data } of renderPages(bytes, [page], PART_DPI)) {
    // Of a page that is not there an empty picture is drawn.
    return data.length === 0 ? null : { picture: { width, height, channels: 4, order: 'bgr', data }, dpi }
  }
  return null
}

async function decoded(bytes: Uint8Array, page: number): Promise<Drawn | null> {
  const opened = await openPicture(bytes)
  if ('problem' in opened || page > opened.pages) return null
  const found = await opened.decode(page - 1)
  return 'problem' in found ? null : found
}

/** What of a page is shown, in its pixels; null where the box lies outside. */
function partOf({ picture: { width, height }, dpi }: Drawn, box: PageBox | undefined) {
  if (box === undefined) return { left: 0, top: 0, width, height }
  const scale = dpi / 72
  const [x, y, wide, high] = box
  const left = Math.max(0, Math.floor((x - ABOUT) * scale))
  const top = Math.max(0, Math.floor((y - ABOUT) * scale))
  const right = Math.min(width, Math.ceil((x + wide + ABOUT) * scale))
  const bottom = Math.min(height, Math.ceil((y + high + ABOUT) * scale))
  return right <= left || bottom <= top ? null : { left, top, width: right - left, height: bottom - top }
}

/**
 * PNG bytes; null where the file has no such page or place, or cannot be drawn here. Whole pages come at `wholeDpi`, so that
 * a box in points has its place on them. Never throws for what a file holds.
 */
export async function pagePicture(bytes: Uint8Array, { page, box }: PictureAsked): Promise<Uint8Array | null> {
  const isPdf = Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-')
  const drawn = await (isPdf ? drawnPdf(bytes, page) : decoded(bytes, page)).catch(() => null)
  const part = drawn === null ? null : partOf(drawn, box)
  if (drawn === null || part === null || (box !== undefined && part.width * part.height > MOST_PIXELS)) return null
  const { default: sharp } = await import('sharp')
  const { width, height, channels, order, data } = drawn.picture
  let pipe = sharp(data, { raw: { width, height, channels }, limitInputPixels: false }).extract(part)
  if (box === undefined) pipe = pipe.resize(Math.max(1, Math.round((width * wholeDpi) / drawn.dpi)))
  const cut = await pipe.raw().toBuffer({ resolveWithObject: true })
  // Blue and red change places in what PDF renderers give: only now, when the part is small.
  if (order === 'bgr') {
    for (let at = 0; at + 2 < cut.data.length; at += cut.info.channels) {
      const blue = cut.data[at]!
      cut.data[at] = cut.data[at + 2]!
      cut.data[at + 2] = blue
    }
  }
  const raw = { width: cut.info.width, height: cut.info.height, channels: cut.info.channels }
  return sharp(cut.data, { raw }).flatten({ background: '#ffffff' }).png({ compressionLevel: 6 }).toBuffer()
}
