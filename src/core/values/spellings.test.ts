import { describe, expect, it } from 'vitest'
import { printValue, readValue } from './index.ts'

/** kind and canonical text of what a text is read as; `unread` and the reason where it is not. */
function understood(text: string, context = {}): string {
  const { value, reason } = readValue(text, context)
  return value === null ? `unread ${reason}` : `${value.kind} ${printValue(value)}`
}

const spellings: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  'operators as glyphs': [
    ['≥60人', 'quantity ≥60人'],
    ['≧ 735 人次', 'quantity ≥735人次'],
    ['⩾5个', 'quantity ≥5个'],
    ['>=59人次', 'quantity ≥59人次'],
    ['=>5', 'quantity ≥5'],
    ['》=5', 'quantity ≥5'],
    ['≥=5', 'quantity ≥5'],
    ['>5', 'quantity >5'],
    ['<=5300元/户', 'quantity ≤5300元/户'],
    ['≦10万元', 'quantity ≤10万元'],
    ['<5', 'quantity <5'],
    ['﹦ 72890 元', 'quantity =72890元'],
    ['═ 100 %', 'quantity =100%'],
    ['==8个', 'quantity =8个'],
    ['≥≥90%', 'quantity ≥90%'],
  ],
  'operators as words': [
    ['不低于95%', 'quantity ≥95%'],
    ['不少于2次/年', 'quantity ≥2次/年'],
    ['大于等于 95 %', 'quantity ≥95%'],
    ['小于等于 5 %', 'quantity ≤5%'],
    ['小于0.9‰', 'quantity <0.9‰'],
    ['高于95%', 'quantity >95%'],
    ['不超过8次', 'quantity ≤8次'],
    ['控制在5万元以内', 'quantity ≤5万元'],
    ['5%以内', 'quantity ≤5%'],
    ['5%(含)以内', 'quantity ≤5%'],
    ['5%(含税)以内', 'quantity ≤5%'],
    ['90分以上', 'quantity ≥90分'],
    ['95%及以上', 'quantity ≥95%'],
    ['100%(含)以上', 'quantity ≥100%'],
    ['达到95%以上', 'quantity ≥95%'],
    ['10万元以下', 'quantity ≤10万元'],
    ['至少全年完成2次宣传', 'quantity ≥2次'],
    ['不低于年度预算的90%', 'quantity ≥90%'],
    ['正向指标 95 %', 'quantity ≥95%'],
    ['反向指标 5 天', 'duration ≤5天'],
    ['50余人', 'quantity >50人'],
    ['3万余人', 'quantity >3万人'],
    ['等于8个', 'quantity =8个'],
    ['≥90%且≤100%', 'range 90~100%'],
    ['≥90且≤100%', 'range 90~100%'],
    ['≥90%且≤500个', 'several ≥90%;≤500个'],
    ['≥90%且≤80%', 'several ≥90%;≤80%'],
  ],
  numbers: [
    ['2０人', 'quantity 20人'],
    ['1,437', 'quantity 1437'],
    ['1,234.56万元', 'quantity 1234.56万元'],
    ['十二', 'quantity 12'],
    ['两次', 'quantity 2次'],
    ['一百二十人', 'quantity 120人'],
    ['一百零五人', 'quantity 105人'],
    ['百分之九十五', 'quantity 95%'],
    ['百分之百', 'quantity 100%'],
    ['-5%', 'quantity -5%'],
    ['+5%', 'quantity 5%'],
    ['≤-3%', 'quantity ≤-3%'],
    ['±5%', 'range -5~5%'],
    ['80%-90%', 'range 80~90%'],
    ['10-15人', 'range 10~15人'],
    ['15-10人', 'range 10~15人'],
    ['3至5天', 'range 3~5天'],
    ['百分之八十至百分之九十', 'range 80~90%'],
    ['0投诉', 'quantity 0'],
    ['零事故', 'quantity 0'],
    ['未发生安全事故', 'quantity 0'],
    ['≤0.5mg/L', 'quantity ≤0.5mg/升'],
    ['不少于三轮专项督查检查', 'quantity ≥3轮'],
    ['无重大安全事故', 'quantity 0'],
    ['同比增长5%', 'quantity 5%'],
    ['2.0', 'quantity 2.0'],
  ],
  units: [
    ['¥10万', 'quantity 10万元'],
    ['¥10', 'quantity 10元'],
    ['¥10元', 'quantity 10元'],
    ['455万', 'quantity 455万'],
    ['3千万元', 'quantity 3千万元'],
    ['550万粒', 'quantity 550万粒'],
    ['120㎡', 'quantity 120平方米'],
    ['300 公里', 'quantity 300公里'],
    ['100百分比', 'quantity 100%'],
    ['98 %(百分比)', 'quantity 98%'],
    ['10(个)', 'quantity 10个'],
    ['10(折合)', 'quantity 10'],
    ['10(万元)', 'quantity 10万元'],
    ['提高5个百分点', 'quantity 5百分点'],
    ['>=530元/人*月', 'quantity ≥530元/人·月'],
    ['400元/人、天', 'quantity 400元/人·天'],
    ['400元每人每天', 'quantity 400元/人·天'],
    ['每人每天400元', 'quantity 400元/人·天'],
    ['5元/幼苗', 'quantity 5元/幼苗'],
    ['5元/', 'quantity 5元'],
    ['每季度1次', 'quantity 1次/季度'],
    ['每年2', 'quantity 2'],
    ['2倍', 'quantity 2倍'],
    ['八成以上', 'quantity ≥8成'],
    ['12幢', 'quantity 12幢'],
    ['5垄', 'quantity 5垄'],
    ['5家企业', 'quantity 5家'],
    ['12个月', 'duration 12个月'],
    ['≥15年', 'duration ≥15周年'],
    ['半年', 'duration 0.5周年'],
    ['5个工作日内', 'duration ≤5工作日'],
    ['≤ 12 月', 'duration ≤12个月'],
    ['3个季度', 'duration 3个季度'],
  ],
  dates: [
    ['12月15日前', 'date 12月15日前'],
    ['12月31日之前', 'date 12月31日前'],
    ['2021年底', 'date 2021年12月1日至2021年12月31日'],
    ['2021年底前', 'date 2021年12月31日前'],
    ['年底前', 'date 12月31日前'],
    ['年底', 'date 12月1日至12月31日'],
    ['年末之前', 'date 12月31日前'],
    ['11月底', 'date 11月30日'],
    ['11月底之前', 'date 11月30日前'],
    ['2月底前', 'date 2月28日前'],
    ['2024年2月底前', 'date 2024年2月29日前'],
    ['2023年2月底前', 'date 2023年2月28日前'],
    ['2000年2月底', 'date 2000年2月29日'],
    ['1900年2月底', 'date 1900年2月28日'],
    ['2021年6月18日', 'date 2021年6月18日'],
    ['2021-06-18', 'date 2021年6月18日'],
    ['2021/6/18', 'date 2021年6月18日'],
    ['2021.6.18', 'date 2021年6月18日'],
    ['2021-06-18 00:00:00', 'date 2021年6月18日'],
    ['2021-06-18 00:xx', 'unread unreadable-number'],
    ['2021-06', 'date 2021年6月'],
    ['2021-13', 'range 13~2021'],
    ['2018-6', 'range 6~2018'],
    ['2021-06-45', 'unread unreadable-number'],
    ['2021.13.18', 'unread unreadable-number'],
    ['2021年底 前完成', 'date 2021年12月31日前'],
    ['12月31日晚间', 'date 12月31日'],
    ['12月31日时前', 'prose 12月31日时前'],
    ['12月15人', 'several 12月;15人'],
    ['21年12月', 'date 2021年12月'],
    ['第三季度', 'date 7月至9月'],
    ['2021年三季度', 'date 2021年7月至2021年9月'],
    ['三季度末前', 'date 9月30日前'],
    ['上半年', 'date 1月至6月'],
    ['下半年', 'date 7月至12月'],
    ['全年', 'date 1月至12月'],
    ['年内', 'date 1月至12月'],
    ['2023年12月', 'date 2023年12月'],
    ['2023年12月前', 'date 2023年12月前'],
    ['2023年12月内', 'date 2023年12月31日前'],
    ['1-12月', 'date 1月至12月'],
    ['2021年1-12月', 'date 2021年1月至2021年12月'],
    ['2021年1月1日-12月31日', 'date 2021年1月1日至2021年12月31日'],
    ['2021年6月至9月', 'date 2021年6月至2021年9月'],
    ['2021-2022年', 'date 2021年至2022年'],
    ['2021年', 'date 2021年'],
    ['2021年初', 'date 2021年1月'],
    ['3月初', 'date 3月'],
    ['完成时间为2022年12月30日', 'date 2022年12月30日'],
    ['2021年12月完成', 'date 2021年12月'],
    ['2021年12月31日24时前', 'date 2021年12月31日前'],
    ['12月15前', 'date 12月15日前'],
    ['≤2021年12月31日', 'date 2021年12月31日前'],
    ['=2021年12月31日', 'date 2021年12月31日'],
    ['不晚于12月15日', 'date 12月15日前'],
    ['二〇二一年十二月', 'date 2021年12月'],
    ['在规定时间内完成', 'date 规定时间内'],
    ['2021年完成50个', 'quantity 50个'],
  ],
  words: [
    ['有效提升', 'graded 有效提升'],
    ['有效 提升。', 'graded 有效提升'],
    ['效果明显', 'graded 效果明显'],
    ['良好', 'graded 良好'],
    ['是', 'graded 是'],
    ['定性 良好 %', 'graded 良好'],
    ['定性 优良中低差', 'graded 优良中低差'],
    ['他們(men)滿(mǎn)意', 'graded 他们满意'],
    ['良好(zhuangzhuang)', 'prose 良好(zhuangzhuang)'],
    ['良\u200b好', 'graded 良好'],
    ['達(dá)成預(yù)期指標(biāo)', 'completion 达成预期指标'],
    ['全部达成预期指标', 'completion 全部达成预期指标'],
    ['已完成100%', 'completion 已完成100%'],
    ['不适用', 'none 不适用'],
    ['—', 'none -'],
    ['_', 'none _'],
    ['/', 'none /'],
    ['一', 'none 一'],
    ['无', 'none 无'],
    ['社会认可的办学环境.', 'prose 社会认可的办学环境'],
    ['三级以上', 'prose 三级以上'],
    ['1:2', 'prose 1:2'],
    ['3A级', 'prose 3A级'],
    ['第1名', 'prose 第1名'],
    ['第1', 'prose 第1'],
    ['第三方满意度95%', 'quantity 95%'],
    ['一期工程完工', 'prose 一期工程完工'],
    ['2021年度部门决算公开', 'prose 2021年度部门决算公开'],
    ['按时', 'graded 按时'],
    ['未开展', 'completion 未开展'],
    ['已完成验收', 'completion 已完成验收'],
    ['4A级景区', 'prose 4A级景区'],
    ['完成额次年3月前拨付', 'prose 完成额次年3月前拨付'],
    ['12.31前', 'prose 12.31前'],
    ['完成100%,不高于同期', 'prose 完成100%,不高于同期'],
    [
      '项目覆盖全市范围内各类型学校共计50所并且全部投入使用',
      'prose 项目覆盖全市范围内各类型学校共计50所并且全部投入使用',
    ],
    ['出台了四项基本制度', 'prose 出台了四项基本制度'],
  ],
  'several and conditional': [
    ['100%1000件', 'several 100%;1000件'],
    ['100%,1000件', 'several 100%;1000件'],
    ['11月底完成100%', 'several 11月30日;100%'],
    ['4人/天(按实际人数为准)', 'conditional 4人/天(按实际人数为准)'],
    ['15.98万元(预算数)', 'quantity 15.98万元'],
    ['15.98万元(预算数', 'quantity 15.98万元'],
  ],
  unread: [
    ['≥', 'unread unreadable-number'],
    ['IO', 'unread unreadable-number'],
    ['M.8万元', 'unread unreadable-number'],
    ['.8万元', 'unread unreadable-number'],
    ['98。5%', 'unread unreadable-number'],
    ['10 10', 'unread unreadable-number'],
    ['1/3', 'unread unreadable-number'],
    ['5=50%', 'unread unreadable-number'],
    ['≥4↑', 'unread unknown-sign'],
    ['290$', 'unread unknown-sign'],
    ['工5%', 'unread unknown-sign'],
    ['》95%', 'unread unknown-sign'],
    ['^80%', 'unread unknown-sign'],
    ['98%≥', 'unread unknown-sign'],
    ['≤5%以上', 'unread conflicting-operators'],
    ['≥80%-90%', 'unread conflicting-operators'],
    ['M5(按实际人数为准)', 'unread unreadable-number'],
    ['1'.repeat(41), 'unread unreadable-number'],
    ['好'.repeat(1001), 'unread too-long'],
  ],
}

for (const [group, cases] of Object.entries(spellings)) {
  describe(group, () => {
    it.each(cases)('%s', (text, expected) => {
      expect(understood(text)).toBe(expected)
    })
  })
}

describe('an empty text', () => {
  it('has neither value nor reason', () => {
    expect(readValue('  ')).toEqual({ raw: '  ', value: null, reason: null, repairs: [] })
  })
})

describe('cells beside the text', () => {
  const cases = [
    ['95', { attribute: '≥', unit: '%' }, 'quantity ≥95%'],
    ['95', { attribute: '反向指标', unit: '个' }, 'quantity ≤95个'],
    ['95', { attribute: '定性' }, 'quantity 95'],
    ['=95', { attribute: '≥' }, 'quantity =95'],
    ['22.8', { name: '公猪舍(≥**平方米)' }, 'quantity ≥22.8平方米'],
    ['90', { name: '满意度(%)' }, 'quantity 90%'],
    ['300', { name: '补助标准(<**元/户·年)' }, 'quantity <300元/户·年'],
    ['300', { name: '人数(按月平均)(≥**人)' }, 'quantity ≥300人'],
    ['300', { name: '人数(2)' }, 'quantity 300'],
    ['300', { name: '人数(≥)' }, 'quantity ≥300'],
    ['300', { name: '人数(按月平均,不含编外聘用的各类临时人员)(没有结束' }, 'quantity 300'],
    ['10', { name: '任务完成时限(月)' }, 'duration 10个月'],
    ['10', { unit: '无' }, 'quantity 10'],
    ['10', { unit: '挂' }, 'quantity 10挂'],
    ['10', { unit: '元(人民币)' }, 'quantity 10元'],
    ['80-90', { unit: '%' }, 'range 80~90%'],
    ['2021.12', { name: '完成时间' }, 'date 2021年12月'],
    ['20211231', { name: '完成时限' }, 'date 2021年12月31日'],
    ['2021.99', { name: '完成时间' }, 'quantity 2021.99'],
    ['20219931', { name: '完成时限' }, 'quantity 20219931'],
    ['10', { name: '完成时限' }, 'quantity 10'],
    ['2021.12', { name: '产值' }, 'quantity 2021.12'],
    ['4(按实际人数为准)', { unit: '人' }, 'conditional 4人(按实际人数为准)'],
    ['良好', { unit: '%' }, 'graded 良好'],
  ] as const
  it.each(cases)('%s with %o', (text, context, expected) => {
    expect(understood(text, context)).toBe(expected)
  })

  it('take a bare 万 beside a name of money as money', () => {
    const dimension = (name: string): unknown => {
      const { value } = readValue('455万', { name })
      return value?.kind === 'quantity' ? value.unit?.dimension : null
    }
    expect(dimension('工资成本')).toBe('money')
    expect(dimension('项目资金')).toBe('money')
    expect(dimension('受益人口')).toBe('number')
  })
})

describe('completion words', () => {
  const cases = [
    ['完成', 'full'],
    ['已完成', 'full'],
    ['按时完成', 'full'],
    ['按质按量完成', 'full'],
    ['达成年度指标', 'full'],
    ['全部达成预期指标', 'full'],
    ['已完成100%', 'full'],
    ['已完成100.00%', 'full'],
    ['已完成80%', 'partial'],
    ['基本达成预期指标', 'basic'],
    ['基本完成', 'basic'],
    ['基本达到', 'basic'],
    ['部分达成预期指标并具有一定效果', 'partial'],
    ['部分实现', 'partial'],
    ['已部分完成', 'partial'],
    ['实现目标程度一般', 'partial'],
    ['未达成', 'none'],
    ['未完成预期指标且效果较差', 'none'],
    ['实现目标程度较低', 'none'],
  ] as const
  it.each(cases)('%s is %s', (text, completion) => {
    expect(readValue(text).value).toEqual({ kind: 'completion', completion, word: text })
  })
  it.each(['完成100%', '已完成100', '已完成约一半', '达标', '已'])('%s is none', (text) => {
    expect(readValue(text).value?.kind).not.toBe('completion')
  })
})

describe('repairs', () => {
  const cases = [
    ['290%', ['≥90%']],
    ['250', ['≥50']],
    ['28', ['≥8']],
    ['2200篇', ['≥200篇']],
    ['20', []],
    ['2,370', []],
    ['2.5', []],
    ['≥28', []],
    ['良好', []],
    ['>90%', ['≥90%']],
    ['超过90%', []],
    ['290$', ['290%', '≥90%']],
    ['≥4↑', ['≥4个']],
    ['IO', ['10']],
    ['l00%', ['100%']],
    ['98。5%', ['98.5%']],
    ['98. 5%', ['98.5%']],
    ['[90,95]', []],
    ['.8万元', ['0.8万元']],
    ['工5%', ['≥5%', '15%']],
    ['V90%', ['≥90%', '≤90%']],
    ['Vx', []],
    ['^80%', ['≥80%', '≤80%']],
    ['5=50%', ['≥50%']],
    ['二90%', ['≥90%', '=90%']],
    ['W10万元', ['≤10万元']],
    ['M.8万元', []],
    [`${'好'.repeat(41)}IO`, []],
  ] as const
  it.each(cases)('of %s', (text, expected) => {
    expect(readValue(text).repairs.map((repair) => repair.text)).toEqual(expected)
  })
  it('are not sought in typed text', () => {
    expect(readValue('290%', { typed: true }).repairs).toEqual([])
  })
  it('know the operator that another cell gives', () => {
    expect(readValue('28', { attribute: '≥' }).repairs).toEqual([])
  })
})
