/** The cells of a form that may be doubtful: figures, values and texts, each with its path; and a form with one of them read anew. */

import type { Cell, Exact, Form, FormPath, Indicator, Label, NumberCell, Reading, TextCell } from '../../model/index.ts'
import { readNumber, readValue, type ValueContext } from '../../values/index.ts'

export type CellRole = 'figure' | 'value' | 'text'

export interface FormCell {
  readonly path: FormPath
  readonly role: CellRole
  readonly cell: Cell<unknown>
  /** Of an indicator's target and actual: the row. */
  readonly row?: number
}

const amounts = ['total', 'appropriation', 'otherFunds', 'carryOver'] as const

/** How sure the reader was, in whole percent. */
export function percentOf({ confidence = 1 }: { readonly confidence?: number }): number {
  return Math.round(confidence * 100)
}

/** Cells that were read from a picture, in the order of the form. */
export function readCells(form: Form): readonly FormCell[] {
  const found: FormCell[] = []
  const add = (path: FormPath, role: CellRole, cell: Cell<unknown>, row?: number): void => {
    if (cell.confidence !== undefined) found.push({ path, role, cell, ...(row === undefined ? {} : { row }) })
  }
  add('title', 'text', form.title)
  for (const field of ['department', 'supervisor', 'project', 'implementer'] as const) add(field, 'text', form[field])
  add('fiscalYear', 'text', form.fiscalYear)
  add('executionPoints', 'figure', form.executionPoints)
  form.tasks.forEach((task, index) => {
    const at = `tasks[${index}]`
    for (const field of ['name', 'content', 'completion', 'note'] as const) add(`${at}.${field}`, 'text', task[field])
    for (const field of ['initialBudget', 'weight', 'rate', 'score'] as const)
      add(`${at}.${field}`, 'figure', task[field])
    for (const side of ['budgeted', 'executed'] as const) {
      for (const part of amounts) add(`${at}.${side}.${part}`, 'figure', task[side][part])
    }
    for (const [field, cell] of Object.entries(task.extra ?? {})) add(`${at}.extra.${field}`, 'text', cell)
  })
  form.goals.forEach((goal, index) => {
    add(`goals[${index}].stated`, 'text', goal.stated)
    add(`goals[${index}].achieved`, 'text', goal.achieved)
  })
  const labels = new Set<Label>()
  form.indicators.forEach((indicator, index) => {
    const at = `indicators[${index}]`
    for (const level of ['level1', 'level2'] as const) {
      // A label is one cell, however many rows stand under it.
      if (!labels.has(indicator[level])) add(`${at}.${level}`, 'text', indicator[level].cell)
      labels.add(indicator[level])
    }
    for (const field of ['name', 'attribute', 'unit', 'note'] as const) add(`${at}.${field}`, 'text', indicator[field])
    for (const field of ['target', 'actual'] as const) add(`${at}.${field}`, 'value', indicator[field], index)
    for (const field of ['weight', 'score'] as const) add(`${at}.${field}`, 'figure', indicator[field])
    for (const [field, cell] of Object.entries(indicator.extra)) add(`${at}.extra.${field}`, 'text', cell)
  })
  form.facts.forEach(({ text }, index) => {
    add(`facts[${index}].text`, 'text', text)
  })
  add('total', 'figure', form.total)
  add('grade', 'text', form.grade)
  return found
}

export function contextOf(form: Form, indicator: Indicator): ValueContext {
  return {
    ...(form.fiscalYear.value === null ? {} : { fiscalYear: form.fiscalYear.value }),
    ...(indicator.name.raw === '' ? {} : { name: indicator.name.raw }),
    ...(indicator.attribute.raw === '' ? {} : { attribute: indicator.attribute.raw }),
    ...(indicator.unit.raw === '' ? {} : { unit: indicator.unit.raw }),
  }
}

/** The cell says `raw`; what it was read as becomes one of its other readings. */
function taken<T>(cell: Cell<T>, raw: string, value: T | null): Cell<T> {
  const others = [cell.raw, ...(cell.alternatives ?? [])].filter((text) => text !== raw && text !== '')
  const { alternatives: _before, ...kept } = cell
  return { ...kept, ...(others.length === 0 ? {} : { alternatives: others }), raw, value }
}

function takenFigure(cell: NumberCell, raw: string): NumberCell {
  return taken<Exact>(cell, raw, readNumber(raw).value)
}

/** The target alone, where sign, figure and unit stand in cells of their own and `raw` joins them. */
export function ownTarget({ target, attribute, unit }: Indicator): string {
  let raw = target.raw
  if (attribute.raw !== '' && raw.startsWith(`${attribute.raw} `)) raw = raw.slice(attribute.raw.length + 1)
  if (unit.raw !== '' && raw.endsWith(` ${unit.raw}`)) raw = raw.slice(0, -unit.raw.length - 1)
  return raw
}

function takenTarget(form: Form, indicator: Indicator, text: string): Cell<Reading> {
  const { target, attribute, unit } = indicator
  const reading = readValue(text, contextOf(form, indicator))
  if (ownTarget(indicator) === target.raw) return taken(target, text, reading)
  const raw = [attribute.raw, text, unit.raw].filter((part) => part !== '').join(' ')
  return { ...taken({ ...target, raw: ownTarget(indicator) }, text, reading), raw, value: { ...reading, raw } }
}

function at<T>(list: readonly T[], index: number, change: (item: T) => T): readonly T[] {
  return list.map((item, position) => (position === index ? change(item) : item))
}

const ROW = /^(indicators|tasks|goals)\[(\d+)\]\.(\w+)(?:\.(\w+))?$/

function takenText<T extends object>(owner: T, field: string, raw: string): T {
  return { ...owner, [field]: taken(owner[field as keyof T] as TextCell, raw, raw) }
}

/** The form with the text at `path` read as `raw`; labels, titles and grades are settled elsewhere. */
export function readTextAs(form: Form, path: FormPath, raw: string): Form {
  const match = /^(indicators|tasks|goals|facts)\[(\d+)\]\.(extra\.)?(\w+)$/.exec(path)
  if (match === null) {
    const head = ['department', 'supervisor', 'project', 'implementer'] as const
    return head.some((field) => field === path) ? takenText(form, path, raw) : form
  }
  const [, list, index, isExtra, field] = match as unknown as [string, 'indicators', string, string | undefined, string]
  const items = form[list] as readonly Indicator[]
  const changed = at(items, Number(index), (item) =>
    isExtra === undefined ? takenText(item, field, raw) : { ...item, extra: takenText(item.extra, field, raw) },
  )
  return { ...form, [list]: changed }
}

/** The form with the cell at `path` read as `raw`, everything else shared. */
export function readAs(form: Form, path: FormPath, raw: string): Form {
  const match = ROW.exec(path)
  if (match === null) {
    if (path === 'total' || path === 'executionPoints') return { ...form, [path]: takenFigure(form[path], raw) }
    return form
  }
  const [, block, index, field, part] = match
  if (block === 'tasks') {
    return {
      ...form,
      tasks: at(form.tasks, Number(index), (task) => {
        if (field === 'budgeted' || field === 'executed') {
          const side = task[field]
          const name = part as keyof typeof side
          return { ...task, [field]: { ...side, [name]: takenFigure(side[name], raw) } }
        }
        return { ...task, [field!]: takenFigure(task[field as 'weight'], raw) }
      }),
    }
  }
  if (block !== 'indicators') return form
  return {
    ...form,
    indicators: at(form.indicators, Number(index), (indicator) => {
      if (field === 'target') return { ...indicator, target: takenTarget(form, indicator, raw) }
      if (field === 'actual') {
        return { ...indicator, actual: taken(indicator.actual, raw, readValue(raw, contextOf(form, indicator))) }
      }
      return { ...indicator, [field!]: takenFigure(indicator[field as 'weight'], raw) }
    }),
  }
}
