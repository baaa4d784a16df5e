/** What the leaf columns of a header hold, where its words leave it open: by place, by order, by what else there is. */

import { gather } from '../../model/gather.ts'
import type { SourceCell } from '../source.ts'
import { blockLabel, isIndicatorHeaderWord } from '../words.ts'

/** A column of a table as its header names it. */
export interface Leaf {
  /** Field id; 'block' for a label printed at the side; '?' + printed word for a column no word explains. */
  readonly field: string
  /** Header cells it rests on. */
  readonly cells: readonly SourceCell[]
  /** Physical column of the header, right only where the header is undamaged. */
  readonly column: number
  readonly columnSpan: number
}

/** 其他 among the causes of a deviation. */
export const OTHER_CAUSE = '其他'

function headsNames(leaves: readonly Leaf[], at: number): boolean {
  const later = leaves.slice(at + 1).map(({ field }) => field)
  return (
    later[0] === 'initialBudget' && later.includes('budgeted.total') && !leaves.some(({ field }) => field === 'name')
  )
}

/** 一级指标 分值 二级指标 分值 三级指标 分值: points behind a level are those of its blocks, not of the rows. */
function weightColumns(leaves: readonly Leaf[]): ReadonlyMap<Leaf, string> {
  const found = new Map<Leaf, string>()
  leaves.forEach((leaf, index) => {
    if (leaf.field !== 'weight') return
    const before = leaves[index - 1]?.field
    const isNameAfter = leaves.slice(index + 1).some(({ field }) => field === 'name')
    if (isNameAfter && (before === 'level1' || before === 'level2')) found.set(leaf, `${before}Points`)
  })
  return found
}

/** 二级指标 三级指标 指标值 twice: what is aimed at over the whole term stands left of what is aimed at in the year. */
function midTermColumns(leaves: readonly Leaf[]): ReadonlyMap<Leaf, string> {
  const of = (field: string): readonly Leaf[] => leaves.filter((leaf) => leaf.field === field)
  const [names, targets, level2s] = [of('name'), of('target'), of('level2')]
  const order = [names[0], targets[0], names[1], targets[1]].map((leaf) =>
    leaf === undefined ? -1 : leaves.indexOf(leaf),
  )
  const isTwice =
    names.length === 2 && targets.length === 2 && order.every((at, index) => at > (order[index - 1] ?? -1))
  if (!isTwice) return new Map()
  return new Map([
    [names[0]!, 'midTermName'],
    [targets[0]!, 'midTermTarget'],
    ...(level2s.length === 2 ? [[level2s[0]!, 'midTermLevel2'] as const] : []),
  ])
}

const measured: ReadonlySet<string> = new Set(['unit', 'actual', 'weight', 'score'])

/** 年度目标 between the columns of indicators heads their targets. */
const GOAL = /^(?:年度|绩效|年度绩效)目标$/

/**
 * The column of target or actual, where no word names it but its place leaves no other: 三级指标 运算符号 指标内容 度量单位 has the
 * value between sign and unit; 指标名称 绩效目标 实际完成 has it between the name and the actual; 指标值 取得成效 分值 has the
 * actual between the target and the points.
 */
function columnByPlace(leaves: readonly Leaf[], has: ReadonlySet<string>): { leaf: Leaf; field: string } | null {
  const hasTarget = ['target', 'initialTarget', 'adjustedTarget'].some((field) => has.has(field))
  if (hasTarget && has.has('actual')) return null
  const isOpen = (leaf: Leaf, index: number): boolean =>
    leaf.field.startsWith('?') ||
    (leaf.field === 'block' && index > 0) ||
    (leaf.field === 'name' && leaves.slice(0, index).some(({ field }) => field === 'name'))
  const found = gather(leaves, (leaf, index) => {
    const [before, after] = [leaves[index - 1]?.field ?? '', leaves[index + 1]?.field ?? '']
    if (!isOpen(leaf, index)) return []
    if (!hasTarget && leaf.field === 'block' && GOAL.test(leaf.cells.at(-1)!.key)) return [{ leaf, field: 'target' }]
    if (!hasTarget) {
      const isValue = before === 'attribute' || (before === 'name' && after === 'actual')
      return isValue && measured.has(after) ? [{ leaf, field: 'target' }] : []
    }
    const isResult = ['target', 'adjustedTarget', 'unit'].includes(before) && (after === 'weight' || after === 'score')
    return isResult ? [{ leaf, field: 'actual' }] : []
  })
  return found[0] ?? null
}

/** 预算安排金额 预算调整金额: of two budgets the one before the adjusted one is that of the beginning. */
function budgetBeforeAdjusted(leaves: readonly Leaf[]): Leaf | null {
  const [first, second, ...others] = leaves.filter(({ field }) => field === 'budgeted.total')
  if (first === undefined || second === undefined || others.length > 0) return null
  if (leaves.some(({ field }) => field === 'initialBudget')) return null
  const isAdjusted = (leaf: Leaf): boolean => leaf.cells.some(({ key }) => /调整/.test(key))
  return isAdjusted(second) && !isAdjusted(first) ? first : null
}

/** By how much a budget was changed, or what it was changed to. */
export const CHANGE = /^(?:预算)?调整(?:数|金额|额)$/

/** 年初预算数 预算调整数 全年预算数: the change stands beside both budgets, and is neither. */
function changeBeside(leaves: readonly Leaf[]): Leaf | null {
  const budgets = leaves.filter(({ field }) => field === 'budgeted.total')
  const change = budgets.find(({ cells }) => CHANGE.test(cells.at(-1)!.key))
  const isBeside = budgets.length > 1 && leaves.some(({ field }) => field === 'initialBudget')
  return isBeside ? (change ?? null) : null
}

/** 预算执行 heads what was spent beside 执行率, and is the label of the block left of what was spent. */
function executionBeside(leaves: readonly Leaf[]): { leaf: Leaf; field: string } | null {
  const [leaf, ...rates] = leaves.filter(({ field }) => field === 'rate')
  if (leaf === undefined || rates.length === 0 || !leaf.cells.at(-1)!.key.startsWith('预算执行')) return null
  if (!leaves.some(({ field }) => field === 'executed.total')) return { leaf, field: 'executed.total' }
  return leaf === leaves[0] ? { leaf, field: 'block' } : null
}

/** 2022年完成值 beside 2023年完成值: of two results, each with its year, the earlier is that of the year before. */
function lastYearColumn(leaves: readonly Leaf[]): Leaf | null {
  const dated = gather(leaves, (leaf) => {
    const year = leaf.field === 'actual' ? /(?:19|20)\d{2}(?=年)/.exec(leaf.cells.at(-1)!.key)?.[0] : undefined
    return year === undefined ? [] : [{ leaf, year: Number(year) }]
  })
  const [one, other, ...others] = dated
  if (one === undefined || other === undefined || others.length > 0 || Math.abs(one.year - other.year) !== 1)
    return null
  return one.year < other.year ? one.leaf : other.leaf
}

/** 计划 beside 实际: words too short to be told anywhere but in a header. */
const brief: ReadonlyMap<string, 'target' | 'actual' | 'weight'> = new Map([
  ['计划', 'target'],
  ['计划数', 'target'],
  ['目标', 'target'],
  ['实际', 'actual'],
  ['完成', 'actual'],
  // Beside 得分.
  ['分数', 'weight'],
])

/** 目标 and 完成 in the header of a table; null for any other word. */
export function briefHeader(key: string): 'target' | 'actual' | null {
  const field = brief.get(key) ?? null
  return field === 'weight' ? null : field
}

/** 维度 分类 指标: levels in words too short, or of too many meanings, to be told anywhere but left of what is measured. */
const briefLevels: ReadonlyMap<string, 'level1' | 'level2' | 'name'> = new Map([
  ['维度', 'level1'],
  ['类别', 'level1'],
  ['分类', 'level2'],
  ['类型', 'level2'],
  ['指标', 'name'],
])

export function briefLevel(key: string): 'level1' | 'level2' | 'name' | null {
  return briefLevels.get(key) ?? null
}

/** Headers of labels that say nothing of how deep they stand: 指标类型 | 指标分类, 指标类别 | 分类. The first is over the second. */
const LABELS = /^(?:指标|评价|考核)?(?:维度|类别|类型|分类|大类|小类|子类)$/

function levelsInTurn(leaves: readonly Leaf[], has: ReadonlySet<string>): ReadonlyMap<Leaf, string> {
  const found = new Map<Leaf, string>()
  const labels = leaves.filter(({ cells }) => LABELS.test(cells.at(-1)?.key ?? ''))
  const [first, second, ...others] = labels
  const isPair = second !== undefined && others.length === 0 && leaves.indexOf(second) === leaves.indexOf(first!) + 1
  const isNamed = (leaf: Leaf): boolean => labels.includes(leaf)
  if (isPair && !leaves.some((leaf) => !isNamed(leaf) && (leaf.field === 'level1' || leaf.field === 'level2'))) {
    found.set(first!, 'level1').set(second, 'level2')
  }
  for (const leaf of leaves) {
    const own = leaf.field.startsWith('?') ? briefLevel(leaf.cells.at(-1)!.key) : null
    if (own !== null && !has.has(own) && ![...found.values()].includes(own)) found.set(leaf, own)
  }
  return found
}

const WANTED = /目标|预期|计划|设定/
const REACHED = /完成|实际|实现/
/** 完成比例, 是否完成, 目标依据 tell of the value, and are none. */
const TOLD_OF = /率|比|程度|偏差|差异|差距|是否|时间|时限|原因|说明|依据|来源|标准|措施|质量|分/

/** 预期绩效, 指标完成: where no word of a header heads what was wanted or what was reached, the one column that speaks of it. */
function spokenColumns(leaves: readonly Leaf[], has: ReadonlySet<string>): ReadonlyMap<Leaf, string> {
  const found = new Map<Leaf, string>()
  if (!has.has('level1') && !has.has('level2')) return found
  const open = leaves.filter(({ field, cells }) => field.startsWith('?') && !TOLD_OF.test(cells.at(-1)!.key))
  const reached = open.filter(({ cells }) => REACHED.test(cells.at(-1)!.key))
  const wanted = open.filter((leaf) => !reached.includes(leaf) && WANTED.test(leaf.cells.at(-1)!.key))
  const isTarget = ['target', 'initialTarget', 'adjustedTarget'].some((field) => has.has(field))
  if (!isTarget && wanted.length === 1) found.set(wanted[0]!, 'target')
  if (!has.has('actual') && reached.length === 1) found.set(reached[0]!, 'actual')
  return found
}

function briefField({ field, cells }: Leaf, has: ReadonlySet<string>): string {
  const own = field.startsWith('?') ? brief.get(cells.at(-1)!.key) : undefined
  return own === undefined || has.has(own) || (own === 'weight' && !has.has('score')) ? field : own
}

/** 指标值类型 beside 指标值, 完成值说明 beside 完成值: such a header only holds the word that another column is headed by. */
function lesserColumns(leaves: readonly Leaf[]): ReadonlySet<Leaf> {
  const isExact = ({ cells }: Leaf): boolean => isIndicatorHeaderWord(cells.at(-1)!.key)
  const lesser = gather(['target', 'actual'], (field) => {
    const own = leaves.filter((leaf) => leaf.field === field && leaf.cells.length === 1)
    return own.some(isExact) ? own.filter((leaf) => !isExact(leaf)) : []
  })
  return new Set(lesser)
}

/** 绩效指标 over the names, where no column is headed as one of them or of their levels. */
function columnOverNames(leaves: readonly Leaf[], has: ReadonlySet<string>): Leaf | null {
  const [first] = leaves
  const isNamed = ['name', 'level1', 'level2'].some((field) => has.has(field))
  const isOver = first?.field === 'block' && blockLabel(first.cells.at(-1)!.key) === 'indicators'
  return isOver && !isNamed && has.has('target') && has.has('actual') ? first : null
}

/** Two columns of one field: the later name is the finer one; any other second column goes to a field of its own. */
export function resolveFields(given: readonly Leaf[]): Leaf[] {
  const printed = new Set(given.map((leaf) => leaf.field))
  const leaves = given.map((leaf) => {
    const field = briefField(leaf, printed)
    return field === leaf.field ? leaf : { ...leaf, field }
  })
  const has = new Set(leaves.map((leaf) => leaf.field))
  const ownOf = new Map([
    ...levelsInTurn(leaves, has),
    ...weightColumns(leaves),
    ...midTermColumns(leaves),
    ...spokenColumns(leaves, has),
  ])
  const seen = new Set<string>()
  const placed = columnByPlace(leaves, has)
  const first = budgetBeforeAdjusted(leaves)
  const lastYear = lastYearColumn(leaves)
  const lesser = lesserColumns(leaves)
  const change = changeBeside(leaves)
  const execution = executionBeside(leaves)
  const overNames = columnOverNames(leaves, has)
  const lastName = leaves.findLastIndex((leaf) => (ownOf.get(leaf) ?? leaf.field) === 'name' && leaf !== placed?.leaf)
  return leaves.map((leaf, index) => {
    let field = leaf === placed?.leaf ? placed.field : (ownOf.get(leaf) ?? leaf.field)
    if (leaf.cells.at(-1)?.key === OTHER_CAUSE && has.has('causeFunds')) field = 'causeOther'
    if (leaf === overNames) field = 'name'
    // 年度预算数(万元) over the names of the rows, left of 年初预算 and 调整后预算数.
    if (field === 'budgeted.total' && headsNames(leaves, index)) field = 'name'
    if ((field === 'remedy' || field === 'remark') && !has.has('note')) field = 'note'
    if (field === 'weightShare' && !has.has('weight')) field = 'weight'
    if (field === 'weightedScore' && !has.has('score')) field = 'score'
    if (field === 'initialTarget' && !has.has('target') && !has.has('adjustedTarget')) field = 'target'
    if (field === 'adjustedTarget' && !has.has('target') && !has.has('initialTarget')) field = 'target'
    if (field === 'initialBudget' && !has.has('budgeted.total')) field = 'budgeted.total'
    if (leaf === first) field = 'initialBudget'
    if (leaf === lastYear) field = 'lastYearActual'
    if (leaf === execution?.leaf) field = execution.field
    if (leaf === change) field = `?${leaf.cells.at(-1)!.text}`
    if (field === 'forecastExecuted' && !has.has('executed.total')) field = 'executed.total'
    if (field === 'reviewScore' && !has.has('score')) field = 'score'
    if (field === 'name' && index !== lastName && leaf !== overNames) field = `?${leaf.cells.at(-1)!.text}`
    else if (field !== 'block' && (seen.has(field) || (lesser.has(leaf) && field === leaf.field)))
      field = `?${leaf.cells.at(-1)!.text}`
    seen.add(field)
    return field === leaf.field ? leaf : { ...leaf, field }
  })
}
