/** Number cells: weights, scores, money, rates. A text that is no number gives null, never 0 and never a part of it. */

import { Exact } from '../model/index.ts'
import { fold } from './fold.ts'

export interface NumberReading {
  /** As written, in `unit`: "94.47%" → 94.47, "620.82万元" → 620.82. */
  readonly value: Exact | null
  /** Decimals written. */
  readonly decimals: number
  readonly unit: 'none' | 'percent' | '元' | '万元' | '千元' | '亿元'
}

const units: readonly (readonly [string, NumberReading['unit']])[] = [
  ['%', 'percent'],
  ['万元', '万元'],
  ['千元', '千元'],
  ['亿元', '亿元'],
  ['元', '元'],
  ['万', '万元'],
  ['亿', '亿元'],
  ['分', 'none'],
]

const unread: NumberReading = Object.freeze({ value: null, decimals: 0, unit: 'none' })

const LONGEST = 60

function isDigitAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

function digitsEnd(text: string, from: number): number {
  let end = from
  while (isDigitAt(text, end)) end++
  return end
}

/** The digits of "1,437" or "620", without separators, and where they end; null where there are none or groups are not of three. */
function readWhole(text: string, from: number): { readonly digits: string; readonly end: number } | null {
  let end = digitsEnd(text, from)
  if (end === from) return null
  let digits = text.slice(from, end)
  if (text[end] !== ',') return { digits, end }
  if (digits.length > 3) return null
  while (text[end] === ',') {
    const groupEnd = digitsEnd(text, end + 1)
    if (groupEnd !== end + 4) return null
    digits += text.slice(end + 1, groupEnd)
    end = groupEnd
  }
  return { digits, end }
}

/** OCR sets a blank beside the point ("9. 80"); blanks between digits may part two numbers and stay. */
function withoutBlanksAtPoint(text: string): string {
  return text.replace(' .', '.').replace('. ', '.')
}

/** Reads a number cell as a whole. Full-width digits, thousands separators, a sign, %, 元/千元/万元/亿元, 分 are understood. */
export function readNumber(text: string): NumberReading {
  if (text.length > LONGEST) return unread
  let rest = withoutBlanksAtPoint(fold(text))
  if (rest.startsWith('¥')) rest = rest.slice(1).trimStart()
  const signLength = rest.startsWith('-') || rest.startsWith('+') ? 1 : 0
  const whole = readWhole(rest, signLength)
  if (whole === null) return unread
  let { digits, end } = whole
  let decimals = 0
  if (rest[end] === '.') {
    const fractionEnd = digitsEnd(rest, end + 1)
    decimals = fractionEnd - end - 1
    if (decimals === 0) return unread
    digits += rest.slice(end, fractionEnd)
    end = fractionEnd
  }
  const tail = rest.slice(end).trimStart()
  const unit = tail === '' ? 'none' : units.find(([spelling]) => spelling === tail)?.[1]
  if (unit === undefined) return unread
  const value = Exact.of(digits)
  return { value: rest.startsWith('-') ? value.negated() : value, decimals, unit }
}
