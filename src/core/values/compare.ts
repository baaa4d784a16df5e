/** A target against an actual: met, missed, or for a person to judge. */

import { gather } from '../model/gather.ts'
import { type Bilingual, Exact, type Reading, type SeveralValue, type Value, type Verdict } from '../model/index.ts'
import {
  blank,
  dateBeside,
  digitsLost,
  eachReaches,
  nothingMeant,
  repairsAgree,
  repairsDiffer,
  sameWords,
  selfAdjusting,
  severalTargets,
  unfinished,
  unlikeKinds,
  unreadable,
} from './because.ts'
import type { ValueContext } from './context.ts'
import { bareWord, fold } from './fold.ts'
import { agreed, type Beside, type Judgement, judged } from './judge.ts'
import { judgeDates } from './judge-dates.ts'
import { type Figure, judgeFigures } from './judge-figures.ts'
import { judgeRange, judgeRangeActual } from './judge-ranges.ts'
import { judgeCompletion, judgeWordByFigures, judgeWords, type Word } from './judge-words.ts'
import { isPart, partBeside } from './parts.ts'
import { quantityOf } from './quantities.ts'
import { advisory, repairFromCounterpart } from './repairs.ts'
import { asTold, isUnfinished } from './told.ts'
import { unitOf } from './units.ts'

export interface Comparison extends Judgement {
  /** Less is better: the operator is ≤ or <. */
  readonly reverse: boolean
  /** The two texts are the same but for blanks and closing punctuation. */
  readonly sameText: boolean
  /** A side could not be read as it stands, but all readings of it agree. */
  readonly byRepair: boolean
}

function isWord(value: Value): value is Word {
  return value.kind === 'graded' || value.kind === 'prose'
}

function isFigure(value: Value): value is Figure {
  return value.kind === 'quantity' || value.kind === 'duration'
}

function judgeSeveral(target: SeveralValue, actual: Value, beside: Beside): Judgement {
  if (actual.kind === 'several' && actual.parts.length === target.parts.length) {
    const parts = target.parts.map((part, index) => judgeValues(part, actual.parts[index]!, beside))
    const verdicts = parts.map((part) => part.verdict)
    const verdict: Verdict = verdicts.includes('missed') ? 'missed' : agreed(verdicts)
    return { ...judged('several', verdict), because: gather(parts, (part) => part.because) }
  }
  if (!isFigure(actual)) return judged('several', 'unknown', severalTargets)
  const figures = target.parts.filter((part) => part.kind !== 'date')
  const limits = figures.length === target.parts.length && figures.every(isLimit)
  if (figures.length !== 1 && !limits) return judged('several', 'unknown', severalTargets)
  const all = figures.map((figure) => judgeValues(figure, actual, beside))
  const verdicts = all.map((each) => each.verdict)
  const verdict: Verdict = verdicts.includes('missed') && limits ? 'missed' : agreed(verdicts)
  const because = gather(all, (each) => each.because)
  return { ...all[0]!, kind: 'several', verdict, because: limits ? because : [...because, dateBeside] }
}

/**
 * 图书馆56小时、文化馆48小时 against ≥42小时: where each of the figures reaches a floor, so does their sum. Null where one does
 * not: whether each or the sum was meant is for a person.
 */
function judgeEach(target: Figure, { parts }: SeveralValue, beside: Beside): Judgement | null {
  const all = parts.map((part) => (isFigure(part) && isAlike(part, target) ? judgeFigures(target, part, beside) : null))
  const reached = all.every((each) => each?.verdict === 'met' && isFloor(each))
  return reached ? { ...all[0]!, actual: null, achievement: null, because: [eachReaches] } : null
}

function isAlike(part: Figure, target: Figure): boolean {
  return part.unit !== null && part.unit.dimension === target.unit?.dimension
}

function isFloor({ operator }: Judgement): boolean {
  return operator === 'atLeast' || operator === 'moreThan'
}

/** 大于5%小于10%: each part carries its operator, so one figure answers them all. */
function isLimit(value: Value): boolean {
  return isFigure(value) && value.operator !== null
}

/** 全覆盖 is said for 100 %. */
const WHOLE = /^(?:已|均已|实现|达到)*(?:全覆盖|全面覆盖)$/
const whole = quantityOf(null, Exact.hundred, unitOf('%'), 0)

/** A word that means a figure beside the one on the other side: 全覆盖 beside a share, 12/15 beside it or beside 15. */
function asFigure(value: Value, other: Value): Value {
  if (!isWord(value)) return value
  if (other.kind === 'quantity' && other.unit?.name === '%' && WHOLE.test(value.word)) return whole
  return partBeside(value.word, other) ?? value
}

function judgeValues(target: Value, actual: Value, beside: Beside): Judgement {
  const told = asTold(asFigure(actual, target), target, beside)
  const judgement = judgeRead(asFigure(target, actual), told.value, beside)
  const because = told.because === null ? judgement.because : [...judgement.because, told.because]
  if (judgement.verdict === 'met' && !isWord(actual) && isUnfinished(beside)) {
    return { ...judgement, verdict: 'unknown', because: [unfinished, ...because] }
  }
  return told.because === null ? judgement : { ...judgement, because }
}

function judgeRead(target: Value, actual: Value, beside: Beside): Judgement {
  if (beside.sameText && isWord(target) && isPart(target.word)) return judged('quantity', 'met', sameWords)
  if (target.kind === 'none' || actual.kind === 'none') return judged('none', 'unknown', nothingMeant)
  if (target.kind === 'conditional') {
    const inner = judgeValues(target.value, actual.kind === 'conditional' ? actual.value : actual, beside)
    const verdict = inner.verdict === 'met' ? 'met' : 'unknown'
    return { ...inner, kind: 'conditional', verdict, because: [...inner.because, selfAdjusting] }
  }
  if (target.kind === 'several') return judgeSeveral(target, actual, beside)
  if (isFigure(target)) {
    if (isFigure(actual)) return judgeFigures(target, actual, beside)
    if (actual.kind === 'range') return judgeRangeActual(target, actual, beside)
  }
  if (isFigure(target) && actual.kind === 'several') {
    const all = judgeEach(target, actual, beside)
    if (all !== null) return all
  }
  if (target.kind === 'range' && (isFigure(actual) || actual.kind === 'range'))
    return judgeRange(target, actual, beside)
  if (target.kind === 'date' && actual.kind === 'date') return judgeDates(target, actual, beside)
  if (isWord(target) && actual.kind === 'completion') return judgeCompletion(actual.completion, 'full')
  if (target.kind === 'completion' && actual.kind === 'completion')
    return judgeCompletion(actual.completion, target.completion)
  if (isWord(target)) {
    if (isWord(actual)) return judgeWords(target, actual, beside)
    const answered = judgeWordByFigures(target, actual, beside)
    if (answered !== null) return answered
  }
  return judged('unlike', 'unknown', unlikeKinds(target.kind, actual.kind))
}

/** An actual of more than 100 % may be a misread ≥; other actuals carry no operator that could be misread. */
function isDoubtedActual(value: Value): boolean {
  return value.kind === 'quantity' && value.unit?.name === '%' && value.number.greaterThan(Exact.hundred)
}

interface Candidates {
  readonly values: readonly Value[]
  /** The text as it stands gives no value. */
  readonly repaired: boolean
}

function candidatesOf(reading: Reading, side: 'target' | 'actual'): Candidates {
  const { value } = reading
  if (value === null) return { values: reading.repairs.map((repair) => repair.value), repaired: true }
  if (reading.repairs.length === 0) return { values: [value], repaired: false }
  const doubted = side === 'target' || isDoubtedActual(value)
  const others = doubted ? reading.repairs.filter((repair) => !advisory.has(repair.reason)) : []
  return { values: [value, ...others.map((repair) => repair.value)], repaired: false }
}

/** So much of a target is reached where it was meant as it is printed: 22个 of 23个, which is seven times ≥3个. */
const NEARLY = Exact.of('0.8')

/** A small shortfall as the target is printed; with a ≥ read as 2 it would be one and a half times the target and more. */
function isNearlyReached({ verdict, achievement }: Judgement, actuals: Candidates): boolean {
  if (verdict !== 'missed' || achievement === null || actuals.values.length > 1) return false
  return achievement.atLeast(NEARLY) && achievement.lessThan(Exact.one)
}

function isBlank(reading: Reading): boolean {
  return reading.value === null && reading.reason === null
}

function explainUnread(target: Reading, actual: Reading): readonly Bilingual[] {
  if (isBlank(target) || isBlank(actual)) return [blank]
  return gather([target, actual], (reading, index) => {
    if (reading.value !== null || reading.repairs.length > 0) return []
    const likely = repairFromCounterpart(reading, index === 0 ? actual : target)
    return [likely === null ? unreadable(shorten(reading.raw)) : digitsLost(reading.raw, likely.text)]
  })
}

const LONGEST_QUOTE = 20

function shorten(text: string): string {
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text
}

function isReverse({ operator }: Judgement): boolean {
  return operator === 'atMost' || operator === 'lessThan'
}

/**
 * Whether the actual meets the target. All readings of a doubtful text must agree, else the verdict is unknown; what could
 * not be read or cannot be compared is unknown with the reason. Never throws.
 */
export function compareValues(target: Reading, actual: Reading, context: ValueContext = {}): Comparison {
  const [targetText, actualText] = [bareWord(fold(target.raw)), bareWord(fold(actual.raw))]
  const sameText = targetText !== '' && targetText === actualText
  const beside: Beside = { context, targetText, actualText, sameText }
  const [targets, actuals] = [candidatesOf(target, 'target'), candidatesOf(actual, 'actual')]
  const judgements: Judgement[] = []
  for (const wanted of targets.values)
    for (const got of actuals.values) judgements.push(judgeValues(wanted, got, beside))
  const [first] = judgements
  if (first === undefined) {
    const kind = isBlank(target) || isBlank(actual) ? 'none' : 'unlike'
    return comparison(judged(kind, 'unknown', ...explainUnread(target, actual)), sameText)
  }
  const repaired = targets.repaired || actuals.repaired
  if (!repaired && (judgements.length === 1 || isNearlyReached(first, actuals))) return comparison(first, sameText)
  const verdict = agreed(judgements.map((judgement) => judgement.verdict))
  const because = [...first.because, verdict === 'unknown' ? repairsDiffer : repairsAgree]
  return comparison({ ...first, verdict, because }, sameText, repaired && verdict !== 'unknown')
}

/** Fields are written out: an object made by spreading another costs as much time as the comparison. */
function comparison(judgement: Judgement, sameText: boolean, byRepair = false): Comparison {
  const { verdict, kind, operator, operatorFrom, target, actual, achievement, because } = judgement
  const reverse = isReverse(judgement)
  return { verdict, kind, operator, operatorFrom, target, actual, achievement, because, reverse, sameText, byRepair }
}
