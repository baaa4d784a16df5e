/**
 * A file of many tables, cut into passages: each form with the lines that stand over and under it, other tables, and
 * running text. Only the words of the tables decide; what a passage holds is read later. Time is linear in the rows.
 */

import { level1Of, level2Of } from '../rulebook/index.ts'
import { isHeaderAt, isMoneyHeader } from './headers/header-rows.ts'
import { moneyUnitIn } from './money/tasks.ts'
import { isPageNumber } from './page-furniture.ts'
import {
  goalFields,
  isFootRow,
  isTitle,
  isTitlePrefix,
  isTotalRow,
  NOTE,
  sameHeader,
  startsFacts,
} from './row-kinds.ts'
import type { SourceCell, SourceRow } from './source.ts'

/** The rows of one grid. */
export interface GridRows {
  readonly rows: readonly SourceRow[]
  readonly bordered: boolean
}

export interface Passage {
  /** `form`: one form or several, to be told apart by their rows; `table`: no part of a form; `text`: between tables. */
  readonly kind: 'form' | 'table' | 'text'
  readonly rows: readonly SourceRow[]
  /** The line that names a table, where one stands over it. */
  readonly heading: SourceCell | null
}

/** What a grid looks like by its words. */
interface Look {
  readonly rows: readonly SourceRow[]
  readonly isTable: boolean
  readonly width: number
  /** The first header of an indicator table; null where there is none. */
  readonly header: SourceRow | null
  /** Nothing of a head stands over that header. */
  readonly startsWithHeader: boolean
  readonly isTitled: boolean
  readonly facts: number
  readonly hasMoney: boolean
  readonly hasGoals: boolean
  readonly levels: number
  readonly isTotalled: boolean
  /** Every row is a label with its text, as at the foot of a form. */
  readonly isFoot: boolean
  readonly isSheet: boolean
}

/** A form that may go on in the next grid. */
interface Open {
  readonly rows: SourceRow[]
  readonly heading: SourceCell | null
  look: Look
  header: SourceRow | null
  facts: number
  isTotalled: boolean
}

/** A level label stands in one of the first columns. */
export function isLevelRow(row: SourceRow): boolean {
  return row.cells.slice(0, 2).some(({ key }) => key.length <= 24 && (level1Of(key) !== null || level2Of(key) !== null))
}

function lookAt({ rows, bordered }: GridRows): Look {
  let header: SourceRow | null = null
  let [facts, levels, width, filled, foot] = [0, 0, 0, 0, 0]
  let [startsWithHeader, isTitled, hasMoney, hasGoals, isTotalled, hasSeveral] = [
    false,
    false,
    false,
    false,
    false,
    false,
  ]
  for (let index = 0; index < rows.length; index++) {
    const row = rows[index]!
    width = Math.max(width, row.width)
    if (row.cells.length === 0) continue
    filled++
    if (row.cells.length > 1) hasSeveral = true
    if (header === null && isHeaderAt(rows, index)) {
      header = row
      startsWithHeader = filled === 1
      continue
    }
    if (row.cells.length <= 2 && isTitle(row)) isTitled ||= header === null
    if (startsFacts(row)) facts++
    if (isMoneyHeader(row)) hasMoney = true
    if (goalFields(row).size > 0) hasGoals = true
    if (isLevelRow(row)) levels++
    if (isTotalRow(row)) isTotalled = true
    if (isFootRow(row) || isTotalRow(row)) foot++
  }
  return {
    rows,
    // A box of one column is text with a frame around it.
    isTable: header !== null || (bordered && hasSeveral),
    width,
    header,
    startsWithHeader,
    isTitled,
    facts,
    hasMoney,
    hasGoals,
    levels,
    isTotalled,
    isFoot: filled > 0 && filled <= MOST_FOOT && foot * 2 >= filled,
    isSheet: rows.some((row) => row.cells[0]?.source?.kind === 'sheet'),
  }
}

const MOST_FOOT = 12
/** Lines between two tables of one form: numbers of pages, running heads. */
const MOST_BETWEEN = 6
const LONG_LINE = 60
/** How far above its table the title of a form stands. */
const TITLE_REACH = 8
const HEAD_LINES = 6

const YEAR_LINE = /^[([]?(?:19|20)\d{2}年?度?[)\]]?$/

/** 部门名称:…, 金额单位:万元, (2023年度): stands between a title and its table. */
function isHeadLine(row: SourceRow): boolean {
  return (
    startsFacts(row) ||
    row.cells.every((cell) => cell.key.length <= 16 && (moneyUnitIn(cell) !== null || YEAR_LINE.test(cell.key)))
  )
}

/** Index of the title of the form that the next table is; -1 where the lines above it are no title. */
function titleIn(lines: readonly SourceRow[]): number {
  let seen = 0
  for (let index = lines.length - 1; index >= 0 && seen < TITLE_REACH; index--) {
    const row = lines[index]!
    if (row.cells.length === 0) continue
    seen++
    if (isTitle(row)) return index
    if (!isHeadLine(row) && !isPageNumber(row) && row.cells.some((cell) => cell.key.length > LONG_LINE)) return -1
  }
  return -1
}

/** Where the lines of the next form begin. */
function headFrom(lines: readonly SourceRow[], title: number): number {
  let from = title
  if (title < 0) {
    from = lines.length
    for (let taken = 0; from > 0 && taken < HEAD_LINES; taken++) {
      const row = lines[from - 1]!
      if (row.cells.length > 0 && !isHeadLine(row)) break
      from--
    }
    return from
  }
  while (from > 0 && (lines[from - 1]!.cells.length === 0 || isTitlePrefix(lines[from - 1]!))) from--
  return from
}

/** How many lines after a table are its foot: its total where it has none yet, notes, who filled it in. */
function footTo(lines: readonly SourceRow[], isTotalled: boolean): number {
  let to = 0
  let noted = false
  let totalled = isTotalled
  for (let index = 0; index < lines.length && index < MOST_FOOT; index++) {
    const row = lines[index]!
    if (row.cells.length === 0) continue
    const { key } = row.cells[0]!
    const isTotal = !totalled && row.cells.length > 1 && isTotalRow(row)
    totalled ||= isTotal
    if (!isTotal && !isFootRow(row) && !(noted && /^[(]?\d{1,2}[)、.]/.test(key))) break
    noted ||= NOTE.test(key)
    to = index + 1
  }
  return to
}

/** The line that names a table of another kind: the nearest short one above it. */
function headingOf(lines: readonly SourceRow[], rows: readonly SourceRow[]): SourceCell | null {
  const own = rows.find((row) => row.cells.length > 0)
  const inside = own?.cells.length === 1 ? own.cells[0]! : null
  if (inside !== null && /表/.test(inside.key) && inside.key.length <= LONG_LINE) return inside
  let nearest: SourceCell | null = null
  let seen = 0
  for (let index = lines.length - 1; index >= 0 && seen < TITLE_REACH; index--) {
    const cell = lines[index]!.cells[0]
    if (cell === undefined) continue
    seen++
    if (cell.key.length > LONG_LINE || isHeadLine(lines[index]!) || isPageNumber(lines[index]!)) continue
    if (isTitlePrefix(lines[index]!)) continue
    if (/表(?:[(].*[)])?$/.test(cell.key)) return cell
    nearest ??= cell
  }
  return nearest ?? inside
}

/** A table without a title of its own goes on with the form before it. */
function goesOn(look: Look, open: Open, between: readonly SourceRow[]): boolean {
  const lines = between.filter((row) => row.cells.length > 0)
  if (lines.length > MOST_BETWEEN || lines.some((row) => row.cells.some((cell) => cell.key.length > LONG_LINE))) {
    return false
  }
  if (look.header !== null) {
    if (open.header === null) return look.startsWithHeader || look.facts === 0 || open.facts === 0
    return look.startsWithHeader && !open.isTotalled && sameHeader([open.header], [look.header])
  }
  if (open.header === null) return look.hasGoals || look.hasMoney || (look.facts > 0 && open.facts === 0)
  if (look.isSheet) return false
  if (look.isFoot) return true
  if (open.isTotalled || look.facts > 1 || look.hasMoney) return false
  const cut = lines.every(isPageNumber) && look.width === open.look.width
  return cut || (look.levels > 0 && Math.abs(look.width - open.look.width) <= 2)
}

/** Looks like the first table of a form whose indicators stand in the next one. */
function isHead(look: Look, isTitled: boolean): boolean {
  if (look.facts === 0 && !isTitled) return false
  return (look.facts > 0 && (look.hasMoney || look.hasGoals)) || look.facts > 1 || (isTitled && look.hasMoney)
}

/** The passages of a file in order. */
export function passagesOf(grids: readonly GridRows[]): Passage[] {
  const passages: Passage[] = []
  let open: Open | null = null
  let lines: SourceRow[] = []
  const pass = (kind: Passage['kind'], rows: readonly SourceRow[], heading: SourceCell | null = null): void => {
    if (rows.some((row) => row.cells.length > 0)) passages.push({ kind, rows, heading })
  }
  const close = (): void => {
    if (open === null) return
    for (const row of lines.splice(0, footTo(lines, open.isTotalled))) open.rows.push(row)
    pass('form', open.rows, open.heading)
    open = null
  }
  for (const grid of grids) {
    const look = lookAt(grid)
    if (!look.isTable) {
      for (const row of grid.rows) lines.push(row)
      continue
    }
    const title = titleIn(lines)
    const isTitled = title >= 0 || look.isTitled
    const last: Open | null = open as Open | null
    const completes = last !== null && last.header === null && look.startsWithHeader
    if (last !== null && (!isTitled || completes) && goesOn(look, last, lines)) {
      for (const row of lines) last.rows.push(row)
      for (const row of look.rows) last.rows.push(row)
      lines = []
      last.look = look
      last.header ??= look.header
      last.facts += look.facts
      last.isTotalled ||= look.isTotalled
      continue
    }
    close()
    const isForm = look.header !== null || isHead(look, isTitled)
    const heading = headingOf(lines, look.rows)
    if (isForm) {
      const from = headFrom(lines, title)
      pass('text', lines.slice(0, from))
      const rows = [...lines.slice(from), ...look.rows]
      open = { rows, heading, look, header: look.header, facts: look.facts, isTotalled: look.isTotalled }
    } else {
      pass('text', lines)
      pass('table', look.rows, heading)
    }
    lines = []
  }
  close()
  pass('text', lines)
  return passages
}
