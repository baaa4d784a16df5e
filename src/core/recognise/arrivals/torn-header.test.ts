/** Columns copied out of their order are refused with that reason. The facts are made up. */

import { describe, expect, it } from 'vitest'
import { readText } from '../../../readers/text/index.ts'
import { recognise } from '../index.ts'

const read = (text: string) => recognise(readText(new TextEncoder().encode(text), 'form.txt').value)

const reasonOf = (text: string) => {
  const { forms, findings } = read(text)
  return [forms.length, ...findings.map(({ message }) => message)]
}

describe('columns out of their order', () => {
  it('levels apart from a header that goes on with figures', () => {
    const text =
      '2023 年技能培训项目自评表 单位名称:白石县人社局 项目名称 技能培训 主管部门 白石县人社局 预算执行 情况(万元) 一级指标 年度财政 资金总额 ' +
      '预算数 (A) 执行数(B) 执行率(B/A) 得分 50 48 96% 19.2 三级指标 年初目标值 (A) 实际完成值 (B) 得分 培训人数 300 320 20 发证率 95% 96% 20 ' +
      '结业及时性 98%以上 100% 20 二级指标 数量指标 产出指标 质量指标 时效指标 总分 满意度指标 学员满意度 90% 92% 20 99.2'
    expect(reasonOf(text)).toEqual([0, 'torn'])
  })

  it('a header among names and labels', () => {
    const text =
      '财政项目支出绩效自评表 (2023 年度) 项目名称 主管部门 白石区体育局 年初预算数 全年预算数 全年执行数 分值 执行率 得分 25 25 21.5 10 8.6 ' +
      '预期目标 实际完成情况 一级指标 二级指标 数量指标 三级指标 场馆开放天数 年度 指标值 实际 完成值 分值 得分 =300 300 10 10 及时 及时 20 20 ' +
      '产出指标 质量指标 时效指标 开放及时性 满意度指标 总分 -1- 偏差原因分析及 改进措施'
    expect(reasonOf(text)).toEqual([0, 'torn'])
  })

  it('the words of the header are told and pointed at', () => {
    const text = '绩效目标表 一级 指标 二级指标 三级指标 培训人数 发证率 产出指标 数量指标 质量指标 指标值'
    const [finding] = read(text).findings
    expect(finding!.data).toEqual({ words: '一级、二级指标、三级指标、指标值' })
    expect(finding!.at[0].source).toMatchObject({ line: 1, column: 7 })
  })

  it('levels named below a whole header, or levels without any value, are another matter', () => {
    const whole =
      '项目支出绩效自评表\n一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分\n产出指标 数量指标 培训人数 ≥300人 320人 50 50\n' +
      '效益指标 社会效益指标 就业率 ≥80% 85% 30 30\n总分 80\n说明 一级指标 二级指标 分值由单位确定'
    expect(read(whole).forms).toHaveLength(1)
    expect(reasonOf('本表 一级指标 二级指标 三级指标 均由单位自行设定')).toEqual([0, 'otherTable'])
    expect(reasonOf('本表 三级指标 须与 分值 得分 一一对应')).toEqual([0, 'none'])
  })
})
