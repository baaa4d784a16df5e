/** What a person does in the sheet as edits of the draft: a text in cells, a block pasted, rows added, moved, deleted. */

import {
  type CellAddress,
  cellAtPath,
  type Draft,
  type DraftRow,
  type Edit,
  fillDown,
  findRow,
  formOf,
  pasteBlock,
  textAt,
} from '../../../src/core/draft/index.ts'
import { layoutOf } from '../../../src/core/layout/index.ts'
import { newId } from '../desk/ids.ts'
import type { Block } from '../grid/clipboard.ts'
import type { RowAct } from '../grid/commands.ts'
import { type Area, cellsIn } from '../grid/selection.ts'
import type { CellView, Entity, SheetView } from '../grid/sheet-view.ts'

const LABEL = /^indicators\[\d+\]\.(level[12])$/
const POINTS = /^(.*?)\s*[(\uff08]\s*(\d+(?:\.\d+)?)\s*分?\s*[)\uff09]$/s

function setText(row: DraftRow, column: string, to: string): Edit[] {
  const from = textAt(row, column)
  return from === to ? [] : [{ kind: 'cell', row: row.id, column, from, to }]
}

/** A label stands over all its rows, and may carry its points: 产出指标(50分). */
function labelEdits(draft: Draft, cell: CellView, first: number, level: string, text: string): Edit[] {
  const [, name = text, points] = POINTS.exec(text) ?? []
  return draft.indicators.slice(first, first + cell.rowSpan).flatMap((row) => [
    ...setText(row, level, name),
    // Points that the label shows go with its text; where it shows none they stay.
    ...(points !== undefined || POINTS.test(cell.text) ? setText(row, `${level}Points`, points ?? '') : []),
  ])
}

/** One text into each of the cells. */
export function textEdits(draft: Draft, cells: readonly CellView[], text: string): Edit[] {
  return cells.flatMap((cell) => {
    const address = cell.path === null ? null : cellAtPath(draft, cell.path)
    if (address === null) return []
    const level = LABEL.exec(cell.path!)?.[1]
    const found = findRow(draft, address.row)
    if (found === undefined) return []
    if (level !== undefined) return labelEdits(draft, cell, found.index, level, text)
    return setText(found.row, address.column, text)
  })
}

/** The draft's columns that a row of the sheet shows, left to right. */
function columnsShown(draft: Draft, sheet: SheetView, row: number): string[] {
  const columns: string[] = []
  let last: CellView | null = null
  for (let column = 0; column < sheet.columnCount; column++) {
    const cell = sheet.at(row, column)
    if (cell === null || cell === last) continue
    last = cell
    const address = cell.path === null ? null : cellAtPath(draft, cell.path)
    if (address !== null) columns.push(address.column)
  }
  return columns
}

/** The row and column of the draft at a spot of the sheet, where a label merged from above counts for its row. */
function cornerAt(draft: Draft, sheet: SheetView, area: Area, cell: CellView): CellAddress | null {
  const address = cell.path === null ? null : cellAtPath(draft, cell.path)
  const { entity } = sheet.rows[area.top] ?? { entity: null }
  if (address === null || entity === null) return address
  const row = draft[entity.block][entity.index]
  return row === undefined ? address : { row: row.id, column: address.column }
}

export interface Pasted {
  readonly edits: readonly Edit[]
  /** Columns that found no place. */
  readonly cut: number
}

/** A block with its corner at a cell. One text goes into every selected cell; rows that are missing are added. */
export function pasteEdits(
  draft: Draft,
  sheet: SheetView,
  cell: CellView,
  block: Block,
  area: Area,
  isEditable: (cell: CellView) => boolean,
): Pasted {
  const only = block.length === 1 && block[0]!.length === 1 ? block[0]![0]! : null
  if (only !== null) {
    const cells = cellsIn(sheet, area).flat().filter(isEditable)
    return { edits: textEdits(draft, cells.length > 0 ? cells : [cell], only.trim()), cut: 0 }
  }
  const corner = cornerAt(draft, sheet, area, cell)
  if (corner === null) return { edits: [], cut: block[0]?.length ?? 0 }
  const pasted = pasteBlock(draft, corner, block, columnsShown(draft, sheet, area.top), newId)
  if (pasted !== null) return pasted
  return { edits: textEdits(draft, [cell], (block[0]?.[0] ?? '').trim()), cut: (block[0]?.length ?? 1) - 1 }
}

/** The uppermost text of each selected column into the cells below it. */
export function fillEdits(draft: Draft, sheet: SheetView, area: Area): Edit[] {
  const rows = entitiesIn(sheet, area).map(({ block, index }) => draft[block][index]!.id)
  const top = cellsIn(sheet, { ...area, bottom: area.top }).flat()
  return top.flatMap((cell) => {
    const address = cell.path === null ? null : cellAtPath(draft, cell.path)
    return address === null ? [] : [...fillDown(draft, rows, address.column)]
  })
}

/** The rows of the form that an area of the sheet touches; those of its first block alone. */
export function entitiesIn(sheet: SheetView, area: Area): readonly Entity[] {
  const entities = sheet.rows.slice(area.top, area.bottom + 1).flatMap(({ entity }) => entity ?? [])
  return entities.filter(({ block }) => block === entities[0]!.block)
}

const carried = ['level1', 'level1Points', 'level2', 'level2Points']

/** A new row under the labels of the one beside it. */
function rowLike(row: DraftRow | undefined): DraftRow {
  const cells = carried.flatMap((column) => {
    const text = row === undefined ? '' : textAt(row, column)
    return text === '' ? [] : [[column, text] as const]
  })
  return { id: newId(), cells: Object.fromEntries(cells) }
}

const listed = ['tasks', 'goals', 'indicators'] as const
type Listed = (typeof listed)[number]

/** The block under a row of column heads: heads stand in the order of the layout, one row of them or two. Null elsewhere. */
function blockOfHeads(draft: Draft, sheet: SheetView, row: number): Listed | null {
  const heads = sheet.rows.filter((each) => each.heads !== null).map(({ index }) => index)
  const owners = layoutOf(formOf(draft)).blocks.flatMap((each): Listed[] => {
    if (each.block === 'goals') return ['goals']
    if (each.block !== 'tasks' && each.block !== 'indicators') return []
    return each.columns.some(({ group }) => group !== undefined) ? [each.block, each.block] : [each.block]
  })
  return owners.length === heads.length ? (owners[heads.indexOf(row)] ?? null) : null
}

/** Which rows of the block one goes on with after such an act, by their place in it; null where one stays. */
export function rowsAfter(
  draft: Draft,
  sheet: SheetView,
  area: Area,
  act: RowAct,
): { readonly from: Entity; readonly to: Entity } | null {
  const entities = entitiesIn(sheet, area)
  const [from, to] = [entities[0], entities.at(-1)]
  if (act === 'delete') return null
  if (from === undefined || to === undefined) {
    const block = blockOfHeads(draft, sheet, area.top)
    const first = block === null ? null : { block, index: 0 }
    return first === null ? null : { from: first, to: first }
  }
  const at = (index: number): Entity => ({ block: from.block, index })
  if (act === 'insertAbove') return { from, to: from }
  if (act === 'insertBelow') return { from: at(to.index + 1), to: at(to.index + 1) }
  const by = act === 'moveUp' ? -1 : 1
  return { from: at(from.index + by), to: at(to.index + by) }
}

/** Rows of the selected block added, moved by one, deleted. Empty where there is no such row. */
export function rowEdits(draft: Draft, sheet: SheetView, area: Area, act: RowAct): Edit[] {
  const entities = entitiesIn(sheet, area)
  const first = entities[0]
  if (first === undefined) {
    // At the heads a block gets its first row: there is no other place to add one where it has none.
    const headed = act === 'insertAbove' || act === 'insertBelow' ? blockOfHeads(draft, sheet, area.top) : null
    return headed === null ? [] : [{ kind: 'insert', block: headed, after: null, row: rowLike(draft[headed][0]) }]
  }
  if (first.block === 'facts') return []
  const { block } = first
  const rows = draft[block]
  const from = first.index
  const to = entities.at(-1)!.index
  const idAt = (index: number) => rows[index]?.id ?? null
  switch (act) {
    case 'insertAbove':
      return [{ kind: 'insert', block, after: idAt(from - 1), row: rowLike(rows[from]) }]
    case 'insertBelow':
      return [{ kind: 'insert', block, after: idAt(to), row: rowLike(rows[to]) }]
    case 'delete':
      return rows.slice(from, to + 1).map((row) => ({ kind: 'delete', block, after: idAt(from - 1), row }))
    case 'moveUp':
      if (from === 0) return []
      return [{ kind: 'move', block, row: idAt(from - 1)!, from: idAt(from - 2), to: idAt(to) }]
    case 'moveDown':
      if (to + 1 >= rows.length) return []
      return [{ kind: 'move', block, row: idAt(to + 1)!, from: idAt(to), to: idAt(from - 1) }]
  }
}
