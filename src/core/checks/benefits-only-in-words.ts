import { cite } from '../rulebook/index.ts'
import { headingOf } from './aids/indicator-class.ts'
import type { FormCheck } from './check.ts'

/** One or two rows in words are no pattern. */
const ROWS = 3

export const check: FormCheck = {
  id: 'benefits-only-in-words',
  code: 'C14',
  over: 'form',
  title: {
    passed: { zh: '效益指标有量化的', en: 'Some benefits are measured' },
    failed: { zh: '效益指标全为定性', en: 'Benefits only in words' },
  },
  why: {
    zh: '效益分值全靠文字判断，没有一项能用数据证明。',
    en: 'All points for benefits rest on words: no figure proves any of them.',
  },
  severity: 'warning',
  law: [cite('caiyu-2015-88/goal-quality'), cite('ziping-proposal/limits')],
  messages: {
    words: {
      text: {
        zh: '{count}项效益指标的指标值全是文字（如“{target}”），没有一项可以量化',
        en: 'all {count} benefit rows have a word as target, such as “{target}”; none is measured',
      },
      advice: {
        zh: '至少设一项可量化的效益指标，例如知晓率、增长率、受益人数',
        en: 'set at least one that is measured: awareness, growth, people served',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:111',
      form: {
        indicators: ['职工获得感', '青少年幸福感', '团员荣誉感'].map((name) => ({
          level1: '效益指标',
          level2: '社会效益指标',
          name: `有效提升${name}`,
          target: '有效提升',
        })),
      },
      flagged: ['words@indicators[0].target'],
    },
    {
      from: 'made',
      form: {
        indicators: [
          ...['农民', '居民', '学生'].map((who) => ({
            level1: '效益指标',
            level2: '社会效益指标',
            name: `${who}生活`,
            target: '改善',
          })),
          { level1: '效益指标', level2: '社会效益指标', name: '政策知晓率', target: '≥80%' },
        ],
      },
      flagged: [],
    },
  ],
  test({ form }) {
    const rows = form.indicators
      .map((indicator, index) => ({ indicator, path: `indicators[${index}].target` }))
      .filter(({ indicator }) => indicator.role === 'scored' && headingOf(indicator) === 'benefit')
    if (rows.length < ROWS) return 'skip'
    const isWord = rows.map(({ indicator }) => indicator.target.value?.value?.kind === 'graded')
    if (isWord.includes(false)) return 'pass'
    const [first, ...others] = rows
    return {
      message: 'words',
      data: { count: rows.length, target: first!.indicator.target.raw },
      at: [first!.path, ...others.map(({ path }) => path)],
      certainty: 'review',
    }
  },
}
