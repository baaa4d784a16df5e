import { describe, expect, it } from 'vitest'
import { placeholdersOf } from '../../core/texts/index.ts'
import { limits, readText, textReaderRules } from './index.ts'

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

function rowsOf(text: string | Uint8Array): string[][] {
  const { value } = readText(typeof text === 'string' ? utf8(text) : text, 'form.txt')
  const rows: string[][] = Array.from({ length: value[0]?.rowCount ?? 0 }, () => [])
  for (const cell of value[0]?.cells ?? []) rows[cell.row]![cell.column] = cell.text
  return rows
}

function refusal(bytes: Uint8Array): string | undefined {
  const { value, findings } = readText(bytes, 'form.txt')
  expect(value).toEqual([])
  expect(findings).toHaveLength(1)
  const [finding] = findings
  expect(finding!.severity).toBe('error')
  const message = textReaderRules[finding!.rule as keyof typeof textReaderRules].messages[finding!.message]!
  for (const text of [message.text.zh, message.text.en]) {
    for (const name of placeholdersOf(text)) expect(finding!.data).toHaveProperty(name)
  }
  return finding!.rule
}

describe('characters', () => {
  it('reads UTF-8 with and without its mark', () => {
    expect(rowsOf('总分\t96')).toEqual([['总分', '96']])
    expect(rowsOf('\ufeff总分\t96')).toEqual([['总分', '96']])
  })

  it('reads UTF-16 with and without its mark, also where a sign has a zero byte of its own', () => {
    const text = '一级指标\t96\n二级指标\t100'
    for (const mark of ['', '\ufeff']) {
      const bytes = Buffer.from(mark + text, 'utf16le')
      for (const each of [Uint8Array.from(bytes), Uint8Array.from(bytes.swap16())])
        expect(rowsOf(each)).toEqual([
          ['一级指标', '96'],
          ['二级指标', '100'],
        ])
    }
  })

  it('reads GB18030 where the bytes are no UTF-8', () => {
    // 总分, tab, 90
    expect(rowsOf(Uint8Array.from([0xd7, 0xdc, 0xb7, 0xd6, 0x09, 0x39, 0x30]))).toEqual([['总分', '90']])
  })

  it('reads UTF-16 by its mark, both ways round', () => {
    const codes = [...'\ufeff总分\t90'].map((character) => character.charCodeAt(0))
    const little = Uint8Array.from(codes.flatMap((code) => [code & 0xff, code >> 8]))
    const big = Uint8Array.from(codes.flatMap((code) => [code >> 8, code & 0xff]))
    expect(rowsOf(little)).toEqual([['总分', '90']])
    expect(rowsOf(big)).toEqual([['总分', '90']])
  })

  it('says how many characters it could not decode', () => {
    const text = utf8(`${'部门整体支出绩效自评表'.repeat(20)}\t`)
    const { value, findings } = readText(Uint8Array.from([...text, 0xff, 0x80]), 'form.txt')
    expect(value).toHaveLength(1)
    expect(findings.map(({ rule, severity, data }) => [rule, severity, data.count])).toEqual([
      ['text/damaged', 'warning', 2],
    ])
  })
})

describe('cells', () => {
  it('parts lines at tabs, keeps blank cells and says where each stands', () => {
    const { value } = readText(utf8('标题\n\n\t数量\t\t10 \n'), 'form.txt')
    expect(value[0]).toMatchObject({ rowCount: 3, columnCount: 4, bordered: true })
    expect(value[0]!.cells.map(({ row, column, text }) => [row, column, text])).toEqual([
      [0, 0, '标题'],
      [2, 0, ''],
      [2, 1, '数量'],
      [2, 2, ''],
      [2, 3, '10 '],
    ])
    expect(value[0]!.cells[2]!.source).toEqual({ kind: 'text', line: 3, column: 2, length: 2 })
  })

  it('takes text without separators as paragraphs', () => {
    const { value } = readText(utf8('第一段\r\n第二段\r第三段'), 'form.txt')
    expect(value[0]).toMatchObject({ rowCount: 3, columnCount: 1, bordered: false })
  })

  it('parts rows at pipes: outer pipes are borders, rules are none', () => {
    expect(rowsOf('| 甲 | 乙 |\n|---|---|\n| 1 |  |\n| 2 | 3 |')).toEqual([
      [' 甲 ', ' 乙 '],
      [],
      [' 1 ', '  '],
      [' 2 ', ' 3 '],
    ])
    expect(rowsOf('甲 | 乙 |\n1 | |\n')).toEqual([
      ['甲 ', ' 乙 '],
      ['1 ', ' '],
    ])
  })

  it('takes a lone pipe as a blank cell, and a dash as a cell', () => {
    expect(rowsOf('甲 |\n|\n- |\n10 |')).toEqual([['甲 '], [''], ['- '], ['10 ']])
  })

  it('closes a quoted cell that holds line breaks', () => {
    expect(rowsOf('甲\t"一\n二ABC"\t3\n乙\t2\t3')).toEqual([['甲', '一\n二ABC', '3'], [], ['乙', '2', '3']])
  })

  it('leaves quotation marks that open no such cell', () => {
    expect(rowsOf('甲\t"两个规划"报告\t3\n乙\t"巾帼\t3')).toEqual([
      ['甲', '"两个规划"报告', '3'],
      ['乙', '"巾帼', '3'],
    ])
  })
})

describe('what is refused', () => {
  it('an empty file, and one of blanks', () => {
    expect(refusal(utf8(''))).toBe('text/empty')
    expect(refusal(utf8(' \n\t\n'))).toBe('text/empty')
  })

  it('files of other formats, by what is in them', () => {
    expect(refusal(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x14]))).toBe('text/binary')
    expect(refusal(utf8('%PDF-1.7 …'))).toBe('text/binary')
    expect(refusal(Uint8Array.from([0x41, 0x00, 0x42]))).toBe('text/binary')
    expect(refusal(Uint8Array.from(Array.from({ length: 400 }, (_, index) => 1 + (index % 8))))).toBe('text/binary')
  })

  it('more lines, bytes or cells than any form has', () => {
    expect(refusal(utf8('a\n'.repeat(limits.lines + 1)))).toBe('text/too-many-lines')
    expect(refusal(new Uint8Array(limits.bytes + 1).fill(0x61))).toBe('text/too-large')
    expect(refusal(utf8(`${'\t'.repeat(20)}\n`.repeat(limits.cells / 20)))).toBe('text/empty')
    expect(refusal(utf8(`a${'\t'.repeat(20)}\n`.repeat(limits.cells / 20)))).toBe('text/too-large')
  })
})
