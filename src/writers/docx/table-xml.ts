/** One table of a form: fixed columns, merges by gridSpan and vMerge, repeated header rows, short rows kept together. */

import type { FormPart, PartCell, PartRow } from '../../containers/form-page/parts.ts'
import { staysTogether } from '../../containers/form-page/parts.ts'
import { runText } from './xml-text.ts'

/** Twentieths of a point. */
export function twips(points: number): number {
  return Math.round(points * 20)
}

/** Right borders of columns in twips, so that widths add up whatever is rounded. */
function edgesOf(columns: readonly number[]): readonly number[] {
  const edges = [0]
  let passed = 0
  for (const width of columns) {
    passed += width
    edges.push(twips(passed))
  }
  return edges
}

/** A place of the table's raster: the cell that covers it. */
interface Place {
  readonly cell: PartCell
  /** False in the rows below its first. */
  readonly first: boolean
}

function runProperties({ style }: PartCell): string {
  const role = style?.role ?? 'text'
  const plain = role === 'text' || role === 'note' || role === 'number'
  const font = plain ? '' : '<w:rFonts w:eastAsia="宋体"/>'
  const bold = style?.bold === true ? '<w:b/>' : ''
  return font + bold === '' ? '' : `<w:rPr>${font}${bold}</w:rPr>`
}

/** Sides without a line, in the order of the schema: what a page's end cuts, and a line below the title. */
function openSides({ open, style }: PartCell): readonly string[] {
  if (style?.bare === true) return ['top', 'left', 'right']
  if (open === undefined) return []
  return [open === 'above' ? 'top' : 'bottom']
}

function drawCell({ cell, first }: Place, width: number, bordered: boolean): string {
  const span = cell.columnSpan > 1 ? `<w:gridSpan w:val="${cell.columnSpan}"/>` : ''
  const merge = cell.rowSpan > 1 ? (first ? '<w:vMerge w:val="restart"/>' : '<w:vMerge/>') : ''
  const open = bordered ? openSides(cell).map((side) => `<w:${side} w:val="nil"/>`) : []
  const borders = open.length === 0 ? '' : `<w:tcBorders>${open.join('')}</w:tcBorders>`
  const properties = `<w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${merge}${borders}<w:vAlign w:val="center"/></w:tcPr>`
  const align = cell.style?.align ?? 'left'
  const paragraph = align === 'left' ? '' : `<w:pPr><w:jc w:val="${align}"/></w:pPr>`
  const run = first && cell.text !== '' ? `<w:r>${runProperties(cell)}${runText(cell.text)}</w:r>` : ''
  return `<w:tc>${properties}<w:p>${paragraph}${run}</w:p></w:tc>`
}

/** Fills the raster row by row; a place that no cell covers is an empty cell of its own. */
function rasterOf(rows: readonly PartRow[], columnCount: number): (Place | undefined)[][] {
  const raster: (Place | undefined)[][] = rows.map(() => Array.from({ length: columnCount }, () => undefined))
  for (const { cells } of rows) {
    for (const cell of cells) {
      for (let row = cell.row; row < Math.min(rows.length, cell.row + cell.rowSpan); row++) {
        for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
          raster[row]![column] = { cell, first: row === cell.row }
        }
      }
    }
  }
  return raster
}

function emptyAt(row: number, column: number): Place {
  return { cell: { row, column, rowSpan: 1, columnSpan: 1, text: '' }, first: true }
}

export function drawTable(part: FormPart, columns: readonly number[], bordered: boolean): string {
  const edges = edgesOf(columns)
  const raster = rasterOf(part.rows, columns.length)
  const rows = part.rows.map(({ height }, row) => {
    const cells: string[] = []
    for (let column = 0; column < columns.length; ) {
      const place = raster[row]![column] ?? emptyAt(row, column)
      const end = Math.min(columns.length, column + place.cell.columnSpan)
      cells.push(drawCell(place, edges[end]! - edges[column]!, bordered))
      column = end
    }
    const kept = staysTogether(height) ? '<w:cantSplit/>' : ''
    const repeated = row < part.headerRows ? '<w:tblHeader/>' : ''
    // A least height, not the estimated one: the program that opens it knows its fonts better.
    return `<w:tr><w:trPr>${kept}<w:trHeight w:val="${twips(20)}" w:hRule="atLeast"/>${repeated}</w:trPr>${cells.join('')}</w:tr>`
  })
  const side = (name: string) => `<w:${name} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`
  const borders = bordered
    ? `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(side).join('')}</w:tblBorders>`
    : ''
  return [
    `<w:tbl><w:tblPr><w:tblW w:w="${edges.at(-1)!}" w:type="dxa"/><w:jc w:val="center"/>${borders}<w:tblLayout w:type="fixed"/>`,
    '<w:tblCellMar><w:top w:w="40" w:type="dxa"/><w:left w:w="60" w:type="dxa"/><w:bottom w:w="40" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar></w:tblPr>',
    `<w:tblGrid>${columns.map((_, index) => `<w:gridCol w:w="${edges[index + 1]! - edges[index]!}"/>`).join('')}</w:tblGrid>`,
    rows.join(''),
    '</w:tbl>',
  ].join('')
}
