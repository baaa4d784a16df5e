import { CFB } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import type { Grid } from '../../core/model/index.ts'
import { readDoc, recognisesDoc } from './index.ts'
import { tableOf } from './table-rows.ts'

const HEADER = 0x400

interface Part {
  readonly text: string
  /** Place of its length in the header. */
  readonly lengthAt: number
}

interface Made {
  /** A stretch of characters and its properties, by the places of its first and last character in all text. */
  readonly paragraphs?: readonly (readonly [end: number, list: Uint8Array])[]
  readonly characters?: readonly (readonly [end: number, list: Uint8Array])[]
  readonly fonts?: readonly string[]
  readonly data?: Uint8Array
  readonly narrow?: boolean
}

/** A page of properties for stretches that follow one another. */
function page(stretches: readonly (readonly [end: number, list: Uint8Array])[], width: number, size: 13 | 1): Buffer {
  const bytes = Buffer.alloc(512)
  bytes[511] = stretches.length
  bytes.writeUInt32LE(HEADER, 0)
  let free = 510
  stretches.forEach(([end, list], index) => {
    bytes.writeUInt32LE(HEADER + end * width, (index + 1) * 4)
    const body =
      size === 13
        ? Buffer.concat([Buffer.from([0, (list.length + 3) >> 1, 0, 0]), list])
        : Buffer.concat([Buffer.from([list.length]), list])
    free = (free - body.length) & ~1
    body.copy(bytes, free)
    bytes[(stretches.length + 1) * 4 + index * size] = free / 2
  })
  return bytes
}

/** A document of Word 97 made by hand. */
function made(
  parts: readonly Part[],
  { paragraphs = [], characters = [], fonts = [], data, narrow = false }: Made = {},
): Buffer {
  const all = parts.map(({ text }) => text).join('')
  const text = Buffer.from(all, narrow ? 'latin1' : 'utf16le')
  const width = narrow ? 1 : 2
  const main = Buffer.alloc(Math.ceil((HEADER + text.length) / 512) * 512)
  text.copy(main, HEADER)
  main.writeUInt16LE(0xa5ec, 0)
  main.writeUInt16LE(0xc1, 2)
  main.writeUInt16LE(0x200, 10)
  for (const part of parts) main.writeUInt32LE(part.text.length, part.lengthAt)
  const table: Buffer[] = []
  let at = 0
  const put = (pointer: number, bytes: Buffer) => {
    main.writeUInt32LE(at, pointer)
    main.writeUInt32LE(bytes.length, pointer + 4)
    table.push(bytes)
    at += bytes.length
  }
  const pieces = Buffer.alloc(21)
  pieces[0] = 2
  pieces.writeUInt32LE(16, 1)
  pieces.writeUInt32LE(all.length, 9)
  pieces.writeUInt32LE(narrow ? (HEADER * 2) | 0x40000000 : HEADER, 15)
  put(0x1a2, Buffer.concat([Buffer.from([1, 2, 0, 9, 9]), pieces]))
  const pages: Buffer[] = []
  const index = (pointer: number, bytes: Buffer) => {
    const list = Buffer.alloc(12)
    list.writeUInt32LE(main.length / 512 + pages.length, 8)
    pages.push(bytes)
    put(pointer, list)
  }
  index(0x102, page(paragraphs, width, 13))
  index(0xfa, page(characters, width, 1))
  const names = fonts.map((name) => {
    const wide = Buffer.from(`${name}\0`, 'utf16le')
    return Buffer.concat([Buffer.from([39 + wide.length]), Buffer.alloc(39), wide])
  })
  put(0x112, Buffer.concat([Buffer.alloc(4), ...names]))
  const file = CFB.utils.cfb_new()
  CFB.utils.cfb_add(file, '/WordDocument', Buffer.concat([main, ...pages]))
  CFB.utils.cfb_add(file, '/1Table', Buffer.concat(table))
  if (data !== undefined) CFB.utils.cfb_add(file, '/Data', data)
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Uint8Array)
}

const body = (text: string): Part => ({ text, lengthAt: 0x4c })
const shown = (value: readonly Grid[]) =>
  value.map(({ bordered, cells }) => [
    bordered,
    ...cells.map(({ row, column, rowSpan, columnSpan, text }) => `${row},${column} ${rowSpan}×${columnSpan} ${text}`),
  ])

const inTable = [0x16, 0x24, 1]
const endsRow = [0x17, 0x24, 1]

/** The shape of a row: its edges, and flags of its cells. */
function shape(edges: readonly number[], flags: readonly number[] = []): number[] {
  const bytes = Buffer.alloc(1 + edges.length * 2 + (edges.length - 1) * 20)
  bytes[0] = edges.length - 1
  edges.forEach((edge, index) => {
    bytes.writeInt16LE(edge, 1 + index * 2)
  })
  flags.forEach((flag, index) => {
    bytes.writeUInt16LE(flag, 1 + edges.length * 2 + index * 20)
  })
  return [0x08, 0xd6, (bytes.length + 1) & 0xff, (bytes.length + 1) >> 8, ...bytes]
}

const list = (...bytes: readonly number[]) => Uint8Array.from(bytes)

describe('text', () => {
  it('comes as paragraphs; signs stand for breaks, hyphens and tabs, codes of fields for nothing', () => {
    const text = '甲\t乙\u000b丙\r\u0013 PAGE \u00145\u0015页\r非\u001e断\u001f字\u000c下一页\r'
    const { value, findings } = readDoc(made([body(text)]), 'x')
    expect(shown(value)).toEqual([[false, '0,0 1×1 甲\t乙\n丙', '1,0 1×1 5页', '2,0 1×1 非-断字', '3,0 1×1 下一页']])
    expect(value[0]!.signs).toBe('typed')
    expect(findings).toEqual([])
  })

  it('of one byte a character is Western', () => {
    expect(shown(readDoc(made([body('caf\u00e9 \u0093x\u0094\r')], { narrow: true }), 'x').value)).toEqual([
      [false, '0,0 1×1 café “x”'],
    ])
  })

  it('that is hidden or deleted is left out, and said; symbols become characters; pictures are counted', () => {
    const deleted = list(0x00, 0x08, 1)
    const hidden = list(0x3c, 0x08, 1)
    const symbol = (font: number, code: number) => list(0x09, 0x6a, font, 0, code, 0xf0)
    const { value, findings } = readDoc(
      made([body('甲删藏((乙\u0001\r')], {
        characters: [
          [1, list()],
          [2, deleted],
          [3, hidden],
          [4, symbol(0, 0xb3)],
          [5, symbol(1, 0x01)],
          [8, list()],
        ],
        fonts: ['Symbol', 'Webdings'],
      }),
      'x',
    )
    expect(shown(value)).toEqual([[false, '0,0 1×1 甲≥\ufffd乙']])
    expect(findings.map(({ rule, message, data }) => [rule, message, data.count])).toEqual([
      ['doc/not-read', 'pictures', 1],
      ['doc/hidden', 'hidden', 1],
      ['doc/hidden', 'deleted', 1],
      ['doc/symbol', 'unknown', 1],
    ])
  })

  it('beside the text: notes and boxes are read after it, headers and comments are quoted', () => {
    const parts: readonly Part[] = [
      body('甲\r'),
      { text: '脚注\r', lengthAt: 0x50 },
      { text: '页眉\r页眉\r', lengthAt: 0x54 },
      { text: '请核对\r', lengthAt: 0x5c },
      { text: '框\r', lengthAt: 0x64 },
    ]
    const { value, findings } = readDoc(made(parts), 'x')
    expect(shown(value)).toEqual([[false, '0,0 1×1 甲', '1,0 1×1 框', '2,0 1×1 脚注']])
    expect(findings).toMatchObject([
      { rule: 'doc/furniture', data: { count: 1 }, at: [{ text: '页眉' }] },
      { rule: 'doc/comment', at: [{ text: '请核对' }] },
    ])
  })
})

describe('tables', () => {
  it('have the columns that the edges of their rows make, and cells merged downwards and across', () => {
    const text = '标题\u0007\u0007一\u0007二\u0007三\u0007\u0007\u0007四\u0007五\u0007\u0007后\r'
    const { value, findings } = readDoc(
      made([body(text)], {
        paragraphs: [
          [3, list(...inTable)],
          [4, list(...inTable, ...endsRow, ...shape([0, 3000]))],
          [10, list(...inTable)],
          [11, list(...inTable, ...endsRow, ...shape([0, 1000, 2000, 3000], [0x60, 0, 0]))],
          [16, list(...inTable)],
          [17, list(...inTable, ...endsRow, ...shape([5, 1010, 2005, 3000], [0x20, 0, 2]))],
          [19, list()],
        ],
      }),
      'x',
    )
    expect(shown(value)).toEqual([
      [true, '0,0 1×3 标题', '1,0 2×1 一', '1,1 1×1 二', '1,2 1×1 三', '2,1 1×2 四'],
      [false, '0,0 1×1 后'],
    ])
    // 五 lies under 四, which reaches over it.
    expect(findings).toMatchObject([{ rule: 'doc/hidden', message: 'covered', data: { count: 1 } }])
  })

  it('whose shapes are kept elsewhere, or are none, keep their rows; lost merges are said', () => {
    const far = Buffer.from([...shape([0, 1000, 2000])])
    const data = Buffer.concat([Buffer.from([9, 9, far.length, 0]), far])
    const text = '一\u0007二\u0007\u0007三\u0007\u0007'
    const { value, findings } = readDoc(
      made([body(text)], {
        data,
        paragraphs: [
          [4, list(...inTable)],
          [5, list(...inTable, ...endsRow, 0x46, 0x66, 2, 0, 0, 0)],
          [7, list(...inTable)],
          [8, list(...inTable, ...endsRow)],
        ],
      }),
      'x',
    )
    expect(shown(value)).toEqual([[true, '0,0 1×1 一', '0,1 1×1 二', '1,0 1×1 三']])
    expect(findings).toMatchObject([{ rule: 'doc/merges-lost', data: { count: 1 } }])
  })

  it('in cells are lines of them', () => {
    const inner = [...inTable, 0x49, 0x66, 2, 0, 0, 0]
    const text = '外\r内1\r内2\r\r\u0007乙\u0007丙\u0007\u0007'
    const { value } = readDoc(
      made([body(text)], {
        paragraphs: [
          [2, list(...inTable)],
          [5, list(...inner, 0x4b, 0x24, 1)],
          [8, list(...inner, 0x4b, 0x24, 1)],
          [9, list(...inner, 0x4b, 0x24, 1, 0x4c, 0x24, 1, ...shape([0, 500, 1000]))],
          [14, list(...inTable)],
          [15, list(...inTable, ...endsRow, ...shape([0, 1000, 2000, 3000]))],
        ],
      }),
      'x',
    )
    expect(shown(value)).toEqual([[true, '0,0 1×1 外\n内1\t内2\n', '0,1 1×1 乙', '0,2 1×1 丙']])
  })

  it('whose edges are closer than a millimetre have them as columns of their own only where a cell would vanish', () => {
    const row = (...edges: number[]) => ({
      cells: edges.slice(1).map(() => []),
      shape: { edges, merges: edges.slice(1).map(() => ({ across: false, down: null })) },
    })
    const columns = (rows: Parameters<typeof tableOf>[0]) => tableOf(rows, 1).table.cells.map((cell) => cell.columnSpan)
    expect(columns([row(0, 1000, 2000), row(0, 1050, 2000)])).toEqual([1, 1, 1, 1])
    expect(columns([row(0, 1000, 1040, 2000), row(0, 2000)])).toEqual([1, 1, 1, 3])
  })
})

describe('what is no document', () => {
  it('is refused with its reason', () => {
    const why = (bytes: Uint8Array) => readDoc(bytes, 'x').findings.map(({ rule, message }) => `${rule} ${message}`)
    expect(why(new Uint8Array())).toEqual(['doc/unreadable empty'])
    expect(why(Buffer.from('指标'))).toEqual(['doc/unreadable notPackage'])
    expect(why(made([body('')]))).toEqual(['doc/damaged-part damaged'])
    expect(why(made([body('\r')]))).toEqual(['doc/unreadable noContent'])
    expect(recognisesDoc(made([body('甲\r')]))).toBeGreaterThan(0.9)
    expect(recognisesDoc(Buffer.from('指标'))).toBe(0)
  })
})
