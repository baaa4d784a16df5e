import { full, open } from './outcomes.ts'
import type { ScoringRule } from './rule.ts'
import { isOrdinary } from './subjects.ts'

/** 名次与对比类指标: a place, or how a figure stands to a known one. What a place missed costs no common rule says. */
export const rule: ScoringRule = {
  id: 'standing',
  title: { zh: '名次与对比类指标', en: 'Place or standing' },
  law: (edition) => edition.positive.law,
  cases: [
    { weight: '10', target: '前3名', actual: '第2名', min: '10', max: '10' },
    { weight: '10', target: '前3名', actual: '第5名', min: '0', max: '10' },
    { weight: '10', target: '不低于上年', actual: '较上年增长5%', min: '10', max: '10' },
    { weight: '10', target: '不低于上年', actual: '较上年下降3%', min: '0', max: '10' },
    { weight: '10', target: '与上年持平', actual: '较上年增长5%', min: '0', max: '10' },
  ],
  claims: (row) => isOrdinary(row) && row.comparison.kind === 'standing',
  score: (row) => {
    const { law } = row.edition.positive
    const { verdict } = row.comparison
    if (verdict === 'met') {
      return full(row, { zh: '名次或对比结果达到要求', en: 'the place or the standing asked for is reached' }, law)
    }
    return verdict === 'missed'
      ? open(
          row,
          {
            zh: '名次或对比结果未达到要求，没有通行的扣分标准，须由人工判定',
            en: 'the place or the standing is not reached, and no common rule says what that costs: a person must judge',
          },
          law,
        )
      : open(
          row,
          {
            zh: '名次或对比结果不能确定，须由人工判定',
            en: 'the place or the standing is not certain: a person must judge',
          },
          law,
        )
  },
}
