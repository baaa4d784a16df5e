/** What the xlsx writer draws, the xlsx reader gives back, in every layout. */

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { layOutForm } from '../../src/core/layout/index.ts'
import type { Grid } from '../../src/core/model/index.ts'
import { formFromSketch } from '../../src/core/recognise/index.ts'
import { layouts } from '../../src/core/rulebook/index.ts'
import { readXlsx } from '../../src/readers/xlsx/index.ts'
import { writeXlsx } from '../../src/writers/xlsx/index.ts'

const form = formFromSketch({
  title: '部门整体支出绩效自评表',
  fiscalYear: '2021',
  department: '某某局',
  supervisor: '某某区',
  project: '某某项目',
  moneyUnit: '万元',
  executionPoints: '10',
  total: '95.20',
  grade: '优',
  goals: [{ stated: '目标1:完成改造。\n目标2:提升服务', achieved: '已完成'.repeat(60) }],
  tasks: [
    { name: '基本支出', budgeted: '566.14', executed: '534.85', weight: '2.08', rate: '94.47%', score: '1.96' },
    {
      row: 'total',
      name: '金额合计',
      budgeted: '1,566.14',
      executed: '534.85',
      weight: '10',
      rate: '94.47%',
      score: '9.80',
    },
  ],
  indicators: [
    {
      level1: '产出指标',
      level2: '数量指标',
      name: '开展活动场次',
      target: '≥14场',
      actual: '20场',
      weight: '0.50',
      score: '0.5',
      note: '=原因',
    },
    {
      level1: '产出指标',
      level2: '时效指标',
      name: '完成时间',
      target: '12月15日前',
      actual: '-',
      weight: '50',
      score: '49.90',
    },
    {
      level1: '满意度指标',
      level2: '服务对象满意度指标',
      name: '满意度',
      target: '≥95%',
      actual: '97.70%',
      weight: '10',
      score: '007',
    },
  ],
})

/** Cells with text; a merge reaches no further than the last row and column with text, as a reader sees it. */
function seen(grid: Grid): unknown[] {
  const filled = grid.cells.filter((cell) => cell.text !== '')
  const rows = Math.max(...filled.map((cell) => cell.row + 1))
  const columns = Math.max(...filled.map((cell) => cell.column + 1))
  return filled.map(({ row, column, rowSpan, columnSpan, text }) => ({
    row,
    column,
    rowSpan: Math.min(rowSpan, rows - row),
    columnSpan: Math.min(columnSpan, columns - column),
    text,
  }))
}

describe('writing and reading xlsx', () => {
  it.each(layouts.map((layout) => [layout.id, layout] as const))('gives back the form in %s', (_, layout) => {
    const grid = layOutForm(form, layout)
    const { value, findings } = readXlsx(writeXlsx(grid), 'x.xlsx')
    expect(findings).toEqual([])
    expect(value).toHaveLength(1)
    expect(seen(value[0]!)).toEqual(seen(grid))
  })

  it('gives back any text, and any figure as it was written', () => {
    const figure = fc
      .tuple(
        fc.integer({ min: -999_999, max: 9_999_999 }),
        fc.integer({ min: 0, max: 6 }),
        fc.constantFrom('', '%', ','),
      )
      .map(([value, decimals, sign]) => {
        const fixed = (value / 10 ** decimals).toFixed(decimals)
        if (sign === ',') return fixed.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
        return fixed + sign
      })
    const text = fc.string({ unit: 'binary', minLength: 1 }).map((any) => any.replaceAll('\r\n', '\n'))
    fc.assert(
      fc.property(fc.array(fc.oneof(figure, text), { minLength: 1, maxLength: 30 }), (texts) => {
        const cells = texts.map((each, row) => ({ row, column: 0, rowSpan: 1, columnSpan: 1, text: each }))
        const grid: Grid = { cells, rowCount: cells.length, columnCount: 1, bordered: true }
        const { value } = readXlsx(writeXlsx(grid), 'x.xlsx')
        expect(value[0]!.cells.map((cell) => cell.text)).toEqual(texts)
      }),
      { seed: 20210406, numRuns: 300 },
    )
  })
})
