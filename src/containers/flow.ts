/**
 * Flowing documents (docx, html) as grids: each table is a grid of its own, and the paragraphs between tables are grids of
 * one-cell rows, in the order of the document, so that a title stays before its form.
 */

import type { Grid, GridCell, SourceSpan } from '../core/model/index.ts'
import { placedTable } from './inner-tables.ts'

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

/** So many rows with texts side by side make a table that says something itself, whatever stands inside it. */
const TELLING_ROWS = 3

function isTelling(table: Table): boolean {
  const texts = new Map<number, number>()
  for (const { row, blocks } of table.cells) {
    const isShort = blocks.every((block) => block.kind === 'paragraph')
    if (isShort && blocks.some((block) => block.kind === 'paragraph' && block.text.trim() !== ''))
      texts.set(row, (texts.get(row) ?? 0) + 1)
  }
  return [...texts.values()].filter((count) => count > 1).length >= TELLING_ROWS
}

/**
 * Pages are laid out by tables too: one that has fewer texts of its own than a table inside it only arranges the page, unless
 * it is a table in its own right. Counted from the inside out, each table once.
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
      if (inner > own && !isTelling(block)) arranging.add(block)
      most = Math.max(most, own, inner)
    }
    return most
  }
  mostTexts(blocks)
  return arranging
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
  return { name, ...placedTable(table), bordered: true, signs: 'typed' }
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
