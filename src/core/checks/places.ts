/** Paths of the form as places of the user's own file, and the order in which they are read. */

import { type Cell, cellAt, type Form, type FormPath, type Place, type SourceSpan } from '../model/index.ts'

const ROW = /^(?:indicators|tasks|goals)\[\d+\]/
const ROW_CELLS = ['name', 'target', 'actual', 'weight', 'score', 'stated', 'achieved', 'budgeted.total'] as const

/** Where the row of a path stands: an empty cell of it has no place of its own. */
function sourceOfRow(form: Form, path: FormPath): SourceSpan | undefined {
  const row = ROW.exec(path)?.[0]
  if (row === undefined) return undefined
  for (const cell of ROW_CELLS) {
    const origin = cellAt(form, `${row}.${cell}`)?.origin
    if (origin !== undefined) return origin
  }
  return undefined
}

function cellOf(form: Form, path: FormPath): Cell<unknown> | undefined {
  if (path === 'form') return form.title.raw === '' ? form.department : form.title
  return cellAt(form, path)
}

/** The place of a path: its own source and text where the cell is printed, the source of its row where it is empty. */
export function placeOf(form: Form, path: FormPath): Place {
  const cell = cellOf(form, path)
  const source = cell?.origin ?? sourceOfRow(form, path)
  const text = cell?.raw ?? ''
  return { path, ...(source === undefined ? {} : { source }), ...(text === '' ? {} : { text }) }
}

/** Order of a form's parts as a reader meets them; what is not named here stands in the head. */
const PARTS = ['form', 'head', 'executionPoints', 'tasks', 'goals', 'indicators', 'total', 'grade', 'facts']
const STEPS = /^(\w+)(?:\[(\d+)\])?/

/** A number that orders paths by part and row: rows of one part stay below 2^20. */
export function orderOf(path: FormPath): number {
  const match = STEPS.exec(path)
  const part = PARTS.indexOf(match?.[1] ?? '')
  return (part === -1 ? PARTS.indexOf('head') : part) * 2 ** 20 + Number(match?.[2] ?? -1) + 1
}
