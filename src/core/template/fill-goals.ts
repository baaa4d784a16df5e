/** Goals and what became of them: into the rows below their headings, or beside them. */

import { gather } from '../model/gather.ts'
import type { FormPath, Goal } from '../model/index.ts'
import type { Draft } from '../recognise/sections.ts'
import type { SourceCell } from '../recognise/source.ts'
import { blockLabel, goalHeader } from '../recognise/words.ts'
import { isPlaceholder } from './blanks.ts'
import type { Board, Spot } from './board.ts'
import type { PlanBuilder } from './plan-builder.ts'

const sides = ['stated', 'achieved'] as const
type Side = (typeof sides)[number]

const names: Readonly<Record<Side, string>> = { stated: '年度总体目标', achieved: '目标完成情况' }

/** 目标1:, 年度目标2: at the beginning: goals in one cell are told apart by it. */
const NUMBERED = /^(?:年度|绩效|总体)*目标\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3})/

function isFree(spot: Spot): boolean {
  return spot.key === '' || isPlaceholder(spot.key)
}

/** The heading that counts for each side: the later one where a row has two. */
function headings(cells: readonly SourceCell[]): Map<Side, SourceCell> {
  const found = new Map<Side, SourceCell>()
  for (const cell of cells) {
    const side = goalHeader(cell.key)
    // Blank self-evaluations ask for no goal of a longer term.
    if (side !== null && side !== 'midTerm' && (blockLabel(cell.key) === null || !found.has(side)))
      found.set(side, cell)
  }
  return found
}

interface Slots {
  /** Rows in which both sides have a cell. */
  readonly rows: readonly number[]
  readonly columns: Readonly<Record<Side, number>>
}

/** Free rows below two headings that stand in one row. */
function below(board: Board, stated: SourceCell, achieved: SourceCell): Slots {
  const rows: number[] = []
  const first = Math.max(stated.row + stated.rowSpan, achieved.row + achieved.rowSpan)
  for (let row = first; row <= board.lastRowBeside(stated.row); row++) {
    const spots = [board.spot(row, stated.column), board.spot(row, achieved.column)]
    if (!spots.every((spot) => spot !== null && spot.row === row && isFree(spot))) break
    // What else the row says would be another block.
    const others = board.rows[row]!.cells.some((cell) => blockLabel(cell.key) === null && !isPlaceholder(cell.key))
    if (others) break
    if (board.isHidden(row)) continue
    rows.push(row)
  }
  return { rows, columns: { stated: stated.column, achieved: achieved.column } }
}

function joined(goals: readonly Goal[], side: Side): string {
  return goals
    .map((goal) => goal[side].raw)
    .filter((text) => text !== '')
    .join('\n')
}

function pathOf(index: number, side: Side): FormPath {
  return `goals[${index}].${side}`
}

/** All goals in one cell of each side. */
function putJoined(plan: PlanBuilder, side: Side, row: number, column: number): void {
  const { goals } = plan.form
  plan.put({ row, copy: 0 }, column, { text: joined(goals, side), path: pathOf(0, side) }, names[side])
  for (const index of goals.keys()) plan.shown.add(pathOf(index, side))
}

function fillRows(plan: PlanBuilder, { rows, columns }: Slots): void {
  const { goals } = plan.form
  const canJoin = goals.every((goal) => NUMBERED.test(goal.stated.raw))
  if (rows.length === 1 && goals.length > 1 && canJoin) {
    for (const side of sides) putJoined(plan, side, rows[0]!, columns[side])
    return
  }
  const last = rows.at(-1)!
  const missing = goals.length - rows.length
  const first = missing > 0 ? plan.copyRow(last, missing) : 0
  if (missing > 0) plan.note('template/rows-added', 'rows', { name: names.stated, count: missing })
  goals.forEach((goal, index) => {
    const at = index < rows.length ? { row: rows[index]!, copy: 0 } : { row: last, copy: first + index - rows.length }
    for (const side of sides) {
      plan.put(at, columns[side], { text: goal[side].raw, path: pathOf(index, side) }, names[side])
    }
  })
  for (const row of rows.slice(goals.length)) {
    for (const side of sides) plan.leftBlank(names[side], { row, copy: 0 }, columns[side])
  }
}

/** The free cell beside a heading, else the one below it. */
function beside(board: Board, heading: SourceCell): Spot | null {
  const right = board.spot(heading.row, heading.column + heading.columnSpan)
  if (right !== null && isFree(right)) return right
  const under = heading.row + heading.rowSpan
  const lower = under <= board.lastRowBeside(heading.row) ? board.spot(under, heading.column) : null
  return lower !== null && isFree(lower) ? lower : null
}

export function fillGoals(plan: PlanBuilder, draft: Draft): void {
  const { board, form } = plan
  const rows = gather(draft.goals, ({ header, rows: below }) => [...header, ...below])
  const found = rows.map(({ cells }) => headings(cells))
  const pair = found.find((sides) => sides.size === 2)
  const slots = pair === undefined ? null : below(board, pair.get('stated')!, pair.get('achieved')!)
  if (slots !== null && slots.rows.length > 0) {
    fillRows(plan, slots)
    return
  }
  for (const side of sides) {
    const heading = found.find((sides) => sides.has(side))?.get(side)
    const spot = heading === undefined ? null : beside(board, heading)
    if (spot !== null) putJoined(plan, side, spot.row, spot.column)
    else
      form.goals.forEach((goal, index) => {
        plan.homeless(names[side], { text: goal[side].raw, path: pathOf(index, side) })
      })
  }
}
