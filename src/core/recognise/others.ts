/** What a file holds beside its forms: named and counted, not read as a form. */

import { gather } from '../model/gather.ts'
import type { Extent, Finding, Place } from '../model/index.ts'
import { holdsHeaderWord } from './headers/header-rows.ts'
import { indicatorColumns } from './headers/headers.ts'
import { isNumeric, kindOf } from './kinds.ts'
import { recogniseRules } from './messages.ts'
import { isLevelRow } from './passages.ts'
import type { Draft } from './sections.ts'
import type { SourceCell, SourceRow } from './source.ts'
import { headedBy, isSelfNamed } from './stage.ts'
import { readTable } from './table.ts'

/**
 * `targets`: 绩效目标申报表, targets without results; `scheme`: 指标体系 or 评分表, what is to be scored and how; `headless`: by its
 * title a self-evaluation, but without the header of an indicator table; `rows`: rows of indicators behind a form, without any header,
 * that do not go on in its columns; `other`: anything else.
 */
export type OtherKind = 'targets' | 'scheme' | 'headless' | 'rows' | 'other'

export interface OtherTable {
  readonly kind: OtherKind
  /** The line over it, else the words of its first row. */
  readonly title: string
  /** Cells with text. */
  readonly cells: number
  readonly at: Place
}

/** Everything outside of the forms; with the forms' own residue it accounts for every cell of the file. */
export interface Outside {
  readonly tables: readonly OtherTable[]
  /** Cells with text, in those tables and between them. */
  readonly cells: number
}

/** 自评结果汇总表: a line for each form, and none itself. */
const LIST = /汇总|一览|统计|清单|台账/

/** What a sorted draft is; null where it is a form. */
export function kindOfDraft(draft: Draft): OtherKind | null {
  const isNamed = isSelfNamed(draft)
  if (draft.indicators.length === 0)
    return isNamed && !draft.titles.some(({ key }) => LIST.test(key)) ? 'headless' : 'other'
  const { hasTargets, hasResults, hasScores, hasForecast } = headedBy(draft)
  if (hasResults || hasForecast || isNamed) return null
  if (hasScores) return hasTargets || draft.money.length > 0 || draft.goals.length > 0 ? null : 'scheme'
  return hasTargets ? 'targets' : 'scheme'
}

/** Of the rows of a score sheet that must have a score, in thirds: a sheet still to be filled in has hardly any. */
const SCORED_THIRDS = 2
const LEAST_SCORED = 3

/** A score sheet (一级指标 二级指标 三级指标 分值 评分标准 得分) in which the scores are given. */
export function isScored({ indicators }: Draft): boolean {
  let [rows, scored] = [0, 0]
  for (const { header, rows: own } of indicators) {
    for (const { fields } of readTable(indicatorColumns(header), own)) {
      if (!fields.has('name')) continue
      rows++
      const score = fields.get('score') ?? []
      if (score.some(({ key }) => isNumeric(kindOf(key.replace(/分$/, ''))))) scored++
    }
  }
  return scored >= LEAST_SCORED && scored * 3 >= rows * SCORED_THIRDS
}

export function countCells(rows: readonly SourceRow[]): number {
  return rows.reduce((sum, row) => sum + row.cells.reduce((more, cell) => more + (cell.joined?.length ?? 1), 0), 0)
}

/** Rows of several cells: a table, not lines that happen to hold a separator. */
export function isTabular(rows: readonly SourceRow[]): boolean {
  return rows.filter((row) => row.cells.length >= 3).length >= 3
}

const LONGEST_NAME = 40

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > LONGEST_NAME ? `${line.slice(0, LONGEST_NAME)}…` : line
}

export function otherTable(kind: OtherKind, rows: readonly SourceRow[], heading: SourceCell | null): OtherTable {
  const first = rows.find((row) => row.cells.length > 1) ?? rows.find((row) => row.cells.length > 0)
  const cell = heading ?? first?.cells[0]
  const title = shorten(heading?.text ?? first?.cells.map(({ text }) => text).join(' | ') ?? '')
  const at: Place = {
    path: 'form',
    ...(title === '' ? {} : { text: title }),
    ...(cell?.source === undefined ? {} : { source: cell.source }),
  }
  return { kind, title, cells: countCells(rows), at }
}

/** Rows that look like indicators behind their level: what a page break may have cut off a form. */
export function strayRows(rows: readonly SourceRow[]): readonly SourceRow[] {
  return rows.some(holdsHeaderWord) ? [] : rows.filter((row) => row.cells.length >= 3 && isLevelRow(row))
}

/** Tables named in one sentence. */
const NAMED = 8

const order: readonly OtherKind[] = ['headless', 'rows', 'targets', 'scheme', 'other']

/** A person must look: they may be what is missing. */
const lost: ReadonlySet<OtherKind> = new Set(['headless', 'rows'])

/** One finding for each kind of table, naming the tables and pointing at all of them. */
export function findingsOnOthers(tables: readonly OtherTable[]): Finding[] {
  const rule = 'recognise/other-table'
  return gather(order, (kind): Finding[] => {
    const own = tables.filter((table) => table.kind === kind)
    const [first, ...rest] = own
    if (first === undefined) return []
    const titles = [...new Set(own.map(({ title }) => title).filter((title) => title !== ''))]
    const said = titles.slice(0, NAMED).map((title) => `“${title}”`)
    return [
      {
        rule,
        message: kind,
        data: {
          count: own.length,
          names: `${said.join('、')}${titles.length > NAMED ? '……' : ''}`,
          cells: own.reduce((sum, { cells }) => sum + cells, 0),
        },
        severity: lost.has(kind) ? 'warning' : recogniseRules[rule].severity,
        certainty: lost.has(kind) ? 'review' : 'certain',
        at: [first.at, ...rest.map(({ at }) => at)],
        law: [],
      },
    ]
  })
}

/** From the first to the last page or table of these rows; undefined where their source has none. */
export function extentOf(rows: readonly SourceRow[]): Extent | undefined {
  let [first, last, kind]: [number, number, 'pages' | 'tables' | null] = [Number.POSITIVE_INFINITY, 0, null]
  for (const row of rows) {
    for (const cell of row.cells) {
      for (const { source } of cell.joined ?? [cell]) {
        if (source === undefined || source.kind === 'text') continue
        if (source.kind === 'sheet') return { kind: 'sheet', sheet: source.sheet }
        const at = source.kind === 'page' ? source.page : source.table
        kind = source.kind === 'page' ? 'pages' : 'tables'
        first = Math.min(first, at)
        last = Math.max(last, at)
      }
    }
  }
  return kind === null ? undefined : { kind, first, last }
}
