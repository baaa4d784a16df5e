/**
 * The reviewer's own values beside the unit's: 审减 and 偏离度, row by row and in all. 偏离度 = (自评 − 复核) ÷ 自评, as a published
 * review form has it.
 */

import type { Draft } from '../draft/index.ts'
import { gather } from '../model/gather.ts'
import { Exact, type Form, type ScoredExecution } from '../model/index.ts'
import type { AppealPoint } from './state.ts'

/** Stands for the points of the budget's execution where the id of a row is asked for. */
export const EXECUTION = 'execution'

/** A row of the unit's form, figures as decimal texts; null where none is printed or it cannot be read. */
export interface OwnRow {
  readonly row: string
  readonly name: string
  readonly weight: string | null
  readonly own: string | null
}

/** What the reviewer wrote beside a row. */
export interface ReviewValue {
  /** Points that the reviewer gives; null: nothing said. */
  readonly score: string | null
  /** The actual value that was found, as text. */
  readonly actual?: string
  readonly reason: string
  readonly phrase?: string
}

export interface ReviewedRow extends OwnRow {
  /** The reviewer's points where some were given, else the unit's own. */
  readonly reviewed: string | null
  /** 审减: own − reviewed; below zero where the reviewer gave more. */
  readonly deducted: string | null
  /** 偏离度, as a plain ratio with four decimals ('0.1500'); null where the own score is missing or 0. */
  readonly deviation: string | null
  readonly value: ReviewValue | null
  /** Why the reviewer's points cannot stand: no number, below zero, or above the weight. */
  readonly problem: 'no-number' | 'negative' | 'above-weight' | null
}

export interface ReviewSheet {
  readonly rows: readonly ReviewedRow[]
  readonly total: Pick<ReviewedRow, 'own' | 'reviewed' | 'deducted' | 'deviation'>
  /** Rows with a value of the reviewer's. */
  readonly assessed: number
  /** Rows whose own score is missing: the sums go without them. */
  readonly missing: number
}

/** The rows of a form with their own points, execution first where the form has any; `form` is what `draft` says. */
export function ownRows(
  draft: Draft,
  form: Form,
  execution: Pick<ScoredExecution, 'points' | 'printed' | 'added'> | undefined,
): OwnRow[] {
  const rows = draft.indicators.map(({ id }, index): OwnRow => {
    const { name, weight, score } = form.indicators[index]!
    return { row: id, name: name.raw, weight: weight.value?.toString() ?? null, own: score.value?.toString() ?? null }
  })
  if (execution === undefined) return rows
  const own = (execution.printed ?? execution.added)?.toString() ?? null
  return [{ row: EXECUTION, name: '预算执行', weight: execution.points.toString(), own }, ...rows]
}

/** What of a review stands: an appeal that was upheld gives the unit its points back. */
export function standing<T>(
  assessments: Readonly<Record<string, T>>,
  points: readonly AppealPoint[],
): Record<string, T> {
  const upheld = new Set(points.filter(({ answer }) => answer === 'upheld').map(({ row }) => row))
  return Object.fromEntries(Object.entries(assessments).filter(([row]) => !upheld.has(row)))
}

const DECIMALS = 4

function figure(text: string | null): Exact | null {
  return text === null ? null : Exact.parse(text)
}

/** (own − reviewed) ÷ own; null where there is nothing to measure by. */
function deviationOf(own: Exact | null, reviewed: Exact | null): string | null {
  if (own === null || reviewed === null || own.isZero) return null
  return own.minus(reviewed).dividedBy(own).toFixed(DECIMALS)
}

/** Why these points cannot be given to a row; null where they can. */
export function pointsProblem(points: string | null, { weight }: Pick<OwnRow, 'weight'>): ReviewedRow['problem'] {
  if (points === null) return null
  const [score, most] = [figure(points), figure(weight)]
  if (score === null) return 'no-number'
  if (score.isNegative) return 'negative'
  return most !== null && score.greaterThan(most) ? 'above-weight' : null
}

function reviewedRow(row: OwnRow, value: ReviewValue | null): ReviewedRow {
  const own = figure(row.own)
  const given = figure(value?.score ?? null)
  const problem = pointsProblem(value?.score ?? null, row)
  const reviewed = problem === null ? (given ?? own) : own
  return {
    ...row,
    reviewed: reviewed?.toString() ?? null,
    deducted: own === null || reviewed === null ? null : own.minus(reviewed).toString(),
    deviation: deviationOf(own, reviewed),
    value,
    problem,
  }
}

/**
 * The review of a form. `values` by row; points that cannot stand count as not given and are told. The totals are sums over the
 * rows that have a score of the unit's own; a row that only the reviewer scored adds to `reviewed` alone.
 */
export function reviewSheet(rows: readonly OwnRow[], values: Readonly<Record<string, ReviewValue>>): ReviewSheet {
  const reviewed = rows.map((row) => reviewedRow(row, Object.hasOwn(values, row.row) ? values[row.row]! : null))
  const sum = (of: 'own' | 'reviewed'): Exact => Exact.sum(gather(reviewed, (row) => figure(row[of]) ?? []))
  const [own, after] = [sum('own'), sum('reviewed')]
  return {
    rows: reviewed,
    total: {
      own: own.toString(),
      reviewed: after.toString(),
      deducted: own.minus(after).toString(),
      deviation: deviationOf(own, after),
    },
    assessed: reviewed.filter(({ value }) => value !== null && value.score !== null).length,
    missing: reviewed.filter((row) => row.own === null && row.weight !== null).length,
  }
}
