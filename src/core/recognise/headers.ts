/** Header rows to leaf columns: several header rows, groups over sub-headers, points and letters under a header. */

import type { SourceCell, SourceRow } from './source.ts'
import { amountHeader, bareWord, blockLabel, indicatorHeader, taskHeader } from './words.ts'

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

export interface Header {
  readonly rows: readonly SourceRow[]
  readonly leaves: readonly Leaf[]
  /** Points printed under or in the header of the weight column. */
  readonly points: readonly SourceCell[]
  /** Header cells that no column took. */
  readonly rest: readonly SourceCell[]
  /** Headers that say nothing known, taken for what their place leaves. */
  readonly byPlace: readonly { readonly cell: SourceCell; readonly field: string }[]
  /** Header positions come from real merges, or agree with one another. */
  readonly positioned: boolean
}

type Field = (key: string) => string | null

const targetParts = new Set(['attribute', 'target', 'unit', 'initialTarget', 'adjustedTarget'])
const amountGroups = new Set(['initialBudget', 'budgeted.total', 'executed.total', 'received'])

/** '10', '(10分)', '分', 'A': what stands under a header without being one. */
export function isHeaderAside(key: string): boolean {
  // 名称 under 一级指标, beside 权重: the group says whose.
  return (
    key === '名称' ||
    /^[(]?\d{1,3}(?:\.\d+)?(?:分|%)?[)]?$/.test(key) ||
    /^[(]?(?:[A-Z]|[A-Z]\/[A-Z]|分|%|万元|元)[)]?$/.test(key)
  )
}

/** Sub-headers under money groups: 总额, 财政拨款 … as fields of the group. */
function subAmount(group: string, key: string): string | null {
  const amount = amountHeader(key)
  if (amount === null) return null
  if (group === 'initialBudget') return amount === 'total' ? 'initialBudget' : null
  if (group === 'received') return amount === 'total' ? 'received' : null
  return `${group.split('.')[0]}.${amount}`
}

function hasMerges(rows: readonly SourceRow[]): boolean {
  return rows.some((row) => row.cells.some((cell) => cell.columnSpan > 1 || cell.rowSpan > 1))
}

function makeLeaf(field: string | null, cells: readonly SourceCell[], at: SourceCell): Leaf {
  return { field: field ?? `?${at.text}`, cells, column: at.column, columnSpan: at.columnSpan }
}

/** Of a monitoring form: the causes under 偏差原因分析, the answers under 完成目标可能性. 其他 is the last of the causes. */
type Heading = 'cause' | 'likelihood'

function headingOf(key: string, fieldOf: Field): Heading | null {
  const field = fieldOf(key)
  if (field?.startsWith('likelihood') === true) return 'likelihood'
  return field?.startsWith('cause') === true || key === OTHER_CAUSE ? 'cause' : null
}

/** A sub-header of a monitoring form that heads nothing elsewhere. */
export const OTHER_CAUSE = '其他'

/** The sub-headers of each heading, where a header has such; 原因说明 stands with the causes. */
function monitoringParts(words: readonly SourceCell[], fieldOf: Field): ReadonlyMap<Heading, readonly SourceCell[]> {
  const of = (heading: Heading) => words.filter(({ key }) => headingOf(key, fieldOf) === heading)
  const causes = words.filter(({ key }) => headingOf(key, fieldOf) === 'cause' || fieldOf(key) === 'note')
  return new Map([
    ['cause', of('cause').length > 1 ? causes : []],
    ['likelihood', of('likelihood')],
  ])
}

/** With real merges a sub-header stands under its group: read column by column. */
function mergedLeaves(
  rows: readonly SourceRow[],
  fieldOf: Field,
  money: boolean,
): Omit<Header, 'rows' | 'positioned' | 'byPlace'> {
  const leaves: Leaf[] = []
  const points: SourceCell[] = []
  const rest: SourceCell[] = []
  const lowest = new Map<SourceCell, SourceCell[]>()
  /** Leaves that only the header over them names. */
  const byGroup = new Set<Leaf>()
  const columns = new Map<number, SourceCell[]>()
  for (const row of rows) {
    for (const cell of row.cells) {
      if (isHeaderAside(cell.key)) {
        points.push(cell)
        continue
      }
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) {
        const stack = columns.get(column) ?? []
        stack.push(cell)
        columns.set(column, stack)
      }
    }
  }
  for (const column of [...columns.keys()].sort((a, b) => a - b)) {
    const stack = columns.get(column)!
    const leaf = stack.at(-1)!
    if (lowest.has(leaf)) continue
    lowest.set(leaf, stack)
    const groups = stack.slice(0, -1)
    const own = fieldOf(leaf.key)
    const group = groups.map((cell) => fieldOf(cell.key)).findLast((field) => field !== null) ?? null
    const sub = money && group !== null && amountGroups.has(group) ? subAmount(group, leaf.key) : null
    const block = blockLabel(leaf.key)
    const made = makeLeaf(sub ?? own ?? (block === null ? group : 'block'), stack, leaf)
    if (sub === null && own === null && made.field === group) byGroup.add(made)
    leaves.push(made)
  }
  const owned = new Set(leaves.flatMap((leaf) => (byGroup.has(leaf) ? [] : [leaf.field])))
  return {
    // 原因说明 beside 经费保障原因, 人员保障原因 …: of what one group heads, the column that says so itself.
    leaves: leaves.map((leaf) =>
      byGroup.has(leaf) && owned.has(leaf.field) ? makeLeaf(null, leaf.cells, leaf.cells.at(-1)!) : leaf,
    ),
    points,
    rest,
  }
}

/** Runs of sub-headers: a run ends where a word comes again. */
function runsOf(subs: readonly { readonly cell: SourceCell; readonly word: string }[]): SourceCell[][] {
  const runs: SourceCell[][] = []
  let seen = new Set<string>()
  for (const { cell, word } of subs) {
    if (runs.length === 0 || seen.has(word)) {
      runs.push([])
      seen = new Set()
    }
    runs.at(-1)!.push(cell)
    seen.add(word)
  }
  return runs
}

/** Without merges the order of words decides: runs of sub-headers belong to the groups in turn. */
function flatLeaves(
  rows: readonly SourceRow[],
  fieldOf: Field,
  money: boolean,
): Omit<Header, 'rows' | 'positioned' | 'byPlace'> {
  const top = rows[0]!.cells
  const below = rows.slice(1).flatMap((row) => row.cells)
  const points: SourceCell[] = []
  const rest: SourceCell[] = []
  const words = below.filter((cell) => {
    if (isHeaderAside(cell.key)) points.push(cell)
    return !isHeaderAside(cell.key)
  })
  const leftmost = top[0]?.column ?? 0
  /** The label of the block stands left of all columns, in whichever row is the middle of its height. */
  const isSide = (cell: SourceCell): boolean => cell.column < leftmost && blockLabel(cell.key) !== null
  const isSub = (cell: SourceCell): boolean =>
    money ? amountHeader(cell.key) !== null : targetParts.has(fieldOf(cell.key) ?? '')
  const isGroup = (cell: SourceCell): boolean => {
    const field = fieldOf(cell.key)
    return field !== null && (money ? amountGroups.has(field) : field === 'target')
  }
  const runs = runsOf(words.filter(isSub).map((cell) => ({ cell, word: bareWord(cell.key) })))
  const groups = runs.length === 0 ? [] : top.filter(isGroup).slice(0, runs.length)
  const leaves: Leaf[] = words.filter(isSide).map((cell) => makeLeaf('block', [cell], cell))
  const parts = money ? new Map<Heading, readonly SourceCell[]>() : monitoringParts(words, fieldOf)
  const parted = new Set([...parts.values()].flat())
  let lower = words.filter((cell) => !isSub(cell) && !isSide(cell) && !parted.has(cell))
  const firstSub = runs[0]?.[0]?.column ?? Number.POSITIVE_INFINITY
  const takeLower = (before: (cell: SourceCell) => boolean): void => {
    const taken = lower.filter(before)
    lower = lower.filter((cell) => !before(cell))
    for (const cell of taken) leaves.push(makeLeaf(fieldOf(cell.key), [cell], cell))
  }
  for (const cell of top) {
    if (isHeaderAside(cell.key)) {
      points.push(cell)
      continue
    }
    const group = groups.indexOf(cell)
    if (group >= 0) {
      takeLower((low) => low.column < firstSub)
      const field = fieldOf(cell.key)!
      for (const sub of runs[group]!) {
        leaves.push(makeLeaf(money ? subAmount(field, sub.key) : fieldOf(sub.key), [cell, sub], sub))
      }
      continue
    }
    const field = fieldOf(cell.key)
    const own = parts.get(field === 'note' ? 'cause' : 'likelihood') ?? []
    if (own.length > 0 && (field === 'note' || /可能性/.test(cell.key))) {
      for (const sub of own) leaves.push(makeLeaf(fieldOf(sub.key), [cell, sub], sub))
      continue
    }
    if (field === null && blockLabel(cell.key) !== null) leaves.push(makeLeaf('block', [cell], cell))
    else if (field === null && words.length > 0 && leaves.length < words.length && cell.column <= firstSub)
      rest.push(cell)
    else leaves.push(makeLeaf(field, [cell], cell))
  }
  const shares = lower.filter((cell) => fieldOf(cell.key) === 'weight')
  const levels = leaves.filter(({ field }) => field === 'level1' || field === 'level2' || field === 'name')
  if (!money && shares.length >= 2 && shares.length === levels.length && shares.length === lower.length) {
    // 名称 and 权重 under each level: a column of points stands behind each.
    const behind = new Map(levels.map((leaf, index) => [leaf, shares[index]!]))
    const paired = leaves.flatMap((leaf) => {
      const share = behind.get(leaf)
      return share === undefined ? [leaf] : [leaf, makeLeaf('weight', [share], share)]
    })
    return { leaves: paired, points, rest }
  }
  takeLower(() => true)
  return { leaves, points, rest }
}

function positionsAgree(leaves: readonly Leaf[]): boolean {
  return leaves.every((leaf, index) => index === 0 || leaf.column > leaves[index - 1]!.column)
}

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
  const found = leaves.flatMap((leaf, index) => {
    const [before, after] = [leaves[index - 1]?.field ?? '', leaves[index + 1]?.field ?? '']
    if (!isOpen(leaf, index)) return []
    if (!hasTarget) {
      const isValue = before === 'attribute' || (before === 'name' && after === 'actual')
      return isValue && measured.has(after) ? [{ leaf, field: 'target' }] : []
    }
    const isResult = ['target', 'adjustedTarget', 'unit'].includes(before) && (after === 'weight' || after === 'score')
    return isResult ? [{ leaf, field: 'actual' }] : []
  })
  return found[0] ?? null
}

/** Two columns of one field: the later name is the finer one; any other second column goes to a field of its own. */
function resolve(leaves: readonly Leaf[]): Leaf[] {
  const has = new Set(leaves.map((leaf) => leaf.field))
  const ownOf = new Map([...weightColumns(leaves), ...midTermColumns(leaves)])
  const seen = new Set<string>()
  const placed = columnByPlace(leaves, has)
  const lastName = leaves.findLastIndex((leaf) => leaf.field === 'name' && leaf !== placed?.leaf)
  return leaves.map((leaf, index) => {
    let field = leaf === placed?.leaf ? placed.field : (ownOf.get(leaf) ?? leaf.field)
    if (leaf.cells.at(-1)?.key === OTHER_CAUSE && has.has('causeFunds')) field = 'causeOther'
    // 年度预算数(万元) over the names of the rows, left of 年初预算 and 调整后预算数.
    if (field === 'budgeted.total' && headsNames(leaves, index)) field = 'name'
    if ((field === 'remedy' || field === 'remark') && !has.has('note')) field = 'note'
    if (field === 'weightShare' && !has.has('weight')) field = 'weight'
    if (field === 'weightedScore' && !has.has('score')) field = 'score'
    if (field === 'initialTarget' && !has.has('target') && !has.has('adjustedTarget')) field = 'target'
    if (field === 'adjustedTarget' && !has.has('target') && !has.has('initialTarget')) field = 'target'
    if (field === 'initialBudget' && !has.has('budgeted.total')) field = 'budgeted.total'
    if (field === 'forecastExecuted' && !has.has('executed.total')) field = 'executed.total'
    if (field === 'reviewScore' && !has.has('score')) field = 'score'
    if (field === 'name' && index !== lastName) field = `?${leaf.cells.at(-1)!.text}`
    else if (seen.has(field) && field !== 'block') field = `?${leaf.cells.at(-1)!.text}`
    seen.add(field)
    return field === leaf.field ? leaf : { ...leaf, field }
  })
}

export function indicatorColumns(rows: readonly SourceRow[]): Header {
  return build(rows, indicatorHeader, false)
}

export function moneyColumns(rows: readonly SourceRow[]): Header {
  return build(rows, taskHeader, true)
}

function build(rows: readonly SourceRow[], fieldOf: Field, money: boolean): Header {
  const merged = hasMerges(rows)
  const made = (merged ? mergedLeaves : flatLeaves)(rows, fieldOf, money)
  const leaves = resolve(made.leaves)
  return {
    rows,
    leaves,
    byPlace: leaves.flatMap((leaf, index) => {
      const [cell, before] = [leaf.cells.at(-1), made.leaves[index]!.field]
      const isPlaced = leaf.field === 'target' || leaf.field === 'actual'
      return isPlaced && cell !== undefined && (before.startsWith('?') || before === 'name' || before === 'block')
        ? [{ cell, field: leaf.field }]
        : []
    }),
    points: made.points,
    rest: made.rest,
    positioned: merged || positionsAgree(made.leaves),
  }
}
