/** The cells of a draft's row as data: read by the code that recognises files, except where a file said more than its text. */

import { type Cell, emptyCell, type NumberCell, type TextCell } from '../model/index.ts'
import { cleanText } from '../recognise/typed-cells.ts'
import { readNumber } from '../values/index.ts'
import { type Column, type DraftRow, type Mark, textAt } from './draft.ts'
import { fromJson } from './exact-json.ts'

function withMark<T>(cell: Cell<T>, { origin, confidence, alternatives }: Mark): Cell<T> {
  return {
    ...cell,
    ...(origin === undefined ? {} : { origin }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(alternatives === undefined ? {} : { alternatives }),
  }
}

/**
 * The cell of a column: `make` reads its text (never asked for an empty one). What a file was read as stays good as long as
 * the texts `beside` it are those that were beside it then.
 */
export function cellOf<T>(row: DraftRow, column: Column, make: (text: string) => Cell<T>, beside = ''): Cell<T> {
  const text = textAt(row, column)
  const mark = row.marks?.[column]
  if (mark === undefined) return text === '' ? emptyCell : make(text)
  const { read } = mark
  if (read !== undefined && read.beside === beside) return withMark(fromJson(read.cell) as Cell<T>, mark)
  return withMark(text === '' ? emptyCell : make(text), mark)
}

export function textCell(row: DraftRow, column: Column): TextCell {
  return cellOf(row, column, (raw) => ({ raw, value: cleanText(raw) }))
}

/** What is no number is null, never 0. */
export function numberCell(row: DraftRow, column: Column): NumberCell {
  return cellOf(row, column, (raw) => ({ raw, value: readNumber(raw).value }))
}

/** Cells of the columns that begin with a prefix, under the rest of their name; null where there is none. */
export function cellsBelow<T>(
  row: DraftRow,
  prefix: string,
  read: (column: Column, field: string) => Cell<T>,
): Readonly<Record<string, Cell<T>>> | null {
  // A map, for a header may be called anything, __proto__ too.
  const found = new Map<string, Cell<T>>()
  const add = (column: Column): void => {
    const field = column.slice(prefix.length)
    if (column.startsWith(prefix) && !found.has(field)) found.set(field, read(column, field))
  }
  for (const column in row.cells) add(column)
  for (const column in row.marks) add(column)
  return found.size === 0 ? null : Object.fromEntries(found)
}
