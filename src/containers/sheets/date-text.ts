/** Dates and times as a sheet prints them: a serial number of days, and a format of date letters. */

import type { Section, Token } from './format-code.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')
const CHINESE_DAYS = '日一二三四五六'
const CHINESE_DIGITS = '〇一二三四五六七八九'
const DAY_MS = 86_400_000
/** The day after 9999-12-31. */
const END_OF_TIME = 2_958_466
/** Days between the two systems of counting. */
const SINCE_1904 = 1462

interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  readonly millisecond: number
  /** Whole seconds since day 0. */
  readonly total: number
}

/** Null for what is no date: below zero or beyond the year 9999. */
function momentOf(serial: number, from1904: boolean, fine: boolean): Moment | null {
  const step = fine ? 1 : 1000
  const milliseconds = Math.round((serial * DAY_MS) / step) * step
  const days = Math.floor(milliseconds / DAY_MS) + (from1904 ? SINCE_1904 : 0)
  if (serial < 0 || days >= END_OF_TIME) return null
  const time = milliseconds - Math.floor(milliseconds / DAY_MS) * DAY_MS
  // The count from 1900 has a 29th of February that never was; before it all days are one later.
  const date = new Date(Date.UTC(1899, 11, days > 60 ? 30 : 31) + days * DAY_MS)
  const leap = days === 60
  const zero = days === 0
  return {
    year: zero ? 1900 : date.getUTCFullYear(),
    month: leap ? 2 : zero ? 1 : date.getUTCMonth() + 1,
    day: leap ? 29 : zero ? 0 : date.getUTCDate(),
    weekday: (days + 6) % 7,
    hour: Math.floor(time / 3_600_000),
    minute: Math.floor(time / 60_000) % 60,
    second: Math.floor(time / 1000) % 60,
    millisecond: time % 1000,
    total: Math.floor(milliseconds / 1000),
  }
}

/** Chinese numerals up to 99: 二十一. */
function chineseNumber(value: number): string {
  if (value < 10) return CHINESE_DIGITS[value]!
  const tens = Math.floor(value / 10)
  return `${tens === 1 ? '' : CHINESE_DIGITS[tens]}十${value % 10 === 0 ? '' : CHINESE_DIGITS[value % 10]}`
}

function letterOf(token: Token | undefined): string {
  return token !== undefined && (token.kind === 'date' || token.kind === 'elapsed') ? token.letters[0]! : ''
}

/** Whether the m at `at` means minutes: the nearest date letter before it is an hour, or after it a second. */
function isMinute(tokens: readonly Token[], at: number): boolean {
  const timely = (token: Token) => token.kind === 'elapsed' || (token.kind === 'date' && !/[/]/.test(token.letters))
  const before = letterOf(tokens.slice(0, at).reverse().find(timely))
  const after = letterOf(tokens.slice(at + 1).find(timely))
  return before === 'h' || after === 's'
}

/** Digits of a second's fraction that the format asks for: ss.00. */
function fractionDigits(tokens: readonly Token[]): number {
  const point = tokens.findIndex((token, at) => token.kind === 'point' && letterOf(tokens[at - 1]) === 's')
  if (point < 0) return 0
  let count = 0
  while (tokens[point + 1 + count]?.kind === 'digit') count++
  return Math.min(3, count)
}

/** Prints a serial number by a date format; null where it is no date. */
export function dateText(serial: number, { tokens, numerals }: Section, from1904: boolean): string | null {
  const fraction = fractionDigits(tokens)
  const moment = momentOf(serial, from1904, fraction > 0)
  if (moment === null) return null
  const halved = tokens.some((token) => token.kind === 'date' && token.letters.includes('/'))
  const number = (value: number, width: number) =>
    numerals === 1 ? chineseNumber(value) : String(value).padStart(width, '0')
  const year = (width: number) => {
    const written = width <= 2 ? String(moment.year % 100).padStart(2, '0') : String(moment.year).padStart(4, '0')
    return numerals === 1 ? [...written].map((digit) => CHINESE_DIGITS[Number(digit)]).join('') : written
  }
  const dated = (letters: string, at: number): string => {
    const length = letters.length
    if (letters.includes('/')) {
      const [first, second] = letters.split('/') as [string, string]
      return moment.hour < 12 ? first : second
    }
    switch (letters[0]) {
      case 'y':
        return year(length)
      case 'e':
        return year(4)
      case 'm':
        if (length <= 2 && isMinute(tokens, at)) return number(moment.minute, length)
        if (length === 3) return MONTHS[moment.month - 1]!.slice(0, 3)
        if (length === 5) return MONTHS[moment.month - 1]![0]!
        return length > 3 ? MONTHS[moment.month - 1]! : number(moment.month, length)
      case 'd':
        if (length > 2) return length === 3 ? DAYS[moment.weekday]!.slice(0, 3) : DAYS[moment.weekday]!
        return number(moment.day, length)
      case 'h':
        return number(halved ? ((moment.hour + 11) % 12) + 1 : moment.hour, Math.min(2, length))
      case 's':
        return number(moment.second, Math.min(2, length))
      case 'a':
        return `${length > 3 ? '星期' : ''}${CHINESE_DAYS[moment.weekday]}`
      default:
        // Eras and Buddhist years are not printed by Chinese sheets.
        return ''
    }
  }
  const elapsed = (letters: string) => {
    const unit = letters[0] === 'h' ? 3600 : letters[0] === 'm' ? 60 : 1
    return String(Math.floor(moment.total / unit)).padStart(letters.length, '0')
  }
  let printed = ''
  tokens.forEach((token, at) => {
    if (token.kind === 'literal') printed += token.text
    else if (token.kind === 'date') printed += dated(token.letters, at)
    else if (token.kind === 'elapsed') printed += elapsed(token.letters)
    else if (token.kind === 'point') {
      printed +=
        fraction > 0 && letterOf(tokens[at - 1]) === 's'
          ? `.${String(moment.millisecond).padStart(3, '0').slice(0, fraction)}`
          : '.'
    } else if (token.kind === 'comma') printed += ','
  })
  return printed
}
