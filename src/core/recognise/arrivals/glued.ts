/**
 * Lines whose cells run together without anything between them, as previews of shared documents have them:
 * 安装坡面水标尺10≥266米≥266米10. Header words and labels are cut off by the dictionary, values by what their columns
 * hold; where two cuts are as good the reading is only likely.
 */

import { gather } from '../../model/gather.ts'
import { level2Of } from '../../rulebook/index.ts'
import { indicatorColumns, moneyColumns } from '../headers/headers.ts'
import { withNameColumn } from '../money/tasks.ts'
import { NOTE } from '../row-kinds.ts'
import { joinCells, keyOf, pieceOf, type SourceCell, type SourceRow } from '../source.ts'
import {
  blockLabel,
  factLabel,
  goalHeader,
  indicatorHeader,
  isHeaderWord,
  isOtherFactLabel,
  isTotalLabel,
  moneyRow,
} from '../words.ts'
import { cutAt } from './cut-at.ts'
import { cutAsTotal, cutMoney } from './cut-money.ts'
import { cutRows } from './cut-rows.ts'
import type { FlowItem } from './flow.ts'
import { isBareLabel, isGoalLine, isMoneyWord, labelsBefore, labelsWithin, linesWithin } from './glued-line.ts'
import { isGoalOfTable } from './goal-rows.ts'
import { mixedLength, unmixed, unmixedCell } from './mixed-words.ts'

/** Longer lines are prose, not rows. */
const LONGEST = 160
const LONGEST_WORD = 16
/** No form has more rows; cutting costs far more than reading. */
const MOST_ROWS = 400
/** Letters without an end are a picture written as text or a key, not cells that run together. */
const NO_CELLS = /[A-Za-z\d+/=_-]{48,}/

/** Cuts a line into words that `isWord` knows, the longest first; null where anything is left between them. */
function cutWords(key: string, isWord: (key: string) => boolean): string[] | null {
  const words: string[] = []
  for (let at = 0; at < key.length; ) {
    let length = Math.min(LONGEST_WORD, key.length - at)
    while (length > 1 && !isWord(key.slice(at, at + length))) length--
    if (length <= 1) length = mixedLength(key, at)
    if (length === 0) return null
    words.push(key.slice(at, at + length))
    at += length
  }
  const made: string[] = []
  for (const word of words) made.push(...twoWords(word, [...words, ...made], isWord))
  return made
}

/** 执行率得分 is one header where 执行率 stands by itself too; else it is two. */
function twoWords(word: string, words: readonly string[], isWord: (key: string) => boolean): string[] {
  for (let at = 2; at <= word.length - 2; at++) {
    const [first, second] = [word.slice(0, at), word.slice(at)]
    if (isWord(first) && isWord(second) && !words.includes(first) && !words.includes(second)) return [first, second]
  }
  return [word]
}

/** Header words of an indicator table that make up the whole line; 0 where it is no such line. */
export function headerWordsWithin(key: string): number {
  if (key.length > LONGEST || key.length < 8) return 0
  const words = cutWords(key, isHeaderWord)
  if (words === null) return 0
  return new Set(words.map((word) => indicatorHeader(unmixed(word))).filter((field) => field !== null)).size
}

/** What the header of an indicator table begins with, and what it goes on with: other spellings in one line. */
const HEAD_BEGINS = ['三级指标', '指标名称'].map(keyOf)
const HEAD_GOES_ON = [/指标值|目标值/, /完成值|实际值/, /分值|权重/, /得分/]

/** Somewhere in the text the header of an indicator table stands without anything between its words, some of them misread perhaps. */
export function holdsGluedHeader(key: string): boolean {
  return HEAD_BEGINS.some((word) => {
    const at = key.indexOf(word)
    const near = at < 0 ? '' : key.slice(at, at + LONGEST)
    return HEAD_GOES_ON.filter((more) => more.test(near)).length >= 3
  })
}

function isMoneyLine(key: string): string[] | null {
  if (key.length > LONGEST || key.length < 6) return null
  const words = cutWords(key.replace(/\((?:(?:[万千亿]?元|[A-Z/]+|\d{1,3}分)\)|[A-Z]\/[A-Z][1lI])/g, ''), isMoneyWord)
  return words !== null && words.length >= 3 ? words : null
}

/** The cell cut before each of the words, which follow one another in its key, with what stands between them. */
function pieces(cell: SourceCell, words: readonly string[]): readonly SourceCell[] {
  let at = 0
  const starts = words.map((word) => {
    const start = cell.key.indexOf(word, at)
    at = start + word.length
    return start
  })
  return cutAt(cell, [0, ...starts]) ?? [cell]
}

/** '项目名称某项目', '主管部门某局实施单位某站': a label, its value, the next label. */
function cutFacts(cell: SourceCell): readonly SourceCell[] | null {
  const { key } = cell
  const starts: number[] = []
  for (let at = 0; at < key.length; at++) {
    for (let length = Math.min(LONGEST_WORD, key.length - at); length >= 3; length--) {
      const word = key.slice(at, at + length)
      // 项目名称【体制】: the bracket begins the value.
      if (word.includes('【')) continue
      if (
        factLabel(word) !== null ||
        (length >= 4 && isOtherFactLabel(word)) ||
        (goalHeader(word) !== null && at === 0)
      ) {
        starts.push(at, at + length)
        at += length - 1
        break
      }
    }
    if (at === 0 && starts.length === 0) return null
  }
  return cutAt(cell, starts)
}

function asRow(cells: readonly SourceCell[]): SourceRow {
  return {
    index: cells[0]!.row,
    grid: 0,
    cells: cells.map((cell, column) => ({ ...cell, column })),
    width: cells.length,
    blanks: [],
  }
}

/** 2、 at the start of a line is where a page of the preview begins: what stands on it goes on with the long line before. */
const PAGE = /^\d{1,2}、\s*/

function overPages(lines: readonly SourceCell[]): SourceCell[] {
  const joined: SourceCell[] = []
  for (const line of lines) {
    const before = joined.at(-1)
    const mark = PAGE.exec(line.text)?.[0].length ?? 0
    if (before === undefined || mark === 0 || before.key.length <= LONGEST) joined.push(line)
    else joined[joined.length - 1] = joinCells([before, pieceOf(line, line.text.slice(mark), mark)])
  }
  return joined
}

const TITLED = /自评表(?:\([^()]*\))?$/

/** 总分100100: the sum of the points, then the total. */
const TOTAL = /^(\D{2,6})(100(?=\d{2}))?(\d[\d.]*)(.*)$/

/** A line to rows and their cells; labels that it begins with are no part of a name. */
function rowsWithin(key: string, fields: readonly string[]): readonly (readonly string[])[] {
  const labels = labelsBefore(key)
  if (labels === null) return cutRows(key, fields)
  const isWhole = level2Of(labels.at(-1)!.replace(/\(.*$/, '')) !== null
  const rest = fields.filter((field) => field !== 'level1' && !(isWhole && field === 'level2'))
  const [first, ...others] = cutRows(key.slice(labels.join('').length), rest)
  return [[...labels, ...first!], ...others]
}

/** Items of glued lines: each line's pieces, its first marked as beginning a line. */
export function cutGlued(long: readonly SourceCell[]): FlowItem[] {
  const lines = gather(overPages(long), (line) => (line.key.length > LONGEST ? linesWithin(line) : [line]))
  const items: FlowItem[] = []
  let fields: readonly string[] | null = null
  let whole: readonly string[] | null = null
  let cutLines = 0
  // A row goes on behind 绩效指标, which stands beside the whole table, and behind 成本, cut off its name.
  let beside = false
  const add = (cells: readonly SourceCell[]): void => {
    cells.forEach((cell, index) => {
      items.push({ cell, lineStart: index === 0 && !beside })
    })
    const key = cells.length === 1 ? cells[0]!.key : ''
    beside = blockLabel(key) === 'indicators' || isBareLabel(key)
  }
  for (const line of lines) {
    const money = isMoneyLine(line.key)
    const words = headerWordsWithin(line.key) >= 3 ? cutWords(line.key, isHeaderWord) : money
    if (words !== null) {
      const cells = pieces(line, words).map(unmixedCell)
      const header = (words === money ? moneyColumns : indicatorColumns)([asRow(cells)])
      fields = (words === money ? withNameColumn(header) : header).leaves
        .map((leaf) => leaf.field)
        .filter((field) => field !== 'block')
      add(cells)
      continue
    }
    if (isGoalLine(line.key)) fields = null
    if (NOTE.test(line.key) || TITLED.test(line.key) || isGoalOfTable(line.key)) {
      add([line])
      fields = null
      continue
    }
    const total = TOTAL.exec(line.key)
    if (total !== null && isTotalLabel(total[1]!) && moneyRow(total[1]!) === null) {
      add(
        pieces(
          line,
          total.slice(1).filter((text) => text !== undefined && text !== ''),
        ),
      )
      fields = null
    } else if (fields === null || line.key.length > LONGEST) add(cutFacts(line) ?? [line])
    else if (/^\d{1,3}[、.]?$/.test(line.key)) continue
    else if (NO_CELLS.test(line.key) || ++cutLines > MOST_ROWS) add([line])
    else if (isBareLabel(line.key)) add([line])
    else if (labelsWithin(line.key) !== null) add(pieces(line, labelsWithin(line.key)!))
    else {
      const money: readonly string[] | null = cutMoney(line.key, fields) ?? cutAsTotal(line.key, fields, whole)
      whole ??= money
      const rows = money === null ? rowsWithin(line.key, fields) : [money]
      const words = rows.flat()
      const cells = words.length > 1 ? pieces(line, words) : [line]
      const begins = rows.map((_, row) => rows.slice(0, row).flat().length)
      begins.forEach((begin, row) => {
        add(cells.slice(begin, begins[row + 1]))
      })
    }
  }
  return items
}
