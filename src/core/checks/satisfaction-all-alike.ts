import { gather } from '../model/gather.ts'
import { Exact } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { quantityOf } from './aids/indicator-class.ts'
import { isSatisfaction, percentOf } from './aids/surveys.ts'
import type { FormCheck, Problem } from './check.ts'

/** So many rows of one figure are more than chance. */
const ROWS = 3

const row = (actual: string, name = '群众满意度') => ({ level1: '满意度指标', name, target: '≥90%', actual })

export const check: FormCheck = {
  id: 'satisfaction-all-alike',
  code: 'C27',
  over: 'form',
  title: {
    passed: { zh: '满意度各有高低', en: 'Satisfaction differs from row to row' },
    failed: { zh: '多项满意度都为100%或彼此相同', en: 'Satisfaction at 100 %, or the same, in several rows' },
  },
  why: {
    zh:
      '各自调查的结果很少都为100%，也很少完全相同。设真实满意度为98%、每项100份答卷，单项恰为100%的概率为13.3%，' +
      '三项都是的概率为0.2%，五项中至少三项为1.9%，十二项中至少三项为20.6%；项数多时偶然也会出现，因此只作提示。',
    en:
      'Separate surveys seldom all give 100 %, or the very same figure. With a true rate of 98 % and 100 answers each, one row is at 100 % with a chance of 13.3 %, ' +
      'three of three with 0.2 %, at least three of five with 1.9 %, at least three of twelve with 20.6 %: with many rows it happens by chance, so that it is a hint only.',
  },
  severity: 'info',
  law: [cite('ziping-proposal/limits'), cite('pidu-review-2025/satisfaction-data')],
  messages: {
    full: {
      text: {
        zh: '{count}项满意度的完成值为100%（共{all}项），如“{name}”',
        en: '{count} of {all} satisfaction rows are at 100 %, such as “{name}”',
      },
      advice: { zh: '核对调查原始数据，写明答卷份数', en: 'check the survey papers, and tell the number of answers' },
    },
    alike: {
      text: {
        zh: '{count}项满意度的完成值同为{actual}（共{all}项），如“{name}”',
        en: '{count} of {all} satisfaction rows are all {actual}, such as “{name}”',
      },
      advice: {
        zh: '核对是否各自调查；一次调查的结果用于多项的，写明出处',
        en: 'check whether each was surveyed; where one survey serves several rows, say so',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:134,135,137',
      form: { indicators: [row('100%', '活动参与人员满意度'), row('100.0%', '居住人员满意度'), row('100%')] },
      flagged: ['full@indicators[0].actual'],
    },
    {
      from: 'made',
      form: { indicators: [row('97.8%'), row('97.8%'), row('99%'), row('97.80%')] },
      flagged: ['alike@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          ...['100%', '98%', '96.2%', '98%', '90%', '90%', '90%'].map((actual) => row(actual)),
          row('满意'),
          ...['97%', '97%', '97%'].map((actual) => ({ ...row(actual), level1: '产出指标', level2: '质量指标' })),
        ],
      },
      flagged: [],
    },
  ],
  test({ form }) {
    const groups = new Map<string, { actual: string; name: string; path: string; isFull: boolean }[]>()
    let all = 0
    form.indicators.forEach((indicator, index) => {
      if (!isSatisfaction(indicator)) return
      const printed = percentOf(indicator)
      if (printed === null) return
      all++
      const target = quantityOf(indicator.target.value?.value)
      const isFull = printed.percent.equals(Exact.hundred)
      // Rows exactly on their targets are another matter.
      if (!isFull && target?.number.equals(printed.percent) === true) return
      const key = printed.percent.toString()
      const row = {
        actual: indicator.actual.raw,
        name: indicator.name.raw,
        path: `indicators[${index}].actual`,
        isFull,
      }
      const group = groups.get(key)
      if (group === undefined) groups.set(key, [row])
      else group.push(row)
    })
    if (all < ROWS) return 'skip'
    return answerOf(
      gather([...groups.values()], (rows): Problem[] => {
        const [first, ...others] = rows
        if (rows.length < ROWS || first === undefined) return []
        return [
          {
            message: first.isFull ? 'full' : 'alike',
            data: { count: rows.length, all, name: first.name, actual: first.actual },
            at: [first.path, ...others.map(({ path }) => path)],
            certainty: 'review',
          },
        ]
      }),
    )
  },
}
