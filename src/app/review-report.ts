/** A report as a reviewer re-scores it: what she takes off each row, and how far the unit's own score is from what is left. */

import { type Band, Exact, type FormPath, type Report, type Step } from '../core/model/index.ts'
import { pathsNamed } from '../core/recognise/index.ts'
import { type Edition, editionById, editions } from '../core/rulebook/index.ts'
import { type ReviewedRow, reviewRow } from '../core/scoring/index.ts'

/** '指标名=hollow-light,misfiled': a row by its name, and the deductions named for it. */
export interface NamedDeductions {
  readonly name: string
  readonly ids: readonly string[]
}

/** Null where the text names no row or no deduction. */
export function readDeductions(text: string): NamedDeductions | null {
  const equals = text.lastIndexOf('=')
  const name = text.slice(0, Math.max(0, equals)).trim()
  const ids = text
    .slice(equals + 1)
    .split(/[,，、\s]+/)
    .filter((id) => id !== '')
  return equals < 0 || name === '' || ids.length === 0 ? null : { name, ids }
}

export interface ReviewLine {
  readonly path: FormPath
  readonly name: string
  readonly weight: Exact | null
  /** The unit's own score. */
  readonly printed: Exact | null
  /** By the rules, before the reviewer takes anything off; null where the row carries no weight. */
  readonly recomputed: Band | null
  /** What is left; null where the row carries no weight. */
  readonly reviewed: Band | null
  /** (own − reviewed) ÷ own, in percent; null where the own score is missing or 0. */
  readonly deviation: Band | null
  /** Those that were taken. */
  readonly deductions: readonly string[]
  readonly steps: readonly Step[]
  readonly refused: ReviewedRow['refused']
}

export interface Review {
  readonly edition: string
  readonly lines: readonly ReviewLine[]
  readonly total: Pick<ReviewLine, 'printed' | 'recomputed' | 'reviewed' | 'deviation'>
}

/** `row`: the name fits no row, or several; `edition`: these rules know no deductions. */
export type ReviewOutcome =
  | { readonly review: Review; readonly problem: null }
  | { readonly review: null; readonly problem: 'none' | 'several'; readonly name: string }
  | { readonly review: null; readonly problem: 'edition'; readonly known: readonly string[] }

/** Editions that say what a reviewer may take off. */
export function reviewEditions(): readonly Edition[] {
  return editions.filter(({ review }) => review !== undefined)
}

/** (own − reviewed) ÷ own in percent: 偏离度 of the review form. */
function deviationOf(printed: Exact | null, reviewed: Band | null): Band | null {
  if (printed === null || reviewed === null || printed.isZero) return null
  const of = (left: Exact) => printed.minus(left).times(Exact.hundred).dividedBy(printed)
  return { min: of(reviewed.max), max: of(reviewed.min) }
}

/** The whole review of one report by what the reviewer named; a row named twice takes all its deductions. */
export function reviewReport(report: Report, named: readonly NamedDeductions[]): ReviewOutcome {
  const edition = editionById(report.stamp.edition)
  if (edition?.review === undefined)
    return { review: null, problem: 'edition', known: reviewEditions().map(({ id }) => id) }
  const ofPath = new Map<string, string[]>()
  for (const { name, ids } of named) {
    const paths = pathsNamed(report.form, name, 'score').filter((path) => path.startsWith('indicators['))
    if (paths.length !== 1) return { review: null, problem: paths.length > 1 ? 'several' : 'none', name }
    const path = paths[0]!.replace(/\.score$/, '')
    ofPath.set(path, [...(ofPath.get(path) ?? []), ...ids])
  }
  const lines = report.scored.rows.map((row, index): ReviewLine => {
    const indicator = report.form.indicators[index]!
    const deductions = ofPath.get(row.path) ?? []
    const { band, steps, refused } = reviewRow(row, indicator, deductions, edition)
    const { path, weight, printed, recomputed } = row
    return {
      path,
      name: indicator.name.raw,
      weight,
      printed,
      recomputed,
      reviewed: band,
      deviation: deviationOf(printed, band),
      deductions: deductions.filter((id) => !refused.some((one) => one.id === id)),
      steps,
      refused,
    }
  })
  const { printed, recomputed } = report.scored.total
  const taken = (end: 'min' | 'max') =>
    Exact.sum(
      lines.flatMap((line) => (line.reviewed === null ? [] : [line.recomputed![end].minus(line.reviewed[end])])),
    )
  const reviewed = { min: recomputed.min.minus(taken('min')), max: recomputed.max.minus(taken('max')) }
  return {
    review: {
      edition: edition.id,
      lines,
      total: { printed, recomputed, reviewed, deviation: deviationOf(printed, reviewed) },
    },
    problem: null,
  }
}
