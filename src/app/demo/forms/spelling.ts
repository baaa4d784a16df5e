/** How people write targets and actual values: one meaning, many spellings (operators as glyphs and words, full width, blanks, separators). */

import type { Random } from './random.ts'

export type Meaning = 'atLeast' | 'atMost' | 'equal'

/** A figure in hundredths, so that nothing is computed in binary fractions. */
export interface Figure {
  readonly cents: number
  readonly unit: string
}

const before: Readonly<Record<Meaning, readonly string[]>> = {
  atLeast: ['≥', '≥', '≥', '≧', '>=', '≥ ', '不低于', '不少于', '大于等于', '至少'],
  atMost: ['≤', '≤', '≤', '≦', '<=', '≤ ', '不超过', '不高于', '小于等于', '不多于'],
  equal: ['=', '=', '﹦', '═', '等于'],
}

const after: Readonly<Record<Meaning, readonly string[]>> = {
  atLeast: ['以上'],
  atMost: ['以内'],
  equal: [],
}

/** Operators as they stand in a cell of their own (指标性质). */
export const attributes: Readonly<Record<Meaning, readonly string[]>> = {
  atLeast: ['≥', '≧', '>=', '大于等于'],
  atMost: ['≤', '≦', '<=', '小于等于'],
  equal: ['=', '═', '等于'],
}

function fullWidth(text: string): string {
  return text.replace(/[0-9]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
}

const wide: Readonly<Record<string, string>> = {
  '(': '\uff08',
  ')': '\uff09',
  ',': '\uff0c',
  ':': '\uff1a',
  ';': '\uff1b',
}

/** Running text with the punctuation of Chinese type: many forms have it, others the narrow signs. */
export function withWideSigns(text: string): string {
  return text.replace(/[(),:;]/g, (sign) => wide[sign]!)
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** The digits of a figure: shortest, or with separators, or full-width. */
export function spellDigits(random: Random, cents: number): string {
  const whole = String(Math.trunc(cents / 100))
  const rest = String(cents % 100)
    .padStart(2, '0')
    .replace(/0+$/, '')
  const fraction = rest === '' ? '' : `.${rest}`
  const style = random.int(1, 20)
  if (style === 1 && whole.length > 3) return grouped(whole) + fraction
  if (style === 2 && fraction === '') return fullWidth(whole)
  return whole + fraction
}

function spellUnit(random: Random, unit: string): string {
  if (unit === '%') return random.pick(['%', '%', '%', '\uff05'])
  return random.chance(6) ? ` ${unit}` : unit
}

/** `≥60人`, `不少于60人`, `60人以上`. */
export function spellTarget(random: Random, meaning: Meaning, { cents, unit }: Figure): string {
  const figure = spellDigits(random, cents) + spellUnit(random, unit)
  if (after[meaning].length > 0 && random.chance(8)) return figure + random.pick(after[meaning])
  return random.pick(before[meaning]) + figure
}

/** `60人`, `60 人`, now and then the number alone. */
export function spellActual(random: Random, { cents, unit }: Figure): string {
  const digits = spellDigits(random, cents)
  return random.chance(10) && unit !== '%' ? digits : digits + spellUnit(random, unit)
}

/** A deadline in month `month` of `year`. */
export function spellDeadline(random: Random, year: number, month: number, day: number): string {
  return random.pick([
    `${year}年${month}月${day}日前`,
    `${month}月${day}日前`,
    `${year}年${month}月底前`,
    `${year}年${month}月前完成`,
    `${year}年${month}月底`,
  ])
}

export function spellDate(random: Random, year: number, month: number, day: number): string {
  return random.pick([`${year}年${month}月${day}日`, `${month}月${day}日`, `${year}年${month}月${day}日完成`])
}

/** Whatever stands in real cells, right or not: for reading and printing, not for scoring. */
export const anyTargets: readonly string[] = [
  '≥60人',
  '65人',
  '≧ 735 人次',
  '═ 100 %',
  '100%',
  '95%',
  '1',
  '15',
  '≥7',
  '290%',
  '≥4↑',
  '12个月',
  '12月15日前',
  '2021年12月31日前',
  '2021年底',
  '11月底完成100%',
  '及时',
  '良好',
  '有效提升',
  '符合',
  '是',
  '高',
  '效果明显',
  '严格执行相关制度规定',
  '100%1000件',
  '4人/天(按实际人数为准)',
  '<=5300元/户',
  '400元/人、天',
  '≥2倍',
  '1,437',
  '0.9‰',
  '控制在预算中',
  '不低于95%',
  '小于0.9‰',
  '一',
  '-',
  '/',
  '无',
  '*',
  '——',
  '300 公里',
  '≥1290.3平方米',
  '10万元',
  '至少全年完成2次宣传',
]
export const anyActuals: readonly string[] = [
  '64人',
  '80人',
  '≥90%',
  '100%',
  '93.50%',
  '75.83813万元',
  '47.1004万元',
  '达成预期指标',
  '基本达成预期指标',
  '全部达成预期指标',
  '部分达成预期指标',
  '未达成',
  '已完成',
  '2021年6月18日',
  '12月15日前',
  '及时',
  '良好',
  '有效提升',
  '15',
  '1',
  '4人/天',
  '已完成100%',
  '無偏差',
  '達成預期指標',
  '0起',
  '37.24',
  '12 个月',
  '有效',
  '好',
  '-',
  '_',
  '无',
  '100',
]
