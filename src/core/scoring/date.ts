import { full, open } from './outcomes.ts'
import type { ScoringRule } from './rule.ts'
import { isOrdinary } from './subjects.ts'

/** 时限指标: on time or early is full. What a late date costs no common rule says. */
export const rule: ScoringRule = {
  id: 'date',
  title: { zh: '时限指标', en: 'Deadline' },
  law: (edition) => edition.date.law,
  cases: [
    { weight: '0.17', target: '2021年12月31日前', actual: '2021年6月18日', min: '0.17', max: '0.17' },
    { weight: '0.39', target: '12月15日前', actual: '12月15日前', min: '0.39', max: '0.39' },
    { weight: '10', target: '2021年10月前', actual: '2021年12月', min: '0', max: '10' },
    { weight: '10', target: '2021年10月15日前', actual: '2021年10月', min: '0', max: '10' },
  ],
  claims: (row) => isOrdinary(row) && row.comparison.kind === 'date',
  score: (row) => {
    const { law } = row.edition.date
    const { verdict } = row.comparison
    if (verdict === 'met') return full(row, { zh: '按期或提前完成', en: 'done on time or early' }, law)
    return verdict === 'missed'
      ? open(
          row,
          {
            zh: '逾期完成，没有通行的扣分标准，须由人工判定',
            en: 'late, and no common rule says what that costs: a person must judge',
          },
          law,
        )
      : open(
          row,
          {
            zh: '完成日期不能与时限比较，须由人工判定',
            en: 'the date cannot be compared with the deadline: a person must judge',
          },
          law,
        )
  },
}
