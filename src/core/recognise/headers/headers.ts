/** Header rows to leaf columns: several header rows, groups over sub-headers, points and letters under a header. */

import { gather } from '../../model/gather.ts'
import { isMoneyBlock } from '../money/money-block.ts'
import type { SourceCell, SourceRow } from '../source.ts'
import { amountHeader, bareWord, blockLabel, indicatorHeader, isTaskName, taskHeader } from '../words.ts'
import { amountGroups, partOfSpending, subAmount, withBudget } from './amount-groups.ts'
import { briefHeader, type Leaf, OTHER_CAUSE, resolveFields } from './leaf-fields.ts'
import { isLevel, REVIEW, turned, withReview } from './turned-headers.ts'

export type { Leaf } from './leaf-fields.ts'

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

/** '10', '(10分)', '分', 'A': what stands under a header without being one. */
export function isHeaderAside(key: string): boolean {
  // 名称 under 一级指标, beside 权重: the group says whose.
  return (
    key === '名称' ||
    /^[(]?\d{1,3}(?:\.\d+)?(?:分|%)?[)]?$/.test(key) ||
    /^[(]?(?:[A-Z]|[A-Z]\/[A-Z]|分|%|万元|元)[)]?$/.test(key)
  )
}

/** 数值 under 实际完成值 is the actual. */
function subActual(own: string | null): string | null {
  return own === 'target' ? 'actual' : own
}

/** 年初 and 调整后 under 目标. */
const subTargets: ReadonlyMap<string, string> = new Map([
  ['年初', 'initialTarget'],
  ['年初设定', 'initialTarget'],
  ['调整', 'adjustedTarget'],
  ['调整后', 'adjustedTarget'],
])

const VALUE = '数值'

/** What 完成值 and 得分 are below 主管部门复核. */
const reviewed: ReadonlyMap<string, string> = new Map([
  ['actual', 'reviewActual'],
  ['score', 'reviewScore'],
])

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
    const named = groups.map(({ key }) => fieldOf(key) ?? (money ? null : briefHeader(key)))
    const group = named.findLast((field) => field !== null) ?? null
    const sub = money && group !== null && amountGroups.has(group) ? subAmount(group, leaf.key) : null
    const block = blockLabel(leaf.key)
    const isReview = groups.some((cell) => REVIEW.test(cell.key))
    const inTarget = group === 'target' ? subTargets.get(leaf.key) : undefined
    const inGroup =
      inTarget ?? (group === 'actual' ? subActual(own) : isReview ? (reviewed.get(own ?? '') ?? own) : own)
    const part = money && sub === null ? partOfSpending(group, stack) : null
    const made = makeLeaf(part ?? sub ?? inGroup ?? (block === null ? group : 'block'), stack, leaf)
    if (sub === null && inTarget === undefined && own === null && made.field === group) byGroup.add(made)
    leaves.push(made)
  }
  const owned = new Set(gather(leaves, (leaf) => (byGroup.has(leaf) ? [] : [leaf.field])))
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
  const below = gather(rows.slice(1), (row) => row.cells)
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
    money ? amountHeader(cell.key) !== null || isTaskName(cell.key) : targetParts.has(fieldOf(cell.key) ?? '')
  const isGroup = (cell: SourceCell): boolean => {
    const field = fieldOf(cell.key)
    return field !== null && (money ? amountGroups.has(field) : field === 'target' || (field === 'actual' && isSplit))
  }
  // 数值 and 单位 below the target, and again below the actual.
  const isSplit = !money && words.filter(({ key }) => key === VALUE).length === 2
  const runs = runsOf(words.filter(isSub).map((cell) => ({ cell, word: bareWord(cell.key) })))
  const groups = runs.length === 0 ? [] : top.filter(isGroup).slice(0, runs.length)
  const leaves: Leaf[] = words.filter(isSide).map((cell) => makeLeaf('block', [cell], cell))
  const parts = money ? new Map<Heading, readonly SourceCell[]>() : monitoringParts(words, fieldOf)
  const parted = new Set([...parts.values()].flat())
  let lower = words.filter((cell) => !isSub(cell) && !isSide(cell) && !parted.has(cell))
  const firstSub = runs[0]?.[0]?.column ?? Number.POSITIVE_INFINITY
  const isAllHeaded = groups.length === runs.length && runs.flat().length === words.length
  /** Every word below has a group of its own, or the lower row keeps its blank cells and none of its words stands below this one. */
  const hasOwnColumn = (cell: SourceCell): boolean => {
    if (isAllHeaded) return true
    const end = top[top.indexOf(cell) + 1]?.column ?? Number.POSITIVE_INFINITY
    return words[0]!.column > leftmost && !words.some(({ column }) => column >= cell.column && column < end)
  }
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
        const own = money ? (partOfSpending(field, [cell, sub]) ?? subAmount(field, sub.key)) : fieldOf(sub.key)
        leaves.push(makeLeaf(field === 'actual' ? subActual(own) : own, [cell, sub], sub))
      }
      continue
    }
    // 绩效指标 over 一级指标, its merge lost: it has no column of its own.
    const isOver = groups.length > 0 && blockLabel(cell.key) !== null
    if (isOver && words.some((low) => low.column === cell.column && isLevel(fieldOf(low.key)))) continue
    const field = fieldOf(cell.key)
    const own = parts.get(field === 'note' ? 'cause' : 'likelihood') ?? []
    if (own.length > 0 && (field === 'note' || /可能性/.test(cell.key))) {
      for (const sub of own) leaves.push(makeLeaf(fieldOf(sub.key), [cell, sub], sub))
      continue
    }
    const over = leaves.findLast((leaf) => amountGroups.has(leaf.field))
    // 预算支出总额 | 财政拨款 | 其他资金 in one row: the parts stand behind their sum.
    const sub =
      money && field === null && words.length === 0 && over !== undefined ? subAmount(over.field, cell.key) : null
    if (sub !== null) leaves.push(makeLeaf(sub, [cell], cell))
    else if (field === null && (blockLabel(cell.key) !== null || (money && isMoneyBlock(cell.key))))
      leaves.push(makeLeaf('block', [cell], cell))
    else if (
      field === null &&
      words.length > 0 &&
      leaves.length < words.length &&
      cell.column <= firstSub &&
      !hasOwnColumn(cell)
    )
      rest.push(cell)
    else leaves.push(makeLeaf(field, [cell], cell))
  }
  const shares = lower.filter((cell) => fieldOf(cell.key) === 'weight')
  const levels = leaves.filter(({ field }) => isLevel(field))
  if (!money && shares.length >= 2 && shares.length === levels.length && shares.length === lower.length) {
    // 名称 and 权重 under each level: a column of points stands behind each.
    const behind = new Map(levels.map((leaf, index) => [leaf, shares[index]!]))
    const paired = gather(leaves, (leaf) => {
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

export function indicatorColumns(rows: readonly SourceRow[]): Header {
  return build(rows, indicatorHeader, false)
}

export function moneyColumns(rows: readonly SourceRow[]): Header {
  return build(rows, taskHeader, true)
}

function build(given: readonly SourceRow[], fieldOf: Field, money: boolean): Header {
  const merged = hasMerges(given)
  const rows = money || merged ? given : turned(withReview(given))
  const printed = (merged ? mergedLeaves : flatLeaves)(rows, fieldOf, money)
  const made = money ? { ...printed, leaves: withBudget(printed.leaves) } : printed
  const leaves = resolveFields(made.leaves)
  return {
    rows,
    leaves,
    byPlace: gather(leaves, (leaf, index) => {
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
