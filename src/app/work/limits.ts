/** How long and how large the work on a file may grow, and which files are small enough to be read in this process. */

import { isPageBundle } from '../page-bundle.ts'

export interface WorkLimits {
  /** For one file; by its content where left out. */
  readonly milliseconds?: number
  /** Memory of one worker. */
  readonly megabytes?: number
}

export const workLimits = {
  /** Texts, spreadsheets, documents, pages: the readers' own caps keep honest and hostile ones below a few seconds. */
  milliseconds: 60_000,
  /** PDF and pictures: a report of 300 scanned pages takes some seconds a page. */
  pictureMilliseconds: 900_000,
  megabytes: 2048,
  /** Texts up to this size are read in this process. */
  lightBytes: 1024 * 1024,
  /** Archives up to this size, unpacked, are too: no part unpacks to more than the table of contents says. */
  lightUnpackedBytes: 8 * 1024 * 1024,
  lightEntries: 1000,
  /** So many bytes are looked at to tell what a file is. */
  glance: 4096,
} as const

function begins(bytes: Uint8Array, ...start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

function isZip(bytes: Uint8Array): boolean {
  return begins(bytes, 0x50, 0x4b, 3, 4) || begins(bytes, 0x50, 0x4b, 5, 6)
}

/**
 * Whether a file can be read in this process: its size bounds the memory it takes, and its reader never waits, so that
 * the time limit reaches it. Everything else is read in a worker.
 */
export async function isLight(bytes: Uint8Array): Promise<boolean> {
  if (bytes.length > workLimits.lightBytes) return false
  if (isZip(bytes)) {
    const { ZipPackage } = await import('../../containers/zip.ts')
    const zip = ZipPackage.open(bytes, { entries: workLimits.lightEntries, unpackedBytes: 0 })
    if (typeof zip === 'string') return zip !== 'entries'
    // Reading a picture waits for the network, where no time limit of this process reaches it.
    const { holdsPictures } = await import('../pictures-within.ts')
    if (holdsPictures(zip)) return false
    let unpacked = 0
    for (const entry of zip.entries.values()) unpacked += entry.unpackedSize
    return unpacked <= workLimits.lightUnpackedBytes
  }
  if (mayHoldPictures(bytes)) return false
  const head = bytes.subarray(0, workLimits.glance)
  // PDF may begin behind other bytes; a zero byte stands in no text but a wide one.
  return !head.includes(0) && !Buffer.from(head.buffer, head.byteOffset, head.length).includes('%PDF-')
}

/** The time that the work on a file may take, by its content. */
export function millisecondsFor(bytes: Uint8Array, limits: WorkLimits): number {
  if (limits.milliseconds !== undefined) return limits.milliseconds
  return isPicture(bytes) || isPackageOfPictures(bytes) || mayHoldPictures(bytes)
    ? workLimits.pictureMilliseconds
    : workLimits.milliseconds
}

/** A document or workbook with pictures among its parts: where it has no form, those are read. */
function isPackageOfPictures(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  return isZip(bytes) && ['word/media/', 'xl/media/', 'Pictures/'].some((folder) => all.includes(folder))
}

const PICTURE_STARTS = ['\x89PNG\r\n', '\xff\xd8\xff'].map((start) => Buffer.from(start, 'latin1'))

/** Whether a file that is no package may hold a form as a picture: an old document, a page or an archive with pictures in it. */
function mayHoldPictures(bytes: Uint8Array): boolean {
  const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (begins(bytes, 0xd0, 0xcf)) return PICTURE_STARTS.some((start) => all.includes(start))
  if (isZip(bytes)) return false
  return (
    all.includes('data:image/') ||
    (all.includes('image/') && /^mime-version\s*:/im.test(all.toString('latin1', 0, workLimits.glance)))
  )
}

/** PDF, PNG, JPEG, TIFF, BMP, GIF, WebP. */
function isPicture(bytes: Uint8Array): boolean {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 1024))
  return (
    head.includes('%PDF-') ||
    isPageBundle(bytes) ||
    begins(bytes, 0x89, 0x50, 0x4e, 0x47) ||
    begins(bytes, 0xff, 0xd8, 0xff) ||
    begins(bytes, 0x49, 0x49, 0x2a, 0) ||
    begins(bytes, 0x4d, 0x4d, 0, 0x2a) ||
    begins(bytes, 0x42, 0x4d) ||
    begins(bytes, 0x47, 0x49, 0x46, 0x38) ||
    begins(bytes, 0x52, 0x49, 0x46, 0x46)
  )
}
