import { describe, expect, it } from 'vitest'
import type { Grid, GridCell } from '../../model/index.ts'
import { recognise, toPlain } from '../index.ts'
import { sideBySide } from './side-by-side.ts'

const form = (name: string) => [
  ['项目名称', name],
  ['主管部门', '光明市城市管理局'],
  ['一级指标', '二级指标', '三级指标', '年度指标值', '实际完成值', '分值', '得分'],
  ['产出指标', '数量指标', `${name}处数`, '≥5处', '6处', '90', '90'],
  ['总分', '', '', '', '', '90', '90'],
]

function gridOf(forms: readonly (readonly (readonly string[])[])[], gap: number): Grid {
  const width = 7 + gap
  const cells = forms.flatMap((rows, at) =>
    rows.flatMap((row, r): GridCell[] =>
      row.map((text, c) => ({ row: r + 1, column: at * width + c, rowSpan: 1, columnSpan: 1, text })),
    ),
  )
  cells.sort((a, b) => a.row - b.row || a.column - b.column)
  return { cells, rowCount: 6, columnCount: width * forms.length - gap, bordered: true }
}

const across = (row: number, text: string): GridCell => ({ row, column: 0, rowSpan: 1, columnSpan: 30, text })
const withCell = (grid: Grid, cell: GridCell): Grid => ({ ...grid, cells: [cell, ...grid.cells] })

describe('forms beside one another', () => {
  it.each([0, 1, 3])('are read one by one, %i columns between them, with the title above all', (gap) => {
    const grid = withCell(
      gridOf(['道路养护', '城区绿化', '公厕'].map(form), gap),
      across(0, '2023年度项目支出绩效自评表（三个项目合订）'),
    )
    const { forms } = recognise([grid])
    const plain = forms.map(({ form }) => toPlain(form))
    expect(plain.map(({ project, fiscalYear }) => [project, fiscalYear])).toEqual([
      ['道路养护', '2023'],
      ['城区绿化', '2023'],
      ['公厕', '2023'],
    ])
    expect(plain.map(({ indicators }) => indicators.map(({ name }) => name))).toEqual([
      ['道路养护处数'],
      ['城区绿化处数'],
      ['公厕处数'],
    ])
  })

  it.each<[string, Grid]>([
    ['a form alone', gridOf([form('道路养护')], 0)],
    ['a cell across both', withCell(gridOf([form('甲'), form('乙')], 1), across(5, '填表人：张三'))],
    [
      'a table with two columns of indicators and one subject',
      gridOf([form('甲'), form('乙').map((row, at) => (at === 0 ? ['实施期', '2023'] : row))], 0),
    ],
    ['text without borders', { ...gridOf([form('甲'), form('乙')], 1), bordered: false }],
  ])('%s stays whole', (_, grid) => {
    expect(sideBySide([grid])).toEqual([grid])
  })

  it('leaves other grids of the file as they are', () => {
    const alone = gridOf([form('丙')], 0)
    expect(sideBySide([alone, gridOf([form('甲'), form('乙')], 1)])).toHaveLength(3)
  })
})
