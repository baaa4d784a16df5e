/** What a page prints above a form without being part of it. */

import { gather } from '../model/gather.ts'
import { startsFacts } from './row-kinds.ts'
import type { Draft } from './sections.ts'
import type { SourceCell } from './source.ts'

/** What stands above the last title over the tables belongs to the page that the form was found on, unless it heads the form. */
export function preface(draft: Draft): SourceCell[] {
  const titles = new Set(draft.titles.filter((cell) => /表|报告/.test(cell.key)))
  const headers = new Set(gather([...draft.money, ...draft.indicators], ({ header }) => header))
  // By the order of the rows: on one long line all have one index.
  const table = draft.rows.findIndex((row) => headers.has(row))
  const above = table < 0 ? draft.rows : draft.rows.slice(0, table)
  const order = above.findLastIndex((row) => row.cells.some((cell) => titles.has(cell)))
  if (order < 0) return []
  const facts = new Set(draft.facts)
  return gather(draft.rows.slice(0, order), (row) =>
    facts.has(row) && !(row.cells.length > 1 && startsFacts(row)) ? row.cells : [],
  )
}
