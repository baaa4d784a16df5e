/** What a row of the source looks like by its words: a title, the heading of goals, a label with its value, a total, a foot. */

import { gather } from '../model/gather.ts'
import type { GoalSide } from '../rulebook/words/index.ts'
import { isYearsHeader } from './goals-by-year.ts'
import { holdsHeaderWord, isHeaderAt, isIndicatorHeader, isMoneyHeader } from './headers/header-rows.ts'
import { kindOf } from './kinds.ts'
import type { SourceRow } from './source.ts'
import { isUncounted } from './uncounted.ts'
import {
  bareWord,
  blockLabel,
  factLabel,
  goalHeader,
  isGradeLabel,
  isOtherFactLabel,
  isTotalLabel,
  taskHeader,
} from './words.ts'

const LONGEST_TITLE = 60

export function isTitle(row: SourceRow): boolean {
  const [cell] = row.cells
  if (cell === undefined || row.cells.length > 2) return false
  const key = bareWord(cell.key)
  return (
    key.length <= LONGEST_TITLE &&
    /(?:自评|绩效|复核|评价).*(?:表|表格|自评报告|评价报告)$/.test(key) &&
    !/[。;:,]/.test(key)
  )
}

/** 附件2, 附表1-3, 公开14表: stands over a title. */
export function isTitlePrefix(row: SourceRow): boolean {
  return row.cells.length === 1 && /^(?:附件|附表|公开|表)[\d一二三四五六七八九十\-—.:：]*表?$/.test(row.cells[0]!.key)
}

/** 按收入性质分:一般公共预算:2143.52 beside 按支出性质分:基本支出:1520.3: labels with their amounts, and no columns. */
export function isLabelledAmount(key: string): boolean {
  return /^[^:]*[\u4e00-\u9fff][^:]*:(?:[^:]*[\u4e00-\u9fff][^:]*:)?[\d,.]*(?:万?元|%)?$/.test(key)
}

/** Goals begin: both columns headed in one row, or a heading that stands alone. */
export function goalFields(row: SourceRow): ReadonlySet<GoalSide> {
  const fields = new Set<GoalSide>()
  for (const cell of row.cells) {
    const field = goalHeader(cell.key)
    if (field !== null && taskHeader(cell.key) === null) fields.add(field)
    else if (field === 'achieved') fields.add(field)
  }
  return fields
}

const SECTION_HEADING = /^(?:[一二三四五六七八九十]{1,2}[、.,:]|[(][一二三四五六七八九十]{1,2}[)])[^\d。;,:元]{2,18}$/

/** 三、部门整体支出绩效指标, alone in its row over the header of a table: it heads that table and says nothing of its own. */
export function isSectionHeading(rows: readonly SourceRow[], at: number): boolean {
  const [row, below] = [rows[at]!, rows[at + 1]]
  if (row.cells.length !== 1 || below === undefined || !SECTION_HEADING.test(row.cells[0]!.key)) return false
  return isYearsHeader(below) || (holdsHeaderWord(below) && (isMoneyHeader(below) || isHeaderAt(rows, at + 1)))
}

export function startsFacts(row: SourceRow): boolean {
  const first = row.cells[0]
  if (first === undefined) return false
  const label = /^([^:：]{2,16})[:：]/.exec(first.key)?.[1]
  const key = label ?? first.key
  return factLabel(key) !== null && (label !== undefined || row.cells.length <= 8)
}

/** 98.5(优), 98.5分(优秀). */
export const SCORE_WITH_GRADE = /^(\d{1,3}(?:\.\d+)?)分?[(]?([优良中差])[秀好]?等?[)]?$/

/** 98.5分 beside 总分. */
const POINTS = /^\d{1,4}(?:\.\d+)?分$/

export function isTotalRow(row: SourceRow): boolean {
  const first = row.cells.find((cell) => blockLabel(cell.key) === null)
  if (first === undefined) return false
  const bare = first.key.replace(/^[(]?[一二三四五六七八九十\d]{1,2}[)、.]/, '')
  const labelled =
    isTotalLabel(first.key) || (/^(?:自评)?(?:总分|合计|得分合计|总得分)[:：(]?/.test(bare) && bare.length < 24)
  return (
    labelled &&
    row.cells.every(
      (cell) =>
        cell === first ||
        blockLabel(cell.key) !== null ||
        ['number', 'percent', 'mark'].includes(kindOf(cell.key)) ||
        /^[优良中差]|^分$|等级|评级|等次/.test(cell.key) ||
        SCORE_WITH_GRADE.test(cell.key) ||
        POINTS.test(cell.key) ||
        isUncounted(cell.key) ||
        isTotalLabel(cell.key),
    )
  )
}

/** 自评得分 | 94.6 | 自评等级 | 优 | 自评时间 | 2024.4 below the table: labels, each with its value. */
export function isResultsRow({ cells }: SourceRow): boolean {
  const isLabel = (key: string): boolean =>
    isTotalLabel(key) || isGradeLabel(key) || isOtherFactLabel(key) || factLabel(key) !== null
  const isPairs = cells.length >= 4 && cells.length % 2 === 0
  return isPairs && cells.every(({ key }, at) => isLabel(key) === (at % 2 === 0))
}

export const NOTE = /^(?:注|说明|备注|填表说明|填报说明|填写说明|注意事项)[:：1一]/

/** The title is followed by a head of its own within a few rows; a title repeated on a later page is not. */
export function opensForm(rows: readonly SourceRow[], from: number): boolean {
  let seen = 0
  for (let index = from + 1; index < rows.length && seen < 8; index++) {
    const row = rows[index]!
    if (row.cells.length === 0) continue
    seen++
    if (startsFacts(row) || isMoneyHeader(row)) return true
    if (isIndicatorHeader(row)) return seen > 3
  }
  return false
}

/** A heading parted over neighbouring cells: together they are one, the first alone is none. */
export function isSplitHeading(row: SourceRow): boolean {
  if (row.cells.length < 2 || row.cells.length > 3) return false
  return goalHeader(row.cells[0]!.key) === null && goalHeader(row.cells.map((cell) => cell.key).join('')) !== null
}

/** 207101某县图书馆 | 单位:万元 over the head of the next form, which has no title of its own. */
export function isUnitLine({ cells }: SourceRow): boolean {
  return cells.length <= 3 && cells.some(({ key }) => /^(?:金额|资金)?单位:(?:亿|万|千)?元$/.test(key))
}

/** Goals that follow the first indicator table (several goals, a table each). */
export function isGoalsAgain(row: SourceRow): boolean {
  return row.cells.length <= 4 && goalFields(row).size === 2 && row.cells.every((cell) => kindOf(cell.key) !== 'number')
}

/** 年度目标2:(40分) | 提升水环境质量 below the rows of the first goal: the next goal, over a table of its own. */
export function isNextGoal(rows: readonly SourceRow[], at: number): boolean {
  const [label, text, ...others] = rows[at]!.cells.filter(({ key }) => key !== '')
  const isGoal =
    label !== undefined &&
    text !== undefined &&
    others.length === 0 &&
    /^(?:年度)?(?:绩效)?目标(?:\d{1,2}|[一二三四五六七八九十])[:、.]?(?:[(].{0,10}[)])?:?$/.test(label.key)
  return isGoal && rows.slice(at + 1, at + 3).some((_, below) => isHeaderAt(rows, at + 1 + below))
}

/** The label of a block beside its header, merged over several pages, stands in the first of them only. */
export function sameHeader(first: readonly SourceRow[], second: readonly SourceRow[]): boolean {
  const words = (rows: readonly SourceRow[]): string =>
    gather(rows, (row) =>
      gather(row.cells, (cell) => (blockLabel(cell.key) === null ? [bareWord(cell.key)] : [])),
    ).join('|')
  return words(first) === words(second)
}

/** After the table: 评价结论, 项目负责人, 注: … */
export function isFootRow(row: SourceRow): boolean {
  const first = row.cells[0]!
  if (NOTE.test(first.key)) return true
  // 说明 with a text beside it, merged over all columns.
  if (row.cells.length <= 2 && /^(?:说明|备注|其他说明|补充说明)$/.test(first.key)) return true
  const label = /^([^:：]{2,20})[:：]/.exec(first.key)?.[1]
  return (
    isOtherFactLabel(label ?? first.key) ||
    (label !== undefined && factLabel(label) !== null) ||
    isGradeLabel(label ?? first.key)
  )
}

/** A line that names a table of its own, with rows of several cells below it: what follows the foot of a form. */
export function headsOtherTable(rows: readonly SourceRow[], at: number): boolean {
  const [cell, ...others] = rows[at]!.cells
  if (cell === undefined || others.length > 0 || cell.key.length > 40 || !/表(?:[(].*[)])?$/.test(cell.key))
    return false
  const below = rows.slice(at + 1, at + 5).filter((row) => row.cells.length > 0)
  return below.some((row) => row.cells.length >= 3) && !below.some(isTotalRow)
}
