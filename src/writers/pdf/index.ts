/** Grid → PDF: the official form to hand in. Text to select and search, bookmarks, the form's data attached. Same grid, same bytes. */

import { createHash } from 'node:crypto'
import { fontSizes, layOnPaper } from '../../containers/form-page/page.ts'
import { type FormPart, type PartCell, staysTogether, titleOf } from '../../containers/form-page/parts.ts'
import { heightOf, linesOf } from '../../containers/form-page/row-heights.ts'
import { sheetsOf } from '../../containers/form-page/sheets.ts'
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
  /** Name of what is attached, where it is not the form. */
  readonly attachment?: string
  /** False: no lines to sign, for papers that nobody seals. */
  readonly signatures?: boolean
}

/** The paper as the template sets it, in points. */
const margins = { top: 34, bottom: 40 } as const
/** Around the title: left and right of it, above and below its lines, and to the table. */
const titleRoom = { side: 60, inside: 16, below: 16 } as const
/** The code on the first sheet, where no title stands beside it. */
const CODE_ROOM = 46

function isBlockLabel(cell: PartCell): boolean {
  return cell.style?.role === 'label' && cell.column === 0 && cell.rowSpan > 1 && cell.text !== ''
}

type Drawn = (part: FormPart) => unknown

function drawer(columns: readonly number[], missing: ReadonlySet<string>): Drawn {
  const widthOf = (cell: PartCell) =>
    columns.slice(cell.column, cell.column + cell.columnSpan).reduce((sum, width) => sum + width, 0)
  /** A label that goes on on the next sheets is one bookmark. */
  const marked = new Set<string>()
  const marks = (cell: PartCell) => {
    if (!isBlockLabel(cell) || marked.has(cell.text)) return false
    marked.add(cell.text)
    return true
  }
  return (part) => {
    const cells = part.rows.flatMap((row) =>
      row.cells.map((cell) => ({
        x: cell.column,
        y: cell.row,
        colspan: cell.columnSpan,
        rowspan: cell.rowSpan,
        align: cell.style?.align ?? 'left',
        bold: cell.style?.bold ?? false,
        open: cell.open ?? '',
        bare: cell.style?.bare === true,
        whole: cell.rowSpan === 1 && staysTogether(row.height),
        mark: marks(cell),
        text: printText(cell.text, widthOf(cell), missing),
      })),
    )
    return {
      header: cells.filter(({ y }) => y < part.headerRows),
      body: cells.filter(({ y }) => y >= part.headerRows),
    }
  }
}

function dataOf(grid: Grid, options: WritePdfOptions, missing: ReadonlySet<string>): unknown {
  const page = layOnPaper(grid)
  const { paper, columns } = page
  const title = titleOf(page)
  const json = options.json ?? ''
  const others = paper.height - margins.top - margins.bottom
  const titleWidth = paper.room - 2 * titleRoom.side
  const head =
    title === null
      ? json === ''
        ? 0
        : CODE_ROOM
      : heightOf(linesOf(title, titleWidth, fontSizes.title), fontSizes.title) + titleRoom.inside + titleRoom.below
  const draw = drawer(columns, missing)
  const hash = createHash('sha256').update(json).digest('hex')
  return {
    name: printText(options.title ?? grid.name ?? '', paper.room, missing),
    title: printText(title ?? '', titleWidth / 2, missing),
    width: paper.width,
    height: paper.height,
    margin: (paper.width - paper.room) / 2,
    ...margins,
    titleRoom,
    codeRoom: CODE_ROOM,
    bordered: grid.bordered,
    columns,
    sheets: sheetsOf(page, title === null ? 0 : 1, { first: others - head, others }).map((parts) => parts.map(draw)),
    signatures: options.signatures === false ? [] : signatureLines(grid.cells.map(({ text }) => text)),
    attached: json,
    attachment: options.attachment ?? 'form.json',
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
