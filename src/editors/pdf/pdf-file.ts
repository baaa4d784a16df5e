/** A PDF file by its objects: where each stands, in tables or streams, and its pages. Nothing is drawn or decoded. */

import { inflateSync } from 'node:zlib'
import { BadSyntax, readArray, readDictionary, referenceOf, skipBlanks, valueEnd } from './syntax.ts'

export interface PdfObject {
  /** As written, without the stream behind it. */
  readonly text: string
  /** Packed bytes of its stream, one character each; null for other objects. */
  readonly stream: string | null
}

export interface PdfPage {
  readonly object: number
  readonly values: ReadonlyMap<string, string>
  /** Left, bottom, right, top of what is shown. */
  readonly box: readonly [number, number, number, number]
  /** 0, 90, 180 or 270, clockwise. */
  readonly rotation: number
}

type Entry = { readonly offset: number } | { readonly inside: number; readonly index: number }

const MOST_OBJECTS = 1_000_000
const MOST_SECTIONS = 1000
const MOST_PAGES = 5000
const MOST_UNPACKED = 64 * 1024 * 1024

/** Undoes the row-by-row differences that tables of places are packed with. */
function unpredicted(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(data.length / (columns + 1))
  const plain = new Uint8Array(rows * columns)
  for (let row = 0; row < rows; row++) {
    const kind = data[row * (columns + 1)]!
    for (let column = 0; column < columns; column++) {
      const raw = data[row * (columns + 1) + 1 + column]!
      const up = row > 0 ? plain[(row - 1) * columns + column]! : 0
      const left = column > 0 ? plain[row * columns + column - 1]! : 0
      if (kind > 2) throw new BadSyntax('predictor')
      plain[row * columns + column] = (raw + (kind === 2 ? up : kind === 1 ? left : 0)) & 255
    }
  }
  return plain
}

export class PdfFile {
  readonly text: string
  readonly trailer: ReadonlyMap<string, string>
  /** Where the last table of places stands, and whether it is a stream. */
  readonly startXref: number
  readonly hasStreamTable: boolean
  readonly #entries = new Map<number, Entry>()
  readonly #containers = new Map<number, readonly string[]>()

  /** Throws BadSyntax for files that are not understood, or that are encrypted. */
  constructor(bytes: Uint8Array) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1')
    const last = this.text.lastIndexOf('startxref')
    const start = /^startxref\s+(\d+)/.exec(this.text.slice(last, last + 40))
    if (last < 0 || start === null) throw new BadSyntax('startxref')
    this.startXref = Number(start[1])
    this.hasStreamTable = !this.text.startsWith('xref', this.startXref)
    this.trailer = this.#readTables()
    if (this.trailer.has('Encrypt')) throw new BadSyntax('encrypted')
  }

  get size(): number {
    return Math.max(Number(this.trailer.get('Size') ?? 0), ...[...this.#entries.keys()].map((number) => number + 1))
  }

  #readTables(): Map<string, string> {
    let trailer: Map<string, string> | null = null
    const open = [this.startXref]
    const seen = new Set<number>()
    while (open.length > 0) {
      const at = open.shift()!
      if (seen.has(at)) continue
      seen.add(at)
      if (seen.size > MOST_SECTIONS) throw new BadSyntax('tables')
      const values = this.text.startsWith('xref', at) ? this.#readTable(at) : this.#readStreamTable(at)
      trailer ??= values
      for (const name of ['XRefStm', 'Prev']) {
        const next = values.get(name)
        if (next !== undefined && /^\d+$/.test(next)) open.push(Number(next))
      }
    }
    return trailer!
  }

  #put(number: number, entry: Entry): void {
    if (this.#entries.size > MOST_OBJECTS) throw new BadSyntax('objects')
    if (!this.#entries.has(number)) this.#entries.set(number, entry)
  }

  #readTable(from: number): Map<string, string> {
    let at = skipBlanks(this.text, from + 4)
    const section = /(\d+)[ ]+(\d+)\s*/y
    const line = /(\d{1,10})[ ]+(\d{1,5})[ ]+([nf])\s*/y
    for (;;) {
      section.lastIndex = at
      const head = section.exec(this.text)
      if (head === null) break
      at += head[0].length
      for (let index = 0; index < Number(head[2]); index++) {
        line.lastIndex = at
        const entry = line.exec(this.text)
        if (entry === null) throw new BadSyntax('table')
        at += entry[0].length
        if (entry[3] === 'n') this.#put(Number(head[1]) + index, { offset: Number(entry[1]) })
      }
    }
    if (!this.text.startsWith('trailer', at)) throw new BadSyntax('trailer')
    return readDictionary(this.text, at + 7)
  }

  #readStreamTable(from: number): Map<string, string> {
    const { text, stream } = this.#objectAt(from)
    const values = readDictionary(text)
    if (values.get('Type') !== '/XRef' || stream === null) throw new BadSyntax('table')
    const data = this.#unpacked(values, stream)
    const widths = readArray(values.get('W') ?? '[]').map(Number)
    const [kind = 0, second = 0, third = 0] = widths
    const size = Number(values.get('Size') ?? 0)
    const ranges = readArray(values.get('Index') ?? `[0 ${size}]`).map(Number)
    let at = 0
    const number = (width: number, missing: number): number => {
      if (width === 0) return missing
      let value = 0
      for (let index = 0; index < width; index++) value = value * 256 + (data[at++] ?? 0)
      return value
    }
    for (let range = 0; range + 1 < ranges.length; range += 2) {
      for (let index = 0; index < ranges[range + 1]! && at < data.length; index++) {
        const [type, one, two] = [number(kind, 1), number(second, 0), number(third, 0)]
        if (type === 1) this.#put(ranges[range]! + index, { offset: one })
        else if (type === 2) this.#put(ranges[range]! + index, { inside: one, index: two })
      }
    }
    return values
  }

  #unpacked(values: ReadonlyMap<string, string>, stream: string): Uint8Array {
    const packed = Buffer.from(stream, 'latin1')
    const filter = values.get('Filter')
    if (filter === undefined) return packed
    if (!/^(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])$/.test(filter)) throw new BadSyntax('filter')
    let data: Uint8Array
    try {
      data = inflateSync(packed, { maxOutputLength: MOST_UNPACKED, finishFlush: 2 })
    } catch {
      throw new BadSyntax('stream')
    }
    const settings = values.get('DecodeParms')?.replace(/^\[\s*|\s*\]$/g, '')
    const own =
      settings === undefined || !settings.startsWith('<<') ? new Map<string, string>() : readDictionary(settings)
    return Number(own.get('Predictor') ?? 1) >= 10 ? unpredicted(data, Number(own.get('Columns') ?? 1)) : data
  }

  #objectAt(offset: number): PdfObject {
    const head = /\s*\d+\s+\d+\s+obj/y
    head.lastIndex = offset
    const match = head.exec(this.text)
    if (match === null) throw new BadSyntax('object')
    const start = skipBlanks(this.text, offset + match[0].length)
    const end = valueEnd(this.text, start)
    const text = this.text.slice(start, end)
    const mark = skipBlanks(this.text, end)
    if (!this.text.startsWith('stream', mark) || !text.startsWith('<<')) return { text, stream: null }
    const from = mark + 6 + (this.text.startsWith('\r\n', mark + 6) ? 2 : 1)
    const said = readDictionary(text).get('Length')
    const reference = referenceOf(said)
    const length = Number(reference === null ? said : this.object(reference).text)
    const isRight = Number.isInteger(length) && /^\s*endstream/.test(this.text.slice(from + length, from + length + 20))
    const stop = isRight ? from + length : this.text.indexOf('endstream', from)
    if (stop < 0) throw new BadSyntax('stream')
    return { text, stream: this.text.slice(from, stop) }
  }

  object(number: number): PdfObject {
    const entry = this.#entries.get(number)
    if (entry === undefined) return { text: 'null', stream: null }
    if ('offset' in entry) return this.#objectAt(entry.offset)
    const texts = this.#containers.get(entry.inside) ?? this.#open(entry.inside)
    const text = texts[entry.index]
    if (text === undefined) throw new BadSyntax('object')
    return { text, stream: null }
  }

  /** Objects packed together in one stream. */
  #open(number: number): readonly string[] {
    const entry = this.#entries.get(number)
    if (entry === undefined || !('offset' in entry)) throw new BadSyntax('container')
    const { text, stream } = this.#objectAt(entry.offset)
    const values = readDictionary(text)
    const data = Buffer.from(this.#unpacked(values, stream ?? '')).toString('latin1')
    const first = Number(values.get('First') ?? 0)
    const places = data.slice(0, first).trim().split(/\s+/).map(Number)
    const texts: string[] = []
    for (let index = 1; index < places.length; index += 2) {
      const start = skipBlanks(data, first + places[index]!)
      texts.push(data.slice(start, valueEnd(data, start)))
    }
    this.#containers.set(number, texts)
    return texts
  }

  /** A value, or what it refers to. */
  resolve(value: string | undefined): string {
    const reference = referenceOf(value)
    return reference === null ? (value ?? 'null') : this.object(reference).text
  }

  get pagesRoot(): number {
    const root = referenceOf(this.trailer.get('Root'))
    if (root === null) throw new BadSyntax('root')
    const pages = referenceOf(readDictionary(this.object(root).text).get('Pages'))
    if (pages === null) throw new BadSyntax('pages')
    return pages
  }

  /** Pages in their order. */
  pages(): PdfPage[] {
    const pages: PdfPage[] = []
    const seen = new Set<number>()
    const walk = (number: number, above: ReadonlyMap<string, string>): void => {
      if (seen.has(number) || pages.length > MOST_PAGES) throw new BadSyntax('pages')
      seen.add(number)
      const values = readDictionary(this.object(number).text)
      const inherited = new Map(above)
      for (const name of ['MediaBox', 'CropBox', 'Rotate']) {
        const own = values.get(name)
        if (own !== undefined) inherited.set(name, own)
      }
      if (values.has('Kids')) {
        for (const kid of readArray(this.resolve(values.get('Kids')))) walk(referenceOf(kid) ?? -1, inherited)
        return
      }
      pages.push({ object: number, values, ...this.#shownBox(inherited) })
    }
    walk(this.pagesRoot, new Map())
    return pages
  }

  #shownBox(values: ReadonlyMap<string, string>): Pick<PdfPage, 'box' | 'rotation'> {
    const boxOf = (name: string): [number, number, number, number] | null => {
      const raw = values.get(name)
      if (raw === undefined) return null
      const [a = 0, b = 0, c = 0, d = 0] = readArray(this.resolve(raw)).map((one) => Number(this.resolve(one)))
      return [Math.min(a, c), Math.min(b, d), Math.max(a, c), Math.max(b, d)]
    }
    const media = boxOf('MediaBox') ?? [0, 0, 612, 792]
    const crop = boxOf('CropBox') ?? media
    const box = [
      Math.max(media[0], crop[0]),
      Math.max(media[1], crop[1]),
      Math.min(media[2], crop[2]),
      Math.min(media[3], crop[3]),
    ] as const
    const turned = Number(this.resolve(values.get('Rotate')))
    const rotation = Number.isInteger(turned) && turned % 90 === 0 ? ((turned % 360) + 360) % 360 : 0
    return { box: box[2] > box[0] && box[3] > box[1] ? box : media, rotation }
  }
}
