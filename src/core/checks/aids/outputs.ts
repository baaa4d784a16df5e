/** How far the outputs of a form have come, against the money spent: what checks on both share. */

import { Exact, type Form, type Indicator, type ScoredForm, type ScoredRow } from '../../model/index.ts'
import { headingOf } from './indicator-class.ts'
import { reachedPercent } from './scored-rows.ts'

/** Rows of output where more is better: a cost that stays low is no output. */
export function outputsOf(form: Form, scored: ScoredForm): readonly ScoredRow[] {
  return scored.rows.filter((row, index) => form.indicators[index]!.level1Kind === 'output' && !row.reverse)
}

/** The result says that there is none: 未完成, or 0 where more was wanted. A word that is not known says nothing. */
function isNothing({ actual }: Indicator, { verdict }: ScoredRow): boolean {
  const value = actual.value?.value
  if (value?.kind === 'completion') return value.completion === 'none'
  return value?.kind === 'quantity' && value.number.isZero && verdict === 'missed'
}

/** Where every output (costs aside) says that nothing came of it: the first of them. Null where one says else, or none is there. */
export function firstOfNothing(form: Form, scored: ScoredForm): Indicator | null {
  const outputs = scored.rows
    .map((row, index) => ({ row, indicator: form.indicators[index]! }))
    .filter(({ indicator }) => indicator.role === 'scored' && indicator.level1Kind === 'output')
    .filter(({ indicator }) => headingOf(indicator) !== 'cost')
  return outputs.every(({ row, indicator }) => isNothing(indicator, row)) ? (outputs[0]?.indicator ?? null) : null
}

/** Completion of one output in percent, at most 100; null where nothing tells it. */
function completionOf(row: ScoredRow): Exact | null {
  if (row.verdict === 'met') return Exact.hundred
  const reached = reachedPercent(row)
  return reached === null ? null : Exact.min(reached, Exact.hundred)
}

/**
 * Completion of all outputs in percent, by weight; null where it is known of less than half of them (by weight): a few rows
 * do not tell how far the work has come.
 */
export function progressOf(form: Form, scored: ScoredForm): Exact | null {
  let all = Exact.zero
  let weights = Exact.zero
  let reached = Exact.zero
  for (const row of outputsOf(form, scored)) {
    if (row.weight === null) continue
    all = all.plus(row.weight)
    const completion = completionOf(row)
    if (completion === null) continue
    weights = weights.plus(row.weight)
    reached = reached.plus(row.weight.times(completion))
  }
  const isTelling = weights.isPositive && weights.plus(weights).atLeast(all)
  return isTelling ? reached.dividedBy(weights) : null
}

/** Execution in percent; without one, whether the form has no money table at all (`skip`) or one that cannot be read. */
export function rateOrAnswer(form: Form, { execution: { rate } }: ScoredForm): Exact | 'skip' | 'unread' {
  return rate ?? (form.tasks.length === 0 ? 'skip' : 'unread')
}
