/**
 * A form as documents that offices and their programs really make, written tag by tag: tables within tables, a form cut into
 * several, content controls, tracked changes, boxes of text, fields, merges of either kind. Each shows the same form.
 */

import { strToU8, zipSync } from 'fflate'
import type { GridCell } from '../../../src/core/model/index.ts'
import type { OfficeForm } from './forms.ts'

const NAMES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"',
].join(' ')

const TYPES =
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
const LINKS =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'

/** A package around the body's markup. */
export function packDocx(body: string): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(TYPES),
    '_rels/.rels': strToU8(LINKS),
    'word/document.xml': strToU8(
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document ${NAMES}><w:body>${body}</w:body></w:document>`,
    ),
  })
}

export const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

export const run = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<w:r><w:t xml:space="preserve">${escaped(line)}</w:t></w:r>`)
    .join('<w:r><w:br/></w:r>')

export const paragraph = (content: string): string => `<w:p>${content}</w:p>`

/** How a form is written; every part has its usual way. */
export interface OddWays {
  /** Markup of what stands in a cell. */
  readonly content?: (cell: GridCell) => string
  /** A cell's markup, from its properties and content. */
  readonly cell?: (properties: string, content: string, cell: GridCell | null) => string
  /** A row's markup, from that of its cells. */
  readonly row?: (cells: string, row: number) => string
  /** The body's markup, from the rows below the title; `whole`: the table with its title in its first row. */
  readonly body?: (rows: readonly string[], title: string, whole: string) => string
  /** Cells merged across as two, the second bound to the first. */
  readonly acrossByMark?: boolean
  /** Cells covered from above are left out where they end a row. */
  readonly shortRows?: boolean
}

export const table = (rows: readonly string[]): string => `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl>`

const usualContent = ({ text }: GridCell): string => paragraph(run(text))
const usualCell = (properties: string, content: string): string =>
  `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`

interface Placed {
  readonly column: number
  readonly span: number
  readonly master: GridCell
  readonly covered: boolean
}

function placedIn({ grid }: OfficeForm, row: number): Placed[] {
  return grid.cells
    .filter((cell) => cell.row <= row && cell.row + cell.rowSpan > row)
    .map((cell) => ({ column: cell.column, span: cell.columnSpan, master: cell, covered: cell.row < row }))
    .sort((a, b) => a.column - b.column)
}

/** The form in these ways. */
export function oddDocx(office: OfficeForm, ways: OddWays = {}): Uint8Array {
  const { content = usualContent, cell = usualCell, row: rowOf = (cells: string) => `<w:tr>${cells}</w:tr>` } = ways
  const rows = Array.from({ length: office.grid.rowCount }, (_, row) => {
    const cells = placedIn(office, row)
    if (ways.shortRows === true) while (cells.at(-1)?.covered === true) cells.pop()
    const made: string[] = []
    let next = 0
    for (const { column, span, master, covered } of cells) {
      for (; next < column; next++) made.push(cell('', paragraph(''), null))
      const down = master.rowSpan === 1 ? '' : covered ? '<w:vMerge/>' : '<w:vMerge w:val="restart"/>'
      const inner = covered ? paragraph('') : content(master)
      if (ways.acrossByMark === true && span > 1) {
        made.push(cell(`<w:hMerge w:val="restart"/>${down}`, inner, master))
        for (let more = 1; more < span; more++) {
          made.push(cell(`<w:hMerge w:val="continue"/>${down}`, paragraph(''), null))
        }
      } else made.push(cell(`${span > 1 ? `<w:gridSpan w:val="${span}"/>` : ''}${down}`, inner, master))
      next = column + span
    }
    return rowOf(made.join(''), row)
  })
  const [first] = office.grid.cells
  const title = first?.style?.role === 'title' ? first.text : ''
  const whole = table(rows)
  return packDocx(ways.body?.(title === '' ? rows : rows.slice(1), title, whole) ?? whole)
}
