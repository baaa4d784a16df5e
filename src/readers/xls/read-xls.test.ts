import * as XLSX from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import type { Grid } from '../../core/model/index.ts'
import { formulaText } from './formula-text.ts'
import { readXls, recognisesXls } from './index.ts'

/** Cells with text, by their names. */
function named(grid: Grid | undefined): Record<string, string> {
  return Object.fromEntries(
    (grid?.cells ?? [])
      .filter((cell) => cell.text !== '')
      .map((cell) => [cell.source?.kind === 'sheet' ? cell.source.cell : '?', cell.text]),
  )
}

function workbook(sheets: Readonly<Record<string, XLSX.WorkSheet>>): XLSX.WorkBook {
  const book = XLSX.utils.book_new()
  for (const [name, sheet] of Object.entries(sheets)) XLSX.utils.book_append_sheet(book, sheet, name)
  return book
}

function written(book: XLSX.WorkBook, bookType: 'biff8' | 'biff5'): Uint8Array {
  return new Uint8Array(XLSX.write(book, { type: 'buffer', bookType }) as Buffer)
}

function word(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2)
  for (const [index, value] of values.entries()) bytes.writeUInt16LE(value, index * 2)
  return bytes
}

function record(id: number, ...parts: readonly Uint8Array[]): Buffer {
  const body = Buffer.concat(parts)
  return Buffer.concat([word(id, body.length), body])
}

const end = record(0x0a)
const narrow = (text: string) => Buffer.concat([word(text.length), Buffer.from([0]), Buffer.from(text, 'latin1')])

/** One sheet of records, in a stream without a compound file around it. */
function stream(rows: readonly Uint8Array[], globals: readonly Uint8Array[] = [], version = 0x600): Buffer {
  const begin = (kind: number) => record(0x809, word(version, kind, 0, 0))
  const name = version === 0x600 ? Buffer.from([1, 0, 0x61]) : Buffer.from([2, 0xb1, 0xed])
  const before = Buffer.concat([begin(5), ...globals])
  const at = before.length + 10 + name.length + end.length
  return Buffer.concat([before, record(0x85, word(at & 0xffff, at >> 16, 0), name), end, begin(0x10), ...rows, end])
}

/** A formula whose saved result is a blank text. */
const formula = (row: number, column: number, tokens: Uint8Array) =>
  record(6, word(row, column, 0), Buffer.from([3, 0, 0, 0, 0, 0, 0xff, 0xff]), word(0, 0, 0, tokens.length), tokens)

describe('workbooks of another library', () => {
  it('give texts, figures as printed, truths, errors and merged cells of all sheets', () => {
    const sheet = XLSX.utils.aoa_to_sheet([
      ['自评表', null, null],
      ['≥60人', 94.47, 1234.5],
      [true, 12, 0.9866],
    ])
    sheet.C2!.z = '#,##0.00'
    sheet.C3!.z = '0.0%'
    sheet.B3 = { t: 'e', v: 7 }
    sheet['!merges'] = [XLSX.utils.decode_range('A1:C1')]
    const bytes = written(workbook({ 自评表: sheet, 第二张: XLSX.utils.aoa_to_sheet([['乙']]) }), 'biff8')
    const { value, findings } = readXls(bytes, 'x.xls')
    expect(value.map(({ name }) => name)).toEqual(['自评表', '第二张'])
    expect(named(value[0])).toEqual({
      ...{ A1: '自评表', A2: '≥60人', B2: '94.47', C2: '1,234.50', A3: 'TRUE', B3: '#DIV/0!', C3: '98.7%' },
    })
    expect(value[0]!.cells[0]).toMatchObject({ columnSpan: 3, rowSpan: 1 })
    expect(findings.map(({ rule }) => rule)).toEqual(['xls/error-value'])
    expect(recognisesXls(bytes)).toBeGreaterThan(0.9)
  })

  it('of Excel 5 are read by their code page', () => {
    const chinese = Buffer.from([0xd7, 0xd4, 0xc6, 0xc0, 0xb1, 0xed])
    const rows = [
      record(0x204, word(0, 0, 0, chinese.length), chinese),
      record(0x203, word(0, 1, 0), Buffer.from(new Float64Array([2.5]).buffer)),
      record(0x1c, word(0, 1, 4), Buffer.from([0xc5, 0xfa, 0xd7, 0xa2])),
      formula(0, 2, Buffer.from([0x1e, 1, 0])),
    ]
    const { value, findings } = readXls(stream(rows, [record(0x42, word(936))], 0x500), 'x')
    expect(value[0]!.name).toBe('表')
    expect(named(value[0])).toEqual({ A1: '自评表', B1: '2.5' })
    expect(findings).toMatchObject([{ rule: 'xls/comment', at: [{ text: '批注' }] }])
    const western = readXls(written(workbook({ a: XLSX.utils.aoa_to_sheet([['abc', 7]]) }), 'biff5'), 'x')
    expect(named(western.value[0])).toEqual({ A1: 'abc', B1: '7' })
  })
})

describe('records', () => {
  const label = (row: number, column: number, text: string) => record(0x204, word(row, column, 0), narrow(text))

  it('of short figures hold whole numbers, hundredths and upper halves of binary ones', () => {
    const short = (bits: number) => {
      const bytes = Buffer.alloc(4)
      bytes.writeInt32LE(bits)
      return bytes
    }
    const rows = [
      record(0x27e, word(0, 0, 0), short((9447 << 2) | 3)),
      record(0x27e, word(0, 1, 0), short((-7 << 2) | 2)),
      record(0x27e, word(0, 2, 0), short(0x3ff80000)),
      record(0xbd, word(1, 0), word(0), short((5 << 2) | 2), word(0), short((6 << 2) | 2), word(1)),
    ]
    expect(named(readXls(stream(rows), 'x').value[0])).toEqual({ A1: '94.47', B1: '-7', C1: '1.5', A2: '5', B2: '6' })
  })

  it('of formulas without a result are worked out or told; a text that may be blank is blank', () => {
    const cell = (row: number, column: number) => Buffer.concat([Buffer.from([0x44]), word(row, column)])
    const figure = (row: number, value: number) =>
      record(0x203, word(row, 0, 0), Buffer.from(new Float64Array([value]).buffer))
    const area = Buffer.concat([Buffer.from([0x25]), word(0, 1, 0, 0), Buffer.from([0x22, 1]), word(4)])
    const rows = [
      figure(0, 1.5),
      figure(1, 3),
      formula(0, 1, area),
      formula(1, 1, Buffer.concat([cell(1, 0), cell(0, 0), Buffer.from([6])])),
      formula(2, 1, Buffer.from([0x21, 0x4a, 0])),
      formula(3, 1, Buffer.from([0x17, 0, 0])),
    ]
    const { value, findings } = readXls(stream(rows), 'x')
    expect(named(value[0])).toEqual({ A1: '1.5', A2: '3', B1: '4.5', B2: '2' })
    expect(findings).toMatchObject([
      { message: 'computed', data: { count: 2, cells: 'B1、B2' } },
      { message: 'formulas', data: { count: 1, cells: 'B3' } },
    ])
  })

  it('of formulas with a text take the text that follows', () => {
    const text = record(6, word(0, 0, 0), Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]), word(0, 0, 0, 0))
    const { value } = readXls(stream([text, record(0x207, narrow('abc')), record(0x207, narrow('none'))]), 'x')
    expect(named(value[0])).toEqual({ A1: 'abc' })
  })

  it('of boxes over the cells give their text where they stand, pictures are counted', () => {
    const atom = (version: number, type: number, length: number) =>
      Buffer.concat([word(version, type), word(length, 0)])
    const anchor = Buffer.concat([atom(0xf, 0xf004, 26), atom(0, 0xf010, 18), word(2, 1, 0, 4, 0, 2, 0, 6, 0)])
    const rows = [
      label(0, 0, 'x'),
      record(0xec, anchor),
      record(0x5d, word(0x15, 0x12, 6, 1)),
      record(0x1b6, word(0, 0, 0, 0, 0, 3, 0, 0, 0)),
      record(0x3c, Buffer.from([0, 0x62, 0x6f, 0x78])),
      record(0x5d, word(0x15, 0x12, 8, 2)),
    ]
    const { value, findings } = readXls(stream(rows), 'x')
    expect(value.map((grid) => [grid.bordered, named(grid)])).toEqual([
      [true, { A1: 'x' }],
      [false, { B5: 'box' }],
    ])
    expect(findings).toMatchObject([{ rule: 'xls/not-read', message: 'pictures', data: { count: 1 } }])
  })

  it('of zeros that the sheet does not show, macros and links are told', () => {
    const zero = record(0x203, word(0, 1, 0), Buffer.alloc(8))
    const globals = [record(0xd3), record(0x1ae, word(1, 8), Buffer.from([0, 0x61]))]
    const { value, findings } = readXls(stream([label(0, 0, 'x'), record(0x23e, word(0xa6)), zero], globals), 'x')
    expect(named(value[0])).toEqual({ A1: 'x' })
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'xls/number-format hidden',
      'xls/not-run macros',
      'xls/not-run links',
    ])
  })

  it('that count days from 1904 print dates by that', () => {
    const date = record(0x203, word(0, 0, 0), Buffer.from(new Float64Array([1]).buffer))
    const globals = [record(0x22, word(1)), record(0xe0, word(0, 14))]
    expect(named(readXls(stream([date], globals), 'x').value[0])).toEqual({ A1: '1904/1/2' })
  })
})

describe('formulas', () => {
  it('come back as text where they are plain sums', () => {
    const number = Buffer.concat([Buffer.from([0x1f]), Buffer.from(new Float64Array([0.5]).buffer)])
    expect(formulaText(Buffer.concat([number, Buffer.from([0x13, 0x14, 0x15])]))).toEqual({
      text: '(-0.5)%',
      mayBeBlank: false,
    })
    const rounded = Buffer.concat([number, Buffer.from([0x1e, 2, 0, 0x41, 27, 0])])
    expect(formulaText(rounded)).toEqual({ text: 'ROUND(0.5,2)', mayBeBlank: false })
    expect(formulaText(Buffer.concat([number, Buffer.from([0x19, 0x10, 0, 0])]))).toEqual({
      text: 'SUM(0.5)',
      mayBeBlank: false,
    })
    expect(formulaText(Buffer.from([0x19, 0x02, 0, 0]))).toEqual({ text: null, mayBeBlank: true })
    expect(formulaText(Buffer.from([0x22, 3, 1, 0]))).toEqual({ text: null, mayBeBlank: true })
    expect(formulaText(Buffer.from([0x1f, 1]))).toEqual({ text: null, mayBeBlank: false })
    expect(formulaText(Buffer.from([3]))).toEqual({ text: null, mayBeBlank: false })
    expect(formulaText(new Uint8Array())).toEqual({ text: null, mayBeBlank: false })
  })
})

describe('what is no workbook', () => {
  it('is refused with its reason', () => {
    const why = (bytes: Uint8Array) => readXls(bytes, 'x').findings.map(({ rule, message }) => `${rule} ${message}`)
    expect(why(new Uint8Array())).toEqual(['xls/unreadable empty'])
    expect(why(Buffer.from('指标'))).toEqual(['xls/unreadable notPackage'])
    expect(why(stream([]))).toEqual(['xls/unreadable noContent'])
    expect(why(record(0x809, word(0x400, 5, 0, 0)))).toEqual(['xls/unreadable notPackage'])
    expect(recognisesXls(Buffer.from('指标'))).toBe(0)
  })
})
