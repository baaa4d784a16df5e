/** What forms of provinces, counties and offices print beside the tables that the layouts know: each the least that shows it. */

import { describe, expect, it } from 'vitest'
import { sheetOfLines } from '../../../tests/support/sheet-of-lines.ts'
import { type PlainForm, recognise, toPlain } from './index.ts'

function found(lines: readonly string[]) {
  return recognise([sheetOfLines(lines)]).forms[0]!
}

function read(lines: readonly string[]): PlainForm {
  const { form, residue } = found(lines)
  expect(residue.unread).toEqual([])
  return toPlain(form)
}

const rows = [
  '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
  '产出指标|数量指标|护岸长度|≥3公里|3公里|60|60',
  '效益指标|社会效益|受益人数|≥500人|520人|40|40',
  '总分|<|<|<|<|100|100',
]

describe('the head and the money', () => {
  it('parts of a part of the money are no tasks beside it', () => {
    const form = read([
      '某镇2023年部门整体支出绩效自评表',
      '单位名称|<|某县青山镇人民政府',
      '整体支出规模（万元）|<|预算数|执行数|执行率|分值|得分',
      '^|合计|2876.35|2701.08|93.91%|10|9.39',
      '^|1.基本支出|1530.60|1528.32|99.85%||',
      '^|（1）人员经费|1402.60|1400.32|99.84%||',
      '^|（2）公用经费|128.00|128.00|100.00%||',
      '^|2.项目支出|1345.75|1172.76|87.15%||',
      ...rows,
    ])
    expect(form.tasks.map(({ row, name }) => [row, name])).toEqual([
      ['total', '合计'],
      ['source', '1.基本支出'],
      ['source', '（1）人员经费'],
      ['source', '（2）公用经费'],
      ['source', '2.项目支出'],
    ])
  })

  it('of two budgets the one before the adjusted one is that of the beginning of the year', () => {
    const { form } = found([
      '2022年度项目支出绩效自评表',
      '项目名称|河道治理',
      '预算执行情况|预算安排金额|预算调整金额|实际到位金额|实际支出金额|预算执行率|分值|得分',
      '^|1500|1800|1800|1650|91.67%|10|9.17',
      ...rows,
    ])
    const [total] = form.tasks
    expect([total!.initialBudget.raw, total!.budgeted.total.raw, total!.executed.total.raw]).toEqual([
      '1500',
      '1800',
      '1650',
    ])
  })

  it('自评得分 in the head is that of the form, and no score of the money', () => {
    const form = read([
      '市级专项资金绩效自评表（2023年度）',
      '项目名称|科技创新券',
      '预算金额|500|实际支出|487.2|支出率|97.44%',
      '自评得分|97.74|自评等级|优',
      '三级指标|预期值|实际值|分值|得分',
      '支持企业数量|≥80家|76家|50|47.74',
      '企业满意度|≥90%|97.6%|50|50',
    ])
    expect([form.total, form.grade, form.tasks[0]!.rate, form.tasks[0]!.score]).toEqual(['97.74', '优', '97.44%', null])
  })

  it('a rate in one cell with its label, the unit in the label of the block', () => {
    const form = read([
      '福建省某市2022年度业务费绩效自评表',
      '项目名称|就业服务',
      '资金使用情况（元）|年初预算|1200000|调整后|1160000|实际支出|1159320.55|执行率99.94%',
      ...rows,
    ])
    expect(form.tasks.map(({ budgeted, rate }) => [budgeted, rate])).toEqual([['1160000', '99.94%']])
    expect(form.moneyUnit).toBe('元')
  })

  it('the points of the execution in the header of its score', () => {
    const { form } = found([
      '项目支出绩效自评表（2024年度）',
      '项目名称|老旧小区改造',
      '预算资金情况|年初预算|全年预算|全年执行|执行率|得分（10分）',
      '年度资金总额|6000|6000|4218.6|70.31%|7.03',
      ...rows,
    ])
    expect([form.executionPoints.raw, form.tasks[0]!.executed.total.raw]).toEqual(['得分（10分）', '4218.6'])
  })

  it('whose level a label names says nothing of what it labels; the title has the whole chain of places', () => {
    const form = read(['2022年度湖北省某县文化和旅游局整体绩效自评表', '县级预算部门名称|某县文化和旅游局', ...rows])
    expect([form.department, form.region]).toEqual(['某县文化和旅游局', '湖北省某县'])
  })
})

describe('the rows', () => {
  it('a sign in the first of two columns under one header', () => {
    const form = read([
      '项目支出绩效自评表',
      '项目名称|基层治理',
      '一级指标|二级指标|三级指标|指标值|<|完成情况|分值|得分',
      '产出|数量|监测户数|≥|186户|186户|50|50',
      '^|时效|工作时限|—|12月31日前|12月30日|10|10',
      '效益|社会效益|治理能力|定性|提升|提升|40|40',
      '合计|<|<|<|<|<|100|100',
    ])
    expect(form.indicators.map(({ target }) => target)).toEqual(['≥ 186户', '— 12月31日前', '定性 提升'])
  })

  it('points behind every name, where no column has them', () => {
    const form = read([
      '2022年度整体绩效自评表',
      '单位名称|<|某县文化局',
      '一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分',
      '产出指标（60分）|数量指标|送戏场次（40分）|≥100场|103场|40',
      '^|质量指标|达标率（20 分）|100%|100%|20',
      '效益指标（40分）|社会效益|惠及群众（40分）|≥5万人次|6万人次|40',
      '总分|100|<|<|<|<',
    ])
    expect(form.indicators.map(({ weight }) => weight)).toEqual(['40', '20', '40'])
  })

  it('points behind some names only are words of the names', () => {
    const form = read([
      '2022年度整体绩效自评表',
      '单位名称|<|某县文化局',
      '一级指标|二级指标|三级指标|年初目标值（A）|实际完成值（B）|得分',
      '产出指标|数量指标|送戏场次（40分）|≥100场|103场|40',
      '^|质量指标||≥3项|3项|0',
      '效益指标|社会效益|惠及群众|≥5万人次|6万人次|60',
      '总分|100|<|<|<|<',
    ])
    expect(form.indicators.map(({ weight }) => weight)).toEqual([null, null, null])
  })

  it('a reason merged over several rows is that of the rows that lost points', () => {
    const table = (first: string) => [
      '2022年度项目支出绩效自评表',
      '项目名称|河道治理',
      '一级指标|二级指标|三级指标|目标值|完成值|分值|得分|偏差原因分析及改进措施',
      first,
      '^|质量指标|工程合格率|≥98%|100%|10|10|^',
      '^|时效指标|按期完成率|100%|86.4%|10|8.64|^',
      '效益指标|社会效益|保护耕地|≥1.2万亩|1.2万亩|60|60|',
      '总分|<|<|<|<|100|95.92|',
    ]
    const notesOf = (first: string) => read(table(first)).indicators.map(({ note }) => note)
    const reason = '汛期影响施工，次年5月底前完工。'
    expect(notesOf(`产出指标|数量指标|治理长度|12.5公里|10.8公里|20|17.28|${reason}`)).toEqual([
      reason,
      null,
      reason,
      null,
    ])
    // Where the first row lost nothing, the reason is not its own.
    expect(notesOf(`产出指标|数量指标|治理长度|12.5公里|12.5公里|20|20|${reason}`)).toEqual([null, null, reason, null])
  })

  it('a reason merged over rows that lost nothing, or over forms without points, stays where it stands', () => {
    const lines = (points: readonly string[]) => [
      '2022年度项目支出绩效自评表',
      '项目名称|河道治理',
      `一级指标|二级指标|三级指标|目标值|完成值|${points[0]}偏差原因分析及改进措施`,
      `产出指标|数量指标|治理长度|12.5公里|12.5公里|${points[1]}按期完成`,
      `^|质量指标|工程合格率|≥98%|100%|${points[2]}^`,
    ]
    for (const points of [
      ['分值|得分|', '50|50|', '50|50|'],
      ['', '', ''],
    ])
      expect(read(lines(points)).indicators.map(({ note }) => note)).toEqual(['按期完成', null])
  })

  it('小计 is the sum of its block and no row', () => {
    const { form } = found([
      '2023年度项目绩效自评表',
      '项目名称|垃圾分类专项',
      '一级指标|二级指标|三级指标|目标值|实际值|权重|得分|备注',
      '产出（60%）|数量|新增投放点|60个|66个|60%|60|',
      '^|小计|<|<|<|60%|60|',
      '效果（40%）|社会效益|居民知晓率|≥95%|98.4%|40%|40|',
      '^|效果小计|<|<|<|40%|40|',
      '总分|<|<|<|<|100%|100|',
    ])
    expect(form.indicators.map(({ name }) => name.raw)).toEqual(['新增投放点', '居民知晓率'])
    expect(form.facts.map(({ label, text }) => `${label.raw} ${text.raw}`)).toEqual([
      '小计 60%',
      '小计 60',
      '效果小计 40%',
      '效果小计 40',
      '总分 100%',
    ])
  })

  it('the total with its grade in one cell', () => {
    const form = read([
      ...['项目支出绩效自评表', '项目名称|非遗保护'],
      ...rows.slice(0, -1),
      '得分合计|<|<|<|<|100|98.5（优）',
    ])
    expect([form.total, form.grade, form.indicators.length]).toEqual(['98.5', '优', 2])
  })
})
