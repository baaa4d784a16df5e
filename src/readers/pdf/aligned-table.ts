/** Tables without vertical lines, or without any: their columns are told by how the text is aligned. */

import type { TableCell, TableItem } from '../../containers/page-flow.ts'
import type { Ruling } from '../../containers/ruled-table.ts'
import { joinCollinear } from '../../containers/ruling-lines.ts'
import { type TextLine, textOf } from './cell-text.ts'
import type { Row } from './page-items.ts'
import type { Word } from './words.ts'

/** A table has so many rows and columns at least; fewer are lines of text with a wide blank. */
const LEAST_ROWS = 3
const LEAST_COLUMNS = 3
/** Rows stand at most so many heights of text apart. */
const FARTHEST = 4
/** Lines of one row stand closer than this, in heights of text. */
const CLOSEST = 0.45

/** Lines of one cell stand so much closer than rows usually do: several columns of a header may be wrapped. */
const WITHIN_ROW = 0.5

interface Interval {
  from: number
  to: number
}

const topOf = (row: Row): number => Math.min(...row.map(({ box }) => box[1]))
const bottomOf = (row: Row): number => Math.max(...row.map(({ box }) => box[3]))

interface Block {
  from: number
  to: number
}

/** Runs of rows that may be a table: begun by a row of many pieces, ended by a gap or by lines of running text. */
function blocksOf(rows: readonly Row[], edges: readonly number[]): Block[] {
  const blocks: Block[] = []
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
    if (full < LEAST_ROWS) continue
    const last = edges.at(-1) ?? 0
    while (edges.length >= LEAST_ROWS && to < rows.length && bottomOf(rows[to]!) < last) to++
    blocks.push({ from, to })
    from = to - 1
  }
  return blocks
}

/** Pieces of one line that were shown apart, or stand further apart than words do. */
const WORDS_APART = 0.6
const SHOWN_APART = 0.25

function piecesOf(line: TextLine): TextLine[] {
  const pieces: Word[][] = []
  let before: Word | null = null
  for (const word of line.words) {
    if (word.blank) {
      pieces.at(-1)?.push(word)
      continue
    }
    const gap = before === null ? 0 : word.box[0] - before.box[2]
    const apart = before !== null && word.run !== before.run ? SHOWN_APART : WORDS_APART
    if (before === null || gap > apart * word.size) pieces.push([word])
    else pieces.at(-1)!.push(word)
    before = word
  }
  return pieces.map((words): TextLine => {
    const inked = words.filter((word) => !word.blank)
    return { words, box: [inked[0]!.box[0], line.box[1], Math.max(...inked.map((word) => word.box[2])), line.box[3]] }
  })
}

/** Of the rows, so many may have a piece where two columns part: headings stand over several columns. */
const CROSSING = 0.12
/** Columns stand this far apart at least, in heights of text. */
const CORRIDOR = 0.3

/** Columns are parted by corridors that hardly any row crosses. */
function columnsOf(rows: readonly Row[]): Interval[] {
  const full = rows.filter((row) => row.length >= LEAST_COLUMNS).map((row) => row.flatMap(piecesOf))
  const size = full[0]![0]!.box[3] - full[0]![0]!.box[1]
  const most = Math.max(full.length > LEAST_ROWS ? 1 : 0, Math.floor(full.length * CROSSING))
  const ends = full.flat().flatMap(({ box }) => [
    { at: box[0], step: 1 },
    { at: box[2], step: -1 },
  ])
  ends.sort((a, b) => a.at - b.at || b.step - a.step)
  const columns: Interval[] = []
  let crossing = 0
  for (const { at, step } of ends) {
    const before = crossing
    crossing += step
    const last = columns.at(-1)
    if (before <= most && crossing > most) {
      if (last !== undefined && at - last.to < CORRIDOR * size) last.to = at
      else columns.push({ from: at, to: at })
    } else if (before > most && crossing <= most && last !== undefined) last.to = at
  }
  return columns
}

/** Lines that belong to one row: between the same two ruling lines, or closer than rows are. */
function tableRows(rows: readonly Row[], edges: readonly number[]): Row[][] {
  const grouped: Row[][] = []
  const gaps = rows.slice(1).map((row, index) => topOf(row) - bottomOf(rows[index]!))
  const usual = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0
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
    // A label between two rows stands near to both: rows are told by their full lines.
    const full = row.length < LEAST_COLUMNS ? undefined : before.findLast((line) => line.length >= LEAST_COLUMNS)
    const nearest = CLOSEST * (bottomOf(row) - lower)
    const close =
      lower - upper < nearest && (full === undefined || lower - bottomOf(full) < Math.min(nearest, usual * WITHIN_ROW))
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

/** Points between pieces of one line: browsers draw the border of a row cell by cell. */
const PIECES_APART = 1.5

/** Heights of the lines that run along most of a table, from the top. */
function spanning(horizontals: readonly Ruling[], left: number, right: number): number[] {
  const pieces = horizontals.map(({ x1, x2, y1 }) => ({ at: y1, from: Math.min(x1, x2), to: Math.max(x1, x2) }))
  return joinCollinear(pieces, PIECES_APART)
    .filter(({ from, to }) => Math.min(to, right) - Math.max(from, left) > (right - left) / 2)
    .map(({ at }) => at)
}

function tableOf(rows: readonly Row[], horizontals: readonly Ruling[]): TableItem | null {
  const columns = columnsOf(rows)
  if (columns.length < LEAST_COLUMNS) return null
  const [left, right] = [columns[0]!.from, columns.at(-1)!.to]
  const edges = spanning(horizontals, left, right)
  const cells: TableCell[] = []
  const grouped = tableRows(rows, edges)
  grouped.forEach((lines, row) => {
    const [top, bottom] = [Math.min(...lines.map(topOf)), Math.max(...lines.map(bottomOf))]
    const slots: { from: number; to: number; segments: TextLine[] }[] = []
    for (const segment of lines.flat().flatMap(piecesOf)) {
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
  const all = rows.flat()
  const left = Math.min(...all.map(({ box }) => box[0]))
  const right = Math.max(...all.map(({ box }) => box[2]))
  for (const { from, to } of blocksOf(rows, spanning(horizontals, left, right))) {
    const table = tableOf(rows.slice(from, to), horizontals)
    if (table === null) continue
    if (from > next) parts.push(rows.slice(next, from))
    parts.push(table)
    next = to
  }
  if (next < rows.length) parts.push(rows.slice(next))
  return parts
}
