import { cite } from '../rulebook/index.ts'
import { answerOf, problemsOf } from './aids/events.ts'
import type { FormCheck } from './check.ts'

const header = '一级指标\t二级指标\t三级指标\t年度指标值\t分值\t实际完成值\t得分\n'
const rows = (between: string) =>
  `${header}产出指标\t数量指标\t培训人数\t≥50人\t10\t60人\t10\n${between}\t\t培训场次\t≥5场\t10\t6场\t10\n`

export const check: FormCheck = {
  id: 'page-number-between-rows',
  code: 'E05',
  over: 'form',
  title: {
    passed: { zh: '表内没有夹入页码', en: 'No page number stands between rows' },
    failed: { zh: '表内夹有页码', en: 'Page number between rows' },
  },
  why: {
    zh: '页码夹在数据行之间，会被误当成分值或得分。',
    en: 'A page number among the rows may be taken for a weight or a score.',
  },
  severity: 'info',
  law: [cite('ziping-proposal/repairs')],
  messages: {
    pageNumber: {
      text: { zh: '“{text}”是页码，未计入表内数据', en: '“{text}” is a page number and was left out of the data' },
      advice: { zh: '如果不是页码，请把它填到应在的栏目', en: 'if it is none, move it into its field' },
    },
  },
  examples: [
    { from: 'shenzhen-guangming-2021:93', text: rows('\n1\n\n'), flagged: ['pageNumber@form'] },
    { from: 'made', text: rows(''), flagged: [] },
  ],
  test({ events }) {
    return answerOf(problemsOf(events, { 'page-number': { message: 'pageNumber' } }))
  },
}
