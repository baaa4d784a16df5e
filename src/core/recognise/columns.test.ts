import { describe, expect, it } from 'vitest'
import { readText } from '../../readers/text/index.ts'
import { recognise } from './index.ts'

/** A form of two rows whose targets stand in three columns, one of them with a unit. */
const form = (unit: string): string =>
  [
    '项目支出绩效自评表',
    '项目名称\t\t公厕保洁\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t',
    '绩效指标\t一级指标\t二级指标\t三级指标\t\t年度指标值\t\t\t\t\t\t\t实际完成值\t\t分值\t\t得分\t偏差原因分析及改进措施\t',
    '\t\t\t\t\t指标性质\t\t指标值\t\t\t度量单位\t\t\t\t\t\t\t\t',
    `\t产出指标\t数量指标\t公厕保洁数量\t\t≤\t\t546\t\t\t${unit}\t\t已完成\t\t50\t\t50\t\t`,
    '\t效益指标\t社会效益指标\t市容整洁程度\t\t定性\t\t有效提升\t\t\t\t\t良好\t\t50\t\t45\t下年加强\t',
    '总分\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t\t95\t\t',
  ].join('\n')

describe('a column below its header, where one row alone fills it', () => {
  it.each(['座次', '宗地', '人次'])('is of units with %s', (unit) => {
    const [first] = recognise(readText(Buffer.from(form(unit)), 'form.txt').value).forms
    expect(first!.form.indicators.map((row) => row.unit?.raw)).toEqual([unit, ''])
    expect(first!.residue.unread).toEqual([])
  })
})
