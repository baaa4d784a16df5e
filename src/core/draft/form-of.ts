/**
 * Draft → Form. A row that has not changed since the last time is the same object in the form, so that whoever scores and
 * checks it does not do so again: one cell changed among a thousand rows costs one row.
 */

import { gather } from '../model/gather.ts'
import type {
  Amounts,
  Cell,
  Form,
  Goal,
  Indicator,
  IndicatorRole,
  Label,
  NumberCell,
  Reading,
  Survey,
  SurveyField,
  Task,
  TaskRole,
  TextCell,
} from '../model/index.ts'
import {
  cleanText,
  countIn,
  gradeOf,
  keyOf,
  labelOf,
  moneyUnitNamed,
  roleTold,
  surveyOf,
  taskRoleTold,
  withSurvey,
  yearIn,
} from '../recognise/typed-cells.ts'
import { level1Of, level2Of, taskExtraFields } from '../rulebook/index.ts'
import { readNumber, readValue, type ValueContext, withFullMarks } from '../values/index.ts'
import { amountSources, EXTRA } from './columns.ts'
import { type Column, type Draft, type DraftRow, textAt } from './draft.ts'
import { cellOf, cellsBelow, numberCell, textCell } from './read-cells.ts'

/** What rows are read by, beside their own texts. */
export interface Surroundings {
  readonly fiscalYear: number | null
  /** 指标性质, 指标值 and 度量单位 stand in cells of their own. */
  readonly isSplit: boolean
  /** The money table breaks one sum down by source of funds. */
  readonly bySource: boolean
}

export function surroundingsOf(draft: Pick<Draft, 'head' | 'columns'>): Surroundings {
  const { indicators, tasks } = draft.columns
  return {
    fiscalYear: fiscalYearOf(draft.head).value,
    isSplit: indicators.includes('attribute') || indicators.includes('unit'),
    bySource: !tasks.includes('content') && !tasks.includes('completion'),
  }
}

function fiscalYearOf(head: DraftRow): Cell<number> {
  return cellOf(head, 'fiscalYear', (raw) => ({ raw, value: yearIn(raw) }))
}

function labelCell(row: DraftRow, level: 'level1' | 'level2'): Label {
  let points: NumberCell | null = null
  const cell: TextCell = cellOf(row, level, (raw) => {
    const label = labelOf(raw, level === 'level1' ? level1Of : level2Of)
    points = label.points
    return label.cell
  })
  const own = numberCell(row, `${level}Points`)
  return { cell, points: own.raw === '' ? (points ?? own) : own }
}

/** Texts that a target or an actual is understood by. */
export function besideValue(row: DraftRow, { fiscalYear }: Surroundings): string {
  return [textAt(row, 'name'), textAt(row, 'attribute'), textAt(row, 'unit'), fiscalYear ?? ''].join('\n')
}

function contextOf(row: DraftRow, { fiscalYear }: Surroundings): ValueContext {
  const [name, attribute, unit] = [textAt(row, 'name'), textAt(row, 'attribute'), textAt(row, 'unit')]
  return {
    typed: true,
    ...(fiscalYear === null ? {} : { fiscalYear }),
    ...(name === '' ? {} : { name }),
    ...(attribute === '' ? {} : { attribute }),
    ...(unit === '' ? {} : { unit }),
  }
}

/** 指标性质, 指标值 and 度量单位 as one printed text. */
export function joinedTarget(attribute: string, own: string, unit: string): string {
  return [attribute, own, unit].filter((part) => part !== '').join(' ')
}

function targetCell(row: DraftRow, around: Surroundings, context: ValueContext): Cell<Reading> {
  const read = (text: string): Reading => readValue(cleanText(text), context)
  const beside = besideValue(row, around)
  if (!around.isSplit) return cellOf(row, 'target', (raw) => ({ raw, value: read(raw) }), beside)
  const raw = joinedTarget(textAt(row, 'attribute'), textAt(row, 'target'), textAt(row, 'unit'))
  const joined = (own: string): Cell<Reading> => ({ raw, value: { ...read(own), raw } })
  const cell = cellOf(row, 'target', joined, beside)
  // An operator or a unit without a figure is a target that says nothing yet.
  return cell.raw === raw || textAt(row, 'target') !== '' ? cell : { ...cell, ...joined('') }
}

function surveyCells(row: DraftRow): Partial<Survey> {
  const found = cellsBelow<unknown>(row, 'survey.', (column, field) =>
    (field as SurveyField) === 'surveyMethod'
      ? textCell(row, column)
      : cellOf(row, column, (raw) => ({ raw, value: countIn(raw) })),
  )
  return (found ?? {}) as Partial<Survey>
}

/** One row as an indicator of the form. */
export function readIndicator(row: DraftRow, around: Surroundings): Indicator {
  const context = contextOf(row, around)
  const name = textCell(row, 'name')
  const target = targetCell(row, around, context)
  const level1 = labelCell(row, 'level1')
  const level2 = labelCell(row, 'level2')
  const weight = numberCell(row, 'weight')
  const level1Kind =
    row.marks?.level1?.level1 ??
    (level1.cell.raw === '' ? level2Of(level2.cell.raw)?.level1 : level1Of(level1.cell.raw)?.kind) ??
    'other'
  const indicator: Indicator = {
    role: (row.role as IndicatorRole | undefined) ?? roleTold(keyOf(name.raw), target),
    level1,
    level1Kind,
    level2,
    name,
    attribute: textCell(row, 'attribute'),
    unit: textCell(row, 'unit'),
    target,
    actual: cellOf(
      row,
      'actual',
      (raw) => ({ raw, value: readValue(cleanText(raw), context) }),
      besideValue(row, around),
    ),
    weight,
    score: withFullMarks(numberCell(row, 'score'), weight),
    note: textCell(row, 'note'),
    extra: cellsBelow(row, EXTRA, (column) => textCell(row, column)) ?? {},
  }
  return withSurvey(indicator, surveyOf(surveyCells(row), indicator))
}

const figureColumns: readonly Column[] = [
  'initialBudget',
  ...gather(amountSources, (source) => [`budgeted.${source}`, `executed.${source}`]),
  'weight',
  'rate',
  'score',
  ...taskExtraFields.map((field) => `${EXTRA}${field}`),
]

function amounts(row: DraftRow, side: 'budgeted' | 'executed'): Amounts {
  return {
    total: numberCell(row, `${side}.total`),
    appropriation: numberCell(row, `${side}.appropriation`),
    otherFunds: numberCell(row, `${side}.otherFunds`),
    carryOver: numberCell(row, `${side}.carryOver`),
  }
}

/** One row as a task, or a source of funds, of the form. */
export function readTask(row: DraftRow, { bySource }: Surroundings): Task {
  const name = textCell(row, 'name')
  const figures = figureColumns.some((column) => /\d/.test(textAt(row, column)))
  const extra = cellsBelow(row, EXTRA, (column) => textCell(row, column))
  return {
    role: (row.role as TaskRole | undefined) ?? taskRoleTold(keyOf(name.raw), figures, bySource),
    name,
    content: textCell(row, 'content'),
    completion: textCell(row, 'completion'),
    initialBudget: numberCell(row, 'initialBudget'),
    budgeted: amounts(row, 'budgeted'),
    executed: amounts(row, 'executed'),
    weight: numberCell(row, 'weight'),
    rate: numberCell(row, 'rate'),
    score: numberCell(row, 'score'),
    note: textCell(row, 'note'),
    ...(extra === null ? {} : { extra }),
  }
}

export function readGoal(row: DraftRow): Goal {
  const midTerm = textCell(row, 'midTerm')
  return {
    stated: textCell(row, 'stated'),
    achieved: textCell(row, 'achieved'),
    ...(midTerm.raw === '' ? {} : { midTerm }),
  }
}

export function readFact(row: DraftRow): Form['facts'][number] {
  return { label: textCell(row, 'label'), text: textCell(row, 'text') }
}

/** The cells of the head as the form has them. */
export function readHead(
  head: DraftRow,
): Omit<Form, 'kind' | 'layout' | 'columns' | 'facts' | Exclude<keyof Draft, 'head'>> {
  return {
    title: textCell(head, 'title'),
    region: textCell(head, 'region'),
    fiscalYear: fiscalYearOf(head),
    department: textCell(head, 'department'),
    supervisor: textCell(head, 'supervisor'),
    project: textCell(head, 'project'),
    implementer: textCell(head, 'implementer'),
    moneyUnit: cellOf(head, 'moneyUnit', (raw) => ({ raw, value: moneyUnitNamed(raw) })),
    executionPoints: cellOf(head, 'executionPoints', (raw) => ({
      raw,
      value: readNumber(raw.replace(/[^\d.]/g, '')).value,
    })),
    total: numberCell(head, 'total'),
    grade: cellOf(head, 'grade', (raw) => ({ raw, value: gradeOf(raw) })),
  }
}

/** What was made of a row, as long as its surroundings are the same. */
interface Made {
  readonly around: Surroundings
  readonly item: unknown
}

const madeOf = new WeakMap<DraftRow, Made>()

function once<T>(row: DraftRow, around: Surroundings, read: (row: DraftRow, around: Surroundings) => T): T {
  const known = madeOf.get(row)
  if (
    known !== undefined &&
    known.around.fiscalYear === around.fiscalYear &&
    known.around.isSplit === around.isSplit &&
    known.around.bySource === around.bySource
  ) {
    return known.item as T
  }
  const item = read(row, around)
  madeOf.set(row, { around, item })
  return item
}

/** The form that a draft is: to be scored, checked, printed. Never throws. */
export function formOf(draft: Draft): Form {
  const around = surroundingsOf(draft)
  return {
    kind: draft.kind,
    ...(draft.stage === undefined ? {} : { stage: draft.stage }),
    layout: draft.layout,
    ...once(draft.head, around, readHead),
    tasks: draft.tasks.map((row) => once(row, around, readTask)),
    goals: draft.goals.map((row) => once(row, around, readGoal)),
    indicators: draft.indicators.map((row) => once(row, around, readIndicator)),
    facts: draft.facts.map((row) => once(row, around, readFact)),
    columns: draft.columns,
  }
}
