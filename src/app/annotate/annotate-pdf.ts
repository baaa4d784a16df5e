/** PDF files and pictures with marked boxes: a PDF stays as it is, with an update behind it; pictures become its pages. */

import { renderPages } from '../../containers/pdf-pictures.ts'
import { annotatePdf } from '../../editors/pdf/annotate.ts'
import { type PicturePage, picturePages } from '../../editors/pdf/picture-pages.ts'
import { BadSyntax } from '../../editors/pdf/syntax.ts'
import type { ListWords, Remark } from '../../editors/remark.ts'
import { openPicture } from '../../readers/scan/picture-file.ts'
import type { ColourPicture } from '../../readers/scan/raster.ts'
import { writeListPdf } from '../../writers/pdf/list.ts'
import { filesOf } from '../page-bundle.ts'

const DPI = 150
const QUALITY = 85

async function listPages(remarks: readonly Remark[], words: ListWords): Promise<Uint8Array> {
  const rows = remarks.map(({ number, severity, where, message, basis, advice }) => [
    String(number),
    severity,
    where,
    message,
    basis,
    advice,
  ])
  return writeListPdf(words.title, words.headers, rows)
}

/** Blue and red change places in what PDF renderers give. */
function asRgb({ data, channels, order }: ColourPicture): Uint8Array {
  if (order !== 'bgr') return data
  const turned = data.slice()
  for (let at = 0; at + 2 < turned.length; at += channels) {
    turned[at] = data[at + 2]!
    turned[at + 2] = data[at]!
  }
  return turned
}

async function pageOf(picture: ColourPicture, dpi: number): Promise<PicturePage> {
  const { default: sharp } = await import('sharp')
  const { width, height, channels } = picture
  const raw = { width, height, channels }
  const jpeg = await sharp(asRgb(picture), { raw, limitInputPixels: false })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .jpeg({ quality: QUALITY, chromaSubsampling: '4:4:4' })
    .toBuffer()
  return { width: (width * 72) / dpi, height: (height * 72) / dpi, jpeg, pixels: { width, height } }
}

/** Pictures in one file or several as pages; null where one cannot be decoded. */
export async function annotatePictures(
  bytes: Uint8Array,
  isBundle: boolean,
  remarks: readonly Remark[],
  words: ListWords,
): Promise<Uint8Array | null> {
  const pages: PicturePage[] = []
  for (const file of isBundle ? filesOf(bytes) : [{ bytes }]) {
    const opened = await openPicture(file.bytes)
    if ('problem' in opened) return null
    for (let frame = 0; frame < opened.pages; frame++) {
      const decoded = await opened.decode(frame)
      if ('problem' in decoded) return null
      pages.push(await pageOf(decoded.picture, decoded.dpi))
    }
  }
  return annotatePdf(picturePages(pages), remarks, await listPages(remarks, words), words)
}

/** A file whose objects are not understood is drawn page by page; its pages are pictures then. */
export async function annotatePdfFile(
  bytes: Uint8Array,
  remarks: readonly Remark[],
  words: ListWords,
): Promise<Uint8Array> {
  const list = await listPages(remarks, words)
  try {
    return annotatePdf(bytes, remarks, list, words)
  } catch (thrown) {
    if (!(thrown instanceof BadSyntax)) throw thrown
  }
  const { openDocument } = await import('../../readers/pdf/document.ts')
  const opened = await openDocument(bytes)
  const count = typeof opened === 'string' ? 0 : opened.document.numPages
  if (typeof opened !== 'string') await opened.close()
  const pages: PicturePage[] = []
  const numbers = Array.from({ length: count }, (_, index) => index + 1)
  for await (const { width, height, dpi, data } of renderPages(bytes, numbers, DPI)) {
    pages.push(await pageOf({ width, height, channels: 4, order: 'bgr', data }, dpi))
  }
  return annotatePdf(picturePages(pages), remarks, list, words)
}
