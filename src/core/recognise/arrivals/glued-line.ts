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
import { mixedLength, unmixed } from './mixed-words.ts'

/** A form of a hundred rows has some ten thousand signs; what is longer is a document, not a form. */
const MOST_SIGNS = 20_000
const LONGEST_WORD = 18
const ENOUGH_FIELDS = 4
const ENOUGH_MONEY = 3
/** (万元), (A), (B/A), also with its end misread (B/A1: behind a word of a header. */
const BRACKET = /^\((?:(?:[万千亿]?元|[A-Z](?:\/[A-Z])?|\d{1,3}分?)\)|[A-Z]\/[A-Z][1lI])/

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

/** 年度绩效目标2(40分) before a header: the goal whose indicators follow. Its points may be taken for a part of the header. */
const GOAL_LEAD = /^(?:.*目标\d?)?(?:\(\d{1,3}分\))?(?=[一二三]级指标)/
const GOAL_BEFORE = /(?:年度)?绩效目标\d?$/

/** A header of indicators may hold words whose signs were mixed up, where no other word begins. */
function headerRunAt(key: string, from: number): Run {
  const run = runAt(key, from, (word) => isHeaderWord(word) || blockLabel(word) === 'indicators')
  const mixed = run.words.length === 0 ? 0 : mixedLength(key, run.end)
  if (mixed === 0) return run
  const rest = headerRunAt(key, run.end + mixed)
  return { end: rest.end, words: [...run.words, key.slice(run.end, run.end + mixed), ...rest.words] }
}

/** Where the header of the indicators that begins here ends; 0 where none begins. */
function indicatorHeaderEnd(key: string, at: number): number {
  const { end, words } = headerRunAt(key, at)
  const fields = new Set(words.map((word) => indicatorHeader(unmixed(word))).filter((field) => field !== null))
  // 项目 heads money; behind a header of indicators 项目产出(60分) begins.
  const behind = words.at(-1) === '项目' ? '项目'.length : 0
  return fields.size >= ENOUGH_FIELDS && words.some(isIndicatorHeaderWord) ? end - behind : 0
}

/** A word of a header of money; how the points come about may have a column there too. */
export const isMoneyWord: WordTest = (word) =>
  isMoneyHeaderWord(word) || (indicatorHeader(word) === 'scoringRule' && isIndicatorHeaderWord(word))

function moneyHeaderEnd(key: string, at: number): number {
  const { end, words } = runAt(key, at, isMoneyWord)
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

/** 年度总体目标年初设定目标全年实际完成情况: the words over the goals, and nothing else. */
export function isGoalLine(key: string): boolean {
  const { end, words } = runAt(key, 0, isGoalWord)
  return words.length >= 2 && end === key.length
}

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

/** Where goals begin behind the money: 年度总体目标, then the words over its two columns, if any, then the text. */
function goalsAt(key: string, from: number, until: number): readonly [number, number] | null {
  let alone: readonly [number, number] | null = null
  for (let at = from; at < until; at++) {
    const { end, words } = runAt(key, at, isGoalWord)
    if (words.length >= 2) return [at, end]
    if (words.length === 1 && blockLabel(words[0]!) === 'goals') alone ??= [at, end]
  }
  return alone
}

const POINTED = /\(\d{1,3}分\)$/

/** 社会效益指标(20分), 项目产出(60分), or 绩效指标 repeated at the head of a page. */
const isLabel: WordTest = (word) =>
  word.endsWith('指标')
    ? kindOf(word) === 'label' || blockLabel(word) === 'indicators'
    : POINTED.test(word) && HAN_FIRST.test(word) && kindOf(word) === 'label'

/** 成本控制率, 质量合格率: names, though they begin like a label. */
const BARE_LABEL =
  /^(?:数量|质量(?!合格|达标|验收|优良|安全)|时效(?![率性])|成本(?!控制|节约|核算|超|降|率)|(?:经济|社会|生态)效益|可持续(?:影响|性)|服务对象满意度)/

/** Such a label, and nothing else. */
export function isBareLabel(key: string): boolean {
  return BARE_LABEL.exec(key)?.[0] === key
}

/** Where the label without 指标 behind the figures of the row before ends; 0 where there is none, or where the form says 成本指标. */
function bareLabelEnd(key: string, at: number): number {
  const label = /[\d%标]/.test(key[at - 1]!) ? BARE_LABEL.exec(key.slice(at, at + LONGEST_WORD))?.[0] : undefined
  return label === undefined || key.includes(`${label}指标`) ? 0 : at + label.length
}

/** Labels of levels in the body; 数量指标 right behind 产出指标 begins no line of its own, 社会效益指标 behind 经济效益指标 does. */
function labelStarts(key: string, from: number, until: number): number[] {
  const starts: number[] = []
  let upper = -1
  for (let at = from; at < until; at++) {
    const whole = wordEnd(key, at, isLabel)
    const end = whole || bareLabelEnd(key, at)
    if (end === 0 || end > until) continue
    const label = key.slice(at, end).replace(/\(.*$/, '')
    // 满意度指标 between 效益指标 and 服务对象满意度指标 is of level 1.
    const heads = level1Of(label) !== null && wordEnd(key, end, isLabel) > 0
    if (upper !== at || level2Of(label) === null || heads) starts.push(at)
    // Behind a label without 指标 nothing but the line tells where the name begins.
    if (whole === 0 && upper !== at) starts.push(end)
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

/**
 * The labels that a line begins with, where they cannot be a part of a name: several, or one with its points. Null elsewhere,
 * and where nothing stands behind them.
 */
export function labelsBefore(key: string): readonly string[] | null {
  const { end, words } = runAt(key, 0, isLabel)
  const bare = words.length === 1 ? bareLabelEnd(key, end) : 0
  const labels = bare === 0 ? words : [...words, key.slice(end, bare)]
  const isSure = labels.length >= 2 || labels[0]?.endsWith(')') === true
  return isSure && labels.join('').length < key.length ? labels : null
}

/** What the blank rows of the form are filled with. */
const DOTS = '......'

/** Dots for rows that are not there, the total, the notes below the table: where each begins. */
function footStarts(key: string, from: number): number[] {
  const starts: number[] = []
  for (let at = from; at < key.length; at++) {
    if (/^说明(?:无|:|注:|$)/.test(key.slice(at, at + 4)) && /[\d%]/.test(key[at - 1]!)) {
      starts.push(at)
      continue
    }
    if (key.startsWith('注:', at)) return [...starts, key[at - 1] === '备' ? at - 1 : at]
    const said = starts.length > 0 ? wordEnd(key, at, isFactWord) : 0
    if (said > 0) {
      starts.push(at)
      at = said - 1
      continue
    }
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
  word.length >= 4 &&
  HAN_FIRST.test(word) &&
  !word.includes('【') &&
  (factLabel(word) !== null || isOtherFactLabel(word))

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

interface Table {
  /** 年度绩效目标2(40分) above the header, or the header itself. */
  readonly lead: number
  readonly header: number
  readonly body: number
}

/** The headers of indicators; a form with several goals has one for each. */
function tablesIn(key: string): readonly Table[] {
  const tables: Table[] = []
  for (let at = 0; at < key.length; at++) {
    const body = indicatorHeaderEnd(key, at)
    if (body === 0) continue
    const within = GOAL_LEAD.exec(key.slice(at, body))?.[0].length ?? 0
    const before = GOAL_BEFORE.exec(key.slice(Math.max(0, at - LONGEST_WORD), at))?.[0].length ?? 0
    tables.push({ lead: at - before, header: at + within, body })
    at = body - 1
  }
  return tables
}

/** Where the lines of the form begin in its key; null where no header of indicators stands in it. */
function startsIn(key: string): number[] | null {
  const [first, ...others] = tablesIn(key)
  if (first === undefined) return null
  const { lead: header, body } = first
  const starts = [0, header, first.header, body]
  let money = 0
  let rows = 0
  while (money < header && rows === 0) rows = moneyHeaderEnd(key, money++)
  const above = rows === 0 ? header : money - 1
  const goals = goalsAt(key, rows === 0 ? 0 : rows, header)
  starts.push(...headStarts(key, Math.min(above, goals?.[0] ?? header)))
  if (rows > 0) starts.push(above, rows, ...moneyStarts(key, rows, goals?.[0] ?? header))
  if (goals !== null) starts.push(...goals)
  const foot = footStarts(key, others.at(-1)?.body ?? body)
  const bodies = [first, ...others].map((table, index) => [table.body, others[index]] as const)
  for (const [from, next] of bodies) {
    starts.push(...labelStarts(key, from, next?.lead ?? foot[0] ?? key.length))
    if (next !== undefined) starts.push(next.lead, next.header, next.body)
  }
  starts.push(...foot)
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
