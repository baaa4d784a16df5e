/** One run over the tokens of a text: the figures and dates in it, and what stands beside them. */

import type { DateValue, Operator, Unit } from '../model/index.ts'
import { type DateMatch, readDate } from './dates.ts'
import { namesEvent } from './direction.ts'
import { isHan } from './fold.ts'
import type { Token } from './lexer.ts'
import { type MeasuredValue, quantityOf, readQuantity } from './quantities.ts'
import { NUMBER, unitOf, unitPer, unitWith, unknownUnit } from './units.ts'
import { readGraded } from './words.ts'

export type Item = MeasuredValue | DateValue

export interface Survey {
  readonly items: readonly Item[]
  /** For each item the index of its first token and the index behind its last. */
  readonly spans: readonly (readonly [number, number])[]
  /** Tokens that belong to no item, without filler words and notes in brackets. */
  readonly rest: readonly Token[]
  /** Two operators of one figure exclude each other. */
  readonly conflicting: boolean
  /** All figures are written in characters (两次). */
  readonly spelled: boolean
  /** A figure has lost the digits before its point. */
  readonly cut: boolean
  /** An operator that no figure follows: 98%≥. */
  readonly loose: boolean
}

const LONGEST_UNKNOWN_UNIT = 4

/** Where a unit can end: at the end of a clause, a bracket, an operator (以上), 左右. */
function endsUnit(token: Token | undefined): boolean {
  if (token === undefined || endsClause(token) || token.type === 'filler') return true
  return (token.type === 'operator' && token.place === 'behind') || (token.type === 'mark' && token.mark === '(')
}

/**
 * What the word at `at` makes of the unit of the figure before it: 25路, 12幢楼 a unit that is in no table, 12台套 one unit
 * of two. Null where the word is no part of a unit.
 */
function unitFrom(unit: Unit | null, tokens: readonly Token[], at: number): Unit | null {
  const token = tokens[at]
  if (token?.type !== 'text' || !endsUnit(tokens[at + 1])) return null
  const { text } = token
  if (unit !== null) return token.apart ? null : unitWith(unit, text)
  if (text.length > LONGEST_UNKNOWN_UNIT || ![...text].every((mark) => isHan(mark.charCodeAt(0)))) return null
  return namesEvent(text) || readGraded(text) !== null ? null : unknownUnit(text)
}

/** ≤2021年12月31日, 不晚于12月15日: an operator makes a date a limit; ≤12月 is a length of time. */
function readDatedLimit(tokens: readonly Token[], at: number): DateMatch | null {
  const token = tokens[at]
  if (token?.type !== 'operator' || token.place !== 'before') return null
  const date = readDate(tokens, at + 1)
  if (date === null) return null
  const { year, month, day } = date.value.from
  if (year === null && (month === null || day === null)) return null
  const limits = token.operator === 'atMost' || token.operator === 'lessThan'
  return limits ? { ...date, value: { ...date.value, relation: 'by' } } : date
}

/** Index behind the bracket that opens at `open`, or the token behind it where none closes. */
function behindBracket(tokens: readonly Token[], open: number): number {
  for (let at = open + 1; at < tokens.length; at++) {
    const token = tokens[at]!
    if (token.type === 'mark' && token.mark === ')') return at + 1
  }
  return open + 1
}

function inMoney(unit: Unit | null): Unit | null {
  if (unit === null) return unitOf('元')
  return unit.dimension === NUMBER ? unitOf(`${unit.name}元`) : unit
}

/** 12个乡镇以上: the operator behind the words that belong to the figure. A lone 内 may be part of a word (校内). */
function operatorBehind(tokens: readonly Token[], at: number): Operator | null {
  const token = tokens[at]
  if (token?.type !== 'operator' || token.place !== 'behind' || token.end - token.start < 2) return null
  return endsUnit(tokens[at + 1]) ? token.operator : null
}

function withOperator(item: Item | undefined, operator: Operator | null): Item | null {
  if (operator === null || (item?.kind !== 'quantity' && item?.kind !== 'duration')) return null
  return item.operator === null ? { ...item, operator } : null
}

interface Pending {
  operator: Operator | null
  per: Unit[]
  money: boolean
}

function nothingPending(): Pending {
  return { operator: null, per: [], money: false }
}

/** What stood before a figure at a distance reaches no further than its clause. */
function endsClause(token: Token): boolean {
  return token.type === 'mark' && ',;。、:'.includes(token.mark)
}

/** The figure with what stood before it at a distance: an operator (至少开展2次), 每年, ¥. */
function complete(value: MeasuredValue, pending: Pending): MeasuredValue {
  let unit = pending.money ? inMoney(value.unit) : value.unit
  if (pending.per.length > 0 && unit !== null) unit = unitPer(unit, pending.per)
  if (value.kind === 'range') return { ...value, unit }
  return quantityOf(value.operator ?? pending.operator, value.number, unit, value.decimals)
}

/** Surveys the tokens of `text` in one run. */
export function survey(tokens: readonly Token[], text: string): Survey {
  const items: Item[] = []
  const spans: [number, number][] = []
  const rest: Token[] = []
  let pending = nothingPending()
  let conflicting = false
  let spelled = true
  let cut = false
  let loose = false
  /** The figure before stands in the same clause. */
  let inClause = false
  const keep = (item: Item, start: number, next: number): number => {
    items.push(item)
    spans.push([start, next])
    return next
  }
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]!
    if (token.type === 'filler' || token.type === 'to') {
      at++
      continue
    }
    if (token.type === 'mark' && token.mark === '(' && items.length > 0) {
      at = behindBracket(tokens, at)
      continue
    }
    const date = readDate(tokens, at) ?? readDatedLimit(tokens, at)
    if (date !== null) {
      spelled = false
      at = keep(date.value, at, date.next)
      continue
    }
    const figure = readQuantity(tokens, at, text)
    if (figure !== null) {
      conflicting ||= figure.conflicting
      spelled &&= figure.number.spelled
      cut ||= figure.number.wholeDigits === 0
      const unit = unitFrom(figure.value.unit, tokens, figure.next)
      const value = unit === null ? figure.value : ({ ...figure.value, unit } as MeasuredValue)
      at = keep(complete(value, pending), at, figure.next + (unit === null ? 0 : 1))
      inClause = true
      pending = nothingPending()
      continue
    }
    if (token.type === 'ordinal' && tokens[at + 1]?.type === 'number') {
      // 第1名 is a rank, not a count
      const behind = tokens[at + 2]
      rest.push(token)
      at += behind?.type === 'unit' ? 3 : 2
      continue
    }
    const judged = inClause ? withOperator(items.at(-1), operatorBehind(tokens, at)) : null
    if (judged !== null) {
      items[items.length - 1] = judged
      at++
      continue
    }
    if (endsClause(token)) {
      inClause = false
      loose ||= pending.operator !== null
      pending = nothingPending()
    }
    if (token.type === 'per') pending.per.push(token.unit)
    else if (token.type === 'operator' && token.place === 'before') pending.operator = token.operator
    else if (token.type === 'mark' && token.mark === '¥') pending.money = true
    else rest.push(token)
    at++
  }
  loose ||= pending.operator !== null
  return { items, spans, rest, conflicting, spelled, cut, loose }
}
