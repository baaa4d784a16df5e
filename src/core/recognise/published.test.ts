/** Shapes that published forms have, each the least that shows it. */

import { describe, expect, it } from 'vitest'
import { readText } from '../../readers/text/index.ts'
import type { PlainForm } from './index.ts'
import { recognise, toPlain } from './index.ts'

function read(text: string): PlainForm[] {
  const grids = readText(new TextEncoder().encode(text), 'form.txt').value
  return recognise(grids).forms.map(({ form }) => toPlain(form))
}

const tabs = (lines: readonly string[]): PlainForm => read(lines.join('\n').replaceAll('|', '\t'))[0]!

const header = '一级指标|二级指标|三级指标|年度指标值|实际完成值|分值|得分|偏差原因分析及改进措施'
const rows = [
  '产出指标|数量指标|护岸长度|≥3万㎡|3.2万㎡|50|50|',
  '效益指标|社会效益指标|群众受益面|扩大|扩大|30|30|',
  '满意度指标|服务对象满意度指标|群众满意度|≥90%|92%|10|10|',
  '总分||||||90|',
]

describe('shapes of published forms', () => {
  it('a lone 100 in the last row of a form that nobody has scored is the sum of the weights', () => {
    const blank = (score: string): PlainForm =>
      read(
        [
          '项目支出绩效自评表(2023年度) |||||||',
          '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因 |',
          `产出指标 | 数量指标 | 发放人数 | ≥60人 | 61人 | 90 | ${score} | 无 |`,
          '合计 | 100 | ||||||',
        ].join('\n'),
      )[0]!
    expect(blank('').total).toBeNull()
    expect(blank('90').total).toBe('100')
  })

  it('points behind each level are those of its blocks, behind the name those of the row', () => {
    const form = tabs([
      '2022年度部门整体支出绩效自评表',
      '单位名称|某市林业局||||||',
      '一级指标|分值|二级指标|分值|三级指标|分值|评分标准|自评得分',
      '投入|20|预算配置|20|在职人员控制率|10|≤100%计满分|10',
      '||||三公经费变动率|10|≤0计满分|8',
      '过程|80|预算执行|80|预算完成率|80|100%计满分|80',
      '总分|100|||||100|98',
    ])
    expect(form.indicators.map(({ name, weight, score }) => [name, weight, score])).toEqual([
      ['在职人员控制率', '10', '10'],
      ['三公经费变动率', '10', '8'],
      ['预算完成率', '80', '80'],
    ])
  })

  it('名称 and 权重 under each level, in a third row of headers', () => {
    const form = read(
      [
        '部门整体支出绩效自评表 | |||||||',
        '评价指标 | 评价得分 | ||||||',
        '一级指标 | 二级指标 | 三级指标 | 自评分 | 评分说明 | |||',
        '名称 | 权重 | 名称 | 权重 | 名称 | 权重 | ||',
        '履职效能 | 60 | 整体效能 | 60 | 产出完成情况 | 40 | 39 | 少办一期 |',
        '支出率 | 20 | 20 | |||||',
        '管理效率 | 40 | 预算执行 | 40 | 财务合规 | 40 | 40 | |',
        '合计 | 100 | 100 | 100 | 99 | |||',
      ].join('\n'),
    )[0]!
    expect(
      form.indicators.map(({ level1, level2, name, weight, score }) => [level1, level2, name, weight, score]),
    ).toEqual([
      ['履职效能', '整体效能', '产出完成情况', '40', '39'],
      ['履职效能', '整体效能', '支出率', '20', '20'],
      ['管理效率', '预算执行', '财务合规', '40', '40'],
    ])
    expect(form.total).toBe('99')
  })

  it('amounts that stand as labels and figures in the head are the money of the form, and no year', () => {
    const form = tabs([
      '2023年度专项资金绩效自评表',
      '项目名称|文化发展专项||主管部门|江苏省文化和旅游厅',
      '资金情况|预算数（万元）|2000|执行数（万元）|1980|执行率|99%',
      header,
      ...rows,
    ])
    expect(form.fiscalYear).toBe('2023')
    expect(form.moneyUnit).toBe('万元')
    expect(form.tasks).toMatchObject([{ row: 'total', budgeted: '2000', executed: '1980', rate: '99%' }])
  })

  it('the year and the unit of money share a line under the title', () => {
    const form = tabs(['项目支出绩效自评表', '（2021年度）        单位：元', '项目名称|护岸工程', header, ...rows])
    expect([form.fiscalYear, form.moneyUnit]).toEqual(['2021', '元'])
  })

  it('资金管理情况 is no row of money, and 说明 no indicator', () => {
    const form = tabs([
      '转移支付绩效目标自评表（2022年度）',
      '转移支付名称|农业生产发展资金',
      '中央主管部门|农业农村部|地方主管部门|江西省农业农村厅',
      '资金投入情况（万元）||全年预算数（A）|全年执行数（B）|预算执行率（B/A）',
      '|年度资金总额|100|90|90%',
      '资金管理情况||情况说明|存在问题和改进措施|',
      '|下达及时性|30日内下达|无|',
      '总体目标完成情况|总体目标||全年实际完成情况|',
      '|推进生产|||已推进',
      '一级指标|二级指标|三级指标|指标值|全年实际完成值|未完成原因和改进措施',
      '产出指标|数量指标|培育人数|≥30人|31人|',
      '说明|请在此处说明审计中发现的问题。无||||',
      '注：1.资金使用单位填报。',
      '2.其他资金包括社会资金。',
    ])
    expect(form.tasks.map(({ name }) => name)).toEqual(['年度资金总额'])
    expect(form.indicators.map(({ name }) => name)).toEqual(['培育人数'])
    expect([form.supervisor, form.region]).toEqual(['江西省农业农村厅', '江西省'])
  })

  it('a label of another block further down says nothing of rows whose own label was lost', () => {
    const form = read(
      [
        '项目支出绩效自评表 (2021年度)',
        '一级指标 二级指标 三级指标 年度指标值 实际完成值 分值 得分',
        '(50分)',
        '数量指标 宣传场次 ≥1场 1场 50 50',
        '(30分)',
        '社会效益指标 群众意识 增强 增强 30 30',
        '满意度指标(10分) 服务对象满意度指标 群众满意度 ≥90% 95% 10 10',
        '总分 90',
      ].join('\n'),
    )[0]!
    expect(form.indicators.map(({ level1, level2 }) => [level1, level2])).toEqual([
      [null, '数量指标'],
      [null, '社会效益指标'],
      ['满意度指标', '服务对象满意度指标'],
    ])
  })

  it('figures a line behind a header word in the cells of a form are cells of their own', () => {
    const lines = ['部门整体支出绩效自评表', '一级指标', '二级指标', '三级指标', '分值', '指标值', '完成值', '得分']
    const cells = [
      '过程',
      '预算管理',
      '预算执行率',
      '6',
      '100%',
      '97%',
      '5.82',
      '产出',
      '职责履行',
      '活动场次',
      '4',
      '≥3场',
      '3场',
      '4',
    ]
    const form = read([...lines, ...cells, '合计', '9.82'].join('\n\n'))[0]!
    expect(form.indicators.map(({ name, target, actual, score }) => [name, target, actual, score])).toEqual([
      ['预算执行率', '100%', '97%', '5.82'],
      ['活动场次', '≥3场', '3场', '4'],
    ])
  })

  it('a header that no word explains stands among those that are known', () => {
    const form = read(
      [
        '项目支出绩效自评表 (2023年度)',
        '一级指标 二级指标 三级指标 指标值 完成值 是否完成 分值 得分',
        '产出指标 数量指标 清理垃圾量 ≥500吨 620吨 是 50 50',
        '质量指标 清理达标率 100% 95% 否 50 47.5',
        '合计 100 97.5',
      ].join('\n'),
    )[0]!
    expect(form.indicators.map(({ actual, weight, score }) => [actual, weight, score])).toEqual([
      ['620吨', '50', '50'],
      ['95%', '50', '47.5'],
    ])
  })

  it('sentences of a report that name 年初指标值 and 实际完成值', () => {
    const form = read(
      [
        '某区残联2023年度转移支付绩效自评报告',
        '1、产出数量指标:第一,得到康复服务的残疾人比例年初指标值为不低于85%,全年实际完成值100%。第二,托养人次年初指标值为不低于105人,全年实际完成值116人。',
        '2、产出时效指标:项目完成时间年初指标值为2023年12月底,实际在规定时间内完成。',
      ].join('\n'),
    )[0]!
    expect(form.indicators.map(({ level2, name, target, actual }) => [level2, name, target, actual])).toEqual([
      ['产出数量指标', '得到康复服务的残疾人比例', '不低于85%', '100%'],
      ['产出数量指标', '托养人次', '不低于105人', '116人'],
      ['产出时效指标', '项目完成时间', '2023年12月底', '在规定时间内完成'],
    ])
  })

  it('what stands above the title of a form is the page it was found on', () => {
    const grids = readText(
      new TextEncoder().encode(
        [
          '索引号:1 2 组配分类: 部门项目',
          '某局绩效评价报告',
          '一、基本情况',
          '项目支出绩效自评表',
          '(2021年度)',
          '项目名称 护岸工程',
          header.replaceAll('|', ' '),
          ...rows.map((row) => row.replaceAll('|', ' ').trim()),
        ].join('\n'),
      ),
      'form.txt',
    ).value
    const [recognition] = recognise(grids).forms
    expect(recognition!.residue.unread).toEqual([])
    expect(recognition!.form.fiscalYear.value).toBe(2021)
  })
})

describe('money of published forms', () => {
  it('按收入性质分 and 按支出性质分 divide the same money twice: their rows are sources', () => {
    const grids = readText(
      new TextEncoder().encode(
        [
          '部门整体支出绩效自评表（2023年度）',
          '部门名称|某市交通运输局',
          '部门资金（万元）||全年预算数|全年执行数|分值|执行率|得分',
          '|年度资金总额|100|98|10|98%|9.8',
          '|按收入性质分：',
          '|其中：一般公共预算|90|88',
          '|政府性基金拨款|10|10',
          '|按支出性质分：',
          '|其中：基本支出|40|40',
          '|项目支出|60|58',
          header,
          ...rows,
        ]
          .join('\n')
          .replaceAll('|', '\t'),
      ),
      'form.txt',
    ).value
    const { form } = recognise(grids).forms[0]!
    expect(form.tasks.map(({ role, name }) => [role, name.raw])).toEqual([
      ['total', '年度资金总额'],
      ['group', '按收入性质分：'],
      ['source', '其中：一般公共预算'],
      ['source', '政府性基金拨款'],
      ['group', '按支出性质分：'],
      ['source', '其中：基本支出'],
      ['source', '项目支出'],
    ])
  })
})
