/** Tables that arrive in pieces: a table a row, blanks inside dates, numbers of rows by lines, all in one string. */

import { describe, expect, it } from 'vitest'
import { readText } from '../../readers/text/index.ts'
import type { Grid } from '../model/index.ts'
import { recognise, toPlain } from './index.ts'

function text(lines: readonly string[]): readonly Grid[] {
  return readText(new TextEncoder().encode(lines.join('\n')), 'form.txt').value
}

const head = ['2023年度项目支出绩效自评表', '项目名称 农机购置', '主管部门 安徽省某县农业农村局']

describe('a table of its own for each row', () => {
  const rows = [
    '项目名称|农机购置',
    '项目资金（万元）|年初预算数|全年预算数|全年执行数|分值|执行率|得分',
    '年度资金总额|500|500|490|10|98%|9.8',
    '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
    '产出指标|数量指标|补贴机具|≥320台|332台|60|60',
    '效益指标|经济效益|作业成本|下降|下降|30|28',
    '总分|||||100|97.8',
  ]
  const table = (row: string, index: number, bordered = true): Grid => {
    const cells = row.split('|').map((cell, column) => ({
      row: 0,
      column,
      rowSpan: 1,
      columnSpan: 1,
      text: cell,
      source: { kind: 'table', table: index + 1, row: 1, column: column + 1 } as const,
    }))
    return { cells, rowCount: 1, columnCount: cells.length, bordered, signs: 'typed' }
  }
  const title = table('2023年度项目支出绩效自评表', 0, false)
  const blank = table('', 0, false)

  it('is one table, whatever blank lines stand between', () => {
    const { forms, findings } = recognise([title, ...rows.flatMap((row, index) => [table(row, index), blank])])
    expect(findings).toEqual([])
    const form = toPlain(forms[0]!.form)
    expect([form.project, form.total, form.fiscalYear]).toEqual(['农机购置', '97.8', '2023'])
    expect(form.tasks.map(({ executed }) => executed)).toEqual(['490'])
    expect(form.indicators.map(({ name, score }) => [name, score])).toEqual([
      ['补贴机具', '60'],
      ['作业成本', '28'],
    ])
  })

  it('stays apart where no header of indicators is among them', () => {
    const boxes = ['机构职能|公开', '通知|公告', '政策|解读', '服务|查询', '办事|指南'].map((row, index) =>
      table(row, index),
    )
    expect(recognise([title, ...boxes]).forms).toEqual([])
    expect(recognise([title, ...boxes.slice(0, 2)]).forms).toEqual([])
  })
})

describe('lines of text', () => {
  it('2023 年 11 月底前 is one cell, and so is （2023 年度）', () => {
    const { forms } = recognise(
      text([
        '项目支出绩效自评表',
        '（2023 年度）',
        '项目名称 户厕改造',
        '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分',
        '产出指标 数量指标 改造数量 ≥1780 户 1709 户 50 48',
        '时效指标 完成时间 2023 年 11 月底前 2023 年 11 月 20 日 50 50',
        '总分 100 98',
      ]),
    )
    const form = toPlain(forms[0]!.form)
    expect(form.fiscalYear).toBe('2023')
    expect(form.indicators.map(({ target, actual, score }) => [target, actual, score])).toEqual([
      ['≥1780户', '1709户', '48'],
      ['2023 年 11 月底前', '2023 年 11 月 20 日', '50'],
    ])
  })

  it('序号 heads a column where each cell is a line', () => {
    const cells = [
      ...['序号', '一级指标', '二级指标', '三级指标', '目标值', '完成值', '分值', '得分'],
      ...['1', '产出指标', '数量指标', '新建公厕', '≥6座', '6座', '60', '60'],
      ...['2', '效益指标', '社会效益', '环境改善', '明显改善', '明显改善', '40', '40'],
      ...['合计', '100', '100'],
    ]
    const { forms } = recognise(text([...head.flatMap((line) => line.split(' ')), ...cells]))
    expect(forms[0]!.residue.unread).toEqual([])
    expect(forms[0]!.form.indicators.map(({ name, extra }) => [name.raw, extra.序号?.raw])).toEqual([
      ['新建公厕', '1'],
      ['环境改善', '2'],
    ])
  })

  it('序号 elsewhere is a word like any other', () => {
    const { forms } = recognise(
      text(['一级指标', '二级指标', '三级指标', '指标值', '得分', '产出指标', '数量指标', '序号', '3个', '5', '序号']),
    )
    expect(forms[0]!.form.indicators.map(({ name, extra }) => [name.raw, extra])).toEqual([
      ['序号', {}],
      ['序号', {}],
    ])
  })

  it('a form in one string is refused with its reason', () => {
    const glued =
      '2023年度自评表项目名称公厕建设一级指标二级指标三级指标年度指标值实际完成值分值得分产出指标数量指标新建公厕≥6座6座3030'
    const { forms, findings } = recognise(text([glued]))
    expect(forms).toEqual([])
    expect(findings.map(({ message, data }) => [message, data])).toEqual([
      ['glued', { text: '三级指标年度指标值实际完成值分值得分产出指标数量指标新建公厕≥6座6座3030…' }],
    ])
    expect(recognise(text(['三级指标是什么'])).findings.map(({ message }) => message)).toEqual(['none'])
  })
})
