/** The money table as checks walk it: its amount columns, its rows by role, figures that can be added. */

import { type Figure, isRead, isUnread, type ReadFigure } from '../../arithmetic/index.ts'
import { gather } from '../../model/gather.ts'
import type { Bilingual, Form, FormPath, NumberCell, Task, TaskRole } from '../../model/index.ts'

export interface AmountColumn {
  /** Path inside a task: 'executed.total'. */
  readonly id: string
  readonly name: Bilingual
  readonly cell: (task: Task) => NumberCell
}

const sources = [
  ['total', '总额', 'total'],
  ['appropriation', '财政拨款', 'appropriation'],
  ['carryOver', '上年结转', 'carry-over'],
  ['otherFunds', '其他资金', 'other funds'],
] as const

function columnsOf(side: 'budgeted' | 'executed', zh: string, en: string): readonly AmountColumn[] {
  return sources.map(([source, sourceZh, sourceEn]) => ({
    id: `${side}.${source}`,
    name: { zh: `${zh}（${sourceZh}）`, en: `${en} (${sourceEn})` },
    cell: (task) => task[side][source],
  }))
}

/** All columns of amounts that a money table can have. */
export const amountColumns: readonly AmountColumn[] = [
  { id: 'initialBudget', name: { zh: '年初预算', en: 'initial budget' }, cell: (task) => task.initialBudget },
  ...columnsOf('budgeted', '预算金额', 'budget'),
  ...columnsOf('executed', '执行金额', 'executed'),
]

export interface TaskAt {
  readonly task: Task
  readonly path: FormPath
}

/** Rows of one role, in order. */
export function tasksOf(form: Form, role: TaskRole): readonly TaskAt[] {
  return gather(form.tasks, (task, index) => (task.role === role ? [{ task, path: `tasks[${index}]` }] : []))
}

/** What a row of money is called in messages: rows of a form with one amount only often have no name. */
export function nameOfTask({ name }: Task): string {
  return name.raw === '' ? '年度资金总额' : name.raw
}

/** The row that holds the totals, the first where several do. */
export function totalRow(form: Form): TaskAt | undefined {
  return tasksOf(form, 'total')[0]
}

/** The figures among `cells` that were read; null where one is printed that could not be read. Blank cells say nothing. */
export function readAll(cells: readonly Figure[]): readonly ReadFigure[] | null {
  return cells.some(isUnread) ? null : cells.filter(isRead)
}

/**
 * The money of the whole office stands first, in a table of its own, and the tasks below are its main ones: they need not be all,
 * but cannot be more.
 */
export function listsSome({ tasks }: Form, { task }: TaskAt): boolean {
  const at = tasks.indexOf(task)
  return !/合计|总计|小计/.test(task.name.raw) && tasks.every(({ role }, index) => role !== 'task' || index > at)
}
