import { withoutBlanks } from '../model/blanks.ts'
import { gather } from '../model/gather.ts'
import type { Form, FormPath } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import type { FormCheck, Problem } from './check.ts'

const YEARS = /(?<!\d)(20\d\d)(?=年)/g
/** A plan or a period may reach over several years. */
const OF_A_PLAN = /规划|计划|纲要|五年|周期|至20|-20|—20/

/** What was done, as the form tells it. */
function narratives(form: Form): readonly { readonly path: FormPath; readonly raw: string }[] {
  return [
    ...form.tasks.map((task, index) => ({ path: `tasks[${index}].completion`, raw: task.completion.raw })),
    ...form.goals.map((goal, index) => ({ path: `goals[${index}].achieved`, raw: goal.achieved.raw })),
  ]
}

/** Years other than the form's own, each once, by the clauses that name them. */
function strangeYears(raw: string, fiscalYear: number): readonly string[] {
  const clauses = withoutBlanks(raw).split(/[,，。;；]/u)
  const years = gather(
    clauses.filter((clause) => !OF_A_PLAN.test(clause)),
    (clause) => clause.match(YEARS) ?? [],
  )
  return [...new Set(years)].filter((year) => Number(year) !== fiscalYear)
}

export const check: FormCheck = {
  id: 'other-year-results',
  code: 'D07',
  over: 'form',
  title: {
    passed: { zh: '完成情况只写本年度', en: 'Completions tell of this year' },
    failed: { zh: '完成情况提到其他年度', en: 'Results of another year' },
  },
  why: {
    zh: '自评只评本年度；其他年度的成果写进来，会被认为串用材料。',
    en: 'The form assesses one year; results of another look borrowed from an earlier report.',
  },
  severity: 'info',
  law: [cite('caiyu-2020-10/self-evaluation-content')],
  messages: {
    otherYear: {
      text: {
        zh: '本表为{fiscalYear}年度，完成情况中提到{years}年',
        en: 'the form is of {fiscalYear}, its completion tells of {years}',
      },
      advice: {
        zh: '核对是否本年度成果；作为对比基数的可以保留',
        en: 'check whether it belongs to this year; a base for comparison may stay',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:34',
      form: {
        fiscalYear: '2021年度',
        goals: [
          { stated: '建设U站。', achieved: '全区团干数量较2019年增加。凤凰城U站获评2020年度十佳,2021年新建1个。' },
        ],
      },
      flagged: ['otherYear@goals[0].achieved'],
    },
    {
      from: 'made',
      form: {
        fiscalYear: '2021年度',
        goals: [{ stated: '培训。', achieved: '2021年完成培训5期;落实2020年至2025年规划。' }],
        tasks: [{ name: '培训费', completion: '全部达成预期指标' }],
      },
      flagged: [],
    },
    { from: 'made', form: { goals: [{ stated: '培训。', achieved: '2020年完成培训。' }] }, flagged: [] },
  ],
  test({ form }) {
    const fiscalYear = form.fiscalYear.value
    if (fiscalYear === null) return 'unread'
    const problems = gather(narratives(form), ({ path, raw }): Problem[] => {
      const years = strangeYears(raw, fiscalYear)
      return years.length === 0
        ? []
        : [{ message: 'otherYear', data: { fiscalYear, years: years.join('、') }, at: [path], certainty: 'review' }]
    })
    return answerOf(problems)
  },
}
