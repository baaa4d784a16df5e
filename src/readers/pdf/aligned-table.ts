/** Tables without vertical lines, or without any: their columns are told by how the text is aligned. */

import type { TableCell, TableItem } from '../../containers/page-flow.ts'
import type { Ruling } from '../../containers/ruled-table.ts'
import { type TextLine, textOf } from './cell-text.ts'
import type { Row } from './page-items.ts'

/** A table has so many rows and columns at least; fewer are lines of text with a wide blank. */
const LEAST_ROWS = 3
const LEAST_COLUMNS = 3
/** Rows stand at most so many heights of text apart. */
const FARTHEST = 4
/** Lines of one row stand closer than this, in heights of text. */
const CLOSEST = 0.45

interface Interval {
  from: number
  to: number
}

const topOf = (row: Row): number => Math.min(...row.map(({ box }) => box[1]))
const bottomOf = (row: Row): number => Math.max(...row.map(({ box }) => box[3]))

/** Runs of rows that may be a table: begun by a row of many pieces, ended by a gap or by lines of running text. */
function blocksOf(rows: readonly Row[]): { from: number; to: number }[] {
  const blocks: { from: number; to: number }[] = []
  for (let from = 0; from < rows.length; from++) {
    if (rows[from]!.length < LEAST_COLUMNS) continue
    let to = from + 1
    let full = 1
    let single = 0
    for (let next = to; next < rows.length; next++) {
      const row = rows[next]!
      const height = bottomOf(row) - topOf(row)
      if (topOf(row) - bottomOf(rows[next - 1]!) > FARTHEST * height) break
      single = row.length === 1 ? single + 1 : 0
      if (single > LEAST_ROWS) break
      if (row.length < LEAST_COLUMNS) continue
      full++
      to = next + 1
    }
    if (full >= LEAST_ROWS) {
      blocks.push({ from, to })
      from = to - 1
    }
  }
  return blocks
}

/** Overlapping pieces of many rows stand in one column. */
function merged(segments: readonly TextLine[]): Interval[] {
  const columns: Interval[] = []
  for (const { box } of [...segments].sort((a, b) => a.box[0] - b.box[0])) {
    const last = columns.at(-1)
    if (last !== undefined && box[0] < last.to) last.to = Math.max(last.to, box[2])
    else columns.push({ from: box[0], to: box[2] })
  }
  return columns
}

function columnsOf(rows: readonly Row[]): Interval[] {
  const most = Math.max(...rows.map((row) => row.length))
  const all = merged(rows.filter((row) => row.length >= LEAST_COLUMNS).flat())
  // Headings over several columns make one of them: then only the fullest rows tell.
  return all.length >= most ? all : merged(rows.filter((row) => row.length === most).flat())
}

/** Lines that belong to one row: between the same two ruling lines, or closer than rows are. */
function tableRows(rows: readonly Row[], edges: readonly number[]): Row[][] {
  const grouped: Row[][] = []
  for (const row of rows) {
    const before = grouped.at(-1)
    const last = before?.at(-1)
    if (before === undefined || last === undefined) {
      grouped.push([row])
      continue
    }
    const [upper, lower] = [bottomOf(last), topOf(row)]
    const parted = edges.some((edge) => edge > (topOf(last) + upper) / 2 && edge < (lower + bottomOf(row)) / 2)
    const ruled = edges.length > LEAST_ROWS
    const close =
      lower - upper < CLOSEST * (bottomOf(row) - lower) && (row.length < LEAST_COLUMNS || last.length < LEAST_COLUMNS)
    if (ruled ? !parted : close && !parted) before.push(row)
    else grouped.push([row])
  }
  return grouped
}

/** First and last column that a piece covers. */
function columnsUnder({ box }: TextLine, columns: readonly Interval[]): readonly [number, number] {
  const [from, to] = [box[0], box[2]]
  const covered = columns.flatMap((column, index) =>
    Math.min(column.to, to) - Math.max(column.from, from) > 0 ? [index] : [],
  )
  if (covered.length > 0) return [covered[0]!, covered.at(-1)!]
  const middle = (from + to) / 2
  let best = 0
  columns.forEach((column, index) => {
    const distance = (at: Interval): number => Math.abs((at.from + at.to) / 2 - middle)
    if (distance(column) < distance(columns[best]!)) best = index
  })
  return [best, best]
}

function tableOf(rows: readonly Row[], horizontals: readonly Ruling[]): TableItem | null {
  const columns = columnsOf(rows)
  if (columns.length < LEAST_COLUMNS) return null
  const [left, right] = [columns[0]!.from, columns.at(-1)!.to]
  const edges = horizontals
    .filter(({ x1, x2 }) => Math.min(x2, right) - Math.max(x1, left) > (right - left) / 2)
    .map(({ y1 }) => y1)
  const cells: TableCell[] = []
  const grouped = tableRows(rows, edges)
  grouped.forEach((lines, row) => {
    const [top, bottom] = [Math.min(...lines.map(topOf)), Math.max(...lines.map(bottomOf))]
    const slots: { from: number; to: number; segments: TextLine[] }[] = []
    for (const segment of lines.flat()) {
      const [from, to] = columnsUnder(segment, columns)
      const slot = slots.find((other) => from <= other.to && to >= other.from)
      if (slot === undefined) slots.push({ from, to, segments: [segment] })
      else {
        slot.segments.push(segment)
        slot.from = Math.min(slot.from, from)
        slot.to = Math.max(slot.to, to)
      }
    }
    // Growing, a slot may have come to lie over another.
    slots.sort((a, b) => a.from - b.from)
    for (let index = 1; index < slots.length; index++) {
      const [before, slot] = [slots[index - 1]!, slots[index]!]
      if (slot.from > before.to) continue
      before.to = Math.max(before.to, slot.to)
      before.segments.push(...slot.segments)
      slots.splice(index--, 1)
    }
    for (const { from, to, segments } of slots) {
      const words = segments.flatMap((segment) => segment.words)
      const box = [columns[from]!.from, top, columns[to]!.to - columns[from]!.from, bottom - top] as const
      const text = textOf(words, () => Number.POSITIVE_INFINITY)
      cells.push({ row, column: from, rowSpan: 1, columnSpan: to - from + 1, box, text })
    }
  })
  const [top, bottom] = [Math.min(...rows.map(topOf)), Math.max(...rows.map(bottomOf))]
  return {
    kind: 'table',
    box: [left, top, right - left, bottom - top],
    rowCount: grouped.length,
    columnCount: columns.length,
    cells,
    openTop: false,
    openBottom: false,
    bordered: false,
  }
}

/** The rows of a page in order, those that make a table as one. */
export function alignedTables(rows: readonly Row[], horizontals: readonly Ruling[]): (TableItem | Row[])[] {
  const parts: (TableItem | Row[])[] = []
  let next = 0
  for (const { from, to } of blocksOf(rows)) {
    const table = tableOf(rows.slice(from, to), horizontals)
    if (table === null) continue
    if (from > next) parts.push(rows.slice(next, from))
    parts.push(table)
    next = to
  }
  if (next < rows.length) parts.push(rows.slice(next))
  return parts
}
