/**
 * A whole form on one line without anything between its cells, as a preview of a shared document has it: cut into lines
 * where a title, a labelled fact, a header, a row of money, a label of indicators or the total begins.
 */

import { level1Of, level2Of } from '../../rulebook/index.ts'
import { kindOf } from '../kinds.ts'
import type { SourceCell } from '../source.ts'
import {
  blockLabel,
  factLabel,
  goalHeader,
  indicatorHeader,
  isHeaderWord,
  isIndicatorHeaderWord,
  isMoneyHeaderWord,
  isOtherFactLabel,
  isTotalLabel,
  moneyRow,
} from '../words.ts'
import { cutAt } from './cut-at.ts'

/** A form of a hundred rows has some ten thousand signs; what is longer is a document, not a form. */
const MOST_SIGNS = 20_000
const LONGEST_WORD = 18
const ENOUGH_FIELDS = 4
const ENOUGH_MONEY = 3
/** (万元), (A), (B/A): behind a word of a header. */
const BRACKET = /^\((?:[万千亿]?元|[A-Z](?:\/[A-Z])?|\d{1,3}分?)\)/

type WordTest = (key: string) => boolean

/** The longest word at a place, with the bracket behind it; where it ends, 0 where there is none. */
function wordEnd(key: string, at: number, isWord: WordTest): number {
  for (let length = Math.min(LONGEST_WORD, key.length - at); length > 1; length--) {
    if (!isWord(key.slice(at, at + length))) continue
    const end = at + length
    return end + (BRACKET.exec(key.slice(end, end + LONGEST_WORD))?.[0].length ?? 0)
  }
  return 0
}

interface Run {
  readonly end: number
  readonly words: readonly string[]
}

function runAt(key: string, from: number, isWord: WordTest): Run {
  const words: string[] = []
  let at = from
  for (let end = wordEnd(key, at, isWord); end > 0; end = wordEnd(key, at, isWord)) {
    words.push(key.slice(at, end))
    at = end
  }
  return { end: at, words }
}

/** Where the header of the indicators that begins here ends; 0 where none begins. */
function indicatorHeaderEnd(key: string, at: number): number {
  const { end, words } = runAt(key, at, (word) => isHeaderWord(word) || blockLabel(word) === 'indicators')
  const fields = new Set(words.map((word) => indicatorHeader(word)).filter((field) => field !== null))
  return fields.size >= ENOUGH_FIELDS && words.some(isIndicatorHeaderWord) ? end : 0
}

function moneyHeaderEnd(key: string, at: number): number {
  const { end, words } = runAt(key, at, isMoneyHeaderWord)
  return words.length >= ENOUGH_MONEY ? end : 0
}

/** 其中 alone begins a source, whatever its name. */
function isMoneyName(word: string): boolean {
  const name = word.replace(/^其中:?/, '')
  return name === '' || (!/\d/.test(name) && moneyRow(name) !== null)
}

const HAN_FIRST = /^\p{Script=Han}/u
const GOAL_WORD = /^(?:年|全年|预期|总体|绩效|项目|实际|目标|完成)\p{Script=Han}*(?:目标|情况|综述|完成)$/u
const isGoalWord: WordTest = (word) =>
  blockLabel(word) === 'goals' || (GOAL_WORD.test(word) && goalHeader(word) !== null)

/** Where in the money behind its header a row begins: at the name of a total or of a source. */
function moneyStarts(key: string, from: number, until: number): number[] {
  const starts: number[] = []
  for (let at = from; at < until; at++) {
    const end = wordEnd(key, at, isMoneyName)
    if (end === 0 || end > until) continue
    starts.push(at)
    at = end - 1
  }
  return starts
}

/** Where goals begin behind the money: 年度总体目标, then the words over its two columns, then the text. */
function goalsAt(key: string, from: number, until: number): readonly [number, number] | null {
  for (let at = from; at < until; at++) {
    const { end, words } = runAt(key, at, isGoalWord)
    if (words.length >= 2) return [at, end]
  }
  return null
}

/** 社会效益指标(20分), or 绩效指标 repeated at the head of a page. */
const isLabel: WordTest = (word) =>
  word.endsWith('指标') && (kindOf(word) === 'label' || blockLabel(word) === 'indicators')

/** Labels of levels in the body; 数量指标 right behind 产出指标 begins no line of its own, 社会效益指标 behind 经济效益指标 does. */
function labelStarts(key: string, from: number, until: number): number[] {
  const starts: number[] = []
  let upper = -1
  for (let at = from; at < until; at++) {
    const end = wordEnd(key, at, isLabel)
    if (end === 0 || end > until) continue
    const label = key.slice(at, end).replace(/\(.*$/, '')
    if (upper !== at || level2Of(label) === null) starts.push(at)
    upper = level1Of(label) === null ? -1 : end
    at = end - 1
  }
  return starts
}

/** The labels that make up a whole line; null where it holds anything else. */
export function labelsWithin(key: string): readonly string[] | null {
  const { end, words } = runAt(key, 0, isLabel)
  return words.length > 0 && end === key.length ? words : null
}

/** What the blank rows of the form are filled with. */
const DOTS = '......'

/** Dots for rows that are not there, the total, the notes below the table: where each begins. */
function footStarts(key: string, from: number): number[] {
  const starts: number[] = []
  for (let at = from; at < key.length; at++) {
    if (key.startsWith('注:', at)) return [...starts, at]
    if (key.startsWith(DOTS, at) && starts.length === 0) starts.push(at)
    for (let length = 4; length >= 2; length--) {
      if (!isTotalLabel(key.slice(at, at + length)) || !/^\d{2}/.test(key.slice(at + length, at + length + 2))) continue
      starts.push(at)
      break
    }
  }
  return starts
}

/** Shorter words stand in names and sentences too. */
const isFactWord: WordTest = (word) =>
  word.length >= 4 && HAN_FIRST.test(word) && (factLabel(word) !== null || isOtherFactLabel(word))

const TITLE = /(?:(?:19|20)\d{2}年度?)?(?!日)\p{Script=Han}{0,24}自评表(?:\((?:19|20)\d{2}年度?\))?/gu

/** The title, the last of several, and the labels of facts behind it. */
function headStarts(key: string, until: number): number[] {
  const starts: number[] = []
  const title = [...key.slice(0, until).matchAll(TITLE)].at(-1)
  if (title !== undefined) starts.push(title.index, title.index + title[0].length)
  for (let at = starts.at(-1) ?? 0; at < until; at++) {
    const end = wordEnd(key, at, isFactWord)
    if (end === 0 || end > until) continue
    starts.push(at)
    at = end - 1
  }
  return starts
}

/** Where the lines of the form begin in its key; null where no header of indicators stands in it. */
function startsIn(key: string): number[] | null {
  let header = 0
  let body = 0
  while (header < key.length && body === 0) body = indicatorHeaderEnd(key, header++)
  if (body === 0) return null
  header--
  const starts = [0, header, body]
  let money = 0
  let rows = 0
  while (money < header && rows === 0) rows = moneyHeaderEnd(key, money++)
  const above = rows === 0 ? header : money - 1
  const goals = goalsAt(key, rows === 0 ? 0 : rows, header)
  starts.push(...headStarts(key, Math.min(above, goals?.[0] ?? header)))
  if (rows > 0) starts.push(above, rows, ...moneyStarts(key, rows, goals?.[0] ?? header))
  if (goals !== null) starts.push(...goals)
  const foot = footStarts(key, body)
  starts.push(...labelStarts(key, body, foot[0] ?? key.length), ...foot)
  return starts
}

/** Words without which no header of indicators stands in a text: asked first, for most long lines are sentences. */
const HEADED = /级指标.*(?:指标值|完成值|分值|得分)/s

/** The lines of a form that stands on one line; the line itself where it is no such form. */
export function linesWithin(line: SourceCell): readonly SourceCell[] {
  const { key } = line
  if (key.length > MOST_SIGNS || !HEADED.test(key)) return [line]
  const starts = startsIn(key)
  return starts === null ? [line] : (cutAt(line, starts) ?? [line])
}
