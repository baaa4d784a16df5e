import { Exact } from '../model/index.ts'
import { cite, reachesThreshold } from '../rulebook/index.ts'
import { sayPercent } from './aids/scored-rows.ts'
import { answersOf, isSatisfaction } from './aids/surveys.ts'
import type { IndicatorCheck } from './check.ts'

const row = (validAnswers: string) => ({
  level1: '满意度指标',
  name: '服务对象满意度',
  target: '≥90%',
  actual: '91.67%',
  survey: { validAnswers },
})

export const check: IndicatorCheck = {
  id: 'sample-too-small',
  code: 'C26',
  over: 'indicator',
  title: {
    passed: { zh: '满意度样本量足够', en: 'Satisfaction rests on enough answers' },
    failed: { zh: '满意度样本过小', en: 'A sample too small' },
  },
  why: {
    zh: '答卷太少时，一两个人的看法就能改变结果，满意度不能代表服务对象。没有文件规定最少份数，30份是统计上的通行下限，可以修改。',
    en: 'With few answers one or two people change the result, and it stands for nobody else. No text sets a least number; 30 is the usual one of statistics and may be changed.',
  },
  severity: 'warning',
  law: [cite('pidu-review-2025/sample'), cite('ziping-proposal/survey-figures')],
  messages: {
    few: {
      text: {
        zh: '“{name}”只有{answers}份答卷，一份答卷就使满意度变动{step}',
        en: '“{name}” rests on {answers} answers: a single one moves it by {step}',
      },
      advice: {
        zh: '扩大调查范围；服务对象本来就少的，写明总数和调查比例',
        en: 'ask more people; where few are served, tell how many and which share of them was asked',
      },
    },
    none: {
      text: { zh: '“{name}”的有效答卷数为0', en: '“{name}” has no valid answer at all' },
      advice: {
        zh: '核对答卷数；没有调查的，不应填报满意度',
        en: 'check the count; without a survey there is no rate to report',
      },
    },
  },
  examples: [
    { from: 'made', form: { indicators: [row('12')] }, flagged: ['few@indicators[0].survey'] },
    { from: 'made', form: { indicators: [row('0')] }, flagged: ['none@indicators[0].survey'] },
    {
      from: 'made',
      form: {
        indicators: [
          row('30'),
          row('不详'),
          { name: '培训人数', target: '≥50人' },
          { level1: '满意度指标', name: '学员满意度' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path, edition }) {
    if (indicator.survey === undefined || !isSatisfaction(indicator)) return 'skip'
    const answers = answersOf(indicator.survey)
    if (answers === null) return 'skip'
    if (!reachesThreshold(edition, 'fewAnswers', answers.count)) return 'pass'
    const name = indicator.name.raw
    const at = [`${path}.survey`] as const
    if (!answers.count.isPositive) return { message: 'none', data: { name }, at }
    const step = sayPercent(Exact.hundred.dividedBy(answers.count))
    return { message: 'few', data: { name, answers: answers.count.toString(), step }, at, certainty: 'review' }
  },
}
