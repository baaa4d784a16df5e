import ExcelJS from 'exceljs'
import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import type { Grid } from '../../core/model/index.ts'
import { readXlsx } from './index.ts'

async function read(fill: (workbook: ExcelJS.Workbook) => void): Promise<ReturnType<typeof readXlsx>> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook)
  return readXlsx(new Uint8Array(await workbook.xlsx.writeBuffer()), '表.xlsx')
}

/** A workbook of raw parts: one sheet, what stands inside it, and further parts. */
function raw(sheet: string, parts: Readonly<Record<string, string>> = {}): ReturnType<typeof readXlsx> {
  const files = {
    'xl/workbook.xml':
      '<x:workbook xmlns:x="m" xmlns:r="r"><x:sheets><x:sheet name="表" r:id="a"/></x:sheets></x:workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="a" Type="t/worksheet" Target="/xl/s.xml"/></Relationships>',
    'xl/s.xml': `<worksheet xmlns:mc="m" xmlns:r="r">${sheet}</worksheet>`,
    ...parts,
  }
  return readXlsx(zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)]))), 'x')
}

/** Cells with text, by their names. */
function named(grid: Grid | undefined): Record<string, string> {
  return Object.fromEntries(
    (grid?.cells ?? [])
      .filter((cell) => cell.text !== '')
      .map((cell) => [cell.source?.kind === 'sheet' ? cell.source.cell : '?', cell.text]),
  )
}

describe('values', () => {
  it('are printed by their formats', async () => {
    const { value, findings } = await read((workbook) => {
      const sheet = workbook.addWorksheet('自评表')
      const put = (cell: string, given: ExcelJS.CellValue, format?: string) => {
        sheet.getCell(cell).value = given
        if (format !== undefined) sheet.getCell(cell).numFmt = format
      }
      put('A1', 9.8, '0.00')
      put('B1', 0.9447, '0.00%')
      put('C1', 0.1 + 0.2)
      put('D1', 1234.5, '#,##0.00')
      put('E1', new Date(Date.UTC(2021, 11, 15)), 'yyyy"年"m"月"d"日"')
      put('A2', true)
      put('B2', { formula: 'A1+1', result: 10.8 })
      put('C2', { formula: '"优"', result: '优' })
      put('D2', { richText: [{ text: '≥60' }, { text: '人', font: { bold: true } }] })
      put('E2', { text: '链接', hyperlink: 'http://example.com' })
    })
    expect(findings).toEqual([])
    expect(value[0]!.name).toBe('自评表')
    expect(named(value[0])).toEqual({
      A1: '9.80',
      B1: '94.47%',
      C1: '0.3',
      D1: '1,234.50',
      E1: '2021年12月15日',
      A2: 'TRUE',
      B2: '10.8',
      C2: '优',
      D2: '≥60人',
      E2: '链接',
    })
  })

  it('count days from 1904 where the workbook does', async () => {
    const { value } = await read((workbook) => {
      workbook.properties.date1904 = true
      const cell = workbook.addWorksheet('a').getCell('A1')
      cell.value = new Date(Date.UTC(2021, 11, 15))
      cell.numFmt = 'yyyy-mm-dd'
    })
    expect(named(value[0])).toEqual({ A1: '2021-12-15' })
  })

  it('of formulas that were never calculated are missing, and said; errors are shown, and said', async () => {
    const { value, findings } = await read((workbook) => {
      const sheet = workbook.addWorksheet('a')
      sheet.getCell('A1').value = '甲'
      sheet.getCell('B1').value = { formula: 'SUM(C1:C9)' } as ExcelJS.CellFormulaValue
      sheet.getCell('C1').value = { error: '#DIV/0!' }
    })
    expect(named(value[0])).toEqual({ A1: '甲', C1: '#DIV/0!' })
    expect(findings.map(({ rule, severity, at }) => [rule, severity, at[0].source, at[0].text])).toEqual([
      ['xlsx/error-value', 'warning', { kind: 'sheet', sheet: 'a', cell: 'C1' }, '#DIV/0!'],
      ['xlsx/formula-without-value', 'warning', { kind: 'sheet', sheet: 'a', cell: 'B1' }, '=SUM(C1:C9)'],
    ])
  })

  it('of plain sums and ratios that were never calculated are worked out, and said', async () => {
    const { value, findings } = await read((workbook) => {
      const sheet = workbook.addWorksheet('a')
      const formula = (cell: string, text: string, format = 'General') => {
        sheet.getCell(cell).value = { formula: text } as ExcelJS.CellFormulaValue
        sheet.getCell(cell).numFmt = format
      }
      sheet.getCell('A1').value = 0.1
      sheet.getCell('A2').value = 0.2
      sheet.getCell('A4').value = '甲'
      formula('B1', 'SUM($A$1:A3)')
      formula('B2', 'B1/A2*100%', '0.00%')
      formula('B3', 'ROUND(-(A1+2)/3,2)')
      formula('B4', 'A1/A3')
      formula('B5', 'SUM(A1:A4)')
      formula('B6', 'B6+1')
      formula('B7', 'IF(A1>0,1,2)')
      formula('B8', 'AVERAGE(A:A)')
      formula('B9', 'AVERAGE(A1:A2,0.3)')
      formula('C1', '100%')
      formula('C2', '98.5%', '0%')
      formula('C3', '10人')
      formula('C4', '8台（套）')
    })
    const { A1, A2, A4, ...results } = named(value[0])
    expect(results).toEqual({
      B1: '0.3',
      B2: '150.00%',
      B3: '-0.7',
      B9: '0.2',
      C1: '100%',
      C2: '99%',
      C3: '=10人',
      C4: '=8台（套）',
    })
    expect(findings).toMatchObject([
      { rule: 'xlsx/formula-without-value', message: 'computed', data: { count: 6, cells: 'B1、C1、B2、C2、B3……' } },
      { rule: 'xlsx/formula-without-value', message: 'formulas', data: { count: 5, cells: 'B4、B5、B6、B7、B8' } },
    ])
  })

  it('of formulas with a blank result are blank; a value element without content is no result', () => {
    const { value, findings } = raw(
      '<sheetData><row><c t="str"><f>""</f><v></v></c><c><f>NOW()</f><v/></c><c t="str"><v>a_x000D_b</v></c></row></sheetData>',
    )
    expect(named(value[0])).toEqual({ C1: 'a\rb' })
    expect(findings).toMatchObject([{ rule: 'xlsx/formula-without-value', data: { cells: 'B1' } }])
  })

  it('drop the readings above characters; keep blanks and line breaks', () => {
    const { value } = raw(
      '<sheetData><row><c t="s"><v>0</v></c><c t="s"><v>9</v></c><c t="d"><v>2021-12-15T00:00:00</v></c></row></sheetData>',
      {
        'xl/sharedStrings.xml':
          '<sst><si><r><t xml:space="preserve"> 绩</t></r><r><t>效\r\n二</t></r><rPh sb="0" eb="1"><t>jixiao</t></rPh></si></sst>',
      },
    )
    expect(named(value[0])).toEqual({ A1: ' 绩效\n二', C1: '2021-12-15' })
  })

  it('that point to no shared text are said', () => {
    expect(raw('<sheetData><row><c><v>1</v></c><c t="s"><v>9</v></c></row></sheetData>').findings).toMatchObject([
      { rule: 'xlsx/misplaced-cell', message: 'missingText', severity: 'error', data: { cells: 'B1' } },
    ])
  })
})

describe('the sheet', () => {
  it('merged cells become master cells; gaps of a row are blank cells', async () => {
    const { value } = await read((workbook) => {
      const sheet = workbook.addWorksheet('a')
      sheet.mergeCells('A1:C1')
      sheet.getCell('A1').value = '标题'
      sheet.mergeCells('A2:A3')
      sheet.getCell('A2').value = '产出'
      sheet.getCell('C2').value = '甲'
      sheet.getCell('B3').value = '乙'
      sheet.mergeCells('B3:C3')
      sheet.getCell('A4').value = '丙'
    })
    expect(
      value[0]!.cells.map(({ row, column, rowSpan, columnSpan, text }) => [row, column, rowSpan, columnSpan, text]),
    ).toEqual([
      [0, 0, 1, 3, '标题'],
      [1, 0, 2, 1, '产出'],
      [1, 1, 1, 1, ''],
      [1, 2, 1, 1, '甲'],
      [2, 1, 1, 2, '乙'],
      [3, 0, 1, 1, '丙'],
      [3, 1, 1, 1, ''],
      [3, 2, 1, 1, ''],
    ])
  })

  it('hidden rows, columns and sheets are read, and said', async () => {
    const { value, findings } = await read((workbook) => {
      const sheet = workbook.addWorksheet('甲')
      for (const cell of ['A1', 'A2', 'B1', 'C1']) sheet.getCell(cell).value = cell
      sheet.getRow(2).hidden = true
      sheet.getRow(9).hidden = true
      sheet.getColumn(2).hidden = true
      sheet.getColumn(7).hidden = true
      workbook.addWorksheet('乙', { state: 'veryHidden' }).getCell('A1').value = '藏'
      workbook.addWorksheet('丙', { state: 'hidden' })
    })
    expect(value.map(named)).toEqual([{ A1: 'A1', A2: 'A2', B1: 'B1', C1: 'C1' }, { A1: '藏' }])
    expect(findings.map(({ message, data }) => [message, data.sheet, data.which])).toEqual([
      ['rows', '甲', '2'],
      ['columns', '甲', 'B'],
      ['sheet', '乙', undefined],
    ])
  })

  it('figures that formats or the view do not show are blank, and said', () => {
    const { value, findings } = raw(
      '<sheetViews><sheetView showZeros="0"/></sheetViews><sheetData><row><c><v>0</v></c><c><v>10</v></c><c><v>0.0</v></c></row></sheetData>',
    )
    expect(named(value[0])).toEqual({ B1: '10' })
    expect(findings).toMatchObject([
      { rule: 'xlsx/number-format', message: 'hidden', data: { count: 2, cells: 'A1、C1' } },
    ])
  })

  it('cells and rows without names follow one another; long blank stretches are shortened', () => {
    const { value } = raw(
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c r="C2"><v>3</v></c><c><v>4</v></c></row><row r="5000"><c><v>5</v></c></row></sheetData>',
    )
    expect(named(value[0])).toEqual({ A1: '1', B1: '2', C2: '3', D2: '4', A5000: '5' })
    expect(value[0]!.rowCount).toBe(23)
  })

  it('text boxes are read: above the table where they stand above it', () => {
    const shape = (row: number, text: string) =>
      `<xdr:twoCellAnchor><xdr:from><xdr:col>1</xdr:col><xdr:colOff>7</xdr:colOff><xdr:row>${row}</xdr:row></xdr:from><xdr:sp><xdr:txBody><a:p><a:r><a:t>${text}</a:t></a:r></a:p></xdr:txBody></xdr:sp><xdr:pic/></xdr:twoCellAnchor>`
    const { value, findings } = raw('<sheetData><row r="3"><c><v>1</v></c></row></sheetData><drawing r:id="d"/>', {
      'xl/_rels/s.xml.rels': '<Relationships><Relationship Id="d" Type="t/drawing" Target="d.xml"/></Relationships>',
      'xl/d.xml': `<xdr:wsDr xmlns:xdr="x" xmlns:a="a">${shape(9, '说明')}${shape(0, '自评表')}</xdr:wsDr>`,
    })
    expect(value.map((grid) => [grid.bordered, named(grid)])).toEqual([
      [false, { B1: '自评表' }],
      [true, { A3: '1' }],
      [false, { B10: '说明' }],
    ])
    expect(findings).toMatchObject([{ rule: 'xlsx/not-read', message: 'pictures', data: { count: 2 } }])
  })

  it('comments are quoted with their places; links out of the file are not followed', async () => {
    const { findings } = await read((workbook) => {
      const cell = workbook.addWorksheet('a').getCell('A1')
      cell.value = '甲'
      cell.note = '批注'
    })
    expect(findings).toMatchObject([
      {
        rule: 'xlsx/comment',
        message: 'comments',
        data: { sheet: 'a', count: 1, cells: 'A1' },
        at: [{ source: { kind: 'sheet', sheet: 'a', cell: 'A1' }, text: '批注' }],
      },
    ])
    const outside = raw('', {
      'xl/_rels/workbook.xml.rels':
        '<Relationships><Relationship Id="a" Type="t/worksheet" TargetMode="External" Target="http://example.com/s.xml"/></Relationships>',
    })
    expect(outside).toMatchObject({ value: [], findings: [{ rule: 'xlsx/damaged-part', message: 'missing' }] })
  })
})

describe('a workbook', () => {
  it('with the namespaces of the strict standard is read like any other', () => {
    const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships'
    const { value, findings } = raw(
      '<sheetData><row r="1"><c r="A1" t="d" s="0"><v>2021-12-15T00:00:00</v></c><c r="B1" t="s"><v>0</v></c></row></sheetData>',
      {
        'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="a" Type="${strict}/worksheet" Target="s.xml"/><Relationship Id="b" Type="${strict}/sharedStrings" Target="t.xml"/></Relationships>`,
        'xl/t.xml':
          '<sst xmlns="http://purl.oclc.org/ooxml/spreadsheetml/main"><si><r><t>满意</t></r><r><t>度</t></r></si></sst>',
      },
    )
    expect(named(value[0])).toEqual({ A1: '2021-12-15', B1: '满意度' })
    expect(findings).toEqual([])
    expect(value[0]!.signs).toBe('typed')
  })

  it('with macros and links to other files is read without running or opening them, and that is said', () => {
    const { value, findings } = raw('<sheetData><row><c><f>[1]a!A1</f><v>5</v></c></row></sheetData>', {
      'xl/vbaProject.bin': 'x',
      'xl/externalLinks/externalLink1.xml': '<externalLink/>',
    })
    expect(named(value[0])).toEqual({ A1: '5' })
    expect(findings).toMatchObject([
      { rule: 'xlsx/not-run', message: 'macros' },
      { rule: 'xlsx/not-run', message: 'links' },
    ])
  })

  it('with conversations on a cell gives them once', () => {
    const { findings } = raw('<sheetData><row><c t="str"><v>甲</v></c></row></sheetData>', {
      'xl/_rels/s.xml.rels':
        '<Relationships><Relationship Id="a" Type="t/comments" Target="c.xml"/><Relationship Id="b" Type="t/threadedComment" Target="d.xml"/></Relationships>',
      'xl/c.xml': '<comments><comment ref="A1"><text><t>[Threaded comment] 核对</t></text></comment></comments>',
      'xl/d.xml':
        '<ThreadedComments><threadedComment ref="A1"><text>核对</text></threadedComment><threadedComment ref="A1"><text>已改</text></threadedComment></ThreadedComments>',
    })
    expect(findings).toMatchObject([
      { rule: 'xlsx/comment', data: { count: 2 }, at: [{ text: '核对' }, { text: '已改' }] },
    ])
  })
})

describe('what is no workbook', () => {
  it('is refused with its reason', () => {
    const zipped = (name: string) => zipSync({ [name]: strToU8('x') })
    expect(readXlsx(zipped('xl/workbook.bin'), 'x').findings).toMatchObject([{ rule: 'xlsx/binary-workbook' }])
    expect(readXlsx(zipped('a.txt'), 'x').findings).toMatchObject([{ rule: 'xlsx/unreadable', message: 'noContent' }])
    expect(readXlsx(strToU8('指标,得分'), 'x').findings).toMatchObject([
      { rule: 'xlsx/unreadable', message: 'notPackage' },
    ])
    expect(raw('<sheetData/>').findings).toMatchObject([{ rule: 'xlsx/unreadable', message: 'noContent' }])
  })
})
