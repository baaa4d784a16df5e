import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Grid } from '../../core/model/index.ts'
import { readOds, recognisesOds } from './index.ts'

const KIND = 'application/vnd.oasis.opendocument.spreadsheet'

function ods(sheets: string, styles = '', manifest = ''): Uint8Array {
  return zipSync({
    mimetype: [strToU8(KIND), { level: 0 }],
    'content.xml': strToU8(
      `<o:document-content xmlns:o="o" xmlns:s="s" xmlns:t="t" xmlns:x="x" xmlns:d="d"><o:automatic-styles>${styles}</o:automatic-styles><o:body><o:spreadsheet>${sheets}</o:spreadsheet></o:body></o:document-content>`,
    ),
    'META-INF/manifest.xml': strToU8(`<m:manifest xmlns:m="m">${manifest}</m:manifest>`),
  })
}

const read = (rows: string, attributes = 't:name="表"', styles = '') =>
  readOds(ods(`<t:table ${attributes}>${rows}</t:table>`, styles), 'x.ods')
const cell = (text: string, attributes = '') => `<t:table-cell ${attributes}><x:p>${text}</x:p></t:table-cell>`
const row = (cells: string, attributes = '') => `<t:table-row ${attributes}>${cells}</t:table-row>`

function named(grid: Grid | undefined): Record<string, string> {
  return Object.fromEntries(
    (grid?.cells ?? [])
      .filter((one) => one.text !== '')
      .map((one) => [one.source?.kind === 'sheet' ? one.source.cell : '?', one.text]),
  )
}

describe('cells', () => {
  it('show their text: blanks, tabs, breaks, several paragraphs', () => {
    const { value } = read(row(cell('甲<x:s x:c="2"/>乙<x:tab/>丙<x:line-break/>丁</x:p><x:p>戊<x:span>己</x:span>')))
    expect(named(value[0])).toEqual({ A1: '甲  乙\t丙\n丁\n戊己' })
  })

  it('repeat as they say; blank ones cost nothing', () => {
    const blank = '<t:table-cell t:number-columns-repeated="16383"/>'
    const rows = row(cell('a', 't:number-columns-repeated="2"'), 't:number-rows-repeated="2"')
    const { value } = read(`${rows}${row(blank, 't:number-rows-repeated="1048000"')}${row(cell('b'))}`)
    expect(named(value[0])).toEqual({ A1: 'a', B1: 'a', A2: 'a', B2: 'a', A1048003: 'b' })
    expect(value[0]!.rowCount).toBeLessThan(50)
  })

  it('are read a thousand times at most where one stands for more, and said', () => {
    const down = row(cell('甲') + cell('乙'), 't:number-rows-repeated="1048570"')
    const { value, findings } = read(`${row(cell('题', 't:number-columns-repeated="16384"'))}${down}`)
    expect(value[0]!.cells.filter(({ text }) => text === '题')).toHaveLength(1000)
    expect(value[0]!.cells.filter(({ text }) => text === '乙')).toHaveLength(1000)
    expect(findings).toMatchObject([
      { rule: 'ods/too-many-parts', message: 'repeats', severity: 'warning', data: { count: 2, cells: 'A1、A2' } },
    ])
  })

  it('that are merged cover those under them', () => {
    const wide = cell('标题', 't:number-columns-spanned="2" t:number-rows-spanned="2"')
    const under = '<t:covered-table-cell><x:p>藏</x:p></t:covered-table-cell>'
    const { value, findings } = read(
      `${row(`${wide}${under}`)}${row('<t:covered-table-cell t:number-columns-repeated="2"/>')}${row(cell('') + cell('x'))}`,
    )
    expect(value[0]!.cells[0]).toMatchObject({ text: '标题', rowSpan: 2, columnSpan: 2 })
    expect(findings).toMatchObject([{ rule: 'ods/covered-text', at: [{ text: '藏' }] }])
  })

  it('with comments, errors and formulas without result are told', () => {
    const note = '<t:table-cell><o:annotation><x:p>请核对</x:p></o:annotation><x:p>甲</x:p></t:table-cell>'
    const error = cell('#DIV/0!', 't:formula="of:=1/0"')
    const unsolved = '<t:table-cell t:formula="of:=SUM([.A1:.A2])"/>'
    const shown = '<t:table-cell o:value-type="float" o:value="5"/>'
    const { value, findings } = read(row(note + error + unsolved + shown))
    expect(named(value[0])).toEqual({ A1: '甲', B1: '#DIV/0!' })
    expect(findings.map(({ rule, at }) => [rule, at[0].text])).toEqual([
      ['ods/comment', '请核对'],
      ['ods/error-value', '#DIV/0!'],
      ['ods/number-format', '5'],
      ['ods/formula-without-value', '=SUM([.A1:.A2])'],
    ])
  })
})

describe('sheets', () => {
  it('tell what they hide, their boxes and pictures', () => {
    const styles = '<s:style s:name="ta2"><s:table-properties t:display="false"/></s:style>'
    const columns = '<t:table-column/><t:table-column t:visibility="collapse" t:number-columns-repeated="2"/>'
    const box =
      '<t:shapes><d:frame><d:text-box><x:p>框</x:p></d:text-box></d:frame><d:frame><d:image/></d:frame></t:shapes>'
    const { value, findings } = read(
      `${box}${columns}${row(cell('a') + cell('b'))}${row(cell('c'), 't:visibility="collapse"')}`,
      't:name="表" t:style-name="ta2"',
      styles,
    )
    expect(value.map((grid) => [grid.bordered, named(grid)])).toEqual([
      [false, { A1: '框' }],
      [true, { A1: 'a', B1: 'b', A2: 'c' }],
    ])
    expect(findings.map(({ rule, message }) => `${rule} ${message}`)).toEqual([
      'ods/not-read pictures',
      'ods/hidden sheet',
      'ods/hidden rows',
      'ods/hidden columns',
    ])
  })
})

describe('what is ods', () => {
  it('is told by its first entry; locked and empty ones are refused', () => {
    expect(recognisesOds(ods(''))).toBeGreaterThan(0.9)
    expect(recognisesOds(zipSync({ 'content.xml': strToU8('x') }))).toBe(0)
    expect(recognisesOds(strToU8(KIND))).toBe(0)
    const why = (bytes: Uint8Array) => readOds(bytes, 'x').findings.map(({ rule, message }) => `${rule} ${message}`)
    expect(why(ods('', '', '<m:file-entry><m:encryption-data/></m:file-entry>'))).toEqual(['ods/unreadable protected'])
    expect(why(ods(''))).toEqual(['ods/unreadable noContent'])
    expect(why(zipSync({ x: strToU8('x') }))).toEqual(['ods/unreadable noContent'])
  })
})
