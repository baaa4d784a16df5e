/** The columns of a section: told by its heads, and by what stands below them. */

import type { Head } from './headed-sections.ts'
import { type LabelLines, type Piece, shared } from './pieces.ts'

export interface Column {
  from: number
  to: number
  readonly head: Head | null
  /** It holds labels merged over rows: known from the page before. */
  readonly label?: boolean
  readonly pieces: Piece[]
}

/** Points that texts of neighbouring columns may reach into one another. */
const TOUCHING = 1

const overlaps = (column: Column, piece: Extent): boolean => shared(column, piece) > TOUCHING

function add(column: Column, piece: Piece): void {
  column.pieces.push(piece)
  column.from = Math.min(column.from, piece.from)
  column.to = Math.max(column.to, piece.to)
}

/** Texts beside one another are not of one column. */
function isBeside(column: Column, pieces: readonly Piece[], size: number): boolean {
  return column.pieces.some((one) => pieces.some((other) => Math.abs(one.middle - other.middle) < size * 0.6))
}

function byPlace(columns: Column[]): void {
  columns.sort((a, b) => a.from + a.to - b.from - b.to)
}

/** A head stands in the middle of its column: so far as its neighbour on one side lets it reach, it may on the other. */
function mayReach(column: Column, extent: Extent, all: readonly Column[], size: number): boolean {
  if (column.head === null) return false
  const at = all.indexOf(column)
  const { from, to } = column.head.group
  const middle = (from + to) / 2
  const [left, right] = [all[at - 1], all[at + 1]]
  if (extent.to <= column.from + TOUCHING)
    return right !== undefined && extent.from >= 2 * middle - right.from - size / 2
  return left !== undefined && extent.to <= 2 * middle - left.to + size / 2
}

interface Extent {
  readonly from: number
  readonly to: number
}

/** Texts under no head, as columns of their own; those that lie over two columns which stand beside one another apart. */
function tracksOf(pieces: readonly Piece[], size: number, labels: LabelLines): { tracks: Piece[][]; over: Piece[] } {
  const over: Piece[] = []
  let tracks: Column[] = []
  for (const piece of [...pieces].sort((a, b) => a.to - a.from - b.to + b.from)) {
    // The label of a block may touch the texts beside it, and is of another column all the same.
    const under = tracks.filter((track) => overlaps(track, piece) && labels.has(track.pieces[0]!) === labels.has(piece))
    const parted = under.some((one) => under.some((other) => other.from - one.to > size / 2))
    if (parted) {
      over.push(piece)
      continue
    }
    const joined: Column = { from: piece.from, to: piece.to, head: null, pieces: [piece] }
    for (const track of under) for (const one of track.pieces) add(joined, one)
    tracks = [...tracks.filter((track) => !under.includes(track)), joined]
  }
  return { tracks: tracks.sort((a, b) => a.from - b.from).map((track) => track.pieces), over }
}

export interface Columns {
  readonly columns: readonly Column[]
  /** Texts over several columns. */
  readonly spanning: readonly Piece[]
}

function nearestTo(columns: readonly Column[], piece: Extent): Column {
  const away = (column: Column): number => Math.max(column.from - piece.to, piece.from - column.to)
  return columns.reduce((best, column) => (away(column) < away(best) ? column : best))
}

/**
 * `known`: columns by their heads, or those of the page before; `labels`: pieces that name blocks of rows; `totals`: words of sums, that
 * stand in the middle of several columns and tell nothing of any.
 */
export function columnsOf(
  known: readonly Column[],
  pieces: readonly Piece[],
  size: number,
  labels: LabelLines,
  totals: ReadonlySet<Piece>,
): Columns {
  const columns = [...known]
  byPlace(columns)
  let open = pieces.filter((piece) => !totals.has(piece)).sort((a, b) => a.to - a.from - b.to + b.from)
  const loose: Piece[] = []
  const wide: Piece[] = []
  for (const piece of open) {
    const under = columns.filter((column) => overlaps(column, piece))
    if (under.length === 1) add(under[0]!, piece)
    else if (under.length === 0) loose.push(piece)
    else wide.push(piece)
  }
  // Columns have grown meanwhile.
  open = loose.filter((piece) => {
    const under = columns.filter((column) => overlaps(column, piece))
    if (under.length !== 1) return true
    add(under[0]!, piece)
    return false
  })
  const { tracks, over } = tracksOf(open, size, labels)
  for (const track of tracks) {
    const extent = { from: Math.min(...track.map(({ from }) => from)), to: Math.max(...track.map(({ to }) => to)) }
    byPlace(columns)
    const left = columns.filter((column) => column.to <= extent.from + TOUCHING).at(-1)
    const right = columns.find((column) => column.from >= extent.to - TOUCHING)
    const near = [left, right]
      .filter((column) => column !== undefined)
      .filter((column) => !isBeside(column, track, size))
      .map((column) => ({ column, away: Math.max(column.from - extent.to, extent.from - column.to) }))
      .sort((a, b) => a.away - b.away)
    const isBetween = left?.head != null && right?.head != null
    const isBlockLabel = left === undefined && labels.has(track[0]!)
    const own = isBlockLabel
      ? undefined
      : (near.find(({ column }) => mayReach(column, extent, columns, size)) ?? (isBetween ? near[0] : undefined))
    if (own === undefined) columns.push({ ...extent, head: null, pieces: [...track] })
    else for (const piece of track) add(own.column, piece)
  }
  byPlace(columns)
  const spanning: Piece[] = []
  for (const piece of [...wide, ...over]) {
    const under = columns.filter((column) => overlaps(column, piece))
    if (under.length === 1) add(under[0]!, piece)
    else spanning.push(piece)
  }
  for (const piece of pieces) {
    if (!totals.has(piece)) continue
    if (columns.filter((column) => overlaps(column, piece)).length > 1) spanning.push(piece)
    else if (columns.length > 0) nearestTo(columns, piece).pieces.push(piece)
    else columns.push({ from: piece.from, to: piece.to, head: null, pieces: [piece] })
  }
  return { columns, spanning }
}
