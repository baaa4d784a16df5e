/**
 * Cells in one stream, row borders lost: which cell begins a row and which column each belongs to, at the least cost.
 * Time is cells × columns.
 */

import { kindOf, misfit } from '../kinds.ts'
import { joinCells, type SourceCell } from '../source.ts'

export interface FlowItem {
  /** Null for a cell that is there and blank. */
  readonly cell: SourceCell | null
  /** First of a line of the source. */
  readonly lineStart: boolean
}

export interface FlowOptions {
  /** Lines of the source are rows, unless much speaks against it. */
  readonly lined: boolean
  /** Cost of one text cell having been parted in two: small where blanks part cells. */
  readonly parted: number
  /** Cost of a blank that stands for no cell. */
  readonly strayBlank: number
  /** Cost of a column without cell, where it is not the usual one. */
  readonly absence?: Readonly<Record<string, number>>
}

/** Cost, in hundredths, of a column that a row has no cell for, where blanks are gone. */
const absence: Readonly<Record<string, number>> = {
  block: 2,
  level1: 20,
  level2: 25,
  name: 400,
  target: 120,
  actual: 130,
  weight: 110,
  score: 100,
  note: 10,
  remark: 10,
  attribute: 80,
  unit: 80,
  content: 30,
  completion: 30,
  rate: 40,
  'budgeted.total': 60,
  'executed.total': 60,
  initialBudget: 50,
}
const OTHER = 40
const LEFT_OVER = 600
const OVER_LINE = 250
const WITHIN_LINE = 600
const joinable = new Set([
  'name',
  'note',
  'content',
  'completion',
  'remark',
  'scoringRule',
  'explanation',
  'targetBasis',
])
const patient: Readonly<Record<string, number>> = { name: 300, level1: 10, level2: 10, block: 0 }

function costOf(item: FlowItem, field: string): number {
  if (item.cell === null) return patient[field] ?? 5
  if (field === 'block') return 250
  return misfit(kindOf(item.cell.key), field)
}

export interface FlowRow {
  /** By column index of `fields`. */
  readonly cells: ReadonlyMap<number, SourceCell>
  /** Cells that found no column. */
  readonly leftOver: readonly SourceCell[]
}

/** Rows of `items` under the columns `fields`. */
export function readFlow(items: readonly FlowItem[], fields: readonly string[], options: FlowOptions): FlowRow[] {
  const width = fields.length
  if (items.length === 0 || width === 0) return []
  const skip = fields.map((field) => options.absence?.[field] ?? absence[field] ?? OTHER)
  const skipped = [0]
  for (const cost of skip) skipped.push(skipped.at(-1)! + cost)
  const between = (from: number, to: number): number => skipped[to]! - skipped[from]!
  // State: last column filled in the present row. Moves are coded as previous state, and whether a row began.
  const stateCount = width
  let best = new Float64Array(stateCount).fill(Number.POSITIVE_INFINITY)
  const from: Int16Array[] = []
  const how: Uint8Array[] = []
  items.forEach((item, index) => {
    const next = new Float64Array(stateCount).fill(Number.POSITIVE_INFINITY)
    const back = new Int16Array(stateCount).fill(-1)
    const move = new Uint8Array(stateCount)
    const within = options.lined && item.lineStart ? OVER_LINE : 0
    const begin = options.lined && !item.lineStart ? WITHIN_LINE : 0
    const loss = item.cell === null ? options.strayBlank : LEFT_OVER
    let closed = index === 0 ? 0 : Number.POSITIVE_INFINITY
    let closedFrom = -1
    for (let state = 0; index > 0 && state < stateCount; state++) {
      const cost = best[state]! + between(state + 1, width)
      if (cost < closed) [closed, closedFrom] = [cost, state]
    }
    for (let column = 0; column < stateCount; column++) {
      const own = costOf(item, fields[column]!)
      const offer = (cost: number, state: number, code: number): void => {
        if (cost < next[column]!) {
          next[column] = cost
          back[column] = state
          move[column] = code
        }
      }
      offer(closed + between(0, column) + own + begin, closedFrom, NEW_ROW)
      for (let state = 0; index > 0 && state < column; state++) {
        offer(best[state]! + between(state + 1, column) + own + within, state, SAME_ROW)
      }
      if (index > 0) {
        if (item.cell !== null && items[index - 1]!.cell !== null && joinable.has(fields[column]!)) {
          offer(best[column]! + own + options.parted + (within > 0 ? 100 : 0), column, MORE)
        }
        offer(best[column]! + loss, column, LEFT)
      }
    }
    best = next
    from.push(back)
    how.push(move)
  })
  return trace(items, best, from, how, skipped, width)
}

const NEW_ROW = 1
const SAME_ROW = 2
const MORE = 3
const LEFT = 4

function trace(
  items: readonly FlowItem[],
  best: Float64Array,
  from: readonly Int16Array[],
  how: readonly Uint8Array[],
  skipped: readonly number[],
  width: number,
): FlowRow[] {
  let state = 0
  const end = (column: number): number => best[column]! + skipped[width]! - skipped[column + 1]!
  for (let column = 1; column < width; column++) if (end(column) < end(state)) state = column
  const rows: { cells: Map<number, SourceCell[]>; leftOver: SourceCell[] }[] = []
  let row: (typeof rows)[number] = { cells: new Map(), leftOver: [] }
  for (let index = items.length - 1; index >= 0; index--) {
    const code = how[index]![state]!
    const { cell } = items[index]!
    if (cell !== null) {
      if (code === LEFT) row.leftOver.unshift(cell)
      else row.cells.set(state, [cell, ...(row.cells.get(state) ?? [])])
    }
    if (code === NEW_ROW) {
      rows.unshift(row)
      row = { cells: new Map(), leftOver: [] }
    }
    state = from[index]![state]!
  }
  return rows.map(({ cells, leftOver }) => ({
    cells: new Map(
      [...cells].map(([column, list]) => [column, joinCells(list as [SourceCell, ...SourceCell[]])] as const),
    ),
    leftOver,
  }))
}
