/**
 * Other ways than the edition's in which published forms come by the points for execution. A figure that fits one of them is
 * no slip of the pen: which way is right is for the local rules to say.
 */

import { isRead } from '../../arithmetic/index.ts'
import { gather } from '../../model/gather.ts'
import { Exact } from '../../model/index.ts'
import { editions } from '../../rulebook/index.ts'
import type { FormSubject } from '../check.ts'
import { executionPoints } from './weights.ts'

/** One unit in the second decimal is nobody's error. */
export const TOLERANCE = Exact.of('1/100')

export interface Reading {
  /** Message of the check that says it. */
  readonly message: 'fitsOwnWeight' | 'fitsSum' | 'fitsMean' | 'fitsOtherPoints'
  /** What it gives, not rounded. */
  readonly points: Exact
  /** Points of execution that it takes for the whole. */
  readonly full: string
}

/** Share of its budget that a row spent, at most the whole; null where it is not known. */
function shareOf({ scored }: FormSubject, index: number): Exact | null {
  const { exact } = scored.tasks[index]!.rate
  return exact === null ? null : Exact.min(exact, Exact.hundred).dividedBy(Exact.hundred)
}

function ofRow(subject: FormSubject, index: number): readonly Reading[] {
  const { weight } = subject.form.tasks[index]!
  const share = shareOf(subject, index)
  return share === null || !isRead(weight)
    ? []
    : [{ message: 'fitsOwnWeight', points: weight.value.times(share), full: weight.raw }]
}

function ofTotal(subject: FormSubject, index: number): readonly Reading[] {
  const { form, scored } = subject
  const rows = gather(form.tasks, ({ role }, at) => (role === 'task' ? [shareOf(subject, at)] : []))
  const shares = rows.filter((share) => share !== null)
  const points = executionPoints(subject)
  const readings: Reading[] = []
  const { added } = scored.execution
  if (added !== null) readings.push({ message: 'fitsSum', points: added, full: points.toString() })
  if (shares.length > 1 && shares.length === rows.length) {
    const mean = Exact.sum(shares).dividedBy(Exact.of(shares.length))
    readings.push({ message: 'fitsMean', points: points.times(mean), full: points.toString() })
  }
  const share = shareOf(subject, index)
  if (share === null || [form.executionPoints, form.tasks[index]!.weight].some(({ raw }) => raw !== '')) return readings
  // Nothing says how many points execution carries here: it may be those of other rules.
  const known = new Set(editions.map((edition) => edition.executionPoints.value))
  for (const full of known) readings.push({ message: 'fitsOtherPoints', points: share.times(Exact.of(full)), full })
  return readings
}

/** The other way that gives the points printed on row `index` of the money table; null where none does. */
export function fittingReading(subject: FormSubject, index: number, printed: Exact): Reading | null {
  const isTotal = subject.form.tasks[index]!.role === 'total'
  const readings = isTotal ? ofTotal(subject, index) : ofRow(subject, index)
  return readings.find(({ points }) => printed.minus(points.round(2)).abs().atMost(TOLERANCE)) ?? null
}
