/**
 * A form cut into the sheets it is printed on, where the writer decides what stands on which: rows stay whole, each table goes
 * on under its header, and a label merged over many rows is printed again on every sheet it reaches. The heights of rows are
 * estimates from above, so that what is cut for a sheet fits on it.
 */

import { type FormPage, fontSizes, type PageRow } from './page.ts'
import { type FormPart, type PartCell, staysTogether } from './parts.ts'
import { heightOf, linesOf } from './row-heights.ts'
import { type Segment, segmentsOf } from './segments.ts'

export interface SheetRoom {
  /** Height for rows on the first sheet, below the title, and on the others, in points. */
  readonly first: number
  readonly others: number
}

/** The part of a cell that stands in rows `from` to before `to`; null where it reaches none of them. */
function pieceOf(cell: PartCell, from: number, to: number): PartCell | null {
  const first = Math.max(cell.row, from)
  const end = Math.min(cell.row + cell.rowSpan, to)
  if (first >= end) return null
  const piece = { ...cell, row: first, rowSpan: end - first }
  if (first === cell.row) return piece
  // What is no label is said once.
  const { path: _, ...again } = piece
  return cell.style?.role === 'label' ? again : { ...again, text: '' }
}

class Cutter {
  readonly #page: FormPage
  readonly #cells: readonly PartCell[]

  constructor(page: FormPage) {
    this.#page = page
    this.#cells = page.rows.flatMap(({ cells }) => cells)
  }

  #widthOf({ column, columnSpan }: PartCell): number {
    return this.#page.columns.slice(column, column + columnSpan).reduce((sum, width) => sum + width, 0)
  }

  heightOf(from: number, to: number): number {
    let height = 0
    for (let row = from; row < to; row++) height += this.#page.rows[row]!.height
    return height
  }

  /** What labels need beyond the rows that are left to them where they are cut. */
  lackOf(from: number, to: number): number {
    let lack = 0
    for (const cell of this.#cells) {
      const end = cell.row + cell.rowSpan
      if (cell.rowSpan < 2 || end <= from || cell.row >= to || (cell.row >= from && end <= to)) continue
      const needed = heightOf(linesOf(cell.text, this.#widthOf(cell), fontSizes.text), fontSizes.text)
      lack += Math.max(0, needed - this.heightOf(Math.max(from, cell.row), Math.min(to, end)))
    }
    return lack
  }

  /** Rows `from` to before `to` of a table under its header. */
  cut({ first, headerRows }: Segment, from: number, to: number): FormPart {
    const body = first + headerRows
    const rows = [...this.#page.rows.slice(first, body), ...this.#page.rows.slice(from, to)]
    const cells: PartCell[][] = rows.map(() => [])
    const put = (cell: PartCell | null, shift: number) => {
      if (cell !== null) cells[cell.row - shift]!.push({ ...cell, row: cell.row - shift })
    }
    for (const cell of this.#cells) {
      const reachesBody = headerRows > 0 && cell.row < body && cell.row + cell.rowSpan > body
      const head = pieceOf(cell, first, body)
      // A label merged over header and body is cut between them: the body keeps the text.
      const { path: _, ...bare } = head ?? cell
      put(head !== null && reachesBody ? { ...bare, text: '', open: 'below' } : head, first)
      const below = pieceOf(cell, from, to)
      put(below !== null && reachesBody ? { ...below, text: cell.text, open: 'above' } : below, from - headerRows)
    }
    return {
      headerRows,
      rows: rows.map(({ height }, index) => ({ height, cells: cells[index]!.sort((a, b) => a.column - b.column) })),
    }
  }
}

/** Below its last row a table may be followed by labelled texts: its header says nothing of them. */
function apartFromFoot(rows: readonly PageRow[], segment: Segment): readonly Segment[] {
  const { first, end, headerRows } = segment
  const isNote = ({ cells: [label, note, ...others] }: PageRow) =>
    others.length === 0 && label?.style?.role === 'label' && note?.style?.role === 'note'
  let foot = end
  while (foot > first + headerRows + 1 && isNote(rows[foot - 1]!)) foot--
  if (headerRows === 0 || foot === end) return [segment]
  return [
    { first, end: foot, headerRows },
    { first: foot, end, headerRows: 0 },
  ]
}

/** Room for some lines of a row that may be broken: less is not worth beginning. */
const LEAST_BEGUN = 60

/** The tables of each sheet, top to bottom; `start` is the first row to print. A row of many lines may go on on the next sheets. */
export function sheetsOf(page: FormPage, start: number, room: SheetRoom): readonly (readonly FormPart[])[] {
  const cutter = new Cutter(page)
  const sheets: FormPart[][] = [[]]
  let left = room.first
  for (const segment of segmentsOf(page.rows, start).flatMap((each) => apartFromFoot(page.rows, each))) {
    const { first, end, headerRows } = segment
    const header = cutter.heightOf(first, first + headerRows)
    for (let from = first + headerRows; from < end; ) {
      const sheet = sheets.at(-1)!
      let rest = left - header
      let to = from
      for (; to < end; to++) {
        const { height } = page.rows[to]!
        const whole = height + cutter.lackOf(from, to + 1) <= rest
        const begun = !staysTogether(height) && rest >= LEAST_BEGUN
        // Higher than a sheet, whatever is done.
        const forced = to === from && sheet.length === 0
        if (!whole && !begun && !forced) break
        rest -= height
        while (rest < 0) rest += Math.max(LEAST_BEGUN, room.others - header)
      }
      if (to > from) {
        sheet.push(cutter.cut(segment, from, to))
        left = rest
        from = to
      }
      if (from < end) {
        sheets.push([])
        left = room.others
      }
    }
  }
  return sheets.filter((parts) => parts.length > 0)
}
