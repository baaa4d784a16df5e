/** Goals in flowing text: the two headings, then the texts below them, two a row. */

import { gather } from '../../model/gather.ts'
import { joinCells, type SourceCell } from '../source.ts'
import { blockLabel, GOAL_PART, goalHeader } from '../words.ts'
import type { Arrival } from './items.ts'

const DOTS = /^[.·…]{2,}$/
const TOLD = /^(?:已|全年|按时|按期|较好|基本|全面|完成|实际|圆满)/

/**
 * A goal and what became of it, both cut by blanks of their own: the second begins like the first does, or tells of
 * something done. Null where that is in no place, or in several.
 */
function partedGoals(cells: readonly SourceCell[]): readonly [SourceCell, SourceCell] | null {
  const texts = cells.filter((cell) => !DOTS.test(cell.key))
  const opening = texts[0]!.key.slice(0, 4)
  const likeIt = gather(texts, (cell, at) => (at > 0 && cell.key.startsWith(opening) ? [at] : []))
  const told = gather(texts, (cell, at) => (at > 0 && TOLD.test(cell.key) ? [at] : []))
  const [at, other] = likeIt.length > 0 ? likeIt : told
  if (at === undefined || other !== undefined) return null
  const [stated, achieved] = [texts.slice(0, at), texts.slice(at)] as [SourceCell, ...SourceCell[]][]
  return [joinCells(stated!), joinCells(achieved!)]
}

/** Headings of the two columns in one row, then their texts, two a row; what heads the block by itself stands above. */
export function goalRows(cells: readonly SourceCell[], arrival: Arrival): SourceCell[][] {
  const above: SourceCell[] = []
  const headings: SourceCell[] = []
  const texts: SourceCell[] = []
  for (const cell of cells) {
    // 1.项目年度目标完成情况 heads the block, whatever its words: 项目年度目标 and 年度目标完成情况 stand below it.
    if (/^\d[.、]/.test(cell.key) && blockLabel(cell.key) === 'goals') above.push(cell)
    else if (texts.length === 0 && (goalHeader(cell.key) !== null || cell.key.endsWith('完成率'))) headings.push(cell)
    else if (texts.length === 0 && headings.length > 0 && GOAL_PART.test(cell.key)) headings.push(cell)
    else if (blockLabel(cell.key) !== null) headings.push(cell)
    else texts.push(cell)
  }
  return [...above.map((cell) => [cell]), ...rowsBelow(headings, texts, arrival)]
}

function rowsBelow(headings: readonly SourceCell[], texts: readonly SourceCell[], arrival: Arrival): SourceCell[][] {
  const sides = gather(headings, (cell) => goalHeader(cell.key) ?? [])
  // 长期目标 beside 年度目标, where nothing is achieved yet.
  const both = sides.includes('stated') && (sides.includes('achieved') || sides.includes('midTerm'))
  // 年初绩效目标, 全年(调整)绩效目标, 全年目标实际完成情况: three columns.
  // Or 总体完成率 behind the two, one figure.
  const rated = headings.some(({ key }) => key.endsWith('完成率'))
  const columns = headings
    .filter(({ key }) => (goalHeader(key) !== null && blockLabel(key) === null) || key.endsWith('完成率'))
    .slice(-3)
  if (both && columns.length === 3 && texts.length === 3 && (!rated || /^[\d.]+%?$/.test(texts[2]!.key))) {
    return [...headings.filter((cell) => !columns.includes(cell)).map((cell) => [cell]), columns, [...texts]]
  }
  const list = headings.findIndex(({ key }) => key === '目标名称')
  const width = headings.length - list
  if (both && list >= 0 && texts.length % width === 0) {
    const rows: SourceCell[][] = [[...headings]]
    for (let index = 0; index < texts.length; index += width) rows.push(texts.slice(index, index + width))
    return rows
  }
  const numbered = texts.some((cell) => /^(?:年度|绩效|总体)*目标\d+完成情况/.test(cell.key))
  const parted = both && !numbered && arrival !== 'cells' && texts.length > 2 ? partedGoals(texts) : null
  if (parted !== null)
    return [[...headings], [...parted], ...texts.filter((cell) => DOTS.test(cell.key)).map((cell) => [cell])]
  if (!both || numbered || (arrival !== 'cells' && texts.length !== 2) || texts.length % 2 !== 0) {
    return [[...headings], ...texts.map((cell) => [cell])].filter((row) => row.length > 0)
  }
  const aside = headings.filter((cell) => goalHeader(cell.key) === null)
  const rows: SourceCell[][] = [...aside.map((cell) => [cell]), headings.filter((cell) => !aside.includes(cell))]
  for (let index = 0; index < texts.length; index += 2) rows.push(texts.slice(index, index + 2))
  return rows
}

/** 年度绩效目标2(40分), above the indicators of one goal of several. */
export function isGoalOfTable(key: string): boolean {
  return /^(?:年度)?绩效目标\d{1,2}(?:\(\d{1,3}分\))?$/.test(key)
}
