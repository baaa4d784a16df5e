/**
 * Lines of text in a table that draws no lines, or not all of them → its rows. A row is told by a line that fills several
 * columns; what wraps in a cell stands above and below, and a label merged over rows stands between them.
 */

import type { TextLine } from './cell-text.ts'
import type { Row } from './page-items.ts'

/** Lines that stand in one cell. */
export interface Chunk {
  readonly lines: readonly TextLine[]
  from: number
  to: number
  top: number
  bottom: number
}

/** A cell's text with the rows that it stands in, from 0. */
export interface PlacedChunk {
  readonly chunk: Chunk
  readonly row: number
  readonly rowEnd: number
}

export interface ImpliedRows {
  /** Edges from the top: one more than rows. */
  readonly edges: readonly number[]
  /** Lines say which cells are merged over rows. */
  readonly isRuled: boolean
  readonly placed: readonly PlacedChunk[]
}

/** A line with so many pieces is a row. */
export const LEAST_COLUMNS = 3
/** Lines of one cell stand up to so many times their usual distance apart. */
const STRETCH = 1.15
/** Lines that fill a row each stand so much closer where they are one: several columns of a header may be wrapped. */
const WITHIN_ROW = 0.5
const CLOSEST = 0.45
/** Distances of lines of one cell, in heights of text. */
const LEADING = [0.9, 2.2] as const
const USUAL_LEADING = 1.35
/** A row of its own keeps this part of the usual distance from rows. */
const OWN = 0.6

interface Piece {
  readonly line: TextLine
  readonly middle: number
  readonly full: number | null
  next: Piece | null
  joins: boolean
}

const middleOf = ({ box }: TextLine): number => (box[1] + box[3]) / 2
const textOfPiece = ({ words }: TextLine): string => words.map(({ text }) => text).join('')
const isNumber = (piece: Piece): boolean => /^[\d.,%％-]+$/.test(textOfPiece(piece.line).replace(/\s/g, ''))

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}

export function heightOf(rows: readonly Row[]): number {
  return median(rows.flat().map(({ box }) => box[3] - box[1])) || 1
}

/** More than half of the narrower lies under the other. */
function inOneColumn(a: TextLine, b: TextLine): boolean {
  const shared = Math.min(a.box[2], b.box[2]) - Math.max(a.box[0], b.box[0])
  return shared > Math.min(a.box[2] - a.box[0], b.box[2] - b.box[0]) / 2
}

/** How many lines further down a cell's next line is looked for: lines of other cells stand between. */
const NEAR_LINES = 4

function linked(rows: readonly Row[], size: number): Piece[][] {
  let full = 0
  const all = rows.map((row): Piece[] => {
    const number = row.length >= LEAST_COLUMNS ? full++ : null
    return row.map((line) => ({ line, middle: middleOf(line), full: number, next: null, joins: false }))
  })
  all.forEach((row, index) => {
    for (const piece of row) {
      for (const below of all.slice(index + 1, index + 1 + NEAR_LINES)) {
        piece.next ??=
          below.find((other) => other.middle - piece.middle > size / 2 && inOneColumn(piece.line, other.line)) ?? null
      }
    }
  })
  return all
}

/** Full lines that are one row, by the number of the row that each belongs to. */
function rowsOfFullLines(all: readonly Piece[][]): number[] {
  const full = all.filter(([first]) => first?.full != null)
  const rowOf: number[] = []
  full.forEach((row, index) => {
    const before = full[index - 1]
    const joined = before?.filter(({ joins, next }) => joins && next?.full === index).length ?? 0
    // A header whose columns are wrapped: most of them go on in the next line.
    const goesOn = before !== undefined && joined >= LEAST_COLUMNS && joined * 2 >= Math.min(row.length, before.length)
    rowOf.push(index === 0 ? 0 : rowOf[index - 1]! + (goesOn ? 0 : 1))
  })
  return rowOf
}

function join(all: readonly Piece[][], size: number, edges: readonly number[]): void {
  const pieces = all.flat()
  const pitches = pieces.flatMap(({ next, middle, full }) =>
    next !== null && (full === null || next.full === null) ? [next.middle - middle] : [],
  )
  const wrapped = pitches.filter((pitch) => pitch >= LEADING[0] * size && pitch <= LEADING[1] * size)
  wrapped.sort((a, b) => a - b)
  const leading = wrapped[Math.floor(wrapped.length / 20)] ?? USUAL_LEADING * size
  const full = all.filter(([first]) => first?.full != null).map((row) => chunkOf(row.map(({ line }) => line)))
  const usual = median(full.slice(1).map(({ top }, index) => top - full[index]!.bottom))
  const pitch = median(full.slice(1).map(({ bottom }, index) => bottom - full[index]!.bottom))
  // Rows as close as lines of a cell: only what fills no row goes on, in what fills none.
  const isTight = pitch <= STRETCH * leading
  for (const piece of pieces) {
    const { next, middle } = piece
    if (next !== null && isTight && (piece.full !== null || next.full !== null)) continue
    if (next === null || next.middle - middle > STRETCH * leading) continue
    if (isNumber(piece) && isNumber(next)) continue
    const gap = next.line.box[1] - piece.line.box[3]
    if (piece.full !== null && next.full !== null && gap >= Math.min(CLOSEST * size, WITHIN_ROW * usual)) continue
    if (edges.some((edge) => edge > middle && edge < next.middle)) continue
    piece.joins = true
  }
}

function chunksOf(all: readonly Piece[][]): { chunk: Chunk; full: number[] }[] {
  const taken = new Set<Piece>()
  return all.flat().flatMap((first) => {
    if (taken.has(first)) return []
    const lines: TextLine[] = []
    const full: number[] = []
    for (
      let piece: Piece | null = first;
      piece !== null && !taken.has(piece);
      piece = piece.joins ? piece.next : null
    ) {
      taken.add(piece)
      lines.push(piece.line)
      if (piece.full !== null) full.push(piece.full)
    }
    return [{ chunk: chunkOf(lines), full }]
  })
}

export function chunkOf(lines: readonly TextLine[]): Chunk {
  return {
    lines,
    from: Math.min(...lines.map(({ box }) => box[0])),
    to: Math.max(...lines.map(({ box }) => box[2])),
    top: Math.min(...lines.map(({ box }) => box[1])),
    bottom: Math.max(...lines.map(({ box }) => box[3])),
  }
}

interface Band {
  top: number
  bottom: number
}

function widen(band: Band, { top, bottom }: Chunk): void {
  band.top = Math.min(band.top, top)
  band.bottom = Math.max(band.bottom, bottom)
}

/** The rows of lines of text, none of which a line of `edges` crosses. */
export function rowsByText(rows: readonly Row[], edges: readonly number[]): ImpliedRows {
  const size = heightOf(rows)
  const all = linked(rows, size)
  join(all, size, edges)
  const rowOfFull = rowsOfFullLines(all)
  const bands: Band[] = []
  const inBands: { chunk: Chunk; bands: Band[] }[] = []
  const apart: Chunk[] = []
  for (const { chunk, full } of chunksOf(all)) {
    const own = [...new Set(full.map((line) => rowOfFull[line]!))]
    if (own.length === 0) {
      apart.push(chunk)
      continue
    }
    for (const row of own) bands[row] ??= { top: Number.POSITIVE_INFINITY, bottom: Number.NEGATIVE_INFINITY }
    const within = own.map((row) => bands[row]!)
    if (own.length === 1) widen(within[0]!, chunk)
    inBands.push({ chunk, bands: within })
  }
  // A row of nothing but labels that go over it has the height of its lines.
  all.forEach((row) => {
    const full = row[0]?.full
    if (full != null) for (const { line } of row) widen(bands[rowOfFull[full]!]!, chunkOf([line]))
  })
  const known = [...bands]
  const tall: [Band, Chunk][] = []
  const usual = median(known.slice(1).map((band, index) => Math.max(0, band.top - known[index]!.bottom)))
  for (const chunk of apart.sort((a, b) => a.top - b.top)) {
    const away = (band: Band): number => Math.max(band.top, chunk.top) - Math.min(band.bottom, chunk.bottom)
    const around = known.filter(
      ({ top, bottom }) => chunk.top < (top + bottom) / 2 && (top + bottom) / 2 < chunk.bottom,
    )
    const near = bands.filter((band) => away(band) < (known.includes(band) ? OWN * usual : 0))
    const beside = around.length > 0 ? around : near
    if (around.length === 1) tall.push([around[0]!, chunk])
    if (beside.length === 0) {
      const band = { top: chunk.top, bottom: chunk.bottom }
      bands.push(band)
      inBands.push({ chunk, bands: [band] })
      continue
    }
    if (beside.length === 1 && !known.includes(beside[0]!)) widen(beside[0]!, chunk)
    inBands.push({ chunk, bands: beside })
  }
  // Not before all are placed: a row made higher would seem to lie beside its neighbour's texts.
  for (const [band, chunk] of tall) widen(band, chunk)
  bands.sort((a, b) => a.top + a.bottom - b.top - b.bottom)
  const cuts = bands.slice(1).map((band, index) => (band.top + bands[index]!.bottom) / 2)
  const placed = inBands.map(({ chunk, bands: own }): PlacedChunk => {
    const numbers = own.map((band) => bands.indexOf(band))
    return { chunk, row: Math.min(...numbers), rowEnd: Math.max(...numbers) + 1 }
  })
  return { edges: [bands[0]!.top, ...cuts, bands.at(-1)!.bottom], isRuled: false, placed }
}

/** The rows between lines; cells that no line cuts go over several. `edges` ascending; `isCut`: by a line at that edge. */
export function rowsByEdges(
  rows: readonly Row[],
  edges: readonly number[],
  isCut: (edge: number, from: number, to: number) => boolean,
): ImpliedRows {
  const count = edges.length - 1
  const bands = Array.from({ length: count }, (): Chunk[] => [])
  for (const line of rows.flat()) {
    const middle = middleOf(line)
    const row = Math.max(
      0,
      Math.min(
        count - 1,
        edges.findLastIndex((edge) => edge <= middle),
      ),
    )
    const chunks = bands[row]!
    const within = chunks.filter(({ from, to }) => Math.min(to, line.box[2]) - Math.max(from, line.box[0]) > 0)
    const joined = chunkOf([...within.flatMap(({ lines }) => lines), line])
    bands[row] = [...chunks.filter((chunk) => !within.includes(chunk)), joined]
  }
  const placed = bands.flatMap((chunks, row) =>
    chunks.map((chunk): PlacedChunk => {
      const isOpen = (edge: number): boolean => !isCut(edges[edge]!, chunk.from, chunk.to)
      let [first, end] = [row, row + 1]
      while (first > 0 && isOpen(first)) first--
      while (end < count && isOpen(end)) end++
      return { chunk, row: first, rowEnd: end }
    }),
  )
  return { edges, isRuled: true, placed: joinOver(placed) }
}

/** Lines of one merged cell that stand in several of its rows are one text. */
function joinOver(placed: readonly PlacedChunk[]): PlacedChunk[] {
  const made: PlacedChunk[] = []
  for (const one of placed) {
    const at = made.findIndex(
      (other) =>
        other.row === one.row &&
        other.rowEnd === one.rowEnd &&
        one.rowEnd - one.row > 1 &&
        Math.min(other.chunk.to, one.chunk.to) > Math.max(other.chunk.from, one.chunk.from),
    )
    if (at < 0) made.push(one)
    else made[at] = { ...one, chunk: chunkOf([...made[at]!.chunk.lines, ...one.chunk.lines]) }
  }
  return made
}
