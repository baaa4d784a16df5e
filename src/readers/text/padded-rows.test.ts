import { describe, expect, it } from 'vitest'
import { paddedRows } from './padded-rows.ts'

const texts = (lines: readonly string[]) =>
  paddedRows(lines)?.map(({ cells }) => cells.map(({ text }) => text.trim().replace(/\s*\n\s*/g, '⏎')))

const table = [
  '项目支出绩效自评表 | ||||||',
  '项目名称 | 护岸工程 | |||||',
  '主管部门 | 某市水务局 | 实施单位 | 某站 | |||',
  '一级',
  '指标 |',
  '二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 |',
  '产出指标 | 数量指标 | 护岸长度 | 3米 | 3米 | 5 | 5 |',
  '护岸段数 | 2段 | 2段 | 5 | 5 | ||',
  '质量指标 | ||||||',
  '合格率 | 95% | 96% | 5 | 5 | ||',
]

describe('rows that are filled up with pipes', () => {
  it('have their own cells, and none for what fills them up', () => {
    const rows = texts(table)!
    expect(rows[1]).toEqual(['项目名称', '护岸工程'])
    expect(rows[2]).toEqual(['主管部门', '某市水务局', '实施单位', '某站'])
    expect(rows[7]).toEqual(['护岸段数', '2段', '2段', '5', '5'])
    expect(rows[8]).toEqual(['质量指标'])
  })

  it('go on over lines until they have all their pipes', () => {
    const rows = texts(table)!
    expect(rows).toHaveLength(table.length)
    // The first piece of the broken cell has no pipe of its own.
    expect(rows[3]).toEqual(['一级'])
    expect(rows[4]).toEqual(['指标', '二级指标', '三级指标', '指标值', '完成值', '分值', '得分'])
    expect(rows[5]).toEqual([])
  })

  it('may begin with a pipe, and break inside a cell', () => {
    const rows = texts([
      '| 项目支出绩效自评表 | |||||',
      '| 项目名称 |',
      '护岸工程 |',
      '||||',
      '|',
      '资金 (万元) |',
      '预算数 | 执行数 | 分值 | 得分 | |',
      '| 总额 | 7.29 | 7.29 | 10 | 10 | |',
      '| 拨款 | 7.29 | 7.29 | ||||',
      '| 其他 | 0 | 0 | |||',
      '| 结转 | 0 | 0 | |||',
      '| 合计 | 7.29 | 7.29 | |||',
    ])!
    expect(rows[1]).toEqual(['项目名称', '护岸工程'])
    expect(rows[4]).toEqual(['资金 (万元)', '预算数', '执行数', '分值', '得分'])
    expect(rows[7]).toEqual(['总额', '7.29', '7.29', '10', '10'])
  })

  it('know the line and column of each cell', () => {
    const rows = paddedRows(table)!
    expect(rows[4]!.cells[1]).toEqual({ text: '二级指标 ', column: 1, line: 6 })
    expect(rows[7]!.cells[1]).toMatchObject({ column: 7, line: 8 })
  })

  it('may have a line for each cell, blank ones too, and a line of pipes to fill them up', () => {
    const lines = [
      '索引号 | 0123/2022 | 日期 | 2022年 |',
      '自评表 |',
      '||||||',
      '项目名称 |',
      '护岸工程 |',
      '|||||',
      '资金 |',
      '|',
      '预算数',
      '(万元) |',
      '执行数 |',
      '|||',
      '总额 |',
      '5 |',
      '4 |',
      '||||',
      '一级 |',
      '二级 |',
      '三级 |',
      '指标值 |',
      '完成值 |',
      '得分 |',
      '说明 |',
      '产出 |',
      '数量 |',
      '长度 |',
      '|',
      '3米 |',
      '5 |',
      '|',
      '|',
      '|',
      '|',
      '|||||',
    ]
    const rows = paddedRows(lines)!.filter(({ cells }) => cells.length > 0)
    expect(rows.map(({ cells }) => cells.map(({ text }) => text.trim()))).toEqual([
      ['索引号', '0123/2022', '日期', '2022年'],
      ['自评表'],
      ['项目名称', '护岸工程'],
      ['资金', '', '预算数\n(万元)', '执行数'],
      ['总额', '5', '4'],
      ['一级', '二级', '三级', '指标值', '完成值', '得分', '说明'],
      ['产出', '数量', '长度', '', '3米', '5', ''],
      ['', ''],
    ])
    expect(rows[4]).toMatchObject({ line: 13, endLine: 16, blankCell: true })
  })

  it.each([
    [
      'a table that keeps its blank cells',
      ['a | b | c | d |', 'a |  |  | d |', ' |  | c | d |', 'a | b |  ||', 'a |  |  ||'],
    ],
    ['lines with a pipe now and then', ['首页 | 新闻', '当前位置 | 公开', '一般文字']],
    ['a table without any blank', ['a | b |', 'c | d |', 'e | f |', 'g | h |']],
  ])('are not %s', (_, lines) => {
    expect(paddedRows(lines)).toBeNull()
  })

  it('take their time in proportion', () => {
    const long = Array.from({ length: 20_000 }, (_, at) => `行${at} | 1 | 2 | ||||`)
    const before = process.cpuUsage()
    expect(paddedRows(long)).toHaveLength(20_000)
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(2_000)
  })
})
