import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { indicatorAt } from './aids/figures.ts'
import { outputsOf, rateOrAnswer } from './aids/outputs.ts'
import { sayPercent } from './aids/scored-rows.ts'
import type { FormCheck } from './check.ts'

/** Percent of execution below which next to nothing was spent. */
const HARDLY_SPENT = Exact.of('5')

export const check: FormCheck = {
  id: 'outputs-without-spending',
  code: 'B24',
  over: 'form',
  severity: 'warning',
  title: {
    passed: { zh: '产出与支出相称', en: 'Outputs go with spending' },
    failed: { zh: '几乎没有支出，产出却已完成', en: 'Next to nothing spent, yet outputs met' },
  },
  why: {
    zh: '资金几乎没有支出而产出照样完成，数据的真实性会受到质疑。',
    en: 'Outputs met with next to nothing spent call the figures into question.',
  },
  law: [cite('pidu-review-2025/met-without-spending')],
  messages: {
    met: {
      text: {
        zh: '预算执行率仅{rate}，却有{met}个产出指标填报为完成。',
        en: 'Execution is only {rate}, yet {met} outputs are reported as met.',
      },
      advice: {
        zh: '核对执行数和完成值；已完成而款未付的，说明原因和付款安排，并附验收资料。',
        en: 'Check spending and actuals; where work is done and unpaid, say why and when it will be paid, with the papers of acceptance.',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '120', executed: '0.1', rate: '0.08%' }],
        indicators: [
          { level1: '产出指标', name: '慰问人数', target: '≥700人', actual: '748人', weight: '20', score: '20' },
        ],
      },
      flagged: ['met@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '120', executed: '0.1', rate: '0.08%' }],
        indicators: [
          { level1: '产出指标', name: '慰问人数', target: '≥700人', actual: '0人', weight: '20', score: '0' },
          { level1: '满意度指标', name: '群众满意度', target: '≥90%', actual: '95%', weight: '10', score: '10' },
        ],
      },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:17',
      form: { tasks: [{ row: 'total', name: '金额合计', budgeted: '2726.98', executed: '2672.05', rate: '97.99%' }] },
      flagged: [],
    },
    { from: 'F045', form: { tasks: [{ row: 'total', name: '年度资金总额' }] }, flagged: [] },
    { from: 'F023', form: { indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头' }] }, flagged: [] },
  ],
  test({ form, scored }) {
    const rate = rateOrAnswer(form, scored)
    if (typeof rate === 'string') return rate
    if (rate.atLeast(HARDLY_SPENT)) return 'pass'
    const [first, ...others] = outputsOf(form, scored)
      .filter(({ verdict, path }) => verdict === 'met' && indicatorAt(form, path).role === 'scored')
      .map(({ path }) => `${path}.actual`)
    if (first === undefined) return 'pass'
    return { message: 'met', data: { rate: sayPercent(rate), met: others.length + 1 }, at: [first, ...others] }
  },
}
