/**
 * Header words and labels that were misread, put right by the words of the field. Only where a picture was read, only where
 * such a word stands, and never in the columns of names and values.
 */

import { labelNames, level1Of, level2Of } from '../../rulebook/index.ts'
import { layouts } from '../../rulebook/layouts/index.ts'
import {
  amountHeaders,
  blockLabels,
  factLabels,
  goalHeaders,
  gradeLabels,
  indicatorHeaders,
  moneyRows,
  otherFactLabels,
  taskHeaders,
  totalLabels,
} from '../../rulebook/words/index.ts'
import { isHeaderAside } from '../headers.ts'
import { kindOf } from '../kinds.ts'
import { isIndicatorHeader, isMoneyHeader } from '../row-kinds.ts'
import { keyOf, type SourceCell, type SourceRow } from '../source.ts'
import {
  amountHeader,
  bareWord,
  blockLabel,
  factLabel,
  goalHeader,
  indicatorHeader,
  isGradeLabel,
  isHeaderWord,
  isMoneyHeaderWord,
  isOtherFactLabel,
  isTotalLabel,
  moneyRow,
  taskHeader,
} from '../words.ts'
import { withFigures } from './candidates.ts'
import { percentOf } from './form-cells.ts'
import { distance, WordList } from './nearest-word.ts'

function wordsOf(
  ...tables: readonly (readonly string[] | Readonly<Partial<Record<string, readonly string[]>>>)[]
): string[] {
  return tables.flatMap((table) => (Array.isArray(table) ? table : Object.values(table).flat())) as string[]
}

const headerList = new WordList(
  wordsOf(indicatorHeaders, taskHeaders, amountHeaders, blockLabels.tasks, blockLabels.indicators).map(keyOf),
)
const labelList = new WordList(
  wordsOf(factLabels, otherFactLabels, goalHeaders, blockLabels, totalLabels, gradeLabels, moneyRows).map(keyOf),
)
const levelList = new WordList(labelNames.map(keyOf))

function isKnownHeader(key: string): boolean {
  return (
    isHeaderAside(key) ||
    indicatorHeader(key) !== null ||
    taskHeader(key) !== null ||
    amountHeader(key) !== null ||
    blockLabel(key) !== null
  )
}

function isKnownLabel(key: string): boolean {
  return (
    factLabel(key) !== null ||
    isOtherFactLabel(key) ||
    goalHeader(key) !== null ||
    blockLabel(key) !== null ||
    isTotalLabel(key) ||
    isGradeLabel(key) ||
    moneyRow(key) !== null ||
    level1Of(key) !== null ||
    level2Of(key) !== null
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

/** What stands behind the word itself: (50分), (万元), (B/A). */
function tailOf(key: string): string {
  return /[([【].*$|\d+(?:\.\d+)?分$/.exec(key)?.[0] ?? ''
}

/** Another reading that is a word of the field, else the nearest word; null where neither tells. */
function wordFor(cell: SourceCell, list: WordList, isKnown: (key: string) => boolean): string | null {
  for (const other of cell.alternatives ?? []) if (isKnown(keyOf(other))) return other
  const tail = tailOf(cell.key)
  const word = list.nearest(bareWord(cell.key.slice(0, cell.key.length - tail.length)))
  return word === null ? null : word + tail
}

function mendedTo(cell: SourceCell, word: string): SourceCell {
  return { ...cell, key: keyOf(word), mended: word }
}

/** Read by a machine from a picture. */
export function isRead(cell: SourceCell): boolean {
  return cell.confidence !== undefined
}

const HAN = /[\u4e00-\u9fff]/

function isMendable(cell: SourceCell): boolean {
  return isRead(cell) && cell.key.length <= 24 && HAN.test(cell.key)
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

/** A header of which nothing could be read: the one column of every table that the row lacks. */
function lostHeaders(row: SourceRow, cells: readonly SourceCell[]): SourceCell[] {
  if (row.lost === undefined) return []
  const isMoney = isMoneyHeader({ ...row, cells })
  if (!isMoney && !isIndicatorHeader({ ...row, cells })) return []
  const present = new Set<string | null>(cells.map(({ key }) => (isMoney ? taskHeader(key) : indicatorHeader(key))))
  const left = (isMoney ? moneyColumns : columns).filter(([field]) => !present.has(field))
  const found = row.lost.flatMap((cell) => {
    const before = cells.findLast(({ column }) => column < cell.column)
    const isName = before !== undefined && indicatorHeader(before.key) === 'level2' && left[0]?.[0] === 'name'
    const word = isName ? left[0]![1] : left.length === 1 && row.lost!.length === 1 ? left[0]![1] : null
    return word === null ? [] : [mendedTo(cell, word)]
  })
  return found.length === 1 ? found : []
}

/** A header row with some of its words misread; null where it is none, or all are known. */
function mendHeader(row: SourceRow): SourceRow | null {
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

/** Labels of a head, of goals and of money rows: they stand left of what they label. */
function mendLabels(row: SourceRow, upTo: number): SourceRow | null {
  let mended = 0
  const cells = row.cells.map((cell) => {
    if (cell.column > upTo || cell.key.length < 3 || isKnownLabel(cell.key) || !isMendable(cell)) return cell
    if (isKnownHeader(cell.key) || kindOf(cell.key) === 'prose') return cell
    const word = wordFor(cell, labelList, isKnownLabel)
    if (word === null) return cell
    mended++
    return mendedTo(cell, word)
  })
  return mended === 0 ? null : { ...row, cells }
}

/** The figure that a cell is most likely: among its other readings, or with letters and commas taken for what they look like. */
function likelyFigure({ key, alternatives = [] }: SourceCell): string | null {
  const texts = [...alternatives, key.replace(',', '.'), ...withFigures(key), ...withFigures(key.replace(',', '.'))]
  return texts.map(keyOf).find((text) => kindOf(text) === 'number') ?? null
}

const titles = layouts.flatMap(({ blocks }) =>
  blocks.flatMap((block) => (block.block === 'title' ? [keyOf(block.text)] : [])),
)
/** Characters of a title that may be wrong, in percent. */
const WRONG_IN_TITLE = 50

/** The first line of a form: its title, as far as one of the known ones is like it and no other. */
function mendTitle(row: SourceRow): SourceRow | null {
  const [cell] = row.cells
  if (cell === undefined || row.cells.length > 1 || !isMendable(cell) || percentOf(cell) >= SURE) return null
  const key = cell.key.replace(/[^\u4e00-\u9fff]/g, '')
  if (key.length < 6 || titles.includes(cell.key) || !/[表评]/.test(key)) return null
  const most = Math.trunc((cell.key.length * WRONG_IN_TITLE) / 100)
  const near = [...new Set(titles)]
    .map((title) => ({ title, apart: distance(cell.key, title, most) }))
    .sort((one, other) => one.apart - other.apart)
  const [best, next] = near
  if (best === undefined || best.apart > most || next?.apart === best.apart) return null
  return { ...row, cells: [mendedTo(cell, best.title)] }
}

const MOST_IN_TOTAL = 4
const totalWords = ['总分', '合计', '总计']

/**
 * The last rows of a table: a label and figures, or a figure alone. A misread figure keeps its text, but counts as a figure;
 * a label of two characters of which one is lost is told by the figures beside it.
 */
function mendTotal(row: SourceRow): SourceRow | null {
  if (row.cells.length === 0 || row.cells.length > MOST_IN_TOTAL) return null
  const [first, ...rest] = row.cells as [SourceCell, ...SourceCell[]]
  const isAlone = rest.length === 0
  const isLabelled = isTotalLabel(first.key)
  const short = /^[\u4e00-\u9fff]{1,2}$/.test(first.key) && isRead(first)
  const word = totalWords.find((total) => short && distance(first.key, total, 1) === 1)
  if (!isAlone && !isLabelled && word === undefined) return null
  const figures = (isAlone ? row.cells : rest).map((cell) => {
    if (!isRead(cell) || kindOf(cell.key) === 'number') return cell
    const figure = /\d/.test(cell.key) && cell.key.length <= 8 ? likelyFigure(cell) : null
    return figure === null ? cell : { ...cell, key: figure }
  })
  const all = figures.every(({ key }) => kindOf(key) === 'number' || /^[优良中差]/.test(key))
  if (!all) return null
  if (isAlone) return { ...row, cells: figures }
  return { ...row, cells: [isLabelled ? first : mendedTo(first, word!), ...figures] }
}

/** The rows of a grid read from a picture, their words mended. */
export function mendWords(rows: readonly SourceRow[]): readonly SourceRow[] {
  let table = false
  let first = true
  return rows.map((row) => {
    if (first && row.cells.length > 0) {
      first = false
      const title = mendTitle(row)
      if (title !== null) return title
    }
    const header = mendHeader(row)
    if (isIndicatorHeader(header ?? row)) table = true
    if (header !== null) return header
    // Below the header of indicators only the first column holds words of this kind: totals and the foot.
    return (table ? mendTotal(row) : null) ?? mendLabels(row, table ? 0 : Number.POSITIVE_INFINITY) ?? row
  })
}

function isLevel(key: string): boolean {
  return level1Of(key) !== null || level2Of(key) !== null
}

/** Points behind a label of which a bracket or 分 was misread: (10公). */
const POINTS = /^[([【]?(\d{1,3}(?:\.\d+)?)(?:[^\d]{0,2}|[分公].?)$/

/** A level-1 or level-2 label that was misread; null where the taxonomy does not tell. */
export function mendLevel(cell: SourceCell): SourceCell | null {
  if (!isMendable(cell)) return null
  const tail = tailOf(cell.key)
  const points = POINTS.exec(tail)?.[1]
  const name = cell.key.slice(0, cell.key.length - tail.length)
  if (points !== undefined && isLevel(name)) return mendedTo(cell, `${name}(${points}分)`)
  const word = wordFor(cell, levelList, isLevel)
  return word === null ? null : mendedTo(cell, word)
}
