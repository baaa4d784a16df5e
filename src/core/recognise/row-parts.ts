/** What a row of the table has that stands in another place: a sign beside its target, points behind its name, a reason it shares. */

import { gather } from '../model/gather.ts'
import type { Exact } from '../model/index.ts'
import { level1Of } from '../rulebook/index.ts'
import { readNumber } from '../values/index.ts'
import { partOf } from './facts.ts'
import { NOT_ADJUSTED } from './goals-under-headings.ts'
import type { Leaf } from './headers/headers.ts'
import { kindOf } from './kinds.ts'
import type { SourceCell } from './source.ts'
import type { TableRow } from './table.ts'
import { indicatorHeader } from './words.ts'

function withFields(row: TableRow, fields: readonly (readonly [string, SourceCell[]])[]): TableRow {
  return { ...row, fields: new Map([...row.fields, ...fields]) }
}

const SIGN = /^(?:定性|定量|[≥≤≧≦><=\uff1e\uff1c\uff1d]{1,2}|[-—/]|大于等于|小于等于|等于|大于|小于)$/

/** 年度指标值 over two columns, the sign in the first of them: ≥ | 186户, 定性 | 提升. */
export function withSign(row: TableRow): TableRow {
  const target = row.fields.get('target')
  const [sign, ...value] = target ?? []
  if (sign === undefined || value.length === 0 || row.fields.has('attribute') || !SIGN.test(sign.key)) return row
  return withFields(row, [
    ['attribute', [sign]],
    ['target', value],
  ])
}

const DIRECTION = /^(?:正向|反向|逆向|定量|定性)(?:指标)?$/

/** 指标性质 and 指标方向 side by side: 正向 | 大于等于. The sign is the attribute of the target; which way is better stands beside it. */
export function withSignOf(leaves: readonly Leaf[]): (row: TableRow) => TableRow {
  const other = leaves.find(
    ({ field, cells }) => field.startsWith('?') && indicatorHeader(cells.at(-1)!.key) === 'attribute',
  )?.field
  const own = leaves.find(({ field }) => field === 'attribute')
  if (other === undefined || own === undefined) return (row) => row
  const name = `?${own.cells.at(-1)!.text}`
  return (row) => {
    const [direction, sign] = [row.fields.get('attribute'), row.fields.get(other)]
    if (sign === undefined || !SIGN.test(sign[0]!.key) || (direction && !DIRECTION.test(direction[0]!.key))) return row
    const fields = new Map(row.fields)
    fields.delete(other)
    if (direction !== undefined) fields.set(name, direction)
    return { ...row, fields: fields.set('attribute', sign) }
  }
}

/** 产出指标 left of all columns, under a header that has lost 一级指标 or never had it. */
export function withLevel1(row: TableRow): TableRow {
  const block = row.fields.get('block')
  if (block?.length !== 1 || level1Of(block[0]!.key) === null) return row
  const fields = new Map(row.fields)
  fields.delete('block')
  return { ...row, fields: fields.set('level1', block) }
}

/**
 * 预算执行率 across the columns of the levels and the name is a block and its only row. In text that left out the blanks beside it, the last
 * row of that name is none of the block above it.
 */
export function withExecution(rows: readonly TableRow[]): readonly TableRow[] {
  return rows.map((row, index) => {
    const [label, name] = [row.fields.get('level1')?.[0], row.fields.get('name')?.[0]]
    const isScored = row.fields.has('score') || row.fields.has('weight')
    if (row.fields.has('level2') || !isScored) return row
    if (name === undefined && isExecution(label)) return withFields(row, [['name', [label!]]])
    const isLast = index === rows.length - 1 && index > 0 && name?.source?.kind === 'text'
    if (!isLast || label !== undefined || !isExecution(name)) return row
    const isReviewed = rows.some(({ fields }) => fields.has('reviewScore'))
    return withFields(isReviewed ? withResults(row) : row, [['level1', [name!]]])
  })
}

function isExecution(cell: SourceCell | undefined): boolean {
  return cell !== undefined && level1Of(cell.key)?.kind === 'execution'
}

/**
 * 98.6% 9.86, and the same again as a reviewer found them: such a row has no target and no points beside what was reached, which text without
 * blanks hides.
 */
function withResults(row: TableRow): TableRow {
  const [target, weight] = [row.fields.get('target'), row.fields.get('weight')]
  const [actual, score] = [row.fields.get('actual'), row.fields.get('score')]
  if (target === undefined || !weight?.[0]?.key.includes('.')) return row
  const fields = new Map(row.fields)
  fields.delete('target')
  fields.delete('weight')
  if (actual !== undefined) fields.set('reviewActual', actual)
  if (score !== undefined) fields.set('reviewScore', score)
  return { ...row, fields: fields.set('actual', target).set('score', weight) }
}

/** 送戏下乡场次(10分). */
const POINTS_BEHIND = /[(\uff08]\s*(\d{1,3}(?:\.\d+)?)\s*分\s*[)\uff09]\s*$/

/** The same below 三级指标(分值): 清淤管网(15). */
const BARE_POINTS_BEHIND = /[(\uff08]\s*(\d{1,3}(?:\.\d+)?)\s*分?\s*[)\uff09]\s*$/
const NAMES_WITH_POINTS = /[(](?:分值|权重|分|分数)[)]/

/** Forms without a column of points may print them behind every name: then they are those of the rows. */
export function withPointsOfNames(rows: readonly TableRow[], leaves: readonly Leaf[]): readonly TableRow[] {
  const has = (field: string): boolean => leaves.some((leaf) => leaf.field === field)
  if (has('weight') || !has('score')) return rows
  const names = leaves.find(({ field }) => field === 'name')?.cells.at(-1)?.key ?? ''
  const behind = NAMES_WITH_POINTS.test(names) ? BARE_POINTS_BEHIND : POINTS_BEHIND
  const found = rows.map((row) => {
    const cell = row.fields.get('name')?.at(-1)
    const match = cell === undefined ? null : behind.exec(cell.text)
    if (cell === undefined || match === null) return null
    const from = cell.text.indexOf(match[1]!, match.index)
    return partOf(cell, from, from + match[1]!.length)
  })
  if (found.length < 2 || found.includes(null)) return rows
  return rows.map((row, index) => withFields(row, [['weight', [found[index]!]]]))
}

function pointsIn(cells: readonly SourceCell[] | undefined): Exact | null {
  return cells === undefined ? null : readNumber(cells[0]!.text).value
}

function lostPoints({ fields }: TableRow): boolean {
  const [weight, score] = [pointsIn(fields.get('weight')), pointsIn(fields.get('score'))]
  return weight !== null && score?.lessThan(weight) === true
}

/** A reason merged over several rows is that of those among them that lost points. */
export function withSharedNotes(rows: readonly TableRow[]): readonly TableRow[] {
  const given = new Map<TableRow, SourceCell[] | null>()
  for (const row of rows) {
    const note = row.fields.get('note')
    const span = note?.[0]?.rowSpan ?? 1
    if (note === undefined || span < 2) continue
    const end = row.row.index + span
    const covered = rows.filter((other) => other.row.index >= row.row.index && other.row.index < end)
    const marked = covered.filter(lostPoints)
    if (marked.length === 0 || (marked.length === 1 && marked[0] === row)) continue
    given.set(row, null)
    for (const other of marked) given.set(other, note)
  }
  if (given.size === 0) return rows
  return rows.map((row) => {
    const note = given.get(row)
    if (note === undefined) return row
    const fields = new Map(row.fields)
    if (note === null) fields.delete('note')
    else fields.set('note', note)
    return { ...row, fields }
  })
}

/** What is wanted of a row: what it was adjusted to, or what was first set where nothing was (无, /). */
export function targetCells({ fields }: TableRow): SourceCell[] | undefined {
  const [first, adjusted] = [fields.get('initialTarget'), fields.get('adjustedTarget')]
  const isKept = first !== undefined && adjusted?.length === 1 && NOT_ADJUSTED.test(adjusted[0]!.key)
  return fields.get('target') ?? (isKept ? first : (adjusted ?? first))
}

/** No label of a sum is longer: 质量指标小计. */
const LONGEST_SUBTOTAL = 12
const levels = ['block', 'level1', 'level2'] as const

function isSubtotalLabel({ key }: SourceCell): boolean {
  return key.length <= LONGEST_SUBTOTAL && key.endsWith('小计')
}

/** 小计 | 50 | 49.83 below the rows of a block: their sum, and no row. */
export function isSubtotal({ row, fields }: TableRow): boolean {
  const label = row.cells.find(isSubtotalLabel)
  if (label === undefined) return false
  const labels = new Set(gather(levels, (field) => fields.get(field) ?? []))
  return row.cells.every(
    (cell) =>
      cell === label || labels.has(cell) || ['number', 'percent', 'mark'].includes(kindOf(cell.key.replace(/分$/, ''))),
  )
}

/** The sum of a block as printed, by its label and its figures. */
export interface Subtotal {
  readonly label: SourceCell
  readonly figures: readonly SourceCell[]
}

export function subtotalOf({ row }: TableRow): Subtotal {
  const label = row.cells.find(isSubtotalLabel)!
  return { label, figures: row.cells.filter(({ key }) => /\d/.test(key)) }
}
