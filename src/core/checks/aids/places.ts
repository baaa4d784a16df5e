/** Paths of the form as places of the user's own file, and the order in which they are read. */

import {
  type Cell,
  cellAt,
  emptyCell,
  type Form,
  type FormPath,
  type Place,
  type SourceSpan,
} from '../../model/index.ts'

const ROW = /^(indicators|tasks|goals)\[(\d+)\]/

/** The cells of the row of a path that may tell where it stands, in the order in which they are asked. */
function cellsOfRow(form: Form, path: FormPath): readonly Cell<unknown>[] {
  const [, part, number] = ROW.exec(path) ?? []
  if (part === 'indicators') {
    const row = form.indicators[Number(number)]
    return row === undefined ? [] : [row.name, row.target, row.actual, row.weight, row.score]
  }
  if (part === 'tasks') {
    const row = form.tasks[Number(number)]
    return row === undefined ? [] : [row.name, row.weight, row.score, row.budgeted.total]
  }
  const goal = part === 'goals' ? form.goals[Number(number)] : undefined
  return goal === undefined ? [] : [goal.stated, goal.achieved]
}

/** Where the row of a path stands: an empty cell of it has no place of its own. */
function sourceOfRow(form: Form, path: FormPath): SourceSpan | undefined {
  return cellsOfRow(form, path).find(({ origin }) => origin !== undefined)?.origin
}

function cellOf(form: Form, path: FormPath): Cell<unknown> | undefined {
  if (path === 'form') return form.title.raw === '' ? form.department : form.title
  return cellAt(form, path)
}

/** The place of a path: its own source and text where the cell is printed, the source of its row where it is empty. */
export function placeOf(form: Form, path: FormPath): Place {
  const { raw, origin }: Cell<unknown> = cellOf(form, path) ?? emptyCell
  const source = origin ?? sourceOfRow(form, path)
  if (source === undefined) return raw === '' ? { path } : { path, text: raw }
  return raw === '' ? { path, source } : { path, source, text: raw }
}

/** Order of a form's parts as a reader meets them. The form itself and the fields of its head come before these. */
const PARTS = ['executionPoints', 'tasks', 'goals', 'indicators', 'total', 'grade', 'facts']

/** A number that orders paths by part and row: rows of one part stay below 2^20. */
export function orderOf(path: FormPath): number {
  const part = PARTS.findIndex((name) => path.startsWith(name))
  const open = path.indexOf('[')
  return part * 2 ** 20 + (open < 0 ? 0 : Number(path.slice(open + 1, path.indexOf(']', open))))
}
