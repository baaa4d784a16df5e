/** Forms of counties, offices and schools as sites and previews print them. The facts are made up. */

import { describe, expect, it } from 'vitest'
import { readText } from '../../readers/text/index.ts'
import { recognise, toPlain } from './index.ts'

const read = (text: string) => recognise(readText(new TextEncoder().encode(text), 'form.txt').value)

function formOf(text: string) {
  const { form, residue } = read(text).forms[0]!
  return { ...toPlain(form), form, unread: residue.unread.map((cell) => cell.text) }
}

/** A line for each cell, a row opened by a lone pipe. */
const byCells = (rows: readonly string[]): string =>
  rows.flatMap((row) => ['|', ...row.split('|').map((cell) => (cell === '' ? '|' : `${cell} |`))]).join('\n')

describe('targets with the standard that each follows', () => {
  const rows = [
    '项目支出名称|路灯节能改造|预算部门|白石市路灯管理处',
    '年度本级预算金额|120万|该项目支出上级资金|0',
    '项目支出实施期|2024.03-2024.12',
    '实施期绩效目标|全市路灯节能率达到四成',
    '本年度绩效目标|改造路灯2600盏',
    '本年度绩效指标|一级指标|二级指标|三级指标|指标值及单位|绩效标准|',
    '产出指标|数量指标|改造路灯数量|2600盏|计划标准|',
    '质量指标|灯具合格率|≥99%|行业标准|',
    '成本指标|改造成本|控制在预算内|计划标准|',
    '效益指标|经济效益指标||||',
    '社会效益指标|亮灯率|≥98%|历史标准|',
    '社会公众或服务对象满意度指标|市民满意度|≥90%|计划标准|',
    '财政部门审核意见||',
  ]

  it('a line for each cell', () => {
    const text = `2024年项目支出绩效目标申报表\n填报单位:(盖章) 单位:万元 |\n${byCells(rows)}\n填表人: 某甲 填报日期: 单位负责人签字:`
    const { form, indicators, unread, department, moneyUnit } = formOf(text)
    expect(indicators.map(({ name, target }) => [name, target])).toEqual([
      ['改造路灯数量', '2600盏'],
      ['灯具合格率', '≥99%'],
      ['改造成本', '控制在预算内'],
      ['亮灯率', '≥98%'],
      ['市民满意度', '≥90%'],
    ])
    expect(form.indicators.map(({ extra }) => extra['targetBasis']?.raw)).toEqual([
      '计划标准',
      '行业标准',
      '计划标准',
      '历史标准',
      '计划标准',
    ])
    // The seal is no office, and what stands behind 填报日期 is no date.
    expect([department, moneyUnit]).toEqual(['白石市路灯管理处', '万元'])
    expect(form.facts.map(({ label, text: { raw } }) => [label.raw, raw])).toEqual(
      expect.arrayContaining([
        ['财政部门审核意见', ''],
        ['填报日期', ''],
      ]),
    )
    expect(form.tasks.map(({ role, budgeted }) => [role, budgeted.total.raw])).toEqual([['total', '120万']])
    expect(unread).toEqual([])
  })

  it('a paragraph for each cell: labels over two lines, the long term beside the year', () => {
    const cells = [
      '2024年项目绩效目标表',
      '项目名称',
      '路灯节能改造',
      '项目起',
      '止时间',
      '2024.3-2024.12',
      '主管部门及其编码',
      '白石市城市管理局 308001',
      '项目实施单位',
      '白石市路灯管理处',
      '项目绩效目标',
      '长期目标',
      '年度目标',
      '全市路灯节能率达到四成',
      '改造路灯2600盏',
      '年度绩效指标',
      '一级指标',
      '二级指标',
      '三级指标',
      '指标值',
      '绩效标准',
      '产出指标',
      '数量指标',
      '改造路灯数量',
      '2600盏',
      '计划标准',
      '成本指标',
      '改造成本',
      '控制在预算内',
      '计划标准',
      '满意度指标',
      '服务对象满意度指标',
      '市民满意度',
      '≥90%',
      '计划标准',
    ]
    const { form, indicators, supervisor } = formOf(cells.join('\n\n'))
    expect(indicators.map(({ name, target }) => [name, target])).toEqual([
      ['改造路灯数量', '2600盏'],
      ['改造成本', '控制在预算内'],
      ['市民满意度', '≥90%'],
    ])
    expect(supervisor).toBe('白石市城市管理局 308001')
    expect(form.facts.map(({ label, text: { raw } }) => [label.raw, raw])).toContainEqual([
      '项目起止时间',
      '2024.3-2024.12',
    ])
    expect(form.goals.map(({ stated, midTerm }) => [stated.raw, midTerm?.raw])).toEqual([
      ['改造路灯2600盏', '全市路灯节能率达到四成'],
    ])
  })
})

it('the total of the money among other labels', () => {
  const head = '国债项目绩效目标表 | |||||\n(2023年度) | |||||\n项目名称 | 管网改造 | ||||\n'
  const table =
    '一级指标 | 二级指标 | 三级指标 | 指标值 | |\n产出指标 | 数量指标 | 改造管网 | ≥12公里 | ||\n满意度指标 | 服务对象满意度指标 | 居民满意度 | ≥90% | ||'
  const row = (cells: string) => formOf(`${head}${cells}\n${table}`)
  const found = row('主管预算部门 | 白石区建设局 | 项目预算金额 (万元) | 5652 | ||')
  expect([found.supervisor, found.form.tasks.map(({ budgeted }) => budgeted.total.raw), found.unread]).toEqual([
    '白石区建设局',
    ['5652'],
    [],
  ])
  // Without a figure beside it there is none.
  const none = row('主管预算部门 | 白石区建设局 | 项目预算金额 (万元) | - | ||')
  expect(none.form.tasks).toEqual([])
  const last = row('主管预算部门 | 白石区建设局 | 项目预算金额 (万元)')
  expect(last.form.tasks).toEqual([])
})

it('how likely a target will be met is no result', () => {
  const text = [
    '白石市项目支出绩效监控表 |',
    '(2023年度) |',
    '项目单位(盖章): 单位:万元 | |||||',
    '项目名称 | 古桥修缮 | |||||',
    '主管部门 | 白石市文化和旅游局 | 项目执行单位 | 白石市文物局 | |||',
    '项目资金 (万元) | 年初预算数 | 1-6月执行数 | 全年预计执行数 | |||',
    '年度资金总额: | 90 | 36 | ||||',
    '绩效指标 | 一级指标 | 指标名称 | 指标值 | 半年度指标执行情况 | 完成目标可能性(确定能、有可能、不可能) | 备注 |',
    '产出指标 | 质量 | |||||',
    '成本 | 年度预算90万元 | 按进度执行,已使用四成 | 确定能 | |||',
    '效益指标 | 社会效益 | 开放参观人数 | 已开放参观 | 有可能 | ||',
  ].join('\n')
  const { form, indicators } = formOf(text)
  expect(form.implementer.raw).toBe('白石市文物局')
  expect(indicators[1]).toMatchObject({ name: '成本', target: '年度预算90万元', actual: '按进度执行,已使用四成' })
  expect(Object.values(form.indicators[1]!.extra).map(({ raw }) => raw)).toEqual(['确定能'])
  expect(Object.values(form.indicators[2]!.extra).map(({ raw }) => raw)).toEqual(['有可能'])
})

it('labels of levels broken over two lines', () => {
  const text = [
    '项目支出绩效目标申报表',
    '（2023年度）',
    '项目名称 计划生育家庭扶助',
    '绩效指标 一级指标 二级指标 三级指标 指标值',
    '绩效指标 项目完成',
    '指标',
    '数量指标 扶助家庭户数 63户',
    '质量指标 资格复审率 100%',
    '成本指标 成本控制 严格按每人1000元兑付',
    '项目效益',
    '指标',
    '社会效益',
    '指标',
    '家庭生活稳定 长期',
    '满意度指标 满意度指标 受益群众满意度 ≥90%',
  ].join('\n')
  expect(formOf(text).indicators.map(({ level1, level2, name, target }) => [level1, level2, name, target])).toEqual([
    ['项目完成指标', '数量指标', '扶助家庭户数', '63户'],
    ['项目完成指标', '质量指标', '资格复审率', '100%'],
    ['项目完成指标', '成本指标', '成本控制', '严格按每人1000元兑付'],
    ['项目效益指标', '社会效益指标', '家庭生活稳定', '长期'],
    ['满意度指标', '满意度指标', '受益群众满意度', '≥90%'],
  ])
})

it('numbered headings of a report are no goals, and no rows', () => {
  const text = [
    '(一)评价得分情况。',
    '综合评价得分为98.8分。',
    '(二)绩效目标完成情况',
    '本项目较好地完成了年初预定的各项绩效目标。具体如下表:',
    ...['一级指标', '二级指标', '指标名称', '目标值', '实际完成值'].map((cell) => `${cell} |`),
    ...['|', '产出指标', '数量指标', '受助学生人数', '14700', '15900'].map((cell) =>
      cell === '|' ? cell : `${cell} |`,
    ),
    ...['|', '效益指标', '社会效益指标', '完成学业率', '100%', '100%'].map((cell) =>
      cell === '|' ? cell : `${cell} |`,
    ),
    '(三)存在的问题和原因',
    '1、覆盖率有待进一步提高。',
  ].join('\n')
  const { form, indicators } = formOf(text)
  expect(indicators.map(({ name, target, actual }) => [name, target, actual])).toEqual([
    ['受助学生人数', '14700', '15900'],
    ['完成学业率', '100%', '100%'],
  ])
  expect(form.goals).toEqual([])
})

it('a form glued to one line: goals under parted words, no result and why, how points come about', () => {
  const text =
    '1、2023年度县级专项资金绩效目标自评表项目名称【体制】县级储备粮主管部门白石县粮食局实施单位调控股项目资金(万元)全年预算数(A)全年执行数(B)分值(10分)执行率(B/A)得分得分计算方法' +
    '年度资金总额:310.2154.741050%5执行率*该指标分值其他资金年度 总体 目标年初设定目标全年实际完成情况储备规模达标绩 效 指 标一级 指标二级 指标三级指标年度指标值全年完成值未完成原因和改进措施' +
    '产 出 指 标数量 指标储备到位率100%100%轮换补贴保障率100%无没有轮换、动用库存质量 指标管理制度执行率100%100%效益 指标社会效益 指标粮食安全事件发生数0起0起'
  const { form, indicators, project } = formOf(text)
  expect(project).toBe('【体制】县级储备粮')
  expect(form.tasks.map(({ name, score, extra }) => [name.raw, score.raw, extra?.['得分计算方法']?.raw])).toEqual([
    ['年度资金总额:', '5', '执行率*该指标分值'],
    ['其他资金', '', undefined],
  ])
  expect(form.goals.map(({ stated }) => stated.raw)).toEqual(['储备规模达标'])
  expect(indicators.map(({ name, target, actual, note }) => [name, target, actual, note])).toEqual([
    ['储备到位率', '100%', '100%', null],
    ['轮换补贴保障率', '100%', '无', '没有轮换、动用库存'],
    ['管理制度执行率', '100%', '100%', null],
    ['粮食安全事件发生数', '0起', '0起', null],
  ])
})

it('a form glued to one line: a header that lost its first level, amounts thrice, a bracket misread', () => {
  const text =
    '2022年度财政项目绩效自评表单位名称:白石市第二医院项目名称门诊楼建设补助主管部门白石市卫生健康委项目实施单位白石市第二医院预算执行情况 (万元) (20 分)预算数(A)执行数(B)执行率(B/A1得分(20分*执行率)' +
    '年度财政 资金总额800800100%20度效标年绩目1分级标 一指二级指标三级指标年初目标值 (A)实际完成值 (B)得分产出 指标数量指标成本控制不超过预算不超过预算20成本每年财政补助800万元800万元800万元20' +
    '效益 指标经济效益建成门诊楼,医院医疗收入达到3亿元3亿元4.25亿元20可持续性建成后,可持续为周边 群众提供医疗服务服务范围扩大服务范围扩大20总分100'
  const { form, indicators, total } = formOf(text)
  expect(indicators.map(({ level1, name, target, actual, score }) => [level1, name, target, actual, score])).toEqual([
    ['产出指标', '成本控制', '不超过预算', '不超过预算', '20'],
    ['产出指标', '每年财政补助800万元', '800万元', '800万元', '20'],
    ['效益指标', '建成门诊楼,医院医疗收入达到3亿元', '3亿元', '4.25亿元', '20'],
    ['效益指标', '建成后,可持续为周边 群众提供医疗服务', '服务范围扩大', '服务范围扩大', '20'],
  ])
  expect([
    form.tasks.map(({ budgeted, executed, score }) => [budgeted.total.raw, executed.total.raw, score.raw]),
    total,
  ]).toEqual([[['800', '800', '20']], '100'])
})

it('a form glued to one line: a header of two lines read across them, labels with points alone', () => {
  const text =
    '1、白石市本级部门项目支出绩效自评表(2022年)项目名称初中公用经费主管部门白石市教育局实施单位白石市第六中学项目资金(万元)年初预算数全年预算数(A)全年执行数(B)执行率(B/A)' +
    '年度资金总额64.864.864.8100%绩效指标一级指标二级指标三级指标考值参分指标值(A)全年实际值(B)得分未完成原因分析及改进措施项目产出(60分)数量指标(20分)保障人数202370人2370人20' +
    '质量指标(20分)公用经费标准20符合文件要求符合文件要求20成本指标(20分)办公成本20≤15万元15万元20项目效益(40分)社会效益指标办学条件改善程度40显著改善显著改善38总分10098'
  const { form, indicators, total } = formOf(text)
  expect(
    indicators.map(({ level1, name, weight, target, actual, score }) => [level1, name, weight, target, actual, score]),
  ).toEqual([
    ['项目产出', '保障人数', '20', '2370人', '2370人', '20'],
    ['项目产出', '公用经费标准', '20', '符合文件要求', '符合文件要求', '20'],
    ['项目产出', '办公成本', '20', '≤15万元', '15万元', '20'],
    ['项目效益', '办学条件改善程度', '40', '显著改善', '显著改善', '38'],
  ])
  expect([total, form.tasks[0]!.budgeted.total.raw]).toEqual(['98', '64.8'])
  expect(
    read(text)
      .forms[0]!.events.filter(({ kind }) => kind === 'word-mended')
      .map(({ data }) => data),
  ).toEqual([{ text: '考值参分', takenFor: '参考分值' }])
  // Signs that make up no word are none.
  expect(read(text.replace('考值参分', '考值参公')).forms).toEqual([])
})
