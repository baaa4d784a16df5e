/** Glued previews in the manners of several places; the facts are made up. */

import { describe, expect, it } from 'vitest'
import { readText } from '../../../readers/text/index.ts'
import { recognise, toPlain } from '../index.ts'
import { cutRows } from './cut-rows.ts'

function found(text: string) {
  const grids = readText(new TextEncoder().encode(text), 'form.txt').value
  return recognise(grids).forms
}

const read = (text: string) => found(text).map(({ form }) => toPlain(form))

const twoGoals = [
  '1、2021年度測報(bào)站運(yùn)行項(xiàng)目績效自評表單位名稱:黃岡市某某測報(bào)站 填報(bào)日期:2022年3月1日項(xiàng)目名稱測報(bào)站運(yùn)行主管部門黃岡市某某局' +
    '項(xiàng)目實(shí)施單位本單位預(yù)算執(zhí)行情況(萬元)(20分)預(yù)算數(shù)(A)執(zhí)行數(shù)(B)執(zhí)行率(B/A)得分(20分*執(zhí)行率)年度財(cái)政資金總額1212100%20' +
    '年度績效目標(biāo)1(40分)一級指標(biāo)二級指標(biāo)三級指標(biāo)年初目標(biāo)值(A)實(shí)際完成值(B)得分產(chǎn)出指標(biāo)質(zhì)量指標(biāo)測報(bào)準(zhǔn)確率100%100%10數(shù)量指標(biāo)完成2020-',
  '2、2021測報(bào)簡報(bào)100%100%10效益指標(biāo)滿意度指標(biāo)服務(wù)對象滿意度指標(biāo)用戶滿意度98%98%19.6年度績效目標(biāo)2(40分)一級指標(biāo)二級指標(biāo)三級指標(biāo)' +
    '年初目標(biāo)值(A)實(shí)際完成值(B)得分產(chǎn)出指標(biāo)質(zhì)量指標(biāo)資料整理合格率100%100%20進(jìn)度指標(biāo)資料上報(bào)及時(shí)率100%100%20效益指標(biāo)社會(huì)效益指標(biāo)滿意度指標(biāo)服務(wù)對象滿意度指標(biāo)' +
    '總分99.6偏差大或目標(biāo)未完成原因分析無改進(jìn)措施及結(jié)果應(yīng)用方案無備注:1.預(yù)算執(zhí)行情況口徑:預(yù)算數(shù)為調(diào)整后數(shù)。',
].join('\n')

describe('a glued form in traditional characters, each sign with its reading', () => {
  const [recognition, ...others] = found(twoGoals)
  const form = toPlain(recognition!.form)

  it('is cut as one without readings, a table for each of its goals', () => {
    expect(others).toEqual([])
    const rows = form.indicators.map(({ target, actual, score }) => [target, actual, score])
    expect(rows.slice(0, 5)).toEqual([
      ['100%', '100%', '10'],
      ['100%', '100%', '10'],
      ['98%', '98%', '19.6'],
      ['100%', '100%', '20'],
      ['100%', '100%', '20'],
    ])
    expect(form.indicators[2]).toMatchObject({ level1: '滿意度指標(biāo)', level2: '服務(wù)對象滿意度指標(biāo)' })
    expect(form).toMatchObject({ total: '99.6', fiscalYear: '2021', project: '測報(bào)站運(yùn)行' })
    expect(form.tasks).toMatchObject([{ budgeted: '12', executed: '12', rate: '100%', score: '20' }])
  })

  it('knows its place in simplified characters', () => {
    expect(recognition!.form.region).toMatchObject({ raw: '黃岡市', value: '黄冈市' })
  })

  it('keeps what a page mark parts, and points at the line where it begins', () => {
    const [, parted, behind] = recognition!.form.indicators
    expect(parted!.name.raw).toContain('2020-2021')
    expect(behind!.actual.origin).toMatchObject({ line: 2 })
  })
})

describe('a glued form with rules of scoring in columns of their own', () => {
  const text = [
    '1、项目支出绩效自评表(2017年度)项目名称保洁外包经费主管部门及代码北京市某区某街道办事处实施单位:某城市服务中心项目资金(万元)' +
      '年初预算数(A)全年执行数(B)分值(10分)执行率(B/A)得分得分计算方法年度资金总额:420.5210.251050%5执行率*该指标分值,最高不超过上限。其中:本年一般公共预算拨款420.5210.25其他资金' +
      '年度总体目标规范道路清扫保洁工作,改善环境卫生,通过公开招标完成外包。绩效指标一级指标二级指标三级指标分值年度指标值(A)全年实际值(B)得分计算方法得分未完成原因分析' +
      '产出指标(50分)数量指标保洁道路数量12.51',
    '2、2.512.5完成值达到指标值,记满分;未达到指标值,按B/A*该指标分值记分。12.5质量指标抽查合格率20≥95%96%完成值达到指标值,记满分。20',
  ].join('\n')
  const [form] = read(text)

  it('has the money of the only source cut as that of the total', () => {
    expect(form!.tasks.slice(0, 2)).toMatchObject([
      { row: 'total', budgeted: '420.5', executed: '210.25', weight: '10', rate: '50%', score: '5' },
      { row: 'source', budgeted: '420.5', executed: '210.25' },
    ])
  })

  it('has its goal under one label, and a figure that the page mark parted', () => {
    expect(form!.goals[0]!.stated).toMatch(/^规范道路清扫/)
    expect(form!.indicators).toMatchObject([
      { level1: '产出指标', level2: '数量指标', weight: '12.5', target: '12.5', actual: '12.5', score: '12.5' },
      { level1: '产出指标', level2: '质量指标', weight: '20', target: '≥95%', actual: '96%', score: '20' },
    ])
  })
})

describe('a glued form whose labels leave 指标 out', () => {
  it('begins a line at them behind the points of the row before', () => {
    const [form] = read(
      '2021年度财政项目绩效自评表单位名称:某市某医院填报日期:2022年3月18日项目名称院区建设补助主管部门某市卫健委项目实施单位某市某医院预算执行情况(万元)(20分)预算数(A)执行数(B)执行率(B/A)得分(20分*执行率)' +
        '年度财政资金总额10001000100%20一级指标二级指标三级指标年初目标值(A)实际完成值(B)得分产出指标数量指标建成楼栋2栋2栋10质量指标保证补助专款专用专款专用专款专用10成本建设投资≤5亿元5亿元10时效工期1年1年10' +
        '效益指标经济效益医疗收入达到年初设定数额6亿元7亿元10可持续性为周边群众提供医疗服务范围扩大范围扩大10满意度指标服务对象满意度患者满意度≥90%92%20总分100',
    )
    expect(form!.indicators.map(({ level1, level2, name }) => [level1, level2, name])).toEqual([
      ['产出指标', '数量指标', '建成楼栋'],
      ['产出指标', '质量指标', '保证补助专款专用'],
      ['产出指标', '成本', '建设投资'],
      ['产出指标', '时效', '工期'],
      ['效益指标', '经济效益', '医疗收入达到年初设定数额'],
      ['效益指标', '可持续性', '为周边群众提供医疗服务'],
      ['满意度指标', '服务对象满意度', '患者满意度'],
    ])
    expect(form!.indicators.map(({ target, actual, score }) => [target, actual, score])).toEqual([
      ['2栋', '2栋', '10'],
      ['专款专用', '专款专用', '10'],
      ['≤5亿元', '5亿元', '10'],
      ['1年', '1年', '10'],
      ['6亿元', '7亿元', '10'],
      ['范围扩大', '范围扩大', '10'],
      ['≥90%', '92%', '20'],
    ])
  })
})

describe('a row that runs together', () => {
  const columns = ['level1', 'level2', 'name', 'target', 'actual', 'score']

  it.each([
    ['社会效益指标查档人次1000人次1200人次20', ['社会效益指标', '查档人次', '1000人次', '1200人次', '20']],
    ['数量指标抢救档案100卷100卷20', ['数量指标', '抢救档案', '100卷', '100卷', '20']],
    ['完成率100%50%0', ['完成率', '100%', '50%', '0']],
    ['变质比例00', ['变质比例', '0', '0']],
  ])('%s is cut at its figures, units with them', (text, cells) => {
    expect(cutRows(text, columns)).toEqual([cells])
  })
})
