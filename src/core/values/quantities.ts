/** Figures with operator and unit out of tokens: ≥60人, 不少于2次/年, 控制在5万元以内, 百分之九十, 80%-90%, 12个月. */

import type { DurationValue, Exact, Operator, QuantityValue, RangeValue, Unit } from '../model/index.ts'
import type { NumberToken, Token } from './lexer.ts'
import { isUnknown, NUMBER, TIME_DIMENSIONS, unitOf } from './units.ts'

export type MeasuredValue = QuantityValue | RangeValue | DurationValue

export interface QuantityMatch {
  readonly value: MeasuredValue
  readonly next: number
  /** Two operators that exclude each other: ≥5%以内. */
  readonly conflicting: boolean
  /** No operator before the number, so that it stands at the start. */
  readonly number: NumberToken
}

/** A quantity, or a duration where the unit is one of time. */
export function quantityOf(
  operator: Operator | null,
  number: Exact,
  unit: Unit | null,
  decimals: number,
): QuantityValue | DurationValue {
  return unit !== null && TIME_DIMENSIONS.has(unit.dimension)
    ? { kind: 'duration', operator, number, unit, decimals }
    : { kind: 'quantity', operator, number, unit, decimals }
}

const percent = unitOf('%')!

interface Head {
  readonly operator: Operator | null
  readonly conflicting: boolean
  readonly sign: '' | '-' | '±'
  readonly hundredth: boolean
  readonly number: NumberToken
  readonly next: number
}

function signAt(tokens: readonly Token[], at: number): '' | '-' | '+' | '±' {
  const token = tokens[at]
  if (token?.type !== 'mark' || tokens[at + 1]?.type !== 'number') return ''
  return token.mark === '-' || token.mark === '+' || token.mark === '±' ? token.mark : ''
}

/** More operators and filler words than these before a number mean nothing. */
const LONGEST_HEAD = 8

/** Operators, filler words, 百分之 and a sign before the number. */
function readHead(tokens: readonly Token[], from: number): Head | null {
  let operator: Operator | null = null
  let conflicting = false
  let at = from
  for (; at - from < LONGEST_HEAD; at++) {
    const token = tokens[at]
    if (token?.type === 'operator' && token.place === 'before') {
      conflicting ||= operator !== null && operator !== token.operator
      operator = token.operator
    } else if (token?.type !== 'filler') break
  }
  const hundredth = tokens[at]?.type === 'hundredth'
  if (hundredth) at++
  const sign = signAt(tokens, at)
  if (sign !== '') at++
  const number = tokens[at]
  if (number?.type !== 'number') return null
  const isShare = hundredth || number.ofWhole === true
  return { operator, conflicting, sign: sign === '+' ? '' : sign, hundredth: isShare, number, next: at + 1 }
}

function unitAt(tokens: readonly Token[], at: number): Unit | null {
  const token = tokens[at]
  return token?.type === 'unit' ? token.unit : null
}

interface Bracketed {
  /** Null where the bracket says something else than a unit. */
  readonly unit: Unit | null
  readonly next: number
}

const LONGEST_BRACKET = 6

/** A short bracket behind the figure: 98 %(百分比), 10(个), 5%(含税)以内. */
function readBracket(tokens: readonly Token[], at: number, text: string): Bracketed | null {
  const open = tokens[at]
  if (open?.type !== 'mark' || open.mark !== '(') return null
  for (let close = at + 2; close <= at + LONGEST_BRACKET; close++) {
    const token = tokens[close]
    if (token?.type !== 'mark' || token.mark !== ')') continue
    const unit = unitOf(text.slice(open.end, token.start))
    const known = unit !== null && !isUnknown(unit)
    return known || behindAt(tokens, close + 1) !== null ? { unit: known ? unit : null, next: close + 1 } : null
  }
  return null
}

function behindAt(tokens: readonly Token[], at: number): Operator | null {
  const token = tokens[at]
  return token?.type === 'operator' && token.place === 'behind' ? token.operator : null
}

function isRangeMark(token: Token | undefined): boolean {
  return token?.type === 'to' || (token?.type === 'mark' && (token.mark === '-' || token.mark === '~'))
}

interface Far {
  readonly number: Exact
  readonly unit: Unit | null
  readonly next: number
}

/** The second border of a range: -90%, 至5天, ~百分之九十. */
function readFarBorder(tokens: readonly Token[], at: number): Far | null {
  if (!isRangeMark(tokens[at])) return null
  const hundredth = tokens[at + 1]?.type === 'hundredth'
  const start = hundredth ? at + 2 : at + 1
  const number = tokens[start]
  if (number?.type !== 'number') return null
  const unit = unitAt(tokens, start + 1)
  return { number: number.value, unit: hundredth ? percent : unit, next: start + (unit === null ? 1 : 2) }
}

function signed(head: Head): Exact {
  return head.sign === '-' ? head.number.value.negated() : head.number.value
}

function rangeOf(from: Exact, to: Exact, unit: Unit | null): RangeValue {
  return from.greaterThan(to) ? { kind: 'range', from: to, to: from, unit } : { kind: 'range', from, to, unit }
}

/** 3万余人: the scale before the word for "and more", the unit behind it. */
function readSplitUnit(tokens: readonly Token[], at: number): Unit | null {
  const [scale, more, base] = [unitAt(tokens, at), behindAt(tokens, at + 1), unitAt(tokens, at + 2)]
  if (scale === null || scale.dimension !== NUMBER || more !== 'moreThan' || base === null) return null
  return unitOf(scale.name + base.name)
}

interface Written {
  operator: Operator | null
  conflicting: boolean
}

function join(written: Written, other: Operator | null): number {
  if (other === null) return 0
  written.conflicting ||= written.operator !== null && written.operator !== other
  written.operator = other
  return 1
}

/** The figure that starts at token `from` of `text`, or null. */
export function readQuantity(tokens: readonly Token[], from: number, text: string): QuantityMatch | null {
  const head = readHead(tokens, from)
  if (head === null) return null
  const { number } = head
  const written: Written = { operator: head.operator, conflicting: head.conflicting }
  let at = head.next
  let unit = readSplitUnit(tokens, at)
  if (unit !== null) {
    join(written, 'moreThan')
    at += 3
  } else {
    if (behindAt(tokens, at) === 'moreThan') at += join(written, 'moreThan')
    unit = unitAt(tokens, at)
    if (unit !== null) at++
    else if (head.hundredth) unit = percent
  }
  const far = readFarBorder(tokens, at)
  if (far !== null && (unit === null || far.unit === null || unit.name === far.unit.name)) {
    const value = rangeOf(signed(head), far.number, far.unit ?? unit)
    return { value, next: far.next, conflicting: written.operator !== null, number }
  }
  const bracket = readBracket(tokens, at, text)
  if (bracket !== null) {
    unit ??= bracket.unit
    at = bracket.next
  }
  at += join(written, behindAt(tokens, at))
  const value =
    head.sign === '±'
      ? rangeOf(number.value.negated(), number.value, unit)
      : quantityOf(written.operator, signed(head), unit, number.decimals)
  return { value, next: at, conflicting: written.conflicting, number }
}
