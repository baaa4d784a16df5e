/** Goals of several years, one below the other, and what holds for all of them. */

import { gather } from '../model/gather.ts'
import type { GoalSide } from '../rulebook/words/index.ts'
import type { Ledger } from './ledger.ts'
import type { Section } from './sections.ts'
import type { SourceCell, SourceRow } from './source.ts'
import { goalHeader } from './words.ts'

export interface LabelledText {
  readonly label: SourceCell
  readonly text: SourceCell
}

/** 财年 目标 实际完成情况: goals of several years, one below the other. */
export function isYearsHeader({ cells: [first, ...others] }: SourceRow): boolean {
  return (
    first !== undefined &&
    others.length === 2 &&
    /^(?:财年|年度|年份)$/.test(first.key) &&
    (others[0]!.key === GOAL || goalHeader(others[0]!.key) === 'stated') &&
    goalHeader(others[1]!.key) === 'achieved'
  )
}

/** Heads a column of goals where years stand beside it; elsewhere a fragment. */
const GOAL = '目标'

export function goalHeaderIn(row: SourceRow, cell: SourceCell): GoalSide | null {
  return goalHeader(cell.key) ?? (cell.key === GOAL && isYearsHeader(row) ? 'stated' : null)
}

export const YEAR = /^(?:19|20)\d{2}(?:年度?)?$/
/** --- where nothing is reached yet. */
export const NOTHING = /^[-—–―_/\\]*$/

/** 总体绩效目标 above the goals of each year: what holds for all of them. */
export function standing({ header, rows }: Section, ledger: Ledger): readonly LabelledText[] {
  let label: SourceCell | null = null
  const texts: LabelledText[] = []
  for (const cell of gather([...header, ...rows], ({ cells }) => cells)) {
    if (goalHeader(cell.key) !== null || label === null) {
      if (label !== null) ledger.ignore('headerWord', [label])
      label = cell
    } else texts.push({ label, text: cell })
  }
  return texts
}
