/**
 * Two rows of text that were taken for one, because together they are as wide as the table: a goal with its label, and the
 * header of the indicators in the line below.
 */

import { gather } from '../model/gather.ts'
import type { SourceCell, SourceRow } from './source.ts'
import { blockLabel, goalHeader, isIndicatorHeaderWord } from './words.ts'

/** A label and its goal, or goals in two columns. */
const MOST_BEFORE = 3
const LEAST_WORDS = 3

function lineOf({ source }: SourceCell): number {
  return source?.kind === 'text' ? source.line : 0
}

function headsGoal({ key }: SourceCell): boolean {
  return blockLabel(key) === 'goals' || goalHeader(key) !== null
}

function partedRow(row: SourceRow): readonly SourceRow[] {
  const { cells } = row
  const [first] = cells
  if (first === undefined || cells.length <= LEAST_WORDS || !headsGoal(first)) return [row]
  const at = cells.findIndex((cell, index) => index > 0 && lineOf(cell) !== lineOf(cells[index - 1]!))
  const words = at < 2 || at > MOST_BEFORE ? [] : cells.slice(at)
  if (words.length < LEAST_WORDS || !words.every(({ key }) => isIndicatorHeaderWord(key) || key.length <= 8))
    return [row]
  if (words.filter(({ key }) => isIndicatorHeaderWord(key)).length < LEAST_WORDS) return [row]
  const from = words[0]!.column
  const below = words.map((cell) => ({ ...cell, column: cell.column - from }))
  return [
    { ...row, cells: cells.slice(0, at), width: at },
    { ...row, cells: below, width: row.width - from },
  ]
}

/** The rows, each header of indicators in a row of its own. */
export function partJoinedLines(rows: readonly SourceRow[]): readonly SourceRow[] {
  const parted = gather(rows, partedRow)
  return parted.length === rows.length ? rows : parted
}
