/** Two figures in one cell: a range said in two parts, a number in front of a list item, one figure broken in two. */

import { Exact, type Operator, type RangeValue, type Unit } from '../model/index.ts'
import type { Token } from './lexer.ts'
import { quantityOf } from './quantities.ts'
import type { Item, Survey } from './survey.ts'
import { unitOf } from './units.ts'

/** The marks between two items, blank-free; 字 stands for anything that is no mark. */
function between(found: Survey, tokens: readonly Token[], index: number): string {
  const tokensBetween = tokens.slice(found.spans[index]![1], found.spans[index + 1]![0])
  return tokensBetween.map((token) => (token.type === 'mark' ? token.mark : '字')).join('')
}

const ratioMarks = new Set([':', '*'])
const brokenMarks = new Set(['', ',', '.', '/', '。', '|'])

/**
 * A bare number with the next figure right behind it (98,5  10 10  5=50%) is one broken figure, not two; with a colon
 * or a times sign between it is a ratio (1:2, 7*24小时).
 */
export function brokenBetween(found: Survey, tokens: readonly Token[]): 'ratio' | 'broken' | null {
  for (let index = 0; index + 1 < found.items.length; index++) {
    const item = found.items[index]!
    if (item.kind === 'date' || item.unit !== null) continue
    const marks = between(found, tokens, index)
    if (ratioMarks.has(marks)) return 'ratio'
    if (brokenMarks.has(marks)) return 'broken'
  }
  return null
}

function isInterval(tokens: readonly Token[]): boolean {
  const first = tokens[0]!
  return first.type === 'mark' && first.mark === '['
}

/** ≥90%且≤100%, [90,95]: a floor and a ceiling make a range. */
export function asRange({ items }: Survey, tokens: readonly Token[]): RangeValue | null {
  const [low, high] = items
  if (items.length !== 2 || low?.kind !== 'quantity' || high?.kind !== 'quantity') return null
  const limits = low.operator === 'atLeast' && high.operator === 'atMost'
  const plain = low.operator === null && high.operator === null && isInterval(tokens)
  if (!(limits || plain) || low.number.greaterThan(high.number)) return null
  if (low.unit !== null && high.unit !== null && low.unit.name !== high.unit.name) return null
  return { kind: 'range', from: low.number, to: high.number, unit: low.unit ?? high.unit }
}

/** 由30分钟缩短至10分钟, 从80%提高到90%: what was, and what is to be. */
const BECOMES =
  /^(?:左右|以上|以下)?(?:逐步|逐年)?(?:缩短|压缩|压减|缩减|下降|降低|减少|降|减|提高|提升|增加|增长|上升|扩大|增|升)(?:至|到|为)/u

/** The second of two figures, where the text says that the first becomes it; null where it does not. */
export function asOutcome({ items, spans }: Survey, tokens: readonly Token[], text: string): Item | null {
  const [before, after] = items
  if (items.length !== 2 || before?.kind === 'date' || after?.kind === 'date') return null
  return BECOMES.test(text.slice(tokens[spans[0]![1] - 1]!.end).trimStart()) ? after! : null
}

const MOST_NUMBERED = Exact.of(20)
const numberingMarks = ['.', '、', ')']

/** The first figure stands at the very start, at most behind a bracket. */
function leads(found: Survey, tokens: readonly Token[]): boolean {
  const start = found.spans[0]![0]
  const first = tokens[0]!
  return start === 0 || (start === 1 && first.type === 'mark' && first.mark === '(')
}

/** 1.完成率100%, (1)95%: the number of a list item is no figure. Gives the figure behind it. */
export function asNumbered(found: Survey, tokens: readonly Token[]): Item | null {
  const [numbering, figure] = found.items
  if (found.items.length !== 2 || numbering?.kind !== 'quantity' || figure === undefined) return null
  if (numbering.unit !== null || numbering.number.greaterThan(MOST_NUMBERED) || !leads(found, tokens)) return null
  const marks = between(found, tokens, 0)
  if (!numberingMarks.includes(marks[0] ?? '')) return null
  // 9. 5% may be 9.5%
  if (marks === '.' && tokens[found.spans[1]![0]]!.type === 'number') return null
  return figure.kind === 'date' || figure.unit !== null ? figure : null
}

const minutes = unitOf('分钟')!

/** The unit of a part of a length of time; 分 is one beside hours or seconds. */
function partOfTime(item: Item): Unit | null {
  if (item.kind === 'duration') return item.unit
  return item.kind === 'quantity' && item.unit?.name === '分' ? minutes : null
}

/** 4分30秒, 1小时20分钟, 2年6个月: the parts of one length of time, each smaller than the one before, with nothing between. */
export function asCompound(found: Survey, tokens: readonly Token[]): Item | null {
  const { items } = found
  const last = items.at(-1)
  if (items.length < 2 || last?.kind === 'date' || last?.kind === 'range') return null
  const smallest = partOfTime(last!)
  if (smallest === null) return null
  let sum = Exact.zero
  let before: Unit | null = null
  let operator: Operator | null = null
  for (const [index, item] of items.entries()) {
    const unit = partOfTime(item)
    if (unit?.dimension !== smallest.dimension || !('number' in item)) return null
    if (before !== null && !(before.factor.greaterThan(unit.factor) && between(found, tokens, index - 1) === ''))
      return null
    if (index === 0) operator = item.operator
    else if (item.operator !== null) return null
    sum = sum.plus(item.number.times(unit.factor))
    before = unit
  }
  return quantityOf(operator, sum.dividedBy(smallest.factor), smallest, 0)
}
