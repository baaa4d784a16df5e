/** Value → text, in one spelling for each; `readValue` reads it back to the same value. */

import type { DateParts, DateValue, DurationValue, Operator, Unit, Value } from '../model/index.ts'
import { signOf } from './operators.ts'

const OPEN_DEADLINE = '规定时间内'

function printParts({ year, month, day }: DateParts): string {
  return `${year === null ? '' : `${year}年`}${month === null ? '' : `${month}月`}${day === null ? '' : `${day}日`}`
}

function isSameDay(one: DateParts, other: DateParts): boolean {
  return one.year === other.year && one.month === other.month && one.day === other.day
}

function printDate({ relation, from, to }: DateValue): string {
  const first = printParts(from)
  if (first === '') return OPEN_DEADLINE
  const stretch = isSameDay(from, to) ? first : `${first}至${printParts(to)}`
  return relation === 'by' ? `${stretch}前` : stretch
}

function printFigure(operator: Operator | null, number: string, unit: Unit | null): string {
  return `${operator === null ? '' : signOf(operator)}${number}${unit?.name ?? ''}`
}

/** 12月 and 2021年 would be dates: a length of time takes the spelling that cannot be one. */
const lengths: Readonly<Record<string, string>> = { 月: '个月', 季度: '个季度', 年: '周年' }

function printDuration({ operator, number, unit, decimals }: DurationValue): string {
  return `${operator === null ? '' : signOf(operator)}${number.toFixed(decimals)}${lengths[unit.name] ?? unit.name}`
}

/** The canonical text of a value: "≥90%", "2021年12月31日前", "80%~90%", "有效提升". */
export function printValue(value: Value): string {
  switch (value.kind) {
    case 'quantity':
      return printFigure(value.operator, value.number.toFixed(value.decimals), value.unit)
    case 'duration':
      return printDuration(value)
    case 'range':
      return `${value.from}~${value.to}${value.unit?.name ?? ''}`
    case 'date':
      return printDate(value)
    case 'several':
      return value.parts.map(printValue).join(';')
    case 'conditional':
      return `${printValue(value.value)}(${value.condition})`
    default:
      return value.word
  }
}
