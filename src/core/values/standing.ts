/** How a figure stands to one that is not written: 不低于上年, 与上年持平, 较上年增长5%, 高于全省平均水平. */

import type { Verdict } from '../model/index.ts'
import { agreed } from './judge.ts'
import { Lookup } from './lookup.ts'
import { parse } from './parser.ts'

type Side = 'less' | 'same' | 'more'

interface Told {
  /** What the text allows or tells. */
  readonly sides: ReadonlySet<Side>
  /** What it is compared with: 上年, 全省平均. */
  readonly base: string
  /** The text itself says that it compares: 同比增长, not 增长. */
  readonly said: boolean
}

function entries<T>(entry: T, words: string): [string, T][] {
  return words.split(' ').map((word) => [word, entry])
}

function sides(...all: readonly Side[]): ReadonlySet<Side> {
  return new Set(all)
}

/** Words in front of what is compared with: 高于上年. */
const relations = new Lookup<ReadonlySet<Side>>([
  ...entries(sides('same', 'more'), '不低于 不少于 不小于 不差于 不得低于 不得少于 达到'),
  ...entries(sides('more'), '高于 超过 大于 多于 超出'),
  ...entries(sides('same', 'less'), '不高于 不超过 不超出 不大于 不多于 不得高于 不得超过'),
  ...entries(sides('less'), '低于 少于 小于'),
  ...entries(sides('same'), '等于 相当于'),
])

/** Words behind it: 较上年增长. */
const changes = new Lookup<ReadonlySet<Side>>([
  ...entries(sides('more'), '增长 提高 提升 上升 增加 上涨'),
  ...entries(sides('less'), '下降 减少 降低 回落 下跌'),
  ...entries(sides('same'), '持平 一致 相同 相当 基本持平'),
])

const LAST_YEAR = '上年'
/** Spellings of the year before. */
const lastYears = new Set(['上年', '去年', '上年度', '去年度', '上一年', '上一年度', '前一年', '上年同期', '去年同期'])
/** Words of comparison in front of what is compared with. */
const comparing = ['相较于', '相比', '相较', '较', '比', '与', '同', '和']
/** Words between that and the change. */
const DEGREES = /(?:相比较|相比|同比|实际|有所|略有|稳步|大幅度|大幅|显著|明显|进一步|实现|均|也|已)+$/u
const LEVEL = /(?:的)?(?:实际|同期)?(?:水平|标准|数据|数值|数|值)$/u

const YEAR = /^(\d{4}年)(?:度|同期)*$/u

/** 上年度实际水平 and 去年 are one, and so is the year before by its number; null where nothing or a figure stands there. */
function baseOf(text: string, fiscalYear: number | undefined): string | null {
  const base = text.replace(LEVEL, '')
  if (lastYears.has(base)) return LAST_YEAR
  const year = YEAR.exec(base)?.[1]
  if (year !== undefined) return fiscalYear !== undefined && year === `${fiscalYear - 1}年` ? LAST_YEAR : year
  return base === '' || base.length > LONGEST_BASE || /[\d%]/u.test(base) ? null : base
}

const LONGEST_BASE = 12

/** 高于上年, 不低于全省平均水平. */
function readRelation(clause: string, fiscalYear: number | undefined): Told | null {
  const relation = relations.longest(clause, 0)
  if (relation === null) return null
  const base = baseOf(clause.slice(relation.end), fiscalYear)
  return base === null ? null : { sides: relation.entry, base, said: true }
}

/** Where a word of change stands that only a figure follows; null where there is none. */
function findChange(clause: string): { readonly at: number; readonly sides: ReadonlySet<Side> } | null {
  for (let at = 0; at < clause.length; at++) {
    const change = changes.longest(clause, at)
    if (change === null) continue
    const rest = clause.slice(change.end)
    return rest === '' || isAmount(rest) ? { at, sides: change.entry } : null
  }
  return null
}

const AMOUNT = /^(?:率|幅度|了|约|近|达|到|至|为|超过|≥|>)*\d/u

/** 5%, 了12家, 至95%, 6%以上: by how much. Nothing at all, or less than nothing, is no change in that direction. */
function isAmount(text: string): boolean {
  if (!AMOUNT.test(text)) return text === '了'
  const { value } = parse(text)
  return (value?.kind === 'quantity' || value?.kind === 'duration') && value.number.isPositive
}

/** 较上年增长5%, 同比下降, 与去年持平; a bare 增长5% is against the year before. */
function readChange(clause: string, fiscalYear: number | undefined): Told | null {
  const change = findChange(clause)
  if (change === null) return null
  const before = clause.slice(0, change.at)
  const plain = before.replace(DEGREES, '')
  if (plain === '') return { sides: change.sides, base: LAST_YEAR, said: before.includes('同比') }
  const word = comparing.find((each) => plain.startsWith(each))
  const base = word === undefined ? null : baseOf(plain.slice(word.length), fiscalYear)
  return base === null ? null : { sides: change.sides, base, said: true }
}

/** 只增不减, 零增长: against the year before. */
const fixed = new Map<string, ReadonlySet<Side>>([
  ['负增长', sides('less')],
  ...entries(sides('same', 'more'), '只增不减 只升不降 不下降 不降低 不减少'),
  ...entries(sides('same', 'less'), '只降不升 只减不增 不上升 不增长 不增加 零增长'),
])

function readClause(clause: string, fiscalYear: number | undefined): Told | null {
  const word = fixed.get(clause)
  if (word !== undefined) return { sides: word, base: LAST_YEAR, said: true }
  return readRelation(clause, fiscalYear) ?? readChange(clause, fiscalYear)
}

/** 较上年明显提高: how much that is no rule says. */
const STRONG = /明显|显著|大幅/u
const CLAUSES = /[,;。、()]/u
/** No target that is a standing is longer. */
const LONGEST = 24

function judgeSides(wanted: ReadonlySet<Side>, got: ReadonlySet<Side>): Verdict {
  const inside = [...got].filter((side) => wanted.has(side)).length
  if (inside === got.size) return 'met'
  // 与上年持平 may be meant as a floor or as a ceiling
  return inside === 0 && !isOnlySame(wanted) ? 'missed' : 'unknown'
}

function isOnlySame(wanted: ReadonlySet<Side>): boolean {
  return wanted.size === 1 && wanted.has('same')
}

/**
 * Whether an actual stands to the known figure as the target asks: 较上年增长5% for 不低于上年. Null where the target asks for
 * no such thing, or the actual tells no standing at all; unknown where it tells that to something else. Texts come folded and without blanks.
 */
export function judgeStanding(target: string, actual: string, fiscalYear: number | undefined): Verdict | null {
  if (target.length > LONGEST || STRONG.test(target)) return null
  const wanted = readClause(target, fiscalYear)
  if (wanted === null || !wanted.said) return null
  const told = actual
    .split(CLAUSES)
    .map((clause) => readClause(clause, fiscalYear))
    .filter((each) => each !== null)
  if (told.length === 0) return null
  // a bare 增长5% answers whatever was asked
  const answers = told.filter(({ base, said }) => !said || base === wanted.base)
  return agreed(answers.map((answer) => judgeSides(wanted.sides, answer.sides)))
}
