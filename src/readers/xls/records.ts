/** The stream of a workbook: records of a number, a length and a body, after [MS-XLS]. */

import { decodeText, knownEncoding } from '../../containers/encoding.ts'

/** Numbers of the records that are read. */
export const records = {
  formula: 0x0006,
  end: 0x000a,
  note: 0x001c,
  dateMode: 0x0022,
  filePass: 0x002f,
  continue: 0x003c,
  codePage: 0x0042,
  object: 0x005d,
  columns: 0x007d,
  sheet: 0x0085,
  figures: 0x00bd,
  richLabel: 0x00d6,
  project: 0x00d3,
  style: 0x00e0,
  merges: 0x00e5,
  drawing: 0x00ec,
  sharedTexts: 0x00fc,
  sharedLabel: 0x00fd,
  externalBook: 0x01ae,
  boxText: 0x01b6,
  number: 0x0203,
  label: 0x0204,
  truth: 0x0205,
  text: 0x0207,
  row: 0x0208,
  window: 0x023e,
  figure: 0x027e,
  format: 0x041e,
  begin: 0x0809,
} as const

/** Versions of the format, as the first record names them. */
export const BIFF8 = 0x0600
export const BIFF5 = 0x0500

export interface WorkbookRecord {
  readonly id: number
  readonly body: Uint8Array
  readonly view: DataView
}

function viewOf(body: Uint8Array): DataView {
  return new DataView(body.buffer, body.byteOffset, body.byteLength)
}

/** Goes from record to record; the last one may be cut. */
export class RecordCursor {
  readonly #bytes: Uint8Array
  #at: number
  readonly #budget: { records: number }

  constructor(bytes: Uint8Array, at: number, budget: { records: number }) {
    this.#bytes = bytes
    this.#at = at
    this.#budget = budget
  }

  get #id(): number {
    return this.#at + 4 <= this.#bytes.length ? this.#bytes[this.#at]! | (this.#bytes[this.#at + 1]! << 8) : -1
  }

  next(): WorkbookRecord | null {
    const id = this.#id
    if (id < 0 || --this.#budget.records < 0) return null
    const length = this.#bytes[this.#at + 2]! | (this.#bytes[this.#at + 3]! << 8)
    const body = this.#bytes.subarray(this.#at + 4, this.#at + 4 + length)
    this.#at += 4 + length
    return { id, body, view: viewOf(body) }
  }

  /** The bodies that continue the record just read. */
  continued(): Uint8Array[] {
    const bodies: Uint8Array[] = []
    while (this.#id === records.continue) {
      const next = this.next()
      if (next === null) break
      bodies.push(next.body)
    }
    return bodies
  }
}

const wideDecoder = new TextDecoder('utf-16le', { ignoreBOM: true })

/** The lower halves of characters whose upper halves are zero. */
function narrowPiece(piece: Uint8Array): string {
  let text = ''
  for (let at = 0; at < piece.length; at += 4096) text += String.fromCharCode(...piece.subarray(at, at + 4096))
  return text
}

/** Cuts a text short where it claims more than there is. */
export class TextCursor {
  readonly #bodies: readonly Uint8Array[]
  #index = 0
  #at: number

  constructor(bodies: readonly Uint8Array[], at = 0) {
    this.#bodies = bodies
    this.#at = at
  }

  get done(): boolean {
    return this.#index >= this.#bodies.length
  }

  #byte(): number {
    this.#advance()
    return this.#bodies[this.#index]?.[this.#at++] ?? 0
  }

  #advance(): void {
    while (this.#index < this.#bodies.length && this.#at >= this.#bodies[this.#index]!.length) {
      this.#index++
      this.#at = 0
    }
  }

  number(size: 1 | 2 | 4): number {
    let value = 0
    for (let shift = 0; shift < size; shift++) value += this.#byte() * 2 ** (8 * shift)
    return value
  }

  skip(count: number): void {
    for (let left = count; left > 0; ) {
      this.#advance()
      const body = this.#bodies[this.#index]
      if (body === undefined) return
      const step = Math.min(left, body.length - this.#at)
      this.#at += step
      left -= step
    }
  }

  /** `count` characters; where they go on in the next body, that begins with a sign of its own whether they are wide. */
  characters(count: number, isWide: boolean): string {
    let text = ''
    let wide = isWide
    for (let left = count; left > 0; ) {
      if (this.done) return text
      if (this.#at >= this.#bodies[this.#index]!.length) {
        this.#advance()
        if (this.done) return text
        wide = (this.#byte() & 1) === 1
        continue
      }
      const body = this.#bodies[this.#index]!
      const size = wide ? 2 : 1
      const step = Math.min(left, Math.max(1, Math.floor((body.length - this.#at) / size)))
      const piece = body.subarray(this.#at, this.#at + step * size)
      text += wide ? wideDecoder.decode(piece) : narrowPiece(piece)
      this.#at += step * size
      left -= step
    }
    return text
  }

  /** A text with its length before it, and what may hang on it: runs of formats, readings of its characters. */
  text(lengthSize: 1 | 2): string {
    const count = this.number(lengthSize)
    const flags = this.number(1)
    const runs = (flags & 8) === 0 ? 0 : this.number(2)
    const readings = (flags & 4) === 0 ? 0 : this.number(4)
    const text = this.characters(count, (flags & 1) === 1)
    this.skip(runs * 4)
    this.skip(readings)
    return text
  }
}

/** Code pages of Windows by the names that decoders know; Chinese where a file says nothing. */
function encodingOf(codePage: number): string {
  if (codePage === 936 || codePage === 0) return 'gb18030'
  if (codePage === 950) return 'big5'
  return knownEncoding(codePage === 1200 ? 'utf-16le' : `windows-${codePage}`) ?? 'gb18030'
}

/** A text of the older format: bytes of a code page. */
export function narrowText(bytes: Uint8Array, codePage: number): string {
  return decodeText(bytes, encodingOf(codePage)).text
}
