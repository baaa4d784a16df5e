/** Header words set in two lines, a row or a line each: 一级 | 二级 | 年度 over 指标 | 指标 | 指标值. They are put together again. */

import { joinCells, type SourceCell, type SourceRow } from '../source.ts'
import { indicatorHeader, isIndicatorHeaderWord } from '../words.ts'

const LONGEST_HALF = 8
const MOST_CELLS = 16

function isHalf({ text, key }: SourceCell): boolean {
  return key.length <= LONGEST_HALF && !/\d/.test(text)
}

/**
 * The words of `above` with those of `below` behind them, in order; null unless every word below makes a header of one above
 * that is none, or another, and the whole heads a table of indicators.
 */
export function foldedHeader(above: readonly SourceCell[], below: readonly SourceCell[]): readonly SourceCell[] | null {
  if (above.length < 3 || above.length > MOST_CELLS || below.length < 2 || below.length > above.length) return null
  if (!below.every(isHalf) || !above.every(isHalf)) return null
  const made: SourceCell[] = []
  let next = 0
  for (const cell of above) {
    const half = below[next]
    const whole = half === undefined ? cell : joinCells([cell, half])
    const isWord = half !== undefined && isIndicatorHeaderWord(whole.key)
    if (!isWord && half !== undefined && !isIndicatorHeaderWord(cell.key)) return null
    made.push(isWord ? whole : cell)
    if (isWord) next++
  }
  const fields = new Set(made.map(({ key }) => indicatorHeader(key)))
  const isHeader = fields.has('name') && (fields.has('target') || fields.has('weight') || fields.has('score'))
  return next === below.length && isHeader ? made : null
}

/** Rows of a table, such headers in one row. */
export function foldHeaderRows(rows: readonly SourceRow[]): readonly SourceRow[] {
  const made: SourceRow[] = []
  for (const row of rows) {
    const last = made.at(-1)
    const isBelow = last !== undefined && last.grid === row.grid && mayHead(last) && mayHead(row)
    const cells = isBelow ? foldedHeader(last.cells, row.cells) : null
    if (cells === null) made.push(row)
    else made[made.length - 1] = { ...last!, cells }
  }
  return made.length === rows.length ? rows : made
}

/** Most rows hold figures. */
function mayHead({ cells }: SourceRow): boolean {
  return cells.length >= 2 && cells.length <= MOST_CELLS && cells.every(isHalf)
}
