/** XML workbooks as Excel 2003 and reporting systems write them. Tables of any shape stand in the contract of all readers. */

import { describe, expect, it } from 'vitest'
import { readSheetXml, recognisesSheetXml } from './index.ts'
import { serialOf } from './moment.ts'

function workbook(sheets: string, styles = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:x="urn:schemas-microsoft-com:office:excel" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">
<Styles><Style ss:ID="Default" ss:Name="Normal"/>${styles}</Styles>${sheets}</Workbook>`
}

const sheet = (rows: string, options = '', name = '自评表') =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table><WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel">${options}</WorksheetOptions></Worksheet>`

const data = (type: string, text: string, cell = '') => `<Cell${cell}><Data ss:Type="${type}">${text}</Data></Cell>`

const read = (text: string | Uint8Array) => readSheetXml(typeof text === 'string' ? Buffer.from(text) : text, '表.xls')
const shown = (text: string) =>
  read(text)
    .value[0]!.cells.filter((cell) => cell.text !== '')
    .map((cell) => cell.text)
const said = (text: string | Uint8Array) => read(text).findings.map(({ rule, message }) => `${rule}/${message}`)

describe('cells', () => {
  it('stand where indexes, spans and merges put them', () => {
    const rows = `<Row>${data('String', '甲', ' ss:MergeAcross="1" ss:MergeDown="1"')}${data('String', '乙')}</Row>
<Row>${data('String', '丙', ' ss:Index="4"')}</Row><Row ss:Span="1"/><Row>${data('String', '丁')}</Row><Row ss:Index="8">${data('String', '戊', ' ss:Index="2"')}</Row>`
    const places = read(workbook(sheet(rows))).value[0]!.cells.filter(({ text }) => text !== '')
    expect(places.map(({ text, source }) => [text, source?.kind === 'sheet' && source.cell])).toEqual([
      ['甲', 'A1'],
      ['乙', 'C1'],
      ['丙', 'D2'],
      ['丁', 'A5'],
      ['戊', 'B8'],
    ])
    expect(places[0]).toMatchObject({ rowSpan: 2, columnSpan: 2 })
  })

  it('are printed by the format of their style, or of its parent, row or column', () => {
    const styles = `<Style ss:ID="p"><NumberFormat ss:Format="Percent"/></Style><Style ss:ID="q" ss:Parent="p"><Font/></Style>
<Style ss:ID="d"><NumberFormat ss:Format="yyyy/m/d"/></Style><Style ss:ID="f"><NumberFormat ss:Format="Fixed"/></Style>`
    const rows = `<Column ss:Index="2" ss:StyleID="f"/><Row>${data('Number', '0.955', ' ss:StyleID="q"')}${data('Number', '9.8')}</Row>
<Row ss:StyleID="p">${data('Number', '1')}${data('DateTime', '2021-12-15T00:00:00.000', ' ss:StyleID="d"')}${data('DateTime', '2021-12-15T00:00:00.000', ' ss:StyleID="Default"')}</Row>
<Row>${data('Boolean', '1')}${data('Error', '#N/A')}${data('Number', '007')}</Row>`
    expect(shown(workbook(sheet(rows), styles))).toEqual([
      '95.50%',
      '9.80',
      '100.00%',
      '2021/12/15',
      '2021-12-15',
      'TRUE',
      '#N/A',
      '7',
    ])
    expect(said(workbook(sheet(rows), styles))).toEqual(['sheet-xml/error-value/errors'])
  })

  it('keep rich texts, breaks, and what is written of them', () => {
    const rows = `<Row><Cell><ss:Data ss:Type="String" xmlns="http://www.w3.org/TR/REC-html40"><B>合</B><Font>计&#10;分</Font></ss:Data><Comment ss:Author="a"><ss:Data>请核对</ss:Data></Comment></Cell><Cell ss:Formula="=RC[-1]"/></Row>`
    expect(shown(workbook(sheet(rows)))).toEqual(['合计\n分'])
    expect(said(workbook(sheet(rows)))).toEqual([
      'sheet-xml/comment/comments',
      'sheet-xml/formula-without-value/formulas',
    ])
  })
})

describe('workbooks', () => {
  it('give a grid for each sheet with text, hidden ones told', () => {
    const text = workbook(
      sheet(`<Row ss:Hidden="1">${data('String', '一')}</Row>`) +
        sheet('', '', '空') +
        sheet(`<Row>${data('String', '二')}</Row>`, '<Visible>SheetHidden</Visible>', '藏'),
    )
    expect(read(text).value.map(({ name }) => name)).toEqual(['自评表', '藏'])
    expect(said(text)).toEqual(['sheet-xml/hidden/rows', 'sheet-xml/hidden/sheet'])
  })

  it('are recognised with any prefix, and read in GB18030 and UTF-16', () => {
    const text = workbook(sheet(`<Row>${data('String', '得分')}</Row>`))
    const wide = Buffer.from(`\ufeff${text.replace('UTF-8', 'UTF-16')}`, 'utf16le')
    const prefixed = text.replace(/<(\/?)(?=[A-Z])/g, '<$1ss:')
    const declared = Buffer.concat(
      text
        .replace('UTF-8', 'gb2312')
        .split('得分')
        .flatMap((part, index) =>
          index === 0 ? [Buffer.from(part)] : [Buffer.from([0xb5, 0xc3, 0xb7, 0xd6]), Buffer.from(part)],
        ),
    )
    for (const bytes of [Buffer.from(text), wide, Buffer.from(prefixed)]) {
      expect(recognisesSheetXml(bytes)).toBeGreaterThan(0.9)
      expect(read(bytes).value[0]!.cells.map((cell) => cell.text)).toEqual(['得分'])
    }
    expect(read(declared).value[0]!.cells.at(-1)!.text).toBe('得分')
  })

  it('that are damaged give what stands before, with the reason; what is none is refused', () => {
    const text = workbook(sheet(`<Row>${data('String', '甲')}</Row><Row>${data('String', '乙 & 丙')}</Row>`))
    expect(shown(text)).toEqual(['甲'])
    expect(said(text)).toEqual(['sheet-xml/damaged-part/damaged'])
    expect(said('')).toEqual(['sheet-xml/unreadable/empty'])
    expect(said('<a/>')).toEqual(['sheet-xml/unreadable/notPackage'])
    expect(said(workbook(''))).toEqual(['sheet-xml/unreadable/noContent'])
    expect(said(workbook('').replace('<Workbook', '<!DOCTYPE a [<!ENTITY b "c">]><Workbook'))).toEqual([
      'sheet-xml/forbidden-content/documentType',
    ])
  })

  it('whose columns, rows and merges reach beyond every sheet cost nothing', () => {
    const wide = '<Column ss:Span="99999999"/>'.repeat(20_000)
    const merge = data('String', '甲', ' ss:Index="1e9" ss:MergeAcross="2147483648" ss:MergeDown="99999999"')
    const { value } = read(
      workbook(sheet(`${wide}<Row ss:Index="-1">${merge}</Row><Row ss:Index="1048577">${merge}</Row>`)),
    )
    expect(value[0]!.cells.map((cell) => cell.text)).toContain('甲')
  })
})

describe('moments', () => {
  it('are day numbers of either count', () => {
    expect(serialOf('2021-12-15T00:00:00.000', false)).toBe('44545')
    expect(serialOf('2021-12-15T12:00:00', false)).toBe('44545.5')
    expect(serialOf('1904-01-02', true)).toBe('1')
    for (const none of ['2021/12/15', '', '1899-01-01T00:00:00', '99999-01-01'])
      expect(serialOf(none, false)).toBeNull()
  })
})
