/**
 * Pipes of pages whose blank cells were kept as line breaks, and whose rows were not kept at all: each line begins and ends with a pipe,
 * a pipe alone is a blank cell between two others. What stands between two pipes is a cell, wherever the line ends.
 */

import type { PlacedCell } from './padded-rows.ts'

export interface LoneCell {
  readonly line: number
  readonly endLine: number
  readonly cells: readonly PlacedCell[]
  readonly blankCell: true
}

const LONE = /^\s*\|\s*$/
const CLOSED = /^\s*\|.*\|\s*$/
/** A pipe, a blank or two, and a pipe: a blank cell that was kept as such. */
const KEPT_BLANK = /\|[ \t\u3000]*\|/
const FEWEST_BLANKS = 4
const FEWEST_LINES = 5

/** The cells of such a text, a row each; null where it is none. Time is linear. */
export function blankBreaks(lines: readonly string[]): readonly LoneCell[] | null {
  const piped = lines.flatMap((text, at) => (text.includes('|') ? [{ text, at }] : []))
  const blanks = piped.filter(({ text }) => LONE.test(text)).length
  const closed = piped.filter(({ text }) => !LONE.test(text) && CLOSED.test(text)).length
  const isSuch = closed >= FEWEST_LINES && (closed + blanks) * 10 >= piped.length * 9
  if (blanks < FEWEST_BLANKS || !isSuch || piped.some(({ text }) => KEPT_BLANK.test(text))) return null
  const rows: LoneCell[] = []
  lines.forEach((text, at) => {
    const line = at + 1
    const add = (from: number, to: number): void => {
      rows.push({
        line,
        endLine: line,
        cells: [{ text: text.slice(from, to), column: from + 1, line }],
        blankCell: true,
      })
    }
    if (!text.includes('|')) {
      if (text.trim() !== '') add(0, text.length)
      return
    }
    // The break before a line is a blank cell, but for the first of the table.
    if (text.trimStart().startsWith('|') && rows.length > 0) add(0, 0)
    const ends = [...text.matchAll(/\|/g)].map(({ index }) => index)
    const starts = text.trimStart().startsWith('|') ? ends.splice(0, 1) : [-1]
    for (const end of ends) {
      add(starts.at(-1)! + 1, end)
      starts.push(end)
    }
    if (text.slice(starts.at(-1)! + 1).trim() !== '') add(starts.at(-1)! + 1, text.length)
  })
  return rows
}
