/** Compound files (xls, doc) made to hurt: rings of sectors, lies about sizes, records and pieces without end. */

import { CFB } from '@e965/xlsx'
import { type HostileFile, MEGABYTE, utf8 } from './hostile-file.ts'

/** A compound file of streams, made by another library. */
function compound(streams: Readonly<Record<string, Uint8Array>>): Buffer {
  const file = CFB.utils.cfb_new()
  for (const [name, bytes] of Object.entries(streams)) CFB.utils.cfb_add(file, `/${name}`, bytes)
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array)
}

function record(id: number, body: Uint8Array = new Uint8Array(), length = body.length): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt16LE(id, 0)
  head.writeUInt16LE(length, 2)
  return Buffer.concat([head, body])
}

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((value, index) => {
    bytes.writeUInt16LE(value & 0xffff, index * 2)
  })
  return bytes
}

const long = (value: number): number[] => [value & 0xffff, Math.floor(value / 0x10000)]
const end = record(0x000a)
const begin = (kind: number) => record(0x0809, words(0x0600, kind, 0, 0, 0, 0, 0, 0))
/** The record of a sheet that stands at `at`. */
const sheetAt = (at: number) => record(0x0085, Buffer.concat([words(...long(at), 0), Buffer.from([1, 0, 0x61])]))
const label = (row: number, column: number) =>
  record(0x0204, Buffer.concat([words(row, column, 0, 1), Buffer.from([0, 0x78])]))

/** A workbook of one sheet, as a stream without a compound file around it. */
function workbook(rows: readonly Uint8Array[], globals: readonly Uint8Array[] = [], sheets = 1): Buffer {
  const before = [begin(5), ...globals]
  const at = Buffer.concat(before).length + sheets * sheetAt(0).length + end.length
  return Buffer.concat([
    ...before,
    ...Array.from({ length: sheets }, () => sheetAt(at)),
    end,
    begin(0x10),
    ...rows,
    end,
  ])
}

interface HandDocument {
  readonly text?: string
  readonly flags?: number
  readonly version?: number
  /** Bounds of pieces, and where each begins in the text. */
  readonly bounds?: readonly number[]
  readonly pieceAt?: number
  /** Characters that the header claims. */
  readonly claimed?: number
}

const HEADER = 0x400

/** A document of Word of one text, in as many pieces as asked for. */
function documentOf(hand: HandDocument = {}): Buffer {
  const text = Buffer.from(hand.text ?? '甲\r', 'utf16le')
  const bounds = hand.bounds ?? [0, text.length / 2]
  const main = Buffer.concat([Buffer.alloc(HEADER), text])
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(hand.version ?? 0xc1, 2)
  main.writeUInt16LE(hand.flags ?? 0, 10)
  main.writeUInt32LE(hand.claimed ?? bounds.at(-1)!, 0x4c)
  const count = bounds.length - 1
  const table = Buffer.alloc(5 + bounds.length * 4 + count * 8)
  table[0] = 2
  table.writeUInt32LE(table.length - 5, 1)
  bounds.forEach((bound, index) => {
    table.writeUInt32LE(bound, 5 + index * 4)
  })
  for (let piece = 0; piece < count; piece++) {
    table.writeUInt32LE(hand.pieceAt ?? HEADER, 5 + bounds.length * 4 + piece * 8 + 2)
  }
  main.writeUInt32LE(0, 0x1a2)
  main.writeUInt32LE(table.length, 0x1a6)
  return compound({ WordDocument: main, '0Table': table })
}

/** Where the folder of a compound file begins, and its entry of a name. */
function entryAt(bytes: Buffer, name: string): number {
  return bytes.indexOf(Buffer.from(`${name}\0`, 'utf16le'))
}

const big = () => compound({ Workbook: workbook(Array.from({ length: 5000 }, (_, row) => label(row, 0))) })

/** A good workbook, one thing in it changed. */
function changed(change: (bytes: Buffer) => void): () => Uint8Array {
  return () => {
    const bytes = big()
    change(bytes)
    return bytes
  }
}

const sheets: readonly (readonly [name: string, says: string | null, bytes: () => Uint8Array])[] = [
  [
    'sectors in a ring',
    null,
    changed((bytes) => {
      // Every sector is followed by the first one of the stream.
      const start = bytes.readUInt32LE(entryAt(bytes, 'Workbook') + 116)
      const table = (bytes.readUInt32LE(76) + 1) * 512
      for (let sector = 0; sector < 128; sector++) bytes.writeUInt32LE(start, table + sector * 4)
    }),
  ],
  [
    'a stream said to have 4 GB',
    'damaged-part/damaged',
    changed((bytes) => bytes.writeUInt32LE(0xffffffff, entryAt(bytes, 'Workbook') + 120)),
  ],
  [
    'a folder tree that bites its tail',
    null,
    changed((bytes) => {
      const entry = entryAt(bytes, 'Workbook')
      for (const place of [68, 72, 76]) bytes.writeUInt32LE(1, entry + place)
    }),
  ],
  ['sectors of no size', 'unreadable/damaged', changed((bytes) => bytes.writeUInt16LE(0, 30))],
  ['sectors of a billion bytes', 'unreadable/damaged', changed((bytes) => bytes.writeUInt16LE(30, 30))],
  ['small sectors of a billion bytes', null, changed((bytes) => bytes.writeUInt16LE(31, 32))],
  ['a folder outside the file', 'unreadable/damaged', changed((bytes) => bytes.writeUInt32LE(0x7fffffff, 48))],
  [
    'a table of sectors without end',
    null,
    changed((bytes) => {
      bytes.writeUInt32LE(0, 68)
      bytes.writeUInt32LE(0xffffffff, 72)
    }),
  ],
  ['a password', 'unreadable/protected', () => workbook([label(0, 0)], [record(0x002f, words(1, 1, 1))])],
  [
    'a password around a newer workbook',
    'unreadable/protected',
    () => compound({ EncryptedPackage: new Uint8Array(5000), EncryptionInfo: new Uint8Array(200) }),
  ],
  ['a document of text', 'unreadable/notPackage', () => documentOf()],
  ['a presentation', 'unreadable/notPackage', () => compound({ 'PowerPoint Document': new Uint8Array(5000) })],
  ['Excel 2', 'unreadable/oldVersion', () => record(0x0009, words(2, 0x10))],
  [
    'a merge over the whole sheet, 100,001 times',
    'too-many-parts/merges',
    () =>
      workbook([
        label(0, 0),
        label(65_535, 255),
        ...Array.from({ length: 100 }, () =>
          record(0x00e5, Buffer.concat([words(1001), ...Array.from({ length: 1001 }, () => words(0, 65_535, 0, 255))])),
        ),
      ]),
  ],
  [
    'four billion shared texts',
    'too-large/cells',
    () =>
      workbook(
        [label(0, 0)],
        [record(0x00fc, Buffer.concat([words(...long(0xffffffff), ...long(0xffffffff), 1), Buffer.from([0, 0x61])]))],
      ),
  ],
  [
    'one text in a million cells',
    'too-large/cells',
    () => {
      const text = Buffer.concat([words(1, 0, 1, 0, 8000), Buffer.from([0]), Buffer.alloc(8000, 0x61)])
      const cell = record(0x00fd, words(1, 1, 0, 0, 0))
      return workbook([Buffer.concat(Array.from({ length: 1_000_000 }, () => cell))], [record(0x00fc, text)])
    },
  ],
  [
    '60,000 sheets at one place',
    'damaged-part/damaged',
    () => workbook([Buffer.concat(Array.from({ length: 100_000 }, () => label(1, 1)))], [], 60_000),
  ],
  [
    'a text of 65,535 characters in a record of ten bytes',
    null,
    () => workbook([record(0x0204, Buffer.concat([words(0, 0, 0, 65_535), Buffer.from([1, 0x61])])), label(1, 0)]),
  ],
  [
    'a record longer than the file',
    'damaged-part/damaged',
    () => workbook([label(0, 0), record(0x0204, utf8('x'), 0xffff)]),
  ],
  [
    'sheets inside sheets without end',
    'damaged-part/damaged',
    () => workbook([label(0, 0), ...Array.from({ length: 200_000 }, () => begin(0x20))]),
  ],
  [
    'a formula of nothing but operators',
    'formula-without-value/formulas',
    () => {
      const tokens = Buffer.alloc(8000, 0x03)
      const result = Buffer.from([3, 0, 0, 0, 0, 0, 0xff, 0xff])
      return workbook([
        label(0, 0),
        record(0x0006, Buffer.concat([words(0, 1, 0), result, words(0, 0, 0, tokens.length), tokens])),
      ])
    },
  ],
  ['more bytes than are read', 'too-large/bytes', () => Buffer.concat([big(), Buffer.alloc(33 * MEGABYTE)])],
]

const documents: readonly (readonly [name: string, says: string | null, bytes: () => Uint8Array])[] = [
  ['a password', 'unreadable/protected', () => documentOf({ flags: 0x100 })],
  ['Word 95', 'unreadable/oldVersion', () => documentOf({ version: 104 })],
  ['a workbook', 'unreadable/notPackage', big],
  ['four billion characters', 'damaged-part/damaged', () => documentOf({ claimed: 0xffffffff })],
  [
    'a million pieces over one text',
    'too-large/cells',
    () =>
      documentOf({
        text: `${'长'.repeat(9999)}\r`,
        bounds: Array.from({ length: 100_001 }, (_, piece) => piece * 10_000),
      }),
  ],
  [
    'pieces that run backwards',
    'damaged-part/damaged',
    () => documentOf({ bounds: [0, 2, 1, 0xffffffff, 0, 2], claimed: 10 }),
  ],
  ['pieces outside the file', 'damaged-part/damaged', () => documentOf({ pieceAt: 0x3ffffffe })],
  ['500,001 cells', 'too-large/cells', () => documentOf({ text: '\u0007'.repeat(500_001) })],
  ['fields that never end', null, () => documentOf({ text: `${'\u0013'.repeat(1_000_000)}\r乙\r` })],
  [
    'properties at every place of the file',
    null,
    () => {
      // Pages of properties are looked for where the text itself stands.
      const bytes = documentOf({ text: `甲${'\u8080'.repeat(60_000)}\r` })
      const main = bytes.indexOf(Buffer.from([0xec, 0xa5]))
      for (const pointer of [0xfa, 0x102, 0x112]) {
        bytes.writeUInt32LE(0, main + pointer)
        bytes.writeUInt32LE(0xffffffff, main + pointer + 4)
      }
      return bytes
    },
  ],
  ['more bytes than are read', 'too-large/bytes', () => Buffer.concat([documentOf(), Buffer.alloc(65 * MEGABYTE)])],
]

const others: readonly (readonly [name: string, says: string, bytes: () => Uint8Array])[] = [
  [
    'a password around a newer document',
    'unreadable/encrypted',
    () => compound({ EncryptedPackage: new Uint8Array(5000) }),
  ],
  ['a presentation', 'unreadable/presentation', () => compound({ 'PowerPoint Document': new Uint8Array(5000) })],
  ['a mail', 'unreadable/mail', () => compound({ '__properties_version1.0': new Uint8Array(500) })],
  ['a drawing', 'unreadable/other', () => compound({ VisioDocument: new Uint8Array(5000) })],
  ['the first bytes of one', 'unreadable/damaged', () => compound({ Anything: new Uint8Array(5000) }).subarray(0, 500)],
]

function filesOf(
  reader: 'xls' | 'doc' | 'compound',
  files: readonly (readonly [name: string, says: string | null, bytes: () => Uint8Array])[],
): HostileFile[] {
  return files.map(([name, says, bytes]) => ({ reader, name, bytes, says: says === null ? null : `${reader}/${says}` }))
}

export const compoundFiles: readonly HostileFile[] = [
  ...filesOf('xls', sheets),
  ...filesOf('doc', documents),
  ...filesOf('compound', others),
]
