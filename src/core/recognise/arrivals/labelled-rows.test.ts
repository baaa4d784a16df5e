/** One form whose money has a label for every figure, in each arrival that loses the borders; the facts are made up. */

import { describe, expect, it } from 'vitest'
import { readText } from '../../../readers/text/index.ts'
import { recognise, toPlain } from '../index.ts'

const rows: readonly (readonly string[])[] = [
  ['2022年度部门预算项目绩效自评结果表'],
  ['一、基本情况'],
  ['项目名称', '灌渠整治', '实施单位', '某县水利站'],
  ['二、预算执行情况（万元）', '预算安排情况(调整后)', '资金到位情况', '资金执行情况', '预算执行进度'],
  ['预算数:', '800', '到位数:', '800', '执行数:', '760', '95%'],
  ['其中:财政资金', '700', '其中:财政资金', '700', '其中:财政资金', '665'],
  ['其他', '100', '其他', '100', '其他', '95'],
  ['三、目标完成情况', '年度预期目标', '具体完成情况', '总体完成率'],
  ['整治灌渠12公里', '整治灌渠12公里', '100%'],
  [
    '四、年度绩效指标完成情况',
    '一级指标',
    '二级指标',
    '三级指标',
    '预期指标值',
    '实际完成值',
    '分值',
    '自评得分',
    '备注',
  ],
  ['产出指标', '数量指标', '整治长度', '≥12公里', '12公里', '50', '50'],
  ['效益指标', '社会效益指标', '受益农户', '≥800户', '835户', '30', '30'],
  ['满意度指标', '服务对象满意度', '农户满意度', '≥90%', '96%', '10', '10'],
  ['自评总分', '90', '90'],
]

function read(text: string) {
  const [recognition] = recognise(readText(new TextEncoder().encode(text), 'form.txt').value).forms
  return toPlain(recognition!.form)
}

describe('money with a label for every figure', () => {
  it.each([
    ['a cell a line', rows.flat().join('\n')],
    ['a cell a paragraph', rows.flat().join('\n\n')],
    ['rows of blanks', rows.map((row) => row.join(' ')).join('\n')],
    ['one line', rows.flat().join(' ')],
    ['rows of tabs', rows.map((row) => row.join('\t')).join('\n')],
  ])('is read from %s', (_, text) => {
    const form = read(text)
    expect(form.tasks.map(({ row, name, budgeted, executed }) => [row, name, budgeted, executed])).toEqual([
      ['total', null, '800', '760'],
      ['source', '其中:财政资金', '700', '665'],
      ['source', '其他', '100', '95'],
    ])
    expect(form.tasks[0]).toMatchObject({ rate: '95%' })
    expect(form.goals).toEqual([{ stated: '整治灌渠12公里', achieved: '整治灌渠12公里' }])
    expect(form.indicators).toHaveLength(3)
  })

  it('is no other money: names of rows without labels in the columns stay with the columns', () => {
    const plain = rows.map((row) => row.filter((cell) => !/^(?:预算数|到位数|执行数):$/.test(cell)))
    const form = read(
      [...plain.slice(0, 4), ['资金总额', '800', '800', '760', '95%'], ...plain.slice(7)].flat().join('\n'),
    )
    expect(form.tasks).toMatchObject([{ name: '资金总额', budgeted: '800', executed: '760' }])
  })
})

describe('the head of a form on one line', () => {
  it('says the unit of its money', () => {
    const form = read(
      '项目支出绩效自评表 （2021年度） 单位：万元 项目名称 饮水工程维护 主管部门 某旗水利局 实施单位 某旗水利站 项目资金 全年预算数 全年执行数 分值 执行率 得分 年度资金总额 150 150 10 100% 10 ' +
        '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 产出指标 数量指标 维护处数 ≥12处 12处 50 50 效益指标 社会效益指标 受益人口 ≥1.2万人 1.2万人 40 40 总分 100',
    )
    expect(form).toMatchObject({ moneyUnit: '万元', project: '饮水工程维护', fiscalYear: '2021' })
  })
})

describe('a glued form whose header is misread', () => {
  it.each([
    '全年目标指标名称计量单位指标性质年初指标值年成值全完值得分系数指标权重指标得分是否核心指标控制率%100%22否',
    '一级指标二级指标三级指标考值参分指标值全年实际值得分未完成原因项目目标完整性4一目标明确4预算执行率10100%9',
  ])('is refused with its reason', (text) => {
    const { forms, findings } = recognise(readText(new TextEncoder().encode(text), 'form.txt').value)
    expect(forms).toEqual([])
    expect(findings.map(({ rule, message }) => [rule, message])).toEqual([['recognise/no-form', 'glued']])
  })
})
