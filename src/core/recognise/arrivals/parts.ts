/** A stream of items to its parts: titles, labelled facts, money, goals, indicators, total. */

import { indicatorColumns, isHeaderAside, type Leaf, moneyColumns } from '../headers.ts'
import { kindOf } from '../kinds.ts'
import { isTitle, NOTE } from '../row-kinds.ts'
import { joinCells, type SourceCell, type SourceRow } from '../source.ts'
import { withNameColumn } from '../tasks.ts'
import {
  amountHeader,
  blockLabel,
  factLabel,
  goalHeader,
  indicatorHeader,
  isGradeLabel,
  isIndicatorHeaderWord,
  isMoneyHeaderWord,
  isOtherFactLabel,
  isTotalLabel,
  moneyRow,
  taskHeader,
} from '../words.ts'
import type { FlowItem } from './flow.ts'
import { goalRows, isGoalOfTable } from './goal-rows.ts'
import type { Arrival } from './items.ts'

export type Part =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly SourceCell[])[] }
  | {
      readonly kind: 'table'
      readonly header: readonly (readonly { readonly column: number; readonly cell: SourceCell }[])[]
      readonly fields: readonly string[]
      readonly items: readonly FlowItem[]
    }

type Mode = 'head' | 'money' | 'goals' | 'indicators' | 'foot'

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
    if (!wordOf(cell.key) && !isUnknownHeader(items, index, run.length, wordOf)) break
    run.push(cell)
  }
  return run
}

/** 是否完成 among the headers: a short word that the rulebook does not know, between words that it knows. */
function isUnknownHeader(
  items: readonly FlowItem[],
  at: number,
  known: number,
  wordOf: (key: string) => boolean,
): boolean {
  const key = items[at]!.cell!.key
  const next = items[at + 1]?.cell
  return (
    known >= 3 &&
    key.length <= 8 &&
    /^\p{Script=Han}+$/u.test(key) &&
    kindOf(key) !== 'label' &&
    next != null &&
    wordOf(next.key) &&
    (isIndicatorHeaderWord(next.key) || taskHeader(next.key) !== null)
  )
}

const NUMBER = /^\d+(?:\.\d+)?$/
const isIndicatorWord = (key: string): boolean =>
  indicatorHeader(key) !== null || (isHeaderAside(key) && !NUMBER.test(key)) || blockLabel(key) === 'indicators'
const isMoneyWord = (key: string): boolean =>
  taskHeader(key) !== null ||
  amountHeader(key) !== null ||
  (isHeaderAside(key) && !NUMBER.test(key)) ||
  blockLabel(key) === 'tasks'

function fieldsOf(run: readonly SourceCell[], fieldOf: (key: string) => string | null): Set<string> {
  return new Set(run.map((cell) => fieldOf(cell.key)).filter((field) => field !== null))
}

/** A header of indicators begins here: its words, or null. */
function indicatorRun(items: readonly FlowItem[], at: number): SourceCell[] | null {
  const { cell } = items[at]!
  if (cell === null) return null
  // The numbers of the rows have a column of their own, left of all others.
  if (cell.key === '序号') {
    const after = items[at + 1] === undefined ? null : indicatorRun(items, at + 1)
    return after === null ? null : [cell, ...after]
  }
  if (!isIndicatorWord(cell.key) || isHeaderAside(cell.key)) return null
  const run = headerRun(items, at, isIndicatorWord)
  const fields = fieldsOf(run, indicatorHeader)
  const named = fields.has('name') || fields.has('level1') || fields.has('level2')
  return fields.size >= 3 && named && run.some((word) => isIndicatorHeaderWord(word.key)) ? run : null
}

function moneyRun(items: readonly FlowItem[], at: number): SourceCell[] | null {
  const { cell } = items[at]!
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
    (moneyRow(last.key) === 'total' || /:$/.test(last.key))
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
  if (fields.length >= 2) return fields.every((field) => field !== null) ? first : 0
  // 年度指标值 over 指标性质, 指标值 and 度量单位, in a row above them.
  const heads = (field: string): boolean => run.slice(first).some((cell) => indicatorHeader(cell.key) === field)
  return fields[0] === 'target' && heads('target') && heads('attribute') ? first : 0
}

function asRow(cells: readonly SourceCell[]): SourceRow {
  return {
    index: cells[0]!.row,
    grid: 0,
    cells: cells.map((cell, column) => ({ ...cell, column, rowSpan: 1, columnSpan: 1 })),
    width: cells.length,
    blanks: [],
  }
}

/** Columns in order, the label of the block first; each header word at the column it heads. */
function tableOf(
  run: readonly SourceCell[],
  money: boolean,
): Pick<Extract<Part, { kind: 'table' }>, 'header' | 'fields'> {
  const groups = money ? 0 : groupsAbove(run)
  const rows = [run.slice(0, groups), ...headerRows(run.slice(groups), money)].filter((row) => row.length > 0)
  // 指标说明, 自评分 over 一级指标 with 名称 and 权重 below it head columns of their own.
  const below = new Set(run.slice(groups).map((cell) => indicatorHeader(cell.key)))
  const isKept =
    rows.at(-1)!.some((cell) => cell.key === '名称') ||
    run.slice(0, groups).every((cell) => blockLabel(cell.key) !== null || !below.has(indicatorHeader(cell.key)))
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

/** Of the management of the money, behind its table; elsewhere a block or a name of indicators. */
const MANAGED = /^资金管理$|^(?:资金)?安排科学性$/

function isFact(key: string): boolean {
  return factLabel(key) !== null || isOtherFactLabel(key) || isGradeLabel(key) || MANAGED.test(key)
}

/** 预算数(万元) beside its figure, in a head without a table of money. */
function headsMoney(key: string): boolean {
  return key.length >= 3 && isMoneyHeaderWord(key)
}

const labelWord = (key: string): boolean =>
  isFact(key) || isMoneyWord(key) || goalHeader(key) !== null || blockLabel(key) !== null

/**
 * Tables that nothing but their borders hold together: 单位名称 项目名称 预算数 年度目标 as columns before 一级指标, or 名称 and 权重
 * under each level.
 */
export function needsBorders(items: readonly FlowItem[]): boolean {
  const cells = items.flatMap(({ cell }) => cell ?? [])
  return cells.some((cell, at) => {
    if (cell.key === '名称') return cells[at + 2]?.key === '名称' && /^权重/.test(cells[at + 1]!.key)
    if (factLabel(cell.key) !== 'project') return false
    const level = cells.slice(at + 1, at + 9).findIndex(({ key }) => indicatorHeader(key) === 'level1')
    return level >= 0 && cells.slice(at + 1, at + 1 + level).every(({ key }) => labelWord(key))
  })
}

/** Parts of the stream in order. */
export function partsOf(items: readonly FlowItem[], arrival: Arrival): Part[] {
  const parts: Part[] = []
  let mode: Mode = 'head'
  let table: {
    header: Extract<Part, { kind: 'table' }>['header']
    fields: readonly string[]
    items: FlowItem[]
  } | null = null
  let loose: SourceCell[] = []
  const closeTable = (): void => {
    if (table !== null) parts.push({ kind: 'table', ...table })
    table = null
  }
  const closeLoose = (): void => {
    if (loose.length > 0) parts.push({ kind: 'rows', rows: looseRows(loose, mode, arrival) })
    loose = []
  }
  const open = (run: readonly SourceCell[], money: boolean): void => {
    closeLoose()
    closeTable()
    table = { ...tableOf(run, money), items: [] }
    mode = money ? 'money' : 'indicators'
  }
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!
    const { cell } = item
    const indicators = indicatorRun(items, index)
    const money = indicators === null && mode !== 'indicators' ? moneyRun(items, index) : null
    const run = indicators ?? money
    if (run !== null) {
      open(run, money !== null)
      for (let left = run.length; left > 0; index++) if (items[index]!.cell !== null) left--
      index--
      continue
    }
    if (cell === null) {
      if (table !== null) (table as { items: FlowItem[] }).items.push(item)
      continue
    }
    const leaves = leavesTable(cell, item, mode, arrival)
    if (leaves !== null && mode !== leaves) {
      closeLoose()
      closeTable()
      mode = leaves
    } else if (leaves === 'foot') {
      closeLoose()
    }
    if (table === null) loose.push(cell)
    else (table as { items: FlowItem[] }).items.push(item)
  }
  closeLoose()
  closeTable()
  return parts
}

/** 1.项目年度目标完成情况 behind 项目基本情况. */
function isNumberedGoal(key: string): boolean {
  return /^\d[.、]/.test(key) && blockLabel(key) === 'goals'
}

function endsRows(key: string): boolean {
  return isOtherFactLabel(key) && (key.endsWith(':') || /^其[他它].*(?:问题|事项|情况)$/.test(key))
}

/** What a cell says of the part that begins with it; null where it goes on. */
function leavesTable(cell: SourceCell, item: FlowItem, mode: Mode, arrival: Arrival): Mode | null {
  const starts = arrival !== 'spaced' || item.lineStart
  // 填报人: or 其他需要说明的问题 within a line ends the rows too, where blanks part the words.
  if (!starts && mode === 'head' && isNumberedGoal(cell.key)) return 'goals'
  if (!starts) return mode === 'indicators' && endsRows(cell.key) ? 'foot' : null
  if (isTitle(asRow([cell])) && kindOf(cell.key) !== 'label') return 'head'
  if (isGoalOfTable(cell.key)) return 'goals'
  if (mode === 'indicators' || mode === 'foot') {
    if (isTotalLabel(cell.key)) return 'foot'
    return mode === 'indicators' && (isOtherFactLabel(cell.key) || /^(?:注[:：]|说明$)/.test(cell.key)) ? 'foot' : null
  }
  if (goalHeader(cell.key) !== null && taskHeader(cell.key) === null) return 'goals'
  if (mode === 'goals' && goalHeader(cell.key) !== null) return 'goals'
  // 2.项目实施内容及过程概述 behind the goals.
  if (mode === 'goals' && (arrival === 'cells' || /^\d[.、]/.test(cell.key)) && isOtherFactLabel(cell.key))
    return 'head'
  const ends = factLabel(cell.key) !== null || isOtherFactLabel(cell.key) || MANAGED.test(cell.key)
  return mode === 'money' && ends ? 'head' : null
}

/** 情况说明 分值 得分 behind 资金管理情况, and the figures and remark of each row below it, are cells of their own. */
function keepsCells(row: readonly SourceCell[], cell: SourceCell): boolean {
  const figures = row.filter(({ key }) => NUMBER.test(key)).length
  return (
    /^(?:情况说明|分值|得分)$/.test(cell.key) ||
    row.some(({ key }) => key === '得分') ||
    (/性$|管理情况$/.test(row[0]!.key) && (NUMBER.test(cell.key) || figures === 2))
  )
}

/** Heads a text below the table. */
const SAYS = /^(?:说明|其他说明|补充说明)$/

/** 填表人:某甲 in one cell. */
function saysFact(key: string): boolean {
  const label = /^([^:]{2,12}):/.exec(key)?.[1]
  return label !== undefined && isFact(label)
}

/** Cells outside of tables to rows: a title alone, a label with what follows it, goals two by two. */
function looseRows(cells: readonly SourceCell[], mode: Mode, arrival: Arrival): SourceCell[][] {
  if (mode === 'goals') return goalRows(cells, arrival)
  const rows: SourceCell[][] = []
  for (const cell of cells) {
    const last = rows.at(-1)
    const labelled =
      last !== undefined &&
      (isFact(last[0]!.key) || isTotalLabel(last[0]!.key) || headsMoney(last[0]!.key) || SAYS.test(last[0]!.key))
    const begins =
      blockLabel(cell.key) === 'facts' ||
      isFact(cell.key) ||
      isTotalLabel(cell.key) ||
      headsMoney(cell.key) ||
      NOTE.test(cell.key) ||
      SAYS.test(cell.key) ||
      saysFact(cell.key)
    if (isTitle(asRow([cell])) || begins || !labelled) rows.push([cell])
    else if (arrival === 'cells' || isTotalLabel(last[0]!.key) || keepsCells(last, cell)) last.push(cell)
    else if (last.length > 1) last[1] = joinCells([last[1]!, cell])
    else last.push(cell)
  }
  return rows
}
