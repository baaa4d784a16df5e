/** Money rows to Tasks: tasks with their amounts, or 年度资金总额 with its sources. */

import { gather } from '../../model/gather.ts'
import {
  type Amounts,
  emptyCell,
  type MoneyUnit,
  type NumberCell,
  type Task,
  type TaskColumn,
  type TaskRole,
  type TextCell,
} from '../../model/index.ts'
import { layouts } from '../../rulebook/index.ts'
import { taskExtraFields } from '../../rulebook/layout.ts'
import { type Header, type Leaf, moneyColumns } from '../headers/headers.ts'
import type { Ledger } from '../ledger.ts'
import type { Section } from '../sections.ts'
import { keyOf, type SourceCell, type SourceRow } from '../source.ts'
import { readTable, type TableRow } from '../table.ts'
import { amountHeader, blockLabel, isDivision, isTaskName, moneyRow } from '../words.ts'
import { withoutChange } from './budget-change.ts'
import { withoutLabels } from './labelled-money.ts'
import { isMoneyBlock } from './money-block.ts'
import { withRatesInPlace } from './rates-in-place.ts'

export interface TaskTable {
  readonly tasks: readonly Task[]
  readonly columns: readonly TaskColumn[]
  readonly points: NumberCell
  readonly unit: { readonly cell: SourceCell; readonly unit: MoneyUnit } | null
}

/** 得分(10分), 得分(20分*执行率): the points of the execution, in the header of its score. */
const POINTS = /\((\d{1,3}(?:\.\d+)?)分/

/** Labels that a layout prints in every form: the points in them are the layout's, and nothing that this form says. */
const printedLabels: ReadonlySet<string> = new Set(
  gather(layouts, ({ blocks }) => gather(blocks, (block) => (block.block === 'tasks' ? [keyOf(block.label)] : []))),
)

function pointsWithin(header: Header): SourceCell | undefined {
  const cells = gather(header.leaves, (leaf) => leaf.cells.map((cell) => ({ cell, field: leaf.field })))
  const found = cells.filter(({ cell }) => POINTS.test(cell.key))
  // 预算执行(10分) labels the block of a form that says it nowhere else.
  const own = found.find(({ field }) => field === 'score' || field === 'weight')
  return (own ?? found.find(({ cell: { key } }) => blockLabel(key) === 'tasks' && !printedLabels.has(key)))?.cell
}

const UNIT = /(?:[([【]|单位[:：]?)(亿元|万元|千元|元)/

/** The bracket before the unit was lost, as happens where it begins a line: 项目资金万元). */
const HALF_BRACKETED = /^[^([【\d]{1,8}?(亿元|万元|千元|元)[)\]】]$/

/** (万元), the lower half of 项目资金(万元). */
const UNIT_ALONE = /^[(](?:亿元|万元|千元|元)[)]$/

/** 金额单位 in a header or a line of its own. */
export function moneyUnitIn(cell: SourceCell): MoneyUnit | null {
  const match = UNIT.exec(cell.key) ?? HALF_BRACKETED.exec(cell.key)
  return (match?.[1] as MoneyUnit | undefined) ?? null
}

/** Money tables rarely head the column of row names: it stands just left of the first amount. */
export function withNameColumn(header: Header): Header {
  if (header.leaves.some((leaf) => leaf.field === 'name')) return header
  const amount = header.leaves.findIndex((leaf) => leaf.field !== 'block' && !leaf.field.startsWith('?'))
  if (amount < 0) return header
  const first = header.leaves[amount]!
  const before = header.leaves[amount - 1]
  const name: Leaf = { field: 'name', cells: [], column: Math.max(0, first.column - 1), columnSpan: 1 }
  if (before === undefined || before.column + before.columnSpan <= name.column) {
    return { ...header, leaves: [...header.leaves.slice(0, amount), name, ...header.leaves.slice(amount)] }
  }
  // The label of the block stands over the names.
  return {
    ...header,
    leaves: [...header.leaves.slice(0, amount - 1), { ...before, field: 'name' }, ...header.leaves.slice(amount)],
  }
}

function amounts(side: 'budgeted' | 'executed', row: TableRow, ledger: Ledger): Amounts {
  const read = (name: keyof Amounts): NumberCell => ledger.number(row.fields.get(`${side}.${name}`))
  return {
    total: read('total'),
    appropriation: read('appropriation'),
    otherFunds: read('otherFunds'),
    carryOver: read('carryOver'),
  }
}

const figureFields = ['initialBudget', ...taskExtraFields, 'weight', 'rate', 'score'] as const

function hasFigures(row: TableRow): boolean {
  for (const [field, cells] of row.fields) {
    const figures =
      field.startsWith('budgeted.') || field.startsWith('executed.') || figureFields.some((name) => name === field)
    if (figures && cells.some((cell) => /\d/.test(cell.key))) return true
  }
  return false
}

/** The label of the block among the names, and the name itself. */
function splitName(row: TableRow, ledger: Ledger): SourceCell[] {
  const cells = [...(row.fields.get('block') ?? []), ...(row.fields.get('name') ?? [])]
  const names: SourceCell[] = []
  cells.forEach((cell, index) => {
    const last = index === cells.length - 1
    const isBlock = blockLabel(cell.key) !== null && moneyRow(cell.key) === null
    if (isBlock && !(last && names.length === 0 && (row.fields.get('name') ?? []).includes(cell))) {
      ledger.ignore('label', [cell])
    } else if (!last && (cell.key.length <= 2 || UNIT_ALONE.test(cell.key) || isMoneyBlock(cell.key)))
      ledger.ignore('label', [cell])
    else names.push(cell)
  })
  return names
}

function roleOf(names: readonly SourceCell[], figures: boolean, sources: boolean): TaskRole {
  return taskRoleTold(names.map((cell) => cell.key).join(''), figures, sources)
}

/** What a row of the money table is, by the key of its name; `sources`: the table breaks one sum down by source of funds. */
export function taskRoleTold(key: string, figures: boolean, sources: boolean): TaskRole {
  const row = moneyRow(key)
  if (row === 'total') return 'total'
  if (row === 'source' && (sources || /^其中/.test(key))) return 'source'
  return figures ? 'task' : 'group'
}

/** 基本支出 with 人员经费 and 公用经费 below it: rows that are parts of another row are not added to it. */
function isSpendingNested(rows: readonly SourceRow[]): boolean {
  const keys = gather(rows, ({ cells }) => cells.map(({ key }) => key))
  return keys.some((key) => /基本支出$/.test(key)) && keys.some((key) => /(?:人员|公用)(?:经费|支出)$/.test(key))
}

export function readTasks(printed: Section, first: number, ledger: Ledger): TaskTable {
  const section = withoutLabels(printed, ledger)
  const header = withNameColumn(moneyColumns(section.header))
  ledger.ignore(
    'headerWord',
    gather(section.header, (row) => row.cells),
  )
  damaged(header, ledger)
  const points = header.points.find((cell) => /\d/.test(cell.key)) ?? pointsWithin(header)
  // 项目资金(万元) may stand in the middle of its block.
  const unitCell = gather([...section.header, ...section.rows], (row) => row.cells).find(
    (cell) => cell.key.length <= 24 && moneyUnitIn(cell) !== null,
  )
  const rows = withRatesInPlace(withoutChange(readTable(header, section.rows), header), header)
  // With a column of contents the rows are tasks of a department; else they are sources of the money.
  const sources = !header.leaves.some((leaf) => leaf.field === 'content' || leaf.field === 'completion')
  const tasks: Task[] = []
  let parentIsSource = false
  let isDivided = false
  const isNested = isSpendingNested(section.rows)
  for (const row of rows) {
    const names = splitName(row, ledger)
    const figures = hasFigures(row)
    if (names.length === 0 && !figures) continue
    if (names.length === 1 && isDivision(names[0]!.key)) isDivided = true
    // 部门支出总额, 其中:基本支出, 项目支出: what follows right behind the whole are its parts.
    const isPart = (key: string): boolean => /^其中/.test(key) || (isNested && isTaskName(key))
    if (sources && tasks.at(-1)?.role === 'total' && names.some(({ key }) => isPart(key))) isDivided = true
    const own = roleOf(names, figures, sources || parentIsSource)
    // What divides the whole is no task, whatever its name.
    const role = isDivided && own === 'task' ? 'source' : own
    parentIsSource = role === 'source' && /^其中/.test(names[0]?.key ?? '')
    const index = first + tasks.length
    ledger.locate(names, `tasks[${index}].name`)
    for (const [field, cells] of row.fields) {
      if (field !== 'name' && field !== 'block') ledger.locate(cells, `tasks[${index}].${field}`)
    }
    const extra = extras(row, ledger)
    tasks.push({
      role,
      name: ledger.text(names),
      content: ledger.text(row.fields.get('content')),
      completion: ledger.text(row.fields.get('completion')),
      initialBudget: ledger.number(row.fields.get('initialBudget')),
      budgeted: amounts('budgeted', row, ledger),
      executed: amounts('executed', row, ledger),
      weight: ledger.number(row.fields.get('weight')),
      rate: ledger.number(row.fields.get('rate')),
      score: ledger.number(row.fields.get('score')),
      note: ledger.text(row.fields.get('note')),
      ...(extra === null ? {} : { extra }),
    })
  }
  return {
    tasks: sources ? withTotal(tasks) : tasks,
    columns: columnsOf(header),
    points:
      points === undefined
        ? emptyCell
        : ledger.as([points], (text) => ledger.numberOf(POINTS.exec(keyOf(text))?.[1] ?? text.replace(/[^\d.]/g, ''))),
    unit: unitCell === undefined ? null : { cell: unitCell, unit: moneyUnitIn(unitCell)! },
  }
}

/** One row of money, or a first row without a name over its sources, is the whole. */
function withTotal(tasks: readonly Task[]): readonly Task[] {
  if (tasks.some((task) => task.role === 'total')) return tasks
  const scored = tasks.filter(({ weight, score }) => weight.value?.isPositive === true && score.value !== null)
  const [only] = scored
  // 财政拨款 with the points, 其中:上级资金 below it, and no other money.
  const isWhole = (task: Task): boolean =>
    tasks.every(
      (other) =>
        other === task ||
        /^其中/.test(other.name.raw) ||
        [other.budgeted.total, other.executed.total].every(({ value }) => value?.isPositive !== true),
    )
  if (only !== undefined && scored.length === 1 && only.role === 'source' && isWhole(only)) {
    return tasks.map((task) => (task === only ? { ...task, role: 'total' } : task))
  }
  const rows = tasks.filter((task) => task.role === 'task')
  const [first] = rows
  if (first === undefined || (rows.length > 1 && first.name.raw !== '')) return tasks
  return tasks.map((task) => (task === first ? { ...task, role: 'total' } : task))
}

const extraFields: ReadonlySet<string> = new Set(taskExtraFields)

function isExtra(field: string): boolean {
  return extraFields.has(field)
}

function extras(row: TableRow, ledger: Ledger): Record<string, TextCell> | null {
  const found: [string, TextCell][] = []
  for (const [field, cells] of row.fields) {
    if (isExtra(field) || field.startsWith('?')) found.push([field.replace(/^\?/, ''), ledger.text(cells)])
  }
  return found.length === 0 ? null : Object.fromEntries(found)
}

/** Header cells that are no words: what the scanner made of merged cells. */
function damaged(header: Header, ledger: Ledger): void {
  for (const cell of header.rest) {
    if (/[A-Za-z]/.test(cell.text) || amountHeader(cell.key) === null) {
      ledger.event('header-damaged', [cell], { text: cell.text })
    }
  }
}

function columnsOf(header: Header): TaskColumn[] {
  const columns = new Set<TaskColumn>()
  for (const { field } of header.leaves) {
    if (field.startsWith('budgeted.')) columns.add('budgeted')
    else if (field.startsWith('executed.')) columns.add('executed')
    else if (['name', 'content', 'completion', 'initialBudget', 'weight', 'rate', 'score', 'note'].includes(field)) {
      columns.add(field as TaskColumn)
    }
  }
  return [...columns]
}
