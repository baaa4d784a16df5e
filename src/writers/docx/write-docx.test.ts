import { unzipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import type { CellStyle, Grid, GridCell } from '../../core/model/index.ts'
import { readDocx } from '../../readers/docx/index.ts'
import { writeDocx } from './index.ts'

function cell(row: number, column: number, text: string, more: Partial<GridCell> = {}): GridCell {
  return { row, column, rowSpan: 1, columnSpan: 1, text, ...more }
}

const style = (role: CellStyle['role']): { style: CellStyle } => ({ style: { role } })

function gridOf(cells: readonly GridCell[]): Grid {
  return {
    cells,
    rowCount: Math.max(0, ...cells.map((each) => each.row + each.rowSpan)),
    columnCount: Math.max(0, ...cells.map((each) => each.column + each.columnSpan)),
    bordered: true,
  }
}

const part = (grid: Grid, path: string) => new TextDecoder().decode(unzipSync(writeDocx(grid))[path])

const form = gridOf([
  cell(0, 0, '自评表', { columnSpan: 3, style: { role: 'title', align: 'center', bold: true } }),
  cell(1, 0, '部门', style('label')),
  cell(1, 1, '某某局', { columnSpan: 2, ...style('text') }),
  cell(2, 0, '指标', { ...style('label'), rowSpan: 3 }),
  cell(2, 1, '名称', style('header')),
  cell(2, 2, '得分', style('header')),
  cell(3, 1, '甲', style('text')),
  cell(3, 2, '9.80', style('number')),
  cell(4, 1, '长'.repeat(2000), style('text')),
  cell(4, 2, '', style('number')),
])

describe('the document', () => {
  const xml = part(form, 'word/document.xml')

  it('repeats facts and header, keeps short rows whole and lets a long one break', () => {
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(2)
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3)
  })

  it('lies landscape on A4, counts its pages, asks for seal and signature', () => {
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>')
    expect(part(form, 'word/footer1.xml')).toContain('NUMPAGES')
    expect(xml).toContain('填报单位（盖章）：')
  })

  it('keeps every text whole, also such as look like XML or cannot stand in it', () => {
    const texts = ['<w:p>&amp;"', 'a\tb\nc', ' 前后有空格 ', '𠮷', '\u0001', '{{x}} #let $y$', '\ud800']
    const { value } = readDocx(writeDocx(gridOf(texts.map((text, row) => cell(row, 0, text)))), 'x.docx')
    expect(value[0]!.cells.map(({ text }) => text.replace(/\s/g, ''))).toEqual([
      '<w:p>&amp;"',
      'abc',
      '前后有空格',
      '𠮷',
      '[U+0001]',
      '{{x}}#let$y$',
      '[U+D800]',
    ])
  })

  it('is the same, byte for byte, each time and wherever it is written', () => {
    const bytes = writeDocx(form)
    vi.stubEnv('TZ', 'Pacific/Kiritimati')
    const elsewhere = writeDocx(form)
    vi.unstubAllEnvs()
    expect(Buffer.from(elsewhere).equals(bytes)).toBe(true)
  })
})
