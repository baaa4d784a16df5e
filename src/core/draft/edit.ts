/**
 * Changes of a draft. Each says what it found when it was made: where that is no longer so, it is a conflict and changes
 * nothing, so that nobody overwrites what another has typed. Changes of different cells may come in either order.
 */

import type { Bilingual } from '../model/index.ts'
import { isColumn } from './columns.ts'
import {
  type Block,
  type Column,
  type Draft,
  type DraftRow,
  findRow,
  headRow,
  type Mark,
  type RowId,
  textAt,
} from './draft.ts'
import { isSame } from './exact-json.ts'

export type Edit =
  /** `mark`: what the cell is to remember of its file; left out, its place alone (a person typed). */
  | {
      readonly kind: 'cell'
      readonly row: RowId
      readonly column: Column
      readonly from: string
      readonly to: string
      readonly mark?: Mark | null
    }
  /** `after`: the row above it; null: the first of its block. */
  | { readonly kind: 'insert'; readonly block: Block; readonly after: RowId | null; readonly row: DraftRow }
  /** `row`: as it was seen. */
  | { readonly kind: 'delete'; readonly block: Block; readonly after: RowId | null; readonly row: DraftRow }
  | {
      readonly kind: 'move'
      readonly block: Block
      readonly row: RowId
      readonly from: RowId | null
      readonly to: RowId | null
    }
  /** null: the texts of the row tell. */
  | { readonly kind: 'role'; readonly row: RowId; readonly from: string | null; readonly to: string | null }
  | { readonly kind: 'lock'; readonly row: RowId; readonly from: readonly Column[]; readonly to: readonly Column[] }

export type ConflictCode =
  | 'changed'
  | 'no-row'
  | 'no-column'
  | 'no-place'
  | 'id-taken'
  | 'locked'
  | 'too-long'
  | 'too-many-rows'

export interface Applied {
  readonly ok: true
  readonly draft: Draft
  /** Applied with `applyAll`, it gives back the draft as it was. */
  readonly inverse: readonly Edit[]
}

export interface Conflict {
  readonly ok: false
  /** Which edit of the batch. */
  readonly index: number
  readonly code: ConflictCode
  readonly edit: Edit
  /** What the edit found when it was made, and what is there now, as texts. */
  readonly expected: string
  readonly found: string
  readonly text: Bilingual
}

/** A cell holds a page of text at most. */
export const longestCell = 5000
/** The largest forms known have some hundred rows. */
export const mostRows = 5000

const texts: Readonly<Record<ConflictCode, Bilingual>> = {
  changed: {
    zh: '此处已被他人改动，与您看到的不同；请查看现在的内容后再改',
    en: 'somebody changed this since you saw it; look at what stands there now, then change it',
  },
  'no-row': { zh: '这一行已被删除', en: 'this row has been deleted' },
  'no-column': { zh: '这一行没有此栏', en: 'this row has no such column' },
  'no-place': { zh: '要插入的位置已不存在或已变动', en: 'the place for this row is gone or has moved' },
  'id-taken': { zh: '同一行已经存在', en: 'a row of this id is there already' },
  locked: {
    zh: '此格由财政部门统一填列，不能修改',
    en: 'this cell is filled in by the finance bureau and cannot be changed',
  },
  'too-long': { zh: '一格最多5000字', en: 'a cell holds 5000 characters at most' },
  'too-many-rows': { zh: '一张表最多5000行', en: 'a form holds 5000 rows at most' },
}

function conflict(edit: Edit, code: ConflictCode, expected = '', found = ''): Conflict {
  return { ok: false, index: 0, code, edit, expected, found, text: texts[code] }
}

function withRow(draft: Draft, block: Block | null, index: number, row: DraftRow): Draft {
  if (block === null) return { ...draft, head: row }
  return { ...draft, [block]: draft[block].with(index, row) }
}

function without<T>(members: Readonly<Record<string, T>>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = members
  return rest
}

function withText(row: DraftRow, column: Column, text: string): DraftRow {
  return { ...row, cells: text === '' ? without(row.cells, column) : { ...row.cells, [column]: text } }
}

function withMark(row: DraftRow, column: Column, mark: Mark | null): DraftRow {
  const { marks = {}, ...rest } = row
  const changed = mark === null ? without(marks, column) : { ...marks, [column]: mark }
  return Object.keys(changed).length === 0 ? rest : { ...rest, marks: changed }
}

function setCell(draft: Draft, edit: Extract<Edit, { kind: 'cell' }>): Applied | Conflict {
  const { column, from, to } = edit
  const found = findRow(draft, edit.row)
  if (found === undefined) return conflict(edit, 'no-row', from)
  const { block, index, row } = found
  if (!isColumn(block, column)) return conflict(edit, 'no-column', from)
  const present = textAt(row, column)
  if (present !== from) return conflict(edit, 'changed', from, present)
  if (row.locked?.includes(column) === true) return conflict(edit, 'locked', from, present)
  if (to.length > longestCell) return conflict(edit, 'too-long', from, present)
  const before = row.marks?.[column] ?? null
  const typed = before?.origin === undefined ? null : { origin: before.origin }
  const after = edit.mark === undefined ? typed : edit.mark
  const changed = withMark(withText(row, column, to), column, after)
  return {
    ok: true,
    draft: withRow(draft, block, index, changed),
    inverse: [{ kind: 'cell', row: edit.row, column, from: to, to: from, mark: before }],
  }
}

/** Where a row goes that is to stand after another; -1 where that one is not there. */
function placeAfter(rows: readonly DraftRow[], after: RowId | null): number {
  return after === null ? 0 : rows.findIndex(({ id }) => id === after) + 1 || -1
}

/** What stands above a row: null where it is the first. */
function above(rows: readonly DraftRow[], index: number): RowId | null {
  return rows[index - 1]?.id ?? null
}

function insert(draft: Draft, edit: Extract<Edit, { kind: 'insert' }>): Applied | Conflict {
  const { block, after, row } = edit
  if (row.id === headRow || findRow(draft, row.id) !== undefined) return conflict(edit, 'id-taken', '', row.id)
  const wrong = Object.keys(row.cells).find((column) => !isColumn(block, column))
  if (wrong !== undefined) return conflict(edit, 'no-column', '', wrong)
  if (Object.values(row.cells).some((text) => text.length > longestCell)) return conflict(edit, 'too-long')
  const rows = draft[block]
  if (rows.length >= mostRows) return conflict(edit, 'too-many-rows')
  const at = placeAfter(rows, after)
  if (at < 0) return conflict(edit, 'no-place', after ?? '')
  return {
    ok: true,
    draft: { ...draft, [block]: rows.toSpliced(at, 0, row) },
    inverse: [{ kind: 'delete', block, after, row }],
  }
}

function remove(draft: Draft, edit: Extract<Edit, { kind: 'delete' }>): Applied | Conflict {
  const { block, after, row } = edit
  const rows = draft[block]
  const index = rows.findIndex(({ id }) => id === row.id)
  if (index < 0) return conflict(edit, 'no-row', row.id)
  const present = rows[index]!
  const changed = Object.keys({ ...row.cells, ...present.cells }).find(
    (column) => textAt(row, column) !== textAt(present, column),
  )
  if (changed !== undefined) return conflict(edit, 'changed', textAt(row, changed), textAt(present, changed))
  if ((present.locked ?? []).length > 0) return conflict(edit, 'locked')
  if (above(rows, index) !== after) return conflict(edit, 'no-place', after ?? '', above(rows, index) ?? '')
  return {
    ok: true,
    draft: { ...draft, [block]: rows.toSpliced(index, 1) },
    inverse: [{ kind: 'insert', block, after, row: present }],
  }
}

function move(draft: Draft, edit: Extract<Edit, { kind: 'move' }>): Applied | Conflict {
  const { block, from, to } = edit
  const rows = draft[block]
  const index = rows.findIndex(({ id }) => id === edit.row)
  if (index < 0) return conflict(edit, 'no-row', edit.row)
  const stands = above(rows, index)
  if (stands !== from) return conflict(edit, 'no-place', from ?? '', stands ?? '')
  const rest = rows.toSpliced(index, 1)
  const at = placeAfter(rest, to)
  if (at < 0) return conflict(edit, 'no-place', to ?? '')
  return {
    ok: true,
    draft: { ...draft, [block]: rest.toSpliced(at, 0, rows[index]!) },
    inverse: [{ kind: 'move', block, row: edit.row, from: to, to: from }],
  }
}

/** A member of the row itself that is absent where it says nothing. */
function setMember(draft: Draft, edit: Extract<Edit, { kind: 'role' | 'lock' }>): Applied | Conflict {
  const found = findRow(draft, edit.row)
  if (found === undefined || found.block === null) return conflict(edit, 'no-row', edit.row)
  const { block, index, row } = found
  const key = edit.kind === 'role' ? 'role' : 'locked'
  const present = row[key] ?? (edit.kind === 'role' ? null : [])
  if (!isSame(present, edit.from)) return conflict(edit, 'changed', String(edit.from ?? ''), String(present ?? ''))
  if (edit.kind === 'lock') {
    const wrong = edit.to.find((column) => !isColumn(block, column))
    if (wrong !== undefined) return conflict(edit, 'no-column', '', wrong)
  }
  const { [key]: _gone, ...rest } = row
  const isEmpty = edit.to === null || edit.to.length === 0
  const changed: DraftRow = isEmpty ? rest : { ...rest, [key]: edit.to }
  return {
    ok: true,
    draft: withRow(draft, block, index, changed),
    inverse: [{ ...edit, from: edit.to, to: edit.from } as Edit],
  }
}

/** One change. Never throws, never changes its input. */
export function apply(draft: Draft, edit: Edit): Applied | Conflict {
  switch (edit.kind) {
    case 'cell':
      return setCell(draft, edit)
    case 'insert':
      return insert(draft, edit)
    case 'delete':
      return remove(draft, edit)
    case 'move':
      return move(draft, edit)
    default:
      return setMember(draft, edit)
  }
}

/** A batch of changes, one after another: applied whole or, at the first conflict, not at all. */
export function applyAll(draft: Draft, edits: readonly Edit[]): Applied | Conflict {
  let present = draft
  const inverse: (readonly Edit[])[] = []
  for (const [index, edit] of edits.entries()) {
    const step = apply(present, edit)
    if (!step.ok) return { ...step, index }
    present = step.draft
    inverse.unshift(step.inverse)
  }
  return { ok: true, draft: present, inverse: inverse.flat() }
}
