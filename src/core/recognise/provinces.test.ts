/** Forms as provinces print them, in sheets with merged cells: '<' goes on with the cell at its left, '^' with the one above. */

import { describe, expect, it } from 'vitest'
import { sheetOfLines as sheet } from '../../../tests/support/sheet-of-lines.ts'
import { type PlainForm, recognise, toPlain } from './index.ts'

function read(lines: readonly string[]): { form: PlainForm; unread: readonly string[] } {
  const [found] = recognise([sheet(lines)]).forms
  return { form: toPlain(found!.form), unread: found!.residue.unread.map(({ text }) => text) }
}

describe('forms as provinces print them', () => {
  it('运算符号, 指标内容 and 度量单位, causes in columns of their own, under a header of two rows', () => {
    const { form, unread } = read([
      '部门（单位）整体绩效自评表|<|<|<|<|<|<|<|<|<|<|<|<',
      '（2023年度）',
      '部门（单位）名称|<|某县水务局',
      '年度预算执行情况（万元）|<|年初预算数|<|调整后预算数|<|执行数|<|执行率|分值|得分',
      '^|<|1520.36|<|1611.20|<|1580.11|<|98.07%|10|9.8',
      '年度主要任务|<|任务名称|<|<|预算数|<|执行数|<|完成情况',
      '^|<|农村饮水安全维修养护|<|<|320|<|318.5|<|已完成',
      '年度绩效目标|<|保障农村饮水安全。|<|<|<|<|<|实际完成情况|<|年度目标全部完成。',
      '一级指标|二级指标|三级指标|运算符号|指标内容|度量单位|完成值|分值|得分|偏差原因分析|<|<|改进措施',
      '^|^|^|^|^|^|^|^|^|经费保障原因|其他原因|原因说明|^',
      '履职效能|工作履行情况|饮水工程维修养护处数|>=|35|处|36|50|50|||',
      '^|整体完成情况|总体工作完成率|=|100|%|98|20|19.6|√||资金未到位|加快支付',
      '可持续性|体制机制改革|河长制落实情况|定性|全面落实||全面落实|20|20|||',
      '合计|<|<|<|<|<|<|90|89.6|||',
    ])
    expect(form.goals).toEqual([{ stated: '保障农村饮水安全。', achieved: '年度目标全部完成。' }])
    expect(form.tasks.map(({ row, name, budgeted }) => [row, name, budgeted])).toEqual([
      ['total', null, '1611.20'],
      ['task', '农村饮水安全维修养护', '320'],
    ])
    expect(
      form.indicators.map(({ level1, level2, name, target, actual, note }) => [
        level1,
        level2,
        name,
        target,
        actual,
        note,
      ]),
    ).toEqual([
      ['履职效能', '工作履行情况', '饮水工程维修养护处数', '>= 35 处', '36', null],
      ['履职效能', '整体完成情况', '总体工作完成率', '= 100 %', '98', '资金未到位'],
      ['可持续性', '体制机制改革', '河长制落实情况', '定性 全面落实', '全面落实', null],
    ])
    expect(unread).toEqual([])
  })

  it('an indicator called 预算执行率 with 执行数/预算数 in its row heads no table of money', () => {
    const { form, unread } = read([
      '2023年度部门（单位）整体支出绩效自评表',
      '单位名称|某市残疾人联合会|<|<|<|填报日期|2024年3月20日',
      '部门整体支出|<|<|<|<|预算数（万元）|全年执行数（万元）|执行率|分值|得分',
      '部门整体支出总额|<|<|<|<|1350.2|1302.6|96.47%|10|9.65',
      '其中：基本支出|<|<|<|<|620|615|99.19%||',
      '项目支出|<|<|<|<|730.2|687.6|94.17%||',
      '一级指标|二级指标|三级指标|指标解释|评分标准|目标值|实际完成值|分值|得分|未完成原因及改进措施',
      '决策|计划制定|工作计划健全性|是否制定年度工作计划|健全得满分|健全|健全|30|30|',
      '过程|预算执行|预算执行率|执行数/预算数|≥95%得满分|≥95%|96.47%|30|30|',
      '^|^|公用经费控制率|实际支出/预算|≤100%得满分|≤100%|98%|30|30|',
      '合计|||||||100|99.65|',
    ])
    expect(form.tasks.map(({ row, name, budgeted }) => [row, name, budgeted])).toEqual([
      ['total', '部门整体支出总额', '1350.2'],
      ['source', '其中：基本支出', '620'],
      ['source', '项目支出', '730.2'],
    ])
    expect(
      form.indicators.map(({ level1, name, target, actual, weight }) => [level1, name, target, actual, weight]),
    ).toEqual([
      ['决策', '工作计划健全性', '健全', '健全', '30'],
      ['过程', '预算执行率', '≥95%', '96.47%', '30'],
      ['过程', '公用经费控制率', '≤100%', '98%', '30'],
    ])
    expect(unread).toEqual([])
  })

  it('预期值 and 实现值; money as labels with 支出率; a project called 驻镇 is no town', () => {
    const { form, unread } = read([
      '2023年度省级财政资金绩效自评表',
      '项目名称|乡村振兴驻镇帮镇扶村资金',
      '单位|某县农业农村局',
      '预算安排（万元）|3000|实际支出（万元）|2812.5|支出率|93.75%',
      '一级指标|二级指标|三级指标|预期值|实现值|权重|自评分|未达标原因',
      '产出指标|数量指标|新建村道（公里）|≥25|26.8|60|60|',
      '效益指标|社会效益|受益农户（户）|≥5000|4860|40|38.88|部分农户外迁',
      '合计|||||100|98.88|',
    ])
    expect(form.region).toBe('某县')
    expect(form.tasks.map(({ executed, rate }) => [executed, rate])).toEqual([['2812.5', '93.75%']])
    expect(form.indicators.map(({ target, actual, note }) => [target, actual, note])).toEqual([
      ['≥25', '26.8', null],
      ['≥5000', '4860', '部分农户外迁'],
    ])
    expect(unread).toEqual([])
  })

  it('amounts with their labels in one cell, by income and by spending, are told beside the money', () => {
    const { form, unread } = read([
      '2023年度部门整体支出绩效自评表',
      '省级预算部门（单位）名称|<|某省环境监测中心',
      '年度预算申请（万元）|<|年初预算数|全年预算数|全年执行数|分值|执行率|得分',
      '^|年度资金总额|2143.52|2530.11|2488.67|10|98.36%|9.84',
      '^|按收入性质分：一般公共预算：2143.52|<|<|按支出性质分：基本支出：1520.3',
      '^|政府性基金拨款：0|<|<|项目支出：968.37',
      '绩效指标|一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分',
      '^|产出指标|数量指标|监测点位|≥120个|128个|90|90',
      '总分|||||<|100|99.84',
    ])
    expect(form.tasks.map(({ row, executed }) => [row, executed])).toEqual([['total', '2488.67']])
    expect(form.total).toBe('99.84')
    expect(unread).toEqual([])
  })

  it('原因 and 改进措施 in columns of their own', () => {
    const { forms } = recognise([
      sheet([
        '项目绩效自评表',
        '项目名称|城市更新专项',
        '一级指标|二级指标|三级指标|年度指标值（A）|实际完成值（B）|分值|得分|偏差原因分析|改进措施',
        '产出指标|数量指标|改造户数|3600户|3588户|50|49.83|个别户拒改|加强沟通',
        '^|时效指标|完工时间|11月底前|11月20日|50|50||',
      ]),
    ])
    const [first] = forms[0]!.form.indicators
    expect([first!.note.raw, first!.extra.remedy?.raw]).toEqual(['个别户拒改', '加强沟通'])
  })

  it('绩效目标 between the name and what was done is the column of targets, and is said to be', () => {
    const { forms } = recognise([
      sheet([
        '2021年度项目绩效自评表',
        '项目名称：|草原生态修复',
        '资金（万元）|计划投资|1800|实际支出|1650',
        '指标类别|指标名称|绩效目标|<|实际完成|<|分值|自评分',
        '产出|草原补播改良|≥6万亩|<|6.2万亩|<|60|60',
        '效益|牧民增收|明显|<|较明显|<|40|32',
        '总分||||||100|92',
      ]),
    ])
    const { form, events, residue } = forms[0]!
    expect(toPlain(form).indicators.map(({ name, target, actual }) => [name, target, actual])).toEqual([
      ['草原补播改良', '≥6万亩', '6.2万亩'],
      ['牧民增收', '明显', '较明显'],
    ])
    expect(form.tasks.map(({ budgeted, executed }) => [budgeted.total.raw, executed.total.raw])).toEqual([
      ['1800', '1650'],
    ])
    expect(events.filter(({ kind }) => kind === 'word-mended').map(({ data }) => data)).toEqual([
      { text: '绩效目标', takenFor: '指标值' },
    ])
    expect(residue.unread).toEqual([])
  })

  it('a column of results between targets and points, whatever its header', () => {
    const { form, unread } = read([
      '2022年度部门整体支出绩效自评表',
      '部门名称|黔南州某县民政局',
      '部门预算总额|年初预算|6321.5|调整预算|7012.66|决算数|6988.02|执行率|99.65%',
      '一级指标|二级指标|三级指标|计划值|取得成效|权重|得分|完成率|备注',
      '产出指标(50)|数量指标|新建养老服务站|3个|3个|60|60|100%|',
      '^|^|特困人员救助供养|620人|588人|40|37.94|94.84%|自然减员',
      '合计|||||100|97.94||',
    ])
    expect(form.tasks.map(({ budgeted, executed }) => [budgeted, executed])).toEqual([['7012.66', '6988.02']])
    expect(form.indicators.map(({ target, actual, note }) => [target, actual, note])).toEqual([
      ['3个', '3个', null],
      ['620人', '588人', '自然减员'],
    ])
    expect(unread).toEqual([])
  })
})
