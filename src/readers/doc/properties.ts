/**
 * How stretches of the main stream look: paragraphs (which are cells and ends of rows) and characters (which are hidden or
 * deleted), in pages of 512 bytes ([MS-DOC] 2.9.174, 2.6).
 */

import { type DocumentStreams, tablePart } from './pieces.ts'

export interface Stretch {
  readonly start: number
  readonly end: number
  /** Properties one after the other. */
  readonly list: Uint8Array
}

const PAGE = 512
const MOST_PAGES = 1_000_000

/** Stretches in the order of the stream. */
function readPages(streams: DocumentStreams, pointer: number, size: number, listOf: ListOf): readonly Stretch[] {
  const index = tablePart(streams, pointer)
  const count = Math.min(MOST_PAGES, Math.floor((index.byteLength - 4) / 8))
  const stretches: Stretch[] = []
  const seen = new Set<number>()
  for (let page = 0; page < count; page++) {
    const number = index.getUint32((count + 1) * 4 + page * 4, true) & 0x3fffff
    const bytes = streams.main.subarray(number * PAGE, (number + 1) * PAGE)
    // The same page twice says nothing new.
    if (bytes.length < PAGE || seen.has(number)) continue
    seen.add(number)
    const view = new DataView(bytes.buffer, bytes.byteOffset, PAGE)
    const runs = bytes[PAGE - 1]!
    if ((runs + 1) * 4 + runs * size > PAGE - 1) continue
    for (let run = 0; run < runs; run++) {
      const start = view.getUint32(run * 4, true)
      const end = view.getUint32(run * 4 + 4, true)
      const at = bytes[(runs + 1) * 4 + run * size]! * 2
      if (end > start) stretches.push({ start, end, list: at === 0 ? new Uint8Array() : listOf(bytes, at) })
    }
  }
  return stretches.sort((a, b) => a.start - b.start)
}

type ListOf = (page: Uint8Array, at: number) => Uint8Array

export function paragraphStretches(streams: DocumentStreams): readonly Stretch[] {
  return readPages(streams, 0x102, 13, (page, at) => {
    const words = page[at]!
    const start = words === 0 ? at + 2 : at + 1
    const length = words === 0 ? page[at + 1]! * 2 : words * 2 - 1
    // The number of its style comes first.
    return page.subarray(Math.min(start + 2, PAGE - 1), Math.min(start + length, PAGE - 1))
  })
}

export function characterStretches(streams: DocumentStreams): readonly Stretch[] {
  return readPages(streams, 0xfa, 1, (page, at) => page.subarray(at + 1, Math.min(at + 1 + page[at]!, PAGE - 1)))
}

/** The stretch that holds a place, or null. */
export function stretchAt(stretches: readonly Stretch[], place: number): Stretch | null {
  let low = 0
  let high = stretches.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (stretches[middle]!.start <= place) low = middle + 1
    else high = middle
  }
  const found = stretches[low - 1]
  return found !== undefined && place < found.end ? found : null
}

const TABLE_DEFINITION = 0xd608
const TABS = 0xc615
const operandSizes = [1, 1, 2, 4, 2, 2, 0, 3] as const

/** Each property: its number, and its operand without the length that may stand before it. */
function* propertiesOf(list: Uint8Array): Generator<readonly [number: number, operand: Uint8Array]> {
  for (let at = 0; at + 2 < list.length; ) {
    const number = list[at]! | (list[at + 1]! << 8)
    at += 2
    let size: number = operandSizes[(number >> 13) & 7]!
    if (number === TABLE_DEFINITION) {
      size = (list[at]! | ((list[at + 1] ?? 0) << 8)) - 1
      at += 2
    } else if (size === 0) {
      size = list[at++]!
      if (number === TABS && size === 255) return
    }
    yield [number, list.subarray(at, at + Math.max(0, size))]
    at += Math.max(0, size)
  }
}

export interface RowShape {
  /** Left edges of the cells and the right edge of the last, in twentieths of a point. */
  readonly edges: readonly number[]
  readonly merges: readonly { readonly across: boolean; readonly down: 'restart' | 'continue' | null }[]
}

export interface ParagraphKind {
  /** Tables it stands in. */
  readonly level: number
  /** The mark at its end closes a cell, or a row, of an inner table. */
  readonly endsInnerCell: boolean
  readonly endsRow: boolean
  readonly row: RowShape | null
}

export const plainParagraph: ParagraphKind = { level: 0, endsInnerCell: false, endsRow: false, row: null }

function rowShape(operand: Uint8Array): RowShape | null {
  const count = operand[0] ?? 0
  if (count === 0 || operand.length < 1 + (count + 1) * 2) return null
  const view = new DataView(operand.buffer, operand.byteOffset, operand.byteLength)
  const edges = Array.from({ length: count + 1 }, (_, index) => view.getInt16(1 + index * 2, true))
  const merges = Array.from({ length: count }, (_, index) => {
    const at = 1 + (count + 1) * 2 + index * 20
    const flags = at + 2 <= operand.length ? view.getUint16(at, true) : 0
    const down = (flags & 0x40) !== 0 ? 'restart' : (flags & 0x20) !== 0 ? 'continue' : null
    return { across: (flags & 2) !== 0, down } as const
  })
  return { edges, merges }
}

/** What a paragraph's properties say of tables. Long lists stand in the data stream; `longer` fetches one. */
export function paragraphKind(list: Uint8Array, longer: (at: number) => Uint8Array): ParagraphKind {
  let inTable = false
  let level: number | null = null
  let endsInnerCell = false
  let endsRow = false
  let row: RowShape | null = null
  const take = (properties: Uint8Array, depth: number) => {
    for (const [number, operand] of propertiesOf(properties)) {
      const isOn = operand[0] === 1
      if (number === 0x2416) inTable = isOn
      else if (number === 0x2417 || number === 0x244c) endsRow = isOn
      else if (number === 0x244b) endsInnerCell = isOn
      else if (number === 0x6649) level = operand[0]! | ((operand[1] ?? 0) << 8)
      else if (number === TABLE_DEFINITION) row = rowShape(operand)
      else if ((number === 0x6645 || number === 0x6646) && depth === 0 && operand.length === 4) {
        take(longer(new DataView(operand.buffer, operand.byteOffset, 4).getUint32(0, true)), 1)
      }
    }
  }
  take(list, 0)
  return { level: level ?? (inTable ? 1 : 0), endsInnerCell, endsRow, row }
}

export interface CharacterKind {
  readonly deleted: boolean
  readonly hidden: boolean
  /** Number of a symbol's font and its code. */
  readonly symbol: { readonly font: number; readonly code: number } | null
}

export function characterKind(list: Uint8Array): CharacterKind {
  let deleted = false
  let hidden = false
  let symbol: CharacterKind['symbol'] = null
  for (const [number, operand] of propertiesOf(list)) {
    if (number === 0x0800) deleted = operand[0] === 1
    else if (number === 0x083c) hidden = operand[0] === 1
    else if (number === 0x6a09 && operand.length === 4) {
      symbol = { font: operand[0]! | (operand[1]! << 8), code: operand[2]! | (operand[3]! << 8) }
    }
  }
  return { deleted, hidden, symbol }
}

/** Where in the data stream the picture stands that a character is; null where it is none. */
export function pictureAt(list: Uint8Array): number | null {
  for (const [number, operand] of propertiesOf(list)) {
    if (number === 0x6a03 && operand.length === 4)
      return new DataView(operand.buffer, operand.byteOffset, 4).getUint32(0, true)
  }
  return null
}

/** Names of fonts in their order. */
export function readFonts(streams: DocumentStreams): readonly string[] {
  const list = tablePart(streams, 0x112)
  const names: string[] = []
  for (let at = 4; at < list.byteLength && names.length < 10_000; ) {
    const size = list.getUint8(at) + 1
    let name = ''
    for (let place = at + 40; place + 2 <= Math.min(at + size, list.byteLength); place += 2) {
      const code = list.getUint16(place, true)
      if (code === 0) break
      name += String.fromCharCode(code)
    }
    names.push(name)
    at += size
  }
  return names
}
