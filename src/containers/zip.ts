/**
 * Zip packages, opened with care: the table of contents is read and bounded before anything is unpacked, each part is
 * unpacked piece by piece into a budget, and what a part says of its own size is never believed.
 */

import { Inflate } from 'fflate'

export interface ZipLimits {
  /** Entries in the table of contents. */
  readonly entries: number
  /** Bytes of all parts together that are unpacked. */
  readonly unpackedBytes: number
}

export interface ZipEntry {
  /** Path inside the package, with '/' between folders. */
  readonly name: string
  readonly packedSize: number
  readonly unpackedSize: number
  readonly checksum: number
  readonly method: number
  readonly encrypted: boolean
  /** Where the entry's own header stands. */
  readonly offset: number
}

/** `damaged`: no zip, cut short, or contradicting itself. */
export type ZipProblem = 'damaged' | 'encrypted' | 'method' | 'entries' | 'unpackedBytes' | 'checksum'

const END = 0x06054b50
const END_64 = 0x06064b50
const LOCATOR_64 = 0x07064b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const UNKNOWN_32 = 0xffffffff
/** Packed bytes fed to the inflater at once: no piece can unpack to more than about 1032 times this. */
const PIECE = 8 * 1024

interface Contents {
  readonly count: number
  readonly offset: number
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

/** A 64-bit length; what no file reaches is infinite. */
function long(view: DataView, at: number): number {
  const value = view.getBigUint64(at, true)
  return value > BigInt(Number.MAX_SAFE_INTEGER) ? Number.POSITIVE_INFINITY : Number(value)
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })
const looseUtf8 = new TextDecoder()
const UTF8_NAME = 0x800

/**
 * A name is UTF-8 where its flag says so. Without the flag it is in the writer's own encoding: UTF-8 on macOS and Linux,
 * which no GBK text of any length is by chance, GBK on a Chinese Windows.
 */
function nameOf(bytes: Uint8Array, flags: number): string {
  if ((flags & UTF8_NAME) !== 0) return looseUtf8.decode(bytes)
  try {
    return strictUtf8.decode(bytes)
  } catch {
    return new TextDecoder('gb18030').decode(bytes)
  }
}

function findContents(view: DataView): Contents | null {
  // A comment of up to 65,535 bytes may follow the end record.
  const last = view.byteLength - 22
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) {
    if (view.getUint32(at, true) !== END) continue
    const count = view.getUint16(at + 10, true)
    const offset = view.getUint32(at + 16, true)
    if (count !== 0xffff && offset !== UNKNOWN_32) return { count, offset }
    if (at < 20 || view.getUint32(at - 20, true) !== LOCATOR_64) return { count, offset }
    const end64 = long(view, at - 12)
    if (end64 + 56 > view.byteLength || view.getUint32(end64, true) !== END_64) return null
    return { count: long(view, end64 + 32), offset: long(view, end64 + 48) }
  }
  return null
}

/** Sizes and place of an entry too large for 32 bits stand in its extra field; each only where the 32-bit one is full. */
function wideSizes(view: DataView, at: number, length: number, sizes: [number, number, number]): void {
  for (let from = at; from + 4 <= at + length; ) {
    const id = view.getUint16(from, true)
    const size = view.getUint16(from + 2, true)
    if (id === 1) {
      let next = from + 4
      for (const index of [0, 1, 2] as const) {
        if (sizes[index] !== UNKNOWN_32 || next + 8 > from + 4 + size || next + 8 > at + length) continue
        sizes[index] = long(view, next)
        next += 8
      }
      return
    }
    from += 4 + size
  }
}

/** Tables for four bytes at a time: the n-th holds the checksum of a byte followed by n zero bytes. */
const crcTables = [0, 1, 2, 3].map(() => new Uint32Array(256)) as [Uint32Array, Uint32Array, Uint32Array, Uint32Array]
for (let byte = 0; byte < 256; byte++) {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1
  crcTables[0][byte] = value
}
for (let byte = 0; byte < 256; byte++) {
  for (const n of [1, 2, 3] as const) {
    const before = crcTables[n - 1]![byte]!
    crcTables[n][byte] = (before >>> 8) ^ crcTables[0][before & 0xff]!
  }
}

function addToChecksum(checksum: number, piece: Uint8Array): number {
  const [table0, table1, table2, table3] = crcTables
  let crc = checksum
  let at = 0
  for (const end = piece.length - 3; at < end; at += 4) {
    crc ^= piece[at]! | (piece[at + 1]! << 8) | (piece[at + 2]! << 16) | (piece[at + 3]! << 24)
    crc = table3[crc & 0xff]! ^ table2[(crc >>> 8) & 0xff]! ^ table1[(crc >>> 16) & 0xff]! ^ table0[crc >>> 24]!
  }
  for (; at < piece.length; at++) crc = (crc >>> 8) ^ table0[(crc ^ piece[at]!) & 0xff]!
  return crc
}

/** The engine's own, several times as fast; a browser, where this file runs too, and old releases have none to ask. */
const native = typeof process === 'undefined' ? undefined : process.getBuiltinModule?.('node:zlib')

/** Parts up to this size are unpacked at once, in a fraction of the time that pieces take. */
const AT_ONCE = 1024 * 1024

/** Null where a part is large, or is not what it says of itself: that is found out piece by piece. */
function unpackedAtOnce(packed: Uint8Array, size: number): Uint8Array | null {
  if (native === undefined || size > AT_ONCE) return null
  try {
    const whole = native.inflateRawSync(packed, { maxOutputLength: size + 1, chunkSize: Math.max(64, size + 1) })
    return whole.length === size ? whole : null
  } catch {
    return null
  }
}

/** CRC-32 of the bytes, as zip packages state it. */
export function checksumOf(bytes: Uint8Array): number {
  return ~addToChecksum(~0, bytes) >>> 0
}

/** Entries whose bytes lie over one another: no honest program writes that, a small file would unpack to a huge one. */
function overlap(places: readonly (readonly [start: number, end: number])[]): boolean {
  const inOrder = [...places].sort((a, b) => a[0] - b[0])
  return inOrder.some(([start], index) => index > 0 && start < inOrder[index - 1]![1])
}

export class ZipPackage {
  readonly entries: ReadonlyMap<string, ZipEntry>
  readonly #bytes: Uint8Array
  #budget: number

  private constructor(bytes: Uint8Array, entries: ReadonlyMap<string, ZipEntry>, budget: number) {
    this.#bytes = bytes
    this.entries = entries
    this.#budget = budget
  }

  /** Reads the table of contents; nothing is unpacked yet. */
  static open(bytes: Uint8Array, limits: ZipLimits): ZipPackage | ZipProblem {
    const view = viewOf(bytes)
    const contents = bytes.length < 22 ? null : findContents(view)
    if (contents === null) return 'damaged'
    if (contents.count > limits.entries) return 'entries'
    const entries = new Map<string, ZipEntry>()
    const places: [start: number, end: number][] = []
    let at = contents.offset
    for (let index = 0; index < contents.count; index++) {
      if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return 'damaged'
      const nameLength = view.getUint16(at + 28, true)
      const extraLength = view.getUint16(at + 30, true)
      const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true)
      if (next > bytes.length) return 'damaged'
      const sizes: [number, number, number] = [
        view.getUint32(at + 24, true),
        view.getUint32(at + 20, true),
        view.getUint32(at + 42, true),
      ]
      wideSizes(view, at + 46 + nameLength, extraLength, sizes)
      places.push([sizes[2], sizes[2] + 30 + nameLength + sizes[1]])
      // Some programs write Windows separators or a leading one.
      const name = nameOf(bytes.subarray(at + 46, at + 46 + nameLength), view.getUint16(at + 8, true))
        .replaceAll('\\', '/')
        .replace(/^\/+/, '')
      // Of two entries of one name the first counts, so that nothing can hide behind another.
      if (!entries.has(name)) {
        entries.set(name, {
          name,
          unpackedSize: sizes[0],
          packedSize: sizes[1],
          offset: sizes[2],
          checksum: view.getUint32(at + 16, true),
          method: view.getUint16(at + 10, true),
          encrypted: (view.getUint16(at + 8, true) & 1) === 1,
        })
      }
      at = next
    }
    return overlap(places) ? 'damaged' : new ZipPackage(bytes, entries, limits.unpackedBytes)
  }

  /** Path of an entry whatever the case of its letters, as office programs accept it. */
  find(path: string): ZipEntry | undefined {
    const exact = this.entries.get(path)
    if (exact !== undefined) return exact
    const wanted = path.toLowerCase()
    for (const [name, entry] of this.entries) if (name.toLowerCase() === wanted) return entry
    return undefined
  }

  #packed(entry: ZipEntry): Uint8Array | null {
    const view = viewOf(this.#bytes)
    const { offset, packedSize } = entry
    if (offset + 30 > this.#bytes.length || view.getUint32(offset, true) !== LOCAL) return null
    // Where the entry's own header states its sizes, and others than the table of contents, one of them lies.
    const isStated = (view.getUint16(offset + 6, true) & 8) === 0
    for (const [place, size] of [
      [18, packedSize],
      [22, entry.unpackedSize],
    ] as const) {
      const own = view.getUint32(offset + place, true)
      if (isStated && own !== 0 && own !== UNKNOWN_32 && own !== size) return null
    }
    const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true)
    return start + packedSize > this.#bytes.length ? null : this.#bytes.subarray(start, start + packedSize)
  }

  /**
   * Unpacks one part into `sink`, piece by piece; the sink ends it early by returning false. What was passed on before a
   * problem was found is good to read as far as it goes.
   */
  unpack(entry: ZipEntry, sink: (piece: Uint8Array) => boolean): ZipProblem | null {
    if (entry.encrypted) return 'encrypted'
    if (entry.method !== 0 && entry.method !== 8) return 'method'
    if (entry.unpackedSize > this.#budget) return 'unpackedBytes'
    const packed = this.#packed(entry)
    if (packed === null) return 'damaged'
    let passed = 0
    let checksum = ~0
    let stopped = false
    let finished = false
    const pass = (piece: Uint8Array) => {
      if (stopped) return
      passed += piece.length
      this.#budget -= piece.length
      if (passed > entry.unpackedSize) {
        // More than was said: no honest program writes that.
        stopped = true
        return
      }
      checksum = addToChecksum(checksum, piece)
      if (piece.length > 0 && !sink(piece)) stopped = finished = true
    }
    const whole = entry.method === 0 ? packed : unpackedAtOnce(packed, entry.unpackedSize)
    if (whole !== null) {
      pass(whole)
    } else {
      try {
        const inflate = new Inflate((piece) => pass(piece))
        for (let at = 0; at < packed.length && !stopped; at += PIECE) {
          inflate.push(packed.subarray(at, at + PIECE), at + PIECE >= packed.length)
        }
      } catch {
        return 'damaged'
      }
    }
    if (finished) return null
    if (passed !== entry.unpackedSize) return 'damaged'
    return ~checksum >>> 0 === entry.checksum ? null : 'checksum'
  }
}
