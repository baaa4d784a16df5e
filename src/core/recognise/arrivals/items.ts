/** Flowing text as a stream of items, and what kind of stream it is. */

import type { Grid } from '../../model/index.ts'
import { keyOf, type SourceCell, type SourceRow } from '../source.ts'
import { indicatorHeader, isIndicatorHeaderWord } from '../words.ts'
import type { FlowItem } from './flow.ts'

/** `cells`: each line or paragraph is a cell; `spaced`: blanks part the cells of a line; `line`: all on one line; `none`: rows have borders. */
export type Arrival = 'none' | 'cells' | 'spaced' | 'line'

const ENOUGH = 3

function tokensOf(text: string): { text: string; at: number }[] {
  return [...text.matchAll(/\S+/g)].map((match) => ({ text: match[0], at: match.index }))
}

function headerFields(words: readonly string[]): number {
  if (!words.some((word) => isIndicatorHeaderWord(keyOf(word)))) return 0
  return new Set(words.map((word) => indicatorHeader(keyOf(word))).filter((field) => field !== null)).size
}

/** How the rows of one grid arrived, told from where its header words stand. */
export function arrivalOf(rows: readonly SourceRow[]): Arrival {
  const filled = rows.filter((row) => row.cells.length > 0)
  const single = filled.filter((row) => row.cells.length === 1)
  if (single.length * 10 < filled.length * 9) return 'none'
  for (const row of single) {
    const words = tokensOf(row.cells[0]!.text).map((token) => token.text)
    if (words.length >= ENOUGH && headerFields(words) >= ENOUGH) return single.length <= 3 ? 'line' : 'spaced'
  }
  let run: string[] = []
  for (const row of single) {
    const { text, key } = row.cells[0]!
    run = indicatorHeader(key) === null ? [] : [...run, text]
    if (run.length >= ENOUGH && headerFields(run) >= ENOUGH) return 'cells'
  }
  return 'none'
}

/** A piece of a line as a cell of its own, pointing at its place in the line. */
function piece(cell: SourceCell, text: string, at: number): SourceCell {
  const source =
    cell.source?.kind === 'text'
      ? { ...cell.source, column: cell.source.column + at, length: text.length }
      : cell.source
  return { ...cell, text, key: keyOf(text), ...(source === undefined ? {} : { source }) }
}

/** Items of a grid's rows: whole cells, or the words of each line. */
export function itemsOf(rows: readonly SourceRow[], arrival: Exclude<Arrival, 'none'>): FlowItem[] {
  return rows.flatMap((row): FlowItem[] => {
    const [cell] = row.cells
    if (cell === undefined) return row.width > 0 ? [{ cell: null, lineStart: true }] : []
    if (arrival === 'cells') return row.cells.map((one) => ({ cell: one, lineStart: true }))
    return tokensOf(cell.text).map((token, index) => ({
      cell: piece(cell, token.text, token.at),
      lineStart: index === 0,
    }))
  })
}

export type { Grid }
