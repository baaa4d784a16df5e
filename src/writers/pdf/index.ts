/** Grid → PDF: the official form to hand in. Text to select and search, bookmarks, the form's data attached. Same grid, same bytes. */

import { createHash } from 'node:crypto'
import { layOnPaper } from '../../containers/form-page/page.ts'
import { type PartCell, partsOf, staysTogether } from '../../containers/form-page/parts.ts'
import { signatureLines } from '../../containers/form-page/signatures.ts'
import type { Grid } from '../../core/model/index.ts'
import { compilePages } from './compile.ts'
import { printText } from './print-text.ts'
import { qrCode } from './qr-code.ts'
import { template } from './template.ts'

export { NoPdfCompiler } from './compile.ts'
export { type WriteNarrativePdfOptions, writeNarrativePdf } from './narrative.ts'

export interface WritePdfOptions {
  /** Title in the properties of the document; the grid's name where left out. */
  readonly title?: string
  /** The form as JSON: attached as form.json, its SHA-256 printed as a QR code. */
  readonly json?: string
}

function isBlockLabel(cell: PartCell): boolean {
  return cell.style?.role === 'label' && cell.column === 0 && cell.rowSpan > 1 && cell.text !== ''
}

function dataOf(grid: Grid, options: WritePdfOptions, missing: ReadonlySet<string>): unknown {
  const page = layOnPaper(grid)
  const { title, parts } = partsOf(page)
  const { paper, columns } = page
  const widthOf = (cell: PartCell) =>
    columns.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, width) => sum + width, 0)
  const drawn = parts.map((part) => {
    const cells = part.rows.flatMap((row) =>
      row.cells.map((cell) => ({
        x: cell.column,
        y: cell.row,
        colspan: cell.columnSpan,
        rowspan: cell.rowSpan,
        align: cell.style?.align ?? 'left',
        bold: cell.style?.bold ?? false,
        open: cell.open ?? '',
        whole: cell.rowSpan === 1 && staysTogether(row.height),
        mark: isBlockLabel(cell),
        text: printText(cell.text, widthOf(cell), missing),
      })),
    )
    return {
      header: cells.filter(({ y }) => y < part.headerRows),
      body: cells.filter(({ y }) => y >= part.headerRows),
    }
  })
  const json = options.json ?? ''
  const hash = createHash('sha256').update(json).digest('hex')
  return {
    name: printText(options.title ?? grid.name ?? '', paper.room, missing),
    title: printText(title ?? '', paper.room / 2, missing),
    width: paper.width,
    height: paper.height,
    margin: (paper.width - paper.room) / 2,
    bordered: grid.bordered,
    columns,
    parts: drawn,
    signatures: signatureLines(grid.cells.map(({ text }) => text)),
    attached: json,
    code: json === '' ? '' : qrCode(`sha256:${hash}`),
  }
}

/** Draws a grid as an official form. Throws NoPdfCompiler where the platform has none. */
export async function writePdf(grid: Grid, options: WritePdfOptions = {}): Promise<Uint8Array> {
  return compilePages({
    template,
    texts: [...grid.cells.map(({ text }) => text), options.title ?? '', grid.name ?? ''],
    data: (missing) => dataOf(grid, options, missing),
  })
}
