import { cite } from '../rulebook/index.ts'
import type { IndicatorCheck } from './check.ts'

const NULL = /^null$/i

export const check: IndicatorCheck = {
  id: 'actual-missing',
  code: 'A06',
  over: 'indicator',
  severity: 'error',
  title: {
    passed: { zh: '实际完成值已填写', en: 'The actual value is filled in' },
    failed: { zh: '实际完成值缺失', en: 'The actual value is missing' },
  },
  why: {
    zh: '没有实际完成值，得分就没有依据，也无从复核。',
    en: 'Without an actual value the score rests on nothing and cannot be reviewed.',
  },
  law: [cite('integrated-platform/completeness')],
  messages: {
    blank: {
      text: {
        zh: '“{name}”没有填写实际完成值（指标值为“{target}”）。',
        en: '“{name}” has no actual value (target “{target}”).',
      },
      advice: { zh: '请补填实际完成值，并核对得分。', en: 'Fill in the actual value, and check the score.' },
    },
    both: {
      text: {
        zh: '“{name}”的指标值和实际完成值都是空白，得分却为{score}分。',
        en: '“{name}” has neither target nor actual value, yet scores {score}.',
      },
      advice: {
        zh: '请补填指标值和实际完成值；不适用的指标不计分值和得分。',
        en: 'Fill in both; an indicator that does not apply carries no points.',
      },
    },
    sign: {
      text: {
        zh: '“{name}”的实际完成值只填了“{actual}”，看不出完成情况（指标值为“{target}”）。',
        en: 'The actual value of “{name}” is only “{actual}”, which tells nothing (target “{target}”).',
      },
      advice: {
        zh: '请填写实际完成值；如表示数量为零，请写明“0”和单位。',
        en: 'Fill in the actual value; if zero is meant, write 0 with its unit.',
      },
    },
  },
  examples: [
    {
      from: 'F012',
      form: { indicators: [{ name: '培训人数', target: '≥50人', weight: '10', score: '10' }] },
      flagged: ['blank@indicators[0].actual'],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '≥50人', actual: 'NULL', weight: '10', score: '10' }] },
      flagged: ['blank@indicators[0].actual'],
    },
    {
      from: 'F033',
      form: { indicators: [{ name: '工程验收合格率', weight: '10', score: '10' }] },
      flagged: ['both@indicators[0].actual'],
    },
    {
      from: 'F021',
      form: { indicators: [{ name: '资金到位率', target: '100%', actual: '无', weight: '10', score: '10' }] },
      flagged: ['sign@indicators[0].actual'],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '≥50人', actual: '53人', weight: '10', score: '10' }] },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:110',
      form: {
        indicators: [{ name: '不适用', target: '不适用', weight: '_', actual: '_', score: '_' }, { name: '指标2' }],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '补贴发放人数', target: '≥100人', actual: '—', weight: '10', score: '10' },
          { role: 'part', name: '其中:老年人', target: '≥60人', actual: '62人' },
          { role: 'part', name: '其中:残疾人', target: '≥40人', actual: '41人' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '工作经费增幅', target: '/', actual: '/', weight: '', score: '' }] },
      flagged: [],
    },
  ],
  test({ indicator, path, columns, hasParts }) {
    if (indicator.role !== 'scored' || !columns.includes('actual')) return 'skip'
    // What a row came to may stand in the rows of its parts.
    if (hasParts && !/[\p{L}\p{N}]/u.test(indicator.actual.raw)) return 'skip'
    const { name, target, actual, score } = indicator
    const data = { name: name.raw, target: target.raw, actual: actual.raw, score: score.raw }
    const at = [`${path}.actual`] as const
    if (actual.raw === '' || NULL.test(actual.raw)) {
      if (target.raw !== '') return { message: 'blank', data, at }
      return score.raw === '' ? 'skip' : { message: 'both', data, at }
    }
    const says = (cell: typeof target) => cell.value?.value?.kind !== 'none'
    return says(actual) || !says(target)
      ? 'pass'
      : { message: 'sign', data, at, severity: 'warning', certainty: 'review' }
  },
}
