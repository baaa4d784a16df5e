import { blankSigns } from '../model/blanks.ts'
import type { FormPath, Indicator } from '../model/index.ts'
import { holdsMark, signTable } from '../model/sign-table.ts'
import { cite } from '../rulebook/index.ts'
import { sayList } from './aids/figures.ts'
import { isPlaceholder } from './aids/placeholders.ts'
import type { IndicatorCheck, Problem } from './check.ts'

const fields = ['target', 'actual', 'weight', 'score'] as const

export const check: IndicatorCheck = {
  id: 'stray-signs-in-value',
  code: 'A18',
  over: 'indicator',
  severity: 'info',
  title: {
    passed: { zh: '数值栏没有非法字符', en: 'No stray signs in value cells' },
    failed: { zh: '数值栏有非法字符', en: 'Stray signs in a value cell' },
  },
  why: {
    zh: '数值栏中的“_”“-”“*”等字符不能导入系统，也无法区分“不适用”与“漏填”。',
    en: 'Signs such as _ - * are refused on import, and leave open whether nothing applies or something was forgotten.',
  },
  law: [cite('integrated-platform/type-check')],
  messages: {
    placeholder: {
      text: {
        zh: '“{name}”用{signs}占位，没有实际内容。',
        en: '“{name}” holds only {signs} in place of a value.',
      },
      advice: {
        zh: '不适用的，写明“不适用”并将数值栏留空；漏填的，请补填。',
        en: 'Write 不适用 and leave the cells empty where nothing applies; fill them in otherwise.',
      },
    },
    inside: {
      text: {
        zh: '“{name}”的{signs}中夹有多余字符。',
        en: 'Stray signs stand inside {signs} of “{name}”.',
      },
      advice: { zh: '请删除多余的符号和数字中间的空格。', en: 'Remove the stray signs and the blanks between digits.' },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:110',
      form: { indicators: [{ name: '不适用', target: '不适用', weight: '_', actual: '_', score: '-' }] },
      flagged: ['placeholder@indicators[0].actual'],
    },
    {
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '≥1**人', actual: '1 200人', weight: '5', score: '5' }] },
      flagged: ['inside@indicators[0].target'],
    },
    {
      // Nothing but a placeholder: placeholder-left speaks.
      from: 'made',
      form: { indicators: [{ name: '培训人数', target: '≥**人', actual: '120人', weight: '5', score: '5' }] },
      flagged: [],
    },
    {
      from: 'shenzhen-guangming-2021:82',
      form: {
        indicators: [
          { name: '评估时限', target: '2021年12月31日前', actual: '2021年6月18日', weight: '0.17', score: '0.17' },
        ],
      },
      flagged: [],
    },
    {
      from: 'F040',
      form: {
        indicators: [{ name: '补助标准', target: '≥ 530 元/人*月', actual: '1-12月', weight: '5', score: '5' }, {}],
      },
      flagged: [],
    },
  ],
  test({ indicator, path }) {
    const printed = fields.filter((field) => indicator[field].raw !== '')
    if (printed.length === 0) return 'skip'
    if (!printed.some((field) => holdsMark(indicator[field].raw, stray))) return 'pass'
    const [first, ...others] = [
      ...problemOf('placeholder', indicator, path, PLACEHOLDER),
      ...problemOf('inside', indicator, path, INSIDE),
    ]
    return first === undefined ? 'pass' : [first, ...others]
  },
}

/** Without one of these signs a cell is neither. */
const stray = signTable(`${blankSigns}*_-\u2014\u2013\uff0d\uff3f~`)
/** A cell of nothing but strokes, underscores and stars. */
const PLACEHOLDER = /^[\s*_\-\u2014\u2013\uff0d\uff3f~]+$/
/** Underscores, stars that stand for lost digits, a blank between two digits. A star between units (元/人*月) is a product sign. */
const INSIDE = /[^\s*_-]\s*_|_\s*[^\s*_-]|\*\*+[^*]|[^*]\*\*|\d\s+\d/

function problemOf(message: string, indicator: Indicator, path: FormPath, signs: RegExp): readonly Problem[] {
  const found = fields.filter((field) => {
    const { raw } = indicator[field]
    const isToldAlready = (field === 'target' || field === 'actual') && isPlaceholder(raw)
    return signs.test(raw) && !isToldAlready
  })
  const [first, ...others] = found.map((field) => `${path}.${field}`)
  if (first === undefined) return []
  const shown = sayList([...new Set(found.map((field) => `“${indicator[field].raw}”`))])
  return [{ message, data: { name: indicator.name.raw, signs: shown }, at: [first, ...others] }]
}
