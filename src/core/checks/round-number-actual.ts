import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { quantityOf } from './aids/indicator-class.ts'
import type { IndicatorCheck } from './check.ts'

const THOUSAND = Exact.of(1000)
/** Counts of people, visits and things; money is granted in round sums, and a share has no thousands. */
const NOT_COUNTED = new Set(['money', 'share', 'points', 'area', 'length', 'volume', 'mass', 'days', 'months'])

export const check: IndicatorCheck = {
  id: 'round-number-actual',
  code: 'C18',
  over: 'indicator',
  title: {
    passed: { zh: '完成值不是可疑的整数', en: 'No actual is suspiciously round' },
    failed: { zh: '完成值为大整数', en: 'Suspiciously round figure' },
  },
  why: {
    zh: '实际数出来的人次、份数很少正好是整千整万，多为估计。',
    en: 'What was really counted is rarely a round thousand; such figures are mostly estimates.',
  },
  severity: 'info',
  law: [cite('ziping-proposal/limits'), cite('pidu-review-2025/no-evidence')],
  messages: {
    round: {
      text: { zh: '“{name}”的完成值“{actual}”为整千数', en: '“{name}” has the round actual “{actual}”' },
      advice: { zh: '核对原始记录，填写实际数', en: 'check the records and give the real number' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:48',
      form: { indicators: [{ name: '开展妇女儿童活动服务人次', target: '≥10000人次', actual: '20000人次' }] },
      flagged: ['round@indicators[0].actual'],
    },
    {
      from: 'F023',
      form: {
        indicators: [
          { name: '鸡养殖数量', target: '500只', actual: '500只' },
          { name: '补助金额', target: '8000元', actual: '8000元' },
          { name: '无线电波长', target: '≥900', actual: '1437' },
          { name: '群众反映', target: '良好', actual: '良好' },
          { name: '事故', target: '0', actual: '0' },
          { name: '苗木', target: '50万株', actual: '57万株' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const quantity = quantityOf(indicator.actual.value?.value)
    // 57万株 is told in ten thousands, and no rounder than that.
    if (quantity !== null && quantity.unit !== null && !quantity.unit.factor.equals(Exact.one)) return 'skip'
    // 20000元/户 is money, whatever it is spread over.
    if (quantity === null || NOT_COUNTED.has(quantity.unit?.dimension.split('/')[0] ?? '')) return 'skip'
    const count = quantity.number
    if (!count.isPositive || !count.dividedBy(THOUSAND).isWhole) return 'pass'
    const data = { name: indicator.name.raw, actual: indicator.actual.raw }
    return { message: 'round', data, at: [`${path}.actual`], certainty: 'review' }
  },
}
