/** Text → value. Where a text says more than can be measured it stays words; where it cannot be read, a reason says why. */

import { Exact, type Value } from '../model/index.ts'
import { namesDeadline, openDeadline } from './dates.ts'
import { namesEvent } from './direction.ts'
import { bareWord, isHan } from './fold.ts'
import { lex, type Token } from './lexer.ts'
import { attributeWords } from './operators.ts'
import { isPart } from './parts.ts'
import { quantityOf } from './quantities.ts'
import { type Item, type Survey, survey } from './survey.ts'
import { asCompound, asNumbered, asOutcome, asRange, brokenBetween } from './together.ts'
import { unitOf } from './units.ts'
import { isScale, readCompletion, readGraded, readNone } from './words.ts'

/** Why a text has no value. */
export type Unread = 'unreadable-number' | 'unknown-sign' | 'conflicting-operators' | 'too-long'

export interface Parsed {
  readonly value: Value | null
  /** Null where the value was read, and for an empty text. */
  readonly reason: Unread | null
}

function read(value: Value): Parsed {
  return { value, reason: null }
}

function unread(reason: Unread): Parsed {
  return { value: null, reason }
}

/** Letters that OCR puts for digits, and marks of operators: a text of these alone was a figure. */
const figureLike = new Set('IlOo|.,%≥≤<>=0123456789')

function wasFigure(word: string): boolean {
  for (const mark of word) if (!figureLike.has(mark)) return false
  return true
}

const absences = ['未发生', '未出现', '不发生', '没有发生', '没有', '零', '无']

/** Said alone, beside a name that says of what. */
const never = new Set(['未发生', '不发生', '没有发生', '零发生', '无发生', '未出现'])

/** 零事故, 无投诉, 未发生安全事故: none of what nobody wants. */
function readZero(word: string): Value | null {
  const absence = absences.find((each) => word.startsWith(each))
  const isZero = never.has(word) || (absence !== undefined && namesEvent(word.slice(absence.length)))
  return isZero ? quantityOf(null, Exact.zero, null, 0) : null
}

/** Text without figures or dates. */
function readWords(word: string): Parsed {
  if (wasFigure(word)) return unread('unreadable-number')
  if (namesDeadline(word)) return read(openDeadline)
  return read(readZero(word) ?? readGraded(word) ?? { kind: 'prose', word })
}

/** Signs that OCR puts where an operator stood; before a figure they cannot be read. */
const brokenSigns = new Set(['工', '士', '乏', '二', '三', '之', '《', '》'])

function startsWithBrokenSign(tokens: readonly Token[], text: string): boolean {
  const [first, second] = tokens
  return second?.type === 'number' && brokenSigns.has(text.slice(first!.start, first!.end))
}

const usualMarks = new Set(' ,;:、。.()[]{}<>《》“”‘’"\'-~/·*+?!_①②③④⑤⑥⑦⑧⑨')
/** Words that turn a figure, or move it into another year: what it then says is for a person to read. */
const turns = [
  '未',
  '不',
  '没',
  '无',
  '半',
  '次年',
  '翌年',
  '明年',
  '下年',
  '亏损',
  '赤字',
  '负增长',
  '还差',
  '尚差',
  '缺少',
]

interface Beside {
  readonly han: number
  readonly letters: number
  readonly odd: boolean
  readonly turned: boolean
}

function lookBeside(rest: readonly Token[], text: string): Beside {
  let han = 0
  let letters = 0
  let odd = false
  let turned = false
  for (const [index, token] of rest.entries()) {
    if (token.type === 'mark') {
      odd ||= !usualMarks.has(token.mark)
      // 3次以上/年: what the figure is spread over stands too far off
      turned ||= token.mark === '/' && rest[index + 1]?.type === 'text'
      continue
    }
    // 10日前, 12.31前: a limit in time that is no date here
    turned ||= token.type === 'calendar' && token.word === 'before'
    const words = text.slice(token.start, token.end)
    turned ||= turns.some((turn) => words.includes(turn))
    for (let at = 0; at < words.length; at++) {
      if (isHan(words.charCodeAt(at))) han++
      else letters++
    }
  }
  return { han, letters, odd, turned }
}

/** More words beside a figure than these make a sentence of it. */
const MOST_WORDS_BESIDE = 12
/** A number in characters is part of the wording sooner: 一期工程, 四项制度. */
const MOST_WORDS_BESIDE_SPELLED = 2
/** Beside a whole year: 2021年度决算公开 is no date. */
const MOST_WORDS_BESIDE_YEAR = 2
function mostWordsBeside({ items, spelled }: Survey): number {
  if (items.every(isWholeYear)) return MOST_WORDS_BESIDE_YEAR
  const judged = items.some((item) => 'operator' in item && item.operator !== null)
  return spelled && !judged ? MOST_WORDS_BESIDE_SPELLED : MOST_WORDS_BESIDE
}

/** With so few words beside it, a stray letter belongs to a broken figure, not to a sentence. */
const BROKEN_WITHIN = 2

/** 全年, 2021年: beside a figure it only says when. */
function isWholeYear(item: Item): boolean {
  if (item.kind !== 'date' || item.relation !== 'on') return false
  const { from, to } = item
  return (
    from.day === null && to.day === null && (from.month ?? 1) === 1 && (to.month ?? 12) === 12 && from.year === to.year
  )
}

function readMeasured(text: string, word: string): Parsed {
  const tokens = lex(text)
  const found = survey(tokens, text)
  if (found.items.length === 0) return readWords(word)
  const beside = lookBeside(found.rest, text)
  if (beside.han > mostWordsBeside(found)) return readWords(word)
  if (beside.letters > 0 && (beside.han > BROKEN_WITHIN || word.endsWith('级'))) return readWords(word)
  if (beside.letters > 0 || found.cut) return unread('unreadable-number')
  if (beside.odd || startsWithBrokenSign(tokens, text)) return unread('unknown-sign')
  if (found.conflicting) return unread('conflicting-operators')
  if (beside.turned) return read({ kind: 'prose', word })
  if (found.loose) return beside.han === 0 ? unread('unknown-sign') : read({ kind: 'prose', word })
  return joinItems(found, tokens, text, word)
}

/** What the figures of a cell make together. */
function joinItems(found: Survey, tokens: readonly Token[], text: string, word: string): Parsed {
  if (found.items.length === 1) return read(found.items[0]!)
  const joined =
    asRange(found, tokens) ?? asNumbered(found, tokens) ?? asCompound(found, tokens) ?? asOutcome(found, tokens, text)
  if (joined !== null) return read(joined)
  switch (brokenBetween(found, tokens)) {
    case 'ratio':
      return read({ kind: 'prose', word })
    case 'broken':
      return isPart(word) && !tokens.some(({ apart }) => apart)
        ? read({ kind: 'prose', word })
        : unread('unreadable-number')
    case null: {
      const figures = found.items.filter((item) => !isWholeYear(item))
      const parts = figures.length === 0 ? found.items : figures
      return read(parts.length === 1 ? parts[0]! : { kind: 'several', parts })
    }
  }
}

const conditionWords = ['为准', '据实', '按实际', '以实际', '视实际', '视情况', '按需', '据实际']

/** 4人/天(按实际人数为准): a target that defines itself. */
function readConditional(text: string): Parsed | null {
  const open = text.lastIndexOf('(')
  if (open <= 0 || !text.endsWith(')')) return null
  const condition = text.slice(open + 1, -1).replaceAll(' ', '')
  if (!conditionWords.some((word) => condition.includes(word))) return null
  const inner = parse(text.slice(0, open).trimEnd())
  return inner.value === null ? inner : read({ kind: 'conditional', value: inner.value, condition })
}

/** Joined cells: 指标性质 before the target ("正向指标 95 %", "定性 良好 %"). */
function readWithAttribute(text: string): Parsed | null {
  const blank = text.indexOf(' ')
  const found = blank < 0 ? undefined : attributeWords.find(([word]) => word === text.slice(0, blank))
  if (found === undefined) return null
  const inner = parse(withoutLooseUnit(text.slice(blank + 1)))
  const { value } = inner
  const bare = value !== null && (value.kind === 'quantity' || value.kind === 'duration') && value.operator === null
  return bare ? read({ ...value, operator: found[1] }) : inner
}

/** A unit cell behind a word says nothing: 良好 %, 有效 无; nor does the scale it was chosen from: 优 优良中低差. */
function withoutLooseUnit(text: string): string {
  const blank = text.lastIndexOf(' ')
  const words = blank > 0 ? readGraded(bareWord(text.slice(0, blank))) : null
  const last = text.slice(blank + 1)
  const loose = last === '无' || isScale(last) || (unitOf(last) !== null && readGraded(last) === null)
  return words !== null && loose ? text.slice(0, blank) : text
}

/** Joined cells where the operator stands before a word: "= 有效 无", "= 优良中低差". */
function readWithSign(text: string): Parsed | null {
  if (!text.startsWith('= ')) return null
  const graded = readGraded(bareWord(withoutLooseUnit(text.slice(2))))
  return graded === null ? null : read(graded)
}

/** Reads a folded text. */
export function parse(folded: string): Parsed {
  if (folded === '') return { value: null, reason: null }
  const word = bareWord(folded) || folded
  const words = readNone(word) ?? readCompletion(word)
  if (words !== null) return read(words)
  return readConditional(folded) ?? readWithAttribute(folded) ?? readWithSign(folded) ?? readMeasured(folded, word)
}
