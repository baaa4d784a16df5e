/**
 * The rows of a section: figures take a line each, so that their middles are those of the rows; the lines of a text belong to the
 * row that they stand evenly around.
 */

import type { Column } from './headed-columns.ts'
import { type Group, groupOf, median, type Piece, shared } from './pieces.ts'

export interface RowBand {
  /** The middle of its texts. */
  at: number
  top: number
  bottom: number
}

export interface PlacedGroup {
  readonly group: Group
  /** Numbers of the first row and the one after the last; null where no row is level with it. */
  row: number | null
  /** Nothing says for certain that it belongs there. */
  doubtful: boolean
}

/** Heights of text by which middles of one row differ. */
const LEVEL = 0.4
/** Lines of one cell stand up to so many times the usual distance apart. */
const STRETCH = 1.15
const LEADING = [0.9, 2.2] as const
const USUAL_LEADING = 1.4
const MOST_LINES = 40

/** How far the lines of a wrapped text are apart. */
export function leadingOf(columns: readonly (readonly Piece[])[], size: number): number {
  const pitches = columns.flatMap((pieces) => {
    const sorted = [...pieces].sort((a, b) => a.middle - b.middle)
    return sorted.slice(1).flatMap((piece, index) => {
      const before = sorted[index]!
      const pitch = piece.middle - before.middle
      const isText = !piece.isNumber && !before.isNumber
      return isText && pitch >= LEADING[0] * size && pitch <= LEADING[1] * size ? [pitch] : []
    })
  })
  pitches.sort((a, b) => a - b)
  return pitches[Math.floor(pitches.length / 20)] ?? USUAL_LEADING * size
}

/** Lines of a column that stand as close as lines of a cell do. */
export function closeGroups(pieces: readonly Piece[], leading: number): Group[] {
  const groups: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.middle - b.middle || a.from - b.from)) {
    const last = groups.at(-1)?.at(-1)
    const pitch = last === undefined ? Number.POSITIVE_INFINITY : piece.middle - last.middle
    if (pitch <= STRETCH * leading && !(piece.isNumber && last!.isNumber)) groups.at(-1)!.push(piece)
    else groups.push([piece])
  }
  return groups.map(groupOf)
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

const SKIPPED = 0.4
const ALONE = 3
const SPLIT = 0.05

/** Of a column's lines, which stand evenly around which row. `at`: middles of rows from the top. */
export function matchRows(
  pieces: readonly Piece[],
  at: readonly number[],
  size: number,
  leading: number,
): PlacedGroup[] {
  const lines = [...pieces].sort((a, b) => a.middle - b.middle || a.from - b.from)
  const [count, rows] = [lines.length, at.length]
  interface Step {
    cost: number
    from: number
    row: number
    kind: 'skip' | 'match' | 'alone'
  }
  // best[i][j]: the first i lines placed, the first j rows passed.
  const best: Step[][] = Array.from({ length: count + 1 }, () =>
    Array.from({ length: rows + 1 }, (): Step => ({ cost: Number.POSITIVE_INFINITY, from: 0, row: 0, kind: 'skip' })),
  )
  best[0]![0]!.cost = 0
  const take = (i: number, j: number, step: Step): void => {
    if (step.cost < best[i]![j]!.cost) best[i]![j] = step
  }
  for (let i = 0; i <= count; i++) {
    for (let j = 0; j <= rows; j++) {
      const { cost } = best[i]![j]!
      if (cost === Number.POSITIVE_INFINITY) continue
      if (j < rows) take(i, j + 1, { cost: cost + SKIPPED, from: i, row: j, kind: 'skip' })
      let bottom = Number.NEGATIVE_INFINITY
      let top = Number.POSITIVE_INFINITY
      for (let to = i + 1; to <= Math.min(count, i + MOST_LINES); to++) {
        const line = lines[to - 1]!
        const before = lines[to - 2]
        const pitch = to - 1 > i && before !== undefined ? line.middle - before.middle : 0
        if (pitch > STRETCH * 1.1 * leading) break
        if (to - 1 > i && line.isNumber && before!.isNumber) break
        top = Math.min(top, line.top)
        bottom = Math.max(bottom, line.bottom)
        const middle = (top + bottom) / 2
        const next = lines[to]
        const isSplit = next !== undefined && next.middle - line.middle <= STRETCH * leading
        const more = cost + (isSplit ? SPLIT : 0)
        take(to, j, { cost: more + ALONE, from: i, row: j, kind: 'alone' })
        if (j < rows) {
          const off = Math.abs(middle - at[j]!) / size
          if (off <= LEVEL) take(to, j + 1, { cost: more + off, from: i, row: j, kind: 'match' })
        }
      }
    }
  }
  let [i, j] = [count, rows]
  const placed: PlacedGroup[] = []
  while (i > 0 || j > 0) {
    const { from, row, kind } = best[i]![j]!
    if (kind !== 'skip') {
      const group = groupOf(lines.slice(from, i))
      placed.unshift({ group, row: kind === 'match' ? row : null, doubtful: kind === 'alone' })
    }
    if (kind !== 'alone') j = row
    i = from
  }
  return placed
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

/** Where the rows of a section stand: its figures say so; without such, texts that stand level. */
function firstGuess(columns: readonly Column[], size: number): number[] {
  const figures = columns.filter(isFigures)
  const numbers = figures.flatMap(({ pieces }) => pieces.filter(({ isNumber }) => isNumber).map(({ middle }) => middle))
  if (figures.length > 0 && numbers.length > 0) return clustered(numbers, LEVEL * size)
  const headed = columns.filter(({ head, pieces }) => head !== null && pieces.length > 0)
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
    const pieces: Piece[] = []
    for (const piece of sorted) {
      const before = pieces.at(-1)
      const half = before === undefined ? 0 : (before.middle + piece.middle) / 2
      const goesOn =
        before?.isNumber &&
        /^[\d.]{1,3}[%％]?$|^[%％]$/.test(piece.text) &&
        piece.middle - before.middle <= STRETCH * leading &&
        all.some((other) => !column.pieces.includes(other) && Math.abs(other.middle - half) <= size * 0.2)
      if (before !== undefined && goesOn) pieces[pieces.length - 1] = joinedPiece(before, piece)
      else pieces.push(piece)
    }
    return { ...column, pieces }
  })
}

function joinedPiece(upper: Piece, lower: Piece): Piece {
  const { from, to, top, bottom, middle } = groupOf([upper, lower])
  const line = { ...upper.line, words: [...upper.line.words, ...lower.line.words] }
  return { ...upper, line, text: upper.text + lower.text, from, to, top, bottom, middle }
}

export function solveRows(given: readonly Column[], size: number, leading: number): SolvedRows {
  const columns = withWrappedFigures(given, size, leading)
  let at = firstGuess(columns, size)
  // Left of all heads, few texts whose lines are not those of the rows.
  const isOneLabel = (pieces: readonly Piece[]): boolean =>
    closeGroups(pieces, leading).length * 2 <= at.length &&
    !pieces.every(({ middle }) => at.some((row) => Math.abs(row - middle) <= LEVEL * size))
  const labelsOf = (placed: readonly PlacedGroup[][]): boolean[] => {
    const firstDense = placed.findIndex((one) => filledBy(one) >= at.length * DENSE)
    const firstHead = columns.findIndex(({ head }) => head !== null)
    return placed.map((_, index) => {
      const { label, pieces } = columns[index]!
      return label ?? ((index < firstHead && isOneLabel(pieces)) || (firstDense > 0 && index < firstDense))
    })
  }
  if (at.length === 0) {
    const groups = columns.map(({ pieces }) => closeGroups(pieces, leading))
    const headed = groups.filter((_, index) => columns[index]!.head !== null)
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
    return { bands: bandsOf(at, placed), placed, labels: columns.map(({ head }) => head === null) }
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

/** Rows of labels with their values: what stands level is a row; wrapped texts stand evenly around their label. */
export function rowsOfPairs(pieces: readonly Piece[], size: number): Group[][] {
  const beside = (piece: Piece): boolean =>
    pieces.some((other) => other !== piece && Math.abs(other.middle - piece.middle) <= LEVEL * size)
  const level = pieces.filter(beside)
  const single = pieces.filter((piece) => !level.includes(piece))
  const leading = leadingOf([single], size)
  const columns: Piece[][] = []
  for (const piece of [...single].sort((a, b) => a.middle - b.middle)) {
    const own = columns.find((column) => {
      const last = column.at(-1)!
      return (
        Math.min(last.to, piece.to) - Math.max(last.from, piece.from) > 0 &&
        piece.middle - last.middle <= STRETCH * leading
      )
    })
    if (own === undefined) columns.push([piece])
    else own.push(piece)
  }
  const groups = [...aroundOthers(level, size), ...columns.map(groupOf)]
  const rows: Group[][] = []
  for (const group of groups.sort((a, b) => a.middle - b.middle)) {
    const open = rows.at(-1)
    if (open !== undefined && Math.abs(median(open.map(({ middle }) => middle)) - group.middle) <= LEVEL * 1.5 * size)
      open.push(group)
    else rows.push([group])
  }
  return rows
}

/** Labels of two lines each, with values of one between them. */
function aroundOthers(level: readonly Piece[], size: number): Group[] {
  const groups: Group[] = []
  const taken = new Set<Piece>()
  for (const piece of [...level].sort((a, b) => a.middle - b.middle)) {
    if (taken.has(piece)) continue
    taken.add(piece)
    const next = level.find((other) => {
      const pitch = other.middle - piece.middle
      return (
        !taken.has(other) && pitch > size * 0.8 && pitch < size * USUAL_LEADING * STRETCH && shared(piece, other) > 0
      )
    })
    const half = next === undefined ? 0 : (piece.middle + next.middle) / 2
    const isBetween =
      next !== undefined &&
      level.some((other) => Math.abs(other.middle - half) < size * 0.25 && shared(other, groupOf([piece, next])) <= 0)
    if (next !== undefined && isBetween) taken.add(next)
    groups.push(groupOf(next !== undefined && isBetween ? [piece, next] : [piece]))
  }
  return groups
}
