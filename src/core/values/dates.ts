/** Dates and stretches of time out of tokens: 2021年12月31日前, 年底前, 11月底, 2021-06-18, 第三季度, 1-12月. */

import type { DateParts, DateValue } from '../model/index.ts'
import type { CalendarWord, NumberToken, Token } from './lexer.ts'

interface Stretch {
  readonly from: DateParts
  readonly to: DateParts
  readonly next: number
}

export interface DateMatch {
  readonly value: DateValue
  readonly next: number
}

const FIRST_YEAR = 1900
const LAST_YEAR = 2100
const daysOf = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

/** Last day of a month; of February without a year, and of a year that is no leap year, the 28th. */
export function lastDay(year: number | null, month: number): number {
  return month === 2 && (year === null || !isLeap(year)) ? 28 : daysOf[month - 1]!
}

/** What sheets count 2000-01-01 as. */
const SERIAL_OF_2000 = 36526

/** The day of a number that sheets count days by, as 2023-12-31; null for numbers before that of 2000-01-01. */
export function dayOfSerial(serial: number): string | null {
  if (serial < SERIAL_OF_2000) return null
  let [rest, year, month] = [serial - SERIAL_OF_2000, 2000, 1]
  while (rest >= lastDay(year, month)) {
    rest -= lastDay(year, month)
    month = month === 12 ? 1 : month + 1
    if (month === 1) year++
  }
  return `${year}-${String(month).padStart(2, '0')}-${String(rest + 1).padStart(2, '0')}`
}

function wholeNumber(token: Token | undefined): number | null {
  return token?.type === 'number' && token.decimals === 0 && token.wholeDigits <= 4
    ? Number(token.value.toString())
    : null
}

function within(value: number | null, least: number, most: number): number | null {
  return value !== null && value >= least && value <= most ? value : null
}

function datePartOf(token: Token | undefined): string | null {
  return token?.type === 'unit' ? token.datePart : null
}

function isMark(token: Token | undefined, marks: string): boolean {
  return token?.type === 'mark' && marks.includes(token.mark)
}

function point(year: number | null, month: number | null, day: number | null, next: number): Stretch {
  const parts: DateParts = { year, month, day }
  return { from: parts, to: parts, next }
}

/** 2021-06-18, 2021/6/18, 2021-06; the time of day behind it is passed over. */
function readNumeric(tokens: readonly Token[], at: number): Stretch | null {
  const year = within(wholeNumber(tokens[at]), FIRST_YEAR, LAST_YEAR)
  const separator = tokens[at + 1]
  if (year === null || separator?.type !== 'mark' || !'-/'.includes(separator.mark)) return null
  const month = within(wholeNumber(tokens[at + 2]), 1, 12)
  if (month === null) return null
  if (isMark(tokens[at + 3], separator.mark)) {
    const day = within(wholeNumber(tokens[at + 4]), 1, 31)
    return day === null ? null : point(year, month, day, skipTime(tokens, at + 5))
  }
  const written = tokens[at + 2] as NumberToken
  return written.wholeDigits === 2 && datePartOf(tokens[at + 3]) === null ? point(year, month, null, at + 3) : null
}

function skipTime(tokens: readonly Token[], at: number): number {
  let next = at
  if (wholeNumber(tokens[next]) === null || !isMark(tokens[next + 1], ':')) return at
  while (wholeNumber(tokens[next]) !== null && isMark(tokens[next + 1], ':')) next += 2
  return wholeNumber(tokens[next]) === null ? at : next + 1
}

function readDotted(token: Token | undefined, at: number): Stretch | null {
  if (token?.type !== 'dotted' || token.parts.length !== 3) return null
  const [year, month, day] = token.parts as [number, number, number]
  if (within(year, FIRST_YEAR, LAST_YEAR) === null || within(month, 1, 12) === null || within(day, 1, 31) === null)
    return null
  return point(year, month, day, at + 1)
}

interface Year {
  readonly year: number
  readonly next: number
}

/** 2021年, 2021年度; 21年 only before a month. */
function readYear(tokens: readonly Token[], at: number): Year | null {
  if (datePartOf(tokens[at + 1]) !== 'year') return null
  const number = wholeNumber(tokens[at])
  const year = within(number, FIRST_YEAR, LAST_YEAR)
  if (year !== null) return { year, next: at + 2 }
  const short = (tokens[at] as Token).type === 'number' && (tokens[at] as NumberToken).wholeDigits === 2
  if (number === null || !short || readMonth(tokens, at + 2) === null) return null
  return { year: 2000 + number, next: at + 2 }
}

function readMonth(tokens: readonly Token[], at: number): number | null {
  return datePartOf(tokens[at + 1]) === 'month' ? within(wholeNumber(tokens[at]), 1, 12) : null
}

function months(year: number | null, first: number, last: number, next: number): Stretch {
  return { from: { year, month: first, day: null }, to: { year, month: last, day: null }, next }
}

/** 第三季度, 3季度 */
function readQuarter(tokens: readonly Token[], at: number, year: number | null): Stretch | null {
  const start = tokens[at]?.type === 'ordinal' ? at + 1 : at
  if (datePartOf(tokens[start + 1]) !== 'quarter') return null
  const quarter = within(wholeNumber(tokens[start]), 1, 4)
  return quarter === null ? null : months(year, quarter * 3 - 2, quarter * 3, start + 2)
}

/** 上半年, 下半年, 全年, 年底 */
function readNamed(token: Token | undefined, at: number, year: number | null): Stretch | null {
  if (token?.type !== 'calendar') return null
  switch (token.word) {
    case 'firstHalf':
      return months(year, 1, 6, at + 1)
    case 'secondHalf':
      return months(year, 7, 12, at + 1)
    case 'wholeYear':
      return months(year, 1, 12, at + 1)
    case 'yearEnd':
      return { from: { year, month: 12, day: 1 }, to: { year, month: 12, day: 31 }, next: at + 1 }
    default:
      return null
  }
}

/** 12月15日, 12月; 12月15 where nothing or 前 follows. */
function readMonthDay(tokens: readonly Token[], at: number, year: number | null): Stretch | null {
  const month = readMonth(tokens, at)
  if (month === null) return null
  const day = within(wholeNumber(tokens[at + 2]), 1, 31)
  const behind = tokens[at + 3]
  if (day === null) return point(year, month, null, at + 2)
  if (datePartOf(behind) === 'day') return point(year, month, day, skipHour(tokens, at + 4))
  return behind === undefined || behind.type === 'calendar'
    ? point(year, month, day, at + 3)
    : point(year, month, null, at + 2)
}

/** 12月31日24时 */
function skipHour(tokens: readonly Token[], at: number): number {
  const behind = tokens[at + 1]
  const hour = behind?.type === 'text' && behind.text === '时'
  return hour && wholeNumber(tokens[at]) !== null ? at + 2 : at
}

function readPoint(tokens: readonly Token[], at: number): Stretch | null {
  const numeric = readDotted(tokens[at], at) ?? readNumeric(tokens, at)
  if (numeric !== null) return numeric
  const year = readYear(tokens, at)
  const start = year?.next ?? at
  const inYear =
    readMonthDay(tokens, start, year?.year ?? null) ??
    readQuarter(tokens, start, year?.year ?? null) ??
    readNamed(tokens[start], start, year?.year ?? null)
  return inYear ?? (year === null ? null : point(year.year, null, null, year.next))
}

function isConnector(token: Token | undefined): boolean {
  return token?.type === 'to' || isMark(token, '-~')
}

/** 1-12月: the first month has no word of its own; it takes that of the second. */
function readShortMonths(tokens: readonly Token[], at: number): Stretch | null {
  const year = readYear(tokens, at)
  const start = year?.next ?? at
  const first = within(wholeNumber(tokens[start]), 1, 12)
  if (first === null || !isConnector(tokens[start + 1])) return null
  const last = readMonth(tokens, start + 2)
  return last === null ? null : months(year?.year ?? null, first, last, start + 4)
}

/** 2021-2022年 */
function readShortYears(tokens: readonly Token[], at: number): Stretch | null {
  const first = within(wholeNumber(tokens[at]), FIRST_YEAR, LAST_YEAR)
  if (first === null || !isConnector(tokens[at + 1])) return null
  const last = readYear(tokens, at + 2)
  if (last === null) return null
  return {
    from: { year: first, month: null, day: null },
    to: { year: last.year, month: null, day: null },
    next: last.next,
  }
}

function readStretch(tokens: readonly Token[], at: number): Stretch | null {
  const short = readShortMonths(tokens, at) ?? readShortYears(tokens, at)
  if (short !== null) return short
  const first = readPoint(tokens, at)
  if (first === null || !isConnector(tokens[first.next])) return first
  const second = readPoint(tokens, first.next + 1)
  if (second === null) return first
  return { from: first.from, to: { ...second.to, year: second.to.year ?? first.from.year }, next: second.next }
}

/** The last day that a date names: 2021年 → 31 December, 11月 → the 30th. */
export function lastDayOf(parts: DateParts): DateParts {
  const month = parts.month ?? 12
  return { year: parts.year, month, day: parts.day ?? lastDay(parts.year, month) }
}

function by(limit: DateParts, next: number): DateMatch {
  return { value: { kind: 'date', relation: 'by', from: limit, to: limit }, next }
}

function calendarWord(token: Token | undefined): CalendarWord | null {
  return token?.type === 'calendar' ? token.word : null
}

/**
 * The date or stretch that starts at token `at`, with the words behind it that make it a deadline. "11月前" may or may not
 * take in November: it stays the whole month; "11月底前" is the 30th.
 */
export function readDate(tokens: readonly Token[], at: number): DateMatch | null {
  const stretch = readStretch(tokens, at)
  if (stretch === null) return null
  const { from, to, next } = stretch
  const behind = tokens[next]
  if (behind?.type === 'operator' && behind.place === 'behind' && behind.operator === 'atMost') {
    return by(lastDayOf(to), next + 1)
  }
  switch (calendarWord(behind)) {
    case 'endBefore':
      return by(lastDayOf(to), next + 1)
    case 'end': {
      const last = lastDayOf(to)
      if (calendarWord(tokens[next + 1]) === 'before') return by(last, next + 2)
      return {
        value: { kind: 'date', relation: 'on', from: { ...last, day: to.month === null ? 1 : last.day }, to: last },
        next: next + 1,
      }
    }
    case 'begin':
      return {
        value: {
          kind: 'date',
          relation: 'on',
          from: { ...to, month: to.month ?? 1 },
          to: { ...to, month: to.month ?? 1 },
        },
        next: next + 1,
      }
    case 'before': {
      const named = calendarWord(tokens[next - 1]) === 'yearEnd'
      return named ? by(to, next + 1) : { value: { kind: 'date', relation: 'by', from, to }, next: next + 1 }
    }
    default:
      return { value: { kind: 'date', relation: 'on', from, to }, next }
  }
}

/** A deadline that is named without a date: 规定时间内, 合同约定期限内. */
export const openDeadline: DateValue = Object.freeze({
  kind: 'date',
  relation: 'by',
  from: Object.freeze({ year: null, month: null, day: null }),
  to: Object.freeze({ year: null, month: null, day: null }),
})

const deadlinePhrases = [
  '时间内',
  '期限内',
  '时限内',
  '工期内',
  '合同期内',
  '时间节点内',
  '时间节点前',
  '规定时间前',
  '期限前',
]
const LONGEST_DEADLINE = 18

/** 在项目计划完成时间内完成, 规定期限内: there is a deadline, its date stands elsewhere. */
export function namesDeadline(word: string): boolean {
  return word.length <= LONGEST_DEADLINE && deadlinePhrases.some((phrase) => word.includes(phrase))
}
