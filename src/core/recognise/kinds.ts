/** What a cell looks like, and how well that fits a column: enough to tell columns apart where positions are lost. */

import { remember } from '../model/remember.ts'
import { level1Of, level2Of } from '../rulebook/index.ts'
import type { IndicatorField, TaskField } from '../rulebook/layout.ts'
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
const SHORT_NAME = /.(?:率|次数|人次|人数|户数|时限|面积|里程)$/
const COMPLETION = /达成|达到|完成预期|实现目标|预期指标|预期目标/
const UNIT =
  /^(?:%|‰|百分比|百分点|人|人次|个|元|万元|亿元|千元|次|场|场次|件|户|亩|公顷|公里|千米|米|平方米|立方米|平方公里|m2|m3|m|km|吨|千克|公斤|项|篇|份|册|套|台|辆|家|所|处|座|只|头|羽|株|棵|天|日|月|年|小时|分钟|期|批|批次|名|位|元\/.{1,6}|万元\/.{1,6}|人\/.{1,4}|倍|级|分|条|栋|间|块|片|组|班|宗|例|起|人月|人天|万人|万人次|万亩|万户|km2)$/

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

type Role = 'level' | 'name' | 'value' | 'points' | 'rate' | 'money' | 'operator' | 'unit' | 'note' | 'any'

/** Cost of a cell kind in a column of a role, in hundredths: 0 fits, 500 hardly ever. */
const costs: Readonly<Record<Role, Readonly<Record<CellKind, number>>>> = {
  level: {
    mark: 200,
    number: 500,
    percent: 500,
    operator: 400,
    unit: 400,
    measure: 500,
    date: 500,
    word: 160,
    label: 0,
    text: 150,
    prose: 400,
  },
  name: {
    mark: 300,
    number: 450,
    percent: 500,
    operator: 400,
    unit: 300,
    measure: 300,
    date: 300,
    word: 100,
    label: 150,
    text: 0,
    prose: 50,
  },
  value: {
    mark: 60,
    number: 25,
    percent: 0,
    operator: 300,
    unit: 300,
    measure: 0,
    date: 0,
    word: 0,
    label: 300,
    text: 80,
    prose: 150,
  },
  points: {
    mark: 40,
    number: 0,
    percent: 100,
    operator: 400,
    unit: 400,
    measure: 250,
    date: 400,
    word: 400,
    label: 500,
    text: 400,
    prose: 400,
  },
  rate: {
    mark: 40,
    number: 50,
    percent: 0,
    operator: 400,
    unit: 400,
    measure: 200,
    date: 400,
    word: 400,
    label: 500,
    text: 400,
    prose: 400,
  },
  money: {
    mark: 40,
    number: 0,
    percent: 200,
    operator: 400,
    unit: 400,
    measure: 60,
    date: 400,
    word: 400,
    label: 500,
    text: 400,
    prose: 400,
  },
  operator: {
    mark: 80,
    number: 400,
    percent: 400,
    operator: 0,
    unit: 300,
    measure: 400,
    date: 400,
    word: 200,
    label: 400,
    text: 300,
    prose: 500,
  },
  unit: {
    mark: 80,
    number: 400,
    percent: 400,
    operator: 300,
    unit: 0,
    measure: 300,
    date: 300,
    word: 200,
    label: 400,
    text: 150,
    prose: 500,
  },
  note: {
    mark: 30,
    number: 300,
    percent: 300,
    operator: 400,
    unit: 400,
    measure: 200,
    date: 150,
    word: 50,
    label: 400,
    text: 0,
    prose: 0,
  },
  any: {
    mark: 0,
    number: 0,
    percent: 0,
    operator: 0,
    unit: 0,
    measure: 0,
    date: 0,
    word: 0,
    label: 0,
    text: 0,
    prose: 0,
  },
}

const roles: Readonly<Record<string, Role>> = {
  level1: 'level',
  level2: 'level',
  name: 'name',
  attribute: 'operator',
  target: 'value',
  initialTarget: 'value',
  adjustedTarget: 'value',
  unit: 'unit',
  actual: 'value',
  weight: 'points',
  level1Points: 'points',
  level2Points: 'points',
  score: 'points',
  note: 'note',
  completionRate: 'rate',
  deduction: 'points',
  coefficient: 'rate',
  weightShare: 'rate',
  weightedScore: 'points',
  reviewScore: 'points',
  reviewActual: 'value',
  reviewDeviation: 'rate',
  lastYearActual: 'value',
  remark: 'note',
  remedy: 'note',
  scoringRule: 'note',
  explanation: 'note',
  targetBasis: 'note',
  evidence: 'note',
  sampleSize: 'money',
  returnedAnswers: 'money',
  validAnswers: 'money',
  satisfiedAnswers: 'money',
  surveyMethod: 'note',
  content: 'note',
  completion: 'note',
  initialBudget: 'money',
  received: 'money',
  forecast: 'value',
  midTermBudget: 'money',
  forecastExecuted: 'money',
  lastYearBudget: 'money',
  yearBeforeBudget: 'money',
  midTermLevel2: 'level',
  midTermName: 'name',
  midTermTarget: 'value',
  causeFunds: 'note',
  causeRules: 'note',
  causeStaff: 'note',
  causeEquipment: 'note',
  causeOther: 'note',
  likelihoodCertain: 'any',
  likelihoodPossible: 'any',
  likelihoodNone: 'any',
  rate: 'rate',
}

export type ColumnField = IndicatorField | TaskField

/** Cost, in hundredths, of a cell of `kind` standing in the column of `field`. A field that is not known takes anything. */
export function misfit(kind: CellKind, field: string): number {
  const role: Role = field.startsWith('budgeted.') || field.startsWith('executed.') ? 'money' : (roles[field] ?? 'any')
  return costs[role][kind]
}

/** Of the first level in some forms, of the second in others; so is 成本指标. */
const EITHER_LEVEL = /^(?:预算执行|资金执行|预算管理|运行成本|成本控制|投入管理|资金管理)(?:情况)?$/
const DOTS = /^[.…·]{2,}$/
const LABEL_POINTS = /^[(]\d{1,3}(?:\.\d+)?分[)]$/
/** Behind a label: the points of its block. */
const POINTS_BEHIND = /[(]\d{1,3}(?:\.\d+)?分[)]$/
const LIMIT = /^(?:[≥≧≤≦><=﹦═]|不低于|不少于|不超过|不高于|不大于|至少|大于|小于)/

/** Cost of a cell in the column of `field`: its kind, and what its very text says. */
/** 满分, 25分: as good as a figure in a column of points. */
const POINTS = /^(?:满分|\d{1,3}(?:\.\d+)?分)$/

export function cellMisfit(key: string, field: string): number {
  const kind = kindOf(key)
  const cost = misfit(kind, field)
  const role = roles[field]
  if (role === 'points' && POINTS.test(key)) return 0
  // 工作计划(6分): a block of a form whose words no list holds.
  if (role === 'level' && kind === 'text' && POINTS_BEHIND.test(key)) return 40
  // (50分) is what is left of a label.
  if (key.charCodeAt(0) === 0x28 && LABEL_POINTS.test(key)) return role === 'level' ? 0 : cost + 300
  // 质量指标 heads a block of the second level, 产出指标 one of the first; 满意度指标 may be either.
  if (role === 'level' && kind === 'label') {
    const first = level1Of(key)
    const isEither = EITHER_LEVEL.test(key) || (first?.kind === 'cost' && level2Of(key) !== null)
    if (field === 'level1') return first === null ? 80 : isEither ? cost + 45 : cost
    // 预算执行率 is a block of its own as often as not.
    return level2Of(key) === null ? (isEither ? 20 : 80) : first?.kind === 'execution' ? cost + 10 : cost
  }
  // …… where the blank form has a name.
  if (role === 'name' && DOTS.test(key)) return 0
  // 数量指标 is no name; 群众满意度 may well be one.
  if (role === 'name' && kind === 'label') return key.endsWith('指标') ? 350 : 60
  // Points of a row are never above a hundred.
  if (role === 'points' && kind === 'number' && key.replace(/\..*$/, '').length > 2 && !/^100(?:\.0+)?$/.test(key)) {
    return cost + 300
  }
  // Things are counted in many words, none of them long.
  if (role === 'unit' && kind === 'word' && key.length <= 3) return 20
  // Signs stand before targets; now and then the result repeats them.
  return field === 'actual' && (kind === 'measure' || kind === 'percent') && LIMIT.test(key) ? cost + 60 : cost
}
