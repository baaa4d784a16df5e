import { Exact, type IndicatorRole } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { sayPercent } from './aids/scored-rows.ts'
import { answersOf, ceiling, isComposite, isDecidable, isPossible, isSatisfaction, percentOf } from './aids/surveys.ts'
import type { IndicatorCheck } from './check.ts'

const row = (actual: string, validAnswers: string) => ({
  level1: '满意度指标',
  name: '服务对象满意度',
  target: '≥90%',
  actual,
  survey: { validAnswers },
})

export const check: IndicatorCheck = {
  id: 'satisfaction-percentage-impossible',
  code: 'C24',
  over: 'indicator',
  title: {
    passed: { zh: '满意度与有效答卷数相容', en: 'The satisfaction rate is possible with its answers' },
    failed: { zh: '满意度与有效答卷数不相容', en: 'A satisfaction rate that its answers cannot give' },
  },
  why: {
    zh:
      '满意度是满意答卷数除以有效答卷数，n份答卷只能得出n+1种百分比，得不出的数不会来自这次调查。' +
      '四舍五入、五成双和截尾都容许，真实的百分比不会被标出（误报率为0，逐一枚举）。' +
      '在80%—100%之间随意写一个数，被识别的比例：整数，30份60.0%，50份50.0%，60份20.0%；' +
      '一位小数，50份100.0%，100份100.0%，200份88.9%，300份66.7%，600份22.2%；两位小数，500份100.0%，2000份88.9%，5000份55.6%。' +
      '答卷更多（整数67份起，一位小数667份起，两位小数6667份起）时任何百分比都可能，不作判断；多题平均、量表和加权得分不在此列。',
    en:
      'Satisfaction is satisfied over valid answers: n answers give n + 1 percentages, and any other number does not come from them. ' +
      'Rounding half up, half to even and cutting off are all allowed, so that no true percentage is flagged (false alarms: 0, by enumeration). ' +
      'Of numbers written at will between 80 % and 100 %, it detects: whole percents, 60.0 % with 30 answers, 50.0 % with 50, 20.0 % with 60; ' +
      'one decimal, 100.0 % with 50, 100.0 % with 100, 88.9 % with 200, 66.7 % with 300, 22.2 % with 600; ' +
      'two decimals, 100.0 % with 500, 88.9 % with 2000, 55.6 % with 5000. ' +
      'With more answers (from 67, 667 and 6667 on) every percentage is possible and nothing is said; means of several questions, scales and weighted marks are left aside.',
  },
  severity: 'warning',
  law: [cite('review-practice/satisfaction-share'), cite('ziping-proposal/survey-figures')],
  messages: {
    impossible: {
      text: {
        zh: '“{name}”填报{actual}，有效答卷{answers}份得不出这个数，最接近的是{below}和{above}',
        en: '“{name}” reports {actual}; {answers} valid answers cannot give it, the nearest are {below} and {above}',
      },
      advice: {
        zh: '按满意答卷数÷有效答卷数重算；由多题平均或加权得出的，在备注中写明算法',
        en: 'divide satisfied by valid answers again; where it is a mean or a weighted mark, tell how it was made',
      },
    },
    ifAllCount: {
      text: {
        zh: '“{name}”填报{actual}，如{answers}份答卷全部有效则得不出这个数，最接近的是{below}和{above}',
        en: '“{name}” reports {actual}, which {answers} answers cannot give if all of them count; the nearest are {below} and {above}',
      },
      advice: { zh: '补填有效答卷数', en: 'tell how many answers are valid' },
    },
  },
  examples: [
    { from: 'made', form: { indicators: [row('94.3%', '186份')] }, flagged: ['impossible@indicators[0].actual'] },
    { from: 'made', form: { indicators: [row('97%', '20')] }, flagged: ['impossible@indicators[0].actual'] },
    {
      from: 'made',
      form: {
        indicators: [
          { level1: '满意度指标', name: '学员满意度', target: '≥90%', actual: '94.3%', note: '发放问卷186份' },
        ],
      },
      flagged: ['ifAllCount@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          row('93.5%', '186份'),
          row('93.55%', '186'),
          row('100%', '12'),
          row('0%', '12'),
          row('95.50%', '200'),
          row('97.3%', '1800'),
          row('97.3%', '若干'),
          row('0.943', '186'),
          row('≥94.3%', '186'),
          row('满意', '186'),
          { ...row('94.3%', '186'), note: '五个维度平均得分。' },
          { ...row('94.3%', '186'), level1: '产出指标', level2: '质量指标', name: '考试通过率' },
          { ...row('94.3', '186'), target: '满意' },
          { ...row('不适用', ''), target: '不适用' },
          { ...row('94.3%', '186'), role: 'part' satisfies IndicatorRole },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ ...row('94.3', '186'), unit: '%' }] },
      flagged: ['impossible@indicators[0].actual'],
    },
  ],
  test({ indicator, path }) {
    if (indicator.survey === undefined || !isSatisfaction(indicator)) return 'skip'
    const printed = percentOf(indicator)
    const answers = answersOf(indicator.survey)
    if (printed === null || isComposite(indicator)) return 'skip'
    if (answers === null || !isDecidable(printed, answers.count)) return 'skip'
    const { count, firm } = answers
    if (isPossible(printed, count)) return 'pass'
    const above = ceiling(printed.percent.times(count).dividedBy(Exact.hundred))
    const share = (satisfied: Exact) => sayPercent(satisfied.times(Exact.hundred).dividedBy(count))
    return {
      message: firm ? 'impossible' : 'ifAllCount',
      data: {
        name: indicator.name.raw,
        actual: indicator.actual.raw,
        answers: count.toString(),
        below: share(above.minus(Exact.one)),
        above: share(above),
      },
      at: [`${path}.actual`, `${path}.survey`],
      certainty: 'review',
      ...(firm ? {} : { severity: 'info' as const }),
    }
  },
}
