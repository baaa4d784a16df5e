/** Quantities and durations against one another. */

import type {
  Bilingual,
  DurationValue,
  Exact,
  Operator,
  QuantityValue,
  RangeValue,
  Unit,
  Verdict,
} from '../model/index.ts'
import { type Aligned, align, type Pair, type Side } from './align.ts'
import {
  aboutOnly,
  approximate,
  assumedFloor,
  assumedZero,
  changeDoubtful,
  classesDiffer,
  equalExceeded,
  lessByName,
  oppositeChange,
  oppositeOperators,
  placeOpen,
  relativeOnly,
} from './because.ts'
import { hintOfName } from './context.ts'
import {
  changeOf,
  levelBesideChange,
  limitsCost,
  namesOrder,
  saysLeft,
  saysMoved,
  saysReduction,
  wantsLess,
} from './direction.ts'
import { fold } from './fold.ts'
import { agreed, type Beside, type Judgement, type OperatorOrigin } from './judge.ts'
import { operatorOfAttribute } from './operators.ts'
import { parse } from './parser.ts'

export type Figure = QuantityValue | DurationValue

interface Chosen {
  readonly operator: Operator
  readonly from: OperatorOrigin
  readonly because: readonly Bilingual[]
}

/** Whether the text itself carries the operator that its value has. */
function saysOperator(text: string): boolean {
  const { value } = parse(fold(text))
  return value !== null && 'operator' in value && value.operator !== null
}

/** The operator to judge by and where it comes from: the target, the cell 指标性质, the name, or the assumption of a floor. */
function chooseOperator(target: Figure, beside: Beside, less: boolean): Chosen {
  const { name = '', attribute } = beside.context
  const fromAttribute = attribute === undefined ? null : operatorOfAttribute(fold(attribute))
  const fromName = hintOfName(name).operator
  const operator = target.operator ?? fromAttribute ?? fromName
  if (operator !== null) {
    if (operator === fromAttribute) return { operator, from: 'attribute', because: [] }
    const named = operator === fromName && !saysOperator(beside.targetText)
    return { operator, from: named ? 'name' : 'target', because: [] }
  }
  if (saysLeft(beside.targetText)) return { operator: 'atMost', from: 'target', because: [] }
  if (less) return { operator: 'atMost', from: 'name', because: [lessByName] }
  if (target.number.isZero) return { operator: 'atMost', from: 'assumed', because: [assumedZero] }
  return { operator: 'atLeast', from: 'assumed', because: [assumedFloor] }
}

type Direction = 'floor' | 'ceiling' | 'exact'

const directions: Readonly<Record<Operator, Direction>> = {
  atLeast: 'floor',
  moreThan: 'floor',
  equal: 'exact',
  atMost: 'ceiling',
  lessThan: 'ceiling',
}

export function verdictOf(met: boolean): Verdict {
  return met ? 'met' : 'missed'
}

/** A single figure against operator and border. */
function judgePoint(operator: Operator, { target, actual }: Pair, less: boolean): Verdict {
  switch (operator) {
    case 'atLeast':
      return verdictOf(actual.atLeast(target))
    case 'moreThan':
      return verdictOf(actual.greaterThan(target))
    case 'atMost':
      return verdictOf(actual.atMost(target))
    case 'lessThan':
      return verdictOf(actual.lessThan(target))
    case 'equal': {
      const order = actual.compare(target)
      if (order === 0) return 'met'
      // short of it is missed; past it is for the rules to say, unless nothing at all was wanted
      const short = less || target.isZero ? 1 : -1
      return order === short ? 'missed' : 'unknown'
    }
  }
}

/** The actual may repeat the operator (≥266米) and then counts as its number; an opposite one leaves its figure open. */
function judgePair(operator: Operator, written: Operator | null, pair: Pair, less: boolean): Verdict {
  if (written === operator && pair.actual.equals(pair.target)) return 'met'
  const direction = directions[operator]
  const other = written === null ? 'exact' : directions[written]
  if (direction === 'exact' || other === 'exact' || direction === other) return judgePoint(operator, pair, less)
  const order = pair.actual.compare(pair.target)
  const past = direction === 'floor' ? -1 : 1
  return order === past || (order === 0 && (written === 'lessThan' || written === 'moreThan')) ? 'missed' : 'unknown'
}

const shareMarks = ['%', '百分', '‰', '千分', '/10万', '/十万']

export function sideOf(number: Exact, value: Figure | RangeValue, text: string): Side {
  const written = value.unit?.dimension !== 'share' || shareMarks.some((mark) => text.includes(mark))
  return { number, unit: value.unit, unitWritten: written }
}

/** Growth against decline: which sign the actual has in the direction of the target; null where that is not clear. */
function signOfChange(number: Exact, beside: Beside): 1 | -1 | null {
  if (levelBesideChange(beside.targetText, beside.actualText)) return null
  if (saysLeft(beside.actualText)) return saysReduction(beside.targetText) ? null : 1
  const actual = changeOf(beside.actualText)
  // -6% beside 下降5%: a decline written with its sign, or the opposite of one
  if (actual === null) return number.isNegative && saysReduction(beside.targetText) ? null : 1
  const wanted = changeOf(beside.targetText) ?? changeOf(beside.context.name ?? '')
  if (wanted !== null) return wanted === actual ? 1 : -1
  return actual === 'more' ? 1 : null
}

function ratioOf({ target, actual }: Pair): Exact | null {
  return target.isZero ? null : actual.dividedBy(target)
}

function turn(aligned: Aligned): Aligned {
  const pairs = aligned.pairs.map((pair) => ({ ...pair, actual: pair.actual.negated() }))
  return { ...aligned, pairs, because: [...aligned.because, oppositeChange] }
}

/** 约100人, 近100人, 100人左右: not 节约100元, 上下学. */
const APPROXIMATE =
  /(?<![节预签合违制集条契])约(?=[\d一二两三四五六七八九十百])|接近|将近|近(?=\d)|左右|上下(?![学班级车游联])/u

/** Water of class 2 is better than that of class 3, a place of grade 2 may be the worse. */
const CLASSED = /水质|断面|水体|水源|功能区|土壤|环境质量/u

function isClass(unit: Unit | null, name: string): boolean {
  return unit?.name === '级' || (unit?.name === '类' && CLASSED.test(name))
}

/** 超额完成20%, 逾期2天, 提前3天: by how much, which is not how much. */
const RELATIVE =
  /超(?:额|计划|目标|任务|预期)(?:完成)?了?\d[\d.]*(?:%|个百分点|倍)|延误|超期|逾期|延迟|推迟|滞后|拖延|提前|晚于|早于/u

/** Only the actual speaks of what is past a limit; the target and the name say no such thing. */
function isRelative({ actualText, targetText, context: { name = '' } }: Beside): boolean {
  return RELATIVE.test(actualText) && !RELATIVE.test(targetText) && !RELATIVE.test(name)
}

/** Why figures do not decide although they are known: rounded ones, and numbers of classes. */
function doubtOf(
  target: Figure,
  actual: Figure,
  pairs: readonly Pair[],
  verdict: Verdict,
  beside: Beside,
): Bilingual | null {
  const { targetText, actualText, sameText, context } = beside
  const { name = '' } = context
  const differs = pairs.every((pair) => !pair.actual.equals(pair.target))
  if (differs && isClass(target.unit, name) && isClass(actual.unit, name)) return classesDiffer
  if (saysMoved(targetText) !== saysMoved(actualText) && namesOrder(name)) return placeOpen
  if (isRelative(beside)) return relativeOnly
  const isVague = APPROXIMATE.test(targetText)
  if (isVague) return verdict === 'missed' && target.operator === null ? approximate : null
  if (sameText || !APPROXIMATE.test(actualText)) return null
  return verdict === 'met' && differs ? null : aboutOnly
}

/** A figure against a figure. */
export function judgeFigures(target: Figure, actual: Figure, beside: Beside): Judgement {
  const { name = '', underCost = false } = beside.context
  const inCost = underCost && limitsCost(name, beside.targetText, target.unit ?? actual.unit)
  const less = inCost || wantsLess(name, beside.targetText)
  const { operator, from, because } = chooseOperator(target, beside, less)
  const change = signOfChange(actual.number, beside)
  const straight = align(
    sideOf(target.number, target, beside.targetText),
    sideOf(actual.number, actual, beside.actualText),
  )
  const aligned = change === -1 ? turn(straight) : straight
  const verdicts = aligned.pairs.map((pair) => judgePair(operator, actual.operator, pair, less))
  const doubt = doubtOf(target, actual, aligned.pairs, agreed(verdicts), beside)
  const verdict = change === null || doubt !== null ? 'unknown' : agreed(verdicts)
  const reasons = [...because, ...aligned.because]
  if (doubt !== null) reasons.unshift(doubt)
  if (change === null) reasons.push(changeDoubtful)
  else if (new Set(verdicts).size > 1) reasons.push(aligned.doubt)
  else if (verdicts[0] === 'unknown') reasons.push(operator === 'equal' ? equalExceeded : oppositeOperators)
  const pair = aligned.pairs[0] ?? null
  return {
    verdict,
    kind: target.kind === 'duration' || (target.unit === null && actual.kind === 'duration') ? 'duration' : 'quantity',
    operator,
    operatorFrom: from,
    target: pair?.target ?? null,
    actual: pair?.actual ?? null,
    achievement: pair === null ? null : ratioOf(pair),
    because: reasons,
  }
}
