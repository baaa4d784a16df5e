/** Flowing text as a stream of items, and what kind of stream it is. */

import { gather } from '../../model/gather.ts'
import { level1Of, level2Of } from '../../rulebook/index.ts'
import { partPairedItems } from '../grids/paired-points.ts'
import { foldedHeader } from '../headers/folded-headers.ts'
import { kindOf } from '../kinds.ts'
import { joinCells, pieceOf, type SourceCell, type SourceRow } from '../source.ts'
import {
  bareWord,
  blockLabel,
  factLabel,
  indicatorHeader,
  isHeaderWord,
  isIndicatorHeaderWord,
  isOtherFactLabel,
} from '../words.ts'
import type { FlowItem } from './flow.ts'
import { cutGlued, headerWordsWithin } from './glued.ts'
import { linesWithin } from './glued-line.ts'
import { proseRows } from './prose.ts'

/**
 * `cells`: each line or paragraph is a cell; `spaced`: blanks part the cells of a line; `line`: all on one line; `glued`:
 * nothing parts them; `prose`: a sentence a row; `none`: rows have borders.
 */
export type Arrival = 'none' | 'cells' | 'spaced' | 'line' | 'glued' | 'prose'

const ENOUGH = 3
/** Lines looked at to find a header. */
const FAR = 2000

/** Blanks part words, but not 2023 年 11 月底前 or （2023 年度）, where they part figures from their signs. */
const WORDS =
  /[(\uff08]?(?:(?:19|20)\d{2} *年 *)?\d{1,2} +月(?: *\d{1,2} +日)?\S*|[(\uff08]? ?(?:19|20)\d{2} +年(?! *\d)\S*|\S+/g

function wordsOf(row: SourceRow): FlowItem[] {
  if (row.cells.length === 0) return row.width > 0 ? [{ cell: null, lineStart: true }] : []
  return gather(row.cells, (cell, position) =>
    [...cell.text.matchAll(WORDS)].map((match, index) => ({
      cell: pieceOf(cell, match[0], match.index),
      lineStart: position === 0 && index === 0,
    })),
  )
}

function cellsOf(row: SourceRow): FlowItem[] {
  if (row.cells.length === 0) return row.width > 0 ? [{ cell: null, lineStart: true }] : []
  return row.cells.map((cell) => ({ cell, lineStart: true }))
}

function namesFact(key: string): boolean {
  return factLabel(key) !== null || isOtherFactLabel(key)
}

/** 一级 二级 年度 in a line, or a line each, over 指标 指标 指标值: one header again. */
function foldHeaders(items: readonly FlowItem[]): readonly FlowItem[] {
  for (let start = 0; start < items.length; start++) {
    if (!HALVES.test(items[start]!.cell?.key ?? '')) continue
    const rest = items.slice(start, start + MOST_HALVES)
    const again = rest.findIndex(({ cell }, at) => at > 2 && cell !== null && /^指标值?$/.test(cell.key))
    const cellsIn = (from: number, to: number) => gather(rest.slice(from, to), ({ cell }) => cell ?? [])
    for (let end = rest.length; again > 0 && end > again + 1; end--) {
      const folded = foldedHeader(cellsIn(0, again), cellsIn(again, end))
      if (folded === null) continue
      const made = folded.map((cell, at) => ({ cell, lineStart: at === 0 || items[start + 1]!.lineStart }))
      return [...items.slice(0, start), ...made, ...items.slice(start + end)]
    }
  }
  return items
}

const HALVES = /^[一二三]级$/
const MOST_HALVES = 24

/** Header words broken over two lines, labels set upright one character a line: put together again. */
function mergeBroken(given: readonly FlowItem[]): FlowItem[] {
  const items = foldHeaders(given)
  const made: FlowItem[] = []
  for (let index = 0; index < items.length; index++) {
    const item = items[index]!
    const upright = uprightLabel(items, index)
    if (upright > 1) {
      const cells = items.slice(index, index + upright).map((one) => one.cell!)
      made.push({ cell: joinCells(cells as [SourceCell, ...SourceCell[]]), lineStart: item.lineStart })
      index += upright - 1
      continue
    }
    const last = made.at(-1)
    if (last?.cell != null && item.cell !== null && item.lineStart) {
      const joined = last.cell.key + item.cell.key
      const unit = /^\((?:[万千亿]?元|[^()]{1,6})\)$/.test(item.cell.key) && blockLabel(last.cell.key) !== null
      const [before, whole] = [bareWord(last.cell.key), bareWord(joined)]
      // Figures behind 预算执行率 are no part of it.
      const isWord =
        before !== whole && isHeaderWord(joined) && !(isHeaderWord(last.cell.key) && isHeaderWord(item.cell.key))
      // 经济效益 and 指标, a line each.
      const isLevel = item.cell.key === '指标' && last.cell.key.length <= 8 && kindOf(joined) === 'label'
      // 实施 and 单位, a line each.
      const isLabel =
        last.cell.key.length <= 4 && namesFact(joined) && !namesFact(last.cell.key) && !namesFact(item.cell.key)
      if (unit || isWord || isLevel || isLabel) {
        made[made.length - 1] = { ...last, cell: joinCells([last.cell, item.cell]) }
        continue
      }
    }
    made.push(item)
  }
  return made
}

/** How many items from `start` are the characters of one label set upright; 0 where they are not. */
function uprightLabel(items: readonly FlowItem[], start: number): number {
  let text = ''
  let found = 0
  // 产出 and 数量 are two labels, a line each.
  if (level1Of(items[start]!.cell?.key ?? '') !== null) return 0
  for (let index = start; index < items.length && index < start + 10; index++) {
    const { cell, lineStart } = items[index]!
    if (cell === null || !lineStart || cell.key.length > 2) break
    text += cell.key
    if (index > start && (level1Of(text) !== null || level2Of(text) !== null || blockLabel(text) !== null)) {
      found = index - start + 1
    }
  }
  return found
}

/** The first run of header words with enough fields: how many items of it share a line with another. */
function headerRun(items: readonly FlowItem[]): { readonly together: number } | null {
  let fields = new Set<string>()
  let exact = false
  let together = 0
  for (let index = 0; index < items.length; index++) {
    const { cell, lineStart } = items[index]!
    if (cell === null) continue
    const field = indicatorHeader(cell.key)
    if (field === null) {
      if (blockLabel(cell.key) === null) [fields, exact, together] = [new Set(), false, 0]
      continue
    }
    fields.add(field)
    exact ||= isIndicatorHeaderWord(cell.key)
    if (!lineStart) together++
    if (exact && fields.size >= ENOUGH) return { together }
  }
  return null
}

/** The words of rows, one after another. */
export function wordsWithin(rows: readonly SourceRow[]): readonly FlowItem[] {
  return partPairedItems(mergeBroken(gather(rows, wordsOf)))
}

export interface Flowing {
  readonly arrival: Arrival
  readonly items: readonly FlowItem[]
}

/** How the rows of one grid arrived, told from where their header words stand, and the items they fall into. `prose`: sentences may be rows. */
export function flowingItems(rows: readonly SourceRow[], prose: boolean): Flowing {
  const none: Flowing = { arrival: 'none', items: [] }
  const filled = rows.filter((row) => row.cells.length > 0)
  const single = filled.filter((row) => row.cells.length === 1)
  if (single.length * 10 < filled.length * 9) return none
  const words = wordsWithin(rows.slice(0, FAR))
  const run = headerRun(words)
  if (run !== null && run.together > 0) {
    const items = rows.length > FAR ? wordsWithin(rows) : words
    return { arrival: single.length <= 3 ? 'line' : 'spaced', items }
  }
  if (run !== null) {
    const items = gather(rows, cellsOf)
    return { arrival: 'cells', items: partPairedItems(mergeBroken(items)) }
  }
  if (single.some(({ cells: [cell] }) => headerWordsWithin(cell!.key) >= ENOUGH || linesWithin(cell!).length > 1)) {
    return { arrival: 'glued', items: cutGlued(gather(filled, (row) => row.cells)) }
  }
  return !prose || proseRows(single) === null ? none : { arrival: 'prose', items: [] }
}
