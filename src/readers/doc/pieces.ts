/**
 * The text of a document of Word 97 to 2003: pieces of the main stream, put in order by a table in another stream
 * ([MS-DOC] 2.4.1, 2.5, 2.9.177).
 */

import type { CompoundFile } from '../../containers/compound-file.ts'

/** Parts of the text, in the order in which they follow one another. */
export const parts = [
  { name: 'body', lengthAt: 0x4c },
  { name: 'footnotes', lengthAt: 0x50 },
  { name: 'headers', lengthAt: 0x54 },
  { name: 'macros', lengthAt: 0x58 },
  { name: 'comments', lengthAt: 0x5c },
  { name: 'endnotes', lengthAt: 0x60 },
  { name: 'boxes', lengthAt: 0x64 },
  { name: 'headerBoxes', lengthAt: 0x68 },
] as const
export type PartName = (typeof parts)[number]['name']

export interface Piece {
  /** Place of its first character in the text. */
  readonly start: number
  readonly length: number
  /** Where its bytes begin in the main stream. */
  readonly offset: number
  /** Bytes of a character: 2, or 1 in the Western code page. */
  readonly width: 1 | 2
}

export interface DocumentStreams {
  readonly main: Uint8Array
  readonly view: DataView
  readonly table: Uint8Array
  /** Long properties stand in a stream of their own. */
  readonly data: Uint8Array
}

export type StreamsProblem = 'protected' | 'damaged' | 'oldVersion' | 'noDocument'

const SIGN = 0xa5ec
/** Word 97; older ones are built in another way. */
const OLDEST = 0xc1
const HEADER = 0x1aa

export function documentStreams(file: CompoundFile): DocumentStreams | StreamsProblem {
  const main = file.stream('WordDocument')
  if (main === null) return 'noDocument'
  if (main.length < 12) return 'damaged'
  const view = new DataView(main.buffer, main.byteOffset, main.byteLength)
  if (view.getUint16(0, true) !== SIGN) return 'damaged'
  const flags = view.getUint16(10, true)
  if ((flags & 0x100) !== 0) return 'protected'
  if (view.getUint16(2, true) < OLDEST) return 'oldVersion'
  const table = file.stream((flags & 0x200) === 0 ? '0Table' : '1Table')
  if (main.length < HEADER || table === null) return 'damaged'
  return { main, view, table, data: file.stream('Data') ?? new Uint8Array() }
}

/** A stretch of the table stream that the header points to; shorter where the file is cut. */
export function tablePart({ view, table }: DocumentStreams, pointer: number): DataView {
  const start = Math.min(view.getUint32(pointer, true), table.length)
  const length = Math.min(view.getUint32(pointer + 4, true), table.length - start)
  return new DataView(table.buffer, table.byteOffset + start, length)
}

/** The pieces in order; null where their table cannot be found. */
export function readPieces(streams: DocumentStreams): readonly Piece[] | null {
  const list = tablePart(streams, 0x1a2)
  let at = 0
  // Properties of pieces stand before their table.
  while (at + 3 <= list.byteLength && list.getUint8(at) === 1) at += 3 + list.getUint16(at + 1, true)
  if (at + 5 > list.byteLength || list.getUint8(at) !== 2) return null
  const size = Math.min(list.getUint32(at + 1, true), list.byteLength - at - 5)
  const count = Math.floor((size - 4) / 12)
  const from = at + 5
  const pieces: Piece[] = []
  for (let index = 0; index < count; index++) {
    const start = list.getUint32(from + index * 4, true)
    const end = list.getUint32(from + index * 4 + 4, true)
    const place = list.getUint32(from + (count + 1) * 4 + index * 8 + 2, true)
    const isNarrow = (place & 0x40000000) !== 0
    const offset = isNarrow ? (place & 0x3fffffff) >>> 1 : place & 0x3fffffff
    const width = isNarrow ? 1 : 2
    const length = Math.min(end - start, Math.floor((streams.main.length - offset) / width))
    if (length > 0) pieces.push({ start, length, offset, width })
  }
  return pieces
}

/** Bytes 80 to 9F of the Western code page; decoders of some platforms take them for controls. */
const western =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

function westernText(bytes: Uint8Array): string {
  const plain = new TextDecoder('latin1').decode(bytes)
  return plain.replace(/[\u0080-\u009f]/g, (sign) => western[sign.charCodeAt(0) - 0x80]!)
}

export interface TextRun {
  readonly text: string
  /** Where its first character stands in the main stream. */
  readonly offset: number
  readonly width: 1 | 2
}

/** The characters of a stretch of the text. */
export function* textRuns(
  { main }: DocumentStreams,
  pieces: readonly Piece[],
  from: number,
  to: number,
): Generator<TextRun> {
  const wide = new TextDecoder('utf-16le', { ignoreBOM: true })
  for (const piece of pieces) {
    const first = Math.max(from, piece.start)
    const last = Math.min(to, piece.start + piece.length)
    if (first >= last) continue
    const offset = piece.offset + (first - piece.start) * piece.width
    const bytes = main.subarray(offset, offset + (last - first) * piece.width)
    yield { text: piece.width === 1 ? westernText(bytes) : wide.decode(bytes), offset, width: piece.width }
  }
}
