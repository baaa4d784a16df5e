/** The same small table as a file of each format, made by other libraries than the product's own writers. */

import * as XLSX from '@e965/xlsx'
import * as docx from 'docx'
import ExcelJS from 'exceljs'
import type { SourceTable } from './tables.ts'

export async function asXlsx({ title, columns, cells }: SourceTable): Promise<Uint8Array> {
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

/** `wide`: on a page where no text of a cell is broken. */
export async function asDocx({ title, rows, cells }: SourceTable, wide = false): Promise<Uint8Array> {
  const paragraph = (text: string) =>
    new docx.Paragraph({
      children: text.split('\n').map((line, index) => new docx.TextRun({ text: line, break: index > 0 ? 1 : 0 })),
    })
  const table = new docx.Table({
    ...(wide ? { width: { size: 100, type: docx.WidthType.PERCENTAGE } } : {}),
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
  // A3, in twentieths of a point.
  const properties = wide ? { page: { size: { width: 23811, height: 16838 } } } : {}
  const document = new docx.Document({ sections: [{ properties, children: [paragraph(title), table] }] })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}

export function asHtml({ title, rows, cells }: SourceTable): Uint8Array {
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

export function asCsv(table: SourceTable): Uint8Array {
  return asLines(table, ',', (text) => (/[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text))
}

export function asText(table: SourceTable): Uint8Array {
  return asLines(table, '\t', (text) => text)
}

function sheetBook({ title, columns, cells }: SourceTable): XLSX.WorkBook {
  const sheet = XLSX.utils.aoa_to_sheet([[title]])
  const merges: XLSX.Range[] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: columns - 1 } }]
  let last = 0
  for (const { row, column, rowSpan, columnSpan, text } of cells) {
    if (text !== '') sheet[XLSX.utils.encode_cell({ r: row + 1, c: column })] = { t: 's', v: text }
    if (rowSpan > 1 || columnSpan > 1) {
      merges.push({ s: { r: row + 1, c: column }, e: { r: row + rowSpan, c: column + columnSpan - 1 } })
    }
    last = Math.max(last, row + rowSpan)
  }
  sheet['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: last, c: columns - 1 } })
  sheet['!merges'] = merges
  const workbook = XLSX.utils.book_new()
  XLSX.utils.book_append_sheet(workbook, sheet, '自评表')
  return workbook
}

/** Sheets of older and open formats. */
export function asSheet(table: SourceTable, bookType: 'biff8' | 'biff5' | 'ods'): Uint8Array {
  return new Uint8Array(XLSX.write(sheetBook(table), { type: 'buffer', bookType }) as Buffer)
}

/** XML of Excel 2003. */
export function asXmlSheet(table: SourceTable): Uint8Array {
  return new TextEncoder().encode(XLSX.write(sheetBook(table), { type: 'string', bookType: 'xlml' }) as string)
}

/** What Office makes of a file with a password: a compound file around bytes that nobody can read. */
export function lockedOfficeFile(): Uint8Array {
  const file = XLSX.CFB.utils.cfb_new()
  XLSX.CFB.utils.cfb_add(file, '/EncryptedPackage', new Uint8Array(8000).fill(7))
  XLSX.CFB.utils.cfb_add(file, '/EncryptionInfo', new Uint8Array(200).fill(1))
  return new Uint8Array(XLSX.CFB.write(file, { type: 'buffer' }) as Uint8Array)
}
