import { gather } from '../model/gather.ts'
import { Exact, type NumberCell, type Survey } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { answerOf } from './aids/events.ts'
import { sayPercent } from './aids/scored-rows.ts'
import { answersOf, isComposite, isRoundingOf, percentOf } from './aids/surveys.ts'
import type { IndicatorCheck, Problem } from './check.ts'

/** From the widest to the narrowest: none may be more than one before it. */
const ORDER = ['sampleSize', 'returnedAnswers', 'validAnswers', 'satisfiedAnswers'] as const
const words: Readonly<Record<(typeof ORDER)[number], string>> = {
  sampleSize: '调查（发放）数',
  returnedAnswers: '回收数',
  validAnswers: '有效数',
  satisfiedAnswers: '满意数',
}

const row = { level1: '满意度指标', name: '服务对象满意度', target: '≥90%' }

/** Neighbours among the counts that are known, where the narrower one is the greater. */
function disorders(survey: Survey): readonly (readonly [less: (typeof ORDER)[number], more: (typeof ORDER)[number]])[] {
  const known = ORDER.filter((field) => survey[field].value !== null)
  const countOf = (field: (typeof ORDER)[number]) => (survey[field] as NumberCell).value!
  return gather(known.slice(1), (field, index) => {
    const wider = known[index]!
    return countOf(field).greaterThan(countOf(wider)) ? [[wider, field] as const] : []
  })
}

export const check: IndicatorCheck = {
  id: 'survey-counts-contradicting',
  code: 'C25',
  over: 'indicator',
  title: {
    passed: { zh: '调查数据前后相符', en: 'The counts of the survey agree' },
    failed: { zh: '调查数据自相矛盾', en: 'Counts of a survey contradict each other' },
  },
  why: {
    zh: '有效答卷不会多于发放数，满意答卷不会多于有效答卷，满意度等于满意答卷数除以有效答卷数；不符的，必有一处填错。',
    en: 'Valid answers are no more than those asked, satisfied ones no more than valid, and their share is the rate; where this fails one of them is wrong.',
  },
  severity: 'warning',
  law: [cite('review-practice/satisfaction-share'), cite('review-practice/attachment-checks')],
  messages: {
    order: {
      text: {
        zh: '“{name}”的{more}{moreCount}多于{less}{lessCount}',
        en: '“{name}”: {moreField} ({moreCount}) is more than {lessField} ({lessCount})',
      },
      advice: { zh: '对照问卷原件核对份数', en: 'count the papers again' },
    },
    share: {
      text: {
        zh: '“{name}”满意{satisfied}份、答卷{answers}份，满意度应为{share}，填报为{actual}',
        en: '“{name}”: {satisfied} of {answers} answers satisfied make {share}, the form says {actual}',
      },
      advice: { zh: '核对份数，按满意答卷数÷有效答卷数改正满意度', en: 'check the counts and correct the rate' },
    },
  },
  examples: [
    {
      from: 'made',
      form: { indicators: [{ ...row, actual: '93.55%', note: '发放问卷180份，回收有效问卷186份，满意174人。' }] },
      flagged: ['order@indicators[0].survey.validAnswers'],
    },
    {
      from: 'made',
      form: { indicators: [{ ...row, actual: '98%', survey: { validAnswers: '186', satisfiedAnswers: '174' } }] },
      flagged: ['share@indicators[0].actual'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { ...row, actual: '100%', survey: { returnedAnswers: '90', validAnswers: '80', satisfiedAnswers: '95' } },
        ],
      },
      flagged: ['order@indicators[0].survey.satisfiedAnswers'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { ...row, actual: '93.55%', note: '发放问卷200份，回收有效问卷186份，满意174人。' },
          { ...row, actual: '93.5%', survey: { sampleSize: '186', satisfiedAnswers: '174' } },
          { ...row, actual: '94%', survey: { validAnswers: '186', satisfiedAnswers: '174' } },
          { ...row, actual: '满意', survey: { validAnswers: '186', satisfiedAnswers: '174' } },
          { ...row, actual: '98%', survey: { satisfiedAnswers: '174' } },
          { ...row, actual: '98%', survey: { validAnswers: '0', satisfiedAnswers: '0' } },
          { ...row, actual: '98%', survey: { validAnswers: '186' } },
          { ...row, actual: '98%', note: '有效问卷186份，满意174份，各题平均。' },
          { name: '培训人数', target: '≥50人', actual: '50人' },
        ],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const { survey } = indicator
    if (survey === undefined) return 'skip'
    const name = indicator.name.raw
    const problems: Problem[] = disorders(survey).map(([less, more]) => ({
      message: 'order',
      data: {
        name,
        more: words[more],
        less: words[less],
        moreField: more,
        lessField: less,
        moreCount: survey[more].raw,
        lessCount: survey[less].raw,
      },
      at: [`${path}.survey.${more}`, `${path}.survey.${less}`],
      certainty: 'review',
    }))
    const [printed, answers, satisfied] = [percentOf(indicator), answersOf(survey), survey.satisfiedAnswers.value]
    if (problems.length > 0 || printed === null || satisfied === null || answers?.count.isPositive !== true) {
      return answerOf(problems)
    }
    const share = satisfied.times(Exact.hundred).dividedBy(answers.count)
    if (isRoundingOf(printed, share) || isComposite(indicator)) return 'pass'
    return {
      message: 'share',
      data: {
        name,
        satisfied: satisfied.toString(),
        answers: answers.count.toString(),
        share: sayPercent(share),
        actual: indicator.actual.raw,
      },
      at: [`${path}.actual`, `${path}.survey.satisfiedAnswers`],
      certainty: 'review',
    }
  },
}
