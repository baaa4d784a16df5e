/** Cells of a draft and places in its form: findings speak of places, edits of cells. */

import { gather } from '../model/gather.ts'
import { cellAt, type Finding, type FormPath } from '../model/index.ts'
import { headColumns, isColumn } from './columns.ts'
import { type Block, type Column, type Draft, findRow, headRow, type RowId, textAt } from './draft.ts'
import type { Edit } from './edit.ts'
import { formOf } from './form-of.ts'

export interface CellAddress {
  readonly row: RowId
  readonly column: Column
}

const LABEL_POINTS = /^(level[12])Points$/
const ROW = /^(indicators|tasks|goals|facts)\[(\d+)\](?:\.(.+))?$/

/** The place in the form that a cell ends in; null where the row or the column is not there. */
export function pathOf(draft: Draft, { row, column }: CellAddress): FormPath | null {
  const found = findRow(draft, row)
  if (found === undefined || !isColumn(found.block, column)) return null
  if (found.block === null) return column
  const label = LABEL_POINTS.exec(column)?.[1]
  return `${found.block}[${found.index}].${label === undefined ? column : `${label}.points`}`
}

/** The cell that a place in the form is made of; null where no single cell is (the whole form). A row answers with its name. */
export function cellAtPath(draft: Draft, path: FormPath): CellAddress | null {
  if ((headColumns as readonly string[]).includes(path)) return { row: headRow, column: path }
  const [, block, at, rest] = ROW.exec(path) ?? []
  if (block === undefined) return null
  const row = draft[block as Block][Number(at)]
  if (row === undefined) return null
  const column = columnOf(block as Block, rest)
  return isColumn(block as Block, column) ? { row: row.id, column } : null
}

const nameColumn: Readonly<Record<Block, Column>> = {
  indicators: 'name',
  tasks: 'name',
  goals: 'stated',
  facts: 'text',
}

function columnOf(block: Block, rest: string | undefined): Column {
  if (rest === undefined) return nameColumn[block]
  if (rest === 'budgeted' || rest === 'executed') return `${rest}.total`
  const [, level, part] = /^(level[12])\.(cell|points)$/.exec(rest) ?? []
  if (level !== undefined) return part === 'points' ? `${level}Points` : level
  return rest
}

/** The text of a split target's own cell, where the repaired whole has its operator and unit about it. */
function ownPart(whole: string, attribute: string, unit: string): string {
  const head = attribute !== '' && whole.startsWith(attribute) ? whole.slice(attribute.length) : whole
  const own = unit !== '' && head.endsWith(unit) ? head.slice(0, head.length - unit.length) : head
  return own.trim()
}

/** What a finding's own remedy changes, as an edit of the present draft; null where a person must decide. */
export function editOfFix(draft: Draft, finding: Finding): Edit | null {
  const remedy = finding.fix?.edit
  const cell = remedy === undefined ? null : cellAtPath(draft, remedy.path)
  if (remedy === undefined || cell === null) return null
  const { row } = findRow(draft, cell.row)!
  const { indicators } = draft.columns
  const isSplit = cell.column === 'target' && (indicators.includes('attribute') || indicators.includes('unit'))
  const to = isSplit ? ownPart(remedy.raw, textAt(row, 'attribute'), textAt(row, 'unit')) : remedy.raw
  const from = textAt(row, cell.column)
  return from === to ? null : { kind: 'cell', ...cell, from, to }
}

/** Cells that a machine read from a picture and is not sure of: to be confirmed, the least sure first. */
export function doubtfulCells(draft: Draft, below = 100): readonly (CellAddress & { readonly percent: number })[] {
  return gather(
    [draft.head, ...draft.tasks, ...draft.goals, ...draft.indicators, ...draft.facts],
    ({ id, marks = {} }) =>
      gather(Object.entries(marks), ([column, { confidence }]) =>
        confidence === undefined ? [] : [{ row: id, column, percent: Math.round(confidence * 100) }],
      ),
  )
    .filter(({ percent }) => percent < below)
    .sort((one, other) => one.percent - other.percent)
}

/** A person looked at a doubtful cell and found it right: its text stays, its doubt goes. */
export function confirmCell(draft: Draft, cell: CellAddress): Edit | null {
  const found = findRow(draft, cell.row)
  if (found === undefined) return null
  const text = textAt(found.row, cell.column)
  return { kind: 'cell', row: cell.row, column: cell.column, from: text, to: text }
}

/** What is understood by a cell: the data of the form behind its text; undefined where there is none. */
export function meaningOf(draft: Draft, cell: CellAddress): ReturnType<typeof cellAt> {
  const path = pathOf(draft, cell)
  return path === null ? undefined : cellAt(formOf(draft), path)
}
