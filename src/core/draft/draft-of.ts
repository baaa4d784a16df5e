/**
 * Form → Draft, losing nothing: texts become cells, and where a file said more than its text (a place in a picture, a
 * reading that sums settled) the cell keeps it as a mark until somebody changes it. So `formOf(draftOf(form))` is the form.
 */

import { gather } from '../model/gather.ts'
import {
  type Cell,
  type Form,
  type Goal,
  type Indicator,
  type Label,
  type Survey,
  surveyFields,
  type Task,
} from '../model/index.ts'
import { surveyOf } from '../recognise/typed-cells.ts'
import { amountSources, EXTRA, headColumns } from './columns.ts'
import { type Column, type Draft, type DraftRow, draftSchema, headRow, type Mark, type RowId } from './draft.ts'
import { isSame, toJson } from './exact-json.ts'
import {
  besideValue,
  joinedTarget,
  readFact,
  readGoal,
  readHead,
  readIndicator,
  readTask,
  type Surroundings,
  surroundingsOf,
} from './form-of.ts'

/** A cell of the form and the text of it that stands in the draft. */
type Cells = ReadonlyMap<Column, { readonly cell: Cell<unknown>; readonly text: string }>

function whole(cell: Cell<unknown>): { readonly cell: Cell<unknown>; readonly text: string } {
  return { cell, text: cell.raw }
}

function markOf({ origin, confidence, alternatives }: Cell<unknown>): Mark | null {
  if (origin === undefined && confidence === undefined && alternatives === undefined) return null
  return {
    ...(origin === undefined ? {} : { origin }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(alternatives === undefined ? {} : { alternatives }),
  }
}

function bareRow(id: RowId, cells: Cells): DraftRow {
  const texts: Record<Column, string> = {}
  const marks: Record<Column, Mark> = {}
  for (const [column, { cell, text }] of cells) {
    if (text !== '') texts[column] = text
    const mark = markOf(cell)
    if (mark !== null) marks[column] = mark
  }
  return { id, cells: texts, ...(Object.keys(marks).length === 0 ? {} : { marks }) }
}

function withMarks(row: DraftRow, added: Readonly<Record<Column, Mark>>): DraftRow {
  return Object.keys(added).length === 0 ? row : { ...row, marks: { ...row.marks, ...added } }
}

/** Marks for the cells that `made` (by column) has otherwise than the form. */
function kept(row: DraftRow, cells: Cells, made: Cells, beside: (column: Column) => string): Record<Column, Mark> {
  const marks: Record<Column, Mark> = {}
  for (const [column, { cell }] of cells) {
    if (isSame(cell, made.get(column)?.cell)) continue
    const { raw, value } = cell
    marks[column] = { ...row.marks?.[column], read: { cell: toJson({ raw, value }), beside: beside(column) } }
  }
  return marks
}

const nothingBeside = (): string => ''

function labelCells(level: 'level1' | 'level2', { cell, points }: Label): [Column, ReturnType<typeof whole>][] {
  return [
    [level, whole(cell)],
    [`${level}Points`, whole(points)],
  ]
}

/** The figure between its operator and its unit, where these stand in cells of their own; else the whole text. */
function ownTarget({ attribute, target, unit }: Indicator, isSplit: boolean): string {
  const { raw } = target
  if (!isSplit) return raw
  const before = attribute.raw === '' ? '' : `${attribute.raw} `
  const after = unit.raw === '' ? '' : ` ${unit.raw}`
  if (raw === joinedTarget(attribute.raw, '', unit.raw)) return ''
  const own = raw.startsWith(before) && raw.endsWith(after) ? raw.slice(before.length, raw.length - after.length) : raw
  return joinedTarget(attribute.raw, own, unit.raw) === raw ? own : raw
}

function extraCells(extra: Indicator['extra'] | undefined): [Column, ReturnType<typeof whole>][] {
  return Object.entries(extra ?? {}).map(([field, cell]) => [`${EXTRA}${field}`, whole(cell)])
}

function surveyCells(survey: Partial<Survey>): [Column, ReturnType<typeof whole>][] {
  return gather(surveyFields, (field) => {
    const cell = survey[field]
    return cell === undefined ? [] : [[`survey.${field}`, whole(cell)] as [Column, ReturnType<typeof whole>]]
  })
}

/** What columns of their own print of a survey: what the texts of the row do not tell already. */
function ownSurvey(indicator: Indicator): Partial<Survey> {
  const { survey } = indicator
  if (survey === undefined) return {}
  const told = surveyOf({}, indicator)
  return Object.fromEntries(
    gather(surveyFields, (field) =>
      isSame(survey[field], told?.[field]) || survey[field].raw === '' ? [] : [[field, survey[field]]],
    ),
  )
}

function indicatorCells(indicator: Indicator, isSplit: boolean, survey: Partial<Survey>): Cells {
  return new Map([
    ...labelCells('level1', indicator.level1),
    ...labelCells('level2', indicator.level2),
    ['name', whole(indicator.name)],
    ['attribute', whole(indicator.attribute)],
    ['target', { cell: indicator.target, text: ownTarget(indicator, isSplit) }],
    ['unit', whole(indicator.unit)],
    ['actual', whole(indicator.actual)],
    ['weight', whole(indicator.weight)],
    ['score', whole(indicator.score)],
    ['note', whole(indicator.note)],
    ...surveyCells(survey),
    ...extraCells(indicator.extra),
  ] as [Column, ReturnType<typeof whole>][])
}

function indicatorRow(indicator: Indicator, id: RowId, around: Surroundings): DraftRow {
  const survey = ownSurvey(indicator)
  const cells = indicatorCells(indicator, around.isSplit, survey)
  const bare = bareRow(id, cells)
  const made = readIndicator(bare, around)
  const row = withMarks(
    bare,
    kept(bare, cells, indicatorCells(made, around.isSplit, { ...made.survey }), (column) =>
      column === 'target' || column === 'actual' ? besideValue(bare, around) : '',
    ),
  )
  // Role and kind rest on the cells as they are kept.
  const again = readIndicator(row, around)
  const withKind =
    again.level1Kind === indicator.level1Kind
      ? row
      : withMarks(row, { level1: { ...row.marks?.level1, level1: indicator.level1Kind } })
  return again.role === indicator.role ? withKind : { ...withKind, role: indicator.role }
}

function taskCells(task: Task): Cells {
  const figures = gather(['budgeted', 'executed'] as const, (side) =>
    amountSources.map((source): [Column, ReturnType<typeof whole>] => [`${side}.${source}`, whole(task[side][source])]),
  )
  return new Map([
    ...(['name', 'content', 'completion', 'initialBudget', 'weight', 'rate', 'score', 'note'] as const).map(
      (column): [Column, ReturnType<typeof whole>] => [column, whole(task[column])],
    ),
    ...figures,
    ...extraCells(task.extra),
  ])
}

function taskRow(task: Task, id: RowId, around: Surroundings): DraftRow {
  const cells = taskCells(task)
  const bare = bareRow(id, cells)
  const made = readTask(bare, around)
  const row = withMarks(bare, kept(bare, cells, taskCells(made), nothingBeside))
  return made.role === task.role ? row : { ...row, role: task.role }
}

function plainRow<T extends Goal | Form['facts'][number]>(item: T, id: RowId, read: (row: DraftRow) => T): DraftRow {
  const cellsIn = (one: T): Cells => new Map(Object.entries(one).map(([column, cell]) => [column, whole(cell)]))
  const cells = cellsIn(item)
  const bare = bareRow(id, cells)
  return withMarks(bare, kept(bare, cells, cellsIn(read(bare)), nothingBeside))
}

function headOf(form: Form): DraftRow {
  const cellsIn = (head: Pick<Form, (typeof headColumns)[number]>): Cells =>
    new Map(headColumns.map((column) => [column, whole(head[column])]))
  const cells = cellsIn(form)
  const bare = bareRow(headRow, cells)
  return withMarks(bare, kept(bare, cells, cellsIn(readHead(bare)), nothingBeside))
}

/** A form to be edited; `newId` names its rows. `edition`: the one to score it by, where that is settled. */
export function draftOf(form: Form, newId: () => RowId, edition: string | null = null): Draft {
  const head = headOf(form)
  const around = surroundingsOf({ head, columns: form.columns })
  return {
    schema: draftSchema,
    kind: form.kind,
    ...(form.stage === undefined ? {} : { stage: form.stage }),
    layout: form.layout,
    edition,
    head,
    tasks: form.tasks.map((task) => taskRow(task, newId(), around)),
    goals: form.goals.map((goal) => plainRow(goal, newId(), readGoal)),
    indicators: form.indicators.map((indicator) => indicatorRow(indicator, newId(), around)),
    facts: form.facts.map((fact) => plainRow(fact, newId(), readFact)),
    columns: form.columns,
  }
}
