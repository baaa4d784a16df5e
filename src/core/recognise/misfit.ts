/** How badly a cell fits a column: enough to tell columns apart where positions are lost. */

import { level1Of, level2Of } from '../rulebook/index.ts'
import type { IndicatorField, TaskField } from '../rulebook/layout.ts'
import { type CellKind, kindOf } from './kinds.ts'
import { blockLabel, moneyRow } from './words.ts'

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
/** A word of a place for a block of its frame: 成效指标, 影响力指标. */
const OWN_LABEL = /^\p{Script=Han}{2,6}(?<!预期|年度|绩效)指标$/u
const DOTS = /^[.…·]{2,}$/
const LABEL_POINTS = /^[(]\d{1,3}(?:\.\d+)?分[)]$/
/** Behind a label: the points of its block. */
const POINTS_BEHIND = /[(]\d{1,3}(?:\.\d+)?分[)]$/
const LIMIT = /^(?:[≥≧≤≦><=﹦═]|不低于|不少于|不超过|不高于|不大于|至少|大于|小于)/

/** Cost, in hundredths, of such a word as a unit. */
export const COUNTER = 20

/** Things are counted in many words, none of them long: 座次, 宗地. */
export function mayCount(word: string): boolean {
  return word.length <= 3
}

/** 满分, 25分: as good as a figure in a column of points. */
const POINTS = /^(?:满分|\d{1,3}(?:\.\d+)?分)$/

/** How likely the target will be met, an answer of monitoring forms. */
const LIKELIHOOD = /^(?:确定能|有可能|(?:完全)?不可能)$/

/** What a target follows, in forms that have a column for it. */
const STANDARD = /^(?:计划|行业|历史|预算支出)标准$/
/** Left of all columns stand labels of blocks and numbers of pages. */
export function blockMisfit(key: string): number {
  return blockLabel(key) !== null ? 0 : /^\d{1,3}$/.test(key) || key.length <= 2 ? 50 : 200
}

/** Cost of a cell in the column of `field`: its kind, and what its very text says. */
export function cellMisfit(key: string, field: string): number {
  const kind = kindOf(key)
  const cost = misfit(kind, field)
  const role = roles[field]
  if (role === 'points' && POINTS.test(key)) return 0
  // 工作计划(6分): a block of a form whose words no list holds.
  if (role === 'level' && kind === 'text' && POINTS_BEHIND.test(key)) return 40
  // 成效指标: a block that no list holds, and no name.
  const isOwnLabel = kind !== 'label' && OWN_LABEL.test(key)
  if (isOwnLabel && role === 'level') return field === 'level1' ? 40 : 60
  if (isOwnLabel && role === 'name') return 200
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
  if (role === 'value' && LIKELIHOOD.test(key)) return cost + 300
  if (STANDARD.test(key)) return field === 'targetBasis' ? 0 : cost + 200
  // 合计 names a row, whatever column it comes to stand in.
  if ((field === 'content' || field === 'completion') && moneyRow(key) === 'total') return 300
  // …… where the blank form has a name.
  if (role === 'name' && DOTS.test(key)) return 0
  // 数量指标 is no name; 群众满意度 may well be one.
  if (role === 'name' && kind === 'label') return key.endsWith('指标') ? 350 : key === '成本控制' ? 20 : 60
  // Points of a row are never above a hundred.
  if (role === 'points' && kind === 'number' && key.replace(/\..*$/, '').length > 2 && !/^100(?:\.0+)?$/.test(key)) {
    return cost + 300
  }
  if (role === 'unit' && kind === 'word' && mayCount(key)) return COUNTER
  // Signs stand before targets; now and then the result repeats them.
  return field === 'actual' && (kind === 'measure' || kind === 'percent') && LIMIT.test(key) ? cost + 60 : cost
}
