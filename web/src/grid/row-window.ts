/**
 * Of a long form only the rows in sight are drawn (a thousand rows would cost each key a quarter of a second on an office PC); of a
 * form of usual length all are. Heights are estimated from the texts until a row has been seen.
 */

import type { CellView, SheetView } from './sheet-view.ts'

export interface RowWindow {
  /** Rows drawn: `from` to before `to`. */
  readonly from: number
  readonly to: number
  /** Room of the rows above and below, in pixels. */
  readonly above: number
  readonly below: number
  /** Head rows of the block in sight that lie above `from`: drawn first, so that they can stay at the top. */
  readonly heads: readonly number[]
}

/** Forms up to so many rows are drawn whole. */
export const wholeUpTo = 160
/** Rows drawn beyond what is in sight, in pixels, and the step in which the window moves, in rows. */
const beyond = 240
const step = 8

const WIDE = /[\u2e80-\uffef]/

/** How many ems a text is wide: Han signs one, others about a half. */
function widthOf(text: string): number {
  let half = 0
  for (const sign of text) half += WIDE.test(sign) ? 2 : 1
  return half / 2
}

function linesOf(text: string, ems: number): number {
  return text.split('\n').reduce((lines, line) => lines + Math.max(1, Math.ceil(widthOf(line) / ems)), 0)
}

export class RowHeights {
  readonly #sheet: SheetView
  readonly #heights: Float64Array
  #offsets: Float64Array | null = null

  /** `width`: of the sheet in pixels; `em`: of its letters. */
  constructor(sheet: SheetView, width: number, em: number, before?: RowHeights) {
    this.#sheet = sheet
    const whole = sheet.widths.reduce((sum, each) => sum + each, 0)
    const emsOf = ({ column, columnSpan }: CellView) => {
      const share = sheet.widths.slice(column, column + columnSpan).reduce((sum, each) => sum + each, 0)
      return Math.max(1, ((share / whole) * width) / em - 1)
    }
    this.#heights = Float64Array.from(sheet.rows, (row, index) => {
      // A row that did not change keeps the height it was seen with.
      if (before !== undefined && before.#sheet.rows[index] === row) return before.#heights[index]!
      const lines = row.cells.reduce(
        (most, cell) => (cell.rowSpan > 1 ? most : Math.max(most, linesOf(cell.text, emsOf(cell)))),
        1,
      )
      return Math.max(2.15 * em, (lines * 1.45 + 0.5) * em + 1)
    })
  }

  /** Where each row begins; the last is the height of all. */
  get offsets(): Float64Array {
    if (this.#offsets === null) {
      const offsets = new Float64Array(this.#heights.length + 1)
      this.#heights.forEach((height, index) => {
        offsets[index + 1] = offsets[index]! + height
      })
      this.#offsets = offsets
    }
    return this.#offsets
  }

  /** Takes the height a row was seen with; true where it was another. */
  see(row: number, height: number): boolean {
    if (Math.abs(this.#heights[row]! - height) < 1) return false
    this.#heights[row] = height
    this.#offsets = null
    return true
  }

  /** The row that lies at a height. */
  rowAt(top: number): number {
    const { offsets } = this
    let low = 0
    let high = offsets.length - 2
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (offsets[middle]! <= top) low = middle
      else high = middle - 1
    }
    return low
  }

  /** What is to be drawn when so much is in sight. */
  windowAt(scrollTop: number, height: number): RowWindow {
    const { rows } = this.#sheet
    const { offsets } = this
    const from = Math.floor(this.rowAt(Math.max(0, scrollTop - beyond)) / step) * step
    const to = Math.min(rows.length, Math.ceil((this.rowAt(scrollTop + height + beyond) + 1) / step) * step)
    const first = this.rowAt(scrollTop)
    let block: number | null = null
    for (let row = first; row >= 0 && block === null; row--) block = rows[row]!.heads
    const heads = rows.flatMap((row) =>
      row.heads !== null && row.heads === block && row.index < from ? [row.index] : [],
    )
    const ofHeads = heads.reduce((sum, row) => sum + offsets[row + 1]! - offsets[row]!, 0)
    return { from, to, above: offsets[from]! - ofHeads, below: offsets[rows.length]! - offsets[to]!, heads }
  }
}

export function isSameWindow(one: RowWindow | null, other: RowWindow | null): boolean {
  if (one === null || other === null) return one === other
  return (
    one.from === other.from &&
    one.to === other.to &&
    Math.abs(one.above - other.above) < 1 &&
    Math.abs(one.below - other.below) < 1 &&
    one.heads.join() === other.heads.join()
  )
}

/** The cells of a row as they are drawn in a window: merged cells are cut at its edges, those from above begin at the first row. */
export function cellsDrawn(sheet: SheetView, row: number, from: number, to: number): readonly CellView[] {
  const own = sheet.rows[row]!.cells
  if (row !== from) {
    return own.some((cell) => cell.row + cell.rowSpan > to)
      ? own.map((cell) => (cell.row + cell.rowSpan > to ? { ...cell, rowSpan: to - cell.row } : cell))
      : own
  }
  const cells: CellView[] = []
  for (let column = 0; column < sheet.columnCount; ) {
    const cell = sheet.at(row, column)
    if (cell === null) column++
    else {
      cells.push({ ...cell, rowSpan: Math.min(cell.row + cell.rowSpan, to) - row })
      column = cell.column + cell.columnSpan
    }
  }
  return cells
}

/**
 * The cells of a head row that stays above the window. A label that begins beside the heads and goes on over the rows ends with the
 * heads, without its words: the window draws it anew. `heads`: the rows of heads that are drawn.
 */
export function headsDrawn(sheet: SheetView, row: number, heads: readonly number[]): readonly CellView[] {
  const own = sheet.rows[row]!.cells
  let end = row + 1
  while (heads.includes(end)) end++
  if (own.every((cell) => cell.row + cell.rowSpan <= end)) return own
  return own.map((cell) =>
    cell.row + cell.rowSpan <= end ? cell : { ...cell, row: -1, rowSpan: end - cell.row, text: '', path: null },
  )
}
