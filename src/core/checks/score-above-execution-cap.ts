import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sayPercent } from './aids/scored-rows.ts'
import type { FormCheck } from './check.ts'

/** Percent of execution below which a total is capped, lowest first: platform-manual-2022/execution-caps. */
const KNOWN_CAPS = [
  { below: '50', total: '59' },
  { below: '60', total: '69' },
  { below: '70', total: '79' },
  { below: '80', total: '89' },
] as const

export const check: FormCheck = {
  id: 'score-above-execution-cap',
  code: 'B15',
  over: 'form',
  severity: 'warning',
  title: {
    passed: { zh: '总分未超过执行率对应的上限', en: 'The total keeps within the cap set by execution' },
    failed: { zh: '总分超过执行率对应的上限', en: 'Total above the cap set by execution' },
  },
  why: {
    zh: '有的地区按预算执行率给总分封顶。本规则有封顶的列为警告，没有的只作提示。',
    en: 'Some places cap the total by execution: a warning where these rules have a cap, a hint elsewhere.',
  },
  law: [cite('platform-manual-2022/execution-caps')],
  messages: {
    aboveCap: {
      text: {
        zh: '预算执行率{rate}，低于{below}%，总分上限为{cap}分，表中为{printed}分。',
        en: 'Execution is {rate}, below {below}%: the total is capped at {cap}, the form gives {printed}.',
      },
      advice: { zh: '总分调整为不超过{cap}分。', en: 'Lower the total to at most {cap}.' },
    },
    cappedElsewhere: {
      text: {
        zh: '预算执行率{rate}，低于{below}%，总分{printed}分。本规则未设上限，有的地区此时总分不得超过{cap}分。',
        en: 'Execution is {rate}, below {below}%, with a total of {printed}. These rules set no cap; elsewhere it would be {cap}.',
      },
      advice: {
        zh: '核对当地是否按执行率封顶；支出少而得分高的，复核时会重点核查。',
        en: 'Check whether your place caps the total; little spending with a high score draws the reviewers’ attention.',
      },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '65', rate: '65%', score: '6.5' }],
        total: '96.5',
      },
      flagged: ['cappedElsewhere@total'],
    },
    {
      from: 'made',
      form: {
        tasks: [{ row: 'total', name: '年度资金总额', budgeted: '100', executed: '65', rate: '65%', score: '6.5' }],
        total: '78',
      },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:17',
      form: {
        tasks: [{ row: 'total', name: '金额合计', budgeted: '2726.98', executed: '2672.05', rate: '97.99%' }],
        total: '96.62',
      },
      flagged: [],
    },
    { from: 'F023', form: { indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头' }] }, flagged: [] },
  ],
  test({ form, scored, edition }) {
    const { printed } = scored.total
    const { rate } = scored.execution
    if (rate === null || printed === null) return 'skip'
    const own = edition.caps.map((cap) => ({ below: cap.below.value, total: cap.total.value }))
    const cap = [...(own.length > 0 ? own : KNOWN_CAPS)].find(({ below }) => rate.lessThan(Exact.of(below)))
    if (cap === undefined || printed.atMost(Exact.of(cap.total))) return 'pass'
    const data = { rate: sayPercent(rate), below: cap.below, cap: cap.total, printed: form.total.raw }
    return own.length > 0
      ? { message: 'aboveCap', data, at: ['total'] }
      : { message: 'cappedElsewhere', data, at: ['total'], severity: 'info', certainty: 'review' }
  },
}
