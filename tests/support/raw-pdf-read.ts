/** A PDF of a page made by hand, as it is read. */

import type { Grid } from '../../src/core/model/index.ts'
import { readPdf } from '../../src/readers/pdf/index.ts'
import { type RawPage, rawPdf } from './raw-pdf.ts'

/** A document of one page. */
export const onePage = (content: string, page: Omit<RawPage, 'content'> = {}): Uint8Array =>
  rawPdf({ pages: [{ content, ...page }] })

/** Texts by row; cells parted by '|', merged ones with their spans. */
export function shownCells(grids: readonly Grid[]): string[][] {
  return grids.map((grid) =>
    Array.from({ length: grid.rowCount }, (_, row) =>
      grid.cells
        .filter((cell) => cell.row === row)
        .map(({ text, rowSpan, columnSpan }) => (rowSpan + columnSpan > 2 ? `${text}@${rowSpan}×${columnSpan}` : text))
        .join('|'),
    ),
  )
}

export async function textsOf(bytes: Uint8Array): Promise<string[][]> {
  return shownCells((await readPdf(bytes, '文件')).value)
}

export async function saidOf(bytes: Uint8Array): Promise<string[]> {
  return (await readPdf(bytes, '文件')).findings.map(({ rule, message }) => `${rule}/${message}`)
}
