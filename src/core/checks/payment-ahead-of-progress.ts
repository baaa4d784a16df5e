import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { indicatorAt } from './aids/figures.ts'
import { saidIn } from './aids/notes.ts'
import { outputsOf, progressOf, rateOrAnswer } from './aids/outputs.ts'
import { sayPercent } from './aids/scored-rows.ts'
import type { FormCheck } from './check.ts'

/** Percentage points by which payment may run ahead of work: review-practice/payment-progress. */
const AHEAD = Exact.of('20')

const money = (executed: string, rate: string) => ({
  tasks: [{ row: 'total' as const, name: '年度资金总额', budgeted: '100', executed, rate }],
})
const outputs = (...actuals: readonly string[]) => ({
  indicators: actuals.map((actual) => ({
    level1: '产出指标',
    level2: '数量指标',
    name: '护栏安装长度',
    target: '≥100米',
    actual,
    weight: '10',
  })),
})

export const check: FormCheck = {
  id: 'payment-ahead-of-progress',
  code: 'D12',
  over: 'form',
  severity: 'warning',
  title: {
    passed: { zh: '支付进度没有明显超前于工作进度', en: 'Payment is not ahead of the work' },
    failed: { zh: '支付进度超前于工作进度', en: 'Payment well ahead of the work' },
  },
  why: {
    zh: '钱已付出而事情没有做完，可能预付过多，也可能完成值漏填。工作进度为各产出指标（不含成本）按分值加权的完成比例；能算出的不足一半（按分值）时不判断。',
    en: 'Money is paid while work is undone: too much in advance, or actuals left out. Progress is the mean over the outputs (costs aside), by weight; nothing is said where less than half of them tell it.',
  },
  law: [cite('review-practice/payment-progress')],
  messages: {
    ahead: {
      text: {
        zh: '预算执行率{rate}，产出指标完成进度只有{completion}，支付超前{gap}个百分点（限{limit}）。',
        en: 'Execution is {rate}, outputs are only {completion} complete: payment is {gap} points ahead (limit {limit}).',
      },
      advice: {
        zh: '说明预付的依据和未完成的工作何时完成，并核对完成值。',
        en: 'Tell on what ground it was paid in advance and when the work will be done, and check the actuals.',
      },
    },
  },
  examples: [
    { from: 'made', form: { ...money('96', '96%'), ...outputs('60米', '80米') }, flagged: ['ahead@form'] },
    { from: 'made', form: { ...money('96', '96%'), ...outputs('76米') }, flagged: [] },
    {
      from: 'made',
      form: {
        ...money('96', '96%'),
        indicators: [{ level1: '产出指标', name: '护栏安装长度', target: '≥100米', actual: '60米' }],
      },
      flagged: [],
    },
    { from: 'made', form: { ...money('96', '96%'), ...outputs('良好') }, flagged: [] },
    // One row of three tells nothing of the others.
    { from: 'made', form: { ...money('96', '96%'), ...outputs('60米', '良好', '良好') }, flagged: [] },
    { from: 'made', form: { ...money('96', '96%'), ...outputs('60米', '良好') }, flagged: ['ahead@form'] },
    { from: 'F045', form: { tasks: [{ row: 'total', name: '年度资金总额' }] }, flagged: [] },
    { from: 'F023', form: { indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头' }] }, flagged: [] },
  ],
  test({ form, scored }) {
    const rate = rateOrAnswer(form, scored)
    if (typeof rate === 'string') return rate
    const completion = progressOf(form, scored)
    if (completion === null) return 'skip'
    const gap = rate.minus(completion)
    if (gap.atMost(AHEAD)) return 'pass'
    const lags = outputsOf(form, scored).filter(({ verdict }) => verdict === 'missed')
    const isExplained = lags.every(({ path }) => saidIn(indicatorAt(form, path).note) !== '')
    return {
      message: 'ahead',
      data: {
        rate: sayPercent(rate),
        completion: sayPercent(completion),
        gap: gap.round(2).toString(),
        limit: AHEAD.toString(),
      },
      at: ['form', ...lags.map(({ path }) => `${path}.actual` as const)],
      certainty: 'review',
      // Reasons in the rows, or no column for them: nothing is left to ask.
      ...(isExplained || !form.columns.indicators.includes('note') ? { severity: 'info' as const } : {}),
    }
  },
}
