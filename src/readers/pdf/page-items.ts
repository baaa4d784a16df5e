/** Words and lines of a page → its tables and the lines of text around them, in reading order. */

import type { LineItem, PageItem, TableCell, TableItem } from '../../containers/page-flow.ts'
import { type RuledTable, ruledTables } from '../../containers/ruled-table.ts'
import { alignedTables } from './aligned-table.ts'
import { linesOf, type TextLine, textOf, textOfLine } from './cell-text.ts'
import type { Drawing } from './drawing.ts'
import type { HeadedDraft } from './headed-draft.ts'
import type { OpenColumns } from './headed-section.ts'
import type { KindOfWords } from './headed-sections.ts'
import { headedTable } from './headed-table.ts'
import type { Extent } from './matrix.ts'
import { extentOfBox, type Slot, SlotIndex, slotOf } from './slots.ts'
import type { Word } from './words.ts'

/** Points between lines that are one. */
export const TOLERANCE = 3

export interface PageItems {
  readonly items: PageItem[]
  /** Words that the page does not let show. */
  readonly hidden: readonly Word[]
}

/** Between a border and the text of its cell. */
const PADDING = 2

function tableItem({ table, slots }: Ruled): TableItem {
  const cells = table.cells.map((cell, index): TableCell => {
    const { words, extent } = slots[index]!
    const width = (angle: number): number =>
      (angle % 180 === 0 ? extent[2] - extent[0] : extent[3] - extent[1]) - 2 * PADDING
    return { ...cell, text: words.length === 0 ? '' : textOf(words, width) }
  })
  return { ...table, kind: 'table', cells }
}

/** Text further apart on a line stands in different places, in parts of its height. */
const APART = 2

/** The pieces of a line that stand apart. */
function segmentsOf(line: TextLine): TextLine[] {
  const segments: Word[][] = []
  let right = Number.NEGATIVE_INFINITY
  for (const word of line.words) {
    if (word.blank) {
      segments.at(-1)?.push(word)
      continue
    }
    if (word.box[0] - right > APART * word.size || segments.length === 0) segments.push([word])
    else segments.at(-1)!.push(word)
    right = Math.max(right, word.box[2])
  }
  return segments.map((words) => {
    const inked = words.filter((word) => !word.blank)
    const box: Extent = [
      Math.min(...inked.map((word) => word.box[0])),
      Math.min(...inked.map((word) => word.box[1])),
      Math.max(...inked.map((word) => word.box[2])),
      Math.max(...inked.map((word) => word.box[3])),
    ]
    return { words, box }
  })
}

export type Row = readonly TextLine[]

/** Pieces of a line share its top, so that they stay beside one another. */
interface PlacedItem {
  readonly top: number
  readonly item: PageItem
}

function lineItem(lines: readonly TextLine[], text: string): LineItem {
  const x1 = Math.min(...lines.map(({ box }) => box[0]))
  const y1 = Math.min(...lines.map(({ box }) => box[1]))
  const x2 = Math.max(...lines.map(({ box }) => box[2]))
  const y2 = Math.max(...lines.map(({ box }) => box[3]))
  return { kind: 'line', box: [x1, y1, x2 - x1, y2 - y1], text }
}

/** Lines that a paragraph breaks into are one item: the first runs to the right edge, the next begins at the left one. */
function paragraphs(rows: readonly Row[], page: Extent): PlacedItem[] {
  const items: PlacedItem[] = []
  let open: TextLine[] = []
  const single = rows.flatMap((row) => (row.length === 1 ? [row[0]!] : []))
  const left = Math.min(...single.map(({ box }) => box[0]))
  const right = Math.max(...single.map(({ box }) => box[2]))
  const wide = right - left > (page[2] - page[0]) / 2
  const finish = (): void => {
    if (open.length > 0) {
      const item = lineItem(
        open,
        textOf(
          open.flatMap(({ words }) => words),
          () => right - left,
        ),
      )
      items.push({ top: item.box[1], item })
    }
    open = []
  }
  for (const row of rows) {
    const [line] = row
    const before = open.at(-1)
    if (row.length !== 1 || line === undefined) {
      finish()
      const top = Math.min(...row.map(({ box }) => box[1]))
      for (const segment of row) items.push({ top, item: lineItem([segment], textOfLine(segment)) })
      continue
    }
    const size = line.box[3] - line.box[1]
    const continues =
      before !== undefined &&
      wide &&
      before.box[2] > right - 1.5 * size &&
      line.box[0] < left + size &&
      line.box[1] - before.box[3] < size &&
      Math.abs(before.box[3] - before.box[1] - size) < size / 4
    if (!continues) finish()
    open.push(line)
  }
  finish()
  return items
}

/** Splits the lines of a page where tables stand between them. */
function rowsBetween(rows: readonly Row[], tops: readonly number[]): Row[][] {
  const groups: Row[][] = [[]]
  let next = 0
  for (const row of rows) {
    while (next < tops.length && row[0]!.box[1] > tops[next]!) {
      groups.push([])
      next++
    }
    groups.at(-1)!.push(row)
  }
  return groups
}

/** The cells that end where their table ends. */
function bottomSlots({ table: { cells, rowCount }, slots }: Ruled): Slot[] {
  return slots.filter((_, index) => cells[index]!.row + cells[index]!.rowSpan === rowCount)
}

/** Lines of one cell stand closer than this, in parts of their height. */
const LEADING = 0.45

/** The cell whose next line this is: it stands below it, as close as lines of a cell do. */
function slotAbove(box: Extent, bottoms: readonly Slot[]): Slot | undefined {
  return bottoms.find(({ extent, words: within }) => {
    if (box[0] < extent[0] - 1 || box[2] > extent[2] + 1 || within.length === 0) return false
    const gap = box[1] - Math.max(...within.map((word) => word.box[3]))
    return Math.abs(gap) < LEADING * (box[3] - box[1]) && box[3] > extent[3]
  })
}

/** A line that a page break left no room for is put back; lines of neighbouring cells may stand as one. */
function overflows({ words, box }: TextLine, bottoms: readonly Slot[]): boolean {
  const whole = slotAbove(box, bottoms)
  if (whole !== undefined) {
    whole.words.push(...words)
    return true
  }
  const seen = words.filter(({ blank }) => !blank)
  const owners = seen.map((word) => slotAbove(word.box, bottoms))
  if (owners.length === 0 || owners.includes(undefined)) return false
  // Each word's own cell was found before any was put back, since a word put back lowers the text of its cell.
  for (const [index, word] of seen.entries()) owners[index]!.words.push(word)
  return true
}

/** What is known beyond a page: which words head columns, and the columns of the table that the page before ended with. */
export interface Beyond {
  readonly kindOf: KindOfWords
  open: OpenColumns | null
  /** Tables found by their heads, page after page. */
  readonly drafts: HeadedDraft[]
}

/** Tables that draw no lines, or too few, and the lines of text around them. `open`: what the page before ended with. */
function unruled(
  rows: readonly Row[],
  drawing: Drawing,
  open: OpenColumns | null,
  beyond: Beyond | null,
): (TableItem | Row[])[] {
  const headed = beyond === null || rows.length === 0 ? null : headedTable(rows, beyond.kindOf, open)
  if (beyond === null || headed === null) return alignedTables(rows, drawing.horizontals)
  beyond.open = headed.open
  beyond.drafts.push(headed.draft)
  const { from, to, draft } = headed
  return [rows.slice(0, from), draft.table, rows.slice(to)].filter((part) => 'kind' in part || part.length > 0)
}

/** Lines of text, each cut where it stands apart. */
function rowsOf(words: readonly Word[], keep: (segment: TextLine) => boolean): Row[] {
  return linesOf(words.filter((word) => word.angle === 0))
    .filter((line) => line.words.some((word) => !word.blank))
    .map((line) => segmentsOf(line).filter(keep))
    .filter((row) => row.length > 0)
}

interface Ruled {
  readonly table: RuledTable
  readonly slots: readonly Slot[]
}

/** A frame around a table that draws no lines between its columns is no cell. */
function isFrame({ table, slots }: Ruled, beyond: Beyond | null): boolean {
  if (beyond === null || table.columnCount > 1) return false
  return slots.some(({ words }) => {
    const rows = rowsOf(words, () => true)
    return rows.length > 1 && headedTable(rows, beyond.kindOf, beyond.open) !== null
  })
}

export function pageItems(words: readonly Word[], drawing: Drawing, page: Extent, beyond: Beyond | null): PageItems {
  const all = ruledTables(drawing.horizontals, drawing.verticals, TOLERANCE).map((table): Ruled => {
    return { table, slots: table.cells.map(({ box }): Slot => ({ extent: extentOfBox(box), words: [] })) }
  })
  const index = new SlotIndex(all.flatMap(({ slots }) => slots))
  const loose: Word[] = []
  const hidden: Word[] = []
  const slotOfRun = new Map<number, Slot | null>()
  for (const word of words) {
    if (word.clipped) continue
    const slot = slotOf(word, index)
    slotOfRun.set(word.run, slot)
    if (slot === null) loose.push(word)
    else slot.words.push(word)
  }
  for (const word of words) {
    if (!word.clipped || word.blank) continue
    // Text that runs on under the next cell belongs to where it began.
    const slot = slotOfRun.get(word.run)
    if (slot === undefined) hidden.push(word)
    else if (slot === null) loose.push(word)
    else slot.words.push(word)
  }
  const frames = all.filter((one) => isFrame(one, beyond))
  for (const { slots } of frames) for (const { words: within } of slots) loose.push(...within)
  const tables = all.filter((one) => !frames.includes(one))
  const bottoms = tables.flatMap(bottomSlots)
  const rows = rowsOf(loose, (segment) => !overflows(segment, bottoms))
  const ruled = tables.map(tableItem).filter((table) => table.cells.some(({ text }) => text !== ''))
  const items: PlacedItem[] = ruled.map((item) => ({ top: item.box[1], item }))
  const tops = ruled.map(({ box }) => box[1]).sort((a, b) => a - b)
  const open = beyond?.open ?? null
  if (beyond !== null) beyond.open = null
  for (const [number, group] of rowsBetween(rows, tops).entries()) {
    for (const part of unruled(group, drawing, number === 0 ? open : null, beyond)) {
      if ('kind' in part) items.push({ top: part.box[1], item: part })
      else items.push(...paragraphs(part, page))
    }
  }
  items.push(...turnedLines(loose))
  items.sort((a, b) => a.top - b.top)
  return { items: items.map(({ item }) => item), hidden }
}

/** Text beside the tables that runs upwards, downwards or upside down: one item for each direction. */
function turnedLines(words: readonly Word[]): PlacedItem[] {
  return [90, 180, 270].flatMap((angle) => {
    const turned = words.filter((word) => word.angle === angle)
    const boxes = turned.filter((word) => !word.blank).map(({ box }) => box)
    if (boxes.length === 0) return []
    const [x1, y1] = [Math.min(...boxes.map((box) => box[0])), Math.min(...boxes.map((box) => box[1]))]
    const [x2, y2] = [Math.max(...boxes.map((box) => box[2])), Math.max(...boxes.map((box) => box[3]))]
    const text = textOf(turned, () => Number.POSITIVE_INFINITY)
    return [{ top: y1, item: { kind: 'line', box: [x1, y1, x2 - x1, y2 - y1], text } }]
  })
}
