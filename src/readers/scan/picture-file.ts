/** Picture files: which kind, how large, and their pages decoded. Only headers are looked at before the size is known. */

import { limits } from './limits.ts'
import type { ColourPicture } from './raster.ts'

export type PictureKind = 'png' | 'jpeg' | 'tiff' | 'webp' | 'bmp'

function startsWith(bytes: Uint8Array, at: number, ...signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[at + index] === sign)
}

export function kindOf(bytes: Uint8Array): PictureKind | null {
  if (startsWith(bytes, 0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png'
  if (startsWith(bytes, 0, 0xff, 0xd8, 0xff)) return 'jpeg'
  if (startsWith(bytes, 0, 0x49, 0x49, 0x2a, 0) || startsWith(bytes, 0, 0x4d, 0x4d, 0, 0x2a)) return 'tiff'
  if (startsWith(bytes, 0, 0x49, 0x49, 0x2b, 0) || startsWith(bytes, 0, 0x4d, 0x4d, 0, 0x2b)) return 'tiff'
  if (startsWith(bytes, 0, 0x52, 0x49, 0x46, 0x46) && startsWith(bytes, 8, 0x57, 0x45, 0x42, 0x50)) return 'webp'
  if (startsWith(bytes, 0, 0x42, 0x4d) && startsWith(bytes, 6, 0, 0, 0, 0) && bytes.length > 54) return 'bmp'
  return null
}

export type Refusal =
  | { readonly problem: 'bytes' }
  | { readonly problem: 'pixels'; readonly width: number; readonly height: number }
  | { readonly problem: 'pages'; readonly pages: number }
  | { readonly problem: 'damaged' }
  | { readonly problem: 'bmp' }
  | { readonly problem: 'noPackage' }

export interface DecodedPage {
  readonly picture: ColourPicture
  readonly dpi: number
  /** Some of it is missing. */
  readonly damaged: boolean
}

export interface OpenPicture {
  readonly pages: number
  /** Pixels, of the first page. */
  readonly width: number
  readonly height: number
  /** From 0; null where the page cannot be decoded at all, or is too large. */
  readonly decode: (page: number) => Promise<DecodedPage | Refusal>
}

type Sharp = typeof import('sharp')['default']

let sharp: Promise<Sharp | null> | undefined

function loadSharp(): Promise<Sharp | null> {
  sharp ??= import('sharp').then(
    (loaded) => {
      loaded.default.cache(false)
      loaded.default.concurrency(2)
      return loaded.default
    },
    () => null,
  )
  return sharp
}

/** Longer side of an A4 page in inches. */
const A4 = 11.69
/** What a page is scaled to when it is coarser, or finer, than lines and signs are looked for in. */
const COARSE = 150
const FINE = 260
const SCALED_TO = { up: 200, down: 250 } as const

/** Dots per inch: as the file says where that gives a page of paper, else as if it were A4. */
export function resolutionOf(width: number, height: number, said: number | undefined): number {
  const long = Math.max(width, height)
  if (said !== undefined && said >= 120 && said <= 2400 && long / said >= 4 && long / said <= 24) return said
  return Math.max(20, long / A4)
}

function scaleOf(dpi: number): number {
  if (dpi < COARSE) return SCALED_TO.up / dpi
  return dpi > FINE ? SCALED_TO.down / dpi : 1
}

const resizing = (width: number, height: number, scale: number) =>
  ({
    width: Math.max(1, Math.round(width * scale)),
    height: Math.max(1, Math.round(height * scale)),
    fit: 'fill',
    kernel: scale > 1 ? 'cubic' : 'lanczos3',
  }) as const

/** Pixels at a resolution at which lines and signs are looked for; as they are where it is one, or where sharp is missing. */
export async function atReadingSize(
  picture: ColourPicture,
  dpi: number,
): Promise<{ readonly picture: ColourPicture; readonly dpi: number }> {
  const scale = scaleOf(dpi)
  const load = scale === 1 ? null : await loadSharp()
  if (load === null) return { picture, dpi }
  const { width, height, channels } = picture
  const { data, info } = await load(picture.data, { raw: { width, height, channels }, limitInputPixels: false })
    .removeAlpha()
    .resize(resizing(width, height, scale))
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
  const read = { ...picture, width: info.width, height: info.height, channels: info.channels as 1 | 3, data }
  return { picture: read, dpi: dpi * scale }
}

/** Opens without decoding. */
export async function openPicture(bytes: Uint8Array): Promise<OpenPicture | Refusal> {
  if (bytes.length > limits.bytes) return { problem: 'bytes' }
  if (kindOf(bytes) === 'bmp') return { problem: 'bmp' }
  const load = await loadSharp()
  if (load === null) return { problem: 'noPackage' }
  const headerOf = (page: number) => load(bytes, { page, limitInputPixels: false, failOn: 'none' }).metadata()
  const tooLarge = (width: number, height: number) =>
    width * height > limits.pixels || Math.max(width, height) > limits.side
  const first = await headerOf(0).catch(() => null)
  if (first?.width === undefined || first.height === undefined) return { problem: 'damaged' }
  if (tooLarge(first.width, first.height)) return { problem: 'pixels', width: first.width, height: first.height }
  const pages = kindOf(bytes) === 'tiff' ? (first.pages ?? 1) : 1
  if (pages > limits.pages) return { problem: 'pages', pages }

  const decode = async (page: number): Promise<DecodedPage | Refusal> => {
    const header = page === 0 ? first : await headerOf(page).catch(() => null)
    if (header?.width === undefined || header.height === undefined) return { problem: 'damaged' }
    const { width, height } = header
    if (tooLarge(width, height)) return { problem: 'pixels', width, height }
    const dpi = resolutionOf(width, height, header.density)
    const scale = scaleOf(dpi)
    const long = Math.max(1, Math.round(Math.max(width, height) * scale))
    const pixels = (failOn: 'truncated' | 'none') => {
      let pipe = load(bytes, { page, limitInputPixels: limits.pixels, failOn, sequentialRead: true })
        .autoOrient()
        .flatten({ background: '#ffffff' })
      if (scale !== 1)
        pipe = pipe.resize({ width: long, height: long, fit: 'inside', kernel: scale > 1 ? 'cubic' : 'lanczos3' })
      return pipe.toColourspace('srgb').removeAlpha().raw({ depth: 'uchar' }).toBuffer({ resolveWithObject: true })
    }
    const whole = await pixels('truncated').catch(() => null)
    const decoded = whole ?? (await pixels('none').catch(() => null))
    if (decoded === null) return { problem: 'damaged' }
    const { data, info } = decoded
    if (info.channels !== 1 && info.channels !== 3) return { problem: 'damaged' }
    return {
      picture: { width: info.width, height: info.height, channels: info.channels, data },
      dpi: dpi * scale,
      damaged: whole === null,
    }
  }
  return { pages, width: first.width, height: first.height, decode }
}
