/**
 * A table that draws no lines, or too few, told by the words that head its columns: sections from row of heads to row of heads, each
 * with columns of its own; rows by what stands level; labels over the rows in whose middle they stand.
 */
import { assembled, type HeadedDraft, tilesWithin } from './headed-draft.ts'
import { headedSection, type OpenColumns, pairedSection, SAME, type Section } from './headed-section.ts'
import { type HeaderRows, headerRows, type KindOfWords, labelsIn } from './headed-sections.ts'
import { closeGroups, LEVEL, leadingOf } from './line-groups.ts'
import type { Row } from './page-items.ts'
import { type Group, groupOf, type LabelLines, median, type Piece, placedPieces, shared } from './pieces.ts'

/** Rows stand at most so many heights of text apart. */
const FARTHEST = 9
/** So many lines of one text each may stand between rows. */
const MOST_SINGLE = 6

/** So many of the texts stand each in one of the columns that the page before ended with. */
const FITTING = 0.8
/** A line with a text in so many columns is a row. */
const FULL = 3

function goesOn(open: OpenColumns, pieces: readonly Piece[]): boolean {
  const fits = pieces.filter((piece) => open.columns.filter((column) => shared(column, piece) > 1).length === 1)
  const lines = new Map<number, number>()
  for (const { lineNumber } of pieces) lines.set(lineNumber, (lines.get(lineNumber) ?? 0) + 1)
  return fits.length >= pieces.length * FITTING && [...lines.values()].some((count) => count >= FULL)
}

interface Span {
  readonly from: number
  readonly to: number
}

/** The lines of a page that are of the table, around its rows of heads. */
function linesAround(
  rows: readonly Row[],
  pieces: readonly Piece[],
  headers: readonly HeaderRows[],
  size: number,
  fromTop: boolean,
): Span {
  const counts = rows.map((_, number) => pieces.filter(({ lineNumber }) => lineNumber === number))
  const bounds = counts.map((own) => (own.length === 0 ? { top: 0, bottom: 0 } : groupOf(own)))
  const isNear = (upper: number): boolean => bounds[upper + 1]!.top - bounds[upper]!.bottom <= FARTHEST * size
  const first = headers[0]
  const [left, right] = [Math.min(...pieces.map((one) => one.from)), Math.max(...pieces.map((one) => one.to))]
  /** Lines in turn that are no row; those of a text within one column neither count nor end the count. */
  const singleAfter = (single: number, number: number): number => {
    const [own, more] = counts[number]!
    if (own === undefined || more !== undefined) return own === undefined ? single + 1 : 0
    return own.to - own.from > (right - left) / 3 ? single + 1 : single
  }
  let from = first === undefined ? 0 : bounds.findIndex(({ bottom }) => bottom > first.top)
  let single = 0
  while (from > 0 && isNear(from - 1) && single <= MOST_SINGLE) {
    from--
    single = singleAfter(single, from)
  }
  if (fromTop) from = 0
  // The upper lines of a label stand above its value.
  const isLabel = (number: number): boolean =>
    counts[number]!.length === 1 && counts[number]![0]!.to < left + (right - left) / 4
  while (from < rows.length - 1 && counts[from]!.length < 2 && !fromTop && !isLabel(from)) from++
  const last = headers.at(-1)
  let to = last === undefined ? 1 : bounds.findLastIndex(({ top }) => top < last.bottom) + 1
  single = 0
  while (to < rows.length && isNear(to - 1) && single <= MOST_SINGLE) {
    single = singleAfter(single, to)
    to++
  }
  const isTail = (number: number): boolean => {
    const [own] = counts[number]!
    return (
      counts[number]!.length < 2 &&
      (own === undefined ||
        own.to - own.from > (right - left) / 3 ||
        bounds[number]!.top - bounds[number - 1]!.bottom > size)
    )
  }
  while (to > from + 1 && isTail(to - 1)) to--
  return { from, to }
}

/** Labels and values below the total stand beside one another, so many in a line. */
const MOST_BESIDE = 4

/** Where what stands below the total begins: labels and values that know nothing of the columns above. */
function footOf(pieces: readonly Piece[], top: number, kindOf: KindOfWords, size: number): number {
  const totals = pieces.filter((piece) => piece.middle > top && kindOf(piece.text) === 'total')
  for (const total of totals.sort((a, b) => a.middle - b.middle)) {
    const end = Math.max(
      ...pieces.filter(({ middle }) => Math.abs(middle - total.middle) <= LEVEL * size).map(({ bottom }) => bottom),
    )
    const lines = new Map<number, number>()
    for (const { lineNumber, middle } of pieces)
      if (middle > end) lines.set(lineNumber, (lines.get(lineNumber) ?? 0) + 1)
    if (lines.size > 0 && [...lines.values()].every((count) => count <= MOST_BESIDE)) return end
  }
  return Number.POSITIVE_INFINITY
}

/** Labels of blocks that stand alone over the lines below them: 年度总体目标 over the goals, where no column has a head. */
function loneLabels(labels: LabelLines, pieces: readonly Piece[], from: number, size: number): Group[] {
  return [...new Set(labels.values())].filter(
    (label) =>
      label.from > from &&
      !pieces.some((piece) => !label.pieces.includes(piece) && Math.abs(piece.middle - label.middle) <= LEVEL * size),
  )
}

/** A table has a row of so many heads. */
const LEAST_HEADS = 3
/** Three hundred rows of eight cells. Which line stands around which row takes the square of their number. */
const MOST_PIECES = 2500

export interface HeadedTable extends Span {
  readonly draft: HeadedDraft
  readonly open: OpenColumns
}

/** The table around the rows of heads among lines of text; null where there are none, or the page holds more texts than a table has. `open`: what the page before ended with. */
export function headedTable(rows: readonly Row[], kindOf: KindOfWords, open: OpenColumns | null): HeadedTable | null {
  const all = placedPieces(rows, (text) => kindOf(text) === 'head')
  if (all.length > MOST_PIECES) return null
  const size = median(all.map(({ top, bottom }) => bottom - top)) || 1
  const found = headerRows(all, kindOf, size)
  // Two words side by side may be anything; beside a longer row of heads they head what stands below.
  const headers = open !== null || found.some(({ heads }) => heads.length >= LEAST_HEADS) ? found : []
  const before = headers[0] === undefined ? all : all.filter(({ middle }) => middle < headers[0]!.top)
  const isOpen = open !== null && before.length > 0 && goesOn(open, before)
  if (headers.length === 0 && !isOpen) return null
  const { from, to } = linesAround(rows, all, headers, size, isOpen)
  const heads = new Set(headers.flatMap((header) => header.heads.flatMap(({ group }) => group.pieces)))
  const pieces = all.filter((piece) => piece.lineNumber >= from && piece.lineNumber < to && !heads.has(piece))
  const [left, right] = [Math.min(...all.map((one) => one.from)), Math.max(...all.map((one) => one.to))]
  // Labels at the left may reach up beside the row of heads that they belong to: they go by their middle, whole.
  const leftmost = Math.min(...[...heads].map((one) => one.from))
  const labels = labelsIn(pieces, kindOf, size)
  const totals = new Set(pieces.filter(({ text }) => kindOf(text) === 'total'))
  const aside = pieces.filter((piece) => piece.to <= leftmost + 1)
  const groups = [
    ...closeGroups(aside, leadingOf([aside], size), labels),
    ...pieces.filter((piece) => piece.to > leftmost + 1).map((piece) => groupOf([piece])),
  ]
  const within = (top: number, bottom: number): Piece[] =>
    groups.filter(({ middle }) => middle >= top && middle < bottom).flatMap((group) => group.pieces)
  const foot = footOf(pieces, headers.at(-1)?.bottom ?? Number.NEGATIVE_INFINITY, kindOf, size)
  const lone = headers.length === 0 ? [] : loneLabels(labels, pieces, left + (right - left) / 4, size)
  const begins = [
    ...headers.map((header) => ({ top: header.top - 1, header })),
    ...lone
      .filter(({ top }) => top > headers[0]!.bottom && top < headers.at(-1)!.top)
      .map(({ top }) => ({ top: top - 1, header: null })),
  ].sort((a, b) => a.top - b.top)
  const tops = [Number.NEGATIVE_INFINITY, ...begins.map(({ top }) => top), foot]
  const known: number[] = []
  const sections: Section[] = begins.map(({ header }, index) => {
    const own = within(tops[index + 1]!, tops[index + 2]!)
    const section =
      header === null ? pairedSection(own, size, known) : headedSection(header, open, own, size, labels, totals)
    known.push(...section.edges)
    return section
  })
  const above = within(tops[0]!, tops[1]!)
  if (above.length > 0)
    sections.unshift(
      isOpen ? headedSection(null, open, above, size, labels, totals) : pairedSection(above, size, known),
    )
  if (isOpen && above.length > 0) known.push(...sections[0]!.edges)
  const below = within(foot, Number.POSITIVE_INFINITY)
  if (below.length > 0) sections.push(pairedSection(below, size, known))
  const draft = isOpen
    ? { sections, left: open.left, right: open.right, goesOn: true }
    : { sections, left, right, goesOn: false }
  const table = assembled(
    draft,
    sections.map((section) => tilesWithin([section])[0]!),
  )
  const last = sections.at(-1)!
  const columns = last.columns.map(({ from: start, to: end }, index) => ({
    from: start,
    to: end,
    edge: last.edges[index] ?? draft.right + SAME,
    label: last.labels.some((own) => own.column === index),
  }))
  return { from, to, draft: { ...draft, table }, open: { columns, left: draft.left, right: draft.right } }
}
