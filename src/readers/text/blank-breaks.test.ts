/** Pages whose blank cells became line breaks between pipes, rows gone. The facts are made up. */

import { describe, expect, it } from 'vitest'
import { recognise, toPlain } from '../../core/recognise/index.ts'
import { blankBreaks } from './blank-breaks.ts'
import { readText } from './index.ts'

const rows = [
  ['公开14表', '项目名称', '校舍维修', '主管部门', '白石县教育局', '实施单位', '白石县第二中学'],
  ['项目资金（元）', '', '年初预算数', '全年预算数', '全年执行数', '分值', '执行率', '得分'],
  ['年度资金总额', '', '86400', '86400', '10', '100%', '10'],
  ['其中：当年财政拨款', '', '86400', '86400', '—', '', '—'],
  ['上年结转资金', '', '', '', '—', '', '—'],
  ['年度总体目标', '预期目标', '实际完成情况', '维修校舍三栋', '已维修三栋'],
  ['绩效指标', '年度指标值', '实际完成值', '分值', '得分', '偏差原因分析及改进措施'],
  ['一级指标', '二级指标', '三级指标', '指标性质', '指标值', '度量单位'],
  ['产出指标', '数量指标', '维修校舍数量', '≥', '3', '栋', '3', '50', '50', ''],
  ['效益指标', '社会效益指标', '办学条件', '', '改善', '', '改善', '30', '30', ''],
  ['生态效益指标', '', '', '', '', '', '', '', ''],
  ['满意度指标', '服务对象满意度指标', '家长满意度', '≥', '95', '%', '94%', '10', '9', '个别家长未反馈'],
  ['其他需要说明事项', '无', '总分', '100', '99', '优'],
]
/** Each cell behind a pipe; a blank one is the break of the line. */
const page = `2023年度项目支出绩效自评表 | 部门：白石县第二中学 |\n|\n|${rows
  .flat()
  .map((cell) => (cell === '' ? '\n' : ` ${cell} `))
  .join('|')}|`

describe('blank cells kept as line breaks', () => {
  it('are cells of their own, with their places', () => {
    const found = blankBreaks(page.split('\n'))!
    expect(found.map(({ cells: [cell] }) => cell!.text.trim()).slice(2)).toEqual(['', '', ...rows.flat()])
    const year = found.find(({ cells: [cell] }) => cell!.text.includes('年初预算数'))!
    expect([year.line, year.cells[0]!.column]).toEqual([4, 2])
  })

  it('the form is read whole', () => {
    const [form] = recognise(readText(new TextEncoder().encode(page), 'form.txt').value).forms
    const plain = toPlain(form!.form)
    expect(
      plain.indicators.map(({ level1, name, target, actual, weight, score, note }) => [
        level1,
        name,
        target,
        actual,
        weight,
        score,
        note,
      ]),
    ).toEqual([
      ['产出指标', '维修校舍数量', '≥ 3 栋', '3', '50', '50', null],
      ['效益指标', '办学条件', '改善', '改善', '30', '30', null],
      ['满意度指标', '家长满意度', '≥ 95 %', '94%', '10', '9', '个别家长未反馈'],
    ])
    const [total, source] = form!.form.tasks
    expect([total!.initialBudget.raw, total!.budgeted.total.raw, total!.executed.total.raw]).toEqual([
      '',
      '86400',
      '86400',
    ])
    expect([total!.weight.raw, total!.rate.raw, total!.score.raw, source!.role]).toEqual(['10', '100%', '10', 'source'])
    expect([plain.total, plain.grade, form!.residue.unread.map(({ text }) => text)]).toEqual(['99', '优', []])
  })

  it('a line without a pipe among them is a cell, and so is what stands behind the last pipe', () => {
    const lines = ['表一', '', '| a | b |', '|', '| c |', '|', '| d | e |', '|', '| f |', '|', '| g |', '| h | i']
    const closed = [...lines.slice(0, 11), '| h |', '| j |', '| k |', '| l |', '| m |', '| n | o']
    expect(blankBreaks(closed)!.map(({ cells: [cell] }) => cell!.text.trim())).toEqual([
      '表一',
      '',
      'a',
      'b',
      '',
      '',
      'c',
      '',
      '',
      'd',
      'e',
      '',
      '',
      'f',
      '',
      '',
      'g',
      '',
      'h',
      '',
      'j',
      '',
      'k',
      '',
      'l',
      '',
      'm',
      '',
      'n',
      'o',
    ])
  })

  it('tables with rows, with blanks of their own, or with hardly a blank line are none', () => {
    const table = ['| 指标 | 值 |', '| a | 1 |', '| b | 2 |', '| c | 3 |', '| d | 4 |', '| e | 5 |']
    expect(blankBreaks(table)).toBeNull()
    const lone = ['|', '|', '|', '|']
    expect(blankBreaks([...table, ...lone])).not.toBeNull()
    expect(blankBreaks([...table, ...lone, '| f |  | 6 |'])).toBeNull()
    expect(blankBreaks([...table.slice(0, 3), ...lone])).toBeNull()
    expect(blankBreaks([...lone, ...table.map((line) => line.slice(2))])).toBeNull()
  })
})
