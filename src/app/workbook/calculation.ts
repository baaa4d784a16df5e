/** The rows of the calculation sheet: for each indicator what its formulas work out, and whether they decide its score. */

import { Exact, type Indicator, type ScoredRow } from '../../core/model/index.ts'
import { figureOf } from '../../core/rulebook/index.ts'
import { isUnderCost } from '../../core/scoring/index.ts'
import { lessIsBetter } from '../../core/values/index.ts'
import { quotedName } from '../../writers/xlsx/index.ts'
import type { FormGrid } from './form-grid.ts'
import { calculationName } from './own-sheets.ts'
import { letterOf, type RowCells, type RowKnown } from './row-formulas.ts'
import { type NameSays, type RowResult, rowResult } from './row-result.ts'
import { doubtfulNameWords, hidesHint, type SheetRules } from './sheet-rules.ts'

export interface CalculatedRow {
  readonly result: RowResult
  /** No formula decides the score: it stays to be filled in. */
  readonly byHand: boolean
  /** Why not; empty where a formula does, or nothing is filled in yet. */
  readonly why: string
  readonly cells: RowCells
  readonly known: RowKnown
  readonly nameSays: NameSays
  readonly isNamed: boolean
  /** Cells of the calculation sheet that hold the ends of the band. */
  readonly least: string
  readonly most: string
  /** A row of words, or one still to be written. */
  readonly takesWords: boolean
}

/** What a name says to the formulas. */
export function sayOfName(name: string): NameSays {
  if (hidesHint(name)) return '?'
  if (lessIsBetter(name)) return 'less'
  return 'more'
}

/** Some layouts print the adjusted target where others print the target. */
function targetField(grid: FormGrid): string {
  return grid.at('indicators[0].target') === undefined ? 'extra.adjustedTarget' : 'target'
}

function cellsOf(grid: FormGrid, index: number): RowCells | null {
  const ref = (field: string) => grid.ref(`indicators[${index}].${field}`)
  const [name, weight, target, actual, score] = ['name', 'weight', targetField(grid), 'actual', 'score'].map(ref)
  if ([name, weight, target, actual, score].includes(undefined)) return null
  return {
    name: name!,
    weight: weight!,
    target: target!,
    actual: actual!,
    score: score!,
    attribute: ref('attribute') ?? null,
    unit: ref('unit') ?? null,
    note: ref('note') ?? null,
  }
}

function isSatisfaction(indicator: Indicator): boolean {
  return indicator.level1Kind === 'satisfaction'
}

/** The texts that stand in the cells of a row, as the layout splits them. */
function textsOf(grid: FormGrid, index: number, known: RowKnown, rules: SheetRules) {
  const indicator = grid.form.indicators[index]!
  const text = (field: string) => grid.cell(`indicators[${index}].${field}`)?.text ?? null
  const name = indicator.name.raw
  const bare = name.replace(/["“”‘’「」『』* ]/g, '')
  return {
    weight: indicator.weight.value,
    attribute: text('attribute'),
    unit: text('unit'),
    target: text(targetField(grid)) ?? '',
    actual: text('actual') ?? '',
    nameSays: known.name?.says ?? (doubtfulNameWords.some((word) => name.includes(word)) ? '?' : 'more'),
    isNamed: rules.named.some((named) => bare.includes(named)),
    isSatisfaction: known.satisfaction === true,
    isCost: known.cost === true,
  } as const
}

function whyByHand(result: RowResult, scored: ScoredRow | undefined): string {
  const said = scored?.because[0]?.zh
  if (said !== undefined) return said
  return result.method === '手填' ? '指标值与完成值的写法公式不能计算' : '按计分规则须由人工评定'
}

/** Null where the layout lacks a column that scores need. `scored`: of the form's own rows, in order. */
export function calculate(
  grid: FormGrid,
  rules: SheetRules,
  scored: readonly ScoredRow[],
  firstRow: number,
): readonly CalculatedRow[] | null {
  const rows = grid.form.indicators.map((indicator, index): CalculatedRow | null => {
    const cells = cellsOf(grid, index)
    if (cells === null) return null
    const own = scored[index]
    const isNew = indicator.name.raw === ''
    const isLabelled = index < grid.own.indicators
    const [label, label2] = [grid.ref(`indicators[${index}].level1`), grid.ref(`indicators[${index}].level2`)]
    const known: RowKnown = {
      name: isNew ? null : { text: indicator.name.raw, says: sayOfName(indicator.name.raw) },
      satisfaction: isLabelled || label === undefined ? isSatisfaction(indicator) : { label },
      cost: isLabelled || label2 === undefined ? isUnderCost(indicator) : { label: label2 },
    }
    const texts = textsOf(grid, index, known, rules)
    const result = rowResult(texts, rules)
    const decides = result.least !== null && result.most !== null && result.least.equals(result.most)
    const agrees = decides && sameBand(own, result.least)
    const byHand = indicator.role === 'part' || (decides ? !agrees : indicator.actual.raw !== '')
    const row = firstRow + index
    const at = (column: 'least' | 'most') => `${quotedName(calculationName)}!$${letterOf(column)}$${row}`
    return {
      result,
      byHand,
      why: byHand && indicator.role === 'scored' ? whyByHand(result, own) : '',
      cells,
      known,
      nameSays: texts.nameSays,
      isNamed: texts.isNamed,
      least: at('least'),
      most: at('most'),
      takesWords: isNew || result.method === '按词定档' || indicator.actual.raw === '',
    }
  })
  return rows.some((row) => row === null) ? null : rows.filter((row) => row !== null)
}

function sameBand(own: ScoredRow | undefined, value: Exact | null): boolean {
  return (
    own?.recomputed != null && value !== null && own.recomputed.min.equals(value) && own.recomputed.max.equals(value)
  )
}

/** What is to be said of a row, as the formula of the sheet says it. */
export function verdictOf(
  row: CalculatedRow,
  texts: {
    readonly name: string
    readonly weight: Exact | null
    readonly score: Exact | null
    readonly explained: boolean
  },
  { edition }: SheetRules,
): string {
  const { result } = row
  const { weight, score, explained } = texts
  if (weight === null) {
    if (result.target === '不适用') return '不适用'
    return texts.name !== '' || result.target !== '' ? '未填分值' : ''
  }
  if (result.method === '不适用') return score === null ? '不适用' : '不适用而有得分'
  if (result.actual === '') return '未填完成值'
  if (score === null) return '须手填得分'
  if (score.greaterThan(weight)) return '得分超过分值'
  const { least, most } = result
  if (least !== null && most !== null && (score.lessThan(least) || score.greaterThan(most))) return '与规则不符'
  if (score.lessThan(weight) && !explained) return '扣分未写原因'
  const upward = ['正向', '等于', '满意度分档'].includes(result.method)
  const border = figureOf(edition.reasons.overReason)
  if (upward && result.rate?.times(Exact.hundred).atLeast(border) && !explained) return '超额未写原因'
  if (least === null || most === null) return '人工评定'
  return least.equals(most) ? '一致' : '在区间内'
}
