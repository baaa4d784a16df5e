import { withoutBlanks } from '../model/blanks.ts'
import { gather } from '../model/gather.ts'
import { Exact, type Form, type FormPath, type Indicator, type Level1 } from '../model/index.ts'
import { cite } from '../rulebook/index.ts'
import { kindOf, sayPercent } from './aids/scored-rows.ts'
import type { FormCheck, Problem } from './check.ts'

/** Percent of the rows of a block, told in words or dates, from above which copying is worth a hint. */
const COPIED_PERCENT = Exact.of('30')

interface Block {
  readonly rows: Indicator[]
  readonly copied: FormPath[]
}

function plain(text: string): string {
  return withoutBlanks(text.normalize('NFKC'))
}

/** Rows that could tell more than their target does: a figure that hits its target exactly is no copy. */
function isTold(indicator: Indicator): boolean {
  const kind = kindOf(indicator.target)
  return kind === 'graded' || kind === 'date' || kind === 'completion' || kind === 'prose'
}

function problemOf({ rows, copied }: Block): Problem | null {
  const share = Exact.of(copied.length).times(Exact.hundred).dividedBy(Exact.of(rows.length))
  const [first, ...others] = copied
  if (first === undefined || others.length === 0 || share.atMost(COPIED_PERCENT)) return null
  return {
    message: 'copied',
    data: {
      block: rows[0]!.level1.cell.raw || '表',
      rows: rows.length,
      copied: copied.length,
      share: sayPercent(share),
    },
    at: [first, ...others],
  }
}

/** = says no more than the figure; ≥ and its like, as signs or words, are of targets. */
const BOUND = /^\s*(?:[≥≤≧≦<>\uff1c\uff1e]|不低于|不少于|不超过|不高于)/u

function isBound(actual: Indicator['actual']): boolean {
  const kind = kindOf(actual)
  return (kind === 'quantity' || kind === 'duration') && BOUND.test(actual.raw)
}

function boundProblem(form: Form, rows: readonly number[]): readonly Problem[] {
  const [first, ...others] = rows.map((index) => `indicators[${index}].actual`)
  if (first === undefined) return []
  const { name, actual } = form.indicators[rows[0]!]!
  return [
    { message: 'bound', data: { count: rows.length, name: name.raw, actual: actual.raw }, at: [first, ...others] },
  ]
}

export const check: FormCheck = {
  id: 'actual-copied-from-target',
  code: 'B21',
  over: 'form',
  severity: 'info',
  title: {
    passed: { zh: '完成值没有大量照抄指标值', en: 'Actuals are not copied from the targets' },
    failed: { zh: '完成值照抄指标值', en: 'Actuals copied from the targets' },
  },
  why: {
    zh: '文字和日期类指标照抄指标值，看不出实际做到什么程度。按一级指标分别统计。',
    en: 'A word or date copied from the target tells nothing of what was reached. Counted for each level-1 block.',
  },
  law: [cite('ziping-proposal/limits')],
  messages: {
    bound: {
      text: {
        zh: '{count}个完成值带有“≥”“≤”一类符号（如“{name}”的“{actual}”），是指标值的写法，看不出实际数。',
        en: '{count} actuals carry a sign such as ≥ or ≤ (“{actual}” of “{name}”): that is how targets are written, and tells no figure.',
      },
      advice: { zh: '完成值填写实际数，不带符号。', en: 'Write the figure that was reached, without a sign.' },
    },
    copied: {
      text: {
        zh: '{block}中文字、日期类指标{rows}个，完成值照抄指标值的{copied}个，占{share}。',
        en: 'Of {rows} word or date rows under “{block}”, {copied} repeat the target as actual: {share}.',
      },
      advice: {
        zh: '完成值写具体结果：做了什么、何时完成、效果如何。',
        en: 'Write the result itself: what was done, when, and with what effect.',
      },
    },
  },
  examples: [
    {
      from: 'shenzhen-guangming-2021:64,74,83',
      form: {
        indicators: [
          { level1: '产出指标', name: '服务完成情况', target: '良好', actual: '良好' },
          { level1: '产出指标', name: '活动完成时限', target: '12月15日前', actual: '12月15日前' },
          { level1: '产出指标', name: '建设时限', target: '2021年12月31日前', actual: '已完成' },
        ],
      },
      flagged: ['copied@indicators[0].actual'],
    },
    {
      from: 'shenzhen-guangming-2021:111-112',
      form: {
        indicators: [
          { level1: '效益指标', name: '提升获得感', target: '有效提升', actual: '全部达成预期指标' },
          { level1: '效益指标', name: '提升幸福感', target: '有效提升', actual: '基本达成预期指标' },
        ],
      },
      flagged: [],
    },
    {
      from: 'F003',
      form: {
        indicators: [
          { level1: '产出指标', name: '公用经费标准', target: '符合相关文件要求', actual: '符合相关文件要求' },
          { level1: '产出指标', name: '完成时间', target: '2021年12月前', actual: '2021年11月' },
          { level1: '产出指标', name: '服务质量', target: '良好', actual: '合格' },
          { level1: '产出指标', name: '资料归档', target: '完整', actual: '齐全' },
        ],
      },
      flagged: [],
    },
    {
      from: 'F045',
      form: {
        indicators: [
          { name: '金融机构满意度', target: '≥80%', actual: '≥80%' },
          { name: '对象认定准确率', target: '=100%', actual: '=100%' },
          { name: '办结时限', target: '≤5天', actual: '≤5天' },
          { name: '服务质量', target: '良好', actual: '良好' },
        ],
      },
      flagged: ['bound@indicators[0].actual'],
    },
    { from: 'F023', form: { indicators: [{ name: '猪养殖数量', target: '80头', actual: '80头' }] }, flagged: [] },
    {
      from: 'made',
      form: {
        indicators: [
          { name: '资料归档', target: '完整', actual: '完整' },
          { name: '服务质量', target: '良好', actual: '良好' },
        ],
      },
      flagged: ['copied@indicators[0].actual'],
    },
  ],
  test({ form }) {
    const blocks = new Map<Level1, Block>()
    form.indicators.forEach((indicator, index) => {
      if (!isTold(indicator) || indicator.actual.raw === '') return
      const block = blocks.get(indicator.level1Kind) ?? { rows: [], copied: [] }
      blocks.set(indicator.level1Kind, block)
      block.rows.push(indicator)
      if (plain(indicator.actual.raw) === plain(indicator.target.raw)) block.copied.push(`indicators[${index}].actual`)
    })
    const problems = [...blocks.values()].map(problemOf).filter((problem) => problem !== null)
    const bounds = gather(form.indicators, ({ actual }, index) => (isBound(actual) ? [index] : []))
    if (blocks.size === 0 && bounds.length === 0) return 'skip'
    const [first, ...others] = [...problems, ...boundProblem(form, bounds)]
    return first === undefined ? 'pass' : [first, ...others]
  },
}
