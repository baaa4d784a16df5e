/** What a row of the source looks like by its words: a title, the header of a table, a label with its value, a total, a foot. */

import type { GoalSide } from '../rulebook/words/index.ts'
import { isHeaderAside } from './headers/headers.ts'
import { briefHeader, OTHER_CAUSE } from './headers/leaf-fields.ts'
import { isLevel } from './headers/turned-headers.ts'
import { kindOf } from './kinds.ts'
import type { SourceCell, SourceRow } from './source.ts'
import { isUncounted } from './uncounted.ts'
import {
  amountHeader,
  bareWord,
  blockLabel,
  factLabel,
  goalHeader,
  indicatorHeader,
  isAnyHeaderWord,
  isGradeLabel,
  isIndicatorHeaderWord,
  isMoneyHeaderWord,
  isOtherFactLabel,
  isTotalLabel,
  moneyRow,
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

/** Header of the indicator table: three of its columns at least, among them a name or level and something measured. */
export function isIndicatorHeader(row: SourceRow): boolean {
  if (row.cells.length < 3 || !row.cells.some((cell) => isIndicatorHeaderWord(cell.key))) return false
  if (holdsResults(row)) return false
  const fields = new Set<string>()
  let matched = 0
  for (const cell of row.cells) {
    const field = indicatorHeader(cell.key)
    if (field !== null) {
      fields.add(field)
      matched++
    } else if (isHeaderAside(cell.key) || blockLabel(cell.key) !== null) matched++
  }
  if (fields.size < 3 || matched * 2 < row.cells.length) return false
  const named = fields.has('name') || fields.has('level1') || fields.has('level2')
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

/** The upper of two header rows: below it stands an indicator header, or nothing but the levels. */
export function isOverHeader(row: SourceRow, below: SourceRow | undefined): boolean {
  if (below === undefined || !isUpperHeader(row)) return false
  if (isIndicatorHeader(below)) return true
  const heads = ({ key }: SourceCell): boolean => measures.has(indicatorHeader(key) ?? briefHeader(key) ?? '')
  return namesLevels(below) && row.cells.filter(heads).length >= 3
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
  const above = header.flatMap(({ cells }) => cells).filter(({ key }) => blockLabel(key) === null)
  const reaching = above.filter((cell) => cell.rowSpan > 1 && cell.row + cell.rowSpan > row.cells[0]!.row)
  return reaching.length >= 3 && reaching.some(({ key }) => isIndicatorHeaderWord(key)) && !holdsResults(row)
}

const amountFields = new Set(['initialBudget', 'budgeted.total', 'executed.total', 'received'])

/** 任务名称 主要内容 完成情况: tasks without amounts, word for word. */
function namesTasks({ cells }: SourceRow): boolean {
  const heads = (field: string): boolean => cells.some(({ key }) => isMoneyHeaderWord(key) && taskHeader(key) === field)
  return cells.some(({ key }) => key === '任务名称') && (heads('content') || heads('completion'))
}

export function isMoneyHeader(row: SourceRow): boolean {
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
  return [...fields].some((field) => amountFields.has(field)) || namesTasks(row)
}

/** 按收入性质分:一般公共预算:2143.52 beside 按支出性质分:基本支出:1520.3: labels with their amounts, and no columns. */
export function isLabelledAmount(key: string): boolean {
  return /^[^:]*[\u4e00-\u9fff][^:]*:(?:[^:]*[\u4e00-\u9fff][^:]*:)?[\d,.]*(?:万?元)?$/.test(key)
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
  continuesHeader(row, (key) => amountHeader(key) !== null || (taskHeader(key) !== null && moneyRow(key) === null))

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

/** The label of a block beside its header, merged over several pages, stands in the first of them only. */
export function sameHeader(first: readonly SourceRow[], second: readonly SourceRow[]): boolean {
  const words = (rows: readonly SourceRow[]): string =>
    rows
      .flatMap((row) => row.cells.flatMap((cell) => (blockLabel(cell.key) === null ? [bareWord(cell.key)] : [])))
      .join('|')
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
