/**
 * Blocks of cells to and from Excel, WPS and LibreOffice: a table of HTML where there is one (it knows what is merged and
 * which line breaks are part of a cell), else text parted by tabs.
 */

import { type Area, cellsIn } from './selection.ts'
import type { CellView, SheetView } from './sheet-view.ts'

export type Block = readonly (readonly string[])[]

/** Text parted by tabs; a cell in quotation marks may hold line breaks, tabs and doubled marks. */
export function readTabs(text: string): Block {
  const rows: string[][] = [[]]
  let cell = ''
  let quoted = false
  const put = () => {
    rows.at(-1)!.push(cell)
    cell = ''
  }
  for (let at = 0; at < text.length; at++) {
    const sign = text[at]!
    if (quoted) {
      if (sign !== '"') cell += sign
      else if (text[at + 1] === '"') {
        cell += '"'
        at++
      } else quoted = false
    } else if (sign === '"' && cell === '' && isQuoted(text, at)) quoted = true
    else if (sign === '\t') put()
    else if (sign === '\n') {
      put()
      rows.push([])
    } else if (sign !== '\r') cell += sign
  }
  put()
  // Spreadsheets close the last row with a line break.
  if (rows.length > 1 && rows.at(-1)!.length === 1 && rows.at(-1)![0] === '') rows.pop()
  return rows
}

/** Whether the mark at `at` opens a quoted cell: its closing mark stands before a tab, a line break or the end. */
function isQuoted(text: string, at: number): boolean {
  for (let next = at + 1; next < text.length; next++) {
    if (text[next] !== '"') continue
    if (text[next + 1] === '"') {
      next++
      continue
    }
    const after = text[next + 1]
    return after === undefined || after === '\t' || after === '\n' || after === '\r'
  }
  return false
}

function textOf(cell: Element): string {
  const copy = cell.cloneNode(true) as Element
  for (const style of copy.querySelectorAll('style, script')) style.remove()
  for (const end of copy.querySelectorAll('br')) end.replaceWith('\uE000')
  // White space of the source is no text; line breaks are said by <br> and by paragraphs.
  for (const paragraph of copy.querySelectorAll('p, div')) paragraph.append('\uE000')
  return (copy.textContent ?? '')
    .replace(/[ \t\r\n\u00A0]+/g, ' ')
    .replaceAll(/ ?\uE000 ?/g, '\n')
    .trim()
}

/**
 * The first table of a page as a block. A text merged over rows stands in each of them (a label over its rows), one merged
 * over columns in the first alone. Null where there is no table. Nothing of the page is run or fetched.
 */
export function readHtmlTable(html: string): Block | null {
  const table = new DOMParser().parseFromString(html, 'text/html').querySelector('table')
  if (table === null) return null
  const rows: string[][] = []
  const covered: Map<number, string>[] = []
  const lines = [...table.rows]
  lines.forEach((line, index) => {
    const row: string[] = []
    const fromAbove = covered[index] ?? new Map<number, string>()
    let column = 0
    const skip = () => {
      while (fromAbove.has(column)) row[column] = fromAbove.get(column++)!
    }
    for (const cell of line.cells) {
      skip()
      const text = textOf(cell)
      for (let across = 0; across < Math.min(cell.colSpan, 200); across++) {
        row[column + across] = across === 0 ? text : ''
        for (let down = 1; down < cell.rowSpan && index + down < lines.length; down++) {
          covered[index + down] ??= new Map()
          covered[index + down]!.set(column + across, across === 0 ? text : '')
        }
      }
      column += Math.min(cell.colSpan, 200)
    }
    skip()
    rows.push(row)
  })
  return rows.length === 0 ? null : rows
}

/** What a paste brings: the table where the clipboard has one, else its text. */
export function readClipboard(data: Pick<DataTransfer, 'getData'>): Block {
  const html = data.getData('text/html')
  const table = html === '' ? null : readHtmlTable(html)
  return table ?? readTabs(data.getData('text/plain'))
}

function quoted(text: string): string {
  return /[\t\n\r"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
}

/** An area as text parted by tabs and as a table: a merged cell keeps its span in the table, in the text it stands once. */
export function writeArea(sheet: SheetView, area: Area): { readonly text: string; readonly html: string } {
  const rows = cellsIn(sheet, area)
  const columns = usedColumns(rows)
  const text = rows
    .map((cells) =>
      columns.map((column) => quoted(cells.find((cell) => cell.column === column)?.text ?? '')).join('\t'),
    )
    .join('\r\n')
  const html = rows
    .map(
      (cells) =>
        `<tr>${cells
          .map((cell) => {
            const across = columns.filter(
              (column) => column >= cell.column && column < cell.column + cell.columnSpan,
            ).length
            const down = cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : ''
            return `<td${down}${across > 1 ? ` colspan="${across}"` : ''}>${escaped(cell.text)}</td>`
          })
          .join('')}</tr>`,
    )
    .join('')
  return { text, html: `<meta charset="utf-8"><table>${html}</table>` }
}

/** Columns of the sheet in which a cell begins: the finer ones belong to other blocks of the form. */
function usedColumns(rows: readonly (readonly CellView[])[]): readonly number[] {
  return [...new Set(rows.flatMap((cells) => cells.map(({ column }) => column)))].sort((a, b) => a - b)
}
