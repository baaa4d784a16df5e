/** Which rows are headers of tables: of the indicators, of the money; the upper and the lower row of one. */

import { gather } from '../../model/gather.ts'
import { kindOf } from '../kinds.ts'
import { isMoneyBlock } from '../money/money-block.ts'
import type { SourceCell, SourceRow } from '../source.ts'
import {
  amountHeader,
  blockLabel,
  indicatorHeader,
  isAnyHeaderWord,
  isIndicatorHeaderWord,
  isMoneyHeaderWord,
  isTaskName,
  moneyRow,
  taskHeader,
} from '../words.ts'
import { amountGroups } from './amount-groups.ts'
import { isHeaderAside } from './headers.ts'
import { briefHeader, briefLevel, OTHER_CAUSE } from './leaf-fields.ts'
import { isLevel } from './turned-headers.ts'

/** Some cell is a header word for word: no row without one is a header. */
export function holdsHeaderWord(row: SourceRow): boolean {
  return row.cells.some((cell) => isAnyHeaderWord(cell.key))
}

/**
 * Figures stand in the row as rows have them, not as points stand under or beside a header: 预算执行率 95% 96.47% 5 5 is an
 * indicator, whatever its name says.
 */
function holdsResults(row: SourceRow): boolean {
  let [results, figures] = [0, 0]
  for (const { key } of row.cells) {
    const kind = kindOf(key)
    // 2022年完成值 begins like a figure with its unit.
    const isMeasured = kind === 'measure' && !isHeaderAside(key) && indicatorHeader(key) === null
    if (isMeasured || kind === 'percent') results++
    else if (kind === 'number') figures++
  }
  return results + figures >= 3 || (results >= 1 && results + figures >= 2)
}

/** 绩效指标 over the names; in text, only where it stands over more than one column, or rows may be wider than their header. */
function headsNames({ cells: [first, second] }: SourceRow): boolean {
  if (first === undefined || second === undefined || blockLabel(first.key) !== 'indicators') return false
  return first.source?.kind !== 'text' || second.column - first.column > 1
}

/** Header of the indicator table: three of its columns at least, among them a name or level and something measured. */
export function isIndicatorHeader(row: SourceRow): boolean {
  if (row.cells.length < 3 || !row.cells.some((cell) => isIndicatorHeaderWord(cell.key))) return false
  if (holdsResults(row)) return false
  const fields = new Set<string>()
  let matched = 0
  for (const cell of row.cells) {
    const field = indicatorHeader(cell.key) ?? briefLevel(cell.key)
    if (field !== null) {
      fields.add(field)
      matched++
    } else if (isHeaderAside(cell.key) || blockLabel(cell.key) !== null) matched++
  }
  if (fields.size < 3 || matched * 2 < row.cells.length) return false
  const measured = [...fields].filter((field) => measures.has(field))
  // 绩效指标 over the names, with what was wanted, reached and scored beside it.
  const isOverNames = measured.length >= 3 && headsNames(row)
  const named = fields.has('name') || fields.has('level1') || fields.has('level2') || isOverNames
  return (
    named &&
    ['target', 'initialTarget', 'adjustedTarget', 'attribute', 'actual', 'weight', 'score'].some((field) =>
      fields.has(field),
    )
  )
}

const measures: ReadonlySet<string> = new Set(['target', 'actual', 'weight', 'score', 'note', 'remark'])

/** The upper of two header rows, with the levels named in the lower one, which is an indicator header itself. */
export function isUpperHeader(row: SourceRow): boolean {
  const words = row.cells.filter((cell) => blockLabel(cell.key) === null)
  const heads = (cell: SourceCell, field: string): boolean =>
    measures.has(field) || briefHeader(cell.key) !== null || (cell.columnSpan > 1 && field !== '')
  // 绩效指标 and 年度指标值 alone, over 指标性质, 指标值 and 度量单位; 绩效指标 and 自评, over 分值 and 得分.
  const field = words.length === 1 && row.cells.length === 2 ? indicatorHeader(words[0]!.key) : null
  const alone = field === 'target' || (field === 'score' && words[0]!.columnSpan > 1)
  const enough = words.length >= 2 || alone
  const unknown = words.filter((cell) => !heads(cell, indicatorHeader(cell.key) ?? ''))
  // 绩效指标设定 beside 分值 and 得分 is a group that no word names.
  const isGroup = unknown.length === 1 && words.length > 2 && /^\p{Script=Han}{2,8}$/u.test(unknown[0]!.key)
  return enough && (unknown.length === 0 || (isGroup && /目标|指标|设定|情况|内容/.test(unknown[0]!.key)))
}

/** Nothing but 一级指标 二级指标 三级指标: the lower of two header rows, where all else is headed in the upper one. */
function namesLevels({ cells }: SourceRow): boolean {
  const words = cells.filter(({ key }) => blockLabel(key) === null)
  return words.length >= 2 && words.every(({ key }) => isIndicatorHeaderWord(key) && isLevel(indicatorHeader(key)))
}

/** All columns but the levels: most of them known words, among them what was wanted and what was reached or scored. */
function headsBesideLevels(row: SourceRow): boolean {
  const words = row.cells.filter(({ key }) => blockLabel(key) === null)
  const fields = words.map(({ key }) => indicatorHeader(key) ?? briefHeader(key))
  const measured = fields.filter((field) => measures.has(field ?? ''))
  const known = fields.filter((field) => field !== null)
  const isEnough = known.length >= 3 || (fields.includes('target') && fields.includes('actual'))
  return measured.length >= 2 && isEnough && 2 * known.length > words.length && !holdsResults(row)
}

/** 一级指标 二级指标 三级指标 beside groups, and below the groups nothing but what was wanted, reached and scored. */
function namesLevelsOver(row: SourceRow, below: SourceRow): boolean {
  const levels = row.cells.filter(({ key }) => isIndicatorHeaderWord(key) && isLevel(indicatorHeader(key)))
  const measured = below.cells.filter(({ key }) => measures.has(indicatorHeader(key) ?? ''))
  return (
    levels.length >= 2 &&
    levels.every(({ rowSpan }) => rowSpan > 1) &&
    measured.length >= 3 &&
    below.cells.every(({ key }) => isIndicatorHeaderWord(key))
  )
}

/** The upper of two header rows: below it stands an indicator header, or nothing but the levels, or all but the levels. */
export function isOverHeader(row: SourceRow, below: SourceRow | undefined): boolean {
  if (below === undefined) return false
  if (isIndicatorHeader(below) && isUpperHeader(row)) return true
  return (namesLevels(below) && headsBesideLevels(row)) || namesLevelsOver(row, below)
}

/** The header of an indicator table, or the upper row of one. */
export function isHeaderAt(rows: readonly SourceRow[], at: number): boolean {
  return isIndicatorHeader(rows[at]!) || isOverHeader(rows[at]!, rows[at + 1])
}

/**
 * The row stands beside the lower halves of headers that are merged downwards, and holds no figures: what its cells say
 * heads columns too, known or not.
 */
export function standsUnderHeader(row: SourceRow, header: readonly SourceRow[]): boolean {
  const above = gather(header, ({ cells }) => cells).filter(({ key }) => blockLabel(key) === null)
  const reaching = above.filter((cell) => cell.rowSpan > 1 && cell.row + cell.rowSpan > row.cells[0]!.row)
  return reaching.length >= 3 && reaching.some(({ key }) => isIndicatorHeaderWord(key)) && !holdsResults(row)
}

/** 任务名称 主要内容 完成情况: tasks without amounts, word for word. */
function namesTasks({ cells }: SourceRow): boolean {
  const heads = (field: string): boolean => cells.some(({ key }) => isMoneyHeaderWord(key) && taskHeader(key) === field)
  return cells.some(({ key }) => key === '任务名称') && (heads('content') || heads('completion'))
}

/** 年度部门整体支出预算(万元) | 资金总额 | 财政拨款 | 其他资金: a budget and its parts, and nothing of what was spent. */
function namesBudget({ cells: [block, first, ...others] }: SourceRow): boolean {
  if (block === undefined || first === undefined || others.length === 0) return false
  const isBlock = isMoneyBlock(block.key) || blockLabel(block.key) === 'tasks'
  return isBlock && amountHeader(first.key) === 'total' && others.every(({ key }) => amountHeader(key) !== null)
}

export function isMoneyHeader(row: SourceRow): boolean {
  if (namesBudget(row)) return true
  if (!row.cells.some((cell) => isMoneyHeaderWord(cell.key)) || holdsResults(row)) return false
  const fields = new Set<string>()
  let [numbers, points] = [0, 0]
  for (const cell of row.cells) {
    const field = taskHeader(cell.key)
    if (field !== null) fields.add(field)
    else if (kindOf(cell.key) === 'number') isHeaderAside(cell.key) ? points++ : numbers++
  }
  // 10 and 9.6 in one row are its points and its score, not what stands beside a header.
  if (fields.size < 2 || numbers > 0 || points > 1) return false
  return [...fields].some((field) => amountGroups.has(field)) || namesTasks(row)
}

/** A second header row: nothing but header words, points and letters, and the label of the block, centred on its rows. */
function continuesHeader(row: SourceRow, wordOf: (key: string) => boolean): boolean {
  let words = 0
  let asides = 0
  for (const [index, cell] of row.cells.entries()) {
    if (index === 0 && row.cells.length > 2 && blockLabel(cell.key) !== null) continue
    if (isHeaderAside(cell.key)) asides++
    else if (wordOf(cell.key)) words++
    else return false
  }
  return words > 0 ? words >= 2 || asides === 0 : asides > 0 && row.cells.length <= 6
}

export const continuesIndicators = (row: SourceRow): boolean =>
  row.cells.some((cell) => isIndicatorHeaderWord(cell.key)) &&
  continuesHeader(row, (key) => isIndicatorHeaderWord(key) || key === OTHER_CAUSE)

/** 预算数: | 800 | 到位数: | 800: figures with labels, not points beside headers. */
function labelsFigures({ cells }: SourceRow): boolean {
  const labelled = cells.filter(
    ({ key }, at) => /^\d[\d.,]*$/.test(key) && taskHeader(cells[at - 1]?.key ?? '') !== null,
  )
  return labelled.length >= 2
}

export const continuesMoney = (row: SourceRow): boolean =>
  !labelsFigures(row) &&
  row.cells.some((cell) => amountHeader(cell.key) !== null || taskHeader(cell.key) !== null) &&
  continuesHeader(
    row,
    (key) => amountHeader(key) !== null || isTaskName(key) || (taskHeader(key) !== null && moneyRow(key) === null),
  )
