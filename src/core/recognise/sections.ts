/** Sorts the rows of the source into forms, and each form's rows into head, money, goals, indicators, total and foot. */

import { isYearsHeader } from './goals-by-year.ts'
import {
  continuesIndicators,
  continuesMoney,
  holdsHeaderWord,
  isIndicatorHeader,
  isMoneyHeader,
  isOverHeader,
  standsUnderHeader,
} from './headers/header-rows.ts'
import { kindOf } from './kinds.ts'
import { isBareNumber, isPageEnd, isPageNumber, isSpeck } from './page-furniture.ts'
import {
  goalFields,
  headsOtherTable,
  isFootRow,
  isGoalsAgain,
  isLabelledAmount,
  isNextGoal,
  isResultsRow,
  isSectionHeading,
  isSplitHeading,
  isTitle,
  isTitlePrefix,
  isTotalRow,
  isUnitLine,
  NOTE,
  opensForm,
  sameHeader,
  startsFacts,
} from './row-kinds.ts'
import { isFurniture, isLineToSign } from './site-words.ts'
import type { SourceCell, SourceRow } from './source.ts'
import { blockLabel, GOAL_PART, goalHeader, isOtherFactLabel } from './words.ts'

export interface Section {
  readonly header: SourceRow[]
  readonly rows: SourceRow[]
}

/** The rows of one form, sorted. */
export interface Draft {
  readonly rows: SourceRow[]
  readonly titles: SourceCell[]
  /** Rows of labels and values before, between and after the tables. */
  readonly facts: SourceRow[]
  readonly money: Section[]
  readonly goals: Section[]
  readonly indicators: Section[]
  readonly totals: SourceRow[]
  readonly notes: SourceRow[]
  /** Headers printed again on a later page. */
  readonly repeated: SourceRow[]
  readonly pageNumbers: SourceCell[]
  readonly furniture: SourceCell[]
  readonly noise: SourceCell[]
  /** Over a table, alone in their rows. */
  readonly headings: SourceCell[]
  /** Headings that stand parted over several cells. */
  readonly split: SourceCell[][]
}

type State = 'head' | 'money' | 'goals' | 'indicators' | 'foot'

function newDraft(): Draft {
  return {
    rows: [],
    titles: [],
    facts: [],
    money: [],
    goals: [],
    indicators: [],
    totals: [],
    notes: [],
    repeated: [],
    pageNumbers: [],
    furniture: [],
    noise: [],
    headings: [],
    split: [],
  }
}

export function sortRows(rows: readonly SourceRow[]): Draft[] {
  const drafts: Draft[] = []
  let draft = newDraft()
  let state: State = 'head'
  /** The last table has had its total: what follows is its foot, unless it looks like a row. */
  let totalled = false
  const isBegun = (): boolean => draft.indicators.length > 0 || draft.money.length > 0 || draft.goals.length > 0
  const begin = (): void => {
    if (draft.rows.length > 0) {
      drafts.push(draft)
      draft = newDraft()
    }
    state = 'head'
  }
  // Each row is asked about as the row that follows, and then about itself.
  const lookAhead = (at: number) => {
    const row = rows[at]
    const isWorded = row !== undefined && holdsHeaderWord(row)
    return { isWorded, isHeader: isWorded && isIndicatorHeader(row) }
  }
  let next = lookAhead(0)
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!
    const own = next
    next = lookAhead(index + 1)
    if (row.cells.length === 0) {
      // Nothing in it could be read, but something stands there.
      if (row.lost !== undefined) draft.rows.push(row)
      continue
    }
    const isOver = !own.isHeader && next.isWorded && isOverHeader(row, rows[index + 1])
    const header = own.isHeader || isOver
    const money = !header && own.isWorded && isMoneyHeader(row)
    if (isTitle(row) && !header && !money) {
      if ((isBegun() || holdsTable(draft)) && opensForm(rows, index)) begin()
      draft.rows.push(row)
      draft.titles.push(...row.cells)
      continue
    }
    if (draft.indicators.length > 0 && row.cells.every(({ key }) => isLineToSign(key))) {
      draft.rows.push(row)
      draft.furniture.push(...row.cells)
      continue
    }
    const mayBegin = isBegun() && draft.indicators.length > 0 && startsFacts(row) && state !== 'head'
    // 项目单位(盖章):某所 with no table below it: a foot, and no head.
    if (mayBegin && (state !== 'foot' || rows.slice(index + 1).some(holdsHeaderWord))) begin()
    if ((totalled || state === 'foot') && headsOtherTable(rows, index)) begin()
    if (state === 'indicators' && isUnitLine(row) && opensForm(rows, index)) begin()
    draft.rows.push(row)
    if (isTitlePrefix(row)) {
      draft.titles.push(...row.cells)
    } else if (isSectionHeading(rows, index)) {
      draft.headings.push(...row.cells)
    } else if (header || money) {
      const continues = header ? continuesIndicators : continuesMoney
      const sections = header ? draft.indicators : draft.money
      const section: Section = { header: [row], rows: [] }
      const goesOn = (below: SourceRow | undefined): boolean =>
        below !== undefined &&
        below.cells.length > 0 &&
        (continues(below) || (header && standsUnderHeader(below, section.header)))
      let isDue = isOver
      while (isDue || goesOn(rows[index + 1])) {
        isDue = false
        section.header.push(rows[++index]!)
        draft.rows.push(rows[index]!)
        next = lookAhead(index + 1)
      }
      const last = sections.at(-1)
      if (last !== undefined && sameHeader(last.header, section.header)) draft.repeated.push(...section.header)
      else sections.push(section)
      state = header ? 'indicators' : 'money'
      totalled = false
    } else if (state === 'indicators' && isResultsRow(row)) {
      draft.facts.push(row)
      state = 'foot'
    } else if (state === 'indicators' && isTotalRow(row)) {
      draft.totals.push(row)
      totalled = true
    } else if (isSpeck(row)) {
      draft.noise.push(...row.cells)
    } else if (state === 'indicators') {
      if (isPageEnd(row)) draft.furniture.push(...row.cells)
      else if (isBareNumber(row)) draft.totals.push(row)
      else if (totalled && row.cells.length < 4) {
        state = sortOther(draft, row, 'foot')
      } else if (isPageNumber(row)) draft.pageNumbers.push(...row.cells)
      else if (row.item !== true && isFootRow(row)) {
        ;(NOTE.test(row.cells[0]!.key) ? draft.notes : draft.facts).push(row)
        state = 'foot'
      } else if (isNextGoal(rows, index)) {
        draft.goals.push({ header: [], rows: [row] })
        state = 'goals'
      } else if (isGoalsAgain(row)) {
        draft.goals.push({ header: [row], rows: [] })
        state = 'goals'
      } else draft.indicators.at(-1)!.rows.push(row)
    } else {
      state = sortOther(draft, row, state)
    }
  }
  drafts.push(draft)
  return drafts
}

/** '2.其他资金包括…' below '注:1.…': one list of notes. */
function goesOnNotes({ notes, rows }: Draft, row: SourceRow): boolean {
  return (
    row.cells.length === 1 &&
    /^[(]?(?:\d{1,2}|[一二三四五六七八九十])[)、.,]/.test(row.cells[0]!.key) &&
    notes.length > 0 &&
    notes.at(-1) === rows.at(-2)
  )
}

/** Rows of a table of another kind have gathered over the title. */
function holdsTable(draft: Draft): boolean {
  return draft.facts.filter((row) => row.cells.length >= 3 && !startsFacts(row)).length >= 3
}

function sortOther(draft: Draft, row: SourceRow, state: State): State {
  const goals = goalFields(row)
  const first = row.cells[0]!
  if (isFurniture(first.key)) {
    draft.furniture.push(...row.cells)
    return state
  }
  if (state !== 'head' && isPageNumber(row)) {
    draft.pageNumbers.push(...row.cells)
    return state
  }
  if (state === 'foot') {
    const isNote = NOTE.test(first.key) || goesOnNotes(draft, row)
    ;(isTotalRow(row) ? draft.totals : isNote ? draft.notes : draft.facts).push(row)
    return state
  }
  if (isYearsHeader(row)) {
    draft.goals.push({ header: [row], rows: [] })
    return 'goals'
  }
  if (state !== 'head' && isSplitHeading(row)) {
    draft.split.push([...row.cells])
    draft.goals.push({ header: [row], rows: [] })
    return 'goals'
  }
  const isList = row.cells.some(({ key }) => key === '目标名称')
  const isHeading = ({ key }: SourceCell): boolean =>
    goalHeader(key) !== null ||
    blockLabel(key) !== null ||
    (goals.size === 2 && (/完成率$/.test(key) || (isList && GOAL_PART.test(key))))
  const allHeadings = row.cells.every(isHeading)
  const headsGoals = allHeadings && (goals.size === 2 || (goals.size === 1 && row.cells.length === 1))
  if (headsGoals && !startsFacts(row)) {
    const last = draft.goals.at(-1)
    if (state === 'goals' && last !== undefined && last.rows.length === 0) last.header.push(row)
    else draft.goals.push({ header: [row], rows: [] })
    return 'goals'
  }
  if (goals.size >= 1 && goalHeader(first.key) !== null && row.cells.length <= 6) {
    draft.goals.push({ header: [], rows: [row] })
    return 'goals'
  }
  if (state === 'money') {
    // 资金管理情况, with 分配科学性 and the like below it: texts on the money, and no amounts.
    if (row.cells.slice(0, 2).some((cell) => isOtherFactLabel(cell.key))) {
      draft.facts.push(row)
      return 'head'
    }
    const isLabelled = row.cells.length >= 2 && row.cells.every(({ key }) => isLabelledAmount(key))
    if (isLabelled || (startsFacts(row) && row.cells.every((cell) => kindOf(cell.key) !== 'number')))
      draft.facts.push(row)
    else draft.money.at(-1)!.rows.push(row)
    return state
  }
  if (state === 'goals' && !(startsFacts(row) || isFootRow(row))) {
    draft.goals.at(-1)!.rows.push(row)
    return state
  }
  draft.facts.push(row)
  // 主要绩效 alone in its row: what stands below it is no goal.
  return state === 'goals' && row.cells.length === 1 ? 'head' : state
}
