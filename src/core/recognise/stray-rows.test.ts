import { describe, expect, it } from 'vitest'
import type { Grid } from '../model/index.ts'
import { recognise } from './index.ts'

const gridOf = (rows: readonly (readonly string[])[], bordered: boolean, page: number): Grid => ({
  cells: rows.flatMap((row, r) =>
    row.map((text, c) => ({
      row: r,
      column: c,
      rowSpan: 1,
      columnSpan: 1,
      text,
      source: { kind: 'page', page, box: [c * 50, r * 20, 50, 20] } as const,
    })),
  ),
  rowCount: rows.length,
  columnCount: Math.max(...rows.map((row) => row.length)),
  bordered,
})

const form = gridOf(
  [
    ['2023年度项目支出绩效自评表'],
    ['项目名称', '道路养护'],
    ['主管部门', '光明市城市管理局'],
    ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
    ['产出指标', '数量指标', '养护处数', '≥5处', '6处', '90', '90'],
  ],
  true,
  1,
)
const row = ['满意度指标', '服务对象满意度指标', '市民满意度', '≥90%']

const said = (grids: readonly Grid[]) =>
  recognise(grids).findings.map(({ message, severity, certainty, data }) => [
    message,
    severity,
    certainty,
    data.count,
    data.cells,
  ])

it('a row that a page break cuts, put together by the reader, is said', () => {
  const cells = form.cells.map((cell) => (cell.text === '养护处数' ? { ...cell, overPages: true as const } : cell))
  const [found] = recognise([{ ...form, cells }]).forms
  const joined = found!.events.filter(({ kind }) => kind === 'row-joined')
  expect(joined.map(({ at }) => at[0])).toMatchObject([{ path: 'indicators[0].name', text: '养护处数' }])
  expect(recognise([form]).forms[0]!.events).toEqual([])
})

describe('what looks like rows of a form behind it', () => {
  it.each([
    ['a table with lines', true],
    ['lines of text', false],
  ])('is put to a person where it is %s and goes on in none of its columns', (_, bordered) => {
    expect(said([form, gridOf([row], bordered, 2)])).toEqual([['rows', 'warning', 'review', 1, 4]])
  })

  it('is no such row behind another table, under a header of its own, or in a sentence', () => {
    const list = gridOf(
      [
        ['序号', '名称', '金额'],
        ['1', '甲', '5'],
      ],
      true,
      2,
    )
    expect(said([form, list, gridOf([row], true, 3)])).toEqual([['other', 'info', 'certain', 2, 10]])
    expect(said([form, gridOf([['满意度指标没有完成的原因是汛期较长。']], false, 2)])).toEqual([])
    const scheme = gridOf([['二级指标', '三级指标', '评分标准', '指标说明'], row.slice(1)], true, 2)
    expect(said([form, scheme]).map(([message]) => message)).not.toContain('rows')
  })
})
