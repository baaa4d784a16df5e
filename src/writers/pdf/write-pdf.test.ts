import { describe, expect, it } from 'vitest'
import type { CellStyle, Grid, GridCell } from '../../core/model/index.ts'
import { readPdf } from '../../readers/pdf/index.ts'
import { writePdf } from './index.ts'
import { printText } from './print-text.ts'

function cell(row: number, column: number, text: string, more: Partial<GridCell> = {}): GridCell {
  return { row, column, rowSpan: 1, columnSpan: 1, text, ...more }
}

const style = (role: CellStyle['role']): { style: CellStyle } => ({ style: { role } })

/** Two columns: a label and a text, below a title. */
function gridOf(texts: readonly string[]): Grid {
  const cells = texts.flatMap((text, row) => [
    cell(row + 1, 0, `第${row + 1}行`, style('label')),
    cell(row + 1, 1, text, style('text')),
  ])
  const title = cell(0, 0, '自评表', { columnSpan: 2, style: { role: 'title', align: 'center', bold: true } })
  return { cells: [title, ...cells], rowCount: texts.length + 1, columnCount: 2, bordered: true, columnWidths: [1, 4] }
}

const bare = (text: string) => text.replace(/[\s\u200b]/g, '')

/** Texts of the second column, as our reader finds them inside the cells' borders. */
async function secondColumn(bytes: Uint8Array): Promise<readonly string[]> {
  const { value } = await readPdf(bytes, 'form.pdf')
  return value
    .filter((grid) => grid.bordered)
    .flatMap((grid) => grid.cells.filter(({ column }) => column > 0).map(({ text }) => bare(text)))
}

describe('texts in a PDF', () => {
  it('are never taken for markup, code or paths', async () => {
    const texts = [
      '#let x = 1',
      '$x^2$ [y] *z* _w_ `v`',
      '\\ @ref <label> // no comment /* none */',
      '#include "/etc/hostname"',
      '= heading',
      '- item',
      '~ --- "quotes" \'single\'',
      '{"a": "\\u0041"}',
      '第①条㎡',
    ]
    expect(await secondColumn(await writePdf(gridOf(texts)))).toEqual(texts.map(bare))
  })

  it('stand whole inside their cells however long they are, in Chinese, English and without a blank', async () => {
    const texts = [
      '建立健全长效机制,提升服务水平。'.repeat(125),
      'The quick brown fox jumps over the lazy dog. '.repeat(45),
      'x'.repeat(2000),
      '0123456789'.repeat(40),
      '短',
    ]
    // A row cut by the end of a page may be read as two: all of the column, in order, is what counts.
    const found = await secondColumn(await writePdf(gridOf(texts)))
    expect(found.join('')).toBe(texts.map(bare).join(''))
  }, 60_000)

  it('take the whole font for rare names and say the code of signs that no font has', async () => {
    const [rare, none] = await secondColumn(await writePdf(gridOf(['张珺玥镕喆', 'a\u{10ffff}b\u0001'])))
    expect(rare).toBe('张珺玥镕喆')
    expect(none).toBe('a[U+10FFFF]b[U+0001]')
  })

  it('may break anywhere where a run of letters is wider than its cell, and only there', () => {
    expect(printText('2726.98', 60, new Set())).toBe('2726.98')
    expect(printText('2726.98', 30, new Set())).toBe([...'2726.98'].join('\u200b'))
    expect(printText('共计 50%', 30, new Set())).toBe('共计 50%')
  })
})

describe('the file', () => {
  it('carries the form as an attachment and no date; other data, other bytes', async () => {
    const grid = gridOf(['甲'])
    const bytes = Buffer.from(await writePdf(grid, { json: '{"schema":1}' }))
    const text = bytes.toString('latin1')
    expect(text).toContain('/EmbeddedFile')
    expect(text).toContain('form.json')
    expect(text).not.toContain('/CreationDate')
    expect(text).toContain('/Outlines')
    expect(bytes.equals(Buffer.from(await writePdf(grid, { json: '{"schema":1}' })))).toBe(true)
    expect(bytes.equals(Buffer.from(await writePdf(grid, { json: '{"schema":2}' })))).toBe(false)
  })

  it('is there for a grid without cells', async () => {
    const bytes = await writePdf({ cells: [], rowCount: 0, columnCount: 0, bordered: true })
    expect(Buffer.from(bytes.subarray(0, 5)).toString()).toBe('%PDF-')
  })
})
