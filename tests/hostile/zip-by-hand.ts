/** Zip files written byte by byte, so that they can lie. */

import { constants, deflateRawSync } from 'node:zlib'
import { MEGABYTE } from './hostile-file.ts'

export interface HandEntry {
  readonly name: string
  readonly data?: Uint8Array | string
  /** Deflated bytes, where `data` would be too large to hold. */
  readonly packed?: Uint8Array
  readonly unpackedSize?: number
  readonly checksum?: number
  readonly flags?: number
  readonly method?: number
  /** What the entry's own header says of it, where the table of contents says something else. */
  readonly localSize?: number
  /** What the table of contents says of its packed size. */
  readonly packedSize?: number
  /** What the table of contents says of the entry's place. */
  readonly offset?: number
}

export interface HandZip {
  /** What the end record says of the number of entries. */
  readonly count?: number
  /** What it says of the place of the table of contents. */
  readonly contentsAt?: number
}

function checksumOf(bytes: Uint8Array): number {
  let crc = ~0
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return ~crc >>> 0
}

function record(signature: number, ...fields: readonly (readonly [size: 2 | 4, value: number])[]): Buffer {
  const parts = [Buffer.alloc(4)]
  parts[0]!.writeUInt32LE(signature)
  for (const [size, value] of fields) {
    const field = Buffer.alloc(size)
    if (size === 2) field.writeUInt16LE(value & 0xffff)
    else field.writeUInt32LE(value >>> 0)
    parts.push(field)
  }
  return Buffer.concat(parts)
}

export function zipByHand(entries: readonly HandEntry[], lies: HandZip = {}): Uint8Array {
  const body: Buffer[] = []
  const contents: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const data = typeof entry.data === 'string' ? Buffer.from(entry.data) : (entry.data ?? new Uint8Array())
    const packed = entry.packed ?? deflateRawSync(data)
    const name = Buffer.from(entry.name)
    const unpackedSize = entry.unpackedSize ?? data.length
    const shared = (packedSize: number, size: number) =>
      [
        [2, 20],
        [2, entry.flags ?? 0],
        [2, entry.method ?? 8],
        [4, 0],
        [4, entry.checksum ?? checksumOf(data)],
        [4, packedSize],
        [4, size],
        [2, name.length],
        [2, 0],
      ] as const
    const local = Buffer.concat([
      record(0x04034b50, ...shared(packed.length, entry.localSize ?? unpackedSize)),
      name,
      packed,
    ])
    contents.push(
      record(
        0x02014b50,
        [2, 20],
        ...shared(entry.packedSize ?? packed.length, unpackedSize),
        [2, 0],
        [2, 0],
        [2, 0],
        [4, 0],
        [4, entry.offset ?? at],
      ),
      name,
    )
    body.push(local)
    at += local.length
  }
  const table = Buffer.concat(contents)
  const count = lies.count ?? entries.length
  const end = record(
    0x06054b50,
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, table.length],
    [4, lies.contentsAt ?? at],
    [2, 0],
  )
  return Buffer.concat([...body, table, end])
}

/** Deflated: `head`, then `filler` until `size` bytes are reached. */
export function deflatedFlood(head: string, filler: string, size: number): Uint8Array {
  // Pieces packed each for itself, and ended at a whole byte, make one stream: one of them stands for all.
  const apart = { level: 9, finishFlush: constants.Z_SYNC_FLUSH }
  const piece = Buffer.from(filler.repeat(Math.ceil(MEGABYTE / filler.length)).slice(0, MEGABYTE))
  const packed = deflateRawSync(piece, apart)
  const left = size - head.length
  const whole = Math.floor(left / piece.length)
  return Buffer.concat([
    deflateRawSync(Buffer.from(head), apart),
    ...Array.from({ length: whole }, () => packed),
    deflateRawSync(piece.subarray(0, left - whole * piece.length), { level: 9 }),
  ])
}
