/** Whole forms on one line without anything between the cells, shaped as previews of shared documents are; the facts are made up. */

import { describe, expect, it } from 'vitest'
import { readText } from '../../../readers/text/index.ts'
import { type PlainForm, recognise, toPlain } from '../index.ts'

function read(text: string): PlainForm[] {
  const grids = readText(new TextEncoder().encode(text), 'form.txt').value
  return recognise(grids).forms.map(({ form }) => toPlain(form))
}

const rowsOf = (form: PlainForm) =>
  form.indicators.map(({ level1, level2, name, weight, target, actual, score, note }) => [
    level1,
    level2,
    name,
    weight,
    target,
    actual,
    score,
    note,
  ])

const weighted = [
  '现将有关情况公示如下,联系人:某某附件:2022年衔接资金项目绩效自评表某县水务局2022年12月30日绩效目标自评表(2022年度)',
  '项目名称某县小型水库安全监测项目负责人及电话某某0000000主管部门某县水务局实施单位某县水库管理站',
  '资金情况(万元)全年预算数(A)全年执行数(B)分值执行率(B/A)得分年度资金总额:303010100.00%10其中:本年财政拨款3030其他资金',
  '年度总体目标年初设定目标年度总体目标完成情况综述为小型水库安装监测设施,保障水库安全运行。',
  '绩效指标一级指标二级指标三级指标分值年度指标值全年实际值得分未完成原因及拟采取的改进措施',
  '产出指标(60分)数量指标安装渗压计10≥26个≥26个10量水堰宽度10≥50厘米≥50厘米10质量指标设施(设备)验收合格率20100%100%20',
  '时效指标按期开工率10≥90%≥90%10成本指标项目总投资1030万元30万元10',
  '效益指标(20分)经济效益指标社会效益指标下游受益人口10≥1000人≥1200人10水库安全状况10显著提升显著提升10',
  '满意度指标(10分)服务对象满意度指标受益群众(含移民)满意度10≥95%≥96%10……总分100100',
  '注:1.定量指标按完成比例计分,产出指标50分、效益指标30分。',
].join('')

describe('a form on one line with nothing between its cells', () => {
  it('is cut by its headers, labels and figures', () => {
    const [form, ...others] = read(weighted)
    expect(others).toEqual([])
    expect(rowsOf(form!)).toEqual([
      ['产出指标', '数量指标', '安装渗压计', '10', '≥26个', '≥26个', '10', null],
      ['产出指标', '数量指标', '量水堰宽度', '10', '≥50厘米', '≥50厘米', '10', null],
      ['产出指标', '质量指标', '设施(设备)验收合格率', '20', '100%', '100%', '20', null],
      ['产出指标', '时效指标', '按期开工率', '10', '≥90%', '≥90%', '10', null],
      ['产出指标', '成本指标', '项目总投资', '10', '30万元', '30万元', '10', null],
      ['效益指标', '社会效益指标', '下游受益人口', '10', '≥1000人', '≥1200人', '10', null],
      ['效益指标', '社会效益指标', '水库安全状况', '10', '显著提升', '显著提升', '10', null],
      ['满意度指标', '服务对象满意度指标', '受益群众(含移民)满意度', '10', '≥95%', '≥96%', '10', null],
    ])
    expect(form).toMatchObject({
      fiscalYear: '2022',
      supervisor: '某县水务局',
      project: '某县小型水库安全监测',
      total: '100',
    })
    expect(form!.tasks).toMatchObject([
      { row: 'total', budgeted: '30', executed: '30', weight: '10', rate: '100.00%', score: '10' },
      { row: 'source', name: '其中:本年财政拨款', budgeted: '30', executed: '30' },
    ])
  })

  it('goes on over the page marks of the preview, with labels broken by blanks and no points at all', () => {
    const [form, ...others] = read(
      [
        '2020年度县级专项资金绩效目标自评表专项资金名称县级应急物资负责人及电话某某县级主管部门某县应急局实施单位物资储备股' +
          '项目资金(万元)全年预算数(A)全年执行数(B)执行率(B/A)年度资金总额194.9194.9100%其中:上级补助194.9194.9100%其他资金' +
          '年度 总体 目标年初设定目标全年实际完成情况保持物资储备规模规模达标' +
          '绩 效 指 标一级 指标二级 指标三级指标年度指标 值全年 完成值未完成原因和 改进措施' +
          '产 出 指 标数量 指标500顶帐篷、200床棉 被储备到位率100%100%库存账实相符率100%',
        '2、100%质量 指标储备管理制 度严格执行率100%100%库存物资明显变质比例00时效 指标应急调拨 及时率100%100%' +
          '效益 指标社会 效益 指标受灾群众保障率100%100%绩效 指标效 益 指 标可持 续影 响指标储备设施维 护水平',
        '3、高高满意 度指 标服务 对象 满意 度指 标因物资短缺引 发的事件数0起0起群众满意度调查≥90%100%',
        '注:1、其他资金包括社会捐赠。',
      ].join('\n'),
    )
    expect(others).toEqual([])
    expect(
      form!.indicators.map(({ level1, level2, name, target, actual }) => [level1, level2, name, target, actual]),
    ).toEqual([
      ['产出指标', '数量指标', '500顶帐篷、200床棉 被储备到位率', '100%', '100%'],
      ['产出指标', '数量指标', '库存账实相符率', '100%', '100%'],
      ['产出指标', '质量指标', '储备管理制 度严格执行率', '100%', '100%'],
      ['产出指标', '质量指标', '库存物资明显变质比例', '0', '0'],
      ['产出指标', '时效指标', '应急调拨 及时率', '100%', '100%'],
      ['效益指标', '社会效益指标', '受灾群众保障率', '100%', '100%'],
      ['效益指标', '可持续影响指标', '储备设施维 护水平', '高', '高'],
      ['满意度指标', '服务对象满意度指标', '因物资短缺引 发的事件数', '0起', '0起'],
      ['满意度指标', '服务对象满意度指标', '群众满意度调查', '≥90%', '100%'],
    ])
    expect(form).toMatchObject({ fiscalYear: '2020', project: '县级应急物资', supervisor: '某县应急局' })
  })

  it('needs neither a title nor money nor goals, and is left alone where it cannot be cut', () => {
    const table = (accent: string) =>
      `一级指标二级指标三级指标年度指标值实际完成值分值得分产出指标数量指标护岸长度≥26米26米50${accent}50` +
      '质量指标验收合格率100%100%10 10时效指标按期完工率100%100%10 10' +
      '效益指标社会效益指标受益人口≥1000人1200人10 10生态效益指标水质达标率≥90%92%10 10可持续影响指标设施完好率≥95%96%10 10总分100100'
    expect(
      rowsOf(read(table(' '))[0]!).map(([, level2, name, weight, target]) => [level2, name, weight, target]),
    ).toEqual([
      ['数量指标', '护岸长度', '50', '≥26米'],
      ['质量指标', '验收合格率', '10', '100%'],
      ['时效指标', '按期完工率', '10', '100%'],
      ['社会效益指标', '受益人口', '10', '≥1000人'],
      ['生态效益指标', '水质达标率', '10', '≥90%'],
      ['可持续影响指标', '设施完好率', '10', '≥95%'],
    ])
    const money = '项目资金(万元)全年预算数全年执行数分值执行率得分年度资金总额14.814.810100%10'
    expect(read(money + table(' '))[0]!.tasks).toMatchObject([{ budgeted: '14.8', executed: '14.8', rate: '100%' }])
    expect(read(table('e\u0301'))).toEqual([])
    expect(read(`${'护岸工程'.repeat(5000)}${table(' ')}`)).toEqual([])
  })

  it('keeps a short line whole whose signs cannot be told apart', () => {
    const lines = [
      '一级指标二级指标三级指标分值年度指标值全年实际值得分',
      '产出指标数量指标护岸e\u0301长度10≥26米26米10',
    ]
    const grids = readText(new TextEncoder().encode(lines.join('\n')), 'form.txt').value
    const [recognition] = recognise(grids).forms
    expect(JSON.stringify(recognition)).toContain('护岸')
  })

  it('keeps a line of letters whole: a picture written as text has no cells to be cut', () => {
    const picture = 'aWduPSJjZW50ZXIiPjEwPC90ZD48dGQgY2xhc3M9ImIiIGFsaWduPSJjZW50ZXIiPjk1JTwvdGQ'
    const lines = [
      '一级指标二级指标三级指标分值年度指标值全年实际值得分',
      '产出指标数量指标护岸长度10≥26米26米10',
      picture,
    ]
    expect(read(lines.join('\n'))[0]!.indicators).toMatchObject([
      { name: '护岸长度', weight: '10', score: '10' },
      { name: picture, weight: null, target: null, score: null },
    ])
  })

  it('is told from a long sentence that names the headers', () => {
    const said = '本表的一级指标、二级指标由财政部门统一规定,三级指标由单位设定,年度指标值应当量化,得分按完成比例计算'
    expect(read(said.repeat(6))).toEqual([])
  })
})
