/**
 * One form in small: what roll-ups add up. Plain data with exact decimal texts, so that it can be stored beside the form and
 * taken off again, to the last digit, when the form changes.
 */

import { inTenThousands } from '../checks/aids/ten-thousands.ts'
import { gather } from '../model/gather.ts'
import {
  Exact,
  type Finding,
  type Form,
  type FormKind,
  type Grade,
  type Level1,
  type ScoredForm,
  type ScoredRow,
} from '../model/index.ts'
import { type Edition, reachesThreshold } from '../rulebook/index.ts'

/** Raised when the shape changes. Summaries are made anew from their forms, never upgraded. */
export const summarySchema = 1

export interface SummaryBlock {
  readonly level: 1 | 2
  readonly kind: Level1
  /** 产出指标, 数量指标; of a level-1 block of a known kind '' (the kind names it). */
  readonly name: string
  readonly rows: number
  readonly weight: string
  /** Printed scores of the rows that have one. */
  readonly score: string
  /** Weight of those rows: the loss is this minus `score`. */
  readonly scoredWeight: string
  /** Of the recomputed band. */
  readonly least: string
  readonly most: string
}

/** Points lost, by the rule that scores the rows. */
export interface SummaryRule {
  /** Id of the scoring rule. */
  readonly rule: string
  readonly rows: number
  readonly scoredWeight: string
  readonly score: string
}

export interface FormSummary {
  readonly schema: typeof summarySchema
  readonly kind: FormKind
  readonly fiscalYear: number | null
  readonly edition: string
  /** As printed; null where it is missing or cannot be read. */
  readonly total: string | null
  /** Printed scores and execution added up. */
  readonly added: string
  /** Of the recomputed band. */
  readonly least: string
  readonly most: string
  readonly grade: Grade | null
  /** In 万元; null where it cannot be read, or its unit is not told. */
  readonly budgeted: string | null
  readonly executed: string | null
  readonly blocks: readonly SummaryBlock[]
  readonly rules: readonly SummaryRule[]
  readonly rows: {
    /** With a weight and a printed score. */
    readonly scored: number
    /** Of these, with full marks. */
    readonly full: number
    /** Results above the target, from the edition's thresholds on: to be noticed, to be explained, serious. */
    readonly over: { readonly notice: number; readonly reason: number; readonly serious: number }
    /** Rows of satisfaction by the whole percent they report ('95'), rows exactly on their target. */
    readonly satisfaction: {
      readonly rows: number
      readonly onTarget: number
      readonly percents: Readonly<Record<string, number>>
    }
  }
  readonly findings: Readonly<
    Record<string, { readonly error: number; readonly warning: number; readonly info: number }>
  >
}

/** A form and what the rules said of it (an `Evaluation` fits). */
export interface Evaluated {
  readonly form: Form
  readonly scored: ScoredForm
  readonly edition: Edition
  readonly findings: readonly Finding[]
}

interface Points {
  rows: number
  scoredWeight: Exact
  score: Exact
}

/** Weight and printed score of the rows that have both. */
function pointsOf(rows: readonly ScoredRow[]): Points {
  const points: Points = { rows: 0, scoredWeight: Exact.zero, score: Exact.zero }
  for (const { weight, printed } of rows) {
    if (weight === null || printed === null) continue
    points.rows++
    points.scoredWeight = points.scoredWeight.plus(weight)
    points.score = points.score.plus(printed)
  }
  return points
}

function rulesOf(rows: readonly ScoredRow[]): SummaryRule[] {
  const byRule = new Map<string, ScoredRow[]>()
  for (const row of rows) {
    if (row.rule === null) continue
    const known = byRule.get(row.rule)
    if (known === undefined) byRule.set(row.rule, [row])
    else known.push(row)
  }
  return [...byRule].map(([rule, own]) => {
    const { rows: count, scoredWeight, score } = pointsOf(own)
    return { rule, rows: count, scoredWeight: scoredWeight.toString(), score: score.toString() }
  })
}

function blocksOf({ blocks, rows }: ScoredForm): SummaryBlock[] {
  const byPath = new Map(rows.map((row) => [row.path, row]))
  return blocks.map(({ level, level1Kind, name, rows: paths, weight, score }) => {
    const points = pointsOf(gather(paths, (path) => byPath.get(path) ?? []))
    return {
      level,
      kind: level1Kind,
      name: level === 1 && level1Kind !== 'other' ? '' : name,
      rows: paths.length,
      weight: weight.added.toString(),
      score: points.score.toString(),
      scoredWeight: points.scoredWeight.toString(),
      least: score.recomputed.min.toString(),
      most: score.recomputed.max.toString(),
    }
  })
}

function overOf(rows: readonly ScoredRow[], edition: Edition): FormSummary['rows']['over'] {
  const shares = gather(rows, ({ achievement, reverse }) =>
    achievement === null || reverse ? [] : [achievement.times(Exact.hundred)],
  )
  const count = (threshold: 'overNotice' | 'overReason' | 'overSerious'): number =>
    shares.filter((share) => reachesThreshold(edition, threshold, share)).length
  return { notice: count('overNotice'), reason: count('overReason'), serious: count('overSerious') }
}

function satisfactionOf(form: Form): FormSummary['rows']['satisfaction'] {
  const percents: Record<string, number> = {}
  let rows = 0
  let onTarget = 0
  for (const { level1Kind, target, actual, role } of form.indicators) {
    const reached = actual.value?.value
    if (level1Kind !== 'satisfaction' || role === 'notApplicable' || reached?.kind !== 'quantity') continue
    rows++
    if (reached.unit?.name === '%') {
      const percent = reached.number.round(0, 'down').toString()
      percents[percent] = (percents[percent] ?? 0) + 1
    }
    const wanted = target.value?.value
    if (wanted?.kind === 'quantity' && wanted.number.equals(reached.number)) onTarget++
  }
  return { rows, onTarget, percents }
}

function findingsBy(findings: readonly Finding[]): FormSummary['findings'] {
  const counts: Record<string, { error: number; warning: number; info: number }> = {}
  for (const { rule, severity } of findings) {
    counts[rule] ??= { error: 0, warning: 0, info: 0 }
    counts[rule][severity]++
  }
  return counts
}

export function summaryOf({ form, scored, edition, findings }: Evaluated): FormSummary {
  const { total, grade, execution, rows } = scored
  const own = rows.filter(({ weight, printed }) => weight?.isPositive === true && printed !== null)
  const unit = form.moneyUnit.value
  return {
    schema: summarySchema,
    kind: form.kind,
    fiscalYear: form.fiscalYear.value,
    edition: edition.id,
    total: total.printed?.toString() ?? null,
    added: total.added.toString(),
    least: total.recomputed.min.toString(),
    most: total.recomputed.max.toString(),
    grade: grade.printed ?? grade.ofPrinted,
    budgeted: inTenThousands(execution.budgeted, unit)?.toString() ?? null,
    executed: inTenThousands(execution.executed, unit)?.toString() ?? null,
    blocks: blocksOf(scored),
    rules: rulesOf(rows),
    rows: {
      scored: own.length,
      full: own.filter(({ weight, printed }) => printed!.atLeast(weight!)).length,
      over: overOf(rows, edition),
      satisfaction: satisfactionOf(form),
    },
    findings: findingsBy(findings),
  }
}
