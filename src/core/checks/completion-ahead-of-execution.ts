import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { progressOf, rateOrAnswer } from './aids/outputs.ts'
import { sayPercent } from './aids/scored-rows.ts'
import type { FormCheck } from './check.ts'

/** Percent of completion by which spending may lag: integrated-platform/completion-execution-gap. */
const GAP = Exact.of('5')

export const check: FormCheck = {
  id: 'completion-ahead-of-execution',
  code: 'B25',
  over: 'form',
  severity: 'info',
  title: {
    passed: { zh: '产出完成进度与预算执行率相近', en: 'Completion and execution keep pace' },
    failed: { zh: '产出完成进度明显高于预算执行率', en: 'Completion well ahead of execution' },
  },
  why: {
    zh: '完成进度与执行率差距较大的，系统会预警：可能款项未付，也可能预算偏宽或完成值偏高。完成进度为各产出指标（不含成本）按分值加权的完成比例；能算出的不足一半（按分值）时不判断。',
    en: 'A wide gap is flagged by the platform: bills unpaid, a loose budget, or actuals too high. Completion is the mean over the outputs (costs aside), by weight; nothing is said where less than half of them tell it.',
  },
  law: [cite('integrated-platform/completion-execution-gap')],
  messages: {
    ahead: {
      text: {
        zh: '产出指标完成进度{completion}，预算执行率{rate}，相差超过{limit}%。',
        en: 'Outputs are {completion} complete, execution is {rate}: more than {limit}% apart.',
      },
      advice: {
        zh: '说明差距原因：款项未付、节约还是预算偏宽，并核对完成值。',
        en: 'Explain the gap (unpaid bills, savings, a loose budget) and check the actuals.',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '80', rate: '80%' }],
        indicators: [
          { level1: '产出指标', name: '培训人数', target: '≥100人', actual: '100人', weight: '20', score: '20' },
          { level1: '产出指标', name: '培训班期数', target: '≥10期', actual: '9期', weight: '20', score: '18' },
          { level1: '产出指标', name: '培训质量', target: '良好', actual: '90%', weight: '10', score: '9' },
          { level1: '产出指标', name: '培训成本', target: '≤80万元', actual: '75万元', weight: '10', score: '10' },
        ],
      },
      flagged: ['ahead@form'],
    },
    {
      from: 'shenzhen-guangming-2021:17,38',
      form: {
        tasks: [{ row: 'total', name: '金额合计', budgeted: '2726.98', executed: '2672.05', rate: '97.99%' }],
        indicators: [
          { level1: '产出指标', name: '工会工作者人数', target: '65人', actual: '64人', weight: '5.06', score: '4.98' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '80', rate: '80%' }],
        indicators: [
          { level1: '产出指标', name: '培训人数', target: '≥100人', actual: '0人', weight: '20', score: '0' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '80', rate: '80%' }] },
      flagged: [],
    },
    { from: 'F045', form: { tasks: [{ row: 'total', name: '年度资金总额' }] }, flagged: [] },
    { from: 'F023', form: { indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头' }] }, flagged: [] },
  ],
  test({ form, scored }) {
    const rate = rateOrAnswer(form, scored)
    if (typeof rate === 'string') return rate
    const completion = progressOf(form, scored)
    if (completion === null) return 'skip'
    if (completion.minus(rate).times(Exact.hundred).atMost(GAP.times(completion))) return 'pass'
    const data = { completion: sayPercent(completion), rate: sayPercent(rate), limit: GAP.toString() }
    return { message: 'ahead', data, at: ['form'] }
  },
}
