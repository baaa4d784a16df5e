/** Rows of cells with their edges on the page, as a table whose cells span columns. */

import type { Block, Table } from '../../containers/flow.ts'
import { MergedTable } from '../../containers/merged-table.ts'
import type { RowShape } from './properties.ts'

export interface OpenRow {
  readonly cells: readonly (readonly Block[])[]
  readonly shape: RowShape | null
}

/** Edges of rows that lie closer than this (a millimetre, in twentieths of a point) are one. */
const SAME_EDGE = 57

function columnsBy(edges: readonly number[], tolerance: number): ReadonlyMap<number, number> {
  const columns = new Map<number, number>()
  let column = -1
  let first = Number.NEGATIVE_INFINITY
  for (const edge of edges) {
    if (edge - first > tolerance) {
      column++
      first = edge
    }
    columns.set(edge, column)
  }
  return columns
}

/** Column at each edge; edges are one where that makes no cell vanish. */
function columnsOf(rows: readonly OpenRow[]): ReadonlyMap<number, number> {
  const all = new Set<number>()
  for (const { shape } of rows) for (const edge of shape?.edges ?? []) all.add(edge)
  const edges = [...all].sort((a, b) => a - b)
  const joined = columnsBy(edges, SAME_EDGE)
  const vanishes = rows.some(({ shape }) =>
    shape?.edges.some((edge, index) => index > 0 && joined.get(edge)! <= joined.get(shape.edges[index - 1]!)!),
  )
  return vanishes ? columnsBy(edges, 0) : joined
}

export interface BuiltTable {
  readonly table: Table
  /** Texts under another cell's merge. */
  readonly covered: number
  /** Rows whose edges are not known: their cells stand in order, none merged. */
  readonly shapeless: number
}

export function tableOf(rows: readonly OpenRow[], number: number): BuiltTable {
  const columns = columnsOf(rows)
  const merged = new MergedTable(number)
  let shapeless = 0
  for (const { cells, shape } of rows) {
    // A definition that is not of this row's cells, or whose edges run backwards, says nothing of them.
    const fits =
      shape !== null &&
      shape.merges.length === cells.length &&
      shape.edges.every((edge, index) => index === 0 || columns.get(edge)! > columns.get(shape.edges[index - 1]!)!)
    if (!fits) shapeless++
    merged.openRow()
    if (fits) merged.skipColumns(columns.get(shape.edges[0]!)!)
    cells.forEach((blocks, index) => {
      merged.openCell()
      const cell = merged.cell!
      for (const block of blocks) cell.blocks.push(block)
      if (fits) {
        cell.columnSpan = columns.get(shape.edges[index + 1]!)! - columns.get(shape.edges[index]!)!
        cell.down = shape.merges[index]!.down
        cell.across = shape.merges[index]!.across ? 'continue' : null
      }
      merged.closeCell()
    })
    merged.closeRow()
  }
  return { table: merged.finish(), covered: merged.covered, shapeless }
}
