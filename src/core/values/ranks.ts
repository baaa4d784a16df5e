/** Places in an order: 前3名, 全市第二, 进入全省前10%, 不低于第5名. A smaller place is the better one. */

import type { Exact, Verdict } from '../model/index.ts'
import { lex, type Token } from './lexer.ts'

/** A place as a target asks for it or an actual tells it. */
export interface Rank {
  /** The worst place that the text allows; a percentage of the whole where `ofWhole`. */
  readonly worst: Exact
  /** 第2名 is that place, 前3名 any up to it. */
  readonly exact: boolean
  readonly ofWhole: boolean
  /** Among whom: 全省, 全市; empty where it is not said. */
  readonly among: string
}

/** No place in an order is told at more length. */
const LONGEST = 24

/** Words that say no more than that there is an order. */
const ORDER =
  /^(?:综合|考核|总分|成绩|得分|结果|保持|继续|稳居|位居|名列|位列|居于|位于|处于|进入|跻身|排名|排位|名次|位次|排在|排|居|列|获|在|均|并列)+|(?:综合|考核|得分|排名|排位|名次|位次|排在|排|居|列|获|位居|名列|位列|稳居|进入|保持在|并列)+$/gu
/** Among whom the places are counted; another word makes the text a sentence. */
const AMONG = /^(?:在)?(?:全|同|各|本|省|市|县|区|州|国|系统|行业)[\u4e00-\u9fff]{0,7}$/u

/** Whether a unit may stand behind a place: 名, 位, 人 for 名 are of one dimension. */
function countsPlaces(token: Token | undefined): boolean {
  return token?.type === 'unit' && (token.unit.name === '名' || token.unit.name === '位')
}

function isText(token: Token | undefined, ...texts: readonly string[]): boolean {
  return token?.type === 'text' && texts.includes(token.text)
}

interface Core {
  readonly worst: Exact
  readonly exact: boolean
  readonly ofWhole: boolean
  readonly next: number
}

/** 前3名, 前三, 前10%, 前20强; 第2名, 第二. */
function readCore(tokens: readonly Token[], at: number): Core | null {
  const [start, number, behind] = [tokens[at], tokens[at + 1], tokens[at + 2]]
  const within = start?.type === 'calendar' && start.word === 'before'
  if (!(within || start?.type === 'ordinal') || number?.type !== 'number') return null
  if (!number.value.isPositive || number.decimals > 0) return null
  const plain = { worst: number.value, exact: !within, ofWhole: false }
  if (behind === undefined) return { ...plain, next: at + 2 }
  if (countsPlaces(behind)) return { ...plain, next: at + 3 }
  if (!within) return null
  if (behind.type === 'unit' && behind.unit.name === '%') return { ...plain, ofWhole: true, next: at + 3 }
  return isText(behind, '强') ? { ...plain, next: at + 3 } : null
}

/** The words in front of a place: among whom. Null where they say something else. */
function amongOf(words: string): string | null {
  const among = words.replaceAll(ORDER, '')
  return among === '' || AMONG.test(among) ? among : null
}

/** 以内, 及以上, 之前, 以前 behind a place: up to it. */
function opensUpward(token: Token | undefined): boolean {
  if (token?.type === 'operator') return token.place === 'behind'
  return token?.type === 'calendar' && token.word === 'before'
}

/** The place that a whole text names; null for any other text. Texts come folded and without blanks. */
export function readRank(text: string): Rank | null {
  if (text.length > LONGEST || !(text.includes('前') || text.includes('第'))) return null
  const tokens = lex(text)
  let words = ''
  let at = 0
  let atLeast = false
  for (; at < tokens.length; at++) {
    const token = tokens[at]!
    if (readCore(tokens, at) !== null) break
    if (token.type === 'operator' && token.operator === 'atLeast' && token.place === 'before') atLeast = true
    else if (token.type === 'text' || token.type === 'filler') words += text.slice(token.start, token.end)
    else return null
  }
  const core = readCore(tokens, at)
  const among = amongOf(words.replaceAll(/完成|实现|达到|达|为|已|于/gu, ''))
  if (core === null || among === null) return null
  const { worst, exact, ofWhole, next } = core
  const upward = opensUpward(tokens[next])
  if (tokens.length > next + (upward ? 1 : 0)) return null
  return { worst, exact: exact && !atLeast && !upward, ofWhole, among }
}

/** A bare figure as an answer to a place: 3, 3名. */
export function rankOfFigure(number: Exact): Rank {
  return { worst: number, exact: true, ofWhole: false, among: '' }
}

const SCOPE = /全(?:国|省|市|县|区|州|自治区)/u

/** Whether a place reaches the one that is wanted. `name` may say among whom the places are counted. */
export function judgeRank(wanted: Rank, got: Rank, name: string): Verdict {
  const among = wanted.among === '' ? (SCOPE.exec(name)?.[0] ?? '') : wanted.among
  const elsewhere = among !== '' && got.among !== '' && among !== got.among
  if (elsewhere || wanted.ofWhole !== got.ofWhole) return 'unknown'
  if (got.worst.atMost(wanted.worst)) return 'met'
  return got.exact ? 'missed' : 'unknown'
}
