/**
 * One table for many projects: 单位名称 项目名称 预算数 年度目标 stand as columns left of 一级指标, and each project with its indicators
 * is a form of its own. The columns of the project become labels with their values over its rows.
 */

import { gather } from '../model/gather.ts'
import { level1Of } from '../rulebook/index.ts'
import { joinCells, type SourceCell, type SourceRow } from './source.ts'
import { blockLabel, factLabel, indicatorHeader } from './words.ts'

const LEVELS: ReadonlySet<string> = new Set(['level1', 'level2', 'name'])
const NAMED = /^(?:三级指标|(?:绩效)?指标名称|指标内容)$/

/** Where the header of such a table stands, and how many columns at its left are the project's. */
interface Frame {
  /** Rows of the header, from its first. */
  readonly header: readonly SourceRow[]
  readonly first: number
  readonly labels: readonly SourceCell[]
  readonly project: SourceCell
  readonly width: number
  /** Column of the first level. */
  readonly from: number
}

/** The columns of the project end where the levels begin: in the row of 项目名称, or in the row below it. */
function frameAt(rows: readonly SourceRow[], at: number): Frame | null {
  const row = rows[at]!
  const project = row.cells.find(({ key }) => factLabel(key) === 'project')
  if (project === undefined) return null
  for (const header of [[row], [row, rows[at + 1]]] as const) {
    const last = header.at(-1)
    const levels = (last?.cells ?? []).filter(({ key }) => LEVELS.has(indicatorHeader(key) ?? ''))
    const from = levels[0]?.column ?? 0
    if (last === undefined || from <= project.column || !levels.some(({ key }) => NAMED.test(key))) continue
    // Where the levels stand in the row below, nothing but the label of their block and what heads columns stands over them.
    const over = header.length === 1 ? [] : row.cells.filter(({ column }) => column >= from)
    if (!over.every(headsColumns)) continue
    if (header.length > 1 && row.width < last.width && isText(row)) return withoutMerges(row, last, project, at, from)
    const kept = header.map((one) => one!)
    const below = header.length === 1 ? [] : last.cells.filter(({ column }) => column < from)
    // 项目金额 over 预算数 and 执行数 is a group.
    const before = row.cells.filter(({ column }) => column < from)
    const labels = gather(before, (cell, index) => {
      const end = before[index + 1]?.column ?? from
      const own = below.filter(({ column }) => column >= cell.column && column < end)
      return own.length > 1 ? own : [cell]
    })
    return { header: kept, first: at, labels, project, width: row.width, from }
  }
  return null
}

/** A word that heads a column, the label of the indicators, or a word of the place merged over several columns. */
function headsColumns({ key, columnSpan }: SourceCell): boolean {
  return blockLabel(key) === 'indicators' || indicatorHeader(key) !== null || columnSpan > 1
}

function isText({ cells }: SourceRow): boolean {
  return cells.every(({ source }) => source === undefined || source.kind === 'text')
}

/** Two header rows that lost their merges: below 项目名称, what stands left of the levels is one column further to the right. */
function withoutMerges(row: SourceRow, last: SourceRow, project: SourceCell, at: number, level: number): Frame {
  const from = level + 1
  const width = last.width + 1
  const lower = last.cells.map((cell) => ({ ...cell, column: cell.column + 1 }))
  const label = { ...project, column: 0 }
  const labels = [label, ...lower.filter(({ column }) => column < from)]
  const over = row.cells.filter((cell) => cell !== project).map((cell, index) => ({ ...cell, column: from + index }))
  return {
    header: [
      { ...row, cells: over, width },
      { ...last, cells: lower, width },
    ],
    first: at,
    labels,
    project: label,
    width,
    from,
  }
}

function shifted(cells: readonly SourceCell[], by: number): SourceCell[] {
  return cells.map((cell) => ({ ...cell, column: cell.column - by }))
}

/** A row of text that leaves out what is merged downwards. */
function isNarrow(row: SourceRow, width: number): boolean {
  return row.width < width && row.cells.every(({ source }) => source === undefined || source.kind === 'text')
}

/** Before which cell the levels begin, in a row that leaves merged cells out; 0 where it begins with them. */
function levelAt({ cells }: SourceRow): number {
  return Math.max(
    0,
    cells.findIndex(({ key }) => level1Of(key) !== null),
  )
}

/** The cells of the indicators alone. Rows that leave merged cells out are narrower and begin with a label of a level. */
function withoutProject(row: SourceRow, { from, width }: Frame): SourceRow {
  if (isNarrow(row, width)) {
    const at = levelAt(row)
    const by = row.cells[at]?.column ?? 0
    return at === 0 ? row : { ...row, cells: shifted(row.cells.slice(at), by), width: row.width - by, blanks: [] }
  }
  return {
    ...row,
    cells: shifted(
      row.cells.filter(({ column }) => column >= from),
      from,
    ),
    width: Math.max(0, row.width - from),
    blanks: row.blanks.filter((column) => column >= from).map((column) => column - from),
  }
}

interface Group {
  /** What the columns of the project hold, by the column of their header. */
  readonly values: Map<SourceCell, SourceCell[]>
  readonly rows: SourceRow[]
}

/** A goal may go on in the next rows; a name filled down is printed again. */
function addValues(values: Map<SourceCell, SourceCell[]>, more: ReadonlyMap<SourceCell, readonly SourceCell[]>): void {
  for (const [label, cells] of more) {
    const own = values.get(label) ?? []
    values.set(label, [...own, ...cells.filter(({ key }) => !own.some((cell) => cell.key === key))])
  }
}

function valuesIn(row: SourceRow, { labels, from, width }: Frame): Map<SourceCell, SourceCell[]> {
  const values = new Map<SourceCell, SourceCell[]>()
  if (isNarrow(row, width)) {
    // The office above is not repeated: what stands before the label of a level belongs to the last columns of the project.
    const before = row.cells.slice(0, levelAt(row))
    const own = before.length < labels.length ? labels.slice(labels.length - before.length) : []
    own.forEach((label, index) => {
      values.set(label, [before[index]!])
    })
    return values
  }
  for (const cell of row.cells) {
    if (cell.column >= from) continue
    const label = labels.findLast(({ column }) => column <= cell.column)
    if (label !== undefined) values.set(label, [...(values.get(label) ?? []), cell])
  }
  return values
}

/** The rows below the header, a group for each project; what stands behind the last of them is no part of it. */
function groupsOf(rows: readonly SourceRow[], frame: Frame): { groups: readonly Group[]; rest: readonly SourceRow[] } {
  const groups: Group[] = []
  const begin = frame.first + frame.header.length
  let at = begin
  for (; at < rows.length; at++) {
    const row = rows[at]!
    if (row.cells.length === 0) continue
    const values = valuesIn(row, frame)
    const own = values.get(frame.project)?.[0]
    const last = groups.at(-1)
    const isAgain = own === undefined || last?.values.get(frame.project)?.[0]?.key === own.key
    // A note below the table, or the title of the next.
    if (isAgain && row.cells.length === 1 && row.cells[0]!.column < frame.from) break
    if (last === undefined || !isAgain) groups.push({ values, rows: [row] })
    else {
      last.rows.push(row)
      addValues(last.values, values)
    }
  }
  return { groups, rest: rows.slice(at) }
}

const OVER_ALL = /^(?:单位|部门|预算单位|主管部门|主管单位)/

/** Rows of labels with their values, as they stand in the head of a form of its own. */
function headOf({ values }: Group, before: ReadonlyMap<SourceCell, SourceCell[]>, like: SourceRow): SourceRow[] {
  const all = [...values]
  // The office is printed once, over all its projects.
  for (const [label, value] of before) if (!values.has(label)) all.unshift([label, value])
  return all.map(([label, own]) => {
    const cells = [label, joinCells(own as [SourceCell, ...SourceCell[]])].map((cell, column) => ({
      ...cell,
      column,
      columnSpan: 1,
      rowSpan: 1,
    }))
    return { index: like.index, grid: like.grid, cells, width: 2, blanks: [], ...typedAs(like) }
  })
}

function typedAs({ typed }: SourceRow): { typed?: true } {
  return typed === undefined ? {} : { typed }
}

/** `rows` with a head and a header for each project, where one table holds several of them; as they are elsewhere. */
export function projectRows(rows: readonly SourceRow[]): readonly SourceRow[] {
  for (let at = 0; at < rows.length; at++) {
    const frame = mayFrame(rows[at]!) ? frameAt(rows, at) : null
    if (frame !== null) return partedAt(rows, frame)
  }
  return rows
}

function mayFrame({ cells }: SourceRow): boolean {
  return cells.length >= 3 && cells.some(({ text }) => text.length <= 12 && text.includes('名称'))
}

function partedAt(rows: readonly SourceRow[], frame: Frame): readonly SourceRow[] {
  const { groups, rest } = groupsOf(rows, frame)
  if (groups.length === 0) return rows
  const over = rows.slice(0, frame.first)
  const header = frame.header.map((row) => withoutProject(row, frame))
  let offices = new Map<SourceCell, SourceCell[]>()
  const made = gather(groups, (group, index) => {
    const isFirst = index === 0
    const again = (row: SourceRow): SourceRow => (isFirst ? row : { ...row, made: true })
    const head = headOf(group, offices, group.rows[0]!)
    offices = new Map([...offices, ...[...group.values].filter(([label]) => OVER_ALL.test(label.key))])
    return [...over.map(again), ...head, ...header.map(again), ...group.rows.map((row) => withoutProject(row, frame))]
  })
  return [...made, ...projectRows(rest)]
}
