/** Flowing text back to rows and columns: what lost its row borders is given them again, the rest passes unchanged. */

import { kindOf } from '../kinds.ts'
import { joinCells, type SourceCell, type SourceRow } from '../source.ts'
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

/** '≥ 94 个' was one cell before blanks parted everything: sign, figure and unit go together where they have no columns of their own. */
function closeUp(items: readonly FlowItem[], fields: readonly string[]): FlowItem[] {
  const made: FlowItem[] = []
  const signs = fields.includes('attribute')
  const units = fields.includes('unit')
  for (const item of items) {
    const last = made.at(-1)
    if (last?.cell != null && item.cell !== null && !item.lineStart) {
      const [before, now] = [kindOf(last.cell.key), kindOf(item.cell.key)]
      const sign = !signs && before === 'operator' && ['number', 'percent', 'measure'].includes(now)
      const unit = !units && now === 'unit' && ['number', 'measure'].includes(before)
      if (sign || unit) {
        made[made.length - 1] = { ...last, cell: joinCells([last.cell, item.cell]) }
        continue
      }
    }
    made.push(item)
  }
  return made
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
  const items = options.parted < 100 ? closeUp(part.items, part.fields) : part.items
  const rows = readFlow(items, part.fields, options).map((row) =>
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
