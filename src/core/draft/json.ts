/** A draft as stored text and back. Stored drafts carry the number of their schema and are brought up step by step. */

import { gather } from '../model/gather.ts'
import { canonicalJson, type Json, type Misfit, surveyFields, upgraded } from '../model/index.ts'
import { columnsOf, EXTRA, isColumn } from './columns.ts'
import { type Block, blocks, type Draft, type DraftRow, draftSchema, headRow } from './draft.ts'
import { type Edit, longestCell, mostRows } from './edit.ts'

/** Canonical: the same draft has the same text. */
export function writeDraft(draft: Draft): string {
  return canonicalJson(draft as unknown as Json)
}

/** What makes schema n + 1 of schema n. The first schema has none before it. */
const steps: Readonly<Record<number, (older: never) => { readonly schema: number }>> = {}

type Data = Readonly<Record<string, unknown>>

function isData(value: unknown): value is Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isTextOrNull(value: unknown): boolean {
  return value === null || typeof value === 'string'
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}

function isMark(value: unknown): boolean {
  if (!isData(value)) return false
  const { origin, confidence, alternatives, read, level1 } = value
  return (
    (origin === undefined || isData(origin)) &&
    (confidence === undefined || typeof confidence === 'number') &&
    (alternatives === undefined || isTexts(alternatives)) &&
    (level1 === undefined || typeof level1 === 'string') &&
    (read === undefined || (isData(read) && typeof read.beside === 'string' && isData(read.cell)))
  )
}

/** Whether this is a row of the block (null: the head). */
export function isRow(block: Block | null, value: unknown): value is DraftRow {
  if (!isData(value)) return false
  const { id, role, cells, marks, locked } = value
  if (typeof id !== 'string' || id === '' || (id === headRow) !== (block === null)) return false
  const isCell = ([column, text]: [string, unknown]): boolean =>
    isColumn(block, column) && typeof text === 'string' && text.length <= longestCell
  return (
    (role === undefined || typeof role === 'string') &&
    isData(cells) &&
    Object.entries(cells).every(isCell) &&
    (marks === undefined ||
      (isData(marks) && Object.entries(marks).every(([column, mark]) => isColumn(block, column) && isMark(mark)))) &&
    (locked === undefined || (isTexts(locked) && locked.every((column) => isColumn(block, column))))
  )
}

function misfit(at: string): Misfit {
  return { problem: 'wrong-shape', at }
}

function misfitOf(data: Data): Misfit | null {
  if (data.kind !== 'department' && data.kind !== 'project') return misfit('kind')
  if (data.stage !== undefined && data.stage !== 'targets' && data.stage !== 'monitoring') return misfit('stage')
  for (const member of ['layout', 'edition']) if (!isTextOrNull(data[member])) return misfit(member)
  if (!isRow(null, data.head)) return misfit('head')
  const ids = new Set<string>()
  for (const block of blocks) {
    const rows = data[block]
    if (!Array.isArray(rows) || rows.length > mostRows) return misfit(block)
    for (const [index, row] of rows.entries()) {
      if (!isRow(block, row) || ids.has(row.id)) return misfit(`${block}[${index}]`)
      ids.add(row.id)
    }
  }
  const { columns } = data
  return isData(columns) && isTexts(columns.indicators) && isTexts(columns.tasks) ? null : misfit('columns')
}

/** A stored draft of any schema, from its text or as parsed; what is wrong with it where it is none. Never throws. */
export function readDraft(stored: unknown): { readonly draft: Draft } | Misfit {
  let data: unknown = stored
  if (typeof stored === 'string') {
    try {
      data = JSON.parse(stored)
    } catch {
      return { problem: 'not-json', at: '' }
    }
  }
  if (!isData(data)) return misfit('')
  const present = upgraded(data, draftSchema, steps)
  if ('problem' in present && !('kind' in present)) return present as Misfit
  return misfitOf(present as Data) ?? { draft: present as unknown as Draft }
}

/** Whether this is an edit at all: what comes from outside is looked at before it is applied. */
export function isEdit(value: unknown): value is Edit {
  if (!isData(value)) return false
  const { kind, block, row, column, from, to, after, mark } = value
  const isBlock = blocks.includes(block as Block)
  switch (kind) {
    case 'cell':
      return (
        [row, column, from, to].every((text) => typeof text === 'string') &&
        (mark === undefined || mark === null || isMark(mark))
      )
    case 'insert':
    case 'delete':
      return isBlock && isTextOrNull(after) && isRow(block as Block, row)
    case 'move':
      return isBlock && typeof row === 'string' && isTextOrNull(from) && isTextOrNull(to)
    case 'role':
      return typeof row === 'string' && isTextOrNull(from) && isTextOrNull(to)
    case 'lock':
      return typeof row === 'string' && isTexts(from) && isTexts(to)
    default:
      return false
  }
}

/**
 * An edit as a person may send it: without marks. What the recogniser made of a cell comes from the recogniser alone; an
 * undo that brings marks back is applied from the record, not from what is sent.
 */
export function withoutMarks(edit: Edit): Edit {
  if (edit.kind === 'cell') {
    const { mark: _mark, ...typed } = edit
    return typed
  }
  if (edit.kind !== 'insert') return edit
  const { marks: _marks, locked: _locked, ...row } = edit.row
  return { ...edit, row }
}

/** Columns of the tables in their order, those of surveys and further ones where some row has them. */
export function shownColumns(draft: Draft, block: Block): readonly string[] {
  const used = new Set(gather(draft[block], ({ cells }) => Object.keys(cells)))
  // The goal of the longer term is printed by forms that set targets alone.
  if (block === 'goals') return columnsOf(block).filter((column) => column !== 'midTerm' || used.has(column))
  if (block === 'facts') return columnsOf(block)
  const printed = new Set<string>(
    draft.columns[block].map((column) =>
      (surveyFields as readonly string[]).includes(column) ? `survey.${column}` : column,
    ),
  )
  const own = columnsOf(block).filter(
    (column) => printed.has(column) || printed.has(column.split('.')[0]!) || used.has(column),
  )
  return [...own, ...[...used].filter((column) => column.startsWith(EXTRA)).sort()]
}
