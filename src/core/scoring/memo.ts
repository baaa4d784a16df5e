/** What did not change is not scored again: one cell changed among a thousand costs one row and its blocks. */

import {
  type Exact,
  type FormPath,
  type Indicator,
  indicatorPath,
  type Label,
  type ScoredRow,
  type ScoredTask,
  type Task,
} from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { type Blocks, makeBlocks, remakeBlocks } from './blocks.ts'
import type { MoneyBase } from './execution.ts'
import { type RowContext, scoreRow } from './row.ts'
import { scoreTasks } from './tasks.ts'

interface RememberedRow {
  readonly path: FormPath
  readonly context: RowContext
  readonly scored: ScoredRow
}

export interface ScoredRows {
  readonly rows: readonly ScoredRow[]
  readonly blocks: Blocks
}

/** The rows of the form that was scored last. */
interface LastRows extends ScoredRows {
  readonly indicators: readonly Indicator[]
  readonly context: RowContext
}

/** The rows of the money table that was scored last. */
interface LastTasks {
  readonly tasks: readonly Task[]
  readonly scored: readonly ScoredTask[]
}

interface OfEdition {
  readonly rows: WeakMap<Indicator, RememberedRow>
  last: LastRows | null
  lastTasks: LastTasks | null
}

/** Rows already scored, by edition and indicator object, and blocks and tasks of the form scored last. */
export type ScoreMemo = WeakMap<Edition, OfEdition>

export function newScoreMemo(): ScoreMemo {
  return new WeakMap()
}

function ofEdition(memo: ScoreMemo, edition: Edition): OfEdition {
  const known = memo.get(edition)
  if (known !== undefined) return known
  const made: OfEdition = { rows: new WeakMap(), last: null, lastTasks: null }
  memo.set(edition, made)
  return made
}

function isSameContext(one: RowContext, other: RowContext): boolean {
  return one.fiscalYear === other.fiscalYear && one.scoresPrinted === other.scoresPrinted
}

/** The same ScoredRow object where indicator, path and surroundings are the same. */
export function scoreRowOnce(memo: ScoreMemo, indicator: Indicator, path: FormPath, context: RowContext): ScoredRow {
  const { rows } = ofEdition(memo, context.edition)
  const known = rows.get(indicator)
  if (known?.path === path && isSameContext(known.context, context)) return known.scored
  const scored = scoreRow(indicator, path, context)
  rows.set(indicator, { path, context, scored })
  return scored
}

function isSame(one: Exact | null, other: Exact | null): boolean {
  return one === null || other === null ? one === other : one.equals(other)
}

function isSameLabel(one: Label, other: Label): boolean {
  return one === other || (one.cell.raw === other.cell.raw && isSame(one.points.value, other.points.value))
}

/** Whether two states of a row stand in the same blocks, under the same labels. */
function isSamePlace(one: Indicator, other: Indicator): boolean {
  return (
    one.role === other.role &&
    one.level1Kind === other.level1Kind &&
    isSameLabel(one.level1, other.level1) &&
    isSameLabel(one.level2, other.level2)
  )
}

/** Rows and blocks of a form. */
export function scoreRows(indicators: readonly Indicator[], context: RowContext): ScoredRows {
  const rows = indicators.map((indicator, index) => scoreRow(indicator, indicatorPath(index), context))
  return { rows, blocks: makeBlocks(indicators, rows, context.edition) }
}

/** Rows that are other objects than before are scored; null where the blocks may hold other rows than before. */
function rescore(memo: ScoreMemo, last: LastRows, indicators: readonly Indicator[], context: RowContext) {
  if (last.indicators.length !== indicators.length || !isSameContext(last.context, context)) return null
  const rows = [...last.rows]
  const changed: number[] = []
  for (let index = 0; index < indicators.length; index++) {
    const indicator = indicators[index]!
    const before = last.indicators[index]!
    if (indicator === before) continue
    if (!isSamePlace(before, indicator)) return null
    rows[index] = scoreRowOnce(memo, indicator, indicatorPath(index), context)
    changed.push(index)
  }
  return { rows, blocks: remakeBlocks(last.blocks, changed, indicators, rows) }
}

/** Rows and blocks that did not change since the form before are the same objects. */
export function scoreRowsOnce(memo: ScoreMemo, indicators: readonly Indicator[], context: RowContext): ScoredRows {
  const own = ofEdition(memo, context.edition)
  let scored: ScoredRows | null = own.last === null ? null : rescore(memo, own.last, indicators, context)
  if (scored === null) {
    const rows = indicators.map((indicator, index) => scoreRowOnce(memo, indicator, indicatorPath(index), context))
    scored = { rows, blocks: makeBlocks(indicators, rows, context.edition) }
  }
  own.last = { ...scored, indicators, context }
  return scored
}

/** The same objects where every task is the same object: nothing else of a form moves their scores. */
export function scoreTasksOnce(memo: ScoreMemo, tasks: readonly Task[], base: MoneyBase, edition: Edition) {
  const own = ofEdition(memo, edition)
  const isKnown =
    own.lastTasks?.tasks.length === tasks.length && own.lastTasks.tasks.every((task, at) => task === tasks[at])
  if (!isKnown) own.lastTasks = { tasks, scored: scoreTasks(tasks, base, edition) }
  return own.lastTasks!.scored
}
