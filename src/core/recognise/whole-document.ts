/** What a report says of itself on its cover: the year and the department that its forms leave out. */

import type { Passage } from './passages.ts'
import type { SourceCell, SourceRow } from './source.ts'

export interface Named<T> {
  readonly value: T
  readonly cell: SourceCell
}

/** What the whole document says where a form is silent. */
export interface WholeDocument {
  readonly year: Named<number> | null
  readonly department: Named<string> | null
}

export const noDocument: WholeDocument = Object.freeze({ year: null, department: null })

/** Lines looked at for the name of the report. */
const COVER = 80
const LONGEST = 50
/** Lines just above a form that may name its year. */
const ABOVE = 6

const REPORT = '(?:部门|单位|整体支出|项目支出|预算)?(?:决算|绩效自评|绩效评价|支出绩效|预算绩效)'
const YEAR = new RegExp(`((?:19|20)\\d{2})年?度?.{0,24}?${REPORT}`)
const DEPARTMENT = new RegExp(
  `^(?:(?:19|20)\\d{2}年?度?)?([\\u4e00-\\u9fff()]{3,30}?)(?:(?:19|20)\\d{2}年?度?)?${REPORT}`,
)
/** Ends like the name of an office. */
const OFFICE =
  /(?:局|委|委员会|厅|部|办|办公室|院|所|中心|站|校|学校|大学|学院|会|社|馆|队|政府|处|科|园|公司|集团|街道|乡|镇)$/

function named<T>(cell: SourceCell, value: T | null): Named<T> | null {
  return value === null ? null : { value, cell }
}

function yearIn(key: string, pattern: RegExp): number | null {
  const year = pattern.exec(key)?.[1]
  return year === undefined ? null : Number(year)
}

function departmentIn(key: string): string | null {
  const name = DEPARTMENT.exec(key)?.[1]
  return name !== undefined && OFFICE.test(name) ? name : null
}

function* lineCells(rows: Iterable<SourceRow>): Generator<SourceCell> {
  for (const row of rows) {
    const [cell] = row.cells
    if (cell !== undefined && row.cells.length === 1 && cell.key.length <= LONGEST) yield cell
  }
}

/** The cover of the document: the first lines outside of tables. */
export function documentOf(passages: readonly Passage[]): WholeDocument {
  let year: WholeDocument['year'] = null
  let department: WholeDocument['department'] = null
  let seen = 0
  for (const { kind, rows } of passages) {
    if (kind !== 'text') continue
    for (const cell of lineCells(rows)) {
      if (++seen > COVER || (year !== null && department !== null)) return { year, department }
      year ??= named(cell, yearIn(cell.key, YEAR))
      department ??= named(cell, departmentIn(cell.key))
    }
  }
  return { year, department }
}

const YEAR_NAMED = /((?:19|20)\d{2})年度/

/** For one form: the lines right above it know its year better than the cover. */
export function documentAt(whole: WholeDocument, above: readonly SourceRow[]): WholeDocument {
  const near = [...lineCells(above.filter((row) => row.cells.length > 0).slice(-ABOVE))]
  for (const cell of near.reverse()) {
    const year = yearIn(cell.key, YEAR_NAMED)
    if (year !== null) return { ...whole, year: { value: year, cell } }
  }
  return whole
}

/** For a form without a title, below forms that stand under one: the year of that title, or of a line below it. */
export function underTitle(whole: WholeDocument, titles: readonly SourceCell[]): WholeDocument {
  for (const cell of titles) {
    const year = yearIn(cell.key, TITLE_YEAR)
    if (year !== null) return { ...whole, year: { value: year, cell } }
  }
  return whole
}

const TITLE_YEAR = /((?:19|20)\d{2})年/

const YEAR_LINE = /^[(]?(?:19|20)\d{2}年度?[)]?$/

/** (2023年) alone in its row. */
export function yearLine({ cells }: SourceRow): readonly SourceCell[] {
  return cells.length === 1 && YEAR_LINE.test(cells[0]!.key) ? cells : []
}
