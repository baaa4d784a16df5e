/** Rows that a page break or the scanner broken in two, put together again. */

import { gather } from '../model/gather.ts'
import { kindOf } from './kinds.ts'
import type { Ledger } from './ledger.ts'
import type { SourceCell } from './source.ts'
import type { TableRow } from './table.ts'

const results = ['weight', 'actual', 'score'] as const
const texts = ['name', 'target', 'actual', 'note', 'attribute', 'unit'] as const

function textOf(row: TableRow, field: string): string {
  return (row.fields.get(field) ?? []).map((cell) => cell.key).join('')
}

/** An opening bracket or quotation mark that this piece does not close. */
function isOpen(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if ('(（“《【['.includes(character)) depth++
    else if (')）”》】]'.includes(character)) depth--
  }
  return depth > 0
}

function closesMore(text: string): boolean {
  let depth = 0
  for (const character of text) {
    if ('(（“《【['.includes(character)) depth++
    else if (')）”》】]'.includes(character) && --depth < 0) return true
  }
  return false
}

/** `second` carries on `first`: it closes a bracket that `first` left open, or has results but lacks name or target. */
function continues(first: TableRow, second: TableRow, printed: ReadonlySet<string>): boolean {
  const expected = results.filter((field) => printed.has(field))
  if (expected.length < 2 || !first.fields.has('name')) return false
  if (expected.some((field) => first.fields.has(field))) return false
  if (!expected.some((field) => second.fields.has(field))) return false
  if (second.fields.has('level1') || (second.fields.has('level2') && first.fields.has('level2'))) return false
  for (const field of ['name', 'target'] as const) {
    if (isOpen(textOf(first, field)) && closesMore(textOf(second, field))) return true
  }
  if (!second.fields.has('name')) return first.fields.has('target') || second.fields.has('target')
  return !second.fields.has('target') && first.fields.has('target') && kindOf(textOf(first, 'target')) !== 'mark'
}

/** A broken cell has no more pieces. */
const MOST_PIECES = 6

/** A row that holds only the rest of a text: its name or remark went on in the next line of the source. */
function isRemainder(row: TableRow, before: TableRow, printed: ReadonlySet<string>): boolean {
  const fields = [...row.fields.keys()].filter((field) => field !== 'block')
  if (fields.length !== 1) return false
  const [field] = fields as [string]
  if ((before.fields.get(field)?.length ?? 0) >= MOST_PIECES) return false
  if (field === 'note') return before.fields.has('note') && before.fields.has('name')
  if (field !== 'name') return false
  const expected = results.filter((result) => printed.has(result))
  return expected.length >= 2 && expected.every((result) => before.fields.has(result)) && isOpen(textOf(before, 'name'))
}

function merged(first: TableRow, second: TableRow): TableRow {
  const fields = new Map<string, SourceCell[]>(first.fields)
  for (const [field, cells] of second.fields) fields.set(field, [...(fields.get(field) ?? []), ...cells])
  return {
    row: first.row,
    fields,
    offset: first.offset,
    leftOver: [...first.leftOver, ...second.leftOver],
    shifted: [...first.shifted, ...second.shifted],
  }
}

/** Joins broken rows; each joint leaves an event at the row it made. `printed`: columns the table has. */
export function joinRows(rows: readonly TableRow[], printed: ReadonlySet<string>, ledger: Ledger): TableRow[] {
  const made: TableRow[] = []
  for (const row of rows) {
    const before = made.at(-1)
    if (before !== undefined && (continues(before, row, printed) || isRemainder(row, before, printed))) {
      const joined = merged(before, row)
      made[made.length - 1] = joined
      const pieces = gather(texts, (field) =>
        before.fields.has(field) && row.fields.has(field)
          ? [...before.fields.get(field)!, ...row.fields.get(field)!]
          : [],
      )
      ledger.event('row-joined', pieces.length > 0 ? pieces : row.row.cells, {
        first: before.row.index + 1,
        second: row.row.index + 1,
      })
    } else made.push(row)
  }
  return made
}
