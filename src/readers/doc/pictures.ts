/**
 * Pictures of a document of Word 97 to 2003: those in its lines stand in the data stream where their characters say
 * ([MS-DOC] 2.9.192), those that float stand in the main stream where the list of drawings says ([MS-ODRAW] 2.2.20, 2.2.32).
 * Pictures that are drawings (emf, wmf) are left out, and what a link names is not followed.
 */

import { CompoundFile } from '../../containers/compound-file.ts'
import { limits } from './limits.ts'
import { type DocumentStreams, documentStreams, tablePart } from './pieces.ts'
import { characterStretches, pictureAt } from './properties.ts'

/** Records of drawings: what holds others, an entry of the list of pictures, and pictures as files hold them. */
const ENTRY = 0xf007
const JPEG = [0xf01d, 0xf02a]
const PNG = 0xf01e
const TIFF = 0xf029

const HEADER = 8
/** An entry of the list of pictures, before its name. */
const ENTRY_SIZE = 36
const UNIQUE_ID = 16
const DRAWINGS = 0x22a
const MOST = 1000
const DEEPEST = 8

interface DrawingRecord {
  /** Its version in the lowest four bits, then its instance. */
  readonly head: number
  readonly kind: number
  readonly content: Uint8Array
}

function recordAt(bytes: Uint8Array, at: number): DrawingRecord {
  const view = new DataView(bytes.buffer, bytes.byteOffset + at, HEADER)
  const start = at + HEADER
  return {
    head: view.getUint16(0, true),
    kind: view.getUint16(2, true),
    content: bytes.subarray(start, start + view.getUint32(4, true)),
  }
}

class PictureList {
  readonly found: Uint8Array[] = []
  readonly #main: Uint8Array
  /** Where pictures were found: the same one may be shown many times. */
  readonly #places = new Set<number>()

  constructor(main: Uint8Array) {
    this.#main = main
  }

  /** Records one after the other; what they state of their lengths is not believed beyond the bytes that are there. */
  take(bytes: Uint8Array, depth = 0): void {
    if (depth > DEEPEST) return
    for (let at = 0; at + HEADER <= bytes.length && this.found.length < MOST; ) {
      const { head, kind, content } = recordAt(bytes, at)
      if ((head & 0xf) === 0xf) this.take(content, depth + 1)
      else if (kind === ENTRY) this.#entry(content, depth)
      else this.#picture(head >>> 4, kind, content)
      at += HEADER + content.length
    }
  }

  /** The picture follows its entry, or stands in the main stream. */
  #entry(content: Uint8Array, depth: number): void {
    if (content.length < ENTRY_SIZE) return
    const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
    const within = content.subarray(ENTRY_SIZE + content[33]!)
    const elsewhere = view.getUint32(28, true)
    if (within.length > HEADER) this.take(within, depth + 1)
    else if (elsewhere !== 0 && elsewhere + HEADER < this.#main.length) {
      const { head, kind, content: picture } = recordAt(this.#main, elsewhere)
      this.#picture(head >>> 4, kind, picture)
    }
  }

  #picture(instance: number, kind: number, content: Uint8Array): void {
    if (!JPEG.includes(kind) && kind !== PNG && kind !== TIFF) return
    // The lowest bit of the kind says that a second number follows the first; then one byte of no use.
    const picture = content.subarray(UNIQUE_ID * (1 + (instance & 1)) + 1)
    if (picture.length === 0 || this.#places.has(picture.byteOffset)) return
    this.#places.add(picture.byteOffset)
    this.found.push(picture)
  }
}

/** A picture in a line: its own header, which says how long it is and the whole, then the records of the drawing. */
function takeInline({ data }: DocumentStreams, at: number, list: PictureList): void {
  if (at + 8 > data.length) return
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const [whole, header] = [view.getUint32(at, true), view.getUint16(at + 4, true)]
  // A linked picture has a name between both.
  const named = view.getUint16(at + 6, true) === 0x66 && at + header < data.length ? 1 + data[at + header]! : 0
  list.take(data.subarray(at + header + named, at + whole))
}

/** Files of pictures (png, jpeg, tiff): those in lines in the order of the file, then those that float. */
export function picturesOfDoc(bytes: Uint8Array): readonly Uint8Array[] {
  const file = CompoundFile.open(bytes, limits)
  const streams = file === null ? null : documentStreams(file)
  if (streams === null || typeof streams === 'string' || streams.main.length < DRAWINGS + 8) return []
  const list = new PictureList(streams.main)
  const places = characterStretches(streams).map(({ list: properties }) => pictureAt(properties))
  for (const place of new Set(places)) if (place !== null) takeInline(streams, place, list)
  const { buffer, byteOffset, byteLength } = tablePart(streams, DRAWINGS)
  // The pictures come first, then each page's drawings, which only name them.
  if (byteLength >= HEADER) list.take(recordAt(new Uint8Array(buffer, byteOffset, byteLength), 0).content)
  return list.found
}
