import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { CellEdit, TableEdit } from '../../core/model/index.ts'
import { figureOf } from './cell-figure.ts'
import { WorkbookEdit } from './workbook-edit.ts'

/** A workbook of raw parts with one sheet. */
function workbook(sheet: string, parts: Readonly<Record<string, string>> = {}): Uint8Array {
  const files = {
    '[Content_Types].xml': '<Types/>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="4" r:id="a"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Type="t/worksheet" Target="s.xml"/><Relationship Id="c" Type="t/calcChain" Target="calcChain.xml"/><Relationship Id="t" Type="t/sharedStrings" Target="t.xml"/></Relationships>',
    'xl/s.xml': `<worksheet>${sheet}</worksheet>`,
    ...parts,
  }
  return zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))
}

function cell(row: number, column: number, text: string, more: Partial<CellEdit> = {}): CellEdit {
  return { row, copy: 0, column, text, figure: false, path: 'form', ...more }
}

function edited(bytes: Uint8Array, edit: Partial<TableEdit>): (part: string) => string {
  const open = WorkbookEdit.open(bytes)
  if (!(open instanceof WorkbookEdit)) throw new Error(open)
  open.edit(open.sheets[0]!, { grid: 0, inserts: [], cells: [], labels: [], ...edit })
  const files = unzipSync(open.bytes())
  return (part) => strFromU8(files[part]!)
}

const sheet = (part: (name: string) => string) => part('xl/s.xml').replace(/^<worksheet>|<\/worksheet>$/g, '')

describe('cells written', () => {
  it('keep their style, others their bytes', () => {
    const before = '<sheetData><row r="1" ht="20"><c r="A1" s="3"/><c  r="B1" t="s"><v>0</v></c></row></sheetData>'
    const part = edited(workbook(before), { cells: [cell(0, 0, '甲 & 乙\n丙'), cell(0, 3, '5')] })
    expect(sheet(part)).toBe(
      '<sheetData><row r="1" ht="20"><c r="A1" s="3" t="inlineStr"><is><t xml:space="preserve">甲 &amp; 乙\n丙</t></is></c><c  r="B1" t="s"><v>0</v></c><c r="D1" t="inlineStr"><is><t xml:space="preserve">5</t></is></c></row></sheetData>',
    )
  })

  it('are put into rows that have none, and rows that are not there', () => {
    const part = edited(workbook('<sheetData><row r="2"/><row r="9"/></sheetData>'), {
      cells: [cell(1, 1, 'b'), cell(1, 0, 'a'), cell(4, 0, 'c')],
    })
    expect(sheet(part).replaceAll(/<is><t xml:space="preserve">(\w)<\/t><\/is>/g, '$1')).toBe(
      '<sheetData><row r="2"><c r="A2" t="inlineStr">a</c><c r="B2" t="inlineStr">b</c></row><row r="5"><c r="A5" t="inlineStr">c</c></row><row r="9"/></sheetData>',
    )
  })

  it('are written over in part, their runs as they look', () => {
    const strings =
      '<sst><si><r><rPr><b/></rPr><t>部门名称：</t></r><r><rPr><u/></rPr><t xml:space="preserve">　　　</t></r><r><t>联系人：</t></r></si></sst>'
    const bytes = workbook('<sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData>', {
      'xl/t.xml': strings,
    })
    const part = edited(bytes, {
      cells: [cell(0, 0, '某局', { splice: { from: 5, to: 8 } }), cell(0, 0, '张', { splice: { from: 12, to: 12 } })],
    })
    expect(sheet(part)).toBe(
      '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t xml:space="preserve">部门名称：</t></r><r><rPr><u/></rPr><t xml:space="preserve">某局</t></r><r><t xml:space="preserve">联系人：张</t></r></is></c></row></sheetData>',
    )
    expect(part('xl/t.xml')).toBe(strings)
  })
})

describe('rows put in', () => {
  const rows =
    '<dimension ref="A1:C4"/><sheetViews><sheetView><selection activeCell="A3" sqref="A3"/></sheetView></sheetViews>' +
    '<sheetData><row r="1"><c r="A1" s="1"/><c r="B1"><v>2</v></c><c r="C1"><f t="shared" ref="C1:C3" si="0">B1*2</f><v>4</v></c></row>' +
    '<row r="2" ht="30" customHeight="1"><c r="A2" s="2"/><c r="B2" s="5"/><c r="C2"><f t="shared" si="0"/><v>0</v></c></row>' +
    '<row r="3"><c r="A3"/><c r="B3"><v>1</v></c><c r="C3"><f t="shared" si="0"/><v>2</v></c></row>' +
    '<row r="4"><c r="B4"><f>SUM(B1:B2)</f><v>2</v></c></row></sheetData>' +
    '<mergeCells count="2"><mergeCell ref="A1:A2"/><mergeCell ref="D2:E2"/></mergeCells>' +
    '<conditionalFormatting sqref="B2"><cfRule><formula>B2&gt;C$3</formula></cfRule></conditionalFormatting>' +
    '<rowBreaks><brk id="3" max="9"/></rowBreaks>'
  const chain = '<calcChain><c r="C1" i="4"/><c r="B4"/><c r="B4" i="2"/></calcChain>'
  const names =
    '<workbook xmlns:r="r"><sheets><sheet name="表" sheetId="4" r:id="a"/></sheets><definedNames><definedName name="n">表!$A$2:$A$3</definedName></definedNames><calcPr calcId="1"/></workbook>'

  const part = edited(workbook(rows, { 'xl/calcChain.xml': chain, 'xl/workbook.xml': names }), {
    inserts: [{ row: 1, count: 2 }],
    cells: [cell(1, 1, '7', { figure: true }), cell(1, 1, '8', { copy: 2, figure: true })],
  })

  it('copy height, looks and formulas of the row above; rows below move', () => {
    expect(sheet(part)).toContain(
      '<row r="2" ht="30" customHeight="1"><c r="A2" s="2"/><c r="B2" s="5"><v>7</v></c><c r="C2"><f>B2*2</f><v>14</v></c></row>' +
        '<row r="3" ht="30" customHeight="1"><c r="A3" s="2"/><c r="B3" s="5"/><c r="C3"><f>B3*2</f><v>0</v></c></row>' +
        '<row r="4" ht="30" customHeight="1"><c r="A4" s="2"/><c r="B4" s="5"><v>8</v></c><c r="C4"><f>B4*2</f><v>16</v></c></row>' +
        '<row r="5"><c r="A5"/><c r="B5"><v>1</v></c><c r="C5"><f>B5*2</f><v>2</v></c></row>',
    )
  })

  it('grow the ranges that end in the row, and work plain sums out anew', () => {
    expect(sheet(part)).toContain('<row r="6"><c r="B6"><f>SUM(B1:B4)</f><v>17</v></c></row>')
    expect(sheet(part)).toContain(
      '<mergeCells count="4"><mergeCell ref="A1:A4"/><mergeCell ref="D2:E2"/><mergeCell ref="D3:E3"/><mergeCell ref="D4:E4"/></mergeCells>',
    )
    expect(sheet(part)).toContain('<conditionalFormatting sqref="B2:B4"><cfRule><formula>B2&gt;C$5</formula>')
    expect(sheet(part)).toContain('<brk id="5" max="9"/>')
    expect(sheet(part)).toContain('activeCell="A5" sqref="A5"')
    expect(part('xl/calcChain.xml')).toBe('<calcChain><c r="C1" i="4"/><c r="B6"/><c r="B4" i="2"/></calcChain>')
    expect(part('xl/workbook.xml')).toContain('表!$A$2:$A$5')
    expect(part('xl/workbook.xml')).toContain('<calcPr fullCalcOnLoad="1" calcId="1"/>')
  })

  it('merge labels anew where asked', () => {
    const labelled = edited(workbook(rows, { 'xl/calcChain.xml': chain, 'xl/workbook.xml': names }), {
      inserts: [{ row: 1, count: 2 }],
      labels: [
        {
          column: 0,
          columnSpan: 1,
          top: 0,
          bottom: 1,
          runs: [{ from: { row: 1, copy: 1 }, to: { row: 1, copy: 2 } }],
        },
      ],
    })
    expect(sheet(labelled)).toContain('<mergeCell ref="D2:E2"/><mergeCell ref="A3:A4"/>')
    expect(sheet(labelled)).not.toContain('ref="A1:A4"/>')
  })
})

describe('figures', () => {
  it('are numbers in the own format of their cell, texts where a number would show otherwise', () => {
    const cases: readonly (readonly [string, string, boolean, string | null])[] = [
      ['9.80', '0.00', false, '9.8'],
      ['9.80', 'General', false, null],
      ['9.80', 'General', true, '9.8'],
      ['9.8', 'General', false, '9.8'],
      ['1,234.50', '#,##0.00', false, '1234.5'],
      ['94.47%', '0.00%', false, '0.9447'],
      ['94.47', '0.00%', false, null],
      ['94.47%', '0.00', false, null],
      ['5', '@', false, null],
      ['2021', 'yyyy-mm-dd', false, null],
      ['≥60人', '0', false, null],
      ['007', '0', false, null],
      ['9.8', '0.00"分"', false, '9.8'],
    ]
    for (const [text, format, isRead, value] of cases)
      expect([text, format, figureOf(text, format, isRead)]).toEqual([text, format, value])
  })
})
