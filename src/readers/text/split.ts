/** Lines of text to rows of cells: tabs or pipes part cells, a line without either is a paragraph of one cell. */

import type { GridCell } from '../../core/model/index.ts'
import { blankBreaks } from './blank-breaks.ts'
import { paddedRows } from './padded-rows.ts'

export interface SplitRow {
  /** From 1, in the user's file. */
  readonly line: number
  readonly endLine: number
  readonly cells: readonly {
    readonly text: string
    readonly column: number
    readonly line?: number
    readonly endLine?: number
  }[]
  /** The line says by a pipe that there is a cell, though it is blank. */
  readonly blankCell?: true
}

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029\f]/g

/** Splits into lines, or null when there are more than `limit`. A trailing line break opens no further line. */
export function splitLines(text: string, limit: number): readonly string[] | null {
  const lines: string[] = []
  let from = 0
  for (const match of text.matchAll(LINE_BREAK)) {
    lines.push(text.slice(from, match.index))
    if (lines.length > limit) return null
    from = match.index + match[0].length
  }
  if (from < text.length) lines.push(text.slice(from))
  return lines.length > limit ? null : lines
}

export type Separator = '\t' | '|' | null

const PIPE = /[||│┃]/g

/** What parts the cells of this text: tabs where any line has one; pipes where they end or part most lines. */
export function separatorOf(lines: readonly string[]): Separator {
  let tabbed = 0
  let piped = 0
  let filled = 0
  for (const line of lines) {
    if (line.trim() === '') continue
    filled++
    if (line.includes('\t')) tabbed++
    if (line.search(PIPE) >= 0) piped++
  }
  if (tabbed * 5 >= filled || tabbed > piped) return tabbed > 0 ? '\t' : null
  return piped * 3 >= filled ? '|' : null
}

/** Cells of one line, with the column (from 1) at which each begins. */
function cellsOf(line: string, separator: '\t' | '|'): { text: string; column: number }[] {
  const pattern = separator === '\t' ? /\t/g : PIPE
  const cells: { text: string; column: number }[] = []
  let from = 0
  for (const match of line.matchAll(pattern)) {
    cells.push({ text: line.slice(from, match.index), column: from + 1 })
    from = match.index + 1
  }
  cells.push({ text: line.slice(from), column: from + 1 })
  return cells
}

/** The border of a drawn table: only dashes, pluses, colons and box lines. */
const RULE = /^[\s\-=+:|||─━┄┈┌┐└┘├┤┬┴┼]+$/

/** The share of lines that end, or begin, with a pipe says whether an outer pipe closes a cell or opens an empty one. */
function outerPipes(lines: readonly string[]): { readonly first: boolean; readonly last: boolean } {
  let piped = 0
  let first = 0
  let last = 0
  for (const line of lines) {
    const trimmed = line.trim()
    if (trimmed.search(PIPE) < 0) continue
    piped++
    if (/^[||│┃]/.test(trimmed)) first++
    if (/[||│┃]$/.test(trimmed)) last++
  }
  // Cells blank at the start of a row are rare: where all rows begin with a pipe it is the table's outer border.
  return { first: first > 0 && first * 10 >= piped * 9, last: last * 2 >= piped }
}

/** A cell that Excel quoted because it holds a line break: opened here, closed on a later line. */
function opensQuote(cells: readonly { readonly text: string }[]): boolean {
  const last = cells.at(-1)!.text
  return last.startsWith('"') && (last.split('"').length - 1) % 2 === 1
}

const QUOTED_LINES = 40

/** Rows of a tab-separated text. Lines without a tab are paragraphs. */
function splitTabs(lines: readonly string[]): SplitRow[] {
  const rows: SplitRow[] = []
  for (let index = 0; index < lines.length; index++) {
    const cells = cellsOf(lines[index]!, '\t')
    const line = index + 1
    if (cells.length > 1 && opensQuote(cells)) {
      const end = closingLine(lines, index)
      if (end !== null) {
        let open = cells.pop()!
        for (let next = index + 1; next <= end; next++) {
          const more = cellsOf(lines[next]!, '\t')
          open = { text: `${open.text}\n${more[0]!.text}`, column: open.column }
          cells.push(open, ...more.slice(1))
          if (next < end) open = cells.pop()!
        }
        rows.push({ line, endLine: end + 1, cells: cells.map(unquote) })
        for (let blank = index + 1; blank <= end; blank++) rows.push({ line: blank + 1, endLine: blank + 1, cells: [] })
        index = end
        continue
      }
    }
    rows.push({ line, endLine: line, cells })
  }
  return rows
}

/** The line on which the quote opened on `start` is closed for good, or null: then it was no such quote. */
function closingLine(lines: readonly string[], start: number): number | null {
  let opened = true
  for (let next = start + 1; next < lines.length && next <= start + QUOTED_LINES; next++) {
    const cells = cellsOf(lines[next]!, '\t')
    const first = cells[0]!.text
    const quotes = first.split('"').length - 1
    if (opened && quotes % 2 === 1 && !first.endsWith('"')) return null
    if (quotes % 2 === 0 && cells.length > 1) return null
    if (quotes % 2 === 1) opened = cells.length > 1 && opensQuote(cells)
    if (!opened) return next
  }
  return null
}

function unquote<T extends { readonly text: string }>(cell: T): T {
  const { text } = cell
  return text.includes('\n') && text.startsWith('"') && text.endsWith('"')
    ? { ...cell, text: text.slice(1, -1).replaceAll('""', '"') }
    : cell
}

function splitPipes(lines: readonly string[]): readonly SplitRow[] {
  const kept = paddedRows(lines) ?? blankBreaks(lines)
  if (kept !== null) return kept
  const outer = outerPipes(lines)
  return lines.map((text, index) => {
    const line = index + 1
    if (text.search(PIPE) < 0) return { line, endLine: line, cells: [{ text, column: 1 }] }
    if (RULE.test(text) && /[-─━=]{2}/.test(text)) return { line, endLine: line, cells: [] }
    const cells = cellsOf(text, '|')
    if (outer.last && cells.length > 1 && cells.at(-1)!.text.trim() === '') cells.pop()
    if (outer.first && cells.length > 1 && cells[0]!.text.trim() === '') cells.shift()
    return { line, endLine: line, cells, blankCell: true }
  })
}

export function splitRows(lines: readonly string[], separator: Separator): readonly SplitRow[] {
  if (separator === '\t') return splitTabs(lines)
  if (separator === '|') return splitPipes(lines)
  return lines.map((text, index) => ({ line: index + 1, endLine: index + 1, cells: [{ text, column: 1 }] }))
}

/** Grid cells of split rows; a paragraph that is blank has no cell, a blank cell of a row keeps its place. */
export function gridCells(rows: readonly SplitRow[]): GridCell[] {
  const cells: GridCell[] = []
  rows.forEach((row, rowIndex) => {
    // An empty line is nothing; a line of blanks, and a lone pipe, is a cell left blank.
    if (row.cells.length === 1 && !row.blankCell && row.cells[0]!.text === '') return
    row.cells.forEach((cell, columnIndex) => {
      const line = cell.line ?? row.line
      const endLine = cell.line === undefined ? row.endLine : (cell.endLine ?? line)
      cells.push({
        row: rowIndex,
        column: columnIndex,
        rowSpan: 1,
        columnSpan: 1,
        text: cell.text,
        source: {
          kind: 'text',
          line,
          column: cell.column,
          ...(endLine === line ? {} : { endLine }),
          length: cell.text.length,
        },
      })
    })
  })
  return cells
}
