/**
 * Cells in one stream, row borders lost: which cell begins a row and which column each belongs to, at the least cost.
 * Time is cells × columns.
 */

import { level1Of } from '../../rulebook/index.ts'
import { kindOf } from '../kinds.ts'
import { cellMisfit, misfit } from '../misfit.ts'
import { joinCells, type SourceCell } from '../source.ts'
import { blockLabel, isDivision, isTaskName, moneyRow } from '../words.ts'

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
  /** The same of a name: dear where no row has more texts than columns for them. */
  readonly partedName: number
  /** Cost of a blank that stands for no cell. */
  readonly strayBlank: number
}

/** Cost, in hundredths, of a column that a row has no cell for, where blanks are gone. */
const absence: Readonly<Record<string, number>> = {
  block: 2,
  level1: 20,
  level2: 25,
  name: 400,
  target: 110,
  actual: 140,
  weight: 110,
  score: 100,
  note: 10,
  remark: 10,
  attribute: 80,
  unit: 80,
  adjustedTarget: 10,
  coefficient: 110,
  content: 30,
  completion: 30,
  rate: 40,
  'budgeted.total': 60,
  'executed.total': 60,
  initialBudget: 50,
}
/** Rows of money have their amounts; points and rates stand in the total's row alone. */
const moneyAbsence: Readonly<Record<string, number>> = {
  ...absence,
  initialBudget: 120,
  'budgeted.total': 200,
  'executed.total': 200,
  received: 120,
  'budgeted.appropriation': 60,
  'executed.appropriation': 60,
  weight: 30,
  rate: 30,
  score: 30,
}
/** Tasks of a department carry points each; funds other than appropriations are rare. */
const taskAbsence: Readonly<Record<string, number>> = {
  ...moneyAbsence,
  'budgeted.otherFunds': 20,
  'executed.otherFunds': 20,
  weight: 120,
  rate: 120,
  score: 120,
}
const OTHER = 40

/** Cost of a column of an indicator table that a row has no cell for. */
export function absenceOf(field: string): number {
  return absence[field] ?? OTHER
}

const LEFT_OVER = 600
/** A name of a money row or a label of a block begins something, whatever else is missing. */
const NEVER = 2000
const OVER_LINE = 250
const WITHIN_LINE = 600
const HEADING = 150
const BLOCK_ALONE = 300
const WITHOUT_TARGET = 60
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

/** 指标2 and ……: what the rows of the blank form are named. */
const UNFILLED = /^(?:指标\d{0,2}:?|[.…·]{2,})$/

/**
 * Cost of an item in a column; `money`: of a table of amounts. `headless`: the columns name a second level, and no first: its labels
 * stand left of them.
 */
export function costOf(item: FlowItem, field: string, money: boolean, headless: boolean): number {
  if (item.cell === null) return patient[field] ?? 5
  const { key } = item.cell
  if (!money && UNFILLED.test(key)) return field === 'name' ? 0 : NEVER
  if (money && isMoneyName(key)) return field === 'name' ? 0 : NEVER
  if (field === 'block') return blockLabel(key) !== null || (headless && level1Of(key) !== null) ? 0 : 250
  const kind = kindOf(key)
  if (kind === 'label' && !money && field !== 'level1' && field !== 'level2' && field !== 'name') return NEVER
  if (/^不适用/.test(key)) {
    return field === 'name' || field === 'target' ? 0 : field === 'actual' ? 60 : misfit(kind, field)
  }
  return cellMisfit(key, field)
}

function isMoneyName(key: string): boolean {
  return moneyRow(key) !== null || isTaskName(key) || isDivision(key)
}

/** May be the rest of the text before it. */
function goesOn(before: string, key: string, field: string, money: boolean): boolean {
  // A unit parted from its figure by a blank.
  if (field === 'actual' && kindOf(key) === 'unit') return kindOf(before) === 'number'
  if (!joinable.has(field) || UNFILLED.test(key)) return false
  return money ? !isMoneyName(key) && !isMoneyName(before) : kindOf(key) !== 'label' && !/^不适用/.test(key)
}

function leftOverCost(key: string, money: boolean): number {
  return (money ? isMoneyName(key) : kindOf(key) === 'label') ? NEVER : LEFT_OVER
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
  const money = fields.includes('executed.total')
  const usual = !money ? absence : fields.includes('content') ? taskAbsence : moneyAbsence
  const headless = !money && fields.includes('level2') && !fields.includes('level1')
  const skip = fields.map((field) => usual[field] ?? OTHER)
  const skipped = [0]
  for (const cost of skip) skipped.push(skipped.at(-1)! + cost)
  const between = (from: number, to: number): number => skipped[to]! - skipped[from]!
  // State: last column filled in the present row. Moves are coded as previous state, and whether a row began.
  const stateCount = width
  // 项目支出 heads the tasks below it and has no figures of its own.
  const ending = (last: FlowItem, state: number): number => {
    const rest = between(state + 1, width)
    const heads = money && fields[state] === 'name' && last.cell !== null && isMoneyName(last.cell.key)
    if (heads) return Math.min(rest, HEADING)
    // 社会成本指标 alone: a block of the blank form that nobody filled in.
    const isLabel = !money && (fields[state] === 'level1' || fields[state] === 'level2')
    return isLabel && last.cell !== null && kindOf(last.cell.key) === 'label' ? Math.min(rest, BLOCK_ALONE) : rest
  }
  // A result without the target that it answers is less likely than both missing.
  const target = fields.indexOf('target')
  const actual = fields.indexOf('actual')
  const alone = (state: number, column: number): number =>
    column === actual && state < target && target < column ? WITHOUT_TARGET : 0
  let best = new Float64Array(stateCount).fill(Number.POSITIVE_INFINITY)
  const from: Int16Array[] = []
  const how: Uint8Array[] = []
  items.forEach((item, index) => {
    const next = new Float64Array(stateCount).fill(Number.POSITIVE_INFINITY)
    const back = new Int16Array(stateCount).fill(-1)
    const move = new Uint8Array(stateCount)
    const within = options.lined && item.lineStart ? OVER_LINE : 0
    const begin = options.lined && !item.lineStart ? WITHIN_LINE : 0
    const loss = item.cell === null ? options.strayBlank : leftOverCost(item.cell.key, money)
    let closed = index === 0 ? 0 : Number.POSITIVE_INFINITY
    let closedFrom = -1
    for (let state = 0; index > 0 && state < stateCount; state++) {
      const cost = best[state]! + ending(items[index - 1]!, state)
      if (cost < closed) [closed, closedFrom] = [cost, state]
    }
    for (let column = 0; column < stateCount; column++) {
      const own = costOf(item, fields[column]!, money, headless)
      const offer = (cost: number, state: number, code: number): void => {
        if (cost < next[column]!) {
          next[column] = cost
          back[column] = state
          move[column] = code
        }
      }
      offer(closed + between(0, column) + own + begin, closedFrom, NEW_ROW)
      for (let state = 0; index > 0 && state < column; state++) {
        offer(best[state]! + between(state + 1, column) + own + within + alone(state, column), state, SAME_ROW)
      }
      if (index > 0) {
        const before = items[index - 1]!.cell
        if (item.cell !== null && before !== null && goesOn(before.key, item.cell.key, fields[column]!, money)) {
          const parted = fields[column] === 'name' ? options.partedName : options.parted
          const cost = fields[column] === 'actual' ? 30 : own + parted
          offer(best[column]! + cost + (within > 0 ? 100 : 0), column, MORE)
        }
        offer(best[column]! + loss, column, LEFT)
      }
    }
    best = next
    from.push(back)
    how.push(move)
  })
  const whole = best.map((cost, state) => cost + ending(items.at(-1)!, state))
  return trace(items, whole, from, how)
}

const NEW_ROW = 1
const SAME_ROW = 2
const MORE = 3
const LEFT = 4

function trace(
  items: readonly FlowItem[],
  whole: Float64Array,
  from: readonly Int16Array[],
  how: readonly Uint8Array[],
): FlowRow[] {
  let state = 0
  for (let column = 1; column < whole.length; column++) if (whole[column]! < whole[state]!) state = column
  const rows: { cells: Map<number, SourceCell[]>; leftOver: SourceCell[] }[] = []
  let row: (typeof rows)[number] = { cells: new Map(), leftOver: [] }
  for (let index = items.length - 1; index >= 0; index--) {
    const code = how[index]![state]!
    const { cell } = items[index]!
    if (cell !== null) {
      if (code === LEFT) row.leftOver.push(cell)
      else {
        const taken = row.cells.get(state)
        if (taken === undefined) row.cells.set(state, [cell])
        else taken.push(cell)
      }
    }
    if (code === NEW_ROW) {
      rows.push(row)
      row = { cells: new Map(), leftOver: [] }
    }
    state = from[index]![state]!
  }
  // Traced from the end: everything is in reverse.
  return rows.reverse().map(({ cells, leftOver }) => ({
    cells: new Map(
      [...cells].map(([column, list]) => [column, joinCells(list.reverse() as [SourceCell, ...SourceCell[]])] as const),
    ),
    leftOver: leftOver.reverse(),
  }))
}
