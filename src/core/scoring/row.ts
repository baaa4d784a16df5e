/** One indicator row: compare target and actual, let the one rule that claims it score it, round, and look at the print. */

import type { Agreement, Band, Bilingual, Exact, FormPath, Indicator, ScoredRow, Step } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { equalExceeded, repairsAgree, repairsDiffer } from '../values/because.ts'
import { type Comparison, compareValues, readValue } from '../values/index.ts'
import { agreementOf } from './agreement.ts'
import { namedRuleFor } from './named-rules.ts'
import { decimalsOf, roundBand } from './rounding.ts'
import type { Measured, RowFacts, RuleScore } from './rule.ts'
import { scoringRules } from './rules.ts'
import { isUnderCost } from './subjects.ts'

/** What a row is scored with beside itself. */
export interface RowContext {
  readonly edition: Edition
  readonly fiscalYear: number | null
  /** False where the form has no score column at all: then none is lost. */
  readonly scoresPrinted: boolean
}

const nothingWritten = readValue('')

function compare(indicator: Indicator, fiscalYear: number | null): Comparison {
  const name = indicator.name.raw
  const unit = indicator.unit.raw
  const attribute = indicator.attribute.raw
  const target = indicator.target.value ?? nothingWritten
  const actual = indicator.actual.value ?? nothingWritten
  const underCost = isUnderCost(indicator)
  const context =
    fiscalYear === null ? { name, unit, attribute, underCost } : { name, unit, attribute, underCost, fiscalYear }
  return compareValues(target, actual, context)
}

/**
 * Both figures in one unit, where the comparison is certain of them. Past an exact target (=8个 → 9个) it is certain of
 * the figures and leaves the verdict to the edition.
 */
function measuredIn({ verdict, target, actual, byRepair, because }: Comparison): Measured | null {
  if (target === null || actual === null) return null
  // Readings of a doubtful text that agree on "missed" still name different figures.
  if (byRepair || because.includes(repairsAgree) || because.includes(repairsDiffer)) return null
  return verdict !== 'unknown' || because.includes(equalExceeded) ? { target, actual } : null
}

/** What the rules look at, for an indicator with this weight. */
export function factsOf(
  indicator: Indicator,
  path: FormPath,
  weight: Exact,
  comparison: Comparison,
  edition: Edition,
): RowFacts {
  const named = namedRuleFor(edition, indicator.name.raw)
  return { indicator, path, weight, comparison, measured: measuredIn(comparison), named, edition }
}

/** A row without a weight of its own has nothing to score; why, where that is not plain. */
function withoutWeight(indicator: Indicator): readonly Bilingual[] | null {
  if (indicator.role === 'part') return []
  const { raw, value } = indicator.weight
  if (value !== null) return value.isNegative ? [{ zh: '分值为负数', en: 'the weight is negative' }] : null
  return raw === '' ? [] : [{ zh: `分值“${raw}”无法识别`, en: `the weight “${raw}” cannot be read` }]
}

interface Rounded {
  readonly recomputed: Band | null
  readonly readings: ScoredRow['readings']
}

function roundAll({ band, readings = [] }: RuleScore, edition: Edition): Rounded {
  return {
    recomputed: band === null ? null : roundBand(band, edition),
    readings: readings.map(({ word, tier, band: own }) => ({ word, tier, band: roundBand(own, edition) })),
  }
}

function agreement(row: RowFacts, score: RuleScore, rounded: Rounded, context: RowContext): Agreement {
  const { raw, value: printed } = row.indicator.score
  if (score.band === null) return 'none'
  if (printed === null) return context.scoresPrinted && row.weight.isPositive ? 'lost' : 'none'
  return agreementOf({
    printed,
    raw,
    decimals: decimalsOf(row.edition),
    recomputed: rounded.recomputed!,
    exact: score.band,
    decided: score.decided,
    readings: rounded.readings.map(({ band }) => band),
  })
}

interface Compared {
  readonly indicator: Indicator
  readonly path: FormPath
  readonly comparison: Comparison
  readonly because: readonly Bilingual[]
}

interface Judged {
  readonly rule: string | null
  readonly score: Pick<RuleScore, 'band' | 'steps' | 'law'>
  readonly rounded: Rounded
  readonly agreement: Agreement
}

/** Of a row that has nothing to score. */
const unjudged: Judged = {
  rule: null,
  score: { band: null, steps: [], law: [] },
  rounded: { recomputed: null, readings: [] },
  agreement: 'none',
}

/**
 * The score of a row. Its steps are told when someone asks for them; an accessor on the object itself would make each of
 * these objects a table of names, which costs as much time as the whole score.
 */
class RowScore implements ScoredRow {
  readonly path: FormPath
  readonly rule: string | null
  readonly weight: Exact | null
  readonly printed: Exact | null
  readonly recomputed: Band | null
  readonly exact: Band | null
  readonly law: ScoredRow['law']
  readonly verdict: ScoredRow['verdict']
  readonly achievement: Exact | null
  readonly reverse: boolean
  readonly agreement: Agreement
  readonly because: readonly Bilingual[]
  readonly readings: ScoredRow['readings']
  readonly #tellers: RuleScore['steps']
  #told: readonly Step[] | null = null

  constructor({ indicator, path, comparison, because }: Compared, { rule, score, rounded, agreement }: Judged) {
    this.path = path
    this.rule = rule
    this.weight = indicator.weight.value
    this.printed = indicator.score.value
    this.recomputed = rounded.recomputed
    this.exact = score.band
    this.law = score.law
    this.verdict = comparison.verdict
    this.achievement = comparison.achievement
    this.reverse = comparison.reverse
    this.agreement = agreement
    this.because = because
    this.readings = rounded.readings
    this.#tellers = score.steps
  }

  get steps(): readonly Step[] {
    this.#told ??= this.#tellers.map((tell) => tell())
    return this.#told
  }

  toJSON(): ScoredRow {
    const { path, rule, weight, printed, recomputed, exact, steps, law } = this
    const { verdict, achievement, reverse, agreement, because, readings } = this
    const figures = { path, rule, weight, printed, recomputed, exact, steps, law }
    return { ...figures, verdict, achievement, reverse, agreement, because, readings }
  }
}

/** The row of an indicator, with its steps told when someone asks. */
export function scoreRow(indicator: Indicator, path: FormPath, context: RowContext): ScoredRow {
  const { edition } = context
  const comparison = compare(indicator, context.fiscalYear)
  const unweighted = withoutWeight(indicator)
  if (unweighted !== null) {
    return new RowScore({ indicator, path, comparison, because: [...unweighted, ...comparison.because] }, unjudged)
  }
  // A row that is neither a part nor without weight has one, and exactly one rule claims it.
  const row = factsOf(indicator, path, indicator.weight.value!, comparison, edition)
  const rule = scoringRules.find((candidate) => candidate.claims(row))!
  const score = rule.score(row)
  const rounded = roundAll(score, edition)
  return new RowScore(
    { indicator, path, comparison, because: [...score.because, ...comparison.because] },
    { rule: rule.id, score, rounded, agreement: agreement(row, score, rounded, context) },
  )
}
