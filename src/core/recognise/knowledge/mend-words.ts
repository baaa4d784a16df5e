/**
 * Labels, titles and totals that were misread, put right by the words of the field. Only where a picture was read, only where
 * such a word stands, and never in the columns of names and values.
 */

import { gather } from '../../model/gather.ts'
import { labelNames, level1Of, level2Of } from '../../rulebook/index.ts'
import { layouts } from '../../rulebook/layouts/index.ts'
import {
  blockLabels,
  factLabels,
  goalHeaders,
  gradeLabels,
  moneyRows,
  otherFactLabels,
  totalLabels,
} from '../../rulebook/words/index.ts'
import { isIndicatorHeader } from '../headers/header-rows.ts'
import { kindOf } from '../kinds.ts'
import { keyOf, type SourceCell, type SourceRow } from '../source.ts'
import { blockLabel, factLabel, goalHeader, isGradeLabel, isOtherFactLabel, isTotalLabel, moneyRow } from '../words.ts'
import { withFigures } from './candidates.ts'
import { percentOf } from './form-cells.ts'
import { isKnownHeader, mendHeader } from './mend-headers.ts'
import { isMendable, isRead, mendedTo, tailOf, wordFor, wordsOf } from './mendable.ts'
import { distance, WordList } from './nearest-word.ts'
import { mendScript } from './one-script.ts'

/** In percent: a title read with this is taken as it stands. */
const SURE = 90

const labelList = new WordList(
  wordsOf(factLabels, otherFactLabels, goalHeaders, blockLabels, totalLabels, gradeLabels, moneyRows).map(keyOf),
)
const levelList = new WordList(labelNames.map(keyOf))

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

/** Labels of a head, of goals and of money rows: they stand left of what they label. */
function mendLabels(row: SourceRow, upTo: number): SourceRow | null {
  let mended = 0
  const cells = row.cells.map((cell) => {
    if (cell.column > upTo || cell.key.length < 3 || isKnownLabel(cell.key) || !isMendable(cell)) return cell
    // 转移支付区域(项目)绩效目标自评表 is a title, not the label 转移支付名称 with something behind it.
    if (isKnownHeader(cell.key) || kindOf(cell.key) === 'prose' || isTitle(cell.key)) return cell
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

const titles = gather(layouts, ({ blocks }) =>
  gather(blocks, (block) => (block.block === 'title' ? [keyOf(block.text)] : [])),
)
/** A title that a layout of the rulebook prints. */
export function isKnownTitle(key: string): boolean {
  return titles.includes(key)
}

function isTitle(key: string): boolean {
  return isKnownTitle(key) || /(?:自评|评价|评分)[^)]*表$/.test(key)
}

/** Characters of a title that may be wrong, in percent. */
const WRONG_IN_TITLE = 50

/** The first line of a form: its title, as far as one of the known ones is like it and no other. */
function mendTitle(row: SourceRow): SourceRow | null {
  const [cell] = row.cells
  if (cell === undefined || row.cells.length > 1 || !isMendable(cell) || percentOf(cell) >= SURE) return null
  const key = cell.key.replace(/[^\u4e00-\u9fff]/g, '')
  // The year before or behind a title is none of it.
  const [, before = '', bare = '', behind = ''] = /^(\d{4}年度?)?(.*?)([([]\d{4}年度?[)\]])?$/.exec(cell.key) ?? []
  if (key.length < 6 || titles.includes(bare) || !/[表评]/.test(key)) return null
  const most = Math.trunc((bare.length * WRONG_IN_TITLE) / 100)
  const near = [...new Set(titles)]
    .map((title) => ({ title, apart: distance(bare, title, most) }))
    .sort((one, other) => one.apart - other.apart)
  const [best, next] = near
  if (best === undefined || best.apart > most || next?.apart === best.apart) return null
  return { ...row, cells: [mendedTo(cell, `${before}${best.title}${behind}`)] }
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

function withScript(row: SourceRow): SourceRow {
  const cells = row.cells.map(mendScript)
  return cells.every((cell, at) => cell === row.cells[at]) ? row : { ...row, cells }
}

/** The rows of a grid read from a picture, their words mended. */
export function mendWords(rows: readonly SourceRow[]): readonly SourceRow[] {
  let table = false
  let first = true
  return rows.map((printed) => {
    const row = withScript(printed)
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
