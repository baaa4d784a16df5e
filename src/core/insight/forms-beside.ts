/** Which forms of other files belong beside a form: those of its unit of earlier years, those of its projects. */

import { sameIndicators } from '../checks/aids/same-indicator.ts'
import type { Beside } from '../checks/check.ts'
import type { Form } from '../model/index.ts'
import { subjectOf } from './approved.ts'

/** Names that say the same, or, where either is missing, rows in common. */
function isOf(form: Form, other: Form): boolean {
  const [subject, named] = [subjectOf(form), subjectOf(other)]
  if (subject !== '' && named !== '') return subject === named
  return sameIndicators(form.indicators, other.indicators).length > 0
}

/** Self-evaluations of the same unit or project of years before; the latest first, one of each year. */
export function earlierFormsOf(form: Form, others: readonly Form[]): NonNullable<Beside['years']> {
  const present = form.fiscalYear.value
  if (present === null) return []
  const years = new Map<number, Form>()
  for (const other of others) {
    const year = other.fiscalYear.value
    const isEarlier = year !== null && year < present && !years.has(year)
    if (isEarlier && other.kind === form.kind && other.stage === undefined && isOf(form, other)) years.set(year, other)
  }
  return [...years].sort(([one], [other]) => other - one).map(([year, of]) => ({ year, form: of }))
}

/** Self-evaluations of projects of the same year, of a department's form; none of any other. */
export function projectFormsOf(form: Form, others: readonly Form[]): readonly Form[] {
  if (form.kind !== 'department') return []
  const year = form.fiscalYear.value
  return others.filter(({ kind, stage, fiscalYear: { value } }) => {
    return kind === 'project' && stage === undefined && (year === null || value === null || value === year)
  })
}
