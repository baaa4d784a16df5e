/** Goals that stand beside or below headings of their own, without columns: 年初绩效目标 | …, 全年(调整)绩效目标 | 无, 年度目标2 | …. */

import type { GoalSide } from '../rulebook/words/index.ts'
import type { LabelledText } from './goals-by-year.ts'
import { numberKey } from './numbered-goals.ts'
import type { SourceCell } from './source.ts'

export interface Placed {
  readonly cell: SourceCell
  readonly side: GoalSide | null
  /** The goal of a list that it belongs to. */
  readonly listed?: number
  /** The heading it stands under. */
  readonly heading?: SourceCell
}

/** What stands for an adjusted goal where nothing was adjusted. */
export const NOT_ADJUSTED = /^(?:无|无调整|未调整|不调整|没有调整|同上|同年初|[-—–/])+$/

/** 年度目标2:(40分), 目标一完成情况: which goal the heading is of; null where it has no number. */
function numberOf(heading: SourceCell): number | null {
  const number = /目标[(]?(\d{1,2}|[一二三四五六七八九十])(?![\d.]|年|月|个)/.exec(heading.key)?.[1]
  return number === undefined ? null : Number(numberKey(number))
}

/**
 * Adds a text to those placed so far. Of two texts stated one after the other under two headings the later is the goal (年度目标 below
 * 总体目标, 全年(调整)绩效目标 beside 年初绩效目标), unless it says that nothing was adjusted; the other is told beside the goals.
 */
export function placeUnder(heading: SourceCell, text: Placed, cells: Placed[], others: LabelledText[]): void {
  const number = numberOf(heading)
  if (number !== null) {
    cells.push({ ...text, listed: number - 1 })
    return
  }
  const last = cells.at(-1)
  const isSecond =
    text.side === 'stated' && last?.side === 'stated' && last.heading !== undefined && last.heading.key !== heading.key
  if (!isSecond) cells.push({ ...text, heading })
  else if (NOT_ADJUSTED.test(text.cell.key)) others.push({ label: heading, text: text.cell })
  else {
    const earlier = last.heading
    for (let before = cells.at(-1); before?.heading === earlier; before = cells.at(-1)) {
      others.push({ label: earlier!, text: before!.cell })
      cells.pop()
    }
    cells.push({ ...text, heading })
  }
}
