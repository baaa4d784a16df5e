/** One indicator row: compare target and actual, let the one rule that claims it score it, round, and look at the print. */

import { decimalsOf as writtenDecimals } from '../arithmetic/index.ts'
import type { Agreement, Bilingual, Exact, FormPath, Indicator, ScoredRow } from '../model/index.ts'
import type { Edition } from '../rulebook/edition.ts'
import { type Comparison, compareValues, readValue } from '../values/index.ts'
import { agreementOf } from './agreement.ts'
import { decimalsOf, roundBand } from './rounding.ts'
import type { RowFacts, RuleScore, ScoringRule } from './rule.ts'
import { scoringRules } from './rules.ts'

/** What a row is scored with beside itself. */
export interface RowContext {
  readonly edition: Edition
  readonly fiscalYear: number | null
  /** False where the form has no score column at all: then none is lost. */
  readonly scoresPrinted: boolean
}

const nothingWritten = readValue('')

function compare(indicator: Indicator, fiscalYear: number | null): Comparison {
  return compareValues(indicator.target.value ?? nothingWritten, indicator.actual.value ?? nothingWritten, {
    name: indicator.name.raw,
    unit: indicator.unit.raw,
    attribute: indicator.attribute.raw,
    ...(fiscalYear === null ? {} : { fiscalYear }),
  })
}

/** The rules that claim a row: always exactly one, which a test shows over all kinds of rows. */
export function claiming(row: RowFacts): readonly ScoringRule[] {
  return scoringRules.filter((rule) => rule.claims(row))
}

/** A row without a weight of its own has nothing to score; why, where that is not plain. */
function withoutWeight(indicator: Indicator): readonly Bilingual[] | null {
  if (indicator.role === 'part') return []
  const { raw, value } = indicator.weight
  if (value !== null) return value.isNegative ? [{ zh: '分值为负数', en: 'the weight is negative' }] : null
  return raw === '' ? [] : [{ zh: `分值“${raw}”无法识别`, en: `the weight “${raw}” cannot be read` }]
}

function agreement(row: RowFacts, score: RuleScore, context: RowContext): Agreement {
  const { raw, value: printed } = row.indicator.score
  if (score.band === null) return 'none'
  if (printed === null) return context.scoresPrinted && row.weight.isPositive ? 'lost' : 'none'
  return agreementOf({
    printed,
    printedDecimals: writtenDecimals(raw),
    decimals: decimalsOf(row.edition),
    recomputed: roundBand(score.band, row.edition),
    exact: score.band,
    decided: score.decided,
    readings: (score.readings ?? []).map(({ band }) => roundBand(band, row.edition)),
  })
}

export function scoreRow(indicator: Indicator, path: FormPath, context: RowContext): ScoredRow {
  const { edition } = context
  const comparison = compare(indicator, context.fiscalYear)
  const common = {
    path,
    weight: indicator.weight.value,
    printed: indicator.score.value,
    verdict: comparison.verdict,
    achievement: comparison.achievement,
    reverse: comparison.reverse,
  }
  const unweighted = withoutWeight(indicator)
  if (unweighted !== null) {
    const nothing = { rule: null, recomputed: null, exact: null, steps: [], law: [], readings: [] }
    return { ...common, ...nothing, agreement: 'none', because: [...unweighted, ...comparison.because] }
  }
  // A row that is neither a part nor without weight has one, and exactly one rule claims it.
  const weight: Exact = indicator.weight.value!
  const row: RowFacts = { indicator, path, weight, comparison, edition }
  const rule = claiming(row)[0]!
  const score = rule.score(row)
  return {
    ...common,
    rule: rule.id,
    recomputed: score.band === null ? null : roundBand(score.band, edition),
    exact: score.band,
    steps: score.steps,
    law: score.law,
    agreement: agreement(row, score, context),
    because: [...score.because, ...comparison.because],
    readings: (score.readings ?? []).map((reading) => ({ ...reading, band: roundBand(reading.band, edition) })),
  }
}
