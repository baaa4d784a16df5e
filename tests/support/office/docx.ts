/** A form as a text document, by the docx package: one table, cells merged both ways, the title in or above it. */

import * as docx from 'docx'
import type { GridCell } from '../../../src/core/model/index.ts'
import type { OfficeForm } from './forms.ts'
import { columnWidths, type Look, lookOf } from './look.ts'

/** Twentieths of a point. */
const TWIPS = 20

const alignments = {
  left: docx.AlignmentType.LEFT,
  center: docx.AlignmentType.CENTER,
  right: docx.AlignmentType.RIGHT,
} as const

function paragraphs({ text, style }: GridCell, look: Look, size: number): docx.Paragraph[] {
  return text.split('\n').map(
    (line) =>
      new docx.Paragraph({
        alignment: alignments[style?.align ?? 'left'],
        children: [
          new docx.TextRun({
            text: line,
            bold: style?.bold === true,
            size: `${size}pt`,
            font: { ascii: look.font, hAnsi: look.font, eastAsia: look.font },
          }),
        ],
      }),
  )
}

/** What stands in a document for one form; several follow one another in a report. */
export function docxBlocks(office: OfficeForm): (docx.Paragraph | docx.Table)[] {
  const look = lookOf(office)
  const widths = columnWidths(office, look).map((width) => Math.round(width * TWIPS))
  const [first] = office.grid.cells
  const title = look.titleOutside && first?.style?.role === 'title' ? first : null
  const rows = Array.from({ length: office.grid.rowCount }, (_, row) =>
    office.grid.cells.filter((cell) => cell.row === row && cell !== title),
  )
  const table = new docx.Table({
    layout: docx.TableLayoutType.FIXED,
    columnWidths: widths,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA },
    rows: rows.slice(title === null ? 0 : 1).map(
      (cells) =>
        new docx.TableRow({
          cantSplit: true,
          children: cells.map(
            (cell) =>
              new docx.TableCell({
                rowSpan: cell.rowSpan,
                columnSpan: cell.columnSpan,
                width: {
                  size: widths.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, width) => sum + width, 0),
                  type: docx.WidthType.DXA,
                },
                margins: { left: 60, right: 60, top: 20, bottom: 20 },
                verticalAlign: docx.VerticalAlignTable.CENTER,
                children: paragraphs(cell, look, cell.style?.role === 'title' ? look.size + 6 : look.size),
              }),
          ),
        }),
    ),
  })
  return title === null ? [table] : [...paragraphs(title, look, look.size + 6), table]
}

export function docxSection(
  children: readonly (docx.Paragraph | docx.Table)[],
  landscape: boolean,
): docx.ISectionOptions {
  return {
    properties: {
      page: {
        size: {
          width: 595 * TWIPS,
          height: 842 * TWIPS,
          orientation: landscape ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
        },
        margin: { top: 42 * TWIPS, bottom: 42 * TWIPS, left: 42 * TWIPS, right: 42 * TWIPS },
      },
    },
    children: [...children],
  }
}

export async function makeDocx(office: OfficeForm): Promise<Uint8Array> {
  const document = new docx.Document({ sections: [docxSection(docxBlocks(office), lookOf(office).landscape)] })
  return new Uint8Array(await docx.Packer.toBuffer(document))
}
