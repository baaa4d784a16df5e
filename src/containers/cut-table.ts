/** A table that page breaks cut into parts, put together again. */

import { AlignedColumns } from './aligned-columns.ts'
import { continuesColumns, edgesOf, UnionEdges } from './column-edges.ts'
import type { TableCell, TableItem } from './page-flow.ts'

export interface TablePart {
  readonly page: number
  readonly table: TableItem
  /** Of its columns, where they are those of the parts before it rather than its own. */
  readonly edges?: readonly number[]
}

export interface JoinedCell extends TableCell {
  /** Page and box of the part that holds the text. */
  readonly page: number
}

export interface JoinedTable {
  readonly cells: readonly JoinedCell[]
  readonly rowCount: number
  readonly columnCount: number
}

/** A table as far as it was read. */
export class CutTable {
  readonly parts: TablePart[]
  readonly #edges = new UnionEdges()
  readonly #aligned: AlignedColumns | null

  constructor(first: TablePart) {
    this.parts = [first]
    const edges = edgesOf(first.table)
    this.#edges.add(edges)
    const { corridors } = first.table
    this.#aligned = corridors === undefined ? null : new AlignedColumns(edges, corridors)
  }

  /** Takes the part when it goes on with the columns of those before it. */
  take(next: TablePart): boolean {
    const edges = edgesOf(next.table)
    if (this.#aligned !== null && next.table.corridors !== undefined) {
      const aligned = this.#aligned.take(edges, next.table.corridors)
      if (aligned !== null) this.parts.push({ ...next, edges: aligned })
      return aligned !== null
    }
    if (continuesColumns(this.#edges.values(), edges) === null) return false
    this.#edges.add(edges)
    this.parts.push(next)
    return true
  }
}

/** A cell between two column edges of the whole table, by their numbers in `UnionEdges`. */
interface Piece {
  readonly cell: TableCell
  readonly page: number
  row: number
  rowSpan: number
  from: number
  to: number
  text: string
  alternatives?: readonly string[] | undefined
  confidence?: number | undefined
  doubtful?: true | undefined
  overPages?: true | undefined
  dropped?: true
  origin: { readonly page: number; readonly cell: TableCell }
}

const bare = (text: string): string => text.replace(/\s+/g, '')

/** Rows by the texts of the cells that begin in them, long labels aside; null for rows of fewer than two texts. */
function signatures(pieces: readonly Piece[], firstRow: number, rowCount: number): (string | null)[] {
  const texts = Array.from({ length: rowCount }, (): string[] => [])
  for (const { text, row, rowSpan } of pieces) {
    if (rowSpan <= LONGEST_HEADER && bare(text) !== '') texts[row - firstRow]?.push(bare(text))
  }
  return texts.map((row) => (row.length < 2 ? null : row.join('|')))
}

/** No header takes more rows. */
const LONGEST_HEADER = 4

/** Rows at the top of a part that repeat rows of the parts before. */
function repeatedRows(before: ReadonlySet<string | null>, part: readonly (string | null)[]): number {
  let count = 0
  while (count < LONGEST_HEADER && part[count] != null && before.has(part[count]!)) count++
  return count
}

function byColumn(pieces: readonly Piece[]): Piece[] {
  return [...pieces].sort((a, b) => a.from - b.from)
}

const sameColumns = (a: Piece, b: Piece): boolean => a.from === b.from && a.to === b.to

const isNumber = (piece: Piece): boolean => /^[\d.,%]+$/.test(bare(piece.text))

/** One row, in two pieces: the page leaves it open, and nothing speaks for two rows (a number in both). */
function isOneRow(bottom: readonly Piece[], top: readonly Piece[]): boolean {
  return (
    bottom.length === top.length &&
    bottom.every((piece, index) => sameColumns(piece, top[index]!)) &&
    !bottom.some((piece, index) => isNumber(piece) && isNumber(top[index]!))
  )
}

/** The lower piece becomes part of the upper one. */
function absorb(upper: Piece, lower: Piece, rows: number): void {
  const texts = [upper.text, lower.text].filter((text) => text !== '')
  if (upper.text === '' && lower.text !== '') {
    upper.origin = lower.origin
    upper.alternatives = lower.alternatives
    upper.confidence = lower.confidence
  } else if (lower.text !== '') {
    // Readings of a half are no readings of the whole.
    upper.alternatives = undefined
    const sureness = [upper.confidence, lower.confidence].filter((part) => part !== undefined)
    upper.confidence = sureness.length > 0 ? Math.min(...sureness) : undefined
  }
  if (texts.length > 1) upper.overPages = true
  upper.text = texts.join('\n')
  upper.doubtful ??= lower.doubtful
  upper.rowSpan += rows
  lower.dropped = true
}

/** Cells of this column are merged over rows elsewhere: a blank one at the cut belongs to the label beyond it. */
function mergesRows(column: Piece, pieces: readonly Piece[]): boolean {
  return pieces.filter((piece) => piece.rowSpan > 1 && sameColumns(piece, column)).length >= 2
}

/** So unsure, and no sign but points and strokes: the edge of a text that the cut runs through. */
const SCRAP = 0.6

function isScrap({ text, confidence = 1 }: Piece): boolean {
  return text !== '' && confidence < SCRAP && !/[\p{L}\p{N}]/u.test(text)
}

/** A scrap of a label that stands whole beyond the cut is one of its readings. */
function dropScraps(upper: Piece, lower: Piece): void {
  for (const [scrap, whole] of [
    [upper, lower],
    [lower, upper],
  ] as const) {
    if (!isScrap(scrap) || whole.text === '' || isScrap(whole)) continue
    whole.alternatives = [...(whole.alternatives ?? []), scrap.text]
    Object.assign(scrap, { text: '', alternatives: undefined, confidence: undefined })
  }
}

/**
 * Labels at the left, merged over rows of both parts, have their text in one of the pieces. `row`: where the part begins;
 * `pieces`: of the parts on both sides.
 */
function joinLabels(bottom: readonly Piece[], top: readonly Piece[], row: number, pieces: readonly Piece[]): void {
  for (const [index, upper] of bottom.entries()) {
    const lower = top[index]
    if (lower === undefined || !sameColumns(upper, lower)) return
    if (upper.rowSpan > 1 || lower.rowSpan > 1) dropScraps(upper, lower)
    if (upper.text !== '' && lower.text !== '') return
    if (upper.rowSpan === 1 && lower.rowSpan === 1) {
      const isBlank = upper.text === '' && lower.text === ''
      if (!isBlank && !mergesRows(upper, pieces)) return
      if (isBlank || lower.row !== row) continue
    }
    if (lower.row === row) absorb(upper, lower, lower.rowSpan)
    else if (upper.text === '' && lower.text !== '') {
      const { rowSpan } = lower
      absorb(upper, lower, 0)
      // A repeated header stands between: the rows below keep their place, their label is read from above.
      Object.assign(lower, { text: '', rowSpan, dropped: undefined, alternatives: undefined, confidence: undefined })
    }
  }
}

function piecesOf({ page, table }: TablePart, columns: readonly number[], row: number): Piece[] {
  return table.cells.map((cell) => ({
    cell,
    page,
    row: row + cell.row,
    rowSpan: cell.rowSpan,
    from: columns[cell.column]!,
    to: columns[cell.column + cell.columnSpan]!,
    text: cell.text,
    alternatives: cell.alternatives,
    confidence: cell.confidence,
    doubtful: cell.doubtful,
    origin: { page, cell },
  }))
}

/** The parts as one table; the text of each cell once. */
export function joinTable(parts: readonly TablePart[]): JoinedTable {
  const edges = new UnionEdges()
  const all: Piece[] = []
  const seen = new Set<string | null>()
  let rowCount = 0
  let openBottom = false
  let bottom: Piece[] = []
  let near: Piece[] = []
  for (const part of parts) {
    const columns = edges.add(part.edges ?? edgesOf(part.table))
    let pieces = piecesOf(part, columns, rowCount)
    const rows = signatures(pieces, rowCount, part.table.rowCount)
    const header = repeatedRows(seen, rows)
    for (const signature of rows) seen.add(signature)
    const firstRow = rowCount + header
    const top = byColumn(pieces.filter(({ row, rowSpan }) => row <= firstRow && row + rowSpan > firstRow))
    let added = part.table.rowCount
    const lacking = bottom.filter((piece) => top.length > 0 && edges.at(piece.to) <= edges.at(top[0]!.from))
    const facing = bottom.filter((piece) => !lacking.includes(piece))
    if (rowCount > 0 && header === 0 && openBottom && part.table.openTop && isOneRow(facing, top)) {
      for (const [index, lower] of top.entries()) absorb(facing[index]!, lower, lower.rowSpan - 1)
      pieces = pieces.filter((piece) => !piece.dropped)
      for (const piece of pieces) piece.row -= 1
      added -= 1
    } else if (rowCount > 0) joinLabels(facing, top, rowCount, [...near, ...pieces])
    // Columns at the left that the page lost: their cells go on.
    if (header === 0) for (const piece of lacking) piece.rowSpan += added
    const kept = pieces.filter((piece) => !piece.dropped)
    for (const piece of kept) all.push(piece)
    near = [...bottom, ...kept]
    rowCount += added
    bottom = byColumn([...bottom, ...kept].filter((piece) => piece.row + piece.rowSpan === rowCount))
    openBottom = part.table.openBottom
  }
  const order = edges.order()
  const cells = all.map(
    ({ row, rowSpan, from, to, text, alternatives, confidence, doubtful, overPages, origin }): JoinedCell => {
      const column = order[from]!
      return {
        row,
        column,
        rowSpan,
        columnSpan: order[to]! - column,
        box: origin.cell.box,
        page: origin.page,
        text,
        ...(confidence === undefined ? {} : { confidence }),
        ...(alternatives === undefined ? {} : { alternatives }),
        ...(doubtful === undefined ? {} : { doubtful }),
        ...(overPages === undefined ? {} : { overPages }),
      }
    },
  )
  cells.sort((a, b) => a.row - b.row || a.column - b.column)
  return { cells, rowCount, columnCount: order.length - 1 }
}
