/** One cell of a form changed, everything else shared with the form it was: for what-if and for editing. */

import { withoutBlanks } from '../model/blanks.ts'
import {
  type Cell,
  emptyCell,
  emptySurvey,
  type Form,
  type FormPath,
  type Indicator,
  type SurveyField,
  surveyFields,
  type Task,
} from '../model/index.ts'
import { readNumber, readValue, type ValueContext, withFullMarks } from '../values/index.ts'
import { gradeOf } from './sketch.ts'
import { surveyCell, surveyOf, withSurvey, withSurveyRetold } from './survey.ts'

const numberFields: ReadonlySet<string> = new Set(['weight', 'score', 'rate', 'initialBudget'])
const textFields: ReadonlySet<string> = new Set([
  'name',
  'content',
  'completion',
  'note',
  'attribute',
  'unit',
  'stated',
  'achieved',
])
const ROW = /^(indicators|tasks|goals)\[(\d+)\]\.(\w+)(?:\.(\w+))?$/

function number(raw: string): Cell<NonNullable<ReturnType<typeof readNumber>['value']>> {
  return { raw, value: raw === '' ? null : readNumber(raw).value }
}

function text(raw: string): Cell<string> {
  return { raw, value: raw === '' ? null : raw }
}

/** Whatever a target or an actual is understood by: the indicator's name, its attribute and unit, the year. */
function contextOf(indicator: Indicator, form: Form): ValueContext {
  return {
    typed: true,
    ...(indicator.name.raw === '' ? {} : { name: indicator.name.raw }),
    ...(indicator.attribute.raw === '' ? {} : { attribute: indicator.attribute.raw }),
    ...(indicator.unit.raw === '' ? {} : { unit: indicator.unit.raw }),
    ...(form.fiscalYear.value === null ? {} : { fiscalYear: form.fiscalYear.value }),
  }
}

function kept<T>(before: Cell<unknown>, after: Cell<T>): Cell<T> {
  return before.origin === undefined ? after : { ...after, origin: before.origin }
}

function editIndicator(indicator: Indicator, field: string, raw: string, form: Form): Indicator | null {
  if (field === 'target' || field === 'actual') {
    const cell = kept(indicator[field], { raw, value: readValue(raw, contextOf(indicator, form)) })
    return withSurveyRetold({ ...indicator, [field]: cell }, indicator)
  }
  if (field === 'weight' || field === 'score') {
    const edited = { ...indicator, [field]: kept(indicator[field], number(raw)) }
    return { ...edited, score: withFullMarks(edited.score, edited.weight) }
  }
  if (field === 'name' || field === 'note') {
    return withSurveyRetold({ ...indicator, [field]: kept(indicator[field], text(raw)) }, indicator)
  }
  return null
}

function isSurveyField(field: string | undefined): field is SurveyField {
  return (surveyFields as readonly (string | undefined)[]).includes(field)
}

function editSurvey(indicator: Indicator, field: SurveyField, raw: string): Indicator {
  const survey = indicator.survey ?? emptySurvey
  const changed = { ...survey, [field]: kept<unknown>(survey[field], surveyCell(field, raw)) }
  return withSurvey(indicator, surveyOf(changed, indicator))
}

function editTask(task: Task, field: string, part: string | undefined, raw: string): Task | null {
  if (field === 'budgeted' || field === 'executed') {
    const amounts = task[field]
    const source = (part ?? 'total') as keyof typeof amounts
    if (!(source in amounts)) return null
    return { ...task, [field]: { ...amounts, [source]: kept(amounts[source], number(raw)) } }
  }
  if (part !== undefined || !(field in task)) return null
  const before = task[field as keyof Task] as Cell<unknown>
  if (numberFields.has(field)) return { ...task, [field]: kept(before, number(raw)) }
  if (textFields.has(field)) return { ...task, [field]: kept(before, text(raw)) }
  return null
}

function replaced<T>(items: readonly T[], index: number, item: T): readonly T[] {
  return items.map((each, at) => (at === index ? item : each))
}

/** The form with the cell at `path` printed as `raw`; null where the path names no cell that can be changed. */
export function withCell(form: Form, path: FormPath, raw: string): Form | null {
  if (path === 'total' || path === 'executionPoints') return { ...form, [path]: kept(form[path], number(raw)) }
  if (path === 'grade') return { ...form, grade: kept(form.grade, { raw, value: gradeOf(raw) }) }
  const [, block, at, field, part] = ROW.exec(path) ?? []
  const index = Number(at)
  if (block === 'indicators' && field === 'survey' && isSurveyField(part)) {
    const indicator = form.indicators[index]
    if (indicator === undefined) return null
    return { ...form, indicators: replaced(form.indicators, index, editSurvey(indicator, part, raw)) }
  }
  if (block === 'indicators' && part === undefined) {
    const indicator = form.indicators[index]
    const edited = indicator === undefined ? null : editIndicator(indicator, field!, raw, form)
    return edited === null ? null : { ...form, indicators: replaced(form.indicators, index, edited) }
  }
  if (block === 'tasks') {
    const task = form.tasks[index]
    const edited = task === undefined ? null : editTask(task, field!, part, raw)
    return edited === null ? null : { ...form, tasks: replaced(form.tasks, index, edited) }
  }
  const goal = form.goals[index]
  if (block === 'goals' && goal !== undefined && (field === 'stated' || field === 'achieved' || field === 'midTerm')) {
    const cell = kept(goal[field] ?? emptyCell, text(raw))
    return { ...form, goals: replaced(form.goals, index, { ...goal, [field]: cell }) }
  }
  return null
}

/** 指标名#2: the second row that the name fits. */
const NTH = /^(.+)#([1-9]\d{0,3})$/

function bare(name: string): string {
  return withoutBlanks(name)
}

/**
 * Paths of the cells that a person means by '指标名.actual' or '任务名.executed': rows of exactly that name, else rows whose
 * name holds it. Several where the name stands more than once; '指标名#2' is the second of them.
 */
export function pathsNamed(form: Form, name: string, field: string): readonly FormPath[] {
  if (name === '' && ['total', 'grade', 'executionPoints'].includes(field)) return [field]
  const inRow = isSurveyField(field) ? `survey.${field}` : field
  const rows = [
    ...form.indicators.map((row, index) => ({ name: bare(row.name.raw), path: `indicators[${index}].${inRow}` })),
    ...form.tasks.map((row, index) => ({ name: bare(row.name.raw), path: `tasks[${index}].${field}` })),
  ].filter(({ path }) => withCell(form, path, '') !== null)
  const fitting = (wanted: string): readonly FormPath[] => {
    const exact = rows.filter((row) => row.name === wanted)
    return (exact.length > 0 ? exact : rows.filter((row) => row.name.includes(wanted))).map(({ path }) => path)
  }
  const [, before, place] = NTH.exec(bare(name)) ?? []
  const found = fitting(bare(name))
  if (found.length > 0 || before === undefined) return found
  return fitting(before).slice(Number(place) - 1, Number(place))
}
