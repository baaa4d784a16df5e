/** What an actual tells beside its figure: parts of a sum, work not begun, work not finished. */

import { type Bilingual, Exact, type SeveralValue, type Value } from '../model/index.ts'
import { leadingFigureCounts, nothingBegun } from './because.ts'
import { wantsLess } from './direction.ts'
import type { Beside } from './judge.ts'
import type { Figure } from './judge-figures.ts'
import { parse } from './parser.ts'
import { quantityOf } from './quantities.ts'
import { TIME_DIMENSIONS } from './units.ts'

function isFigure(value: Value): value is Figure {
  return value.kind === 'quantity' || value.kind === 'duration'
}

const NOT_BEGUN =
  /^(?:均|全|都|尚|暂)?(?:未|没有|没)(?:能)?(?:按计划|如期)?(?:开展|实施|启动|举办|召开|组织|开工|动工|采购|购置|建设|进行)(?:了)?$/u

/** Units of which none was done where work was not begun; a share may as well not have been measured. */
function counts(target: Figure): boolean {
  const dimension = target.unit?.dimension ?? ''
  return dimension !== 'share' && dimension !== 'points' && dimension !== 'money' && !TIME_DIMENSIONS.has(dimension)
}

/** 未开展 against ≥10场: none. */
function asNothing(actual: Value & { word: string }, target: Figure, { context, targetText }: Beside): Value | null {
  const isFloor = target.operator === null || target.operator === 'atLeast' || target.operator === 'moreThan'
  if (!(isFloor && counts(target) && target.number.isPositive && NOT_BEGUN.test(actual.word))) return null
  return wantsLess(context.name ?? '', targetText) ? null : quantityOf(null, Exact.zero, target.unit, 0)
}

/** 12个,其中A类5个: what stands before is the sum. */
const LEADING = /^([^,;。:()]+)[,;(]?(?:其中|包括|包含)/u

/** 3座,其中1座未完工: a part that is told as missing takes something from the sum. */
const LACKING = /未|不|没|取消|暂停|停工|缺|退|仅/u

function leadingFigure(text: string): Figure | null {
  const lead = LEADING.exec(text)?.[1]
  const value = lead === undefined || LACKING.test(text) ? null : parse(lead).value
  return value !== null && isFigure(value) ? value : null
}

function isShort(part: Value): boolean {
  return isFigure(part) && part.unit?.dimension === 'share' && part.number.lessThan(Exact.hundred)
}

/** The one figure in the unit of the target, where no share beside it tells of something missing: 125户/380人. */
function onlyInUnit({ parts }: SeveralValue, target: Figure): Figure | null {
  const dimension = target.unit?.dimension
  if (dimension === undefined || TIME_DIMENSIONS.has(dimension)) return null
  const [first, ...more] = parts.filter(isFigure).filter(({ unit }) => unit?.dimension === dimension)
  if (first === undefined || more.length > 0) return null
  return parts.some((part) => part !== first && isShort(part)) ? null : first
}

/** What an actual is taken for, and why it is not taken as it stands. */
export interface Told {
  readonly value: Value
  readonly because: Bilingual | null
}

function taken(value: Value | null, because: Bilingual): Told | null {
  return value === null ? null : { value, because }
}

/** The figure of an actual that tells more than one, or in words that nothing was done; else the actual as it is. */
export function asTold(actual: Value, target: Value, beside: Beside): Told {
  const asItIs: Told = { value: actual, because: null }
  if (!isFigure(target)) return asItIs
  if (actual.kind === 'completion' || actual.kind === 'prose') {
    const none = taken(asNothing(actual, target, beside), nothingBegun)
    return none ?? taken(leadingFigure(beside.actualText), leadingFigureCounts) ?? asItIs
  }
  if (actual.kind !== 'several') return asItIs
  return taken(leadingFigure(beside.actualText) ?? onlyInUnit(actual, target), leadingFigureCounts) ?? asItIs
}

const UNFINISHED =
  /在建|筹建|正在|预计|拟于|拟建|将于|仍在|还在|尚在|尚需|尚有|有待|待完成|待建|待验收|筹备中|进行中|推进中|建设中|实施中|办理中/u

/** A text speaks of what is still to be done: 1座在建, 尚有2户未搬迁. */
export function saysUnfinished(text: string): boolean {
  return UNFINISHED.test(text)
}

/** The actual speaks of what is still to be done, and the target does not. */
export function isUnfinished({ actualText, targetText }: Beside): boolean {
  return saysUnfinished(actualText) && !saysUnfinished(targetText)
}
