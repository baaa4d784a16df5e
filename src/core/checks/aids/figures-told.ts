/** Figures that a goal tells of what an indicator measures: 农村危房改造198户 beside the row 农村危房改造户数. */

import { withoutBlanks } from '../../model/blanks.ts'
import { Exact, type QuantityValue } from '../../model/index.ts'
import { readValue } from '../../values/index.ts'
import { quantityOf } from './indicator-class.ts'

const BRACKETS = /[(\uff08][^()\uff08\uff09]*[)\uff09]/gu
/** What is counted, at the end of a name: the goal tells it by the unit. */
const COUNTED =
  '(?:人次数|人次|人数|户数|场次|次数|座数|套数|台数|处数|所数|个数|期数|批次|份数|件数|家数|张数|总数|数量|总量|总面积|面积|长度|里程|规模|数|量)'
const COUNTED_LAST = new RegExp(`${COUNTED}$`, 'u')
/** A shorter word may stand in many sentences. */
const LEAST_SIGNS = 3

/** What of a name a goal repeats; null where too little of it is left. */
export function subjectOf(name: string): string | null {
  const subject = withoutBlanks(name).replace(BRACKETS, '').replace(COUNTED_LAST, '')
  return subject.length < LEAST_SIGNS ? null : subject
}

/** Before the words: the start of a clause, or a verb. 非农村危房改造 and 其中农村危房改造 are other things. */
const BEGINS =
  /(?:^|[^\p{Script=Han}\p{L}\d]|完成|实施|开展|组织|举办|推进|实现|全年|共计|累计|全县|全市|全区|全镇|计划|拟)$/u
const BETWEEN = String.raw`${COUNTED}?(?:了|为|共|计|达|到|达到|不少于|不低于|[≥:\uff1a])*`
const FIGURE = String.raw`(\d[\d,.]*[万千亿]?\p{Script=Han}{1,3}|\d[\d.]*[%\uff05])`
const AFTER = new RegExp(`^${BETWEEN}${FIGURE}`, 'u')
/** 200余户 is no figure to compare, and 增加20户 is another one. */
const ROUNDED = /[余多约近]/u

/** The one figure that a text without blanks tells of a subject; null where it tells none, or more than one. */
export function figureTold(plain: string, subject: string): string | null {
  const found: string[] = []
  for (let at = plain.indexOf(subject); at >= 0; at = plain.indexOf(subject, at + 1)) {
    const figure = AFTER.exec(plain.slice(at + subject.length))?.[1]
    if (figure !== undefined && !ROUNDED.test(figure) && BEGINS.test(plain.slice(0, at))) found.push(figure)
  }
  return found.length === 1 ? found[0]! : null
}

/** The figure as far as it is one in the unit of another; 198户全部 is read by its beginning. */
function readAs(told: string, other: QuantityValue): QuantityValue | null {
  for (let end = told.length; end > 0; end--) {
    const value = quantityOf(readValue(told.slice(0, end)).value)
    if (value !== null && value.unit?.dimension === other.unit?.dimension) return value
  }
  return null
}

const TWO = Exact.of('2')
const TEN = Exact.of('10')

function halfOfLastPlace({ unit, decimals }: QuantityValue): Exact {
  let place = unit!.factor
  for (let at = 0; at < decimals; at++) place = place.dividedBy(TEN)
  return place.dividedBy(TWO)
}

/** The figure told as far as it contradicts the cell: in one unit with it, and apart by more than both are rounded to. */
export function contradiction(told: string, cell: QuantityValue): string | null {
  if (cell.unit === null) return null
  const value = readAs(told, cell)
  if (value === null) return null
  const gap = value.number.times(value.unit!.factor).minus(cell.number.times(cell.unit.factor)).abs()
  const rounding = Exact.max(halfOfLastPlace(value), halfOfLastPlace(cell))
  return gap.greaterThan(rounding) ? told : null
}
