/** What class an indicator belongs to: by the heading it stands under, and by the words its name ends in. */

import { withoutBlanks } from '../../model/blanks.ts'
import type { Indicator, QuantityValue, Value } from '../../model/index.ts'

export type IndicatorClass = 'quantity' | 'quality' | 'timeliness' | 'cost' | 'benefit' | 'satisfaction' | 'execution'

export const classWords: Readonly<Record<IndicatorClass, string>> = {
  quantity: '数量',
  quality: '质量',
  timeliness: '时效',
  cost: '成本',
  benefit: '效益',
  satisfaction: '满意度',
  execution: '预算执行',
}

const HEADINGS: readonly (readonly [RegExp, IndicatorClass])[] = [
  [/满意/, 'satisfaction'],
  [/成本/, 'cost'],
  [/数量/, 'quantity'],
  [/质量/, 'quality'],
  [/时效|进度/, 'timeliness'],
  [/效益|影响|持续/, 'benefit'],
]

/** Check after check asks about one row, and row after row stands under one heading. */
let last: { readonly text: string; readonly found: IndicatorClass | null } = { text: '', found: null }

function classInHeading(text: string): IndicatorClass | null {
  if (text !== last.text) last = { text, found: HEADINGS.find(([word]) => word.test(text))?.[1] ?? null }
  return last.found
}

/** The class of the heading a row stands under; null where the headings do not tell. */
export function headingOf({ level1Kind, level2 }: Indicator): IndicatorClass | null {
  const byLevel2 = classInHeading(level2.cell.raw)
  if (byLevel2 !== null) return byLevel2
  return level1Kind === 'cost' || level1Kind === 'benefit' || level1Kind === 'satisfaction' ? level1Kind : null
}

const BRACKETS = /[(\uff08][^()\uff08\uff09]*[)\uff09]$/u
const ENDINGS: readonly (readonly [RegExp, IndicatorClass])[] = [
  [/(?:支出进度|支付进度|预算执行|资金执行|资金支付|预算完成|执行进度)(?:达标)?(?:率|情况)?$/, 'execution'],
  [/满意(?:度|率|程度|情况)$/, 'satisfaction'],
  [/(?:及时(?:率|性|度|程度)|时限|准时率|按时完成率|按期完成率|(?:完成|完工|竣工|开工|办结)时间)$/, 'timeliness'],
  [/(?:合格率|达标率|准确率|精确率|正确率|优良率|完好率|符合率)$/, 'quality'],
  [/(?:成本|经费|费用|单价|造价|金额)$/, 'cost'],
  [/(?:人数|人次|场次|次数|户数|套数|件数|份数|面积|里程|数量)$/, 'quantity'],
]

/** The class the last words of a name speak for; null where they speak for none. */
export function classOfName(name: string): IndicatorClass | null {
  const plain = withoutBlanks(name).replace(BRACKETS, '')
  return ENDINGS.find(([ending]) => ending.test(plain))?.[1] ?? null
}

/** The quantity a value states, also behind a condition; null for anything else. */
export function quantityOf(value: Value | null | undefined): QuantityValue | null {
  if (value === null || value === undefined) return null
  if (value.kind === 'conditional') return quantityOf(value.value)
  return value.kind === 'quantity' ? value : null
}
