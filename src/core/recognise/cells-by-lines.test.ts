/** Forms as web archives keep them: a line for each cell, a lone pipe for a blank one, pipes alone at the end of a row. The facts are made up. */

import { describe, expect, it } from 'vitest'
import { readText } from '../../readers/text/index.ts'
import { recognise, toPlain } from './index.ts'

const WIDTH = 14

/** Rows as such a page prints them: what a merged cell covers is left out, and made up for at the end. */
function byLines(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => [...row.map((cell) => (cell === '' ? '|' : `${cell} |`)), '|'.repeat(WIDTH - row.length)].join('\n'))
    .join('\n')
}

const form = byLines([
  ['项目支出绩效自评表'],
  ['( 2022 年度)'],
  ['项目名称', '办事大厅运行维护费'],
  ['主管部门', '', '实施单位', ''],
  ['项目资金 (万元)', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', '120', '120', '114', '10', '95%', '9.5'],
  ['其中:当年财政拨款', '120', '120', '114', '—', '', '—'],
  ['上年结转资金', '0', '0', '0', '—', '', '—'],
  ['其他资金', '0', '0', '0', '—', '', '—'],
  ['年度总体目标', '预期目标', '实际完成情况'],
  ['保障大厅正常运行。', '大厅运行正常。'],
  [
    '绩 效 指 标',
    '一级指标',
    '二级指标',
    '三级指标',
    '年度 指标值',
    '实际 完成值',
    '分值',
    '得分',
    '偏差原因分析及改进措施',
  ],
  ['产出指标', '数量指标', '设备维修次数', '≥20次', '22次', '10', '10', ''],
  ['资料印制率', '100%', '100%', '10', '10', ''],
  ['', '', '', '', '', ''],
  ['质量指标', '事项办结率', '100%', '100%', '20', '20', ''],
  ['业务考核结果', '优秀', '优秀', '10', '10', ''],
  ['时效指标', '', '', '', '', '', ''],
  ['', '', '', '', '', ''],
  ['效益指标', '经济效益 指标', '', '', '', '', '', ''],
  ['社会效益 指标', '岗位培训率', '100%', '100%', '30', '30', ''],
  ['满意度指标', '服务对象 满意度指标', '群众满意度', '≥95%', '98%', '10', '10', ''],
  ['总分', '100', '99.5', ''],
])

describe('cells by lines, rows filled up by a line of pipes', () => {
  const { forms } = recognise(readText(new TextEncoder().encode(form), 'form.txt').value)
  const [recognition, ...others] = forms
  const plain = toPlain(recognition!.form)

  it('are rows again, with their blank cells', () => {
    expect(others).toEqual([])
    expect(recognition!.residue.unread).toEqual([])
    expect(plain).toMatchObject({ project: '办事大厅运行维护费', fiscalYear: '2022', total: '99.5' })
    expect(plain.tasks[0]).toMatchObject({ budgeted: '120', executed: '114', weight: '10', rate: '95%', score: '9.5' })
    expect(plain.goals).toEqual([{ stated: '保障大厅正常运行。', achieved: '大厅运行正常。' }])
  })

  it('have their labels in the first row of each block, whatever the names of the rows speak for', () => {
    expect(plain.indicators.map(({ level1, level2, name }) => [level1, level2, name])).toEqual([
      ['产出指标', '数量指标', '设备维修次数'],
      ['产出指标', '数量指标', '资料印制率'],
      ['产出指标', '质量指标', '事项办结率'],
      ['产出指标', '质量指标', '业务考核结果'],
      ['效益指标', '社会效益指标', '岗位培训率'],
      ['满意度指标', '服务对象满意度指标', '群众满意度'],
    ])
    expect(recognition!.events.filter(({ kind }) => kind === 'label-inside-block')).toEqual([])
  })
})

describe('a form of Sichuan, a cell a line', () => {
  const lines = [
    [
      '部门预算项目支出绩效自评表(2023年度) |',
      '项目名称 |',
      '办公设备购置 |',
      '主管部门 |',
      '某县某局 |',
      '实施单位 |',
      '某县某局 |',
    ],
    ['项目基本情况 |', '1.项目年度目标完成情况 |', '项目年度目标 |', '年度目标完成情况 |'],
    [
      '购置办公设备12台,保障工作开展。 |',
      '购置设备12台,均已验收。 |',
      '2.项目实施内容及过程概述 |',
      '购置办公设备。 |',
    ],
    [
      '预算执行情况(10分) |',
      '年度预算数(万元) |',
      '年初预算 |',
      '调整后预算数 |',
      '预算执行数 |',
      '预算执行率 |',
      '权重 |',
      '得分 |',
      '原因 |',
    ],
    ['总额 |', '6.00 |', '6.00 |', '6.00 |', '100.00% |', '10 |', '10 |', '|'],
    [
      '绩效指标(90分) |',
      '一级指标 |',
      '二级指标 |',
      '三级指标 |',
      '指标性质 |',
      '指标值 |',
      '度量单位 |',
      '完成值 |',
      '权重 |',
      '得分 |',
      '未完成原因分析 |',
    ],
    ['产出指标 |', '数量指标 |', '购置数量 |', '= |', '12 |', '台 |', '12 |', '60 |', '60 |', '|'],
    ['效益指标 |', '社会效益指标 |', '设备使用率 |', '≥ |', '95 |', '% |', '98 |', '30 |', '30 |', '|'],
    ['合计 |', '100 |', '100 |', '|'],
  ].flat()
  const [recognition] = recognise(readText(new TextEncoder().encode(lines.join('\n')), 'form.txt').value).forms

  it('has the heading of its goals above them, and what follows them behind', () => {
    expect(recognition!.residue.unread).toEqual([])
    const form = toPlain(recognition!.form)
    expect(form.goals).toEqual([{ stated: '购置办公设备12台,保障工作开展。', achieved: '购置设备12台,均已验收。' }])
    expect(recognition!.form.facts.map(({ text }) => text.raw)).toContain('购置办公设备。')
    expect(form.indicators).toHaveLength(2)
  })
})
