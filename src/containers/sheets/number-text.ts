/** A figure as a sheet prints it by its number format. */

import { dateText } from './date-text.ts'
import { approximate, type Decimal, isZero, partsOf, readDecimal, rounded, shifted, shortest } from './decimal.ts'
import { readFormatCode, type Section, type Token } from './format-code.ts'

export interface PrintedNumber {
  readonly text: string
  /** False where the format could not be followed and the figure is shown as it is. */
  readonly understood: boolean
}

type Digit = Extract<Token, { kind: 'digit' }>

/** Fills the places before the point from the right; digits without a place go before the first one. */
function fillWhole(tokens: readonly Token[], whole: string, grouped: boolean): string {
  const first = tokens.findIndex((token) => token.kind === 'digit')
  let printed = ''
  let left = whole.length
  let count = 0
  const put = (sign: string) => {
    if (grouped && count > 0 && count % 3 === 0 && sign !== ' ') printed = `,${printed}`
    printed = sign + printed
    count++
  }
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]!
    if (token.kind === 'literal') printed = token.text + printed
    else if (token.kind === 'percent') printed = `%${printed}`
    else if (token.kind === 'digit') {
      if (left > 0) put(whole[--left]!)
      else if (token.sign !== '#') put(token.sign === '0' ? '0' : ' ')
      if (at === first) while (left > 0) put(whole[--left]!)
    }
  }
  return printed
}

function fillFraction(tokens: readonly Token[], fraction: string): string {
  const places = tokens.filter((token): token is Digit => token.kind === 'digit')
  let used = places.length
  while (used > 0 && places[used - 1]!.sign !== '0' && (fraction[used - 1] ?? '0') === '0') used--
  let place = 0
  return tokens
    .map((token) => {
      if (token.kind === 'literal') return token.text
      if (token.kind === 'percent') return '%'
      if (token.kind !== 'digit') return ''
      const at = place++
      if (at < used) return fraction[at] ?? '0'
      return token.sign === '?' ? ' ' : ''
    })
    .join('')
}

interface Places {
  readonly before: readonly Token[]
  readonly after: readonly Token[]
  readonly hasPoint: boolean
  readonly decimals: number
  readonly grouped: boolean
  /** Powers of ten by which the figure is moved: percent up, commas at the end down. */
  readonly shift: number
}

function placesOf(tokens: readonly Token[]): Places {
  const point = tokens.findIndex((token) => token.kind === 'point')
  const before = point < 0 ? tokens : tokens.slice(0, point)
  const after = point < 0 ? [] : tokens.slice(point + 1)
  const isDigit = (token: Token) => token.kind === 'digit'
  const lastBefore = before.findLastIndex(isDigit)
  const firstBefore = before.findIndex(isDigit)
  const lastAfter = after.findLastIndex(isDigit)
  const commas = (list: readonly Token[]) => list.filter((token) => token.kind === 'comma').length
  const thousands = commas(before.slice(lastBefore + 1)) + commas(after.slice(lastAfter + 1))
  const percents = tokens.filter((token) => token.kind === 'percent').length
  return {
    before,
    after,
    hasPoint: point >= 0,
    decimals: after.filter(isDigit).length,
    grouped: commas(before.slice(firstBefore, lastBefore)) > 0,
    shift: percents * 2 - thousands * 3,
  }
}

function scientific(value: Decimal, tokens: readonly Token[], at: number): string {
  const places = placesOf(tokens.slice(0, at))
  const width = Math.max(1, places.before.filter((token) => token.kind === 'digit').length)
  const power = (point: number) => (isZero(value) ? 0 : Math.floor((point - 1) / width) * width)
  let exponent = power(value.point)
  let mantissa = rounded(shifted(value, -exponent), places.decimals)
  if (mantissa.point > width) {
    exponent = power(value.point + 1)
    mantissa = rounded(shifted(value, -exponent), places.decimals)
  }
  const { whole, fraction } = partsOf(mantissa)
  const digits = tokens.slice(at + 1).filter((token) => token.kind === 'digit').length
  const sign = exponent < 0 ? '-' : (tokens[at] as Extract<Token, { kind: 'power' }>).plus ? '+' : ''
  const head =
    fillWhole(places.before, whole, false) + (places.hasPoint ? `.${fillFraction(places.after, fraction)}` : '')
  return `${head}E${sign}${String(Math.abs(exponent)).padStart(digits, '0')}`
}

/** How a section is filled: a fraction is not, powers of ten from the token at `power` on, else by its places. */
type Filling = 'fraction' | { readonly power: number } | Places

const fillings = new WeakMap<Section, Filling>()

function fillingOf(section: Section): Filling {
  const remembered = fillings.get(section)
  if (remembered !== undefined) return remembered
  const { tokens } = section
  // A slash between places asks for a fraction.
  const slash = tokens.findIndex((token) => token.kind === 'literal' && token.text === '/')
  const isFraction =
    slash > 0 && tokens[slash - 1]!.kind === 'digit' && /digit|literal/.test(tokens[slash + 1]?.kind ?? '')
  const power = tokens.findIndex((token) => token.kind === 'power')
  const filling = isFraction ? 'fraction' : power >= 0 ? { power } : placesOf(tokens)
  fillings.set(section, filling)
  return filling
}

/** The digits of a figure in the places of a section, without sign; null where the section asks for more than is known here. */
function fill(value: Decimal, section: Section): string | null {
  const filling = fillingOf(section)
  if (filling === 'fraction') return null
  if ('power' in filling) return scientific(value, section.tokens, filling.power)
  const { whole, fraction } = partsOf(rounded(shifted(value, filling.shift), filling.decimals))
  return (
    fillWhole(filling.before, whole, filling.grouped) +
    (filling.hasPoint ? `.${fillFraction(filling.after, fraction)}` : '')
  )
}

function meets(value: number, { operator, limit }: NonNullable<Section['condition']>): boolean {
  const other = Number(limit)
  switch (operator) {
    case '<':
      return value < other
    case '>':
      return value > other
    case '<=':
      return value <= other
    case '>=':
      return value >= other
    case '<>':
      return value !== other
    default:
      return value === other
  }
}

/** The section for a figure, and whether a minus has to be printed before it. */
function choose(sections: readonly Section[], value: Decimal): { section: Section | null; minus: boolean } {
  const number = approximate(value)
  const numeric = sections.length === 4 ? sections.slice(0, 3) : sections.filter(({ kind }) => kind !== 'text')
  if (numeric.length === 0) return { section: null, minus: value.negative }
  if (numeric.some((section) => section.condition !== null)) {
    const chosen = numeric.find((section, index) =>
      section.condition === null ? index === numeric.length - 1 : meets(number, section.condition),
    )
    return { section: chosen ?? null, minus: value.negative }
  }
  if (isZero(value) && numeric[2] !== undefined) return { section: numeric[2], minus: false }
  if (value.negative && numeric[1] !== undefined) return { section: numeric[1], minus: false }
  return { section: numeric[0]!, minus: value.negative }
}

/** Prints the figure `raw` (as the file holds it) by a number format. What is no figure is given back as it is. */
export function numberText(raw: string, code: string, from1904: boolean): PrintedNumber {
  const value = readDecimal(raw)
  if (value === null) return { text: raw, understood: true }
  const asItIs = shortest(value)
  if (code === 'General' || code === '@') return { text: asItIs, understood: true }
  const { section, minus } = choose(readFormatCode(code), value)
  if (section === null) return { text: asItIs, understood: true }
  const sign = minus ? '-' : ''
  const positive = { ...value, negative: false }
  switch (section.kind) {
    case 'date': {
      const text = dateText(approximate(value), section, from1904)
      return text === null ? { text: asItIs, understood: false } : { text, understood: true }
    }
    case 'number': {
      const text = section.numerals === null ? fill(positive, section) : null
      return text === null ? { text: asItIs, understood: false } : { text: sign + text, understood: true }
    }
    case 'general': {
      if (section.numerals !== null) return { text: asItIs, understood: false }
      const shown = section.tokens.map((token) =>
        token.kind === 'literal'
          ? token.text
          : token.kind === 'general'
            ? shortest(positive)
            : token.kind === 'percent'
              ? '%'
              : '',
      )
      return { text: sign + shown.join(''), understood: true }
    }
    default:
      // Only literal text, or nothing: the format hides the figure.
      return {
        text: section.tokens.map((token) => (token.kind === 'literal' ? token.text : '')).join(''),
        understood: true,
      }
  }
}

/** A text by its number format: @"元" adds to it; most formats leave it as it is. */
export function textText(text: string, code: string): string {
  if (code === 'General' || code === '@') return text
  const sections = readFormatCode(code)
  const section = sections[3] ?? sections.find(({ kind }) => kind === 'text')
  if (section === undefined) return text
  return section.tokens
    .map((token) => (token.kind === 'literal' ? token.text : token.kind === 'text' ? text : ''))
    .join('')
}
