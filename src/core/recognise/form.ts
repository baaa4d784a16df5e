/** One sorted form to a Form: tables, goals, facts, total. */

import { gather } from '../model/gather.ts'
import {
  emptyCell,
  type Form,
  type Indicator,
  type IndicatorColumn,
  type Recognition,
  type Task,
  type TaskColumn,
  type TextCell,
} from '../model/index.ts'
import { readFacts, withOwnDepartment } from './facts.ts'
import { fitLayout } from './fit-layout.ts'
import { asOther, departmentOf, factFields, kindOf, unitCell, yearCell, yearOf } from './form-facts.ts'
import { readGoals } from './goals.ts'
import { factGrade, factNumber } from './head-results.ts'
import type { Header } from './headers/headers.ts'
import { readIndicators } from './indicators.ts'
import { doubtPlaces } from './knowledge/doubt-places.ts'
import { applyKnowledge } from './knowledge/index.ts'
import { Ledger } from './ledger.ts'
import { moneyOfFacts } from './money/money-facts.ts'
import { pairedMoney } from './money/paired-money.ts'
import { readTasks, type TaskTable } from './money/tasks.ts'
import { preface } from './preface.ts'
import { regionCell } from './region.ts'
import type { Subtotal } from './row-parts.ts'
import type { Draft, Section } from './sections.ts'
import type { SourceCell } from './source.ts'
import { stageOf } from './stage.ts'
import { readTotals, sumsRowsAlone } from './total.ts'
import type { WholeDocument } from './whole-document.ts'

function merge<T>(lists: readonly (readonly T[])[]): T[] {
  return [...new Set(lists.flat())]
}

function readIndicatorTables(
  sections: readonly Section[],
  year: number | null,
  ledger: Ledger,
): { indicators: Indicator[]; columns: IndicatorColumn[]; header: Header | null; subtotals: Subtotal[] } {
  const indicators: Indicator[] = []
  const columns: IndicatorColumn[][] = []
  const subtotals: Subtotal[] = []
  let header: Header | null = null
  for (const section of sections) {
    const table = readIndicators(section, year, indicators.length, ledger)
    for (const indicator of table.indicators) indicators.push(indicator)
    columns.push([...table.columns])
    subtotals.push(...table.subtotals)
    header = table.header
  }
  return { indicators, columns: merge(columns), header, subtotals }
}

function ignoreFurniture(draft: Draft, ledger: Ledger): void {
  ledger.ignore('title', draft.titles)
  ledger.ignore('headerWord', [...gather(draft.repeated, (row) => row.cells), ...draft.headings])
  ledger.ignore('pageNumber', draft.pageNumbers)
  for (const row of groupByRow(draft.pageNumbers))
    ledger.event('page-number', row, { text: row.map((cell) => cell.text).join(' ') })
  ledger.ignore('pageFurniture', [...draft.furniture, ...draft.noise])
  for (const cell of draft.noise) ledger.event('noise', [cell], { text: cell.text })
  for (const cells of draft.split)
    ledger.event('header-damaged', cells, { text: cells.map((cell) => cell.text).join(' | ') })
}

function groupByRow(cells: readonly SourceCell[]): SourceCell[][] {
  const rows = new Map<number, SourceCell[]>()
  for (const cell of cells) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell])
  return [...rows.values()]
}

/** Bare numbers before the last row of the table number pages; only the last can be the total. */
function settleBareNumbers(draft: Draft): Draft {
  const last = draft.indicators.reduce((most, section) => Math.max(most, section.rows.at(-1)?.index ?? -1), -1)
  const early = draft.totals.filter((row) => row.index < last && row.cells.every((cell) => /^\d+$/.test(cell.key)))
  if (early.length === 0) return draft
  return {
    ...draft,
    totals: draft.totals.filter((row) => !early.includes(row)),
    pageNumbers: [...draft.pageNumbers, ...gather(early, (row) => row.cells)],
  }
}

/** Words that were mended on the way, and cells where ink was seen that no field has. */
function readEvents(draft: Draft, firstTable: number, ledger: Ledger): void {
  for (const row of draft.rows) {
    // Over the tables of a form without a title stands its title.
    if (draft.titles.length === 0 && row.index < firstTable && row.cells.length === 0) {
      ledger.locate(row.lost, 'title')
    }
    for (const cell of row.cells) {
      if (cell.mended !== undefined) ledger.event('word-mended', [cell], { text: cell.text, takenFor: cell.mended })
    }
    for (const cell of row.lost ?? []) {
      if (ledger.isSettled(cell)) continue
      const candidates = (cell.alternatives ?? []).slice(0, 4)
      ledger.event('reading-open', [cell], { text: '', candidates: candidates.join('、'), guess: candidates[0] ?? '' })
    }
  }
}

/**
 * One sorted form as data. `whole`: what the document around it says of its year and department; `isRead`: it was read from
 * a picture, so that sums and words of the field have a say in what its cells are; `isUnruled`: its cells were told by their places
 * alone.
 */
export function buildForm(sorted: Draft, whole: WholeDocument, isRead: boolean, isUnruled = false): Recognition {
  const draft = settleBareNumbers(sorted)
  const ledger = new Ledger()
  ignoreFurniture(draft, ledger)
  const headers = gather([...draft.money, ...draft.indicators], ({ header }) => header[0] ?? [])
  const firstTable = headers.reduce((least, { index }) => Math.min(least, index), Number.POSITIVE_INFINITY)
  // By the order of the rows, too: on one long line all have one index.
  const onTop = new Set(draft.rows.slice(0, draft.rows.findIndex((row) => headers.includes(row)) + 1))
  const above = new Set(preface(draft))
  ledger.ignore('pageFurniture', [...above])
  const inside = draft.facts.filter(({ cells: [first] }) => first === undefined || !above.has(first))
  const stage = stageOf(draft)
  const moneyOf = stage === 'targets' ? pairedMoney : moneyOfFacts
  const labelled = draft.money.length === 0 ? moneyOf(inside, ledger) : null
  const read = readFacts(labelled?.rest ?? inside, (row) => row.index < firstTable || onTop.has(row), ledger)
  const kind = kindOf(draft, read)
  const facts = kind === 'department' ? withOwnDepartment(read) : read
  const fiscalYear = yearOf(yearCell(facts, draft.titles, ledger), whole, ledger)
  const fields = factFields(facts, ledger)
  const ownDepartment = fields.field('department', 'department')
  const supervisor = fields.field('supervisor', 'supervisor')
  const project = fields.field('project', 'project')
  const implementer = fields.field('implementer', 'implementer')
  const department = departmentOf(ownDepartment, [supervisor, implementer], whole, ledger)
  const tables: TaskTable[] = []
  const tasks: Task[] = []
  const taskColumns: TaskColumn[][] = []
  for (const section of labelled === null ? draft.money : [labelled.table]) {
    const table = 'tasks' in section ? section : readTasks(section, tasks.length, ledger)
    tables.push(table)
    for (const task of table.tasks) tasks.push(task)
    taskColumns.push([...table.columns])
  }
  const goals = readGoals(draft.goals, ledger)
  const { indicators, columns, header, subtotals } = readIndicatorTables(draft.indicators, fiscalYear.value, ledger)
  const scored = indicators.some(({ score }) => score.raw !== '')
  const totals = readTotals(draft.totals, header, scored, ledger)
  const ofRows = sumsRowsAlone(totals, indicators, tasks)
  const total = totals.total.raw !== '' && !ofRows ? totals.total : factNumber(facts, ledger)
  const grade = totals.grade.raw !== '' ? totals.grade : factGrade(facts, ledger)
  // The total and the grade may stand in the head as well as below the table.
  const again = facts.filter(
    ({ kind, value }) =>
      value !== null &&
      ((kind === 'total' && totals.total.raw !== '') || (kind === 'grade' && totals.grade.raw !== '')),
  )
  const others = facts.filter(({ kind }) => kind === 'fact').map((fact) => asOther(fact, ledger))
  for (const fact of again) others.push(asOther(fact, ledger))
  for (const { label, figures } of subtotals) {
    for (const figure of figures) others.push({ label: ledger.text([label]), text: ledger.text([figure]) })
  }
  for (const { label, cell } of totals.others) others.push({ label: ledger.text([label]), text: ledger.text([cell]) })
  if (ofRows)
    others.push({ label: ledger.text([totals.others[0]!.label]), text: { ...totals.total, value: totals.total.raw } })
  for (const { label, text } of goals.others) others.push({ label: ledger.text([label]), text: ledger.text([text]) })
  for (const row of draft.notes) {
    for (const cell of row.cells) others.push({ label: emptyCell, text: ledger.text([cell]) })
  }
  const points = tables.find((table) => table.points.raw !== '')?.points ?? emptyCell
  const form: Form = {
    kind,
    ...(stage === null ? {} : { stage }),
    layout: fitLayout({ kind, stage }, header, tables.length > 0, merge(taskColumns)),
    title: titleCell(draft, ledger),
    region: regionCell([department, implementer, supervisor, project], draft.titles),
    fiscalYear,
    department,
    supervisor,
    project,
    implementer,
    moneyUnit: unitCell(facts, tables, ledger),
    tasks,
    goals: goals.goals,
    indicators,
    executionPoints: points,
    total,
    grade,
    facts: [...others, ...fields.others],
    columns: { indicators: columns, tasks: merge(taskColumns) },
  }
  for (const { index, cells } of draft.rows) {
    const cut = cells.filter(({ overPages }) => overPages)
    if (cut.length > 0) ledger.event('row-joined', cut, { first: index + 1, second: index + 1 })
  }
  if (isRead) readEvents(draft, firstTable, ledger)
  const known = isRead ? applyKnowledge(form) : { form, events: [] }
  const doubts = isUnruled ? doubtPlaces(form, ledger.doubtfulPaths()) : []
  const cells = gather(draft.rows, (row) => (row.made === true ? [] : row.cells))
  return {
    form: known.form,
    events: [...ledger.placedEvents(), ...known.events, ...doubts],
    residue: ledger.residue(cells),
  }
}

function titleCell(draft: Draft, ledger: Ledger): TextCell {
  const title = draft.titles.find((cell) => /表/.test(cell.key) && /自评|绩效|复核|评价/.test(cell.key))
  return title === undefined ? emptyCell : ledger.text([title])
}
