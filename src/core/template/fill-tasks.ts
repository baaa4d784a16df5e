/** Money into the rows of a blank table: tasks of a department, or the money of a project by its sources. */

import { printedTask } from '../layout/printed-text.ts'
import { gather } from '../model/gather.ts'
import type { FormPath, Task } from '../model/index.ts'
import { type Header, moneyColumns } from '../recognise/headers/headers.ts'
import { moneyUnitIn, withNameColumn } from '../recognise/money/tasks.ts'
import type { Draft } from '../recognise/sections.ts'
import { keyOf } from '../recognise/source.ts'
import { amountHeader, bareWord, moneyRow } from '../recognise/words.ts'
import type { TaskField } from '../rulebook/layout.ts'
import { allot, type BlankRow } from './allocate.ts'
import { isPlaceholder } from './blanks.ts'
import type { Board } from './board.ts'
import { type Columns, columnsOf, holdsFigures, nameOfField } from './columns.ts'
import type { PlanBuilder } from './plan-builder.ts'
import { type Region, regionBelow } from './region.ts'

/** 当年财政拨款, 其中：财政拨款 and 财政资金 name one row; so do 金额合计 and 年度资金总额. */
function rowKey(text: string): string {
  const key = keyOf(text)
  if (key === '' || isPlaceholder(key)) return ''
  if (moneyRow(key) === 'total') return 'total'
  const bare = key.replace(/^其中[:：]?/, '')
  return amountHeader(bare) ?? bareWord(bare)
}

function taskKey(task: Task): string {
  return task.role === 'total' ? 'total' : rowKey(task.name.raw)
}

function rowsOf(board: Board, { first, last }: Region, name: number): BlankRow[] {
  const rows: BlankRow[] = []
  for (let row = first; row <= last; row++) {
    const spot = board.spot(row, name)
    if (spot !== null && spot.row === row && !board.isHidden(row)) rows.push({ row, name: rowKey(spot.text) })
  }
  return rows
}

const fields: readonly TaskField[] = [
  'content',
  'completion',
  'initialBudget',
  'budgeted.total',
  'budgeted.appropriation',
  'budgeted.otherFunds',
  'budgeted.carryOver',
  'executed.total',
  'executed.appropriation',
  'executed.otherFunds',
  'executed.carryOver',
  'weight',
  'rate',
  'score',
  'note',
]

function tellMissing(plan: PlanBuilder, columns: Columns): void {
  plan.form.tasks.forEach((task, index) => {
    const row: FormPath = `tasks[${index}]`
    for (const field of fields) {
      if (columns.has(field)) continue
      plan.homeless(nameOfField(field), printedOf(task, row, field))
    }
    for (const [field, { raw }] of Object.entries(task.extra ?? {})) {
      if (columns.has(field) || columns.has(`?${field}`)) continue
      plan.homeless(nameOfField(field), { text: raw, path: `${row}.extra.${field}` })
    }
  })
}

function printedOf(task: Task, row: FormPath, field: string): { readonly text: string; readonly path: FormPath } {
  if (field.startsWith('?')) {
    const own = field.slice(1)
    return { text: task.extra?.[own]?.raw ?? '', path: `${row}.extra.${own}` }
  }
  const { text, path } = printedTask(task, row, field as TaskField)
  return { text, path: path ?? row }
}

function putRow(
  plan: PlanBuilder,
  columns: Columns,
  index: number,
  at: { row: number; copy: number },
  named: boolean,
): void {
  const task = plan.form.tasks[index]!
  const row: FormPath = `tasks[${index}]`
  for (const [field, column] of columns) {
    const printed = printedOf(task, row, field)
    if (named && field === 'name') plan.shown.add(printed.path)
    else plan.put(at, column, printed, nameOfField(field), holdsFigures(field))
  }
}

/** The unit that the blank form prints is not the one of the form: figures are not converted in silence. */
function compareUnits(plan: PlanBuilder, draft: Draft): void {
  const { raw, value } = plan.form.moneyUnit
  if (value === null) return
  const cell = gather(
    [...gather(draft.money, ({ header, rows }) => [...header, ...rows]), ...draft.facts],
    ({ cells }) => cells,
  ).find((one) => one.key.length <= 24 && moneyUnitIn(one) !== null)
  const printed = cell === undefined ? null : moneyUnitIn(cell)
  if (cell === undefined || printed === null || printed === value) return
  plan.note(
    'template/money-unit',
    'differs',
    { printed, unit: raw },
    'moneyUnit',
    { row: cell.row, copy: 0, column: cell.column },
    cell.text,
  )
}

/** Points for execution: below the header of the weights, or those of the whole. */
function fillExecutionPoints(plan: PlanBuilder, header: Header, columns: Columns): void {
  const { executionPoints, tasks } = plan.form
  const path = 'executionPoints'
  const printed = { text: executionPoints.raw, path }
  const weight = columns.get('weight')
  const rows = header.rows.map(({ index }) => index)
  const spot = weight === undefined ? null : plan.board.spot(rows.at(-1)!, weight)
  if (rows.length > 1 && spot !== null && spot.row > rows[0]!) {
    plan.put({ row: spot.row, copy: 0 }, spot.column, printed, nameOfField('weight'), true)
  } else if (!tasks.some((task) => task.role === 'total' && task.weight.raw === executionPoints.raw)) {
    plan.homeless('预算执行率分值', printed)
  }
}

export function fillTasks(plan: PlanBuilder, draft: Draft): void {
  compareUnits(plan, draft)
  const section = draft.money[0]
  if (section === undefined) {
    plan.form.tasks.forEach(({ name }, index) => {
      plan.homeless('项目资金', { text: name.raw, path: `tasks[${index}].name` })
    })
    return
  }
  const header = withNameColumn(moneyColumns(section.header))
  const columns = columnsOf(header)
  fillExecutionPoints(plan, header, columns)
  const name = columns.get('name') ?? header.leaves[0]!.column
  const region = regionBelow(plan.board, draft, section, header, name)
  const rows = rowsOf(plan.board, region, name)
  const { tasks } = plan.form
  const items = tasks.map((_, index) => index)
  const { taken, free, added } = allot(rows, items, tasks.map(taskKey), (row, count) => plan.copyRow(row, count))
  for (const { item, at, named } of taken) putRow(plan, columns, item, at, named)
  for (const { row } of free) plan.leftBlank('项目资金', { row, copy: 0 }, name)
  if (added > 0) plan.note('template/rows-added', 'rows', { name: '项目资金', count: added })
  if (rows.length === 0) {
    for (const index of items) plan.homeless('项目资金', { text: tasks[index]!.name.raw, path: `tasks[${index}].name` })
  }
  tellMissing(plan, columns)
}
