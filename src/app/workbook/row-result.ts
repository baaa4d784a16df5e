/**
 * What the formulas of a row work out, worked out here: the same steps on exact figures. A workbook carries these results,
 * and a row whose result differs from the engine's gets no formula.
 */

import { Exact } from '../../core/model/index.ts'
import { figureOf } from '../../core/rulebook/index.ts'
import { doubtfulUnitSigns, type SheetRules } from './sheet-rules.ts'

/** `?`: the name holds a word that formulas are not sure of. */
export type NameSays = 'less' | 'more' | '?'

export interface RowTexts {
  readonly weight: Exact | null
  /** Of a cell of its own; null where the layout has none. */
  readonly attribute: string | null
  readonly unit: string | null
  readonly target: string
  readonly actual: string
  readonly nameSays: NameSays
  readonly isNamed: boolean
  readonly isSatisfaction: boolean
  /** Stands under 成本指标. */
  readonly isCost: boolean
}

/** How a row is scored, as the sheet says it. */
export type Method = '' | '正向' | '反向' | '等于' | '满意度分档' | '按词定档' | '不适用' | '手填'

export interface RowResult {
  readonly target: string
  readonly actual: string
  readonly sign: string
  readonly targetDigits: number
  readonly targetFigure: Exact | null
  readonly targetUnit: string
  readonly actualDigits: number
  readonly actualFigure: Exact | null
  readonly actualUnit: string
  readonly unitsFit: boolean
  /** Place in the list of words, from 1; 0 where it is no such word. */
  readonly word: number
  readonly method: Method
  /** Actual ÷ target, four decimals; null where there is none. */
  readonly rate: Exact | null
  readonly least: Exact | null
  readonly most: Exact | null
}

export const signs = '≥≤=<>＝＜＞'
const signsMeant = '≥≤=<>=<>'
const DIGITS = '0123456789.'
/** So many places of a figure are looked at; longer ones are filled in by hand. */
export const placesSeen = 14
export const mostDigits = 12
export const longestUnit = 6

const upward = ['正向', '正向指标']
const downward = ['反向', '反向指标', '逆向', '逆向指标']
const silent = ['', '定量', '定量指标', '定性', '定性指标']
export const attributeWords = { upward, downward, silent } as const

function signOfAttribute(attribute: string): string {
  if (attribute !== '' && signs.includes(attribute) && attribute.length === 1) return attribute
  if (upward.includes(attribute)) return '≥'
  if (downward.includes(attribute)) return '≤'
  return silent.includes(attribute) ? '' : '?'
}

/** As TRIM of spreadsheets: blanks off the ends, one between words. */
function trim(text: string): string {
  return text.replace(/^ +| +$/g, '').replace(/ {2,}/g, ' ')
}

function digitsAt(text: string): number {
  const places = [...`${text}#`].slice(0, placesSeen)
  const end = places.findIndex((sign) => !DIGITS.includes(sign))
  return end < 0 ? 100 : end
}

function figureIn(text: string, digits: number): Exact | null {
  if (digits < 1 || digits > mostDigits) return null
  const figure = text.slice(0, digits)
  if (figure.startsWith('.') || figure.endsWith('.') || figure.split('.').length > 2) return null
  return /^0\d/.test(figure) ? null : Exact.parse(figure)
}

function fits(target: string, actual: string, figure: Exact | null): boolean {
  if (target.length > longestUnit || doubtfulUnitSigns.some((sign) => target.includes(sign))) return false
  if (target === actual) return true
  if (actual !== '' || /^[万千亿百]/.test(target)) return false
  return target !== '%' || (figure !== null && (figure.greaterThan(Exact.one) || figure.isZero))
}

/**
 * `unit`: of the actual, and so of both. A name that may hide a unit leaves no figure without one to formulas; below 成本指标 only
 * a sign, or a name of which less is better, says which way to count.
 */
function directionOf(row: RowTexts, sign: string, unit: string, target: Exact): Method {
  if (row.nameSays === '?' && unit === '') return '手填'
  if (sign === '≥' || sign === '>') return '正向'
  if (sign === '≤' || sign === '<') return '反向'
  if (row.nameSays === '?') return '手填'
  if (row.nameSays === 'less') return '反向'
  if (row.isCost) return '手填'
  if (sign === '=') return '等于'
  return target.isZero ? '反向' : '正向'
}

/** Signs that make a target in words more than a word. */
export const noWordSigns: readonly string[] = [
  ...'0123456789０１２３４５６７８９一二三四五六七八九十百千万亿零两%％‰≥≤=<>＝＜＞无否未不-－—/、_',
]

function isPlainWord(target: string, rules: SheetRules): boolean {
  return (
    target !== '' &&
    !noWordSigns.some((sign) => target.includes(sign)) &&
    !rules.words.some(({ word }) => word === target)
  )
}

function methodOf(
  row: RowTexts,
  rules: SheetRules,
  found: Omit<RowResult, 'method' | 'rate' | 'least' | 'most'>,
): Method {
  if (row.weight === null) return ''
  if (found.target === '不适用') return '不适用'
  if (row.isNamed) return '手填'
  const { targetFigure, actualFigure, unitsFit } = found
  if (targetFigure !== null && actualFigure !== null && unitsFit) {
    const direction = directionOf(row, found.sign, found.actualUnit, targetFigure)
    const banded = row.isSatisfaction && rules.edition.satisfaction.method === 'steps' && direction === '正向'
    if (!banded) return direction
    const { targetUnit: unit } = found
    const plain = unit === '' || (unit === '%' && actualFigure.atMost(Exact.hundred))
    return plain ? '满意度分档' : '手填'
  }
  const isWord = isPlainWord(found.target, rules) && (found.word > 0 || found.target === found.actual)
  return isWord ? '按词定档' : '手填'
}

interface Bounds {
  readonly least: Exact
  readonly most: Exact
}

const exactly = (value: Exact): Bounds => ({ least: value, most: value })

/** Full marks, less what the edition takes off for going far above. */
function full(weight: Exact, target: Exact, actual: Exact, { edition }: SheetRules): Bounds {
  const { effect, threshold, thresholdExcluded, amount } = edition.overAchievement
  if (threshold === undefined || !target.isPositive || effect === 'none' || effect === 'reason') return exactly(weight)
  const border = figureOf(threshold).times(target)
  const reached = actual.times(Exact.hundred)
  if (thresholdExcluded === true ? !reached.greaterThan(border) : reached.lessThan(border)) return exactly(weight)
  if (effect === 'byHand') return { least: Exact.zero, most: weight }
  if (amount === undefined) return exactly(weight)
  const value = figureOf(amount)
  const off = effect === 'deductFlat' ? value : weight.times(value).dividedBy(Exact.hundred)
  return exactly(weight.minus(Exact.min(off, weight)))
}

function proportion(weight: Exact, target: Exact, actual: Exact, { edition }: SheetRules): Bounds {
  const { passThreshold } = edition.positive
  if (!actual.isPositive) return exactly(Exact.zero)
  if (passThreshold !== undefined && actual.times(Exact.hundred).lessThan(figureOf(passThreshold).times(target))) {
    return exactly(Exact.zero)
  }
  return exactly(weight.times(actual).dividedBy(target))
}

function reverse(weight: Exact, target: Exact, actual: Exact, { edition }: SheetRules): Bounds {
  if (actual.atMost(target)) return exactly(weight)
  if (target.isZero || edition.reverse.method === 'allOrNothing') return exactly(Exact.zero)
  if (edition.reverse.method === 'ratio') return exactly(weight.times(target).dividedBy(actual))
  const left = target.plus(target).minus(actual)
  return exactly(left.isPositive ? weight.times(left).dividedBy(target) : Exact.zero)
}

function equal(weight: Exact, target: Exact, actual: Exact, rules: SheetRules): Bounds {
  const { method } = rules.edition.equal
  if (actual.equals(target)) return exactly(weight)
  if (method === 'strict') return { least: Exact.zero, most: weight }
  if (target.isZero) return exactly(Exact.zero)
  if (method === 'floor') {
    return actual.greaterThan(target) ? full(weight, target, actual, rules) : proportion(weight, target, actual, rules)
  }
  const left = target.minus(actual.minus(target).abs())
  return exactly(left.isPositive ? weight.times(left).dividedBy(target) : Exact.zero)
}

function byBand(weight: Exact, unit: string, actual: Exact, { edition }: SheetRules): Bounds {
  const percent = unit === '' && actual.atMost(Exact.one) ? actual.times(Exact.hundred) : actual
  const step = (edition.satisfaction.steps ?? []).find(({ from }) => percent.atLeast(figureOf(from)))
  return exactly(step === undefined ? Exact.zero : weight.times(figureOf(step.share)).dividedBy(Exact.hundred))
}

function boundsOf(row: RowTexts, method: Method, rules: SheetRules, found: RowSides): Bounds | null {
  const { weight } = row
  if (weight === null) return null
  const { targetFigure: target, actualFigure: actual } = found
  if (method === '按词定档') {
    const tier = found.word > 0 ? rules.words[found.word - 1]! : rules.sameWord
    const share = (percent: string) => weight.times(Exact.of(percent)).dividedBy(Exact.hundred)
    return { least: share(tier.least), most: share(tier.most) }
  }
  if (target === null || actual === null) return null
  switch (method) {
    case '正向':
      // Nothing is not more than nothing.
      return actual.atLeast(target) && !(found.sign === '>' && actual.isZero)
        ? full(weight, target, actual, rules)
        : proportion(weight, target, actual, rules)
    case '反向':
      return reverse(weight, target, actual, rules)
    case '等于':
      return equal(weight, target, actual, rules)
    case '满意度分档':
      return byBand(weight, found.targetUnit, actual, rules)
    default:
      return null
  }
}

type RowSides = Omit<RowResult, 'method' | 'rate' | 'least' | 'most'>

const modes = { ROUND: 'halfUp', ROUNDDOWN: 'down', ROUNDUP: 'up' } as const

/** Works out a row as its formulas do. */
export function rowResult(row: RowTexts, rules: SheetRules): RowResult {
  const own = trim(row.target)
  const attribute = row.attribute === null ? '' : signOfAttribute(trim(row.attribute))
  const unit = row.unit === null || own === '' || !DIGITS.includes(own.at(-1)!) ? '' : trim(row.unit)
  const target = `${attribute}${own}${unit}`
  const actual = trim(row.actual)
  const at = target === '' ? -1 : signs.indexOf(target[0]!)
  const sign = at < 0 ? '' : signsMeant[at]!
  const rest = target.slice(sign.length)
  const [targetDigits, actualDigits] = [digitsAt(rest), digitsAt(actual)]
  const [targetFigure, actualFigure] = [figureIn(rest, targetDigits), figureIn(actual, actualDigits)]
  const targetUnit = targetFigure === null ? '' : rest.slice(targetDigits)
  const actualUnit = actualFigure === null ? '' : actual.slice(actualDigits)
  const found: RowSides = {
    target,
    actual,
    sign,
    targetDigits,
    targetFigure,
    targetUnit,
    actualDigits,
    actualFigure,
    actualUnit,
    unitsFit: fits(targetUnit, actualUnit, actualFigure),
    word: rules.words.findIndex(({ word }) => word === actual) + 1,
  }
  const method = methodOf(row, rules, found)
  const measured = method === '正向' || method === '反向' || method === '等于' || method === '满意度分档'
  const bounds = boundsOf(row, method, rules, found)
  const rounded = (value: Exact) => value.round(rules.decimals, modes[rules.round])
  return {
    ...found,
    method,
    rate: measured && !targetFigure!.isZero ? actualFigure!.dividedBy(targetFigure!).round(4) : null,
    least: bounds === null ? null : rounded(bounds.least),
    most: bounds === null ? null : rounded(bounds.most),
  }
}
