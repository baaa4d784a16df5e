import { describe, expect, it } from 'vitest'
import type { Grid } from '../model/index.ts'
import { recognise } from './index.ts'

function form(signs: Grid['signs']): Grid {
  const rows = [
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '培训完成率', '290%', '290%', '10', '10'],
    ['产出指标', '数量指标', '培训人数', '25人', '25人', '10', '10'],
  ]
  return {
    cells: rows.flatMap((texts, row) =>
      texts.map((text, column) => ({ row, column, rowSpan: 1, columnSpan: 1, text })),
    ),
    rowCount: rows.length,
    columnCount: 7,
    bordered: true,
    ...(signs === undefined ? {} : { signs }),
  }
}

function repairs(signs: Grid['signs']): number {
  const [found] = recognise([form(signs)]).forms
  return found!.form.indicators.reduce((sum, { target }) => sum + (target.value?.repairs.length ?? 0), 0)
}

describe('a figure that looks misread', () => {
  it('is suspected where the signs were read from a picture or nothing is known of them, never where they were typed', () => {
    expect(repairs('picture')).toBeGreaterThan(0)
    expect(repairs(undefined)).toBe(repairs('picture'))
    expect(repairs('typed')).toBe(0)
  })
})
