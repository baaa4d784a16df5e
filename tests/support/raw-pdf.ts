/** Writes PDF by hand: small documents whose every operator a test decides. Y runs upwards, as in PDF. */

import { createHash } from 'node:crypto'
import { deflateSync } from 'node:zlib'

export interface RawPage {
  readonly width?: number
  readonly height?: number
  readonly rotate?: number
  /** Operators; see the helpers below. */
  readonly content: string | Uint8Array
  /** Entries of its dictionary, and of its resources, further ones. */
  readonly entries?: string
  readonly resources?: string
}

export interface RawPdf {
  readonly pages: readonly RawPage[]
  /** Objects from number 10 on, each the text between `obj` and `endobj`. */
  readonly objects?: readonly (string | Uint8Array)[]
  readonly catalog?: string
  /** `owner`: opens without a password; `user`: asks for one. */
  readonly locked?: 'owner' | 'user'
  readonly compress?: boolean
}

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1')

/** A text of any characters as an operand for the font F1, which stands in no file (Adobe-GB1). */
export function hex(text: string): string {
  return `<${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}

/** One text at a place; `matrix` turns it. */
export function textAt(x: number, y: number, text: string, size = 10, matrix = '1 0 0 1'): string {
  return `BT /F1 ${size} Tf ${matrix} ${x} ${y} Tm ${hex(text)} Tj ET\n`
}

export function lineFrom(x1: number, y1: number, x2: number, y2: number): string {
  return `${x1} ${y1} m ${x2} ${y2} l S\n`
}

/** Ruling lines at all places, each as long as the table. */
export function rulings(xs: readonly number[], ys: readonly number[]): string {
  const [left, right] = [Math.min(...xs), Math.max(...xs)]
  const [bottom, top] = [Math.min(...ys), Math.max(...ys)]
  return [...xs.map((x) => lineFrom(x, bottom, x, top)), ...ys.map((y) => lineFrom(left, y, right, y))].join('')
}

/** A ruled table with a text in each cell, from the top row down: rows 20 high, columns 100 wide. */
export function tableAt(left: number, top: number, rows: readonly (readonly string[])[]): string {
  const xs = Array.from({ length: rows[0]!.length + 1 }, (_, column) => left + column * 100)
  const ys = Array.from({ length: rows.length + 1 }, (_, row) => top - row * 20)
  const texts = rows.flatMap((row, at) =>
    row.map((text, column) => (text === '' ? '' : textAt(left + column * 100 + 3, top - at * 20 - 14, text))),
  )
  return rulings(xs, ys) + texts.join('')
}

export function stream(dictionary: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([latin1(`<< ${dictionary} /Length ${bytes.length} >>\nstream\n`), bytes, latin1('\nendstream')])
}

/** RC4, which Node's OpenSSL no longer has. */
function rc4(key: Uint8Array, data: Uint8Array): Uint8Array {
  const box = Array.from({ length: 256 }, (_, index) => index)
  for (let i = 0, j = 0; i < 256; i++) {
    j = (j + box[i]! + key[i % key.length]!) & 255
    ;[box[i], box[j]] = [box[j]!, box[i]!]
  }
  let [i, j] = [0, 0]
  return data.map((byte) => {
    i = (i + 1) & 255
    j = (j + box[i]!) & 255
    ;[box[i], box[j]] = [box[j]!, box[i]!]
    return byte ^ box[(box[i]! + box[j]!) & 255]!
  })
}

const md5 = (...parts: readonly Uint8Array[]): Uint8Array => createHash('md5').update(Buffer.concat(parts)).digest()
/** The filling of passwords (PDF 1.7, algorithm 2). */
const FILLING = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex')
const ID = Buffer.alloc(16, 7)
const PERMISSIONS = -4

interface Lock {
  readonly key: Uint8Array
  readonly dictionary: string
}

/** Revision 2: 40 bits. */
function lockOf(kind: 'owner' | 'user'): Lock {
  const owner = Buffer.alloc(32, 9)
  const permissions = Buffer.alloc(4)
  permissions.writeInt32LE(PERMISSIONS)
  const password = kind === 'owner' ? FILLING : Buffer.concat([latin1('secret'), FILLING]).subarray(0, 32)
  const key = md5(password, owner, permissions, ID).subarray(0, 5)
  const user = Buffer.from(rc4(key, FILLING)).toString('hex')
  const dictionary = `<< /Filter /Standard /V 1 /R 2 /P ${PERMISSIONS} /O <${owner.toString('hex')}> /U <${user}> >>`
  return { key, dictionary }
}

/** The stream of an object, as a locked document keeps it. */
function sealed(bytes: Uint8Array, number: number, lock: Lock | null): Uint8Array {
  if (lock === null) return bytes
  const salt = Buffer.from([number & 255, (number >> 8) & 255, number >> 16, 0, 0])
  return rc4(md5(lock.key, salt).subarray(0, 10), bytes)
}

function sealedText(text: string, number: number, lock: Lock | null): string {
  return `<${Buffer.from(sealed(latin1(text), number, lock)).toString('hex')}>`
}

const FIRST_OBJECT = 10
const FONT = 3

/** The bytes of a document; its objects: 1 catalog, 2 pages, 3–5 font, 10… further ones, then pages and contents. */
export function rawPdf({ pages, objects = [], catalog = '', locked, compress = false }: RawPdf): Uint8Array {
  const lock = locked === undefined ? null : lockOf(locked)
  const firstPage = FIRST_OBJECT + objects.length
  const all = new Map<number, string | Uint8Array>([
    [1, `<< /Type /Catalog /Pages 2 0 R ${catalog} >>`],
    [
      2,
      `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, at) => `${firstPage + 2 * at} 0 R`).join(' ')}] >>`,
    ],
    [
      FONT,
      '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UTF16-H /DescendantFonts [4 0 R] >>',
    ],
    [
      4,
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /FontDescriptor 5 0 R /DW 1000 /W [1 95 500] ' +
        `/CIDSystemInfo << /Registry ${sealedText('Adobe', 4, lock)} /Ordering ${sealedText('GB1', 4, lock)} /Supplement 5 >> >>`,
    ],
    [
      5,
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 ' +
        '/Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ],
  ])
  objects.forEach((object, at) => {
    all.set(FIRST_OBJECT + at, object)
  })
  pages.forEach((page, at) => {
    const number = firstPage + 2 * at
    const { width = 595, height = 842, rotate = 0, content, entries = '', resources = '' } = page
    all.set(
      number,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${width} ${height}] /Rotate ${rotate} /Contents ${number + 1} 0 R ` +
        `/Resources << /Font << /F1 ${FONT} 0 R >> ${resources} >> ${entries} >>`,
    )
    const plain = typeof content === 'string' ? latin1(content) : content
    const bytes = sealed(compress ? deflateSync(plain) : plain, number + 1, lock)
    all.set(number + 1, stream(compress ? '/Filter /FlateDecode' : '', bytes))
  })
  return assemble(all, lock)
}

function assemble(all: ReadonlyMap<number, string | Uint8Array>, lock: Lock | null): Uint8Array {
  const parts: Uint8Array[] = [latin1('%PDF-1.7\n%\xe2\xe3\xcf\xd3\n')]
  const offsets = new Map<number, number>()
  let length = parts[0]!.length
  const add = (bytes: Uint8Array): void => {
    parts.push(bytes)
    length += bytes.length
  }
  for (const [number, object] of [...all].sort(([a], [b]) => a - b)) {
    offsets.set(number, length)
    add(latin1(`${number} 0 obj\n`))
    add(typeof object === 'string' ? latin1(object) : object)
    add(latin1('\nendobj\n'))
  }
  const size = Math.max(...all.keys()) + 1
  const start = length
  const rows = Array.from({ length: size }, (_, number) => {
    const offset = offsets.get(number)
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`
  })
  const encrypt =
    lock === null ? '' : `/Encrypt ${lock.dictionary} /ID [<${ID.toString('hex')}> <${ID.toString('hex')}>]`
  add(latin1(`xref\n0 ${size}\n${rows.join('')}trailer\n<< /Size ${size} /Root 1 0 R ${encrypt} >>\n`))
  add(latin1(`startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}
