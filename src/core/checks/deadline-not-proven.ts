import { cite } from '../rulebook/index.ts'
import { hasFullMarks, kindOf } from './aids/scored-rows.ts'
import type { IndicatorCheck } from './check.ts'

const UNDONE = /^\s*(?:尚|还)?(?:未|没有)(?:完成|实施|开展|开工|完工|启动|达成|实现)/

export const check: IndicatorCheck = {
  id: 'deadline-not-proven',
  code: 'B16',
  over: 'indicator',
  severity: 'error',
  title: {
    passed: { zh: '有期限的指标填写了按期的完成日期', en: 'Deadlines are met by the date given' },
    failed: { zh: '期限指标逾期或未写完成日期', en: 'Deadline missed, or no date given' },
  },
  why: {
    zh: '指标值是期限的，完成值应是实际完成日期，才能判断是否按期；逾期仍得满分的，列为错误。',
    en: 'Where the target is a deadline the actual must be a date; full marks on a late date are an error.',
  },
  law: [cite('ziping-proposal/date'), cite('pidu-review-2025/dates-contradict')],
  messages: {
    lateFullMarks: {
      text: {
        zh: '期限“{target}”，完成于“{actual}”，已逾期，仍得满分{printed}分。',
        en: 'Deadline “{target}”, done “{actual}”: late, yet full marks ({printed}).',
      },
      advice: {
        zh: '核对日期；确已逾期的，扣分并说明原因。',
        en: 'Check the date; if it is late, take points off and state the reason.',
      },
    },
    noDate: {
      text: {
        zh: '期限“{target}”，完成值“{actual}”不是日期，无法判断是否按期。',
        en: 'Deadline “{target}”, but the actual “{actual}” is no date: whether it was met cannot be told.',
      },
      advice: {
        zh: '填写实际完成日期，并备好验收单、文件等佐证。',
        en: 'Give the date of completion and keep the paper that proves it.',
      },
    },
    deadlineCopied: {
      text: {
        zh: '期限“{target}”，完成值“{actual}”也是期限，不是实际完成日期。',
        en: 'Deadline “{target}”; the actual “{actual}” is a deadline too, not the date of completion.',
      },
      advice: { zh: '改填实际完成日期。', en: 'Give the actual date of completion.' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:83',
      form: {
        indicators: [{ name: '建设时限', target: '2021年12月31日前', actual: '已完成', weight: '0.23', score: '0.23' }],
      },
      flagged: ['noDate@indicators[0].actual'],
    },
    {
      from: 'shenzhen-guangming-2021:74',
      form: {
        indicators: [
          { name: '活动完成时限', target: '12月15日前', actual: '12月15日前', weight: '0.39', score: '0.39' },
        ],
      },
      flagged: ['deadlineCopied@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '完工时间', target: '2021年6月30日前', actual: '未完成', weight: '5', score: '0' },
          { name: '投用时间', target: '2021年6月30日前', actual: '未完成', weight: '5', score: '5' },
        ],
      },
      flagged: ['noDate@indicators[1].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [{ name: '完工时间', target: '2021年6月30日前', actual: '2021年7月15日', weight: '5', score: '5' }],
      },
      flagged: ['lateFullMarks@indicators[0].actual'],
    },
    {
      from: 'shenzhen-guangming-2021:82',
      form: {
        indicators: [
          { name: '评估时限', target: '2021年12月31日前', actual: '2021年6月18日', weight: '0.17', score: '0.17' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '完工时间', target: '2021年6月30日前', weight: '5', score: '5' }] },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:57',
      form: { indicators: [{ name: '社区覆盖率', target: '≥95%', actual: '100%', weight: '3.57', score: '3.57' }] },
      flagged: [],
    },
  ],
  test({ indicator, path, scored }) {
    if (kindOf(indicator.target) !== 'date') return 'skip'
    const value = indicator.actual.value?.value
    if (value === null || value === undefined || value.kind === 'none') return 'unread'
    const data = { target: indicator.target.raw, actual: indicator.actual.raw, printed: indicator.score.raw }
    const at = [`${path}.actual`, `${path}.target`] as const
    // 未完成 without the points of the deadline says all there is to say.
    if (value.kind !== 'date' && UNDONE.test(indicator.actual.raw) && !hasFullMarks(scored)) return 'pass'
    if (value.kind !== 'date') return { message: 'noDate', data, at, severity: 'warning', certainty: 'review' }
    if (scored.verdict === 'missed' && hasFullMarks(scored)) return { message: 'lateFullMarks', data, at }
    return value.relation === 'by' ? { message: 'deadlineCopied', data, at, severity: 'info' } : 'pass'
  },
}
