/** A stream of items to its parts: titles, labelled facts, money, goals, indicators, total. */

import { gather } from '../../model/gather.ts'
import { kindOf } from '../kinds.ts'
import { numbersPage } from '../page-furniture.ts'
import { isTitle, NOTE } from '../row-kinds.ts'
import { joinCells, type SourceCell } from '../source.ts'
import {
  blockLabel,
  factLabel,
  goalHeader,
  indicatorHeader,
  isGradeLabel,
  isMoneyHeaderWord,
  isOtherFactLabel,
  isTotalLabel,
  taskHeader,
} from '../words.ts'
import type { FlowItem } from './flow.ts'
import { goalRows, isGoalOfTable } from './goal-rows.ts'
import { asRow, columnsOfRun, indicatorRun, isMoneyWord, moneyRun, NUMBER, type RunColumns } from './header-runs.ts'
import type { Arrival } from './items.ts'

export type Part =
  | { readonly kind: 'rows'; readonly rows: readonly (readonly SourceCell[])[] }
  | ({
      readonly kind: 'table'
      readonly items: readonly FlowItem[]
    } & RunColumns)

type Mode = 'head' | 'money' | 'goals' | 'indicators' | 'foot'

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
  const cells = gather(items, ({ cell }) => cell ?? [])
  return cells.some((cell, at) => {
    if (cell.key === '名称') return cells[at + 2]?.key === '名称' && /^权重/.test(cells[at + 1]!.key)
    if (factLabel(cell.key) !== 'project') return false
    const level = cells.slice(at + 1, at + 9).findIndex(({ key }) => indicatorHeader(key) === 'level1')
    const between = cells.slice(at + 1, at + 1 + Math.max(0, level))
    return level >= 0 && between.every(({ key }) => labelWord(key) || indicatorHeader(key) !== null)
  })
}

/** Parts of the stream in order. */
export function partsOf(items: readonly FlowItem[], arrival: Arrival): Part[] {
  const parts: Part[] = []
  let mode: Mode = 'head'
  let table: (RunColumns & { items: FlowItem[] }) | null = null
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
    table = { ...columnsOfRun(run, money), items: [] }
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
    if (table !== null && numbersPage(cell.key)) {
      const { fields } = table as RunColumns
      closeTable()
      parts.push({ kind: 'rows', rows: [[cell]] })
      table = { header: [], fields, items: [] }
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

const LIKE_LABEL =
  /^[\u4e00-\u9fff]{2,10}(?:职能|职责|配置|总额|期限|类别|类型|属性|编码|日期|时间|来源|依据|方式|性质|人数|部门|负责人|电话)$/

function lineOf({ source }: SourceCell): number {
  return source?.kind === 'text' ? source.line : 0
}

/** 职工编制人数 62人 in a line of its own: a label that no list holds, and its value. */
function isLabelOfLine(cells: readonly SourceCell[], at: number): boolean {
  const [before, cell, after] = [cells[at - 1], cells[at]!, cells[at + 1]]
  const begins = before !== undefined && lineOf(before) !== lineOf(cell)
  return begins && after !== undefined && lineOf(after) === lineOf(cell) && LIKE_LABEL.test(cell.key)
}

/** Cells outside of tables to rows: a title alone, a label with what follows it, goals two by two. */
function looseRows(cells: readonly SourceCell[], mode: Mode, arrival: Arrival): SourceCell[][] {
  if (mode === 'goals') return goalRows(cells, arrival)
  const rows: SourceCell[][] = []
  for (const [at, cell] of cells.entries()) {
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
      saysFact(cell.key) ||
      (arrival === 'spaced' && last !== undefined && last.length > 1 && isLabelOfLine(cells, at))
    if (isTitle(asRow([cell])) || begins || !labelled) rows.push([cell])
    else if (arrival === 'cells' || isTotalLabel(last[0]!.key) || keepsCells(last, cell)) last.push(cell)
    else if (last.length > 1) last[1] = joinCells([last[1]!, cell])
    else last.push(cell)
  }
  return rows
}
