/** A section of a table without lines: its columns, its rows, and what stands in them. */

import { type Column, columnsOf } from './headed-columns.ts'
import { type RowBand, type SolvedRows, solveRows } from './headed-rows.ts'
import type { HeaderRows } from './headed-sections.ts'
import { closeGroups, leadingOf } from './line-groups.ts'
import { rowsOfPairs } from './paired-rows.ts'
import { type Group, groupOf, type LabelLines, median, type Piece, shared } from './pieces.ts'

/** Columns of the table that a page ends with, for the next page: extents, and where they part. */
export interface OpenColumns {
  readonly columns: readonly {
    readonly from: number
    readonly to: number
    readonly edge: number
    readonly label: boolean
  }[]
  readonly left: number
  readonly right: number
}

/** A text in its cell. */
export interface Placed {
  /** Null where its text stands on another page. */
  readonly group: Group | null
  row: number
  rowEnd: number
  /** Extent between the edges of columns. */
  from: number
  to: number
  doubtful: boolean
}

/** From a row of heads to the next. */
export interface Section {
  readonly bands: RowBand[]
  readonly placed: Placed[]
  /** Where its columns part. */
  readonly edges: readonly number[]
  readonly columns: readonly Column[]
  /** Labels merged over rows, with the column they stand in. */
  readonly labels: readonly LabelColumn[]
  /** Rows at its end that no label stands for: the total. */
  readonly tail: number
}

/** A column of labels that are merged over rows. */
export interface LabelColumn {
  /** Its number among the columns of the section. */
  readonly column: number
  readonly groups: readonly Group[]
  from: number
  readonly to: number
  /** First row, from the top of the section, that may have one. */
  readonly first: number
}

/** Points between edges that are one. */
export const SAME = 2

/**
 * Where columns part. `begun`: columns of the page before, in their order; between two of them the edge is the one it had there,
 * though the texts of this page reach over it: it is the same edge.
 */
function partedAt(columns: readonly Column[], open: OpenColumns | null, begun: readonly Column[]): number[] {
  const known = open?.columns.map(({ edge }) => edge) ?? []
  return columns.slice(1).map((column, index) => {
    const before = columns[index]!
    const at = begun.indexOf(before)
    if (at >= 0 && begun[at + 1] === column) return known[at]!
    const own = known.find((edge) => edge >= before.to - 1 && edge <= column.from + 1)
    return own ?? (before.to + column.from) / 2
  })
}

function headBands({ heads }: HeaderRows): RowBand[] {
  const upper = heads.filter(({ isOver }) => isOver)
  const lower = heads.filter(({ isOver, isTall }) => !isOver && !isTall)
  const band = (own: HeaderRows['heads']): RowBand => {
    const { top, bottom, middle } = groupOf(own.flatMap(({ group }) => group.pieces))
    return { at: middle, top, bottom }
  }
  return upper.length > 0 && lower.length > 0 ? [band(upper), band(lower)] : [band(heads)]
}

/** The columns that an upper head stands over: those of the lower heads that are nearest to it. */
function underHead(over: Group, header: HeaderRows, columns: readonly Column[]): readonly [number, number] {
  const uppers = header.heads.filter(({ isOver }) => isOver).map(({ group }) => group)
  const middle = (one: { from: number; to: number }): number => (one.from + one.to) / 2
  const own = columns.flatMap(({ head }, index) => {
    if (head === null || head.isTall || head.isOver) return []
    const nearest = uppers.reduce((best, one) =>
      Math.abs(middle(one) - middle(head.group)) < Math.abs(middle(best) - middle(head.group)) ? one : best,
    )
    return nearest === over ? [index] : []
  })
  return own.length === 0 ? [0, 1] : [own[0]!, own.at(-1)! + 1]
}

/** A section below a row of heads, or the rest of one that the page before began. */
export function headedSection(
  header: HeaderRows | null,
  open: OpenColumns | null,
  pieces: readonly Piece[],
  size: number,
  labelled: LabelLines,
  totals: ReadonlySet<Piece>,
): Section {
  const known: Column[] =
    header === null
      ? open!.columns.map(({ from, to, label }) => ({ from, to, head: null, label, pieces: [] }))
      : header.heads
          .filter(({ isOver }) => !isOver)
          .map((head) => ({ from: head.group.from, to: head.group.to, head, pieces: [] }))
  const { columns, spanning } = columnsOf(known, pieces, size, labelled, totals)
  const edges = partedAt(columns, open, header === null ? known : [])
  const bounds = [Number.NEGATIVE_INFINITY, ...edges, Number.POSITIVE_INFINITY]
  const leading = leadingOf(
    columns.map((column) => column.pieces),
    size,
  )
  const wide: Column = { from: 0, to: 0, head: null, pieces: [...spanning] }
  const solved = solveRows([...columns, wide], size, leading, labelled)
  const heads = header === null ? [] : headBands(header)
  const bands = [...heads, ...solved.bands]
  const placed: Placed[] = []
  for (const head of header?.heads ?? []) {
    const [from, end] = head.isOver
      ? underHead(head.group, header!, columns)
      : [columns.findIndex((column) => column.head === head), columns.findIndex((column) => column.head === head) + 1]
    const [row, rowEnd] = heads.length < 2 || head.isTall ? [0, heads.length] : head.isOver ? [0, 1] : [1, 2]
    placed.push({ group: head.group, row, rowEnd, from: bounds[from]!, to: bounds[end]!, doubtful: false })
  }
  const labels: LabelColumn[] = []
  solved.placed.forEach((own, index) => {
    const at = (group: Group): readonly [number, number] => {
      if (index < columns.length) return [bounds[index]!, bounds[index + 1]!]
      const under = columns.flatMap((column, number) => (shared(column, group) > 1 ? [number] : []))
      return [bounds[under[0]!]!, bounds[under.at(-1)! + 1]!]
    }
    if (index < columns.length && solved.labels[index]) {
      const [from, to] = [bounds[index]!, bounds[index + 1]!]
      labels.push({
        column: index,
        groups: closeGroups(columns[index]!.pieces, leading, labelled),
        from,
        to,
        first: columns[index]!.head === null ? 0 : heads.length,
      })
      return
    }
    for (const { group, row, doubtful } of own) {
      const number = heads.length + (row ?? nearestBand(solved.bands, group.middle))
      placed.push({ group, row: number, rowEnd: number + 1, from: at(group)[0], to: at(group)[1], doubtful })
    }
  })
  return { bands, placed, edges, columns, labels, tail: tailOf(solved) }
}

function nearestBand(bands: readonly RowBand[], middle: number): number {
  return bands.reduce(
    (best, { at }, index) => (Math.abs(at - middle) < Math.abs(bands[best]!.at - middle) ? index : best),
    0,
  )
}

/** A row's texts stand in its middle: its outer edge, which no neighbour shows, is as far from it as the inner one. */
export function edgesOf(bands: readonly RowBand[]): number[] {
  const between = bands.slice(1).map(({ top }, index) => (top + bands[index]!.bottom) / 2)
  const [first, last] = [bands[0]!, bands.at(-1)!]
  const top = between.length === 0 ? first.top : Math.min(first.top, 2 * first.at - between[0]!)
  const bottom = between.length === 0 ? last.bottom : Math.max(last.bottom, 2 * last.at - between.at(-1)!)
  return [top, ...between, bottom]
}

/** Rows at the end that fill less than half of the columns that others fill. */
function tailOf({ bands, placed, labels }: SolvedRows): number {
  const counts = bands.map(
    (_, row) => placed.filter((own, index) => labels[index] !== true && own.some((one) => one.row === row)).length,
  )
  const usual = median(counts)
  let tail = 0
  while (tail < counts.length && counts[counts.length - 1 - tail]! * 2 <= usual) tail++
  return tail
}

/** Labels and their values, beside one another. */
export function pairedSection(pieces: readonly Piece[], size: number, known: number[]): Section {
  const rows = rowsOfPairs(pieces, size)
  const placed = rows.flatMap((groups, row) => {
    const sorted = [...groups].sort((a, b) => a.from - b.from)
    const between = sorted.slice(1).map((group, index) => {
      const before = sorted[index]!
      const middle = (before.to + group.from) / 2
      const fitting = known.filter((edge) => edge >= before.to - 1 && edge <= group.from + 1)
      const own = fitting.sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle))[0]
      if (own === undefined) known.push(middle)
      return own ?? middle
    })
    const bounds = [Number.NEGATIVE_INFINITY, ...between, Number.POSITIVE_INFINITY]
    return sorted.map(
      (group, index): Placed => ({
        group,
        row,
        rowEnd: row + 1,
        from: bounds[index]!,
        to: bounds[index + 1]!,
        doubtful: false,
      }),
    )
  })
  const bands = rows.map((groups): RowBand => {
    const { top, bottom, middle } = groupOf(groups.flatMap((group) => group.pieces))
    return { at: middle, top, bottom }
  })
  return { bands, placed, edges: [], columns: [], labels: [], tail: 0 }
}
