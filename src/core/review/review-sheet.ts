/**
 * The reviewer's own values beside the unit's: 审减 and 偏离度, row by row and in all. 偏离度 = (自评 − 复核) ÷ 自评, as a published
 * review form has it.
 */

import { Exact } from '../model/index.ts'

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

const DECIMALS = 4

function figure(text: string | null): Exact | null {
  return text === null ? null : Exact.parse(text)
}

/** (own − reviewed) ÷ own; null where there is nothing to measure by. */
function deviationOf(own: Exact | null, reviewed: Exact | null): string | null {
  if (own === null || reviewed === null || own.isZero) return null
  return own.minus(reviewed).dividedBy(own).toFixed(DECIMALS)
}

function problemOf(text: string | null, score: Exact | null, weight: Exact | null): ReviewedRow['problem'] {
  if (text === null) return null
  if (score === null) return 'no-number'
  if (score.isNegative) return 'negative'
  return weight !== null && score.greaterThan(weight) ? 'above-weight' : null
}

function reviewedRow(row: OwnRow, value: ReviewValue | null): ReviewedRow {
  const own = figure(row.own)
  const given = figure(value?.score ?? null)
  const problem = problemOf(value?.score ?? null, given, figure(row.weight))
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
  const sum = (of: 'own' | 'reviewed'): Exact => Exact.sum(reviewed.flatMap((row) => figure(row[of]) ?? []))
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
