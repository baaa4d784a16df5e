/** Tables without vertical lines, or without any: their columns and rows are told by how the text is aligned. */

import type { TableCell, TableItem } from '../../containers/page-flow.ts'
import type { Ruling } from '../../containers/ruled-table.ts'
import { clustersOf, joinCollinear, type Line } from '../../containers/ruling-lines.ts'
import { type TextLine, textOf } from './cell-text.ts'
import { corridorsIn } from './implied-columns.ts'
import { type Slot, widenLabels } from './implied-labels.ts'
import { chunkOf, heightOf, type ImpliedRows, LEAST_COLUMNS, rowsByEdges, rowsByText } from './implied-rows.ts'
import type { Row } from './page-items.ts'
import { piecesOf } from './pieces.ts'

/** A table has so many rows at least, of which some fill several columns; fewer are lines of text with a wide blank. */
const LEAST_ROWS = 3
const LEAST_FULL = 2
/** Rows stand at most so many heights of text apart. */
const FARTHEST = 4
/** Lines between two rows of a table: of labels and texts that are wrapped. */
const MOST_BETWEEN = 3

const topOf = (row: Row): number => Math.min(...row.map(({ box }) => box[1]))
const bottomOf = (row: Row): number => Math.max(...row.map(({ box }) => box[3]))

interface Block {
  from: number
  to: number
}

function isNear(rows: readonly Row[], upper: number): boolean {
  const [above, below] = [rows[upper], rows[upper + 1]]
  if (above === undefined || below === undefined) return false
  return topOf(below) - bottomOf(above) <= FARTHEST * (bottomOf(below) - topOf(below))
}

/** Runs of rows that may be a table: told by rows of many pieces, with the shorter ones around them. */
function blocksOf(rows: readonly Row[], edges: readonly number[]): Block[] {
  const blocks: Block[] = []
  const isRuled = edges.length >= LEAST_ROWS
  for (let first = 0; first < rows.length; first++) {
    if (rows[first]!.length < LEAST_COLUMNS) continue
    let to = first + 1
    let [full, rowCount] = [1, 1]
    for (let next = to; next < rows.length && next - to <= MOST_BETWEEN && isNear(rows, next - 1); next++) {
      if (rows[next]!.length < 2) continue
      rowCount++
      if (rows[next]!.length >= LEAST_COLUMNS) full++
      to = next + 1
    }
    if (full < LEAST_FULL || rowCount < LEAST_ROWS) continue
    let from = first
    const floor = blocks.at(-1)?.to ?? 0
    while (from > floor && rows[from - 1]!.length > 1 && isNear(rows, from - 1)) from--
    while (isRuled && from > floor && topOf(rows[from - 1]!) > edges[0]!) from--
    while (isRuled && to < rows.length && bottomOf(rows[to]!) < edges.at(-1)!) to++
    blocks.push({ from, to })
    first = to - 1
  }
  return blocks
}

/** Points between pieces of one line: browsers draw the border of a row cell by cell. */
const PIECES_APART = 1.5

function linesAcross(horizontals: readonly Ruling[]): Line[] {
  const pieces = horizontals.map(({ x1, x2, y1 }) => ({ at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) }))
  return joinCollinear(pieces, PIECES_APART)
}

/** Heights of the lines that run along most of a table, from the top. */
function spanning(lines: readonly Line[], left: number, right: number): number[] {
  return lines
    .filter(({ from, to }) => Math.min(to, right) - Math.max(from, left) > (right - left) / 2)
    .map(({ at }) => at)
}

/** A line cuts what it covers most of. */
function cutBy(lines: readonly Line[]): (edge: number, from: number, to: number) => boolean {
  return (edge, from, to) => {
    const covered = lines
      .filter(({ at }) => Math.abs(at - edge) <= 2 * PIECES_APART)
      .reduce((sum, line) => sum + Math.max(0, Math.min(line.to, to) - Math.max(line.from, from)), 0)
    return covered > (to - from) / 2
  }
}

/** So many lines for each row of text: they part all rows. */
const RULED = 0.8
/** A line shorter than this part of the table is an underline. */
const UNDERLINE = 0.2

function impliedRows(rows: readonly Row[], lines: readonly Line[], left: number, right: number): ImpliedRows {
  const [top, bottom] = [topOf(rows[0]!), Math.max(...rows.map(bottomOf))]
  const size = heightOf(rows)
  const near = lines.filter(
    ({ at, from, to }) =>
      at > top - 2 * size &&
      at < bottom + 2 * size &&
      Math.min(to, right) - Math.max(from, left) > (right - left) * UNDERLINE,
  )
  const edges = clustersOf(
    near.map(({ at }) => at),
    2 * PIECES_APART,
  )
  const full = rows.filter((row) => row.length >= LEAST_COLUMNS).length
  if (edges.length < Math.max(LEAST_ROWS + 1, full * RULED)) return rowsByText(rows, edges)
  if (edges[0]! > top + size / 2) edges.unshift(top)
  if (edges.at(-1)! < bottom - size / 2) edges.push(bottom)
  return rowsByEdges(rows, edges, cutBy(lines))
}

/** First column and the one after the last that an extent covers. */
function columnsUnder(edges: readonly number[], from: number, to: number): readonly [number, number] {
  const first = edges.findLastIndex((edge) => edge <= from)
  const end = edges.findIndex((edge) => edge >= to)
  return [Math.max(0, first), end < 0 ? edges.length - 1 : Math.max(end, first + 1)]
}

interface TextSlot extends Slot {
  readonly lines: TextLine[]
}

function overlap(a: Slot, b: Slot): boolean {
  return a.row < b.rowEnd && b.row < a.rowEnd && a.column < b.columnEnd && b.column < a.columnEnd
}

/** Each text in the cells it covers; texts that meet are one cell. */
function slotsOf({ placed }: ImpliedRows, columns: readonly number[]): TextSlot[] {
  const slots: TextSlot[] = []
  for (const { chunk, row, rowEnd } of placed) {
    const [column, columnEnd] = columnsUnder(columns, chunk.from, chunk.to)
    let slot: TextSlot = { row, rowEnd, column, columnEnd, lines: [...chunk.lines] }
    for (let at = slots.findIndex((other) => overlap(other, slot)); at >= 0; ) {
      const [other] = slots.splice(at, 1)
      slot = {
        row: Math.min(slot.row, other!.row),
        rowEnd: Math.max(slot.rowEnd, other!.rowEnd),
        column: Math.min(slot.column, other!.column),
        columnEnd: Math.max(slot.columnEnd, other!.columnEnd),
        lines: [...other!.lines, ...slot.lines],
      }
      at = slots.findIndex((one) => overlap(one, slot))
    }
    slots.push(slot)
  }
  return slots
}

function tableOf(block: readonly Row[], lines: readonly Line[]): TableItem | null {
  const rows = block.map((row) => row.flatMap(piecesOf))
  const [left, right] = [
    Math.min(...rows.flat().map(({ box }) => box[0])),
    Math.max(...rows.flat().map(({ box }) => box[2])),
  ]
  const implied = impliedRows(rows, lines, left, right)
  const corridors = corridorsIn(implied, heightOf(rows))
  if (corridors.length + 1 < LEAST_COLUMNS) return null
  const columns = [left, ...corridors.map(({ from, to }) => (from + to) / 2), right]
  const { edges } = implied
  const [rowCount, columnCount] = [edges.length - 1, columns.length - 1]
  const slots = slotsOf(implied, columns)
  const middle = ({ lines: own }: TextSlot): number => {
    const { top, bottom } = chunkOf(own)
    return (top + bottom) / 2
  }
  if (!implied.isRuled) widenLabels(slots, edges, columnCount, middle)
  const covered = new Set<string>()
  for (const { row, rowEnd, column, columnEnd } of slots) {
    for (let r = row; r < rowEnd; r++) for (let c = column; c < columnEnd; c++) covered.add(`${r} ${c}`)
  }
  for (let row = 0; row < rowCount; row++) {
    for (let column = 0; column < columnCount; column++) {
      if (!covered.has(`${row} ${column}`)) {
        slots.push({ row, rowEnd: row + 1, column, columnEnd: column + 1, lines: [] })
      }
    }
  }
  slots.sort((a, b) => a.row - b.row || a.column - b.column)
  const cells = slots.map(({ row, rowEnd, column, columnEnd, lines: own }): TableCell => {
    const [x, y] = [columns[column]!, edges[row]!]
    return {
      row,
      column,
      rowSpan: rowEnd - row,
      columnSpan: columnEnd - column,
      box: [x, y, columns[columnEnd]! - x, edges[rowEnd]! - y],
      text: textOf(
        own.flatMap(({ words }) => words),
        () => Number.POSITIVE_INFINITY,
      ),
    }
  })
  return {
    kind: 'table',
    box: [left, edges[0]!, right - left, edges.at(-1)! - edges[0]!],
    rowCount,
    columnCount,
    cells,
    openTop: false,
    openBottom: false,
    bordered: false,
    corridors,
  }
}

/** The rows of a page in order, those that make a table as one. */
export function alignedTables(rows: readonly Row[], horizontals: readonly Ruling[]): (TableItem | Row[])[] {
  const parts: (TableItem | Row[])[] = []
  let next = 0
  const all = rows.flat()
  const left = Math.min(...all.map(({ box }) => box[0]))
  const right = Math.max(...all.map(({ box }) => box[2]))
  const lines = linesAcross(horizontals)
  for (const { from, to } of blocksOf(rows, spanning(lines, left, right))) {
    const table = tableOf(rows.slice(from, to), lines)
    if (table === null) continue
    if (from > next) parts.push(rows.slice(next, from))
    parts.push(table)
    next = to
  }
  if (next < rows.length) parts.push(rows.slice(next))
  return parts
}
