import { compareSum, isRead, isUnread, type SumComparison } from '../arithmetic/index.ts'
import { gather } from '../model/gather.ts'
import { cite } from '../rulebook/index.ts'
import { sayFigure } from './aids/figures.ts'
import { type SourceSum, sumsInRows, sumsOverRows } from './aids/fund-sources.ts'
import type { FormCheck, Problem } from './check.ts'

const source = (name: string, budgeted: string) => ({ row: 'source', name, budgeted }) as const
const total = { row: 'total', name: '年度资金总额', budgeted: '100' } as const

export const check: FormCheck = {
  id: 'fund-sources-not-adding-up',
  code: 'A10',
  over: 'form',
  severity: 'error',
  title: {
    passed: { zh: '各资金来源之和等于总额', en: 'The sources of funds add up to the amount' },
    failed: { zh: '各资金来源之和与总额不一致', en: 'The sources of funds do not add up to the amount' },
  },
  why: {
    zh: '总额应等于财政拨款、上年结转和其他资金之和，否则有资金未列来源或重复列报。',
    en: 'An amount is the sum of appropriation, carry-over and other funds; otherwise some money has no source or two.',
  },
  law: [cite('final-accounts-checks/source-sum')],
  messages: {
    off: {
      text: {
        zh: '“{name}”{column}为{printed}，各资金来源之和为{sum}，相差{gap}。',
        en: '“{name}”: the {columnEn} is {printed}, its sources add up to {sum}: {gap} apart.',
      },
      advice: {
        zh: '请核对财政拨款、上年结转和其他资金，使其合计等于总额。',
        en: 'Check appropriation, carry-over and other funds, so that they add up to the amount.',
      },
    },
    rounding: {
      text: {
        zh: '“{name}”{column}为{printed}，各资金来源之和为{sum}，相差{gap}，在四舍五入误差以内。',
        en: '“{name}”: the {columnEn} is {printed}, its sources add up to {sum}: {gap} apart, which rounding explains.',
      },
      advice: { zh: '可不改；如要求精确，请核对尾差。', en: 'Leave it, or check the last digits.' },
    },
    incomplete: {
      text: {
        zh: '“{name}”{column}为{printed}，已列资金来源之和为{sum}，另有{gap}未列来源。',
        en: '“{name}”: the {columnEn} is {printed}, the sources listed add up to {sum}; {gap} has none.',
      },
      advice: { zh: '请补列其余资金来源，或核对总额。', en: 'List the other sources, or check the amount.' },
    },
  },
  examples: [
    {
      // 财政拨款 carries the points; 其他资金 stands beside it.
      from: 'made',
      form: {
        kind: 'project',
        tasks: [{ ...total, name: '财政拨款' }, source('其中:上级资金', '60'), source('其他资金', '0')],
      },
      flagged: [],
    },
    {
      from: 'F009',
      form: { kind: 'project', tasks: [total, source('其中:财政拨款', '90'), source('其他资金', '5')] },
      flagged: ['off@tasks[0].budgeted.total'],
    },
    {
      from: 'made',
      form: {
        kind: 'project',
        tasks: [{ ...total, budgeted: '100.01' }, source('财政拨款', '90.50'), source('其他资金', '9.50')],
      },
      flagged: ['rounding@tasks[0].budgeted.total'],
    },
    {
      from: 'made',
      form: { tasks: [{ name: '培训经费', budgeted: '100', budgetedAppropriation: '90' }] },
      flagged: ['incomplete@tasks[0].budgeted.total'],
    },
    {
      from: 'made',
      form: { tasks: [{ name: '培训经费', budgeted: '100', budgetedAppropriation: '90', budgetedOtherFunds: '5' }] },
      flagged: ['off@tasks[0].budgeted.total'],
    },
    {
      // 省级 and 县级 are parts of 财政拨款, not sources beside it.
      from: 'F030',
      form: {
        kind: 'project',
        tasks: [total, source('其中:财政拨款', '100'), source('省级财政资金', '60'), source('县级财政资金', '40')],
      },
      flagged: [],
    },
    { from: 'F004', form: { kind: 'project', tasks: [total, source('其中:财政拨款', '90')] }, flagged: [] },
    {
      // Two divisions of the same whole.
      from: 'made',
      form: {
        tasks: [
          total,
          { row: 'group', name: '按收入性质分' },
          source('其中:一般公共预算', '90'),
          source('政府性基金拨款', '10'),
          { row: 'group', name: '按支出性质分' },
          source('其中:基本支出', '40'),
          source('项目支出', '60'),
        ],
      },
      flagged: [],
    },
    {
      // (1) and (2) are parts of 1., 人员经费 one of 基本支出.
      from: 'made',
      form: {
        kind: 'project',
        tasks: [
          total,
          source('1.基本支出', '40'),
          source('（1）人员经费', '30'),
          source('（2）公用经费', '10'),
          source('2.项目支出', '60'),
          source('（1）道路养护', '60'),
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        kind: 'project',
        tasks: [total, source('其中:基本支出', '40'), source('人员经费', '40'), source('项目支出', '75')],
      },
      flagged: ['off@tasks[0].budgeted.total'],
    },
    {
      from: 'shenzhen-guangming-2021:7',
      form: { tasks: [{ name: '基本支出', budgeted: '566.14', budgetedAppropriation: '566.14' }] },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        tasks: [
          { name: '培训经费', budgeted: '100', budgetedAppropriation: '9O' },
          { ...total, budgeted: '' },
        ],
      },
      flagged: [],
    },
    {
      from: 'made',
      form: {
        kind: 'project',
        tasks: [
          { row: 'total', name: '年度资金总额', budgeted: '420' },
          source('其中:中央财政资金', '300'),
          source('地方资金', '100'),
        ],
      },
      flagged: ['off@tasks[0].budgeted.total'],
    },
    {
      from: 'F030',
      form: { kind: 'project', tasks: [total, source('省级财政资金', '60'), source('县级财政资金', '40')] },
      flagged: [],
    },
    { from: 'made', form: { tasks: [{ name: '培训经费', budgetedAppropriation: '90' }] }, flagged: [] },
    { from: 'made', form: { tasks: [{ name: '培训经费', budgeted: '100' }] }, flagged: [] },
  ],
  test({ form }) {
    const sums = [...sumsInRows(form), ...sumsOverRows(form)].filter((sum) =>
      [...sum.parts, ...sum.nested].some((part) => part.raw !== ''),
    )
    if (sums.length === 0) return 'skip'
    const [first, ...others] = gather(sums, problemOf)
    if (first !== undefined) return [first, ...others]
    return sums.some((sum) => [sum.whole, ...sum.parts, ...sum.nested].some(isUnread)) ? 'unread' : 'pass'
  },
}

/** Parts of a source may stand in its row's place: of the sums that the rows allow, the one that fits best. */
function fittingSum({ whole, parts, nested }: SourceSum): SumComparison | null {
  if (!isRead(whole)) return null
  const own = parts.filter(isRead)
  const sums = (own.length > 0 ? [own, [...own, ...nested.filter(isRead)]] : [nested.filter(isRead)]).map((addends) =>
    compareSum(addends, whole),
  )
  const nearest = sums.reduce((best, sum) => (sum.difference.abs().lessThan(best.difference.abs()) ? sum : best))
  return sums.find((sum) => sum.verdict !== 'outside') ?? nearest
}

function problemOf(source: SourceSum): readonly Problem[] {
  const { name, column, path, whole, parts, nested, closed, open } = source
  const sum = [...parts, ...nested].some(isUnread) ? null : fittingSum(source)
  if (sum === null || sum.verdict === 'equal') return []
  const data = {
    name,
    column: column.zh,
    columnEn: column.en,
    printed: whole.raw,
    sum: sayFigure(sum.sum),
    gap: sayFigure(sum.difference.abs()),
  }
  if (sum.verdict === 'withinRounding') return [{ message: 'rounding', data, at: [path], severity: 'info' }]
  if (closed || sum.difference.isNegative) return [{ message: 'off', data, at: [path] }]
  return open ? [] : [{ message: 'incomplete', data, at: [path], severity: 'warning', certainty: 'review' }]
}
