import { cite } from '../rulebook/index.ts'
import { answerOf, problemsOf } from './aids/events.ts'
import type { FormCheck } from './check.ts'

const header = '一级指标\t二级指标\t三级指标\t年度指标值\t分值\t全年实际完成值\t得分\t偏差原因分析及改进措施\n'
const row = '产出指标\t数量指标\t培训人数\t≥50人\t10\t60人\t10\t\n'

export const check: FormCheck = {
  id: 'column-count-changing',
  code: 'E02',
  over: 'form',
  title: {
    passed: { zh: '表内列数前后一致', en: 'The table keeps its number of columns' },
    failed: { zh: '表内列数变化', en: 'The number of columns changes inside a table' },
  },
  why: {
    zh: '列数在表中途变化，多为识别或转换时丢列，后面各列可能整体错位。',
    en: 'A change of columns inside a table mostly means one was lost in scanning, and all later cells may be off by one.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/repairs')],
  messages: {
    changed: {
      text: {
        zh: '从这一行起，列数由{from}变为{to}',
        en: 'from this row on the table has {to} columns instead of {from}',
      },
      advice: {
        zh: '对照原表核对这一行之后各列是否读对',
        en: 'compare the columns from here on with the original',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:94',
      text: `${header}${row}\t\t培训场次\t≥5场\t10\t6场\t10\n\t\t培训课程\t≥5门\t10\t6门\t10\n`,
      flagged: ['changed@indicators[1].name'],
    },
    { from: 'made', text: `${header}${row}`, flagged: [] },
  ],
  test({ events }) {
    return answerOf(problemsOf(events, { 'columns-changed': { message: 'changed', certainty: 'review' } }))
  },
}
