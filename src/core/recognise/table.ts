/** Rows of a table to fields, by the columns its header names. */

import { alignCells, costOfAbsent } from './align.ts'
import { type ColumnMap, columnsByContent, columnsByHeader } from './columns.ts'
import type { Header } from './headers/headers.ts'
import { isNumeric, kindOf } from './kinds.ts'
import { blockMisfit, cellMisfit } from './misfit.ts'
import type { SourceCell, SourceRow } from './source.ts'

export interface TableRow {
  readonly row: SourceRow
  /** Cells by field id. 'block': what stands in no named column at the left. */
  readonly fields: Map<string, SourceCell[]>
  /** Cells that no column took. */
  readonly leftOver: SourceCell[]
  /** Columns at the left that the row lacks: what is merged downwards is not repeated. */
  readonly offset: number
  /** Cells that stand in another column than the field they were taken for. */
  readonly shifted: SourceCell[]
}

/** Positions of cells say their column whatever is left out: sheets, documents, pages, and cells without a source. */
function isAbsolute(row: SourceRow): boolean {
  return row.cells.some((cell) => cell.source !== undefined && cell.source.kind !== 'text')
}

function commonWidth(rows: readonly SourceRow[]): number {
  const counts = new Map<number, number>()
  for (const row of rows) if (row.cells.length > 1) counts.set(row.width, (counts.get(row.width) ?? 0) + 1)
  let [width, most] = [0, 0]
  for (const [candidate, count] of counts) {
    if (count > most || (count === most && candidate > width)) [width, most] = [candidate, count]
  }
  return width
}

function byPosition(row: SourceRow, map: ColumnMap, offset: number): TableRow {
  const fields = new Map<string, SourceCell[]>()
  const leftOver: SourceCell[] = []
  const first = map.findIndex((field) => field !== '')
  for (const cell of row.cells) {
    const column = cell.column + offset
    let field = map[column] ?? ''
    // A cell merged over several columns stands in the first of them that has a name.
    for (let next = column; field === '' && next < column + cell.columnSpan; next++) field = map[next] ?? ''
    if (field === '' && column < first) field = 'block'
    if (field === '') {
      leftOver.push(cell)
      continue
    }
    const taken = fields.get(field)
    if (taken === undefined) fields.set(field, [cell])
    else taken.push(cell)
  }
  for (const cell of row.lost ?? []) {
    const field = map[cell.column + offset] ?? ''
    // What could not be read stands in its column all the same: the row is not broken there.
    if (field !== '' && !fields.has(field)) fields.set(field, [cell])
  }
  return { row, fields, leftOver, offset, shifted: [] }
}

/** How badly the cells of a row fit where they stand. */
function costOf({ row, fields, leftOver }: TableRow): number {
  let cost = 400 * leftOver.length
  for (const [field, cells] of fields) {
    for (const cell of cells) {
      if (row.lost?.includes(cell) === true) continue
      cost += field === 'block' ? blockMisfit(cell.key) : cellMisfit(cell.key, field)
    }
  }
  return cost
}

/** Cells to the left are lost where a merged cell is not repeated; cells to the right where blank ends are dropped. */
function bestOffset(row: SourceRow, map: ColumnMap, missing: number): TableRow {
  let best = byPosition(row, map, 0)
  let least = costOf(best)
  for (let offset = 1; offset <= missing; offset++) {
    const candidate = byPosition(row, map, offset)
    const cost = costOf(candidate)
    if (cost < least) [best, least] = [candidate, cost]
  }
  return best
}

const numberFields = new Set(['weight', 'score'])

/**
 * A text in the score column whose own column is empty belongs to the remark: rows that lost a column show their reason
 * where the score should stand. The score stays empty.
 */
function moveTexts(made: TableRow): void {
  for (const field of numberFields) {
    const cells = made.fields.get(field)
    if (cells === undefined || made.fields.has('note')) continue
    const kind = kindOf(cells[0]!.key)
    if ((kind === 'text' || kind === 'prose') && cells[0]!.key.length > 4) {
      made.fields.delete(field)
      made.fields.set('note', cells)
      made.shifted.push(...cells)
    }
  }
}

/** 三级指标 over two columns, the second of them kept as a blank: rows keep it too. */
function hasGaps({ rows, positioned }: Header): boolean {
  const [row, ...more] = rows
  const last = row?.cells.at(-1)?.column ?? 0
  const first = row?.cells[0]?.column ?? 0
  return more.length === 0 && positioned && row!.blanks.some((column) => column > first && column < last)
}

const BETTER_BY = 50

/** A figure among the names: the row is as wide as the table for another reason. */
function isNamedByFigure({ fields }: TableRow): boolean {
  const name = fields.get('name')
  return name !== undefined && isNumeric(kindOf(name[0]!.key))
}

export function readTable(header: Header, rows: readonly SourceRow[]): TableRow[] {
  const all = [...header.rows, ...rows]
  const absolute = all.some(isAbsolute)
  const order = header.leaves.map((leaf) => leaf.field)
  const widest = rows.reduce((most, row) => Math.max(most, row.width), 0)
  // No row has more cells than the header names: cells are columns, less those that a merge has swallowed.
  const gaps = !absolute && hasGaps(header) && widest <= header.rows[0]!.width
  const narrow = !absolute && !gaps && widest <= order.length
  const isPlaced = rows.length > 0 && header.positioned && rows.every((row) => row.placed === true)
  const byHeader = gaps || isPlaced || (absolute && header.positioned)
  const map = narrow ? order : byHeader ? columnsByHeader(header.leaves) : columnsByContent(header.leaves, rows)
  const width = narrow ? order.length : Math.max(commonWidth(rows), header.positioned ? header.rows[0]!.width : 0)
  const hasNote = order.includes('note')
  return rows.map((row) => {
    if (absolute) return byPosition(row, map, 0)
    const placed = row.width < width ? bestOffset(row, map, width - row.width) : byPosition(row, map, 0)
    if (hasNote) moveTexts(placed)
    if (placed.shifted.length > 0 || row.cells.length < 2) return placed
    // Another alignment must be clearly better than the cells' own places.
    const fit = costOf(placed)
    if (row.width === width && !isNamedByFigure(placed)) return placed
    // Where no blank cell is kept, a column without a cell is one that the row lacks.
    const cost = row.blanks.length > 0 ? fit : fit + costOfAbsent(order, (field) => placed.fields.has(field))
    const hasResult = placed.fields.has('score') || !order.includes('score')
    if ((fit === 0 && hasResult) || cost <= BETTER_BY) return placed
    const aligned = alignCells(row.cells, order)
    if (aligned.cost + BETTER_BY >= cost) return placed
    return { row, fields: new Map(aligned.fields), leftOver: [...aligned.leftOver], offset: 0, shifted: [] }
  })
}
