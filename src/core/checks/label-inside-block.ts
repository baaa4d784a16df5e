import { cite } from '../rulebook/index.ts'
import { answerOf, problemsOf } from './aids/events.ts'
import type { FormCheck } from './check.ts'

const header = '一级指标\t二级指标\t三级指标\t年度指标值\t分值\t实际完成值\t得分\n'

export const check: FormCheck = {
  id: 'label-inside-block',
  code: 'E03',
  over: 'form',
  title: {
    passed: { zh: '类别名称都在其首行且可辨认', en: 'Headings stand at the top of their block and can be read' },
    failed: { zh: '类别名称在其区块中间或无法辨认', en: 'Heading inside its block, or unreadable' },
  },
  why: {
    zh: '合并单元格转换后，类别名称落在区块中间，上下各行归入哪一类要靠推断。',
    en: 'After conversion a merged heading stands in the middle of its rows: which rows are its own has to be inferred.',
  },
  severity: 'info',
  law: [cite('ziping-proposal/repairs')],
  messages: {
    inside: {
      text: {
        zh: '类别名称“{text}”印在其区块中间，已按名称和分值合计归入上下各行',
        en: 'the heading “{text}” stands in the middle of its block; the rows above and below were taken as its own',
      },
      advice: { zh: '对照原表核对各行所属类别', en: 'compare the headings of the rows with the original' },
    },
    repaired: {
      text: {
        zh: '类别名称“{text}”有缺损或印作两处，已按“{takenFor}”理解',
        en: 'the heading “{text}” is damaged or printed in two places and was read as “{takenFor}”',
      },
      advice: { zh: '对照原表改正类别名称', en: 'mend the heading by the original' },
    },
    unreadable: {
      text: {
        zh: '“{text}”在类别一栏中，无法辨认，疑为“{takenFor}”，所在行按上下文归类',
        en: '“{text}” stands among the headings and cannot be read, probably “{takenFor}”; its row was placed by its surroundings',
      },
      advice: { zh: '对照原表改正类别名称', en: 'mend the heading by the original' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:133',
      text:
        `${header}\t\t培训人数\t≥50人\t10\t60人\t10\n产出指标\t数量指标\t培训场次\t≥5场\t10\t6场\t10\n\t\t参加次数\t≥5次\t10\t6次\t10\n` +
        '\t\t活动参与人员满意度\t≥95%\t5\t95%\t5\n满意度指标\t即友对充进尧庇化仁\t体检活动满意度\t≥95%\t5\t95%\t5\n\t服务对象满意度指标\t居住人员满意度\t≥95%\t5\t100%\t5\n',
      flagged: [
        'inside@indicators[1].level1',
        'inside@indicators[1].level2',
        'inside@indicators[4].level1',
        'inside@indicators[5].level2',
        'unreadable@indicators[4].level2',
      ],
    },
    {
      from: 'shenzhen-guangming-2021:58',
      text: `${header}产出指标 (50分)\t数量指标\t培训人数\t≥50人\t10\t60人\t10\n(50%)\t\t培训场次\t≥5场\t10\t6场\t10\n`,
      flagged: ['repaired@indicators[0].level1'],
    },
    { from: 'made', text: `${header}产出指标\t数量指标\t培训人数\t≥50人\t10\t60人\t10\n`, flagged: [] },
  ],
  test({ events }) {
    return answerOf(
      problemsOf(events, {
        'label-inside-block': { message: 'inside', certainty: 'review' },
        'label-repaired': { message: 'repaired', certainty: 'review' },
        'label-unreadable': { message: 'unreadable', certainty: 'review' },
      }),
    )
  },
}
