import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { quantityOf } from './aids/indicator-class.ts'
import type { IndicatorCheck } from './check.ts'

/** Rates that may well pass 100 %: growth, multiples, completion of a plan, coverage of debts. */
const UNBOUNDED = /增长|增幅|增加|上升|提高|增收|增值|同比|环比|倍|比上年|超额|拨备|保值|收益率|回报率/
/** Units of parts of a whole: a multiple (倍) is none. */
const SHARES = new Set(['%', '‰'])
const OF_A_PLAN = /完成率|实现率|完成比例|执行率|达产率|到位率/

export const check: IndicatorCheck = {
  id: 'share-above-hundred',
  code: 'C05',
  over: 'indicator',
  title: {
    passed: { zh: '比率类指标值不超过100%', en: 'No share is asked to pass 100 %' },
    failed: { zh: '比率类指标值达到或超过100%', en: 'A share asked to reach or pass 100 %' },
  },
  why: {
    zh: '占比最高为100%，“≥100%”没有超过的余地，也分不出好坏。',
    en: 'A share ends at 100 %: “≥100 %” leaves no room and tells nothing apart.',
  },
  severity: 'warning',
  law: [cite('caiyu-2021-101/indicator-attributes')],
  messages: {
    floorAtHundred: {
      text: {
        zh: '“{name}”的指标值“{target}”要求不低于100%，而占比不可能超过100%',
        en: '“{name}” has the target “{target}”, yet a share cannot pass 100 %',
      },
      advice: {
        zh: '改为“=100%”，或者定一个达得到也可能达不到的比率',
        en: 'write “=100%”, or a rate that can be missed',
      },
    },
    aboveHundred: {
      text: {
        zh: '“{name}”的指标值“{target}”超过100%',
        en: '“{name}” has the target “{target}”, above 100 %',
      },
      advice: {
        zh: '核对是否笔误；如为增长率、完成计划的比率，请在名称中写明',
        en: 'check for a slip; if it is growth or the completion of a plan, say so in the name',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:67',
      form: {
        indicators: [
          { level2: '质量指标', name: '困难义工符合慰问标准、清凉补贴保障标准符合率', target: '≥100%', actual: '100%' },
        ],
      },
      flagged: ['floorAtHundred@indicators[0].target'],
    },
    {
      from: 'F053',
      form: { indicators: [{ name: '奖补资金完成率(%)', target: '≥100%', actual: '≥100%' }] },
      flagged: ['floorAtHundred@indicators[0].target'],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '设备完好率', target: '≥120%', actual: '100%' }] },
      flagged: ['aboveHundred@indicators[0].target'],
    },
    {
      from: 'F045',
      form: {
        indicators: [
          { name: '创业担保贷款发放额增长率', target: '≥110%', actual: '115.25%' },
          { name: '资金足额拨付率', target: '100%', actual: '100%' },
          { name: '创业担保贷款回收率', target: '≥90%', actual: '98.70%' },
          { name: '成本控制率', target: '≤100%', actual: '98%' },
          { name: '培训人数', target: '≥120人', actual: '130人' },
          { name: '创业担保基金放大倍数', target: '≥2倍', actual: '10倍' },
          { name: '市民满意度调查', target: '290%', actual: '100%' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const reading = indicator.target.value
    const quantity = quantityOf(reading?.value)
    if (!quantity?.unit || !SHARES.has(quantity.unit.name)) return 'skip'
    // 290% that may be ≥90% is a reading to confirm first.
    if (reading!.repairs.length > 0 || UNBOUNDED.test(indicator.name.raw)) return 'skip'
    const share = quantity.number.times(quantity.unit.factor).compare(Exact.one)
    const isFloor = quantity.operator === 'atLeast' || quantity.operator === 'moreThan'
    if (share < 0 || (share === 0 && !isFloor) || quantity.operator === 'atMost' || quantity.operator === 'lessThan')
      return 'pass'
    return {
      message: share === 0 ? 'floorAtHundred' : 'aboveHundred',
      data: { name: indicator.name.raw, target: indicator.target.raw },
      at: [`${path}.target`],
      // The completion of a plan can pass 100 %, and ≥100% can be reached: then it is a hint.
      ...(share === 0 || OF_A_PLAN.test(indicator.name.raw) ? { severity: 'info' as const } : {}),
    }
  },
}
