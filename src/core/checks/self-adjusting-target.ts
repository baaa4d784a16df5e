import { cite } from '../rulebook/index.ts'
import type { IndicatorCheck } from './check.ts'

export const check: IndicatorCheck = {
  id: 'self-adjusting-target',
  code: 'C21',
  over: 'indicator',
  title: {
    passed: { zh: '指标值不随实际变动', en: 'No target adjusts itself' },
    failed: { zh: '指标值随实际变动', en: 'Target that adjusts itself' },
  },
  why: {
    zh: '“以实际为准”的指标值，完成多少都算达标，起不到约束作用。',
    en: 'A target that follows what happens is met by anything and binds nobody.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/hollow'), cite('ziping-proposal/limits')],
  messages: {
    adjusting: {
      text: {
        zh: '“{name}”的指标值“{target}”以实际情况为准（{condition}）',
        en: '“{name}” has the target “{target}”, which follows what happens ({condition})',
      },
      advice: { zh: '改为确定的指标值；变动情况写入偏差说明', en: 'set a firm target and tell changes in the remark' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:54',
      form: { indicators: [{ name: 'U站前台值岗志愿者人数', target: '4人/天(按实际人数为准)', actual: '4人/天' }] },
      flagged: ['adjusting@indicators[0].target'],
    },
    { from: 'F023', form: { indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头' }, {}] }, flagged: [] },
  ],
  test({ indicator, path }) {
    const value = indicator.target.value?.value
    if (value === null || value === undefined) return 'skip'
    if (value.kind !== 'conditional') return 'pass'
    const data = { name: indicator.name.raw, target: indicator.target.raw, condition: value.condition }
    return { message: 'adjusting', data, at: [`${path}.target`] }
  },
}
