/**
 * Forms that stand as pictures in a document or a workbook: somebody scanned the form and put the picture in. Where the
 * file has no form otherwise, its pictures are read as the pages of one document. Pictures in a file that has a form are said only:
 * they are evidence and seals, and reading each takes seconds.
 */

import { finding } from '../containers/findings.ts'
import { ZipPackage } from '../containers/zip.ts'
import { recognise } from '../core/recognise/index.ts'
import type { RuleTexts } from '../core/texts/index.ts'
import type { SourceTables } from './read-source.ts'

export const picturesWithinRules: Readonly<Record<string, RuleTexts>> = {
  'source/pictures-read': {
    title: { zh: '文件中的图片已识别', en: 'pictures in the file were read' },
    messages: {
      pictures: {
        text: {
          zh: '文件“{name}”的文字中没有自评表，已识别其中 {count} 张图片；位置中的页码是图片的次序',
          en: 'no form stands in the text of “{name}”; its {count} pictures were read; a page named below is the number of a picture',
        },
        advice: {
          zh: '识别结果请对照图片核对；如有原始文件，请直接提供',
          en: 'compare with the pictures what was read; where there is the original file, give that',
        },
      },
      more: {
        text: {
          zh: '文件“{name}”另有 {count} 张图片未读取，一个文件至多识别 {limit} 张',
          en: '{count} further pictures of “{name}” were not read: {limit} at most are, of one file',
        },
      },
    },
  },
}

const PICTURE = /^(?:word\/media|xl\/media|Pictures)\/[^/]+\.(?:png|jpe?g|tiff?|webp)$/i
/** No table of a form fits into fewer bytes, packed as pictures are. */
const LEAST_BYTES = 6 * 1024
/** Pixels of the shorter side: smaller ones are marks, seals and photographs of a head. */
const LEAST_SIDE = 400
export const mostPicturesWithin = 40

/** Bounds of unpacking: pictures are no larger unpacked than packed. */
const packageLimits = { entries: 10_000, unpackedBytes: 192 * 1024 * 1024 }

/** Whether a package may hold a form as a picture, told by its table of contents. */
export function holdsPictures(zip: ZipPackage): boolean {
  return [...zip.entries.values()].some(({ name, unpackedSize }) => PICTURE.test(name) && unpackedSize >= LEAST_BYTES)
}

interface PictureWithin {
  readonly name: string
  readonly bytes: Uint8Array
}

function unpacked(zip: ZipPackage, entry: Parameters<ZipPackage['unpack']>[0]): Uint8Array | null {
  const pieces: Uint8Array[] = []
  const problem = zip.unpack(entry, (piece) => {
    pieces.push(piece.slice())
    return true
  })
  return problem === null ? Buffer.concat(pieces) : null
}

/** In the order of their numbers, which is that in which they were put in. */
function partsOf(bytes: Uint8Array): PictureWithin[] {
  const zip = ZipPackage.open(bytes, packageLimits)
  if (typeof zip === 'string') return []
  return [...zip.entries.values()]
    .filter(({ name, unpackedSize }) => PICTURE.test(name) && unpackedSize >= LEAST_BYTES)
    .sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }))
    .flatMap((entry) => {
      const content = unpacked(zip, entry)
      return content === null ? [] : [{ name: entry.name.slice(entry.name.lastIndexOf('/') + 1), bytes: content }]
    })
}

const numbered = (pictures: readonly Uint8Array[]): PictureWithin[] =>
  pictures
    .map((bytes, index) => ({ name: `图片${index + 1}`, bytes }))
    .filter(({ bytes }) => bytes.length >= LEAST_BYTES)

/** By format: its pictures, in the order in which they stand in the file. */
const sources: Readonly<Record<string, (bytes: Uint8Array) => Promise<PictureWithin[]> | PictureWithin[]>> = {
  docx: partsOf,
  xlsx: partsOf,
  ods: partsOf,
  doc: async (bytes) => numbered((await import('../readers/doc/index.ts')).picturesOfDoc(bytes)),
  html: async (bytes) => numbered((await import('../readers/html/index.ts')).picturesOfHtml(bytes)),
  'web-archive': async (bytes) => numbered((await import('./web-archive.ts')).picturesOfWebArchive(bytes)),
}

async function picturesOf(bytes: Uint8Array, format: string): Promise<PictureWithin[]> {
  const { openPicture } = await import('../readers/scan/picture-file.ts')
  const pictures: PictureWithin[] = []
  for (const picture of (await sources[format]?.(bytes)) ?? []) {
    const opened = await openPicture(picture.bytes)
    // What cannot be opened is for the reader to say.
    if ('problem' in opened || Math.min(opened.width, opened.height) >= LEAST_SIDE) pictures.push(picture)
  }
  return pictures
}

/** The same source, with what was read in its pictures where nothing else of it is a form. */
export async function withPictures(source: SourceTables, bytes: Uint8Array, name: string): Promise<SourceTables> {
  const isCounted = source.findings.some(
    ({ rule, message }) => rule === `${source.format}/not-read` && message === 'pictures',
  )
  if (!isCounted || sources[source.format] === undefined) return source
  if (source.grids.length > 0 && recognise(source.grids).forms.length > 0) return source
  const pictures = await picturesOf(bytes, source.format)
  if (pictures.length === 0) return source
  const { readScanPages, scanReaderRules } = await import('../readers/scan/index.ts')
  const taken = pictures.slice(0, mostPicturesWithin)
  const read = await readScanPages(taken)
  const left = pictures.length - taken.length
  const more =
    left === 0
      ? []
      : [finding('source/pictures-read', 'more', 'warning', { name, count: left, limit: mostPicturesWithin })]
  // What they hold is told instead of that they are there; a file of pictures alone is not empty.
  const isAnswered = ({ rule, message }: SourceTables['findings'][number]) =>
    (rule === `${source.format}/not-read` && message === 'pictures') ||
    (rule.endsWith('/unreadable') && (message === 'noContent' || message === 'empty') && read.value.length > 0)
  return {
    ...source,
    grids: [...source.grids, ...read.value],
    findings: [
      ...source.findings.filter((one) => !isAnswered(one)),
      finding('source/pictures-read', 'pictures', 'info', { name, count: taken.length }),
      ...more,
      ...read.findings,
    ],
    rules: { ...source.rules, ...scanReaderRules, ...picturesWithinRules },
  }
}
