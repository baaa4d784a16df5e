/** An edition as far as formulas of a spreadsheet can say it. */

import type { Edition } from '../../core/rulebook/index.ts'
import { indicatorOf } from '../../core/scoring/index.ts'
import { scoreRow } from '../../core/scoring/row.ts'
import { wordsOfLess } from '../../core/values/index.ts'

/** What a word of completion earns, in percent of the weight. */
export interface WordTier {
  readonly word: string
  readonly least: string
  readonly most: string
}

export interface SheetRules {
  readonly edition: Edition
  /** Function that rounds, and decimals of a score. */
  readonly round: 'ROUND' | 'ROUNDDOWN' | 'ROUNDUP'
  readonly decimals: number
  /** A word that repeats the target's word. */
  readonly sameWord: WordTier
  readonly words: readonly WordTier[]
  /** Bare names of indicators that the edition scores by their name. */
  readonly named: readonly string[]
}

/** Words of completion as forms write them; what an edition makes of each is asked of its rules. */
const completionWords = [
  '达成预期指标',
  '全部达成预期指标',
  '达成',
  '全部达成',
  '基本达成预期指标',
  '基本达成',
  '部分达成预期指标',
  '部分达成预期指标并具有一定效果',
  '部分达成',
  '未达成预期指标',
  '未达成预期指标且效果较差',
  '未达成',
]

/** A target in words, of which nothing is known but that it is a word. */
const anyWord = '有效提升'

function tierOf(actual: string, edition: Edition): WordTier | null {
  const row = indicatorOf({ weight: '100', target: anyWord, actual })
  const { rule, recomputed } = scoreRow(row, 'indicators[0]', { edition, fiscalYear: null, scoresPrinted: false })
  if (rule !== 'graded' || recomputed === null) return null
  return { word: actual, least: recomputed.min.toString(), most: recomputed.max.toString() }
}

const rounders = { halfUp: 'ROUND', down: 'ROUNDDOWN', up: 'ROUNDUP', halfEven: null } as const

/** Null where no formula can say how the edition rounds, or rows that do not apply change the scores of the others. */
export function sheetRules(edition: Edition): SheetRules | null {
  const round = rounders[edition.rounding.mode]
  const sameWord = tierOf(anyWord, edition)
  if (round === null || sameWord === null || edition.notApplicable.method !== 'drop') return null
  return {
    edition,
    round,
    decimals: Number(edition.rounding.decimals.value),
    sameWord,
    words: completionWords.map((word) => tierOf(word, edition)).filter((tier) => tier !== null),
    named: (edition.named ?? []).flatMap(({ names }) => names.map((name) => name.replace(/[\s"'“”‘’「」『』*]/g, ''))),
  }
}

/** Brackets and words of time in a name may carry a sign, a unit or a date. */
const hintWords = ['(', '（', '时间', '时限', '日期', '期限', '时点', '工期']

/** Words in a name that formulas are not sure of. */
export const doubtfulNameWords: readonly string[] = [...new Set([...hintWords, ...wordsOfLess])]

/** Whether a name hides more than its words say. */
export function hidesHint(name: string): boolean {
  return hintWords.some((word) => name.includes(word))
}

/** Signs that make a unit more than a unit for formulas: of time, of classes, of limits, of other figures. */
export const doubtfulUnitSigns: readonly string[] = [
  ...'级类年月日号时分秒天周季旬上下内外以约余多超不未达前后左右之至到起无成倍全半双几第每均各',
  ...'0123456789０１２３４５６７８９一二三四五六七八九十',
  ...'≥≤=<>＝＜＞≮≯+-－—–~～、,，.。;；:：()（）[]【】"\'“”‘’?？!！*×#&·•…_|\\^`@$￥¥ 　',
]
