/** Score sheets that are filled in, and tables whose values are lost: the first are forms, the others are refused. */

import { describe, expect, it } from 'vitest'
import { readForms } from '../../../tests/support/check-form.ts'
import { sheetOfLines } from '../../../tests/support/sheet-of-lines.ts'
import { recognise, toPlain } from './index.ts'

const sheet = [
  '部门整体支出绩效评价指标评分表',
  '一级指标|分值|二级指标|分值|三级指标|分值|评分标准|得分',
  '投入|10|预算配置|10|在职人员控制率|5|以100%为标准,每超过一个百分点扣0.5分|5',
  '||||三公经费变动率|5|小于等于0计5分|5',
  '过程|90|预算执行|90|预算完成率|40|100%计满分|38',
  '||||预算控制率|50|等于0计满分|50',
  '总分|||||100||98',
]

describe('a score sheet without targets', () => {
  it('is a form once its scores are given', () => {
    const { forms } = recognise([sheetOfLines(sheet)])
    const { indicators, total } = toPlain(forms[0]!.form)
    expect(indicators.map(({ level1, level2, name, weight, score }) => [level1, level2, name, weight, score])).toEqual([
      ['投入', '预算配置', '在职人员控制率', '5', '5'],
      ['投入', '预算配置', '三公经费变动率', '5', '5'],
      ['过程', '预算执行', '预算完成率', '40', '38'],
      ['过程', '预算执行', '预算控制率', '50', '50'],
    ])
    expect(total).toBe('98')
  })

  it('is a scheme while they are not, and where a mark stands for a name', () => {
    const blank = sheet.map((line, at) => (at < 2 ? line : `${line.slice(0, line.lastIndexOf('|'))}|`))
    const { forms, outside } = recognise([sheetOfLines(blank)])
    expect(forms).toEqual([])
    expect(outside.tables.map(({ kind }) => kind)).toEqual(['scheme'])
    const nameless = ['一级指标|二级指标|三级指标|分值|得分', '产出|数量|||5', '产出|质量|||4', '产出|时效|||3']
    expect(recognise([sheetOfLines(nameless)]).forms).toEqual([])
  })

  it('stands before targets where a file has both', () => {
    const targets = [
      '绩效目标表',
      '一级指标|二级指标|三级指标|指标值',
      '产出指标|数量指标|巡查次数|≥20次',
      '产出指标|质量指标|合格率|≥95%',
    ]
    const { forms } = recognise([sheetOfLines(targets), sheetOfLines(sheet)])
    expect(forms.map(({ form }) => form.title.raw)).toEqual(['部门整体支出绩效评价指标评分表'])
  })

  it('of 名称 and 权重 under each level, without merges', () => {
    const { forms } = recognise([
      sheetOfLines([
        '2023年度财政资金绩效自评指标评分表',
        '评价指标||||||指标说明|评分标准|自评分|评分依据',
        '一级指标||二级指标||三级指标|||||',
        '名称|权重(%)|名称|权重(%)|名称|权重(%)||||',
        '过程|40|资金管理|40|资金支付率|40|反映支付|按比例得分|38.6|已支付96.6%',
        '产出|60|效率性|60|活动场次完成率|60|反映完成|按比例得分|54|完成18场',
      ]),
    ])
    expect(
      toPlain(forms[0]!.form).indicators.map(({ level1, name, weight, score }) => [level1, name, weight, score]),
    ).toEqual([
      ['过程', '资金支付率', '40', '38.6'],
      ['产出', '活动场次完成率', '60', '54'],
    ])
  })

  it('of 名称 and 权重 is refused where the borders are gone', () => {
    const { findings } = readForms(
      [
        '评价指标 指标说明 评分标准 自评分',
        '一级指标 二级指标 三级指标',
        '名称 权重 名称 权重 名称 权重',
        '过程 40 资金管理 40 资金支付率 40 反映支付 按比例得分 38.6',
      ].join('\n'),
    )
    expect(findings[0]).toMatchObject({ message: 'borderless' })
  })
})

it('a filled score sheet without borders is refused with its reason', () => {
  const { forms, findings } = readForms(
    [
      '部门整体支出绩效评价评分表',
      '一级指标 二级指标 三级指标 分值 评分标准 得分',
      '投入 预算配置 在职人员控制率 5 以100%为标准 5',
      '过程 预算执行 预算完成率 40 100%计满分 38',
      '过程 预算执行 预算控制率 55 等于0计满分 55',
    ].join('\n'),
  )
  expect(forms).toEqual([])
  expect(findings[0]).toMatchObject({ rule: 'recognise/no-form', message: 'borderless' })
})

describe('values that are lost', () => {
  it('are told of columns copied one after another', () => {
    const { forms, findings } = readForms(
      [
        '20 分)项目决策(10 分) 科学决策必要性',
        '5 5 可行性',
        '5 5 (',
        '10 ) 绩效目标明确性',
        '2017 年部门整体支出绩效评价得分表 一级指 标 二级指标 三级指标 得分 部门决 策(25 分) 目标任务(15 分) 相关性(5 分)',
        '5 明确性(5 分)',
        '5 合理性(5 分)',
        '5 预算编制(10 分) 测算依据(5 分)',
        '2 目标管理(5 分)',
        '4 综合管 理(30 分) 专项资金分配时限(2 分) 省级财力专项预算分配时限(1 分)',
        '1 中央专款分配合规',
      ].join('\n'),
    )
    expect(forms).toEqual([])
    expect(findings[0]).toMatchObject({ rule: 'recognise/no-form', message: 'valueless' })
  })
})

describe('points in words', () => {
  it('满分 is the points of the row, 25分 a figure, and 总分 with 分 a total', () => {
    const { forms } = recognise([
      sheetOfLines([
        '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
        '产出指标|数量指标|活动场次|≥50场|55场|60分|满分',
        '效益指标|社会效益|参与人次|≥1万人次|0.9万人次|40分|36分',
        '总分|||||100分|96分',
      ]),
    ])
    const { form } = forms[0]!
    expect(form.indicators.map(({ score }) => score.value?.toString())).toEqual(['60', '36'])
    expect(form.total.value?.toString()).toBe('96')
  })

  it('满分 in rows without their blanks is a score, not a remark', () => {
    const { forms } = readForms(
      [
        '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分 备注',
        '产出指标 数量指标 活动场次 ≥50场 55场 60 满分',
        '效益指标 社会效益 参与人次 ≥1万人次 0.9万人次 40 36',
      ].join('\n'),
    )
    expect(toPlain(forms[0]!.form).indicators.map(({ score }) => score)).toEqual(['满分', '36'])
  })
})
