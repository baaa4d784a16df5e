/**
 * The rows of a section: figures take a line each, so that their middles are those of the rows; the lines of a text belong to the
 * row that they stand evenly around.
 */

import type { Column } from './headed-columns.ts'
import { closeGroups, LEVEL, STRETCH } from './line-groups.ts'
import { matchRows, type PlacedGroup } from './match-rows.ts'
import { type Group, groupOf, type LabelLines, median, type Piece } from './pieces.ts'

export interface RowBand {
  /** The middle of its texts. */
  at: number
  top: number
  bottom: number
}

function clustered(middles: readonly number[], apart: number): number[] {
  const clusters: number[][] = []
  for (const at of [...middles].sort((a, b) => a - b)) {
    const open = clusters.at(-1)
    if (open !== undefined && at - open[0]! <= apart) open.push(at)
    else clusters.push([at])
  }
  return clusters.map(median)
}

/** A column of figures: each on a line of its own. */
const FIGURES = 0.6

function isFigures({ pieces }: Column): boolean {
  const below = pieces.filter(({ isNumber }) => isNumber).length
  return below > 0 && below >= pieces.length * FIGURES
}

export interface SolvedRows {
  readonly bands: RowBand[]
  /** By column. */
  readonly placed: PlacedGroup[][]
  /** Columns whose texts are labels, merged over rows. */
  readonly labels: readonly boolean[]
}

/** So many of the rows a column fills that has a cell for each. */
const DENSE = 0.75

function filledBy(placed: readonly PlacedGroup[]): number {
  return new Set(placed.flatMap(({ row }) => (row === null ? [] : [row]))).size
}

/** It has a head, on this page or the one before. */
function isHeaded({ head, label }: Column): boolean {
  return head !== null || label === false
}

/** Where the rows of a section stand: its figures say so; without such, texts that stand level. */
function firstGuess(columns: readonly Column[], size: number): number[] {
  const figures = columns.filter(isFigures)
  const numbers = figures.flatMap(({ pieces }) => pieces.filter(({ isNumber }) => isNumber).map(({ middle }) => middle))
  if (figures.length > 0 && numbers.length > 0) return clustered(numbers, LEVEL * size)
  const headed = columns.filter((column) => isHeaded(column) && column.pieces.length > 0)
  if (headed.length < LEAST_LEVEL) return []
  // Without figures: where texts of several columns stand level.
  const levels = headed
    .flatMap(({ pieces }, column) => pieces.map(({ middle }) => ({ middle, column })))
    .sort((a, b) => a.middle - b.middle)
  const clusters: { middle: number; columns: Set<number> }[] = []
  for (const { middle, column } of levels) {
    const open = clusters.at(-1)
    if (open !== undefined && middle - open.middle <= LEVEL * size) open.columns.add(column)
    else clusters.push({ middle, columns: new Set([column]) })
  }
  return clusters.filter((cluster) => cluster.columns.size > 1).map(({ middle }) => middle)
}

/** In a table of so many columns at least, texts that stand level are of one row. */
const LEAST_LEVEL = 3

/** Groups of several columns that overlap, as rows. */
function rowsByOverlap(groups: readonly Group[]): number[] {
  const rows: { top: number; bottom: number }[] = []
  for (const { top, bottom } of [...groups].sort((a, b) => a.middle - b.middle)) {
    const open = rows.at(-1)
    if (
      open !== undefined &&
      Math.min(open.bottom, bottom) - Math.max(open.top, top) > Math.min(bottom - top, open.bottom - open.top) / 2
    )
      Object.assign(open, { top: Math.min(open.top, top), bottom: Math.max(open.bottom, bottom) })
    else rows.push({ top, bottom })
  }
  return rows.map(({ top, bottom }) => (top + bottom) / 2)
}

/** A figure too long for its column goes on in the next line; some other text of its row stands between the two. */
function withWrappedFigures(columns: readonly Column[], size: number, leading: number): Column[] {
  const all = columns.flatMap(({ pieces }) => pieces)
  return columns.map((column) => {
    if (!isFigures(column)) return column
    const sorted = [...column.pieces].sort((a, b) => a.middle - b.middle)
    const widest = Math.max(...sorted.map(widthOf))
    const pieces: Piece[] = []
    for (const piece of sorted) {
      const before = pieces.at(-1)
      const half = before === undefined ? 0 : (before.middle + piece.middle) / 2
      const goesOn =
        before?.isNumber &&
        before.text.length >= LEAST_WRAPPED &&
        widthOf(before) > widest - size / 2 &&
        /^[\d.]{1,3}[%％]?$|^[%％]$/.test(piece.text) &&
        piece.middle - before.middle <= STRETCH * leading &&
        all.some((other) => !column.pieces.includes(other) && Math.abs(other.middle - half) <= size * 0.2)
      if (before !== undefined && goesOn) pieces[pieces.length - 1] = joinedPiece(before, piece)
      else pieces.push(piece)
    }
    return { ...column, pieces }
  })
}

/** A shorter figure fits in any column. */
const LEAST_WRAPPED = 4

const widthOf = ({ from, to }: Piece): number => to - from

function joinedPiece(upper: Piece, lower: Piece): Piece {
  const { from, to, top, bottom, middle } = groupOf([upper, lower])
  const line = { ...upper.line, words: [...upper.line.words, ...lower.line.words] }
  return { ...upper, line, text: upper.text + lower.text, from, to, top, bottom, middle }
}

export function solveRows(given: readonly Column[], size: number, leading: number, labelled: LabelLines): SolvedRows {
  const columns = withWrappedFigures(given, size, leading)
  let at = firstGuess(columns, size)
  // Left of all heads, few texts whose lines are not those of the rows.
  const isOneLabel = (pieces: readonly Piece[]): boolean =>
    closeGroups(pieces, leading, labelled).length * 2 <= at.length &&
    !pieces.every(({ middle }) => at.some((row) => Math.abs(row - middle) <= LEVEL * size))
  const labelsOf = (placed: readonly PlacedGroup[][]): boolean[] => {
    const firstDense = placed.findIndex((one) => filledBy(one) >= at.length * DENSE)
    const firstHead = columns.findIndex(isHeaded)
    return placed.map((_, index) => {
      const { label, pieces } = columns[index]!
      return label ?? ((index < firstHead && isOneLabel(pieces)) || (firstDense > 0 && index < firstDense))
    })
  }
  if (at.length === 0) {
    const groups = columns.map(({ pieces }) => closeGroups(pieces, leading, labelled))
    const headed = groups.filter((_, index) => isHeaded(columns[index]!))
    at = rowsByOverlap((headed.flat().length > 0 ? headed : groups).flat())
    if (at.length === 0) return { bands: [], placed: groups.map(() => []), labels: columns.map(() => false) }
    const placed = groups.map((own) =>
      own.map((group): PlacedGroup => {
        const within = at.filter((middle) => middle >= group.top && middle <= group.bottom)
        if (within.length > 1) return { group, row: null, doubtful: true }
        const row = at.reduce(
          (best, middle, index) =>
            Math.abs(middle - group.middle) < Math.abs(at[best]! - group.middle) ? index : best,
          0,
        )
        return { group, row, doubtful: Math.abs(at[row]! - group.middle) > LEVEL * 2 * size }
      }),
    )
    return { bands: bandsOf(at, placed), placed, labels: columns.map((column) => !isHeaded(column)) }
  }
  let placed = columns.map(({ pieces }) => matchRows(pieces, at, size, leading))
  let labels = labelsOf(placed)
  // What is level with no row though its column has a cell for each: a row without figures.
  const more = placed.flatMap((own, index) =>
    labels[index] || filledBy(own) < at.length * 0.5
      ? []
      : own.filter(({ row }) => row === null).map(({ group }) => group.middle),
  )
  const fresh = clustered(more, LEVEL * size).filter(
    (middle) => !at.some((known) => Math.abs(known - middle) < size * 0.8),
  )
  if (fresh.length > 0) {
    at = [...at, ...fresh].sort((a, b) => a - b)
    placed = columns.map(({ pieces }) => matchRows(pieces, at, size, leading))
    labels = labelsOf(placed)
  }
  for (const [index, own] of placed.entries()) {
    if (labels[index]) continue
    for (const one of own) {
      if (one.row !== null) continue
      const { middle } = one.group
      one.row = at.reduce(
        (best, other, row) => (Math.abs(other - middle) < Math.abs(at[best]! - middle) ? row : best),
        0,
      )
    }
  }
  return {
    bands: bandsOf(
      at,
      placed.filter((_, index) => !labels[index]),
    ),
    placed,
    labels,
  }
}

function bandsOf(at: readonly number[], placed: readonly (readonly PlacedGroup[])[]): RowBand[] {
  const bands = at.map((middle): RowBand => ({ at: middle, top: middle - 1, bottom: middle + 1 }))
  for (const { group, row, doubtful } of placed.flat()) {
    if (row === null || doubtful) continue
    const band = bands[row]!
    band.top = Math.min(band.top, group.top)
    band.bottom = Math.max(band.bottom, group.bottom)
  }
  return bands
}
