/** The same small table as a file of each format, made by other libraries than the product's own writers. */

import * as docx from 'docx'
import ExcelJS from 'exceljs'
import fc from 'fast-check'
import type { ReaderId } from './readers.ts'

export interface SourceCell {
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
}

export interface SourceTable {
  readonly title: string
  readonly rows: number
  readonly columns: number
  /** In reading order; covers the table. The last row and the last column have text and are not merged. */
  readonly cells: readonly SourceCell[]
}

const words = [
  '一级指标',
  '满意度指标(10分)',
  '≥60人',
  '94.47%',
  '9.80',
  '12月15日前',
  '"暖阳"项目',
  'a<b & c>d',
  "it's; x,y",
  '=1+1',
  '-',
  '原因:疫情\n措施:加快',
  '𠮷 ①',
  '007',
  '&amp;',
]

/** A table covered by cells at random; spans never overlap. */
export const anyTable: fc.Arbitrary<SourceTable> = fc
  .record({
    rows: fc.integer({ min: 1, max: 7 }),
    columns: fc.integer({ min: 2, max: 6 }),
    title: fc.constantFrom('部门整体支出绩效自评表', '项目支出绩效自评表'),
    picks: fc.array(fc.nat(), { minLength: 150, maxLength: 150 }),
  })
  .map(({ rows, columns, title, picks }) => {
    let next = 0
    const pick = (most: number) => picks[next++ % picks.length]! % most
    const taken = new Set<string>()
    const cells: SourceCell[] = []
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        if (taken.has(`${row},${column}`)) continue
        const edge = row === rows - 1 || column === columns - 1
        const wide = edge || pick(4) > 0 ? 1 : 1 + pick(columns - 1 - column)
        const high = edge || pick(4) > 0 ? 1 : 1 + pick(rows - 1 - row)
        const free = (r: number, c: number) => !taken.has(`${r},${c}`)
        const fits = Array.from({ length: high * wide }, (_, n) =>
          free(row + Math.floor(n / wide), column + (n % wide)),
        )
        const [rowSpan, columnSpan] = fits.every(Boolean) ? [high, wide] : [1, 1]
        for (let r = row; r < row + rowSpan; r++) {
          for (let c = column; c < column + columnSpan; c++) taken.add(`${r},${c}`)
        }
        const text = !edge && pick(8) === 0 ? '' : words[pick(words.length)]!
        cells.push({ row, column, rowSpan, columnSpan, text })
      }
    }
    return { title, rows, columns, cells }
  })

async function asXlsx({ title, columns, cells }: SourceTable): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet('自评表')
  sheet.getCell(1, 1).value = title
  sheet.mergeCells(1, 1, 1, columns)
  for (const { row, column, rowSpan, columnSpan, text } of cells) {
    const cell = sheet.getCell(row + 2, column + 1)
    if (text.length > 4)
      cell.value = { richText: [{ text: text.slice(0, 2), font: { bold: true } }, { text: text.slice(2) }] }
    else if (text !== '') cell.value = text
    if (rowSpan > 1 || columnSpan > 1) {
      sheet.mergeCells(row + 2, column + 1, row + 1 + rowSpan, column + columnSpan)
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

async function asDocx({ title, rows, cells }: SourceTable): Promise<Uint8Array> {
  const paragraph = (text: string) =>
    new docx.Paragraph({
      children: text.split('\n').map((line, index) => new docx.TextRun({ text: line, break: index > 0 ? 1 : 0 })),
    })
  const table = new docx.Table({
    rows: Array.from(
      { length: rows },
      (_, row) =>
        new docx.TableRow({
          children: cells
            .filter((cell) => cell.row === row)
            .map(
              ({ rowSpan, columnSpan, text }) =>
                new docx.TableCell({ rowSpan, columnSpan, children: [paragraph(text)] }),
            ),
        }),
    ),
  })
  const document = new docx.Document({ sections: [{ children: [paragraph(title), table] }] })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}

function asHtml({ title, rows, cells }: SourceTable): Uint8Array {
  const asMarkup = (text: string) =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>')
  const body = Array.from({ length: rows }, (_, row) => {
    const inRow = cells.filter((cell) => cell.row === row)
    return `<tr>${inRow.map((cell) => `<td rowspan=${cell.rowSpan} colspan="${cell.columnSpan}">${asMarkup(cell.text)}</td>`).join('\n')}</tr>`
  })
  return new TextEncoder().encode(
    `<!DOCTYPE html><meta charset=utf-8><h1>${title}</h1><table>${body.join('\n')}</table>`,
  )
}

function asLines(table: SourceTable, separator: string, quote: (text: string) => string): Uint8Array {
  const lines = Array.from({ length: table.rows }, (_, row) =>
    Array.from({ length: table.columns }, (_, column) =>
      quote(table.cells.find((cell) => cell.row === row && cell.column === column)?.text ?? ''),
    ).join(separator),
  )
  const title = table.title + separator.repeat(table.columns - 1)
  return new TextEncoder().encode([title, ...lines].join('\r\n'))
}

export const makers: Readonly<Record<ReaderId, (table: SourceTable) => Promise<Uint8Array>>> = {
  xlsx: asXlsx,
  docx: asDocx,
  html: async (table) => asHtml(table),
  csv: async (table) => asLines(table, ',', (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)),
  text: async (table) => asLines(table, '\t', (text) => text.replaceAll('\n', ' ')),
}

/** What a reader has to give back: cells with text, their place told from the first row of the table. */
export function expectedCells(table: SourceTable, format: ReaderId): readonly SourceCell[] {
  const flat = format === 'csv' || format === 'text'
  return table.cells
    .filter((cell) => cell.text !== '')
    .map((cell) => ({
      ...cell,
      ...(flat ? { rowSpan: 1, columnSpan: 1 } : {}),
      text: format === 'text' ? cell.text.replaceAll('\n', ' ') : cell.text,
    }))
}
