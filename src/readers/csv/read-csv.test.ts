import { describe, expect, it } from 'vitest'
import { readCsv, recognisesCsv } from './index.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)

function texts(bytes: Uint8Array): string[][] {
  const grid = readCsv(bytes, 'x.csv').value[0]!
  const rows: string[][] = Array.from({ length: grid.rowCount }, () => [])
  for (const cell of grid.cells) rows[cell.row]![cell.column] = cell.text
  return rows
}

function wide(text: string, bigEndian: boolean, mark: boolean): Uint8Array {
  const bytes = Buffer.from((mark ? '\ufeff' : '') + text, 'utf16le')
  return bigEndian ? bytes.swap16() : bytes
}

describe('separators', () => {
  it.each([',', ';', '\t'])('finds %j', (separator) => {
    const rows = [
      ['指标', '目标', '得分'],
      ['甲', '≥60人', '9.80'],
      ['乙', '100%', '10'],
    ]
    expect(texts(utf8(rows.map((row) => row.join(separator)).join('\n')))).toEqual(rows)
  })

  it('takes what the first line declares, and counts that line', () => {
    const { value } = readCsv(utf8('sep=;\r\na,b;c\r\nd;e'), 'x')
    expect(value[0]!.cells.map((cell) => cell.text)).toEqual(['a,b', 'c', 'd', 'e'])
    expect(value[0]!.cells[2]!.source).toEqual({ kind: 'text', line: 3, column: 1, length: 1 })
  })

  it('is not misled by commas inside texts', () => {
    expect(texts(utf8('一;二,三;四\n五,六,七;八;九'))).toEqual([
      ['一', '二,三', '四'],
      ['五,六,七', '八', '九'],
    ])
  })
})

describe('quotes', () => {
  it('hold separators, quotes and line breaks', () => {
    const { value } = readCsv(utf8('甲,"一,二\r\n三 ""四""",乙\r\n丙,丁,戊'), 'x')
    const cells = value[0]!.cells
    expect(cells[1]).toMatchObject({ text: '一,二\n三 "四"', source: { kind: 'text', line: 1, endLine: 2, column: 3 } })
    expect(cells[3]).toMatchObject({ text: '丙', source: { line: 3 } })
  })

  it('that never close are plain characters, and said', () => {
    const { value, findings } = readCsv(utf8('a,"b,c\nd,e,f'), 'x')
    expect(value[0]!.cells.map((cell) => cell.text)).toEqual(['a', '"b', 'c', 'd', 'e', 'f'])
    expect(findings).toMatchObject([
      { rule: 'csv/damaged', message: 'quotes', at: [{ source: { line: 1, column: 3 } }] },
    ])
  })

  it('of ="007" are how a spreadsheet keeps a text', () => {
    expect(texts(utf8('a,="007"\nb,c'))).toEqual([
      ['a', '007'],
      ['b', 'c'],
    ])
  })
})

describe('encodings', () => {
  const text = '指标,得分\n满意度,9.80\n'
  const rows = [
    ['指标', '得分'],
    ['满意度', '9.80'],
  ]
  it.each([
    ['UTF-8 with a mark', utf8(`\ufeff${text}`)],
    ['UTF-16 LE with a mark', wide(text, false, true)],
    ['UTF-16 BE with a mark', wide(text, true, true)],
    ['UTF-16 LE without a mark', wide(text, false, false)],
    ['UTF-16 BE without a mark', wide(text, true, false)],
    ['GB18030', Buffer.from('d6b8b1ea2cb5c3b7d60ac2fad2e2b6c82c392e38300a', 'hex')],
  ])('%s', (_, bytes) => {
    expect(texts(bytes)).toEqual(rows)
    expect(recognisesCsv(bytes)).toBeGreaterThan(0.7)
  })

  it('says how many characters are lost', () => {
    const bytes = Buffer.concat([utf8(text.repeat(20)), Buffer.from([0xff, 0x2c, 0x31, 0x0a])])
    expect(readCsv(bytes, 'x').findings).toMatchObject([
      { rule: 'csv/damaged', message: 'characters', data: { count: 1 } },
    ])
  })
})

describe('what is no csv', () => {
  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['blanks', utf8(' \n\t\n'), 'empty'],
    ['a zip', Buffer.from('504b0304', 'hex'), 'binary'],
    ['noise', Buffer.from('0001020304050607', 'hex'), 'binary'],
  ])('%s is refused', (_, bytes, message) => {
    expect(readCsv(bytes, 'x')).toMatchObject({
      value: [],
      findings: [{ rule: 'csv/unreadable', message, severity: 'error' }],
    })
    expect(recognisesCsv(bytes)).toBe(0)
  })

  it('prose and markup are hardly taken for it', () => {
    expect(recognisesCsv(utf8('这是一段话,有逗号。\n另一段,也有,多一个。\n没有。\n还是没有'))).toBeLessThan(0.3)
    expect(recognisesCsv(utf8('<table><tr><td>1,2</td></tr></table>'))).toBe(0)
  })
})
