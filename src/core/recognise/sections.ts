/** Sorts the rows of the source into forms, and each form's rows into head, money, goals, indicators, total and foot. */

import { isHeaderAside } from './headers.ts'
import { kindOf } from './kinds.ts'
import type { SourceCell, SourceRow } from './source.ts'
import {
  amountHeader,
  bareWord,
  blockLabel,
  factLabel,
  goalHeader,
  indicatorHeader,
  isFurniture,
  isGradeLabel,
  isIndicatorHeaderWord,
  isMoneyHeaderWord,
  isOtherFactLabel,
  isTotalLabel,
  moneyRow,
  taskHeader,
} from './words.ts'

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
    split: [],
  }
}

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
function isTitlePrefix(row: SourceRow): boolean {
  return row.cells.length === 1 && /^(?:附件|附表|公开|表)[\d一二三四五六七八九十\-—.:：]*表?$/.test(row.cells[0]!.key)
}

/** Header of the indicator table: three of its columns at least, among them a name or level and something measured. */
export function isIndicatorHeader(row: SourceRow): boolean {
  if (row.cells.length < 3 || !row.cells.some((cell) => isIndicatorHeaderWord(cell.key))) return false
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

const measures: ReadonlySet<string> = new Set(['target', 'actual', 'weight', 'score', 'note'])

/** The upper of two header rows, with the levels named in the lower one. */
function isUpperHeader(row: SourceRow, next: SourceRow | undefined): boolean {
  if (next === undefined || row.cells.length < 2 || !isIndicatorHeader(next)) return false
  const words = row.cells.filter((cell) => blockLabel(cell.key) === null)
  return words.length >= 2 && words.every((cell) => measures.has(indicatorHeader(cell.key) ?? ''))
}

const amountFields = new Set(['initialBudget', 'budgeted.total', 'executed.total', 'received'])

export function isMoneyHeader(row: SourceRow): boolean {
  if (!row.cells.some((cell) => isMoneyHeaderWord(cell.key))) return false
  const fields = new Set<string>()
  let numbers = 0
  for (const cell of row.cells) {
    const field = taskHeader(cell.key)
    if (field !== null) fields.add(field)
    else if (kindOf(cell.key) === 'number' && !isHeaderAside(cell.key)) numbers++
  }
  return fields.size >= 2 && [...fields].some((field) => amountFields.has(field)) && numbers === 0
}

/** A second header row: nothing but header words, points and letters. */
function continuesHeader(row: SourceRow, wordOf: (key: string) => boolean): boolean {
  let words = 0
  let asides = 0
  for (const cell of row.cells) {
    if (isHeaderAside(cell.key)) asides++
    else if (wordOf(cell.key)) words++
    else return false
  }
  return words > 0 ? words >= 2 || asides === 0 : asides > 0 && row.cells.length <= 6
}

const continuesIndicators = (row: SourceRow): boolean =>
  row.cells.some((cell) => isIndicatorHeaderWord(cell.key)) && continuesHeader(row, isIndicatorHeaderWord)
const continuesMoney = (row: SourceRow): boolean =>
  row.cells.some((cell) => amountHeader(cell.key) !== null || taskHeader(cell.key) !== null) &&
  continuesHeader(row, (key) => amountHeader(key) !== null || (taskHeader(key) !== null && moneyRow(key) === null))

/** Goals begin: both columns headed in one row, or a heading that stands alone. */
function goalFields(row: SourceRow): ReadonlySet<'stated' | 'achieved'> {
  const fields = new Set<'stated' | 'achieved'>()
  for (const cell of row.cells) {
    const field = goalHeader(cell.key)
    if (field !== null && taskHeader(cell.key) === null) fields.add(field)
    else if (field === 'achieved') fields.add(field)
  }
  return fields
}

function isPageNumber(row: SourceRow): boolean {
  return (
    row.cells.length <= 3 &&
    row.cells.every((cell) => /^(?:第?\d{1,4}页?(?:共\d{1,4}页)?|[-—–]\d{1,4}[-—–]|\d{1,4}\/\d{1,4})$/.test(cell.key))
  )
}

/** A bare number after the rows: the total of a form that prints no label, or the number of a page. */
export function isBareNumber(row: SourceRow): boolean {
  return row.cells.length === 1 && /^\d{1,3}(?:\.\d+)?分?$/.test(row.cells[0]!.key)
}

/** Marks that carry no text: bullets, stray punctuation. */
function isSpeck(row: SourceRow): boolean {
  return (
    row.cells.length > 0 &&
    row.cells.every((cell) => !/[\p{L}\p{N}]/u.test(cell.key) && !/^(?:[-_—/\\]+|[.·]{2,})$/.test(cell.key))
  )
}

function startsFacts(row: SourceRow): boolean {
  const first = row.cells[0]
  if (first === undefined) return false
  const label = /^([^:：]{2,16})[:：]/.exec(first.key)?.[1]
  const key = label ?? first.key
  return factLabel(key) !== null && (label !== undefined || row.cells.length <= 8)
}

function isTotalRow(row: SourceRow): boolean {
  const words = row.cells.filter((cell) => blockLabel(cell.key) === null)
  const [first, ...rest] = words
  if (first === undefined) return false
  const bare = first.key.replace(/^[(]?[一二三四五六七八九十\d]{1,2}[)、.]/, '')
  const labelled =
    isTotalLabel(first.key) || (/^(?:自评)?(?:总分|合计|得分合计|总得分)[:：(]?/.test(bare) && bare.length < 24)
  return (
    labelled &&
    rest.every(
      (cell) =>
        ['number', 'percent', 'mark'].includes(kindOf(cell.key)) ||
        /^[优良中差]|^分$|等级|评级|等次/.test(cell.key) ||
        isTotalLabel(cell.key),
    )
  )
}

const NOTE = /^(?:注|说明|备注|填表说明|填报说明|填写说明|注意事项)[:：1一]/

/** The title is followed by a head of its own within a few rows; a title repeated on a later page is not. */
function opensForm(rows: readonly SourceRow[], from: number): boolean {
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

export function sortRows(rows: readonly SourceRow[]): Draft[] {
  const drafts: Draft[] = []
  let draft = newDraft()
  let state: State = 'head'
  /** The last table has had its total: what follows is its foot, unless it looks like a row. */
  let totalled = false
  const isBegun = (): boolean => draft.indicators.length > 0 || draft.money.length > 0 || draft.goals.length > 0
  const begin = (): void => {
    if (draft.rows.length > 0 && isBegun()) {
      drafts.push(draft)
      draft = newDraft()
    }
    state = 'head'
  }
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!
    if (row.cells.length === 0) continue
    const header = isIndicatorHeader(row) || isUpperHeader(row, rows[index + 1])
    const money = !header && isMoneyHeader(row)
    if (isTitle(row) && !header && !money) {
      if (isBegun() && opensForm(rows, index)) begin()
      draft.rows.push(row)
      draft.titles.push(...row.cells)
      continue
    }
    if (isBegun() && draft.indicators.length > 0 && startsFacts(row) && state !== 'head') begin()
    draft.rows.push(row)
    if (isTitlePrefix(row)) {
      draft.titles.push(...row.cells)
    } else if (header || money) {
      const continues = header ? continuesIndicators : continuesMoney
      const sections = header ? draft.indicators : draft.money
      const section: Section = { header: [row], rows: [] }
      while (rows[index + 1] !== undefined && rows[index + 1]!.cells.length > 0 && continues(rows[index + 1]!)) {
        section.header.push(rows[++index]!)
        draft.rows.push(rows[index]!)
      }
      const last = sections.at(-1)
      if (last !== undefined && sameHeader(last.header, section.header)) draft.repeated.push(...section.header)
      else sections.push(section)
      state = header ? 'indicators' : 'money'
      totalled = false
    } else if (state === 'indicators' && isTotalRow(row)) {
      draft.totals.push(row)
      totalled = true
    } else if (isSpeck(row)) {
      draft.noise.push(...row.cells)
    } else if (state === 'indicators') {
      if (isBareNumber(row)) draft.totals.push(row)
      else if (totalled && row.cells.length < 4) {
        state = sortOther(draft, row, 'foot')
      } else if (isPageNumber(row)) draft.pageNumbers.push(...row.cells)
      else if (isFootRow(row)) {
        draft.facts.push(row)
        state = 'foot'
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

/** A heading parted over neighbouring cells: together they are one, the first alone is none. */
function isSplitHeading(row: SourceRow): boolean {
  if (row.cells.length < 2 || row.cells.length > 3) return false
  return goalHeader(row.cells[0]!.key) === null && goalHeader(row.cells.map((cell) => cell.key).join('')) !== null
}

/** Goals that follow the first indicator table (several goals, a table each). */
function isGoalsAgain(row: SourceRow): boolean {
  return goalFields(row).size === 2 && row.cells.length <= 4 && row.cells.every((cell) => kindOf(cell.key) !== 'number')
}

function sameHeader(first: readonly SourceRow[], second: readonly SourceRow[]): boolean {
  const words = (rows: readonly SourceRow[]): string =>
    rows.flatMap((row) => row.cells.map((cell) => bareWord(cell.key))).join('|')
  return words(first) === words(second)
}

/** After the table: 评价结论, 项目负责人, 注: … */
function isFootRow(row: SourceRow): boolean {
  const first = row.cells[0]!
  if (NOTE.test(first.key)) return true
  const label = /^([^:：]{2,20})[:：]/.exec(first.key)?.[1]
  return (
    isOtherFactLabel(label ?? first.key) ||
    (label !== undefined && factLabel(label) !== null) ||
    isGradeLabel(label ?? first.key)
  )
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
    ;(isTotalRow(row) ? draft.totals : NOTE.test(first.key) ? draft.notes : draft.facts).push(row)
    return state
  }
  if (state !== 'head' && isSplitHeading(row)) {
    draft.split.push([...row.cells])
    draft.goals.push({ header: [row], rows: [] })
    return 'goals'
  }
  const allHeadings = row.cells.every((cell) => goalHeader(cell.key) !== null || blockLabel(cell.key) !== null)
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
    if (startsFacts(row) && row.cells.every((cell) => kindOf(cell.key) !== 'number')) draft.facts.push(row)
    else draft.money.at(-1)!.rows.push(row)
    return state
  }
  if (state === 'goals' && !(startsFacts(row) || isFootRow(row))) {
    draft.goals.at(-1)!.rows.push(row)
    return state
  }
  draft.facts.push(row)
  return state
}
