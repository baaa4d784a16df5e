/** Dates against deadlines: an earlier or equal date is met. */

import type { DateParts, DateValue, Verdict } from '../model/index.ts'
import { dateInside, dateOpen, sameDate } from './because.ts'
import { lastDayOf } from './dates.ts'
import { type Beside, type Judgement, judged } from './judge.ts'

/** Days in order; months are counted as 31 days, which keeps the order and needs no calendar. */
function order(year: number, { month, day }: DateParts): number {
  return (year * 12 + (month! - 1)) * 31 + day!
}

function firstOrder(year: number, parts: DateParts): number {
  return order(year, { year, month: parts.month ?? 1, day: parts.day ?? 1 })
}

function lastOrder(year: number, parts: DateParts): number {
  return order(year, lastDayOf({ ...parts, year }))
}

function isOpen({ to }: DateValue): boolean {
  return to.year === null && to.month === null
}

interface Days {
  readonly first: number
  readonly last: number
}

function daysOf(value: DateValue, year: number): Days {
  return { first: firstOrder(value.from.year ?? year, value.from), last: lastOrder(value.to.year ?? year, value.to) }
}

function judgeDays(target: DateValue, limit: Days, actual: DateValue, done: Days): Verdict {
  if (actual.relation === 'by') return done.last <= limit.last ? 'met' : 'unknown'
  if (done.first > limit.last) return 'missed'
  // "12月前" may or may not take in December; a day does take in itself
  const exact = target.relation === 'on' || limit.first === limit.last
  return exact ? (done.last <= limit.last ? 'met' : 'unknown') : done.last < limit.first ? 'met' : 'unknown'
}

/** Years that are not written are the fiscal year, else the year of the other side. */
export function judgeDates(target: DateValue, actual: DateValue, beside: Beside): Judgement {
  if (beside.sameText) return judged('date', 'met', sameDate)
  if (isOpen(target) || isOpen(actual)) return judged('date', 'unknown', dateOpen)
  const { fiscalYear } = beside.context
  const year = fiscalYear ?? target.to.year ?? actual.to.year ?? 0
  const verdict = judgeDays(target, daysOf(target, year), actual, daysOf(actual, year))
  return verdict === 'unknown' ? judged('date', verdict, dateInside) : judged('date', verdict)
}
