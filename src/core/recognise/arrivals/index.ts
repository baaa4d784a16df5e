/** Flowing text back to rows and columns: what lost its row borders is given them again, the rest passes unchanged. */

import type { SourceCell, SourceRow } from '../source.ts'
import { type FlowItem, type FlowOptions, readFlow } from './flow.ts'
import { arrivalOf, itemsOf } from './items.ts'
import { type Part, partsOf } from './parts.ts'

const optionsOf = {
  cells: { lined: false, parted: 220, strayBlank: 60 },
  spaced: { lined: true, parted: 60, strayBlank: 5 },
  line: { lined: false, parted: 60, strayBlank: 5 },
} as const satisfies Readonly<Record<string, FlowOptions>>

/** A row with cells at given columns; `width` columns wide. */
function makeRow(
  cells: readonly (readonly [column: number, cell: SourceCell])[],
  width: number,
  grid: number,
): SourceRow {
  return {
    index: cells[0]?.[1].row ?? 0,
    grid,
    cells: cells.map(([column, cell]) => ({ ...cell, column, rowSpan: 1, columnSpan: 1 })),
    width,
    blanks: [],
  }
}

function rowsOfPart(part: Part, options: FlowOptions, grid: number): SourceRow[] {
  if (part.kind === 'rows') {
    return part.rows.map((cells) =>
      makeRow(
        cells.map((cell, column) => [column, cell] as const),
        cells.length,
        grid,
      ),
    )
  }
  const width = part.fields.length
  const header = part.header.map((cells) =>
    makeRow(
      cells.map(({ column, cell }) => [column, cell] as const),
      width,
      grid,
    ),
  )
  const rows = readFlow(part.items, part.fields, options).map((row) =>
    makeRow(
      [
        ...[...row.cells].sort(([a], [b]) => a - b),
        ...row.leftOver.map((cell, index) => [width + index, cell] as const),
      ],
      width,
      grid,
    ),
  )
  return [...header, ...rows]
}

/** The rows of one grid, with borders where the source has lost them. */
export function restoreRows(rows: readonly SourceRow[]): readonly SourceRow[] {
  const arrival = arrivalOf(rows)
  if (arrival === 'none') return rows
  const items: FlowItem[] = itemsOf(rows, arrival)
  const grid = rows[0]?.grid ?? 0
  return partsOf(items, arrival).flatMap((part) => rowsOfPart(part, optionsOf[arrival], grid))
}
