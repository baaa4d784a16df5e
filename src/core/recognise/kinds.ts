/** What a cell looks like, told from its text alone. */

import { remember } from '../model/remember.ts'
import { level1Of, level2Of } from '../rulebook/index.ts'
import { isHan } from '../values/fold.ts'

export type CellKind =
  | 'mark'
  | 'number'
  | 'percent'
  | 'operator'
  | 'unit'
  | 'measure'
  | 'date'
  | 'word'
  | 'label'
  | 'text'
  | 'prose'

const NUMBER = /^[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d+)?$/
const MARK = /^(?:[-_—–―/\\一]+|无|空|\*+|…+|\.{2,})$/
const OPERATOR =
  /^(?:[≥≧≤≦><=﹦═≠]+|定性|定量|大于等于|小于等于|大于|小于|等于|正向|反向|正向指标|反向指标|不低于|不高于|不超过)$/
const DIGIT = /\d/
const DATE =
  /^(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:底|末|前|之前|以前|初|完成)*$|^\d{4}[-./]\d{1,2}(?:[-./]\d{1,2})?前?$/
const MEASURE =
  /^(?:每\p{Script=Han}{1,3})*(?:全年|年均|同比|较上年|比上年)?(?:增长|提高|提升|上升|增加|下降|降低|减少)?(?:[≥≧≤≦><=﹦═]+|不低于|不少于|不超过|不高于|不大于|不小于|大于等于|小于等于|不多于|不得低于|不得少于|不得超过|不得高于|等于|至少|小于|大于|低于|高于|控制在|约|共)*[\d,]+(?:\.\d+)?(?:[%‰‰]|[^\d。;,]{0,14}(?:(?<=m)[23])?)$/u
/** Words that say how far something went, or how good it is. */
const NUMBERED = /^\d{1,2}[.、](?!\d)/
const WORD =
  /^(?:全部|基本|部分|已|未|有效|显著|明显|不断|持续|稳步|逐步|进一步|较|良好|优良|及时|符合|合格|达标|达成|完成|按时|按期|提升|提高|增强|改善|长期|严格|规范|健全|完整|合理|满意|效果|保障|充分|稳定|不适用)/
/** 完成及时率 begins like a word and ends like the name of an indicator. */
const NAMED = /(?:率|数|量|额|时间|时限|成本|次数|人次|面积|里程)$/
/** 巡检次数, 合格率: short, and yet what is measured. */
const SHORT_NAME = /.(?:率|次数|人次|人数|户数|时限|面积|里程|成本)$/
const COMPLETION = /达成|达到|完成预期|实现目标|预期指标|预期目标/
const UNIT =
  /^(?:%|‰|%\((?:百分比|百分点|percent)\)|percent|pct|百分比|百分点|人|人次|个|元|万元|亿元|千元|次|场|场次|件|户|亩|公顷|公里|千米|米|平方米|立方米|平方公里|m2|m3|m|km|吨|千克|公斤|项|篇|份|册|套|台|辆|家|所|处|座|只|头|羽|株|棵|天|日|月|年|小时|分钟|期|批|批次|名|位|元\/.{1,6}|万元\/.{1,6}|人\/.{1,4}|倍|级|分|条|栋|间|块|片|组|班|宗|例|起|人月|人天|万人|万人次|万亩|万户|km2)$/

/** The longest operator or unit of Han signs alone. */
const LONGEST_SIGN = 4

/** A name, a label, a sentence: Han signs alone, and more of them than a mark, an operator or a unit has. */
function isWorded(key: string): boolean {
  if (key.length <= LONGEST_SIGN || key.startsWith('一')) return false
  for (let at = 0; at < key.length; at++) if (!isHan(key.charCodeAt(at))) return false
  return true
}

function judgeKind(key: string): CellKind {
  return isWorded(key) ? judgeWords(key) : (judgeSigns(key) ?? judgeWords(key))
}

function judgeSigns(key: string): CellKind | null {
  if (key === '') return 'mark'
  if (MARK.test(key)) return 'mark'
  if (NUMBER.test(key)) return 'number'
  if (/^[-+]?[\d,]+(?:\.\d+)?%$/.test(key)) return 'percent'
  if (OPERATOR.test(key)) return 'operator'
  if (UNIT.test(key)) return 'unit'
  if (DIGIT.test(key) && DATE.test(key)) return 'date'
  // 1.门诊人次 is a numbered name.
  return key.length <= 24 && !NUMBERED.test(key) && MEASURE.test(key) ? 'measure' : null
}

function judgeWords(key: string): CellKind {
  if (key.length <= 24 && (level1Of(key) !== null || level2Of(key) !== null)) return 'label'
  if (
    (key.length <= 4 && !SHORT_NAME.test(key)) ||
    (key.length <= 8 && WORD.test(key) && !NAMED.test(key)) ||
    (key.length <= 20 && COMPLETION.test(key))
  )
    return 'word'
  return key.length > 36 || /[。;；]/.test(key) ? 'prose' : 'text'
}

/** What a cell looks like, told from its text alone. */
export function kindOf(key: string): CellKind {
  const figure = figureKind(key)
  if (figure !== null) return figure
  return key.length > LONGEST_REPEATED ? judgeKind(key) : rememberedKind(key)
}

const rememberedKind = remember(judgeKind)
/** Longer texts stand in one cell: to remember them costs more than to judge them again. */
const LONGEST_REPEATED = 6

/** 12, 9.85, 98.5%: what most cells with figures hold; null for anything else. */
function figureKind(key: string): 'number' | 'percent' | null {
  let digits = 0
  for (let at = 0; at < key.length; at++) {
    const code = key.charCodeAt(at)
    if (code >= 0x30 && code <= 0x39) digits++
    else if (code === 0x2e && digits === at && digits > 0) continue
    else if (code === 0x25 && at === key.length - 1 && isDigitAt(key, at - 1)) return 'percent'
    else return null
  }
  return isDigitAt(key, key.length - 1) ? 'number' : null
}

function isDigitAt(key: string, at: number): boolean {
  const code = key.charCodeAt(at)
  return code >= 0x30 && code <= 0x39
}

/** Numbers stand here: a text in such a column is in the wrong place. */
export function isNumeric(kind: CellKind): boolean {
  return kind === 'number' || kind === 'percent'
}
