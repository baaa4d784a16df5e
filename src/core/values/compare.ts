/** A target against an actual: met, missed, or for a person to judge. */

import {
  type Bilingual,
  type Completion,
  Exact,
  type Reading,
  type SeveralValue,
  type Value,
  type Verdict,
} from '../model/index.ts'
import {
  basicOpen,
  blank,
  changedAsWanted,
  changedOtherwise,
  completionDecides,
  dateBeside,
  digitsLost,
  doneAsWanted,
  nothingMeant,
  otherWords,
  repairsAgree,
  repairsDiffer,
  sameWords,
  scaleOpen,
  selfAdjusting,
  severalTargets,
  unlikeKinds,
  unreadable,
} from './because.ts'
import type { ValueContext } from './context.ts'
import { changeOf } from './direction.ts'
import { bareWord, fold } from './fold.ts'
import { agreed, type Beside, type Judgement, judged } from './judge.ts'
import { judgeDates } from './judge-dates.ts'
import { judgeFigures, judgeRange, judgeRangeActual } from './judge-figures.ts'
import { quantityOf } from './quantities.ts'
import { advisory, repairFromCounterpart } from './repairs.ts'
import { unitOf } from './units.ts'
import { isBestOf, isScale, rankOf } from './words.ts'

export interface Comparison extends Judgement {
  /** Less is better: the operator is ≤ or <. */
  readonly reverse: boolean
  /** The two texts are the same but for blanks and closing punctuation. */
  readonly sameText: boolean
  /** A side could not be read as it stands, but all readings of it agree. */
  readonly byRepair: boolean
}

const order: readonly Completion[] = ['none', 'partial', 'basic', 'full']

/** A word of completion on a target in words, or on a target that asks for completion. */
function judgeCompletion(completion: Completion, wanted: Completion): Judgement {
  if (order.indexOf(completion) >= order.indexOf(wanted)) return judged('completion', 'met', completionDecides)
  if (completion === 'basic') return judged('completion', 'unknown', basicOpen)
  return judged('completion', 'missed', completionDecides)
}

function isWord(value: Value): value is Extract<Value, { word: string; kind: 'graded' | 'prose' }> {
  return value.kind === 'graded' || value.kind === 'prose'
}

/** 已建立, 得到有效提升: the words of the target, said to be done. */
const DONE = /^(?:均已|已经|已|全部|全面|得到|实现|达到)+|(?:了|到位)$/g

/** Words against words: the same is met, the scale 优良中差 decides, a plain no to a yes is missed; else a person must judge. */
function judgeWords(target: Value & { word: string }, actual: Value & { word: string }): Judgement {
  if (isScale(target.word)) {
    return isBestOf(target.word, actual.word) ? judged('graded', 'met') : judged('graded', 'unknown', scaleOpen)
  }
  const [wanted, got] = [rankOf(target.word), rankOf(actual.word)]
  if (wanted !== null && got !== null) return judged('graded', got >= wanted ? 'met' : 'missed')
  if (actual.word.replace(DONE, '') === target.word) return judged('graded', 'met', doneAsWanted)
  const senses = target.kind === 'graded' && actual.kind === 'graded' ? [target.sense, actual.sense] : []
  if (senses[0] === 'positive' && senses[1] === 'negative') return judged('graded', 'missed')
  return judged('graded', 'unknown', otherWords)
}

/** 较上年提高 against 提高2个百分点: a direction is wanted and a change told; null where either is not. */
function judgeChange({ targetText, actualText }: Beside): Judgement | null {
  const [wanted, told] = [changeOf(targetText), changeOf(actualText)]
  if (wanted === null || told === null) return null
  return wanted === told ? judged('graded', 'met', changedAsWanted) : judged('graded', 'missed', changedOtherwise)
}

function isFigure(value: Value): value is Extract<Value, { kind: 'quantity' | 'duration' }> {
  return value.kind === 'quantity' || value.kind === 'duration'
}

function judgeSeveral(target: SeveralValue, actual: Value, beside: Beside): Judgement {
  if (actual.kind === 'several' && actual.parts.length === target.parts.length) {
    const parts = target.parts.map((part, index) => judgeValues(part, actual.parts[index]!, beside))
    const verdicts = parts.map((part) => part.verdict)
    const verdict: Verdict = verdicts.includes('missed') ? 'missed' : agreed(verdicts)
    return { ...judged('several', verdict), because: parts.flatMap((part) => part.because) }
  }
  if (!isFigure(actual)) return judged('several', 'unknown', severalTargets)
  const figures = target.parts.filter((part) => part.kind !== 'date')
  const limits = figures.length === target.parts.length && figures.every(isLimit)
  if (figures.length !== 1 && !limits) return judged('several', 'unknown', severalTargets)
  const all = figures.map((figure) => judgeValues(figure, actual, beside))
  const verdicts = all.map((each) => each.verdict)
  const verdict: Verdict = verdicts.includes('missed') && limits ? 'missed' : agreed(verdicts)
  const because = all.flatMap((each) => each.because)
  return { ...all[0]!, kind: 'several', verdict, because: limits ? because : [...because, dateBeside] }
}

/** 大于5%小于10%: each part carries its operator, so one figure answers them all. */
function isLimit(value: Value): boolean {
  return isFigure(value) && value.operator !== null
}

/** 全覆盖 is said for 100 %. */
const WHOLE = /^(?:已|均已|实现|达到)*(?:全覆盖|全面覆盖)$/
const whole = quantityOf(null, Exact.hundred, unitOf('%'), 0)

/** A word that means a share, where a share stands on the other side. */
function asShare(value: Value, other: Value): Value {
  const isBesideShare = other.kind === 'quantity' && other.unit?.name === '%'
  return isBesideShare && isWord(value) && WHOLE.test(value.word) ? whole : value
}

function judgeValues(target: Value, actual: Value, beside: Beside): Judgement {
  return judgeRead(asShare(target, actual), asShare(actual, target), beside)
}

function judgeRead(target: Value, actual: Value, beside: Beside): Judgement {
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
  if (target.kind === 'range' && (isFigure(actual) || actual.kind === 'range'))
    return judgeRange(target, actual, beside)
  if (target.kind === 'date' && actual.kind === 'date') return judgeDates(target, actual, beside)
  if (isWord(target) && actual.kind === 'completion') return judgeCompletion(actual.completion, 'full')
  if (target.kind === 'completion' && actual.kind === 'completion')
    return judgeCompletion(actual.completion, target.completion)
  if (isWord(target) && isWord(actual))
    return beside.sameText || target.word === actual.word
      ? judged('graded', 'met', sameWords)
      : judgeWords(target, actual)
  if (isWord(target) && isFigure(actual)) {
    const change = judgeChange(beside)
    if (change !== null) return change
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

function isBlank(reading: Reading): boolean {
  return reading.value === null && reading.reason === null
}

function explainUnread(target: Reading, actual: Reading): readonly Bilingual[] {
  if (isBlank(target) || isBlank(actual)) return [blank]
  return [target, actual].flatMap((reading, index) => {
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
  if (judgements.length === 1 && !repaired) return comparison(first, sameText)
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
