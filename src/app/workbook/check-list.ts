/** The list of checks on the sheet 核算与检查: sums of weights, and how many rows have which fault. */

import { Exact } from '../../core/model/index.ts'
import { figureOf } from '../../core/rulebook/index.ts'
import { quotedName } from '../../writers/xlsx/index.ts'
import { rangeOf } from './form-formulas.ts'
import type { FormGrid } from './form-grid.ts'
import { weightSum } from './form-marks.ts'
import type { SheetRules } from './sheet-rules.ts'

/** Verdicts that have to be mended, in the order of the list. */
export const faults = [
  '未填分值',
  '未填完成值',
  '须手填得分',
  '得分超过分值',
  '与规则不符',
  '不适用而有得分',
  '扣分未写原因',
  '超额未写原因',
] as const

export interface CheckLine {
  readonly title: string
  readonly formula: string
  readonly value: Exact
  readonly wanted: {
    readonly text: string
    readonly holds: (value: Exact) => boolean
    readonly when: (cell: string) => string
  }
}

function equals(wanted: Exact): CheckLine['wanted'] {
  return { text: wanted.toString(), holds: (value) => value.equals(wanted), when: (cell) => `${cell}=${wanted}` }
}

interface BlockRows {
  readonly name: string
  readonly rows: readonly number[]
  readonly points: Exact
}

/** Level-1 blocks whose points the form prints. */
function printedBlocks(grid: FormGrid): readonly BlockRows[] {
  const blocks: { name: string; rows: number[]; points: Exact }[] = []
  grid.form.indicators.slice(0, grid.own.indicators).forEach(({ level1 }, index) => {
    const last = blocks.at(-1)
    const { raw: name } = level1.cell
    if (last !== undefined && last.name === name && last.rows.at(-1) === index - 1) last.rows.push(index)
    else if (level1.points.value !== null) blocks.push({ name, rows: [index], points: level1.points.value })
  })
  return blocks
}

function sumOfWeights(grid: FormGrid, rows: readonly number[]): Exact {
  return Exact.sum(rows.map((row) => grid.form.indicators[row]!.weight.value ?? Exact.zero))
}

/** The checks, one by one. `verdicts`: as they are; `verdictRange`: the cells in which they stand. */
export function checkLines(
  grid: FormGrid,
  rules: SheetRules,
  verdicts: readonly string[],
  verdictRange: string,
): readonly CheckLine[] {
  const prefix = `${quotedName(grid.sheet)}!`
  const all = grid.form.indicators.map((_, index) => index)
  const weights = sumOfWeights(grid, all).plus(executionPoints(grid, rules))
  const lines: CheckLine[] = []
  const sum = weightSum(grid, rules, prefix)
  const whole = figureOf(rules.edition.total)
  if (sum !== null)
    lines.push({ title: '全部分值合计（含预算执行）', formula: sum, value: weights, wanted: equals(whole) })
  for (const { name, rows, points } of printedBlocks(grid)) {
    const range = rangeOf(
      grid,
      rows.map((row) => `indicators[${row}].weight`),
    )
    if (range === null) continue
    lines.push({
      title: `${name}分值合计`,
      formula: `ROUND(SUM(${prefix}${range}),6)`,
      value: sumOfWeights(grid, rows),
      wanted: equals(points),
    })
  }
  for (const fault of faults) {
    const count = verdicts.filter((verdict) => verdict === fault).length
    lines.push({
      title: `${fault}的指标数`,
      formula: `COUNTIF(${verdictRange},"${fault}")`,
      value: Exact.of(count),
      wanted: equals(Exact.zero),
    })
  }
  return lines
}

/** How many there are. */
export function checkCount(grid: FormGrid): number {
  return 1 + printedBlocks(grid).length + faults.length
}

/** As `executionPointsAt` gives it for the form as it is. */
function executionPoints(grid: FormGrid, rules: SheetRules): Exact {
  const { form } = grid
  if (form.indicators.some(({ role, level1Kind }) => level1Kind === 'execution' && role !== 'part')) return Exact.zero
  const total = form.tasks.find(({ role }) => role === 'total')
  const shown = [
    grid.at('executionPoints') === undefined ? null : form.executionPoints.value,
    total === undefined || grid.at(`tasks[${form.tasks.indexOf(total)}].weight`) === undefined
      ? null
      : total.weight.value,
  ]
  return shown.find((points) => points !== null) ?? figureOf(rules.edition.executionPoints)
}
