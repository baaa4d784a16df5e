/** One check over a sketched form, under rules or columns that no example can have. */

import type { Check } from '../../src/core/checks/check.ts'
import { runChecks } from '../../src/core/checks/runner.ts'
import type { IndicatorColumn } from '../../src/core/model/index.ts'
import { type FormSketch, formFromSketch } from '../../src/core/recognise/sketch.ts'
import { type Edition, editionById } from '../../src/core/rulebook/index.ts'
import { scoreForm } from '../../src/core/scoring/index.ts'

export interface Circumstances {
  /** Parts in which the rules differ from the national ones of 2020. */
  readonly edition?: Partial<Edition>
  /** Columns that the form prints; all of them where left out. */
  readonly columns?: readonly IndicatorColumn[]
}

/** 'warning aboveCap@total', … in the order of the form, and the statuses that were counted. */
export function runCheck(
  check: Check,
  sketch: FormSketch,
  { edition: changes = {}, columns }: Circumstances = {},
): { readonly said: readonly string[]; readonly statuses: readonly string[] } {
  const whole = formFromSketch(sketch)
  const form = columns === undefined ? whole : { ...whole, columns: { ...whole.columns, indicators: columns } }
  const edition: Edition = { ...editionById('national-project-2020')!, ...changes }
  const { findings, summaries } = runChecks([check], { form, scored: scoreForm(form, edition), edition, events: [] })
  return {
    said: findings.map(({ severity, message, at }) => `${severity} ${message}@${at[0].path}`),
    statuses: Object.entries(summaries[0]!.counts).flatMap(([status, count]) => (count > 0 ? [status] : [])),
  }
}
