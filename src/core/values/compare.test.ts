import { describe, expect, it } from 'vitest'
import { type Comparison, compareValues, readValue, type ValueContext } from './index.ts'

function compare(target: string, actual: string, context: ValueContext = {}): Comparison {
  return compareValues(readValue(target, context), readValue(actual, context), context)
}

type Case = readonly [target: string, actual: string, verdict: string, name?: string]

const groups: Readonly<Record<string, readonly Case[]>> = {
  'a floor': [
    ['≥60人', '60人', 'met'],
    ['≥60人', '59人', 'missed'],
    ['>5', '5', 'missed'],
    ['>5', '6', 'met'],
    ['3次', '2次', 'missed'],
    ['≥3次', '两次', 'missed'],
    ['≥10人', '十二人', 'met'],
    ['≥50人', '50余人', 'met'],
    ['≥90', '92分', 'met'],
  ],
  'a ceiling': [
    ['≤47万元', '47.1004万元', 'missed'],
    ['≤76万元', '75.83813万元', 'met'],
    ['小于0.9‰', '0.9‰', 'missed'],
    ['小于0.9‰', '0.8‰', 'met'],
    ['0起', '0起', 'met'],
    ['0起', '2起', 'missed'],
    ['零事故', '1起', 'missed'],
    ['0起', '未发生', 'met', '安全事故'],
    ['未发生', '2起', 'missed', '安全事故'],
  ],
  'a direction in words': [
    ['较上年提高', '提高2个百分点', 'met'],
    ['逐年下降', '下降3%', 'met'],
    ['逐年下降', '上升3%', 'missed'],
    ['明显改善', '3次', 'unknown'],
    ['较上年提高', '3次', 'unknown'],
  ],
  'words said to be done': [
    ['建立', '已建立', 'met'],
    ['有效提升', '得到有效提升', 'met'],
    ['建立', '正在建立', 'unknown'],
  ],
  'an exact value': [
    ['约100人', '95人', 'unknown'],
    ['100人左右', '101人', 'met'],
    ['≥100人左右', '95人', 'missed'],
    ['=8个', '8个', 'met'],
    ['=8个', '7个', 'missed'],
    ['=8个', '9个', 'unknown'],
    ['=0件', '1件', 'missed'],
    ['=5万元', '4万元', 'unknown', '采购成本'],
    ['=5万元', '6万元', 'missed', '采购成本'],
    ['=100%', '≥100%', 'met'],
  ],
  'the name decides': [
    ['63', '70', 'missed', '成本控制数(万元)'],
    ['3', '5', 'missed', '投诉次数'],
    ['3', '5', 'met', '投诉办结率'],
    ['22.8', '22.7', 'missed', '公猪舍(≥**平方米)'],
    ['500', '501', 'missed', '费用(<**元/户·年)'],
    ['90', '100', 'met', '满意度(%)'],
  ],
  'coverage in words': [
    ['100%', '全覆盖', 'met'],
    ['≥95%', '已实现全覆盖', 'met'],
    ['全覆盖', '100%', 'met'],
    ['全覆盖', '98%', 'missed'],
    ['四分之三', '75%', 'met'],
    ['三分之二以上', '66%', 'missed'],
    ['≥五分之四', '82%', 'met'],
    ['零分之三', '75%', 'unknown'],
    ['四分之', '75%', 'unknown'],
    ['全覆盖', '全覆盖', 'met'],
    ['全覆盖', '30个村', 'unknown'],
  ],
  'units that convert': [
    ['455万', '4550000元', 'met', '工资成本'],
    ['≥5万人', '50000人', 'met'],
    ['5万', '50001人', 'met'],
    ['≥3亩', '2000平方米', 'met'],
    ['3年', '36个月', 'met'],
    ['2小时', '120分钟', 'met'],
    ['≥2倍', '180%', 'missed'],
    ['≤90万元', '90', 'met'],
    ['90', '≤90万元', 'met', '成本'],
    ['≤90万元', '900000', 'unknown'],
    ['≤0万元', '900000', 'missed'],
  ],
  'units alike in practice': [
    ['≥60人', '80人次', 'met'],
    ['≥5个', '5项', 'met'],
    ['≥5项', '5个', 'met'],
    ['≥5场', '4次', 'missed'],
    ['提高5个百分点', '提高5%', 'met'],
    ['0起', '0人', 'met'],
    ['不少于2次/年', '2次', 'met'],
    ['2次', '2次/年', 'met'],
    ['每季度1次', '4次', 'met'],
    ['每季度1次', '3次', 'unknown'],
  ],
  'units that cannot be compared': [
    ['≥60人', '60户', 'unknown'],
    ['400元/人', '400元', 'unknown'],
    ['100%', '12个月', 'unknown'],
    ['3个月', '80天', 'unknown'],
    ['80%-90%', '12个月', 'unknown'],
    ['80%-90%', '3~5天', 'unknown'],
  ],
  'rates as fractions': [
    ['≥90%', '0.958', 'met'],
    ['≥90%', '0.85', 'missed'],
    ['90%', '1', 'met'],
    ['20%', '20', 'met'],
    ['≥14.46%', '0.1', 'missed'],
    ['≥5%', '0.06', 'unknown'],
    ['0.9', '95%', 'met'],
    ['95', '96%', 'met'],
  ],
  'operators in the actual': [
    ['≥80%', '≥80%', 'met'],
    ['>5', '>5', 'met'],
    ['≥266米', '≥260米', 'missed'],
    ['≥90%', '≤95%', 'unknown'],
    ['≥90%', '≤85%', 'missed'],
    ['≥90%', '<90%', 'missed'],
    ['≥90%', '≤90%', 'unknown'],
    ['≤5万元', '≥3万元', 'unknown'],
    ['≤5万元', '≥6万元', 'missed'],
    ['≤5万元', '>5万元', 'missed'],
  ],
  'units of two counting words, and unknown ones': [
    ['≧ 114 台套', '108', 'missed'],
    ['≧ 114 台套', '120台', 'met'],
    ['25路以上', '24路', 'missed'],
    ['3台件以内', '4台件', 'missed'],
    ['2万路以上', '20001路', 'met'],
    ['5个乡镇以上', '4个', 'missed'],
    ['10座次(含开放日)以上', '9座次', 'missed'],
  ],
  'a scale, and words joined with other cells': [
    ['定性 好坏', '好', 'met'],
    ['定性 好坏', '坏', 'unknown'],
    ['定性 优良中低差', '优', 'met'],
    ['定性 优良中低差', '优秀', 'met'],
    ['定性 优良中低差', '良', 'unknown'],
    ['定性 优良中低差', '差', 'unknown'],
    ['优良中低差', '优', 'met'],
    ['═ 有效 无', '有效', 'met'],
    ['定性 有效 无', '有效', 'met'],
    ['定性 = 有效 无', '有效', 'met'],
    ['定性 有效 优良中低差', '有效', 'met'],
    ['═ 有效 无', '无效', 'missed'],
    ['＝ 优 良', '优', 'met'],
    ['= 8 个', '7个', 'missed'],
    ['= 全体村民 无', '全体村民', 'unknown'],
  ],
  'growth and decline': [
    ['增长5%', '增长6%', 'met'],
    ['增长5%', '下降3%', 'missed'],
    ['下降5%', '下降6%', 'met'],
    ['5%', '下降3%', 'missed', '经济增长率'],
    ['2%', '减少2%', 'met', '农药用量较上年减少'],
    ['5%', '增长6%', 'met'],
    ['5%', '下降6%', 'unknown'],
    ['下降10%', '下降12%', 'met', '投诉率'],
    ['较上年下降10%', '下降8%', 'missed', '投诉率'],
    ['较上年下降10%', '上升2%', 'missed', '投诉率'],
    ['降低10%', '12%', 'met', '单位成本'],
    ['下降10%', '-12%', 'unknown', '投诉率'],
    ['降低至5%', '6%', 'missed', '投诉率'],
    ['下降到5件', '4件', 'met', '投诉件数'],
  ],
  ranges: [
    ['80%-90%', '85%', 'met'],
    ['80%-90%', '95%', 'missed'],
    ['80%-90%', '79%', 'missed'],
    ['10-15人', '12', 'met'],
    ['10-15', '11-14', 'met'],
    ['10-15', '14-16', 'unknown'],
    ['95%', '96%-98%', 'met'],
    ['95%', '90%-98%', 'unknown'],
  ],
  dates: [
    ['12月15日前', '12月15日前', 'met'],
    ['12月15日前', '12月14日', 'met'],
    ['12月15日前', '12月15日', 'met'],
    ['12月15日前', '12月16日', 'missed'],
    ['12月15日前', '12月', 'unknown'],
    ['12月15日前', '11月底前', 'met'],
    ['12月15日前', '12月底前', 'unknown'],
    ['2021年12月31日前', '2021年6月18日', 'met'],
    ['2021年12月31日前', '2022年1月18日', 'missed'],
    ['2021年12月31日前', '已完成', 'unknown'],
    ['2023年12月', '2023年10月', 'met'],
    ['2023年12月', '2023年12月31日', 'met'],
    ['2023年12月前', '2023年11月', 'met'],
    ['2023年12月前', '2023年12月', 'unknown'],
    ['2021年', '2021年12月31日', 'met'],
    ['年底前', '2021-12-31', 'met'],
    ['第三季度', '9月20日', 'met'],
    ['第三季度', '10月8日', 'missed'],
    ['规定时间内', '12月', 'unknown'],
    ['12月', '规定时间内', 'unknown'],
    ['规定时间内', '规定时间内', 'met'],
  ],
  words: [
    ['及时', '及时', 'met'],
    ['良好', '优秀', 'met'],
    ['良好', '一般', 'missed'],
    ['良好以上', '优秀', 'met'],
    ['≥合格', '不合格', 'missed'],
    ['中等及以上', '良', 'unknown'],
    ['是', '否', 'missed'],
    ['有效提升', '显著提升', 'unknown'],
    ['有效提升', '未提升', 'missed'],
    ['有效提升', '全部达成预期指标', 'met'],
    ['有效提升', '基本达成预期指标', 'unknown'],
    ['有效提升', '部分达成预期指标', 'missed'],
    ['社会认可的办学环境.', '社会认可的办学环境', 'met'],
    ['社会认可的办学环境', '学生喜爱的校园', 'unknown'],
    ['完成', '已完成', 'met'],
    ['完成', '部分完成', 'missed'],
    ['完成', '基本完成', 'unknown'],
    ['基本完成', '基本完成', 'met'],
    ['三级以上', '二级', 'unknown'],
  ],
  'unlike kinds': [
    ['及时', '100%', 'unknown'],
    ['100%', '已完成', 'unknown'],
    ['100%', '及时', 'unknown'],
    ['80%-90%', '及时', 'unknown'],
    ['12月', '100%', 'unknown'],
    ['完成', '100%', 'unknown'],
  ],
  'nothing there': [
    ['', '', 'unknown'],
    ['≥5', '', 'unknown'],
    ['', '5', 'unknown'],
    ['不适用', '_', 'unknown'],
    ['零事故', '无', 'unknown'],
  ],
  'several and conditional': [
    ['100%1000件', '100%1000件', 'met'],
    ['100%1000件', '100%900件', 'missed'],
    ['100%1000件', '100%', 'unknown'],
    ['100%1000件', '100%及时', 'unknown'],
    ['100%1000件', '及时', 'unknown'],
    ['大于5%小于10%', '7%', 'met'],
    ['大于5%小于10%', '11%', 'missed'],
    ['大于5%小于10件', '7%', 'unknown'],
    ['11月底完成100%', '100%', 'met'],
    ['11月底完成100%', '98%', 'missed'],
    ['4人/天(按实际人数为准)', '4人/天', 'met'],
    ['4人/天(按实际人数为准)', '3人/天', 'unknown'],
    ['4人/天(按实际人数为准)', '4人/天(按实际人数为准)', 'met'],
  ],
  'doubtful readings': [
    ['28', '10', 'unknown'],
    ['28', '5', 'missed'],
    ['28', '30', 'met'],
    ['290%', '100%', 'unknown'],
    ['2370人', '2370人', 'met'],
    ['≥4↑', '6个', 'met'],
    ['≥4↑', '3个', 'missed'],
    ['≥150人', '224人', 'met'],
    ['≥90%', '290%', 'met'],
    ['100%', '290%', 'unknown'],
    ['>90%', '90%', 'missed'],
    ['工5%', '工5%', 'unknown'],
    ['80%', '^80%', 'unknown'],
    ['M.8万元', '14.8万元', 'unknown'],
  ],
  durations: [
    ['10天', '12天', 'missed', '任务完成时限'],
    ['10天', '8天', 'met', '任务完成时限'],
    ['12个月', '10个月', 'missed', '服务时长'],
    ['≥15年', '15年', 'met'],
  ],
}

for (const [group, cases] of Object.entries(groups)) {
  describe(group, () => {
    for (const [target, actual, verdict, name] of cases) {
      it(`${target} against ${actual} is ${verdict}${name === undefined ? '' : ` for ${name}`}`, () => {
        expect(compare(target, actual, name === undefined ? {} : { name }).verdict).toBe(verdict)
      })
    }
  })
}

describe('a comparison', () => {
  it('says both figures in one base unit and what was achieved', () => {
    const { target, actual, achievement, kind } = compare('≤76万元', '75.83813万元')
    expect([kind, target?.toString(), actual?.toString(), achievement?.toString()]).toEqual([
      'quantity',
      '760000',
      '758381.3',
      '7583813/7600000',
    ])
  })
  it('says what was achieved of a unit of two words', () => {
    expect(String(compare('≧ 114 台套', '108').achievement)).toBe('18/19')
  })
  it('has no achievement against a target of 0', () => {
    expect(compare('0起', '2起').achievement).toBeNull()
  })
  it('gives the nearer border of a range', () => {
    expect(compare('80%-90%', '95%').target?.toString()).toBe('0.9')
    expect(compare('80%-90%', '75%').target?.toString()).toBe('0.8')
  })
  it('says where the operator comes from', () => {
    const from = (target: string, context: ValueContext = {}): unknown => compare(target, '5', context).operatorFrom
    expect(from('≥5')).toBe('target')
    expect(from('5')).toBe('assumed')
    expect(from('0')).toBe('assumed')
    expect(from('5', { attribute: '≥' })).toBe('attribute')
    expect(from('5', { name: '人数(≥)' })).toBe('name')
    expect(from('≥5', { name: '人数(≥)' })).toBe('target')
    expect(from('5', { name: '投诉次数' })).toBe('name')
  })
  it('takes the operator from the cells beside it when the reading was made without them', () => {
    const context = { attribute: '≤' }
    expect(compareValues(readValue('5'), readValue('6'), context)).toMatchObject({
      verdict: 'missed',
      operator: 'atMost',
      operatorFrom: 'attribute',
      reverse: true,
    })
  })
  it('takes a unit from the cell beside it, and an actual as a fraction still', () => {
    const inPercent = (text: string): ReturnType<typeof readValue> => readValue(text, { unit: '%' })
    expect(compareValues(inPercent('≥90'), inPercent('0.958')).verdict).toBe('met')
    expect(compareValues(inPercent('≥90'), inPercent('85')).verdict).toBe('missed')
    expect(compareValues(readValue('≥90'), inPercent('85')).verdict).toBe('missed')
    expect(compareValues(inPercent('≥90'), readValue('95')).verdict).toBe('met')
  })
  it('reads dates without a year in the fiscal year', () => {
    expect(compare('12月15日前', '2022年1月5日', { fiscalYear: 2021 }).verdict).toBe('missed')
    expect(compare('12月15日前', '2021年1月5日', { fiscalYear: 2021 }).verdict).toBe('met')
  })
  it('tells the kind of a bare number beside a length of time', () => {
    expect(compare('10', '12个月').kind).toBe('duration')
  })
  it('tells repaired from readable', () => {
    expect(compare('≥4↑', '6个').byRepair).toBe(true)
    expect(compare('28', '30').byRepair).toBe(false)
    expect(compare('80%', '^80%').byRepair).toBe(false)
  })
  it('knows the same text', () => {
    expect(compare('及时', ' 及时。').sameText).toBe(true)
    expect(compare('', '').sameText).toBe(false)
  })
  it('says why', () => {
    const why = (target: string, actual: string, name = ''): string =>
      compare(target, actual, { name })
        .because.map(({ zh }) => zh)
        .join()
    expect(why('≥60人', '60户')).toContain('人与户')
    expect(why('≥60人', '80人次')).toContain('人与人次')
    expect(why('M.8万元', '14.8万元')).toContain('14.8万元')
    expect(why('M.8万元', '15万元')).toContain('M.8万元')
    expect(why('IO5x', '≥')).toContain('IO5x')
    expect(why('好'.repeat(1001), '好')).toContain('…')
    expect(why('及时', '100%')).toContain('定性描述')
    expect(why('28', '10')).toContain('核对原件')
  })
})
