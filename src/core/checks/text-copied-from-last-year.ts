import type { Cell, Form, FormPath } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { lastYearOf } from './aids/last-year.ts'
import { saidIn } from './aids/notes.ts'
import { normaliseWording } from './aids/wording.ts'
import type { FormCheck, Problem } from './check.ts'

/** Shorter texts (全部按期完成) are said anew each year in the same words. */
const LEAST_SIGNS = { result: 16, note: 12 }
/** A copied text with the year put right is copied. */
const YEAR = /(?:19|20)\d{2}年?(?:度)?/g

interface Told {
  readonly path: FormPath
  readonly raw: string
  readonly kind: keyof typeof LEAST_SIGNS
  readonly said: string
}

/** What was done in the year, and why something was not: texts that no two years share by themselves. */
function toldIn(form: Form): Told[] {
  const found: Told[] = []
  const add = (kind: Told['kind'], path: FormPath, cell: Cell<string>) => {
    const said = normaliseWording(saidIn(cell).replace(YEAR, ''))
    if (said.length >= LEAST_SIGNS[kind]) found.push({ path, raw: cell.raw, kind, said })
  }
  form.goals.forEach(({ achieved }, index) => {
    add('result', `goals[${index}].achieved`, achieved)
  })
  form.tasks.forEach(({ completion, note }, index) => {
    add('result', `tasks[${index}].completion`, completion)
    add('note', `tasks[${index}].note`, note)
  })
  form.indicators.forEach(({ note }, index) => {
    add('note', `indicators[${index}].note`, note)
  })
  return found
}

const achieved = '组织送戏下乡演出36场，修缮村级活动室4处'
const note = '因天气原因，户外演出推迟举办'

export const check: FormCheck = {
  id: 'text-copied-from-last-year',
  code: 'B28',
  over: 'form',
  title: {
    passed: { zh: '完成情况和说明不是照抄上年', en: 'Results and remarks are not last year’s' },
    failed: { zh: '完成情况或说明与上年一字不差', en: 'Results or remarks are last year’s, word for word' },
  },
  why: {
    zh: '完成情况和偏差原因说的是当年的事，与上年一字不差（只改年份）的多为照抄。有上年表的才能比较。',
    en: 'Results and causes tell of the year; the same words as last year, but for the year, are mostly copied. Compared where last year’s form is at hand.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/other-years')],
  messages: {
    result: {
      text: { zh: '完成情况“{text}”与上年相同', en: 'the result “{text}” is the same as last year’s' },
      advice: { zh: '写当年实际完成的情况', en: 'tell what was done in this year' },
    },
    note: {
      text: { zh: '说明“{text}”与上年相同', en: 'the remark “{text}” is the same as last year’s' },
      advice: { zh: '核对原因是否仍是当年的原因', en: 'see whether the cause is still this year’s' },
    },
  },
  examples: [
    {
      from: 'made',
      form: {
        fiscalYear: '2022',
        goals: [{ stated: '丰富群众文化生活', achieved: `2022年${achieved}` }],
        indicators: [{ name: '演出场次', target: '≥40场', actual: '36场', note }],
      },
      beside: {
        years: [
          {
            year: 2021,
            form: {
              goals: [{ stated: '丰富群众文化生活', achieved: `2021年${achieved}。` }],
              indicators: [{ name: '演出场次', target: '≥40场', actual: '37场', note }],
            },
          },
        ],
      },
      flagged: ['result@goals[0].achieved', 'note@indicators[0].note'],
    },
    {
      from: 'made',
      form: {
        fiscalYear: '2022',
        goals: [{ stated: '丰富群众文化生活', achieved: '组织送戏下乡演出41场，修缮村级活动室2处' }],
        tasks: [{ name: '文化活动', completion: '已全部完成' }],
        indicators: [{ name: '演出场次', target: '≥40场', actual: '36场', note: '无' }],
      },
      beside: {
        years: [
          {
            year: 2021,
            form: {
              goals: [{ stated: '丰富群众文化生活', achieved }],
              tasks: [{ name: '文化活动', completion: '已全部完成' }],
              indicators: [{ name: '演出场次', target: '≥40场', actual: '37场', note: '无' }],
            },
          },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { fiscalYear: '2022', goals: [{ stated: '丰富群众文化生活', achieved }] },
      beside: { years: [{ year: 2020, form: { goals: [{ stated: '丰富群众文化生活', achieved }] } }] },
      flagged: [],
    },
    { from: 'made', form: { goals: [{ stated: '丰富群众文化生活', achieved }] }, flagged: [] },
  ],
  test({ form, beside }) {
    const last = lastYearOf(form, beside)
    if (last === null) return 'skip'
    const before = new Set(toldIn(last.form).map(({ kind, said }) => `${kind} ${said}`))
    return answerOf(
      toldIn(form)
        .filter(({ kind, said }) => before.has(`${kind} ${said}`))
        .map(({ kind, path, raw }): Problem => {
          return {
            message: kind,
            data: { text: raw },
            at: [path],
            certainty: 'review',
            ...(kind === 'note' ? { severity: 'info' as const } : {}),
          }
        }),
    )
  },
}
