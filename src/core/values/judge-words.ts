/** Words against words: a place, a standing, a quality, a word of completion. */

import type { Completion, QuantityValue, Value } from '../model/index.ts'
import {
  basicOpen,
  changedAsWanted,
  changedOtherwise,
  completionDecides,
  deniesWanted,
  doneAsWanted,
  otherWords,
  placeDecides,
  placeOpen,
  sameWords,
  scaleOpen,
  standingDecides,
  standingOpen,
} from './because.ts'
import { tellsChange, tellsOpposite, withoutEffect } from './degrees.ts'
import { changeOf, namesOrder, saysMoved } from './direction.ts'
import { type Beside, type Judgement, judged } from './judge.ts'
import { judgeRank, type Rank, rankOfFigure, readRank } from './ranks.ts'
import { judgeStanding } from './standing.ts'
import { isBestOf, isScale, rankOf } from './words.ts'

export type Word = Extract<Value, { word: string; kind: 'graded' | 'prose' }>

const order: readonly Completion[] = ['none', 'partial', 'basic', 'full']

/** A word of completion on a target in words, or on a target that asks for completion. */
export function judgeCompletion(completion: Completion, wanted: Completion): Judgement {
  if (order.indexOf(completion) >= order.indexOf(wanted)) return judged('completion', 'met', completionDecides)
  if (completion === 'basic') return judged('completion', 'unknown', basicOpen)
  return judged('completion', 'missed', completionDecides)
}

/** 已建立, 得到有效提升: the words of the target, said to be done. */
const DONE = /^(?:均已|已经|已|全部|全面|得到|实现|达到)+|(?:了|到位)$/g
const DENIAL = /^(?:均未|尚未|暂未|未能|没有|没能|不能|未|不|没|无)/u
const INNER_MARKS = /[,、;。:]/gu

/** One word denies the other: 未公开 against 公开, 是 against 否. */
function denies(wanted: string, told: string): boolean {
  if (wanted === '否' && told === '是') return true
  return told.replace(DENIAL, '') === wanted || wanted.replace(DENIAL, '') === told
}

/** The same is met, the scale 优良中差 decides, a plain no to a yes is missed; else a person must judge. */
function judgeQuality(target: Word, actual: Word): Judgement {
  if (isScale(target.word)) {
    return isBestOf(target.word, actual.word) ? judged('graded', 'met') : judged('graded', 'unknown', scaleOpen)
  }
  const [wanted, got] = [rankOf(target.word), rankOf(actual.word)]
  if (wanted !== null && got !== null) return judged('graded', got >= wanted ? 'met' : 'missed')
  const told = withoutEffect(actual.word.replaceAll(INNER_MARKS, ''))
  const asked = withoutEffect(target.word.replaceAll(INNER_MARKS, ''))
  if (told === asked || told.replace(DONE, '') === asked) return judged('graded', 'met', doneAsWanted)
  if (denies(asked, told)) return judged('graded', 'missed', deniesWanted)
  const senses = target.kind === 'graded' && actual.kind === 'graded' ? [target.sense, actual.sense] : []
  if (senses[0] === 'positive' && senses[1] === 'negative') return judged('graded', 'missed')
  if (tellsOpposite(asked, told)) return judged('graded', 'missed', changedOtherwise)
  if (tellsChange(asked, told)) return judged('graded', 'met', doneAsWanted)
  return judged('graded', 'unknown', otherWords)
}

export function judgeWords(target: Word, actual: Word, beside: Beside): Judgement {
  if (beside.sameText || target.word === actual.word) return judged('graded', 'met', sameWords)
  return judgePlace(target, actual, beside) ?? judgeAgainst(beside) ?? judgeQuality(target, actual)
}

function isBareFigure(value: Value): value is QuantityValue {
  return value.kind === 'quantity' && value.operator === null && (value.unit === null || value.unit.name === '名')
}

/** A place told: 第2名, or a bare figure under a name of places. */
function placeTold(actual: Value, { actualText, context }: Beside): Rank | null {
  if (isBareFigure(actual)) {
    return namesOrder(context.name ?? '') && !saysMoved(actualText) ? rankOfFigure(actual.number) : null
  }
  return readRank(actualText)
}

/** 前3名 against 第2名; null where the target names no place or the actual none. */
function judgePlace(target: Word, actual: Value, beside: Beside): Judgement | null {
  const wanted = readRank(target.word)
  const got = wanted === null ? null : placeTold(actual, beside)
  if (wanted === null || got === null) return null
  const verdict = judgeRank(wanted, got, beside.context.name ?? '')
  return judged('standing', verdict, verdict === 'unknown' ? placeOpen : placeDecides)
}

/** 不低于上年 against 较上年增长5%. */
function judgeAgainst({ targetText, actualText, context }: Beside): Judgement | null {
  const verdict = judgeStanding(targetText, actualText, context.fiscalYear)
  if (verdict === null) return null
  return judged('standing', verdict, verdict === 'unknown' ? standingOpen : standingDecides)
}

/** 逐年提高 against 提高2个百分点: a direction is wanted and a change told; null where either is not. */
function judgeChange({ targetText, actualText }: Beside): Judgement | null {
  const [wanted, told] = [changeOf(targetText), changeOf(actualText)]
  if (wanted === null || told === null) return null
  return wanted === told ? judged('graded', 'met', changedAsWanted) : judged('graded', 'missed', changedOtherwise)
}

/** A target in words that figures may answer; null where these do not. */
export function judgeWordByFigures(target: Word, actual: Value, beside: Beside): Judgement | null {
  const known = judgePlace(target, actual, beside) ?? judgeAgainst(beside)
  if (known !== null) return known
  return actual.kind === 'quantity' || actual.kind === 'duration' ? judgeChange(beside) : null
}
