import { cite } from '../rulebook/index.ts'
import { answerOf, problemsOf } from './aids/events.ts'
import type { FormCheck } from './check.ts'

const header = '一级指标\t二级指标\t三级指标\t年度指标值\t分值\t全年实际完成值\t得分\t偏差原因分析及改进措施\n'

export const check: FormCheck = {
  id: 'column-shifted',
  code: 'E01',
  over: 'form',
  title: {
    passed: { zh: '各列内容没有错位', en: 'No text stands in a wrong column' },
    failed: { zh: '内容错列', en: 'Text in a wrong column' },
  },
  why: {
    zh: '文字占了得分列，得分就丢失了，总分也无法核对。',
    en: 'A text in the column of scores leaves the score lost and the total unprovable.',
  },
  severity: 'error',
  law: [cite('ziping-proposal/repairs')],
  messages: {
    shifted: {
      text: {
        zh: '“{text}”不在它应在的列，已按内容移到相符的列，原来那一列没有内容',
        en: '“{text}” stood in a column it does not fit; it was moved by its content, and the column it stood in is empty',
      },
      advice: {
        zh: '对照原表核对这一行各列，补填缺失的数字（多为得分）',
        en: 'compare the row with the original and fill in the missing figure, mostly the score',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:109',
      text:
        `${header}产出指标\t成本指标\t各类活动项目总成本\t≤65万元\t0.97\t66.5331万元\t原因分析:因委托第三方进行项目评估,导致经费实际完成值大于指标值。\n` +
        '\t\t团建项目总成本\t≤10万元\t0.15\t9.4656万元\t0.15\t\n',
      flagged: ['shifted@indicators[0].note'],
    },
    {
      from: 'shenzhen-guangming-2021:88',
      text: `${header}产出指标\t成本指标\t团建项目总成本\t≤10万元\t0.15\t9.4656万元\t0.15\t\n`,
      flagged: [],
    },
  ],
  test({ events }) {
    return answerOf(problemsOf(events, { 'column-shifted': { message: 'shifted' } }))
  },
}
