import { gather } from '../model/gather.ts'
import { Exact, type FormPath } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import type { FormCheck, FormSubject, Problem } from './check.ts'

/** How a report tells each figure. A figure that belongs to a part of the form (产出指标得分) is none of these. */
const TOLD = {
  total:
    /(?:自评(?:综合)?(?:得分|总分|评分|分值?)|综合(?:得分|评分)|总得分|评价得分|总分)(?:合计)?(?:为|是|[:：])?\s*(\d{1,3}(?:\.\d+)?)\s*分/g,
  budgeted:
    /(?:全年|调整后|年度)?(?:预算(?:数|总额|资金|金额)?|预算安排)(?:合计|共计|总计)?(?:为|是|[:：])?\s*(\d+(?:,\d{3})*(?:\.\d+)?)\s*万元/g,
  executed:
    /(?:全年|实际)?(?:执行(?:数|金额)?|支出(?:数|金额)?)(?:合计|共计|总计)?(?:为|是|[:：])?\s*(\d+(?:,\d{3})*(?:\.\d+)?)\s*万元/g,
} as const

type Told = keyof typeof TOLD

const advice = { zh: '核对报告与自评表，以审定的数据为准', en: 'check both and keep the figure that was settled' }

const form = {
  total: '88.20',
  moneyUnit: '万元',
  tasks: [{ row: 'total' as const, name: '金额合计', budgeted: '1834.50', executed: '1790.20' }],
}

export const check: FormCheck = {
  id: 'report-contradicting-form',
  code: 'D14',
  over: 'form',
  title: {
    passed: { zh: '自评报告与自评表数据一致', en: 'Report and form agree' },
    failed: { zh: '自评报告与自评表数据不一致', en: 'Report and form disagree' },
  },
  why: {
    zh: '报告和盖章的自评表由同一单位同时报送，总分和金额不一致时，无法判断以哪个为准。报告有多处提到同一数字的，有一处相符即可；读得到报告全文的才能比较。',
    en: 'Report and stamped form come from one unit at one time; where total or money differ nobody can tell which holds. One mention that agrees is enough. Compared where the text of the report is at hand.',
  },
  severity: 'error',
  law: [cite('pidu-review-2025/report-agrees')],
  messages: {
    total: {
      text: {
        zh: '报告写总分{report}分，自评表为{form}分',
        en: 'the report gives {report} points in all, the form {form}',
      },
      advice,
    },
    budgeted: {
      text: {
        zh: '报告写预算{report}万元，自评表为{form}万元',
        en: 'the report gives a budget of {report} (10,000 yuan), the form {form}',
      },
      advice,
    },
    executed: {
      text: {
        zh: '报告写执行{report}万元，自评表为{form}万元',
        en: 'the report gives {report} executed (10,000 yuan), the form {form}',
      },
      advice,
    },
  },
  examples: [
    {
      from: 'made',
      form,
      beside: {
        report: '全年预算数1,834.50万元，全年执行数1780万元。总分100分，自评得分为87.5分，其中产出指标得分41分。',
      },
      flagged: ['executed@tasks[0].executed.total', 'total@total'],
    },
    {
      from: 'made',
      form,
      beside: { report: '预算安排1900万元，实际支出1790.20万元，综合得分:88.20分' },
      flagged: ['budgeted@tasks[0].budgeted.total'],
    },
    {
      from: 'made',
      form,
      beside: { report: '自评得分88.20分。上年总分90分。调整后预算1834.50万元，年初预算2000万元。' },
      flagged: [],
    },
    { from: 'made', form: { ...form, moneyUnit: '元' }, beside: { report: '预算数1万元，总分：满分' }, flagged: [] },
    { from: 'made', form: { ...form, tasks: [] }, beside: { report: '预算1万元' }, flagged: [] },
    { from: 'made', form: { ...form, total: '约九十分' }, beside: { report: '自评得分95分' }, flagged: [] },
    { from: 'made', form, flagged: [] },
  ],
  test(subject) {
    const { report } = subject.beside
    if (report === undefined) return 'skip'
    const problems = gather(figuresOf(subject), ({ told, value, path, shown }): Problem[] => {
      const found = [...report.normalize('NFKC').matchAll(TOLD[told])].map((match) => match[1]!.replaceAll(',', ''))
      // 总分100分 tells what could be had.
      const meant = found.filter((text) => told !== 'total' || !Exact.of(text).equals(Exact.hundred))
      if (meant.length === 0 || meant.some((text) => Exact.of(text).equals(value))) return []
      return [{ message: told, data: { report: meant[0]!, form: shown }, at: [path], certainty: 'review' }]
    })
    const [first, ...others] = problems
    return first === undefined ? 'pass' : [first, ...others]
  },
}

interface FormFigure {
  readonly told: Told
  readonly value: Exact
  readonly path: FormPath
  readonly shown: string
}

/** What of the form can be compared: money only where it is printed in 万元. */
function figuresOf({ form: { total, tasks, moneyUnit } }: FormSubject): FormFigure[] {
  const at = tasks.findIndex(({ role }) => role === 'total')
  const money = gather(['budgeted', 'executed'] as const, (told) => {
    const cell = moneyUnit.value === '万元' ? tasks[at]?.[told].total : undefined
    return cell === undefined ? [] : [{ told, cell, path: `tasks[${at}].${told}.total` }]
  })
  return gather([...money, { told: 'total' as const, cell: total, path: 'total' }], ({ told, cell, path }) =>
    cell.value === null ? [] : [{ told, value: cell.value, path, shown: cell.raw }],
  )
}
