/** Which row of one form is which of another: last year's, the approved targets', a sibling's. By name, then by wording. */

import { gather } from '../../model/gather.ts'
import type { Indicator } from '../../model/index.ts'
import { rememberEach } from './remember.ts'
import { NEAR_SIMILARITY_PERCENT, similarityPercent, type Wording, wordingOf } from './wording.ts'

export interface SameIndicator {
  /** Indices of the rows. */
  readonly first: number
  readonly second: number
  /** `label`: under the same level 2 too; `name`: the same name; `wording`: nearly the same words. */
  readonly by: 'label' | 'name' | 'wording'
  /** Whole percent of common pairs of signs; 100 where the names are the same. */
  readonly similarity: number
}

/** A year in a name says when, not what: 2021年新建公里数 and 2022年新建公里数 are one indicator. */
const YEAR = /(?:19|20)\d{2}(?:年度?)?/g

/** So many rows without a namesake are compared with each other; in larger forms only names count. */
const MOST_COMPARED = 400

interface Named {
  readonly index: number
  readonly label: string
  readonly wording: Wording
}

/** One form is held against those of several years. */
const namedRows = rememberEach((rows: readonly Indicator[]): readonly Named[] =>
  gather(rows, (row, index) => {
    const wording = wordingOf(row.name.raw.replace(YEAR, ''))
    return wording.plain === '' ? [] : [{ index, label: wordingOf(row.level2.cell.raw).plain, wording }]
  }),
)

function pairUp(
  first: readonly Named[],
  second: readonly Named[],
  keyOf: (row: Named) => string,
  by: 'label' | 'name',
  found: SameIndicator[],
): readonly [Named[], Named[]] {
  const waiting = new Map<string, Named[]>()
  for (const row of second) {
    const key = keyOf(row)
    const rows = waiting.get(key)
    if (rows === undefined) waiting.set(key, [row])
    else rows.push(row)
  }
  const left = first.filter((row) => {
    const other = waiting.get(keyOf(row))?.shift()
    if (other === undefined) return true
    found.push({ first: row.index, second: other.index, by, similarity: 100 })
    return false
  })
  return [left, [...waiting.values()].flat()]
}

function nearest(first: readonly Named[], second: readonly Named[]): SameIndicator[] {
  if (first.length > MOST_COMPARED || second.length > MOST_COMPARED) return []
  const candidates = gather(first, (one) =>
    gather(second, (other): SameIndicator[] => {
      // 一期 and 二期, 城市 and 农村 are two things.
      if (one.wording.contrast !== other.wording.contrast) return []
      const similarity = similarityPercent(one.wording.grams, other.wording.grams)
      return similarity < NEAR_SIMILARITY_PERCENT
        ? []
        : [{ first: one.index, second: other.index, by: 'wording', similarity }]
    }),
  )
  candidates.sort((a, b) => b.similarity - a.similarity || a.first - b.first || a.second - b.second)
  const taken = { first: new Set<number>(), second: new Set<number>() }
  return candidates.filter((pair) => {
    if (taken.first.has(pair.first) || taken.second.has(pair.second)) return false
    taken.first.add(pair.first)
    taken.second.add(pair.second)
    return true
  })
}

interface Matched {
  readonly names: readonly string[]
  readonly pairs: readonly SameIndicator[]
}

/** A form is held against the same others again and again; what it is matched by changes seldom. */
const matched = new WeakMap<readonly Indicator[], Matched>()

function isNamedAs(rows: readonly Indicator[], names: readonly string[]): boolean {
  if (rows.length * 2 !== names.length) return false
  for (const [index, { name, level2 }] of rows.entries())
    if (names[index * 2] !== name.raw || names[index * 2 + 1] !== level2.cell.raw) return false
  return true
}

/** Pairs of rows that are one indicator, by the order of the first form; each row in one pair at most. */
export function sameIndicators(first: readonly Indicator[], second: readonly Indicator[]): readonly SameIndicator[] {
  const known = matched.get(second)
  if (known !== undefined && isNamedAs(first, known.names)) return known.pairs
  const pairs = match(first, second)
  matched.set(second, { names: gather(first, ({ name, level2 }) => [name.raw, level2.cell.raw]), pairs })
  return pairs
}

function match(first: readonly Indicator[], second: readonly Indicator[]): readonly SameIndicator[] {
  const found: SameIndicator[] = []
  const [byLabel, restByLabel] = pairUp(
    namedRows(first),
    namedRows(second),
    ({ label, wording }) => `${label}\n${wording.plain}`,
    'label',
    found,
  )
  const [left, rest] = pairUp(byLabel, restByLabel, ({ wording }) => wording.plain, 'name', found)
  return [...found, ...nearest(left, rest)].sort((a, b) => a.first - b.first)
}
