import { gather } from '../model/gather.ts'
import type { Indicator } from '../model/index.ts'
import { indicatorPath } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { lastYearOf } from './aids/last-year.ts'
import { saidIn, tellsRemedy } from './aids/notes.ts'
import { hasLostPoints } from './aids/scored-rows.ts'
import type { FormCheck, Problem } from './check.ts'

/** Last year points were lost in the row, and something was going to be done about it. */
function promised({ weight, score, note }: Indicator): boolean {
  const isShort = weight.value !== null && score.value?.lessThan(weight.value) === true
  return isShort && tellsRemedy(saidIn(note))
}

const row = (actual: string, score: string, note: string, name = '危房改造户数') => ({
  name,
  target: '≥50户',
  actual,
  weight: '10',
  score,
  note,
})
const remedy = '施工队伍不足，下一步提前招标，督促抓紧施工'

export const check: FormCheck = {
  id: 'remedy-not-kept',
  code: 'B29',
  over: 'form',
  title: {
    passed: {
      zh: '上年提出改进措施的指标本年没有再扣分',
      en: 'What last year’s remedies were for lost no points again',
    },
    failed: { zh: '上年提出了改进措施，本年仍扣分', en: 'Points lost again after last year’s remedy' },
  },
  why: {
    zh: '改进措施是否落实，看第二年的结果。同一指标连续两年扣分的，须说明上年措施为何没有见效。有上年表的才能比较。',
    en: 'Whether a remedy was carried out shows in the next year. Points lost in two years running ask why it did not help. Compared where last year’s form is at hand.',
  },
  severity: 'warning',
  law: [cite('ziping-proposal/other-years'), cite('caiyu-2020-10/self-evaluation-content')],
  messages: {
    again: {
      text: {
        zh: '“{name}”上年承诺“{remedy}”，本年仍扣分（{score}/{weight}）',
        en: '“{name}” lost points again ({score} of {weight}); last year’s remedy was “{remedy}”',
      },
      advice: { zh: '说明上年措施落实情况和本年的办法', en: 'tell what became of it, and what is done now' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { fiscalYear: '2022', indicators: [row('40户', '8', '部分农户外出')] },
      beside: { years: [{ year: 2021, form: { indicators: [row('35户', '7', remedy)] } }] },
      flagged: ['again@indicators[0].score'],
    },
    {
      from: 'made',
      form: {
        fiscalYear: '2022',
        indicators: [
          row('52户', '10', ''),
          row('40户', '8', '', '清淤河道公里数'),
          row('40户', '8', '', '补植树木株数'),
          row('40户', '', '', '护路员人数'),
        ],
      },
      beside: {
        years: [
          {
            year: 2021,
            form: {
              indicators: [
                row('35户', '7', remedy),
                row('35户', '7', '上游来水较多', '清淤河道公里数'),
                row('50户', '10', remedy, '补植树木株数'),
                row('35户', '7', remedy, '护路员人数'),
              ],
            },
          },
        ],
      },
      flagged: [],
    },
    { from: 'made', form: { fiscalYear: '2022', indicators: [row('40户', '8', '')] }, flagged: [] },
  ],
  test({ form, scored, edition, beside }) {
    const last = lastYearOf(form, beside)
    if (last === null) return 'skip'
    const kept = last.rows.filter(({ before }) => promised(before))
    return answerOf(
      gather(kept, ({ index, before }): Problem[] => {
        const now = form.indicators[index]!
        if (!hasLostPoints(scored.rows[index]!, edition)) return []
        const path = indicatorPath(index)
        return [
          {
            message: 'again',
            data: { name: now.name.raw, remedy: before.note.raw, score: now.score.raw, weight: now.weight.raw },
            at: [`${path}.score`, `${path}.note`],
            certainty: 'review',
          },
        ]
      }),
    )
  },
}
