/** Operators as glyphs and as words, before or behind the number. */

import type { Operator } from '../model/index.ts'

export interface OperatorWord {
  readonly operator: Operator
  readonly place: 'before' | 'behind'
}

function entries(operator: Operator, place: OperatorWord['place'], words: string): [string, OperatorWord][] {
  return words.split(' ').map((word) => [word, { operator, place }])
}

/** All spellings, folded. */
export const operatorWords: readonly (readonly [string, OperatorWord])[] = [
  ...entries(
    'atLeast',
    'before',
    '≥ >= => ≥= 》= =》 ≮ 不低于 不少于 不小于 不得低于 不得少于 不得小于 至少 最少 最低 大于等于 大于或等于 大于或者等于 高于或等于 不短于',
  ),
  ...entries('moreThan', 'before', '> 大于 超过 超出 高于 多于 优于'),
  ...entries(
    'atMost',
    'before',
    '≤ <= =< ≤= 《= =《 ≯ 不超过 不超出 不高于 不多于 不大于 不得超过 不得高于 不得多于 不得大于 至多 最多 最高 小于等于 小于或等于 小于或者等于 低于或等于 控制在 控制到 不长于 不晚于 不迟于',
  ),
  ...entries('lessThan', 'before', '< 小于 低于 少于 不足 不到 未超过 短于'),
  ...entries('equal', 'before', '= == 等于'),
  ...entries('atLeast', 'behind', '以上 及以上 (含)以上 (及)以上 含以上 或以上 以上(含) 起步'),
  ...entries('atMost', 'behind', '以内 之内 内 以下 及以下 (含)以下 (及)以下 含以下 或以下 以下(含) 以内(含) 之下'),
  ...entries('moreThan', 'behind', '余 多'),
]

const attributes = new Map<string, Operator>([
  ['正向', 'atLeast'],
  ['正向指标', 'atLeast'],
  ['正指标', 'atLeast'],
  ['反向', 'atMost'],
  ['反向指标', 'atMost'],
  ['逆向', 'atMost'],
  ['逆向指标', 'atMost'],
  ['负向', 'atMost'],
  ['负向指标', 'atMost'],
  ...operatorWords.filter(([, word]) => word.place === 'before').map(([text, word]) => [text, word.operator] as const),
])

/** What a cell 指标性质 says: ≥, 大于等于, 正向, 反向指标; null for 定性, 定量 and anything else. */
export function operatorOfAttribute(folded: string): Operator | null {
  return attributes.get(folded.replaceAll(' ', '')) ?? null
}

/** Words of 指标性质 as they stand before a joined target: "正向指标 95 %", "定性 良好". */
export const attributeWords: readonly (readonly [string, Operator | null])[] = [
  ['正向指标', 'atLeast'],
  ['正向', 'atLeast'],
  ['反向指标', 'atMost'],
  ['反向', 'atMost'],
  ['逆向指标', 'atMost'],
  ['逆向', 'atMost'],
  ['负向指标', 'atMost'],
  ['负向', 'atMost'],
  ['定性指标', null],
  ['定性', null],
  ['定量指标', null],
  ['定量', null],
]

const signs: Readonly<Record<Operator, string>> = {
  atLeast: '≥',
  moreThan: '>',
  equal: '=',
  atMost: '≤',
  lessThan: '<',
}

export function signOf(operator: Operator): string {
  return signs[operator]
}
