/** What the cells beside a text add to it: operator and unit from 指标性质, 度量单位, or the indicator's name. */

import type { Operator, Unit, Value } from '../model/index.ts'
import { dayOfSerial } from './dates.ts'
import { namesMoney } from './direction.ts'
import { fold } from './fold.ts'
import { operatorOfAttribute, operatorWords } from './operators.ts'
import { parse } from './parser.ts'
import { quantityOf } from './quantities.ts'
import { NUMBER, readUnit, unitOf } from './units.ts'

export interface ValueContext {
  /** The indicator's name; may carry operator and unit: 公猪舍(≥**平方米), 满意度(%). */
  readonly name?: string
  /** 度量单位, where it is a cell of its own. */
  readonly unit?: string
  /** 指标性质, where it is a cell of its own: ≥, 正向指标, 定性. */
  readonly attribute?: string
  /** The row stands under 成本指标. */
  readonly underCost?: boolean
  /** Year for dates that name none. */
  readonly fiscalYear?: number
  /** The text was typed, not read by a machine from an image: no OCR confusion is suspected in it. */
  readonly typed?: boolean
}

export interface FromName {
  readonly operator: Operator | null
  readonly unit: Unit | null
}

const nothing: FromName = { operator: null, unit: null }

const prefixes = operatorWords
  .filter(([, word]) => word.place === 'before')
  .sort(([one], [other]) => other.length - one.length)

const LONGEST_BRACKET = 16
/** A name is a line of print; what stands further on is no name. */
const LONGEST_NAME = 200

/** "≥**平方米", "%", "<**元/户·年": operator, masked figures, unit; null where anything else stands there. */
function readHint(text: string): FromName | null {
  const found = prefixes.find(([word]) => text.startsWith(word))
  let at = found === undefined ? 0 : found[0].length
  while ('*·x×_0123456789. '.includes(text[at] ?? '字')) at++
  const operator = found?.[1].operator ?? null
  if (at === text.length) return operator === null ? null : { operator, unit: null }
  const match = readUnit(text, at)
  return match !== null && match.end === text.length ? { operator, unit: match.unit } : null
}

/** Operator and unit that an indicator's name carries in brackets; the last bracket that says something holds. */
export function hintOfName(name: string): FromName {
  if (!name.includes('(') && !name.includes('(')) return nothing
  const text = fold(name.slice(0, LONGEST_NAME))
  let hint = nothing
  for (let open = text.indexOf('('); open >= 0; open = text.indexOf('(', open + 1)) {
    const close = text.indexOf(')', open)
    if (close < 0) break
    const found = close - open - 1 <= LONGEST_BRACKET ? readHint(text.slice(open + 1, close)) : null
    if (found !== null) hint = { operator: found.operator ?? hint.operator, unit: found.unit ?? hint.unit }
  }
  return hint
}

function unitFrom(context: ValueContext, hint: FromName): Unit | null {
  return (context.unit === undefined ? null : unitOf(fold(context.unit))) ?? hint.unit
}

/** A bare 万 beside a name of money is money: 工资成本 455万. */
function asMoney(unit: Unit | null, name: string): Unit | null {
  return unit?.dimension === NUMBER && namesMoney(name) ? { ...unit, dimension: 'money' } : unit
}

const timeWords = ['时间', '时限', '日期', '期限', '时点', '工期']

/** The day that a sheet shows as a number where its cell has lost the format of dates; null where that is of another time. */
function asDay(serial: number, fiscalYear: number): Value | null {
  const day = dayOfSerial(serial)
  return day !== null && Math.abs(Number(day.slice(0, 4)) - fiscalYear) <= 1 ? parse(day).value : null
}

/** A bare figure beside a name of time may be a date: 2021.12, 20211231, and 45291 where it is a day of about the form's year. */
function asDate(value: Value, { name = '', fiscalYear }: ValueContext): Value | null {
  if (value.kind !== 'quantity' || value.unit !== null || !timeWords.some((word) => name.includes(word))) return null
  const text = value.number.toFixed(value.decimals)
  if (text.length === 5 && fiscalYear !== undefined) return asDay(Number(text), fiscalYear)
  if (value.decimals === 2) return parse(text.replace('.', '-')).value
  return text.length === 8 ? parse(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`).value : null
}

/** Fills in what the text itself leaves out; what it says stands. */
export function applyContext(value: Value, context: ValueContext): Value {
  if (value.kind === 'conditional') return { ...value, value: applyContext(value.value, context) }
  if (value.kind !== 'quantity' && value.kind !== 'duration' && value.kind !== 'range') return value
  const { name = '' } = context
  const date = asDate(value, context)
  if (date?.kind === 'date') return date
  const hint = hintOfName(name)
  const unit = asMoney(value.unit ?? unitFrom(context, hint), name)
  if (value.kind === 'range') return { ...value, unit }
  const attribute = context.attribute === undefined ? null : operatorOfAttribute(fold(context.attribute))
  return quantityOf(value.operator ?? attribute ?? hint.operator, value.number, unit, value.decimals)
}
