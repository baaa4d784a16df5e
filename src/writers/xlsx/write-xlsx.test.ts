import ExcelJS from 'exceljs'
import fc from 'fast-check'
import { unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { linesOf, rowHeights } from '../../containers/form-page/row-heights.ts'
import type { CellStyle, Grid, GridCell } from '../../core/model/index.ts'
import { cellValueOf } from './cell-value.ts'
import { writeXlsx } from './index.ts'

function cell(row: number, column: number, text: string, more: Partial<GridCell> = {}): GridCell {
  return { row, column, rowSpan: 1, columnSpan: 1, text, ...more }
}

function gridOf(cells: readonly GridCell[], more: Partial<Grid> = {}): Grid {
  return {
    cells,
    rowCount: Math.max(0, ...cells.map((each) => each.row + each.rowSpan)),
    columnCount: Math.max(0, ...cells.map((each) => each.column + each.columnSpan)),
    bordered: true,
    ...more,
  }
}

async function opened(grid: Grid): Promise<ExcelJS.Worksheet> {
  const workbook = new ExcelJS.Workbook()
  const bytes = writeXlsx(grid)
  await workbook.xlsx.load(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length) as ArrayBuffer)
  return workbook.worksheets[0]!
}

const style = (role: CellStyle['role']): { style: CellStyle } => ({ style: { role } })

describe('texts and numbers', () => {
  it.each([
    ['9.80', '9.8', '0.00'],
    ['0', '0', '0'],
    ['-12.5', '-12.5', '0.0'],
    ['94.47%', '0.9447', '0.00%'],
    ['100%', '1', '0%'],
    ['100.00%', '1', '0.00%'],
    ['0.5%', '0.005', '0.0%'],
    ['7%', '0.07', '0%'],
    ['1,234.50', '1234.5', '#,##0.00'],
    ['2021', '2021', '0'],
  ])('%s is a number that prints as written', (text, value, format) => {
    expect(cellValueOf(text)).toEqual({ kind: 'number', value, format })
  })

  it.each(['007', '1e5', '.5', '5.', '≥60', '65人', '1234567890123456', '12,34', '１２', ' 5', '1 000'])(
    '%s stays a text',
    (text) => {
      expect(cellValueOf(text)).toEqual({ kind: 'text', guarded: false })
    },
  )

  it.each([
    '-0.00',
    '-0%',
    '=1+1',
    '+86',
    '-',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\uff1d1\uff0b1',
    '\uff0b1',
    '\uff0d1',
    '\uff20a',
    ' =cmd|x',
    '\n=1',
  ])('%j is a text that stays one when it is edited', (text) => {
    expect(cellValueOf(text)).toEqual({ kind: 'text', guarded: true })
  })

  it('never writes a formula, and every text reads back as it was', async () => {
    const texts = [
      '=HYPERLINK("http://x","y")',
      '+1+1',
      '-2-3',
      '@A1',
      '\t=1',
      '\r=2',
      '=A1',
      '_x000D_',
      'a\r\nb',
      '<&">',
      '\u0001',
      '𠮷',
    ]
    const sheet = await opened(gridOf(texts.map((text, row) => cell(row, 0, text))))
    expect(texts.map((_, row) => sheet.getCell(row + 1, 1).value)).toEqual(texts)
    const parts = unzipSync(writeXlsx(gridOf(texts.map((text, row) => cell(row, 0, text)))))
    expect(new TextDecoder().decode(parts['xl/worksheets/sheet1.xml'])).not.toContain('<f')
  })

  it('any text reads back as it was', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'binary', minLength: 1 }), { minLength: 1, maxLength: 20 }),
        async (texts) => {
          const kept = texts.filter((text) => cellValueOf(text).kind === 'text')
          fc.pre(kept.length > 0)
          const sheet = await opened(gridOf(kept.map((text, row) => cell(row, 0, text))))
          expect(kept.map((_, row) => sheet.getCell(row + 1, 1).value)).toEqual(kept)
        },
      ),
      { seed: 20210401, numRuns: 60 },
    )
  })
})

describe('the sheet', () => {
  const grid = gridOf(
    [
      cell(0, 0, '自评表', { columnSpan: 3, style: { role: 'title', align: 'center', bold: true } }),
      cell(1, 0, '任务', style('header')),
      cell(1, 1, '分值', style('header')),
      cell(1, 2, '得分', style('header')),
      cell(2, 0, '甲', style('text')),
      cell(2, 1, '10', style('number')),
      cell(2, 2, '9.80', style('number')),
      cell(3, 0, '指标', { ...style('header'), rowSpan: 2 }),
      cell(3, 1, '目标', { ...style('header'), columnSpan: 2 }),
      cell(4, 1, '年初', style('header')),
      cell(4, 2, '完成', style('header')),
      cell(5, 0, '乙', style('text')),
      cell(5, 1, '95%', style('text')),
      cell(5, 2, '', style('text')),
      cell(6, 0, '丙', style('text')),
      cell(6, 1, '长'.repeat(200), { ...style('text'), columnSpan: 2 }),
    ],
    { name: "甲/乙:[自评]'", columnWidths: [200, 400, 400] },
  )

  it('has merges, widths, borders, formats, repeated header rows and a legal name', async () => {
    const sheet = await opened(grid)
    expect(sheet.name).toBe('甲 乙  自评')
    expect(sheet.model.merges).toEqual(['A1:C1', 'A4:A5', 'B4:C4', 'B7:C7'])
    expect(sheet.getColumn(2).width! / sheet.getColumn(1).width!).toBeCloseTo(2, 2)
    expect(sheet.getCell('A1').border?.left).toBeUndefined()
    expect(sheet.getCell('C2').border.left).toMatchObject({ style: 'thin' })
    expect(sheet.getCell('C3').value).toBe(9.8)
    expect(sheet.getCell('C3').numFmt).toBe('0.00')
    expect(sheet.getCell('B6').value).toBe(0.95)
    expect(sheet.getCell('B6').numFmt).toBe('0%')
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, orientation: 'landscape', fitToPage: true, fitToWidth: 1 })
    // Two tables have headers; the longer one, below, repeats its two rows.
    expect(sheet.pageSetup.printTitlesRow).toBe('4:5')
    expect(sheet.getRow(7).height).toBeGreaterThan(sheet.getRow(6).height * 2)
  })

  it('is the same, byte for byte, each time and wherever it is written', () => {
    const bytes = writeXlsx(grid)
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    const elsewhere = writeXlsx(grid)
    vi.unstubAllEnvs()
    expect(Buffer.from(elsewhere).equals(bytes)).toBe(true)
  })

  it('a row higher than a spreadsheet allows becomes several, merged, and loses no text', async () => {
    const long = '建立健全长效机制。'.repeat(400)
    const sheet = await opened(gridOf([cell(0, 0, long), cell(0, 1, '甲'), cell(1, 0, '后')]))
    const rows = sheet.rowCount
    expect(rows).toBeGreaterThan(2)
    expect(sheet.getCell('A1').value).toBe(long)
    expect(sheet.getCell(rows, 1).value).toBe('后')
    expect(sheet.model.merges).toEqual([`A1:A${rows - 1}`, `B1:B${rows - 1}`])
    for (let row = 1; row < rows; row++) expect(sheet.getRow(row).height).toBeLessThanOrEqual(409)
  })

  it('wide tables go on A3, an empty grid is an empty sheet', async () => {
    const wide = gridOf(Array.from({ length: 15 }, (_, column) => cell(0, column, `${column}列`)))
    expect((await opened(wide)).pageSetup.paperSize).toBe(8)
    expect((await opened(gridOf([]))).rowCount).toBe(0)
  })
})

describe('row heights', () => {
  it('counts the lines of Chinese text, words and written line breaks', () => {
    expect(linesOf('', 100, 10)).toBe(1)
    expect(linesOf('一二三四五六七八九', 100, 10)).toBe(1)
    expect(linesOf('一二三四五六七八九十', 100, 10)).toBe(2)
    expect(linesOf('甲\n乙\r\n丙', 100, 10)).toBe(3)
    expect(linesOf('x'.repeat(100), 100, 10)).toBeGreaterThan(5)
    // A full stop does not begin a line: it takes the character before it along.
    expect(linesOf('一二三四五六七八九。', 100, 10)).toBe(2)
  })

  it('shares among the rows of a merged cell what it lacks', () => {
    expect(rowHeights(3, 20, [{ row: 0, rowSpan: 3, height: 120 }])).toEqual([40, 40, 40])
    expect(
      rowHeights(2, 20, [
        { row: 0, rowSpan: 2, height: 90 },
        { row: 1, rowSpan: 1, height: 50 },
      ]),
    ).toEqual([30, 60])
  })
})
