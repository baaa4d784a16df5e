/** Header rows of pictures: words misread, and headers of which nothing could be read. */

import { gather } from '../../model/gather.ts'
import { amountHeaders, blockLabels, indicatorHeaders, taskHeaders } from '../../rulebook/words/index.ts'
import { isIndicatorHeader, isMoneyHeader } from '../headers/header-rows.ts'
import { isHeaderAside } from '../headers/headers.ts'
import { kindOf } from '../kinds.ts'
import { keyOf, type SourceCell, type SourceRow } from '../source.ts'
import {
  amountHeader,
  bareWord,
  blockLabel,
  indicatorHeader,
  isHeaderWord,
  isMoneyHeaderWord,
  taskHeader,
} from '../words.ts'
import { percentOf } from './form-cells.ts'
import { isMendable, isRead, mendedTo, tailOf, wordFor, wordsOf } from './mendable.ts'
import { distance, WordList } from './nearest-word.ts'

const headerList = new WordList(
  wordsOf(indicatorHeaders, taskHeaders, amountHeaders, blockLabels.tasks, blockLabels.indicators).map(keyOf),
)
export function isKnownHeader(key: string): boolean {
  return (
    isHeaderAside(key) ||
    indicatorHeader(key) !== null ||
    taskHeader(key) !== null ||
    amountHeader(key) !== null ||
    blockLabel(key) !== null
  )
}

/** Columns that every table has, by their shortest words: too short to be told by their own characters. */
const shortHeaders: readonly (readonly [word: string, field: string])[] = [
  ['得分', 'score'],
  ['分值', 'weight'],
  ['权重', 'weight'],
  ['备注', 'remark'],
]

/** A word of two characters, one of them misread: the column of the table that has no header yet. */
function shortHeader(cell: SourceCell, row: SourceRow): string | null {
  if (bareWord(cell.key).length !== 2) return null
  const present = new Set(row.cells.map(({ key }) => indicatorHeader(key) ?? taskHeader(key)))
  const fits = shortHeaders.filter(
    ([word, field]) => !present.has(field as 'score') && distance(bareWord(cell.key), word, 1) === 1,
  )
  return fits.length === 1 ? fits[0]![0] : null
}

/** At least so many cells of a row are header words, as they stand, before the others are mended. */
const SURE_WORDS = 2
/** In percent: a header read with this is taken as it stands. */
const SURE = 90

function isHeader(key: string): boolean {
  return isHeaderWord(key) || isMoneyHeaderWord(key)
}

/** Another reading that is a header word, where what was read is none or only a part of one (分 for 分值). */
function otherHeader({ key, alternatives }: SourceCell): string | null {
  return isHeader(key) ? null : (alternatives?.find((text) => isHeader(keyOf(text))) ?? null)
}

type Column = readonly [field: string, word: string]

const moneyColumns: readonly Column[] = [
  ['budgeted.total', '全年预算数'],
  ['executed.total', '全年执行数'],
  ['rate', '执行率'],
  ['weight', '分值'],
  ['score', '得分'],
]
const columns: readonly Column[] = [
  ['name', '三级指标'],
  ['target', '年度指标值'],
  ['actual', '实际完成值'],
  ['weight', '分值'],
  ['score', '得分'],
]

/** The level that a lost header between the others names: 一级, 二级 and 三级指标 stand one after another. */
function levelAt(cell: SourceCell, cells: readonly SourceCell[], present: ReadonlySet<string | null>): string | null {
  const fieldOf = (other: SourceCell | undefined): string | null =>
    other === undefined ? null : indicatorHeader(other.key)
  const before = fieldOf(cells.findLast(({ column }) => column < cell.column))
  const after = fieldOf(cells.find(({ column }) => column > cell.column))
  if (before === 'level2' && !present.has('name')) return '三级指标'
  if (before === 'level1' && !present.has('level2')) return '二级指标'
  return before === null && after === 'level2' && !present.has('level1') ? '一级指标' : null
}

/** 年初预算数 stands before 全年预算数, or nothing does. */
function firstAmount(
  cell: SourceCell,
  cells: readonly SourceCell[],
  present: ReadonlySet<string | null>,
): string | null {
  const after = cells.find(({ column }) => column > cell.column)
  const isFirst = after !== undefined && taskHeader(after.key) === 'budgeted.total' && cell.rowSpan < 3
  return isFirst && cell.column > 0 && !present.has('initialBudget') ? '年初预算数' : null
}

/** A header of which nothing could be read: the one column of every table that the row lacks. */
function lostHeaders(row: SourceRow, cells: readonly SourceCell[]): SourceCell[] {
  if (row.lost === undefined) return []
  const isMoney = isMoneyHeader({ ...row, cells })
  if (!isMoney && !isIndicatorHeader({ ...row, cells })) return []
  const present = new Set<string | null>(cells.map(({ key }) => (isMoney ? taskHeader(key) : indicatorHeader(key))))
  const left = (isMoney ? moneyColumns : columns).filter(([field]) => !present.has(field))
  const found = gather(row.lost, (cell) => {
    const word = isMoney ? firstAmount(cell, cells, present) : levelAt(cell, cells, present)
    const only = left.length === 1 && row.lost!.length === 1 ? left[0]![1] : null
    const taken = word ?? only
    return taken === null ? [] : [mendedTo(cell, taken)]
  })
  return found.length === 1 ? found : []
}

/** A header row with some of its words misread; null where it is none, or all are known. */
export function mendHeader(row: SourceRow): SourceRow | null {
  if (row.cells.length < 3) return null
  let sure = 0
  for (const { key } of row.cells) if (isHeader(key)) sure++
  if (sure < SURE_WORDS || (sure === row.cells.length && row.lost === undefined)) return null
  if (row.cells.some(({ key }) => ['measure', 'percent', 'prose'].includes(kindOf(key)))) return null
  let mended = 0
  const cells = row.cells.map((cell) => {
    if (!isRead(cell)) return cell
    // A word that holds a header is one where it was read well; else it is the label that it nearly is.
    const isKnown = isHeader(cell.key) || (isKnownHeader(cell.key) && percentOf(cell) >= SURE) || !isMendable(cell)
    const word =
      otherHeader(cell) ?? (isKnown ? null : (headerFor(cell, row) ?? shortHeader(cell, row) ?? sideLabel(cell, row)))
    if (word === null) return cell
    mended++
    return mendedTo(cell, word)
  })
  const lost = lostHeaders(row, cells)
  if (mended + lost.length === 0) return null
  const all = [...cells, ...lost].sort((one, other) => one.column - other.column)
  return { ...row, cells: all }
}

/** Merged over the rows of its table: the label at its side, whatever could be read of it. */
function sideLabel(cell: SourceCell, row: SourceRow): string | null {
  if (cell !== row.cells[0] || cell.rowSpan < 3) return null
  const isMoney = row.cells.some(({ key }) => isMoneyHeaderWord(key) && taskHeader(key)?.includes('.total') === true)
  return isMoney ? '项目资金' : '绩效指标'
}

/** The nearest header word; of several equally near the one whose column the row does not have yet. */
function headerFor(cell: SourceCell, row: SourceRow): string | null {
  const word = wordFor(cell, headerList, isHeader)
  if (word !== null) return word
  const tail = tailOf(cell.key)
  const present = new Set(row.cells.map(({ key }) => indicatorHeader(key) ?? taskHeader(key)))
  const near = headerList
    .allNearest(bareWord(cell.key.slice(0, cell.key.length - tail.length)))
    .filter((other) => !present.has(indicatorHeader(other) ?? taskHeader(other)))
  return near.length === 1 ? near[0]! + tail : null
}
