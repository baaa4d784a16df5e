/**
 * Tables inside cells: a table that stands in a cell of another is laid into its rows and columns, as the page shows it; the
 * cells beside it reach over all its rows. So are lines parted by tabs that somebody pasted into a cell. What is no table but
 * only holds text in place stays text of its cell.
 */

import type { SourceSpan } from '../core/model/index.ts'
import type { Block, Table } from './flow.ts'

export interface PlacedCell {
  /** From 0. */
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly text: string
  readonly source: SourceSpan
}

export interface PlacedTable {
  readonly cells: readonly PlacedCell[]
  readonly rowCount: number
  readonly columnCount: number
}

/** Tables inside tables inside tables: deeper ones are text of their cell. */
const DEEPEST = 4
/** A table of fewer texts, or of one row or column, holds text in place. */
const FEWEST_TEXTS = 4

const hasText = (blocks: readonly Block[]): boolean =>
  blocks.some((block) =>
    block.kind === 'paragraph' ? block.text.trim() !== '' : block.cells.some((cell) => hasText(cell.blocks)),
  )

function isTable(block: Block): block is Table {
  if (block.kind === 'paragraph') return false
  const full = block.cells.filter((cell) => hasText(cell.blocks))
  return full.length >= FEWEST_TEXTS && new Set(full.map(({ row }) => row)).size > 1 && widthOf(full) > 1
}

function widthOf(cells: readonly { readonly column: number; readonly columnSpan: number }[]): number {
  return cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0)
}

/** Content of a cell as one text: paragraphs and the rows of inner tables are lines, the cells of a row are parted by tabs. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) => {
      if (block.kind === 'paragraph') return block.text
      const rows: string[][] = []
      for (const cell of block.cells) {
        rows[cell.row] ??= []
        rows[cell.row]!.push(textOf(cell.blocks))
      }
      return rows.map((row) => row.join('\t')).join('\n')
    })
    .join('\n')
}

/** Columns of lines parted by tabs that make them a table; a number and its text are two. */
const FEWEST_COLUMNS = 3

/** Texts as they stand below one another: lines parted by tabs, as somebody pasted them, are rows; others stay together. */
function textParts(text: string, source: SourceSpan): readonly PlacedTable[] {
  const runs: string[][] = []
  for (const line of text.split('\n')) {
    const run = runs.at(-1)
    if (run !== undefined && run[0]!.includes('\t') === line.includes('\t')) run.push(line)
    else runs.push([line])
  }
  const isTabbed = (run: readonly string[]) =>
    run.length > 1 && run.some((line) => line.split('\t').length >= FEWEST_COLUMNS)
  const parts: string[][] = []
  let plain: string[] = []
  const endPlain = () => {
    if (plain.some((line) => line.trim() !== '')) parts.push([plain.join('\n')])
    plain = []
  }
  for (const run of runs) {
    if (!isTabbed(run)) plain.push(...run)
    else {
      endPlain()
      for (const line of run) parts.push(line.split('\t'))
    }
  }
  endPlain()
  return parts.map((texts) => ({
    cells: texts.map((text, column) => ({ row: 0, column, rowSpan: 1, columnSpan: 1, text, source })),
    rowCount: 1,
    columnCount: texts.length,
  }))
}

/** What stands in a cell, one below the other: tables with their rows, the text between them. Null where all is one text. */
function stacked(blocks: readonly Block[], source: SourceSpan, depth: number): PlacedTable | null {
  if (depth >= DEEPEST) return null
  const parts: PlacedTable[] = []
  let between: Block[] = []
  const endText = () => {
    if (between.length > 0) parts.push(...textParts(textOf(between), source))
    between = []
  }
  for (const block of blocks) {
    if (!isTable(block)) between.push(block)
    else {
      endText()
      parts.push(placedTable(block, depth + 1))
    }
  }
  endText()
  if (parts.every(({ columnCount }) => columnCount < 2)) return null
  const columnCount = parts.reduce((most, part) => Math.max(most, part.columnCount), 0)
  let rowCount = 0
  const cells = parts.flatMap((part) => {
    const placed = laidInto(part, { row: rowCount, column: 0, rowSpan: part.rowCount, columnSpan: columnCount })
    rowCount += part.rowCount
    return placed
  })
  return { cells, rowCount, columnCount }
}

type Area = Omit<PlacedCell, 'text' | 'source'>

/** The cells of a table in an area that is at least as large; its last row and column reach to the edges. */
function laidInto({ cells, rowCount, columnCount }: PlacedTable, area: Area): PlacedCell[] {
  const [below, right] = [area.rowSpan - rowCount, area.columnSpan - columnCount]
  return cells.map((cell) => ({
    ...cell,
    row: area.row + cell.row,
    column: area.column + cell.column,
    rowSpan: cell.rowSpan + (cell.row + cell.rowSpan === rowCount ? below : 0),
    columnSpan: cell.columnSpan + (cell.column + cell.columnSpan === columnCount ? right : 0),
  }))
}

/** Where each row or column begins once some have grown; one more than there are. */
function starts(count: number, grown: ReadonlyMap<number, number>): readonly number[] {
  const places = [0]
  for (let at = 0; at < count; at++) places.push(places[at]! + 1 + (grown.get(at) ?? 0))
  return places
}

function grow(grown: Map<number, number>, at: number, by: number): void {
  if (by > (grown.get(at) ?? 0)) grown.set(at, by)
}

/** A table with all that stands in its cells. Time is its cells, its rows and its columns, those of inner tables included. */
export function placedTable(table: Table, depth = 0): PlacedTable {
  const columnCount = widthOf(table.cells)
  const rows = new Map<number, number>()
  const columns = new Map<number, number>()
  const contents = table.cells.map((cell) => {
    const source: SourceSpan = { kind: 'table', table: table.number, row: cell.row + 1, column: cell.column + 1 }
    const inner = stacked(cell.blocks, source, depth)
    if (inner !== null) {
      grow(rows, cell.row + cell.rowSpan - 1, inner.rowCount - cell.rowSpan)
      grow(columns, cell.column + cell.columnSpan - 1, inner.columnCount - cell.columnSpan)
    }
    return { cell, source, inner }
  })
  const rowCount = table.rowCount
  const [rowStarts, columnStarts] = [starts(rowCount, rows), starts(columnCount, columns)]
  const cells = contents.flatMap(({ cell, source, inner }): PlacedCell[] => {
    const row = rowStarts[cell.row]!
    const column = columnStarts[cell.column]!
    const rowSpan = rowStarts[Math.min(rowCount, cell.row + cell.rowSpan)]! - row
    const columnSpan = columnStarts[cell.column + cell.columnSpan]! - column
    if (inner !== null) return laidInto(inner, { row, column, rowSpan, columnSpan })
    return [{ row, column, rowSpan, columnSpan, text: textOf(cell.blocks), source }]
  })
  return { cells, rowCount: rowStarts[rowCount]!, columnCount: columnStarts[columnCount]! }
}
