import type { Indicator } from '../model/index.ts'
import { cite, reachesThreshold } from '../rulebook/index.ts'
import { saidIn } from './aids/notes.ts'
import { sayPercent, usedPercent } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

/** A cost by its heading or by its unit of money; a rate of complaints that stays low is no reason to ask. */
function isCost({ level1Kind, level2, target }: Indicator): boolean {
  const value = target.value?.value
  return (
    level1Kind === 'cost' ||
    level2.cell.raw.includes('成本') ||
    (value?.kind === 'quantity' && value.unit?.dimension === 'money')
  )
}

export const check: IndicatorCheck = {
  id: 'cost-far-below-target',
  code: 'B17',
  over: 'indicator',
  severity: 'warning',
  title: {
    passed: { zh: '成本没有大幅低于计划，或已说明', en: 'No cost is far below its target unexplained' },
    failed: { zh: '成本大幅低于计划而未说明', en: 'Cost far below its target without a reason' },
  },
  why: {
    zh: '成本大幅低于计划，可能是预算偏宽，也可能是任务没有做完，应说明。',
    en: 'A cost far below its target means a loose budget, or work not done: it is to be explained.',
  },
  law: [cite('review-practice/cost-below')],
  messages: {
    farBelow: {
      text: {
        zh: '指标值“{target}”，实际“{actual}”，仅为指标值的{share}，低于{limit}%，未说明原因。',
        en: 'Target “{target}”, actual “{actual}”: {share} of the target, below {limit}%, without a reason.',
      },
      advice: {
        zh: '说明是节约、指标值偏宽还是任务未完成；指标值偏宽的，下年调低。',
        en: 'Say whether it is a saving, a loose target or work not done; lower a loose target next year.',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:97',
      form: {
        indicators: [{ name: '印刷采买经费', target: '≦8万元', actual: '3.4453万元', weight: '0.12', score: '0.12' }],
      },
      flagged: ['farBelow@indicators[0].actual'],
    },
    {
      from: 'shenzhen-guangming-2021:91',
      form: { indicators: [{ name: '慰问经费', target: '≦4万元', actual: '3.2万元', weight: '0.06', score: '0.06' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '印刷成本', target: '≤8万元', actual: '3万元', weight: '5', score: '5', note: '改用电子版。' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '投诉率', target: '≤5%', actual: '1%', weight: '5', score: '5' }] },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:57',
      form: { indicators: [{ name: '社区覆盖率', target: '≥95%', actual: '100%', weight: '3.57', score: '3.57' }] },
      flagged: [],
    },
  ],
  test({ indicator, path, scored, edition, columns }) {
    const share = usedPercent(scored)
    if (share === null || !columns.includes('note') || !isCost(indicator)) return 'skip'
    const limit = edition.reasons.costBelow.value
    if (!reachesThreshold(edition, 'costBelow', share) || saidIn(indicator.note) !== '') return 'pass'
    const data = { target: indicator.target.raw, actual: indicator.actual.raw, share: sayPercent(share), limit }
    return { message: 'farBelow', data, at: [`${path}.actual`, `${path}.note`] }
  },
}
