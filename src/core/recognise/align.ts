/** Lines cells up with columns, keeping the order of both, at the least cost. */

import { blockMisfit, cellMisfit } from './misfit.ts'
import type { SourceCell } from './source.ts'

/** Cost of a column that gets no cell: columns that most rows leave blank cost little. */
const absence: Readonly<Record<string, number>> = {
  block: 5,
  level1: 20,
  level1Points: 20,
  level2: 25,
  level2Points: 25,
  name: 300,
  target: 120,
  actual: 130,
  weight: 110,
  score: 100,
  note: 10,
  remark: 10,
  attribute: 80,
  unit: 80,
}
const OTHER_ABSENCE = 40
/** Rows of money: points and rates stand in the row of the total alone. */
const moneyAbsence: Readonly<Record<string, number>> = { ...absence, name: 200, weight: 30, rate: 30, score: 30 }

/** Cost of a column that a row has no cell for; `money`: of a table of amounts. */
function absenceOf(field: string, money: boolean): number {
  return (money ? moneyAbsence : absence)[field] ?? OTHER_ABSENCE
}

function isOfMoney(fields: readonly string[]): boolean {
  return fields.includes('executed.total')
}

/** What it costs that `fields` have no cell in a row whose blank cells are gone. */
export function costOfAbsent(fields: readonly string[], has: (field: string) => boolean): number {
  const money = isOfMoney(fields)
  let cost = 0
  for (const field of fields) if (!has(field)) cost += absenceOf(field, money)
  return cost
}
/** Cost of a cell that finds no column, and of a text that was parted in two. */
const LEFT_OVER = 600
const PARTED = 60
/** Names and values are short: two cells are hardly ever one of them. */
const PARTED_SHORT = 220
const short: ReadonlySet<string> = new Set(['name', 'target', 'actual'])

const joinable = new Set(['name', 'note', 'content', 'completion', 'remark', 'target', 'actual', 'scoringRule'])

export interface Alignment {
  readonly cost: number
  /** Field by field, the cells it got. */
  readonly fields: ReadonlyMap<string, SourceCell[]>
  readonly leftOver: readonly SourceCell[]
}

/**
 * Assigns `cells` to `fields` in order. A field may stay empty, a text field may take several neighbouring cells, a cell
 * may be left over. Time is cells × fields.
 */
export function alignCells(cells: readonly SourceCell[], fields: readonly string[]): Alignment {
  const [n, m] = [cells.length, fields.length]
  const money = isOfMoney(fields)
  // best[i][j]: the first i cells are settled, and the first j fields; taken: field j-1 holds cell i-1.
  const best: number[][] = Array.from({ length: n + 1 }, () => new Array<number>(m + 1).fill(Number.POSITIVE_INFINITY))
  const from: string[][] = Array.from({ length: n + 1 }, () => new Array<string>(m + 1).fill(''))
  best[0]![0] = 0
  for (let i = 0; i <= n; i++) {
    for (let j = 0; j <= m; j++) {
      const offer = (cost: number, how: string): void => {
        if (cost < best[i]![j]!) {
          best[i]![j] = cost
          from[i]![j] = how
        }
      }
      if (j > 0) offer(best[i]![j - 1]! + absenceOf(fields[j - 1]!, money), 'skip')
      if (i > 0) offer(best[i - 1]![j]! + LEFT_OVER, 'left')
      if (i > 0 && j > 0) {
        const field = fields[j - 1]!
        const { key } = cells[i - 1]!
        const cost = field === 'block' ? blockMisfit(key) : cellMisfit(key, field)
        offer(best[i - 1]![j - 1]! + cost, 'take')
        if (from[i - 1]![j] === 'take' || from[i - 1]![j] === 'more') {
          if (joinable.has(field)) offer(best[i - 1]![j]! + cost + (short.has(field) ? PARTED_SHORT : PARTED), 'more')
        }
      }
    }
  }
  const found = new Map<string, SourceCell[]>()
  const leftOver: SourceCell[] = []
  for (let [i, j] = [n, m]; i > 0 || j > 0; ) {
    const how = from[i]![j]!
    if (how === 'skip') j--
    else {
      i--
      const cell = cells[i]!
      if (how === 'left') leftOver.unshift(cell)
      else {
        const field = fields[j - 1]!
        found.set(field, [cell, ...(found.get(field) ?? [])])
        if (how === 'take') j--
      }
    }
  }
  return { cost: best[n]![m]!, fields: found, leftOver }
}
