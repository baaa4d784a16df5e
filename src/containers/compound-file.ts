/**
 * Compound files (the old Office formats, WPS, and what wraps an encrypted package): streams in a small file system of
 * sectors. Opened with care: every chain is as long as the file has sectors at most, and nothing is copied before its
 * size is known. After [MS-CFB].
 */

import { holds, startsWith } from './office-package.ts'

export interface CompoundLimits {
  /** Streams and folders. */
  readonly entries: number
}

interface Entry {
  readonly name: string
  readonly kind: 'folder' | 'stream' | 'root' | 'none'
  readonly left: number
  readonly right: number
  readonly child: number
  readonly start: number
  readonly size: number
}

/** What the streams of the root folder say the file is. */
export type CompoundKind = 'workbook' | 'document' | 'encrypted' | 'presentation' | 'mail' | 'other'

const signature = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
const LAST_SECTOR = 0xfffffffa
const NO_ENTRY = 0xffffffff
const HEADER = 512
/** Streams smaller than this lie in the small sectors of the root's own stream. */
const SMALL_STREAM = 4096

const kinds: Readonly<Record<number, Entry['kind']>> = { 1: 'folder', 2: 'stream', 5: 'root' }

export function isCompoundFile(bytes: Uint8Array): boolean {
  return startsWith(bytes, signature)
}

export class CompoundFile {
  readonly #bytes: Uint8Array
  readonly #view: DataView
  readonly #sectorSize: number
  readonly #smallSize: number
  /** Sectors that hold the table of chains, in order. */
  readonly #tableSectors: readonly number[]
  readonly #smallChains: Uint8Array
  readonly #small: Uint8Array
  /** Streams of the root folder by their names in small letters. */
  readonly #streams = new Map<string, Entry>()

  private constructor(bytes: Uint8Array, sectorSize: number, limits: CompoundLimits) {
    this.#bytes = bytes
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    this.#sectorSize = sectorSize
    this.#smallSize = 1 << Math.min(12, this.#view.getUint16(32, true))
    this.#tableSectors = this.#findTable()
    const folder = this.#chain(this.#view.getUint32(48, true), limits.entries * 128)
    const entries = readEntries(folder, sectorSize === 512)
    this.#smallChains = this.#chain(this.#view.getUint32(60, true), bytes.length)
    const root = entries.find(({ kind }) => kind === 'root')
    this.#small = root === undefined ? new Uint8Array() : this.#chain(root.start, root.size)
    for (const entry of siblings(entries, root?.child ?? NO_ENTRY)) {
      const name = entry.name.toLowerCase()
      if (!this.#streams.has(name)) this.#streams.set(name, entry)
    }
  }

  /** Null where the bytes are no compound file, or their folder cannot be found. */
  static open(bytes: Uint8Array, limits: CompoundLimits): CompoundFile | null {
    if (!isCompoundFile(bytes) || bytes.length < HEADER) return null
    const shift = bytes[30]! | (bytes[31]! << 8)
    if (shift !== 9 && shift !== 12) return null
    const file = new CompoundFile(bytes, 1 << shift, limits)
    return file.#streams.size === 0 ? null : file
  }

  /** Names in the root folder, in small letters. */
  get names(): readonly string[] {
    return [...this.#streams.keys()]
  }

  get kind(): CompoundKind {
    const has = (...names: readonly string[]) => names.some((name) => this.#streams.has(name))
    if (has('encryptedpackage')) return 'encrypted'
    if (has('workbook', 'book')) return 'workbook'
    if (has('worddocument')) return 'document'
    if (has('powerpoint document')) return 'presentation'
    return has('__properties_version1.0', '__nameid_version1.0') ? 'mail' : 'other'
  }

  /** A stream of the root folder as far as its chain reaches; null where there is none of that name. */
  stream(name: string): Uint8Array | null {
    const entry = this.#streams.get(name.toLowerCase())
    if (entry === undefined || entry.kind !== 'stream') return null
    return entry.size < SMALL_STREAM ? this.#smallChain(entry) : this.#chain(entry.start, entry.size)
  }

  /** Size that the folder states for a stream; what `stream` gives is shorter where the file is cut. */
  statedSize(name: string): number {
    return this.#streams.get(name.toLowerCase())?.size ?? 0
  }

  #sectorAt(sector: number): number {
    return sector >= LAST_SECTOR ? this.#bytes.length : (sector + 1) * this.#sectorSize
  }

  #findTable(): number[] {
    const most = Math.ceil(this.#bytes.length / this.#sectorSize)
    const sectors: number[] = []
    const take = (at: number, count: number) => {
      for (let index = 0; index < count && at + index * 4 + 4 <= this.#bytes.length; index++) {
        const sector = this.#view.getUint32(at + index * 4, true)
        if (sector < LAST_SECTOR && sectors.length < most) sectors.push(sector)
      }
    }
    take(76, 109)
    let next = this.#view.getUint32(68, true)
    const perSector = this.#sectorSize / 4 - 1
    for (let step = 0; step < most; step++) {
      const at = this.#sectorAt(next)
      if (at + this.#sectorSize > this.#bytes.length) break
      take(at, perSector)
      next = this.#view.getUint32(at + perSector * 4, true)
    }
    return sectors
  }

  #next(sector: number): number {
    const perSector = this.#sectorSize / 4
    const table = this.#tableSectors[Math.floor(sector / perSector)]
    if (table === undefined) return NO_ENTRY
    const at = this.#sectorAt(table) + (sector % perSector) * 4
    return at + 4 <= this.#bytes.length ? this.#view.getUint32(at, true) : NO_ENTRY
  }

  /** Bytes of a chain, at most `size`: as many sectors as that takes, so that a ring ends too. */
  #chain(start: number, size: number): Uint8Array {
    const wanted = Math.min(size, this.#bytes.length)
    const pieces: Uint8Array[] = []
    let length = 0
    for (let sector = start; length < wanted; sector = this.#next(sector)) {
      const at = this.#sectorAt(sector)
      if (at >= this.#bytes.length) break
      const piece = this.#bytes.subarray(at, Math.min(at + this.#sectorSize, at + wanted - length))
      pieces.push(piece)
      length += piece.length
    }
    return joined(pieces, length)
  }

  #smallChain({ start, size }: Entry): Uint8Array {
    const chains = new DataView(this.#smallChains.buffer, this.#smallChains.byteOffset, this.#smallChains.byteLength)
    const pieces: Uint8Array[] = []
    let length = 0
    let sector = start
    while (length < size && sector < LAST_SECTOR) {
      const at = sector * this.#smallSize
      const piece = this.#small.subarray(at, Math.min(at + this.#smallSize, at + size - length))
      if (piece.length === 0) break
      pieces.push(piece)
      length += piece.length
      sector = sector * 4 + 4 <= chains.byteLength ? chains.getUint32(sector * 4, true) : NO_ENTRY
    }
    return joined(pieces, length)
  }
}

function joined(pieces: readonly Uint8Array[], length: number): Uint8Array {
  const all = new Uint8Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece, at)
    at += piece.length
  }
  return all
}

function readEntries(folder: Uint8Array, narrow: boolean): Entry[] {
  const view = new DataView(folder.buffer, folder.byteOffset, folder.byteLength)
  const entries: Entry[] = []
  for (let at = 0; at + 128 <= folder.length; at += 128) {
    const nameLength = Math.min(64, Math.max(0, view.getUint16(at + 64, true) - 2)) & ~1
    const high = narrow ? 0 : view.getUint32(at + 124, true)
    entries.push({
      name: new TextDecoder('utf-16le').decode(folder.subarray(at, at + nameLength)),
      kind: kinds[folder[at + 66]!] ?? 'none',
      left: view.getUint32(at + 68, true),
      right: view.getUint32(at + 72, true),
      child: view.getUint32(at + 76, true),
      start: view.getUint32(at + 116, true),
      size: high * 2 ** 32 + view.getUint32(at + 120, true),
    })
  }
  return entries
}

/** The entries of one folder: a tree of which each entry is visited once, however its branches run. */
function siblings(entries: readonly Entry[], first: number): Entry[] {
  const seen = new Set<number>()
  const open = [first]
  const found: Entry[] = []
  while (open.length > 0) {
    const index = open.pop()!
    const entry = entries[index]
    if (entry === undefined || seen.has(index)) continue
    seen.add(index)
    if (entry.kind !== 'none') found.push(entry)
    open.push(entry.right, entry.left)
  }
  return found
}

/** Enough to look at the names in the root folder. */
const GLANCE: CompoundLimits = { entries: 10_000 }

const signs: readonly (readonly [kind: CompoundKind, stream: string, start: readonly number[]])[] = [
  ['encrypted', 'EncryptedPackage', []],
  ['workbook', 'Workbook', [0x09, 0x08, 0x10, 0]],
  ['workbook', 'Book', [0x09, 0x08, 0x08, 0]],
  ['document', 'WordDocument', [0xec, 0xa5]],
]

/**
 * What a compound file is, from all of it or its first bytes. Where its folder is out of sight, or gone, the names of
 * streams that can be seen tell, then the first bytes of sectors; null where nothing does.
 */
export function compoundKind(bytes: Uint8Array): CompoundKind | null {
  if (!isCompoundFile(bytes)) return null
  const file = CompoundFile.open(bytes, GLANCE)
  if (file !== null && file.kind !== 'other') return file.kind
  const named = signs.find(([, stream]) => holds(bytes, stream, true))
  if (named !== undefined) return named[0]
  if (file !== null) return 'other'
  for (let at = HEADER; at < bytes.length; at += HEADER) {
    const sector = bytes.subarray(at, at + 4)
    const found = signs.find(([, , start]) => start.length > 0 && startsWith(sector, start))
    if (found !== undefined) return found[0]
  }
  return null
}
