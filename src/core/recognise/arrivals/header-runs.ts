/** Words of a header in a stream of items: where a run of them begins, and the columns that they head. */

import { gather } from '../../model/gather.ts'
import { indicatorColumns, isHeaderAside, type Leaf, moneyColumns } from '../headers/headers.ts'
import { kindOf } from '../kinds.ts'
import { isMoneyBlock } from '../money/money-block.ts'
import { withNameColumn } from '../money/tasks.ts'
import type { SourceCell, SourceRow } from '../source.ts'
import { amountHeader, blockLabel, indicatorHeader, isIndicatorHeaderWord, moneyRow, taskHeader } from '../words.ts'
import type { FlowItem } from './flow.ts'

/** The head of a table: each word at the column that it heads, and the fields of the columns in order. */
export interface RunColumns {
  readonly header: readonly (readonly { readonly column: number; readonly cell: SourceCell }[])[]
  readonly fields: readonly string[]
}

const amountFields = new Set(['initialBudget', 'budgeted.total', 'executed.total', 'received'])

/** The items from `start` that are words of a header, and how many there are. */
function headerRun(items: readonly FlowItem[], start: number, wordOf: (key: string) => boolean): SourceCell[] {
  const run: SourceCell[] = []
  for (let index = start; index < items.length; index++) {
    const { cell } = items[index]!
    if (cell === null) {
      if (run.length === 0) break
      continue
    }
    if (!wordOf(cell.key) && !isUnknownHeader(items, index, run, wordOf)) break
    run.push(cell)
  }
  return run
}

/** 是否完成 among the headers: a short word that the rulebook does not know, between words that it knows. */
function isUnknownHeader(
  items: readonly FlowItem[],
  at: number,
  run: readonly SourceCell[],
  wordOf: (key: string) => boolean,
): boolean {
  const key = items[at]!.cell!.key
  const next = items[at + 1]?.cell
  // 绩效指标 绩效目标 实际完成值: a group behind the label of the block.
  const known = run.length
  const isGroup = known > 0 && known < 3 && blockLabel(run[0]!.key) === 'indicators' && GROUP.test(key)
  return (
    (known >= 3 || isGroup) &&
    key.length <= 8 &&
    /^\p{Script=Han}+$/u.test(key) &&
    kindOf(key) !== 'label' &&
    next != null &&
    wordOf(next.key) &&
    (isIndicatorHeaderWord(next.key) || taskHeader(next.key) !== null)
  )
}

const GROUP = /目标|设定|情况/

/** A figure without sign or unit. */
export const NUMBER = /^\d+(?:\.\d+)?$/
const isIndicatorWord = (key: string): boolean =>
  indicatorHeader(key) !== null || (isHeaderAside(key) && !NUMBER.test(key)) || blockLabel(key) === 'indicators'
/** A word that heads tasks or money; how the points come about may have a column there too. */
export const isMoneyWord = (key: string): boolean =>
  taskHeader(key) !== null ||
  key === '得分计算方法' ||
  amountHeader(key) !== null ||
  (isHeaderAside(key) && !NUMBER.test(key)) ||
  blockLabel(key) === 'tasks'

function fieldsOf(run: readonly SourceCell[], fieldOf: (key: string) => string | null): Set<string> {
  return new Set(run.map((cell) => fieldOf(cell.key)).filter((field) => field !== null))
}

/** A header of indicators begins here: its words, or null. */
export function indicatorRun(items: readonly FlowItem[], at: number): SourceCell[] | null {
  const { cell } = items[at]!
  if (cell === null) return null
  // The numbers of the rows have a column of their own, left of all others.
  if (cell.key === '序号') {
    const after = items[at + 1] === undefined ? null : indicatorRun(items, at + 1)
    return after === null ? null : [cell, ...after]
  }
  // 四、指标完成情况 is a heading over the table.
  if (!isIndicatorWord(cell.key) || isHeaderAside(cell.key) || /^[一二三四五六七八九十]+、/.test(cell.key)) return null
  const run = headerRun(items, at, isIndicatorWord)
  const fields = fieldsOf(run, indicatorHeader)
  const named = fields.has('name') || fields.has('level1') || fields.has('level2')
  // 实际完成情况 of the goals before 一级指标 二级指标 is no header of anything.
  const heads = [...fields].some((field) => field !== 'actual' && !field.startsWith('level'))
  return fields.size >= 3 && named && heads && run.some((word) => isIndicatorHeaderWord(word.key)) ? run : null
}

/** 年初数 120 调整数 110 支出数 99: behind the figure stands the label of the next. */
function isLabelled(items: readonly FlowItem[], figure: SourceCell): boolean {
  const at = items.findIndex(({ cell }) => cell === figure)
  const [label, next] = [items[at + 1]?.cell ?? null, items[at + 2]?.cell ?? null]
  return label !== null && next !== null && taskHeader(label.key) !== null && kindOf(next.key) === 'number'
}

/** A header of tasks or money begins here: its words, or null. */
export function moneyRun(items: readonly FlowItem[], at: number): SourceCell[] | null {
  const { cell } = items[at]!
  if (cell !== null && isMoneyBlock(cell.key) && !isMoneyWord(cell.key)) {
    // 整体预算(万元) 按支出性质 年初预算: the names of the rows may be headed in words of the place.
    for (const between of [0, 1]) {
      const own = gather(items.slice(at + 1, at + 1 + between), (item) => item.cell ?? [])
      const next = items[at + 1 + between]
      const after = next?.cell == null || own.length < between ? null : moneyRun(items, at + 1 + between)
      if (after !== null) return [cell, ...own, ...after]
    }
    return null
  }
  if (cell === null || !isMoneyWord(cell.key) || isHeaderAside(cell.key)) return null
  const run = headerRun(items, at, isMoneyWord)
  // 总额 before a figure names the first row.
  const last = run.at(-1)!
  const after = items[items.findIndex((item) => item.cell === last) + 1]?.cell ?? null
  const subs = run.filter((word) => amountHeader(word.key) !== null).length
  if (subs >= 2 && after !== null && /^\d{1,3}$/.test(after.key)) {
    // Points under the header of the weight: a text follows, while behind the name of a row stand further figures.
    const next = items[items.findIndex((item) => item.cell === after) + 1]?.cell ?? null
    if (next !== null && kindOf(next.key) !== 'number') run.push(after)
  } else if (
    after !== null &&
    kindOf(after.key) === 'number' &&
    (moneyRow(last.key) === 'total' || /:$/.test(last.key) || isLabelled(items, after))
  ) {
    // So does 预算数: before it, where each figure has a label of its own.
    run.pop()
  }
  const fields = fieldsOf(run, taskHeader)
  // 任务名称 主要内容 完成情况: tasks without amounts.
  const isNamed = run.some(({ key }) => key === '任务名称') && (fields.has('content') || fields.has('completion'))
  return fields.size >= 2 && (isNamed || [...fields].some((field) => amountFields.has(field))) ? run : null
}

/** Sub-headers come after the whole first row: the run is parted where a group's own words begin. */
function headerRows(run: readonly SourceCell[], money: boolean): SourceCell[][] {
  const at = run.findIndex((cell, index) =>
    money
      ? amountHeader(cell.key) !== null && taskHeader(cell.key) === null && index > 1
      : index > 3 &&
        ['attribute', 'unit'].includes(indicatorHeader(cell.key) ?? '') &&
        run.slice(0, index).some((before) => ['score', 'note'].includes(indicatorHeader(before.key) ?? '')),
  )
  const pairs = money ? -1 : run.findIndex((cell, index) => cell.key === '名称' && index > 3)
  if (pairs > 0) return [run.slice(0, pairs), run.slice(pairs)]
  // 预算支出总额, 财政拨款, 实际支出总额, 财政拨款: one row, each part behind its sum.
  const isOneRow = money && run.slice(at).some((cell) => amountFields.has(taskHeader(cell.key) ?? ''))
  if (at < 0 || isOneRow) return [[...run]]
  // 指标值 before 度量单位, where 年度指标值 stands above both.
  const before = run[at - 1]!
  const isSub =
    !money &&
    indicatorHeader(before.key) === 'target' &&
    run.findIndex((cell) => indicatorHeader(cell.key) === 'target') < at - 1
  const from = isSub ? at - 1 : at
  return [run.slice(0, from), run.slice(from)]
}

/** 评价指标 and 评价得分 over 一级指标 … 自评分: how many words stand in a row above the columns. */
function groupsAbove(run: readonly SourceCell[]): number {
  const first = run.findIndex((cell) => indicatorHeader(cell.key) === 'level1')
  const above = run.slice(0, Math.max(0, first)).filter((cell) => blockLabel(cell.key) === null)
  const fields = above.map((cell) => indicatorHeader(cell.key))
  if (fields.length >= 2) return fields.filter((field) => field === null).length <= 1 ? first : 0
  // 年度指标值 over 指标性质, 指标值 and 度量单位, in a row above them.
  const heads = (field: string): boolean => run.slice(first).some((cell) => indicatorHeader(cell.key) === field)
  return fields[0] === 'target' && heads('target') && heads('attribute') ? first : 0
}

/** Cells one after another as a row with a column for each. */
export function asRow(cells: readonly SourceCell[]): SourceRow {
  return {
    index: cells[0]!.row,
    grid: 0,
    cells: cells.map((cell, column) => ({ ...cell, column, rowSpan: 1, columnSpan: 1 })),
    width: cells.length,
    blanks: [],
  }
}

/** Columns in order, the label of the block first; each header word at the column it heads. */
export function columnsOfRun(run: readonly SourceCell[], money: boolean): RunColumns {
  const groups = money ? 0 : groupsAbove(run)
  const rows = [run.slice(0, groups), ...headerRows(run.slice(groups), money)].filter((row) => row.length > 0)
  // 指标说明, 自评分 over 一级指标 with 名称 and 权重 below it head columns of their own.
  const below = new Set(run.slice(groups).map((cell) => indicatorHeader(cell.key)))
  const upper = run.slice(0, groups).filter((cell) => blockLabel(cell.key) === null)
  // 年度指标值 over 指标性质 and 指标值, with 实际完成值 and the points at its right.
  const isOver = upper.length > 1 && indicatorHeader(upper[0]!.key) === 'target' && below.has('attribute')
  const isKept =
    rows.at(-1)!.some((cell) => cell.key === '名称') ||
    upper.slice(isOver ? 1 : 0).every((cell) => !below.has(indicatorHeader(cell.key)))
  const header = (money ? moneyColumns : indicatorColumns)(rows.slice(groups > 0 && !isKept ? 1 : 0).map(asRow))
  const own = money ? withNameColumn(header).leaves : header.leaves
  const leaves: readonly Leaf[] =
    own[0]?.field === 'block' ? own : [{ field: 'block', cells: [], column: 0, columnSpan: 1 }, ...own]
  const columnOf = new Map<string, number>()
  leaves.forEach((leaf, column) => {
    for (const cell of leaf.cells) {
      const place = `${cell.row}/${cell.text}/${JSON.stringify(cell.source)}`
      if (!columnOf.has(place)) columnOf.set(place, column)
    }
  })
  return {
    header: rows.map((row) =>
      row.map((cell) => ({
        cell,
        column: columnOf.get(`${cell.row}/${cell.text}/${JSON.stringify(cell.source)}`) ?? 0,
      })),
    ),
    fields: leaves.map((leaf) => leaf.field),
  }
}
