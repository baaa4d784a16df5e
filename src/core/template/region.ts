/** The rows of a blank table: those below its header, up to the next row that is something else. */

import type { Header } from '../recognise/headers/headers.ts'
import type { Draft, Section } from '../recognise/sections.ts'
import { blockLabel } from '../recognise/words.ts'
import type { Board } from './board.ts'

export interface Region {
  /** From `first` to `last`, over all grids; empty where `last` is less. */
  readonly first: number
  readonly last: number
}

/** `name`: the column that every row of the table has a cell in. */
export function regionBelow(board: Board, draft: Draft, section: Section, header: Header, name: number): Region {
  const own = new Set(section.rows.map(({ index }) => index))
  const aside = new Set([
    ...draft.repeated.map(({ index }) => index),
    ...[...draft.pageNumbers, ...draft.noise].map(({ row }) => row),
  ])
  let first = 0
  for (const { cells } of header.rows) {
    for (const { key, row, rowSpan } of cells) {
      // The label at the side is merged over the whole block.
      first = Math.max(first, blockLabel(key) === null ? row + rowSpan : row + 1)
    }
  }
  const end = board.lastRowBeside(header.rows[0]!.index)
  let last = first - 1
  for (let row = first; row <= end; row++) {
    const isOther = board.rows[row]!.cells.length > 0 && !own.has(row) && !aside.has(row)
    if (isOther || board.spot(row, name) === null) break
    last = row
  }
  return { first, last }
}
