/** Folded characters → tokens. Units are looked for behind numbers only: 个, 年, 项 are ordinary characters elsewhere. */

import { Exact, type Operator, type Unit } from '../model/index.ts'
import { isHan } from './fold.ts'
import { Lookup } from './lookup.ts'
import { type Numeral, readFraction, readNumeral } from './numerals.ts'
import { type OperatorWord, operatorWords } from './operators.ts'
import { type DatePart, readScaled, readUnit } from './units.ts'

/** Words that help to place a date: a point inside a stretch, a limit, a stretch of the year. */
export type CalendarWord =
  | 'before'
  | 'end'
  | 'endBefore'
  | 'begin'
  | 'firstHalf'
  | 'secondHalf'
  | 'wholeYear'
  | 'yearEnd'

interface Span {
  readonly start: number
  readonly end: number
  /** A blank stands before it. */
  readonly apart: boolean
}

export interface NumberToken extends Span {
  readonly type: 'number'
  readonly value: Exact
  readonly decimals: number
  /** Digits of the whole part, 0 where it is lost (".8"). */
  readonly wholeDigits: number
  /** Written in characters: 十二. */
  readonly spelled: boolean
  /** A part of the whole, as its percentage: 四分之三 is 75. */
  readonly ofWhole?: true
}
export interface DottedToken extends Span {
  readonly type: 'dotted'
  /** 2021.6.18 */
  readonly parts: readonly number[]
}
export interface UnitToken extends Span {
  readonly type: 'unit'
  readonly unit: Unit
  readonly datePart: DatePart | null
}
export interface OperatorToken extends Span {
  readonly type: 'operator'
  readonly operator: Operator
  readonly place: OperatorWord['place']
}
/** 每年, 每季度, 每人: what a figure is spread over. */
export interface PerToken extends Span {
  readonly type: 'per'
  readonly unit: Unit
}
export interface CalendarToken extends Span {
  readonly type: 'calendar'
  readonly word: CalendarWord
}
/** `hundredth` 百分之, `to` 至, `ordinal` 第, `filler` words that change nothing. */
export interface WordToken extends Span {
  readonly type: 'hundredth' | 'to' | 'ordinal' | 'filler'
}
/** Punctuation and signs, one character each. */
export interface MarkToken extends Span {
  readonly type: 'mark'
  readonly mark: string
}
/** Anything else, as long as it goes on. */
export interface TextToken extends Span {
  readonly type: 'text'
  readonly text: string
}

export type Token =
  | NumberToken
  | DottedToken
  | UnitToken
  | OperatorToken
  | PerToken
  | CalendarToken
  | WordToken
  | MarkToken
  | TextToken

type Keyword =
  | ({ readonly type: 'operator' } & OperatorWord)
  | { readonly type: 'calendar'; readonly word: CalendarWord }
  | { readonly type: 'hundredth' | 'to' | 'ordinal' | 'filler' | 'per' }

function calendar(word: CalendarWord, texts: string): [string, Keyword][] {
  return texts.split(' ').map((text) => [text, { type: 'calendar', word }])
}

function plain(type: 'hundredth' | 'to' | 'ordinal' | 'filler' | 'per', texts: string): [string, Keyword][] {
  return texts.split(' ').map((text) => [text, { type }])
}

const keywords = new Lookup<Keyword>([
  ...operatorWords.map(([text, word]): [string, Keyword] => [text, { type: 'operator', ...word }]),
  ...calendar('before', '前 之前 以前 前完成'),
  ...calendar('end', '底 末 下旬'),
  ...calendar('endBefore', '底前 末前 底以前 底之前 末之前 末以前'),
  ...calendar('begin', '初'),
  ...calendar('firstHalf', '上半年'),
  ...calendar('secondHalf', '下半年'),
  ...calendar('wholeYear', '全年 年内 全年度 本年度内 当年内 年度内'),
  ...calendar('yearEnd', '年底 年末 本年底 当年底 本年末 当年末 年终'),
  ...plain('hundredth', '百分之'),
  ...plain('to', '至 到'),
  ...plain('ordinal', '第'),
  ...plain('per', '每'),
  ...plain(
    'filler',
    '达到 达 约 大约 共 共计 累计 合计 总计 完成 实现 为 于 在 已 已经 需 应 应当 要求 目标 计划 预计 左右 完成时间为 完成时间 完成率 完成率为 是',
  ),
])

const LONGEST_FIGURE = 40

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

function digitsEnd(text: string, from: number): number {
  let end = from
  while (isDigit(text.charCodeAt(end))) end++
  return end
}

/** End of "1,437" or "1,234,567": groups of exactly three behind at most three. `from` itself where there are none. */
function groupsEnd(text: string, wholeEnd: number): number {
  let end = wholeEnd
  while (text[end] === ',' && digitsEnd(text, end + 1) === end + 4) end += 4
  return end
}

function readFigure(text: string, start: number, apart: boolean): Token {
  const firstEnd = digitsEnd(text, start)
  const wholeEnd = firstEnd - start <= 3 ? groupsEnd(text, firstEnd) : firstEnd
  let end = wholeEnd
  if (text[end] === '.') {
    const fractionEnd = digitsEnd(text, end + 1)
    if (fractionEnd > end + 1) {
      end = fractionEnd
      if (text[end] === '.' && isDigit(text.charCodeAt(end + 1))) {
        const dottedEnd = digitsEnd(text, end + 1)
        const parts = text.slice(start, dottedEnd).split('.').map(Number)
        return { type: 'dotted', parts, start, end: dottedEnd, apart }
      }
    }
  }
  const digits = text.slice(start, end).replaceAll(',', '')
  if (digits.length > LONGEST_FIGURE) return { type: 'text', text: text.slice(start, end), start, end, apart }
  return {
    type: 'number',
    value: Exact.of(digits),
    decimals: Math.max(0, end - wholeEnd - 1),
    wholeDigits: firstEnd - start,
    spelled: false,
    start,
    end,
    apart,
  }
}

const PART_OF = '分之'
/** Digits to which a part is told: 三分之二 has no end. */
const PART_DECIMALS = 2

/** 四分之三: the part behind the whole; null where none stands there. */
function readPart(text: string, whole: Numeral): Omit<NumberToken, 'start' | 'apart'> | null {
  const part = text.startsWith(PART_OF, whole.end) ? readNumeral(text, whole.end + PART_OF.length) : null
  const size = Exact.of(whole.text)
  if (part === null || size.isZero) return null
  const value = Exact.of(part.text).times(Exact.hundred).dividedBy(size)
  const decimals = value.equals(value.round(0)) ? 0 : PART_DECIMALS
  return { type: 'number', value, decimals, wholeDigits: part.text.length, spelled: true, ofWhole: true, end: part.end }
}

const vague = new Set(['数', '几', '上'])
const halfOf = new Set(['年', '天', '小', '个'])

/** A number in characters counts only where a unit follows or the text ends: 两次, 十二; not 一定, 二级. */
function readSpelled(text: string, start: number, apart: boolean, afterHundredth: boolean): NumberToken | null {
  if (text[start] === '半') {
    if (!halfOf.has(text[start + 1] ?? '')) return null
    return {
      type: 'number',
      value: Exact.of('0.5'),
      decimals: 1,
      wholeDigits: 1,
      spelled: true,
      start,
      end: start + 1,
      apart,
    }
  }
  const numeral = readNumeral(text, start)
  // 数十人, 几十次 and 上百人 are no numbers
  if (numeral === null || vague.has(text[start - 1] ?? '')) return null
  const part = afterHundredth ? null : readPart(text, numeral)
  if (part !== null) return { ...part, start, apart }
  const fraction = readFraction(text, numeral.end)
  const end = fraction?.end ?? numeral.end
  if (!afterHundredth && end < text.length && readUnit(text, end) === null) return null
  return {
    type: 'number',
    value: Exact.of(fraction === null ? numeral.text : `${numeral.text}.${fraction.text}`),
    decimals: fraction?.text.length ?? 0,
    wholeDigits: numeral.text.length,
    spelled: true,
    start,
    end,
    apart,
  }
}

const spelledStarts = new Set('零一二三四五六七八九〇两十半')

const MORE = new Set(['余', '多'])

function readPer(text: string, start: number, end: number, apart: boolean): Token {
  const match = readScaled(text, end)
  if (match === null) return { type: 'text', text: text.slice(start, end), start, end, apart }
  return { type: 'per', unit: match.unit, start, end: match.end, apart }
}

function isTextCharacter(code: number): boolean {
  const lower = code | 0x20
  return isHan(code) || (lower >= 0x61 && lower <= 0x7a)
}

/** The tokens of a folded text, in order, covering all of it but blanks. Linear: no word is longer than a few characters. */
export function lex(text: string): readonly Token[] {
  const tokens: Token[] = []
  let apart = false
  let at = 0
  while (at < text.length) {
    const code = text.charCodeAt(at)
    if (code === 0x20) {
      apart = true
      at++
      continue
    }
    const token = readToken(text, at, apart, tokens.at(-1))
    const last = tokens.at(-1)
    if (token.type === 'text' && last?.type === 'text' && !apart) {
      tokens[tokens.length - 1] = { ...last, text: last.text + token.text, end: token.end }
    } else {
      tokens.push(token)
    }
    at = token.end
    apart = false
  }
  return tokens
}

function readToken(text: string, at: number, apart: boolean, last: Token | undefined): Token {
  const code = text.charCodeAt(at)
  if (isDigit(code) || (code === 0x2e && isDigit(text.charCodeAt(at + 1)))) return readFigure(text, at, apart)
  if (last?.type === 'number' || (last?.type === 'operator' && MORE.has(text.slice(last.start, last.end)))) {
    const unit = readUnit(text, at)
    if (unit !== null)
      return { type: 'unit', unit: unit.unit, datePart: unit.datePart, start: at, end: unit.end, apart }
  }
  if (spelledStarts.has(text[at]!) || last?.type === 'hundredth') {
    const spelled = readSpelled(text, at, apart, last?.type === 'hundredth')
    if (spelled !== null) return spelled
  }
  const keyword = keywords.longest(text, at)
  if (keyword !== null) {
    // Fields are written out: to spread objects costs more than all the rest.
    const { entry, end } = keyword
    if (entry.type === 'operator') {
      return { type: 'operator', operator: entry.operator, place: entry.place, start: at, end, apart }
    }
    if (entry.type === 'calendar') return { type: 'calendar', word: entry.word, start: at, end, apart }
    if (entry.type === 'per') return readPer(text, at, end, apart)
    return { type: entry.type, start: at, end, apart }
  }
  if (isTextCharacter(code)) return { type: 'text', text: text[at]!, start: at, end: at + 1, apart }
  return { type: 'mark', mark: text[at]!, start: at, end: at + 1, apart }
}
