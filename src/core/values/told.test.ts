import { describe, expect, it } from 'vitest'
import { type Comparison, compareValues, readValue, type ValueContext } from './index.ts'

function compare(target: string, actual: string, context: ValueContext = {}): Comparison {
  return compareValues(readValue(target, context), readValue(actual, context), context)
}

type Case = readonly [target: string, actual: string, verdict: string, name?: string]

const groups: Readonly<Record<string, readonly Case[]>> = {
  'places in an order': [
    ['前3名', '第2名', 'met'],
    ['前三名', '第三名', 'met'],
    ['前3名', '第5名', 'missed'],
    ['第1名', '第2名', 'missed'],
    ['第3名', '第1名', 'met'],
    ['全市前三', '全市第二', 'met'],
    ['排名前6', '全市排名第4', 'met'],
    ['进入全省前8名', '全省第5名', 'met'],
    ['全省前8名', '全省排名为第5位', 'met'],
    ['不低于第5名', '第4名', 'met'],
    ['第5名及以上', '第4名', 'met'],
    ['第5名之前', '第6名', 'missed'],
    ['前20强', '第12', 'met'],
    ['前10名', '前5名', 'met'],
    ['前10名', '前15名', 'unknown'],
    ['前30%', '前20%', 'met'],
    ['前30%', '第3名', 'unknown'],
    ['前3名', '全县第1名', 'unknown', '全市考核'],
    ['全市前3名', '全省第9名', 'unknown'],
    ['前5名', '3', 'met', '全省排名'],
    ['前5名', '8名', 'missed', '全省排名'],
    ['前5名', '3', 'unknown', '培训人数'],
    ['前5名', '3', 'unknown'],
    ['前5名', '≥3', 'unknown', '全省排名'],
    ['前5名', '3%', 'unknown', '全省排名'],
    ['前5名', '上升3名', 'unknown', '全省排名'],
    ['5', '3', 'met', '全省排名'],
    ['5', '6', 'missed', '全省排名'],
    ['上升1位', '上升2位', 'met', '排名'],
    ['5', '上升2位', 'unknown', '全省排名'],
    ['第一方阵', '第3名', 'unknown'],
    ['前列', '第3名', 'unknown'],
    ['第1次', '第2次', 'unknown'],
    ['前三名', '三等奖', 'unknown'],
    ['前3天', '第2名', 'unknown'],
    ['前0名', '第2名', 'unknown'],
    ['前3名', '前1.5名', 'unknown'],
    ['前3名', '第2名、第4名', 'unknown'],
    ['前3名', '(第2名)', 'unknown'],
    ['前3名', '新闻稿件评选第2名', 'unknown'],
    ['前3名', '不高于第2名', 'unknown'],
    ['前3名', '第2名甲', 'unknown'],
    ['前列的名次须由全体成员单位共同评选后公布方为有效', '第2名', 'unknown'],
  ],
  'standing to a known figure': [
    ['不低于上年', '较上年提高2.5个百分点', 'met'],
    ['不低于上年', '与上年持平', 'met'],
    ['不低于上年', '较上年下降3%', 'missed'],
    ['不低于上年', '8.6万人次', 'unknown'],
    ['不低于上年', '8.6万人次(较上年增长5%)', 'met'],
    ['不低于上年', '收入较上年增长5%,人数较上年下降2%', 'unknown'],
    ['不低于上年', '较上年增长5%,较上年下降2%', 'unknown'],
    ['不低于上年', '较上年增长0%', 'unknown'],
    ['不低于上年', '较上年增长的有5家', 'unknown'],
    ['不低于上年', '增长率5%', 'met'],
    ['不低于上年', '较上年增长了', 'met'],
    ['不低于上年', '接待量增长5%', 'unknown'],
    ['不低于上年', '较前年增长5%', 'unknown'],
    ['不低于上年', '较增长5%', 'unknown'],
    ['不低于去年水平', '高于去年水平', 'met'],
    ['高于上年', '同比增长6.2%', 'met'],
    ['高于上年', '与上年持平', 'missed'],
    ['高于上年', '不低于上年', 'unknown'],
    ['不高于上年', '较上年下降12%', 'met'],
    ['较上年下降', '同比下降20%', 'met'],
    ['较上年下降', '与上年持平', 'missed'],
    ['较上年下降', '增长2%', 'missed'],
    ['较上年明显下降', '较上年略有下降', 'unknown'],
    ['与上年持平', '较上年增长5%', 'unknown'],
    ['与上年持平', '持平', 'met'],
    ['较2022年增长', '较上年增长3%', 'met'],
    ['较2021年增长', '较上年增长3%', 'unknown'],
    ['只降不升', '下降15.4%', 'met'],
    ['零增长', '较上年增加2%', 'missed'],
    ['负增长', '较上年下降1.5%', 'met'],
    ['高于全国平均', '高于全国平均水平', 'met'],
    ['不低于全省平均水平', '高于全市平均水平', 'unknown'],
    ['不低于全省平均水平', '低于全省平均水平', 'missed'],
    ['高于', '高于上年', 'unknown'],
    ['提高', '较上年提高', 'unknown'],
    ['在保持原有全部服务内容不变的前提下服务水平高于上年', '较上年提高', 'unknown'],
  ],
  'parts of a whole': [
    ['3/4', '3/4', 'met'],
    ['100%', '15/15', 'met'],
    ['100%', '12/15', 'missed'],
    ['100%', '12/12(100%)', 'met'],
    ['100%', '2/3(66.67%)', 'missed'],
    ['100%', '12/15(100%)', 'unknown'],
    ['15个', '12/15', 'missed'],
    ['12', '12/15', 'unknown'],
    ['2倍', '1/2', 'unknown'],
    ['100%', '3/0', 'unknown'],
    ['100%', '3/2', 'unknown'],
    ['4月底前', '3/4', 'unknown'],
    ['3/4', '80%', 'met'],
  ],
  'a sum with its parts': [
    ['12个', '12个,其中A类5个、B类7个', 'met'],
    ['≥5次', '5次,其中省级2次', 'met'],
    ['≥5次', '4次(其中省级2次)', 'missed'],
    ['3座', '3座,其中1座未完工', 'unknown'],
    ['3座', '三类设施,其中1座', 'unknown'],
    ['≥3场', '已完成3场,完成率100%', 'met'],
    ['12个', '12个,完成率80%', 'unknown'],
    ['≥120户', '125户/380人', 'met'],
    ['≥120', '125户/380人', 'unknown'],
    ['≥100家', '2期120人次', 'unknown'],
    ['≤5分钟', '6分、30秒', 'unknown'],
    ['≤5分钟', '4分30秒', 'met'],
    ['≥5次', '5次,12月底', 'met'],
  ],
  'work not begun': [
    ['≥10场', '未开展', 'missed'],
    ['2期', '未举办', 'missed'],
    ['2期', '未完成', 'unknown'],
    ['≥90%', '未开展', 'unknown'],
    ['≥10场', '因疫情未开展', 'unknown'],
    ['≤5件', '未开展', 'unknown'],
    ['5件', '未开展', 'unknown', '投诉件数'],
    ['0', '未开展', 'unknown'],
    ['5', '未开展', 'missed'],
    ['>5场', '未开展', 'missed'],
    ['≥12个月', '未开展', 'unknown'],
    ['≥2个百分点', '未开展', 'unknown'],
    ['≥50万元', '未开展', 'unknown'],
  ],
  'work not finished': [
    ['≥2座', '2座在建', 'unknown'],
    ['≥2座', '1座在建', 'missed'],
    ['2座在建', '2座在建', 'met'],
    ['12月底前', '预计12月20日前完成', 'unknown'],
    ['≥3座', '3座(待验收)其中1座', 'unknown'],
    ['≥2座', '2座在建,其中1座', 'unknown'],
  ],
  'rounded actuals': [
    ['≥300人', '约300人', 'unknown'],
    ['≥300人', '近300人', 'unknown'],
    ['≥300人', '约320人', 'met'],
    ['≥300人', '280人左右', 'unknown'],
    ['约300人', '约300人', 'met'],
    ['300人左右', '约310人', 'met'],
    ['≥50元', '节约50元', 'met', '节约成本'],
    ['签约5家', '4家', 'missed'],
  ],
  'classes and grades': [
    ['3类', '2类', 'unknown', '断面水质'],
    ['3类', '3类', 'met', '断面水质'],
    ['3类', '2类', 'missed', '培训种类'],
    ['3级', '2级', 'unknown'],
    ['3级', '2', 'missed'],
  ],
  'levels that are left': [
    ['压缩至3天', '2天', 'met'],
    ['压缩至3天', '4天', 'missed'],
    ['≤3天', '压缩至2天', 'met'],
    ['缩短至3天', '缩短至2天', 'met'],
    ['下降5%', '降至4%', 'unknown'],
  ],
  'by how much, not how much': [
    ['100%', '超额完成20%', 'unknown'],
    ['≥100人', '超额完成,共120人', 'met'],
    ['≤3天', '逾期2天', 'unknown'],
    ['≤5%', '逾期率3%', 'met', '逾期率'],
    ['逾期率≤5%', '逾期率3%', 'met'],
    ['≥100万元', '亏损20万元', 'unknown'],
    ['≥8%', '负增长5%', 'unknown'],
    ['10个', '还差2个', 'unknown'],
  ],
  'less than a range': [
    ['3-5天', '2天', 'unknown', '办理时限'],
    ['3-5天', '4.8天', 'met', '办理时限'],
    ['3-5天', '6天', 'missed', '办理时限'],
    ['3-5天', '2天', 'missed'],
  ],
  'words that say the same': [
    ['合格', '均合格', 'met'],
    ['提升', '明显提升', 'met'],
    ['有所提升', '提升', 'met'],
    ['有所改善', '明显改善', 'met'],
    ['提高', '有所提高', 'unknown'],
    ['逐年提升', '有所下降', 'missed'],
    ['明显改善', '恶化', 'missed'],
    ['提升', '发病率下降', 'unknown'],
    ['降低', '略有上升', 'unknown'],
    ['显著提升', '提升', 'unknown'],
    ['降低', '明显减少', 'met'],
    ['显著', '效果显著', 'met'],
    ['制度健全、管理规范', '制度健全,管理规范', 'met'],
    ['公开', '未公开', 'missed'],
    ['不延误', '延误', 'missed'],
    ['否', '是', 'missed'],
    ['优秀', '获评优秀等次', 'met'],
    ['优秀', '良好等次', 'missed'],
  ],
  'levels that become another': [
    ['由30分钟缩短至10分钟', '8分钟', 'met'],
    ['由30分钟缩短至10分钟', '12分钟', 'missed'],
    ['30分钟左右压缩到10分钟以内', '由30分钟缩短至9分钟', 'met'],
    ['从80%提高到90%', '88%', 'missed'],
    ['从80%逐步提高到90%以上', '由80%提高到92%', 'met'],
    ['80%提高10%', '95%', 'unknown'],
    ['2021年提高到90%', '91%', 'met'],
    ['2022年、2023年', '2022年', 'unknown'],
    ['2021年底、2022年底', '2021年底', 'unknown'],
    // A level on one side, a change on the other.
    ['提高到90%', '提高10个百分点', 'unknown'],
    ['提高10个百分点', '提高到92%', 'unknown'],
    ['提高10个百分点', '提高12个百分点', 'met'],
    ['下降到1%', '下降2个百分点', 'unknown'],
    ['250万元', '248万元', 'met', '控制在预算成本内'],
  ],
  'decimals in characters': [
    ['≥95%', '九十八点五%', 'met'],
    ['≥95%', '百分之九十四点五', 'missed'],
    ['≥六点五公里', '六点二五公里', 'missed'],
    ['上午九点', '上午九点', 'met'],
    ['五点三十分前', '六点前', 'unknown'],
  ],
  'rates by 100,000': [
    ['≤16/10万', '7.8/10万', 'met'],
    ['≤16/十万', '18.2/10万', 'missed', '孕产妇死亡率'],
    ['≤45人/10万', '41.6例/10万', 'met'],
    ['≤0.016%', '7.8/10万', 'met'],
  ],
  'several figures beside a floor': [
    ['≥2次', '2次线上,3次线下', 'met'],
    ['≥42小时', '图书馆56小时、文化馆48小时', 'met'],
    ['>42小时', '图书馆56小时、文化馆42小时', 'unknown'],
    ['≥42小时', '图书馆56小时、文化馆40小时', 'unknown'],
    ['≤10小时', '图书馆5小时、文化馆6小时', 'unknown'],
    ['≥100人', '一期60人,二期55人', 'unknown'],
    ['≥3座', '3座,4座在建', 'unknown'],
    ['≥3座', '3座,5公里', 'met'],
    ['≥3', '3座,5公里', 'unknown'],
  ],
  'counts without a unit': [
    ['≥18万人次', '176500', 'missed'],
    ['≥18万人次', '18.2', 'met'],
    ['≥90万元', '850000', 'unknown'],
    ['≤3起', '3次', 'met'],
  ],
  minutes: [
    ['≤30分钟', '28分', 'met'],
    ['≥90分', '92分30秒', 'unknown'],
  ],
  'a target that may begin with a misread sign': [
    ['23个', '22个', 'missed'],
    ['28个', '9个', 'unknown'],
    ['290%', '95%', 'unknown'],
    ['290%', '280%', 'unknown'],
  ],
  'units in letters': [
    ['≥80M', '80M', 'met'],
    ['220V', '220V', 'met'],
    ['≥20m³/s', '22立方米/秒', 'met'],
    ['500t/d', '520吨/天', 'met'],
    ['≥18℃', '20度', 'met'],
    ['≤5000度', '4800千瓦时', 'met'],
  ],
}

for (const [group, cases] of Object.entries(groups)) {
  describe(group, () => {
    for (const [target, actual, verdict, name] of cases) {
      it(`${target} against ${actual} is ${verdict}${name === undefined ? '' : ` for ${name}`}`, () => {
        const context = { fiscalYear: 2023, ...(name === undefined ? {} : { name }) }
        expect(compare(target, actual, context).verdict).toBe(verdict)
      })
    }
  })
}

describe('a figure under 成本指标', () => {
  const under = (target: string, actual: string, name: string) => compare(target, actual, { name, underCost: true })
  it.each([
    ['120万元', '118万元', 'met', '项目总投资'],
    ['120万元', '126万元', 'missed', '项目总投资'],
    ['250万', '248.6万元', 'met', '控制在预算成本内'],
    ['150万', '148.6万元', 'met', '控制在预算成本内'],
    ['50', '48', 'met', '预算控制数'],
    ['300元/人', '280元/人', 'missed', '培训人均补助'],
    ['100%', '98%', 'missed', '资金支付率'],
    ['10台', '8台', 'missed', '设备数量'],
    ['下降10%', '下降12%', 'met', '水电'],
    ['2-3万元', '1.8万元', 'unknown', '办公用品'],
    ['2-3万元', '2.8万元', 'met', '办公用品'],
    ['2-3台', '1台', 'missed', '设备'],
  ])('%s against %s is %s for %s', (target, actual, verdict, name) => {
    expect(under(target, actual, name).verdict).toBe(verdict)
  })
})

describe('what was taken for the actual', () => {
  it('is said', () => {
    const why = (target: string, actual: string) =>
      compare(target, actual)
        .because.map(({ zh }) => zh)
        .join()
    expect(why('≥10场', '未开展')).toContain('按0计')
    expect(why('≥5次', '5次,其中省级2次')).toContain('同单位的总数')
    expect(why('≥2座', '2座在建')).toContain('尚未完成')
    expect(why('≥300人', '约300人')).toContain('约数')
  })
})
