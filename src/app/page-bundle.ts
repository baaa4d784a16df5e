/** Several picture files as the pages of one document, in one run of bytes: so they go the way of any file. */

import type { Grid, Outcome } from '../core/model/index.ts'

/** No file of any format begins so. */
const MARK = [0x89, 0x5a, 0x50, 0x47, 0x0d, 0x0a, 0x1a, 0x00] as const

export interface PageFile {
  readonly bytes: Uint8Array
  readonly name: string
}

export function isPageBundle(bytes: Uint8Array): boolean {
  return MARK.every((byte, at) => bytes[at] === byte)
}

/** The mark, then for each file the lengths of its name and of its bytes, the name and the bytes. */
export function bundlePages(files: readonly PageFile[]): PageFile {
  const parts: Uint8Array[] = [Uint8Array.from(MARK)]
  for (const { bytes, name } of files) {
    const named = new TextEncoder().encode(name)
    const lengths = new DataView(new ArrayBuffer(8))
    lengths.setUint32(0, named.length)
    lengths.setUint32(4, bytes.length)
    parts.push(new Uint8Array(lengths.buffer), named, bytes)
  }
  return { bytes: Buffer.concat(parts), name: files.map(({ name }) => name).join('、') }
}

/** What is cut off at the end is left out. */
export function filesOf(bundle: Uint8Array): PageFile[] {
  const view = new DataView(bundle.buffer, bundle.byteOffset, bundle.byteLength)
  const files: PageFile[] = []
  for (let at: number = MARK.length; at + 8 <= bundle.length; ) {
    const start = at + 8 + view.getUint32(at)
    const end = start + view.getUint32(at + 4)
    if (end > bundle.length) break
    files.push({ name: new TextDecoder().decode(bundle.subarray(at + 8, start)), bytes: bundle.subarray(start, end) })
    at = end
  }
  return files
}

export async function readPageBundle(bytes: Uint8Array): Promise<Outcome<Grid[]>> {
  const { readScanPages } = await import('../readers/scan/index.ts')
  return readScanPages(filesOf(bytes))
}
