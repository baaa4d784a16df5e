import { gather } from '../model/gather.ts'
import type { Band, Form, FormPath, ScoredForm } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { isUnreadCell, sayFigure } from './aids/figures.ts'
import type { FormCheck, Problem } from './check.ts'

const money = { row: 'total', name: '金额合计', budgeted: '100', executed: '98', weight: '10', score: '9.8' } as const
const row = { level1: '产出指标', name: '培训人数', target: '≥50人', actual: '50人' }

export const check: FormCheck = {
  id: 'score-missing',
  code: 'A05',
  over: 'form',
  severity: 'error',
  title: {
    passed: { zh: '有分值的指标都有得分', en: 'Every weighted indicator has a score' },
    failed: { zh: '有分值的指标没有得分', en: 'A weighted indicator has no score' },
  },
  why: {
    zh: '缺一个得分，总分就无从核对。系统只说明它可能的范围，不代为填写。',
    en: 'With one score missing the total cannot be verified. Its possible range is shown; it is never filled in.',
  },
  law: [cite('integrated-platform/completeness')],
  messages: {
    blank: {
      text: {
        zh: '“{name}”分值{weight}分，没有得分。',
        en: '“{name}” carries {weight} points and has no score.',
      },
      advice: { zh: '请补填得分。', en: 'Fill in the score.' },
    },
    bounded: {
      text: {
        zh: '“{name}”分值{weight}分，没有得分；按总分推算应在{min}至{max}分之间。',
        en: '“{name}” carries {weight} points and has no score; by the total it lies between {min} and {max}.',
      },
      advice: {
        zh: '请由填报单位补填得分，并与总分核对。',
        en: 'Have the unit fill in the score, and compare it with the total.',
      },
    },
    solved: {
      text: {
        zh: '“{name}”分值{weight}分，没有得分；按总分推算应为{min}分。',
        en: '“{name}” carries {weight} points and has no score; by the total it is {min}.',
      },
      advice: {
        zh: '请由填报单位确认得分是否为{min}分。',
        en: 'Have the unit confirm that the score is {min}.',
      },
    },
    unreadable: {
      text: {
        zh: '“{name}”的得分“{raw}”不是数字。',
        en: 'The score of “{name}”, “{raw}”, is not a number.',
      },
      advice: { zh: '请核对原表，填写数字得分。', en: 'Compare with the original and fill in a number.' },
    },
    unreadableBounded: {
      text: {
        zh: '“{name}”分值{weight}分，得分“{raw}”不是数字；按总分推算应在{min}至{max}分之间。',
        en: '“{name}” carries {weight} points; its score “{raw}” is not a number; by the total it lies between {min} and {max}.',
      },
      advice: {
        zh: '请核对原表，填写数字得分，并与总分核对。',
        en: 'Compare with the original and fill in a number that fits the total.',
      },
    },
    unreadableSolved: {
      text: {
        zh: '“{name}”分值{weight}分，得分“{raw}”不是数字；按总分推算应为{min}分。',
        en: '“{name}” carries {weight} points; its score “{raw}” is not a number; by the total it is {min}.',
      },
      advice: {
        zh: '请核对原表，确认得分是否为{min}分。',
        en: 'Compare with the original and confirm that the score is {min}.',
      },
    },
    all: {
      text: { zh: '{count}项有分值的指标都没有得分。', en: 'None of the {count} weighted indicators has a score.' },
      advice: { zh: '请填写各项得分后再检查。', en: 'Fill in the scores, then check again.' },
    },
    nothing: {
      text: {
        zh: '没有一项指标填写了分值和得分，也没有总分。',
        en: 'No indicator has points or a score, and there is no total.',
      },
      advice: {
        zh: '请填写各项指标的分值、实际完成值和得分。',
        en: 'Fill in points, actual values and scores of the indicators.',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:40',
      form: {
        indicators: [
          { ...row, weight: '0.85' },
          { ...row, weight: '0.50', score: '0.5' },
        ],
      },
      flagged: ['blank@indicators[0].score'],
    },
    {
      from: 'shenzhen-guangming-2021:40',
      form: {
        indicators: [
          { ...row, weight: '40', score: '39' },
          { ...row, weight: '30' },
          { ...row, weight: '20' },
        ],
        tasks: [money],
        total: '88.8',
      },
      flagged: ['bounded@indicators[1].score', 'bounded@indicators[2].score'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { ...row, weight: '40', score: '39' },
          { ...row, weight: '30' },
        ],
        tasks: [money],
        total: '77.8',
      },
      flagged: ['solved@indicators[1].score'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { ...row, weight: '5', score: '见附件' },
          { ...row, weight: '5', score: '5' },
        ],
      },
      flagged: ['unreadable@indicators[0].score'],
    },
    {
      from: 'd-ningxia-school-tsv:15',
      form: {
        indicators: [
          { ...row, weight: '80', score: '75' },
          { ...row, weight: '10', score: 'IO' },
        ],
        tasks: [money],
        total: '94.8',
      },
      flagged: ['unreadableSolved@indicators[1].score'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { ...row, weight: '70', score: '70' },
          { ...row, weight: '10', score: '见附件' },
          { ...row, weight: '10' },
        ],
        tasks: [money],
        total: '94.8',
      },
      flagged: ['unreadableBounded@indicators[1].score', 'bounded@indicators[2].score'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { ...row, weight: '5' },
          { ...row, weight: '5' },
        ],
      },
      flagged: ['all@form'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { ...row, weight: '5', score: '5' },
          { ...row, weight: '0' },
        ],
      },
      flagged: [],
    },
    { from: 'made', form: { indicators: [row] }, flagged: ['nothing@form'] },
    { from: 'made', form: { indicators: [row], total: '96' }, flagged: [] },
  ],
  test({ form, scored }) {
    const weighted = gather(form.indicators, (indicator, index) =>
      indicator.role === 'scored' && indicator.weight.value?.isPositive === true ? [{ indicator, index }] : [],
    )
    if (!form.columns.indicators.includes('score')) return 'skip'
    if (weighted.length === 0) return isBlank(form) ? { message: 'nothing', data: {}, at: ['form'] } : 'skip'
    const [first, ...others] = gather(weighted, ({ indicator, index }): Problem[] => {
      if (indicator.score.value !== null) return []
      const path = `indicators[${index}]`
      const { name, score } = indicator
      const data = { name: name.raw, weight: indicator.weight.raw }
      const at: Problem['at'] = [`${path}.score`]
      const band = bandOf(scored, path)
      const known = band === null ? 'unknown' : band.min.equals(band.max) ? 'solved' : 'bounded'
      const range = band === null ? {} : { min: sayFigure(band.min), max: sayFigure(band.max) }
      const message = (isUnreadCell(score) ? ofUnreadable : ofBlank)[known]
      return [{ message, data: { ...data, raw: score.raw, ...range }, at }]
    })
    if (first === undefined) return 'pass'
    const blank = weighted.length > 1 && weighted.every(({ indicator }) => indicator.score.raw === '')
    return blank ? { message: 'all', data: { count: weighted.length }, at: ['form'] } : [first, ...others]
  },
}

/** Messages by what the sums say of the score. */
const ofBlank = { unknown: 'blank', bounded: 'bounded', solved: 'solved' } as const
const ofUnreadable = {
  unknown: 'unreadable',
  bounded: 'unreadableBounded',
  solved: 'unreadableSolved',
} as const

/**
 * Nothing that is worth points was written: a sheet as it was handed out, which sums and rows have nothing to say of. Where the
 * form has no column for points, what was achieved is not written either.
 */
function isBlank({ columns, indicators, total }: Form): boolean {
  const hasPoints = columns.indicators.includes('weight')
  return (
    total.raw === '' &&
    indicators.every(
      ({ weight, score, actual }) => weight.raw === '' && score.raw === '' && (hasPoints || actual.raw === ''),
    )
  )
}

/** What the sums leave for a lost score; null where they say nothing. */
function bandOf({ lost }: ScoredForm, path: FormPath): Band | null {
  if (lost === null || lost.gaps.length === 0) return null
  return lost.bounds.find((bound) => bound.path === path)!.band
}
