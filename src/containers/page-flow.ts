/**
 * Pages of tables and lines → grids. A table that a page break cuts is put together again: its columns, the labels
 * merged over the cut, and a row cut in two where the page leaves it open. Text between tables stays, as borderless
 * grids. Nothing is dropped: repeated headers and page numbers are for the recogniser to tell.
 */

import type { Grid, GridCell } from '../core/model/index.ts'
import type { Corridor } from './aligned-columns.ts'
import { CutTable, joinTable, type TablePart } from './cut-table.ts'
import { asDisplayed, type QuarterTurns } from './quarter-turns.ts'
import type { Box, RuledCell, RuledTable } from './ruled-table.ts'

/** What stands in a place, typed or recognised. */
export interface PageText {
  /** Lines of a cell parted by '\n'. */
  readonly text: string
  /** 0 to 1; absent means certain. */
  readonly confidence?: number
  /** Other readings, best first, without `text`. */
  readonly alternatives?: readonly string[]
  /** It may belong to another cell. */
  readonly doubtful?: true
  /** Put together from its halves on two pages. */
  readonly overPages?: true
}

export type TableCell = RuledCell & PageText

export interface TableItem extends Omit<RuledTable, 'cells'> {
  readonly kind: 'table'
  /** Master cells, empty ones too. */
  readonly cells: readonly TableCell[]
  /** False where its columns were told by alignment, without ruling lines. */
  readonly bordered?: false
  /** It draws no lines: told by the words that head its columns. */
  readonly byHeads?: true
  /** Where its columns part, from the left, where no lines say. */
  readonly corridors?: readonly Corridor[]
}

export interface LineItem extends PageText {
  readonly kind: 'line'
  readonly box: Box
}

export type PageItem = TableItem | LineItem

export interface PageContent {
  /** From 1. */
  readonly page: number
  /** Points. */
  readonly width: number
  readonly height: number
  /** In reading order. */
  readonly items: readonly PageItem[]
  /** Where it differs from page to page. */
  readonly signs?: Grid['signs']
  /** Where the page is displayed lying down or on its head: boxes, width and height are of the page set upright. */
  readonly turned?: QuarterTurns
}

interface PlacedLine {
  readonly page: PageContent
  readonly line: LineItem
}

type Block = { readonly lines: PlacedLine[] } | { readonly table: CutTable }

const PAGE_NUMBER = /^(?:第?\d{1,4}页?(?:[,，/]?共?\d{1,4}页?)?|[-—–]+\d{1,4}[-—–]+)$/

/** A running header or footer, or the number of a page: does not part a table that goes on. */
function isMargin({ page, line }: PlacedLine): boolean {
  const [, y, , height] = line.box
  const depth = Math.max(page.width, page.height) * MARGIN
  const outer = y + height < depth || y > page.height - depth
  return outer || PAGE_NUMBER.test(line.text.normalize('NFKC').replace(/\s+/g, ''))
}

/** Part of a page's longer side, above and below, where only running headers and footers stand. */
const MARGIN = 0.065

function placed(text: PageText): Pick<GridCell, keyof PageText> {
  return {
    text: text.text,
    ...(text.confidence === undefined ? {} : { confidence: text.confidence }),
    ...(text.alternatives === undefined ? {} : { alternatives: text.alternatives }),
    ...(text.doubtful === undefined ? {} : { doubtful: text.doubtful }),
    ...(text.overPages === undefined ? {} : { overPages: text.overPages }),
  }
}

/** Lines beside one another are cells of one row. */
function gridOfLines(lines: readonly PlacedLine[], signs: Grid['signs']): Grid {
  const cells: GridCell[] = []
  let row = -1
  let column = 0
  let before: PlacedLine | undefined
  for (const { page, line } of lines) {
    const beside =
      before !== undefined && before.page === page && overlap(before.line.box, line.box) && right(before) <= line.box[0]
    if (beside) column++
    else {
      row++
      column = 0
    }
    const source = { kind: 'page', page: page.page, box: roundBox(line.box) } as const
    cells.push({ row, column, rowSpan: 1, columnSpan: 1, ...placed(line), source })
    before = { page, line }
  }
  const columnCount = cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0)
  return { cells, rowCount: row + 1, columnCount, bordered: false, ...(signs === undefined ? {} : { signs }) }
}

function right({ line }: PlacedLine): number {
  return line.box[0] + line.box[2] - 1
}

function overlap(a: Box, b: Box): boolean {
  const shared = Math.min(a[1] + a[3], b[1] + b[3]) - Math.max(a[1], b[1])
  return shared > Math.min(a[3], b[3]) / 2
}

/** Hundredths of a point are exact enough, and print the same everywhere. */
export function roundBox(box: Box): Box {
  return box.map((length) => Math.round(length * 100) / 100) as unknown as Box
}

function gridOfTable(parts: readonly TablePart[], signs: Grid['signs']): Grid {
  const { cells, rowCount, columnCount } = joinTable(parts)
  return {
    cells: cells.map(({ row, column, rowSpan, columnSpan, page, box, ...text }) => ({
      row,
      column,
      rowSpan,
      columnSpan,
      ...placed(text),
      source: { kind: 'page', page, box: roundBox(box) },
    })),
    rowCount,
    columnCount,
    bordered: parts.every(({ table }) => table.bordered !== false),
    ...(parts.some(({ table }) => table.byHeads) ? { unruled: true } : {}),
    ...(signs === undefined ? {} : { signs }),
  }
}

/** The grids of a document, in reading order; running headers and page numbers inside a cut table follow it. */
export function gridsOfPages(pages: readonly PageContent[], signs?: Grid['signs']): Grid[] {
  const signsOfPage = new Map(pages.map((page) => [page.page, page.signs ?? signs]))
  // One page that was seen makes the whole uncertain.
  const signsOf = (numbers: readonly number[]): Grid['signs'] => {
    const kinds = new Set(numbers.map((page) => signsOfPage.get(page)))
    return kinds.has('picture') ? 'picture' : [...kinds][0]
  }
  const blocks: Block[] = []
  let open: CutTable | null = null
  let between: PlacedLine[] = []
  const lineBlock = (line: PlacedLine): void => {
    const last = blocks.at(-1)
    // Lines of a page that was seen stand apart from those of one that was typed.
    const before = last !== undefined && 'lines' in last ? last.lines.at(-1)!.page : null
    if (last !== undefined && 'lines' in last && before?.signs === line.page.signs) last.lines.push(line)
    else blocks.push({ lines: [line] })
  }
  for (const page of pages) {
    for (const item of page.items) {
      if (item.kind === 'line') {
        lineBlock({ page, line: item })
        if (open !== null) between.push({ page, line: item })
        continue
      }
      const part: TablePart = { page: page.page, table: item }
      const near = open !== null && open.parts.at(-1)!.page + 1 === page.page && between.every(isMargin)
      if (!near || !open!.take(part)) {
        open = new CutTable(part)
        blocks.push({ table: open })
      }
      between = []
    }
  }
  const grids = blocks.map((block) =>
    'lines' in block
      ? gridOfLines(block.lines, signsOf(block.lines.map(({ page }) => page.page)))
      : gridOfTable(block.table.parts, signsOf(block.table.parts.map(({ page }) => page))),
  )
  const turned = new Map(pages.filter((page) => (page.turned ?? 0) !== 0).map((page) => [page.page, page]))
  return turned.size === 0 ? grids : grids.map((grid) => ({ ...grid, cells: grid.cells.map(onDisplayed(turned)) }))
}

/** Puts cells of pages that were set upright where they are seen. */
function onDisplayed(turned: ReadonlyMap<number, PageContent>): (cell: GridCell) => GridCell {
  return (cell) => {
    const { source } = cell
    const page = source?.kind === 'page' ? turned.get(source.page) : undefined
    if (page === undefined || source?.kind !== 'page') return cell
    return { ...cell, source: { ...source, box: roundBox(asDisplayed(source.box, page)) } }
  }
}
