/**
 * Flowing documents (docx, html) as grids: each table is a grid of its own, and the paragraphs between tables are grids of
 * one-cell rows, in the order of the document, so that a title stays before its form.
 */

import type { Grid, GridCell, SourceSpan } from '../core/model/index.ts'

export interface Paragraph {
  readonly kind: 'paragraph'
  readonly text: string
  readonly source: SourceSpan
}

export interface TableCell {
  /** From 0. */
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly blocks: readonly Block[]
}

export interface Table {
  readonly kind: 'table'
  /** Place among all tables of the document, from 1. */
  readonly number: number
  readonly rowCount: number
  /** In reading order. */
  readonly cells: readonly TableCell[]
}

export type Block = Paragraph | Table

/** Cells that have text of their own, beside the tables inside them. */
function ownTexts(table: Table): number {
  return table.cells.filter((cell) =>
    cell.blocks.some((block) => block.kind === 'paragraph' && block.text.trim() !== ''),
  ).length
}

/**
 * Pages are laid out by tables too: one that has fewer texts of its own than a table inside it only arranges the page.
 * Counted from the inside out, each table once.
 */
function arrangingTables(blocks: readonly Block[]): ReadonlySet<Table> {
  const arranging = new Set<Table>()
  /** The most texts that one of these tables, or one inside them, has as its own. */
  const mostTexts = (within: readonly Block[]): number => {
    let most = 0
    for (const block of within) {
      if (block.kind === 'paragraph') continue
      const own = ownTexts(block)
      let inner = 0
      for (const cell of block.cells) inner = Math.max(inner, mostTexts(cell.blocks))
      if (inner > own) arranging.add(block)
      most = Math.max(most, own, inner)
    }
    return most
  }
  mostTexts(blocks)
  return arranging
}

/** Content of a cell as one text: paragraphs and the rows of inner tables are lines, the cells of a row are parted by tabs. */
function textOf(blocks: readonly Block[]): string {
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

/** Paragraphs and tables in order, tables that only arrange the page dissolved. */
function* dissolved(blocks: readonly Block[], arranging: ReadonlySet<Table>): Generator<Block> {
  for (const block of blocks) {
    if (block.kind === 'table' && arranging.has(block)) {
      for (const cell of block.cells) yield* dissolved(cell.blocks, arranging)
    } else {
      yield block
    }
  }
}

function gridOfTable(table: Table, name: string): Grid {
  const cells = table.cells.map<GridCell>((cell) => ({
    row: cell.row,
    column: cell.column,
    rowSpan: cell.rowSpan,
    columnSpan: cell.columnSpan,
    text: textOf(cell.blocks),
    source: { kind: 'table', table: table.number, row: cell.row + 1, column: cell.column + 1 },
  }))
  const columnCount = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0)
  return { name, cells, rowCount: table.rowCount, columnCount, bordered: true, signs: 'typed' }
}

function gridOfParagraphs(paragraphs: readonly Paragraph[], name: string): Grid {
  const cells = paragraphs.flatMap<GridCell>(({ text, source }, row) =>
    text.trim() === '' ? [] : [{ row, column: 0, rowSpan: 1, columnSpan: 1, text, source }],
  )
  return { name, cells, rowCount: paragraphs.length, columnCount: 1, bordered: false, signs: 'typed' }
}

/** Grids of a document; those without any text are left out. */
export function gridsOf(blocks: readonly Block[], name: string): Grid[] {
  const grids: Grid[] = []
  const paragraphs: Paragraph[] = []
  const endParagraphs = () => {
    if (paragraphs.some((paragraph) => paragraph.text.trim() !== '')) grids.push(gridOfParagraphs(paragraphs, name))
    paragraphs.length = 0
  }
  for (const block of dissolved(blocks, arrangingTables(blocks))) {
    if (block.kind === 'paragraph') {
      paragraphs.push(block)
    } else {
      endParagraphs()
      const grid = gridOfTable(block, name)
      if (grid.cells.some((cell) => cell.text.trim() !== '')) grids.push(grid)
    }
  }
  endParagraphs()
  return grids
}
