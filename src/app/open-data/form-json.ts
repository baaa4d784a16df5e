/** A form as JSON and back: the same cells, without where they stood in a file. */

import {
  type Amounts,
  type Cell,
  Exact,
  type Form,
  type Indicator,
  type Label,
  type NumberCell,
  type Reading,
  type Survey,
  surveyFields,
  type Task,
  type Unit,
  type Value,
} from '../../core/model/index.ts'

type Plain<T> = Cell<T>

/** Only what was printed and how it was understood. */
function bare<T>({ raw, value }: Cell<T>): Plain<T> {
  return { raw, value }
}

function bareLabel({ cell, points }: Label): Label {
  return { cell: bare(cell), points: bare(points) }
}

function bareRecord<T extends Readonly<Record<string, Cell<unknown>>>>(record: T): T {
  return Object.fromEntries(Object.entries(record).map(([key, cell]) => [key, bare(cell)])) as unknown as T
}

function bareTask(task: Task): Task {
  const { role, budgeted, executed, extra, ...cells } = task
  return {
    role,
    ...bareRecord(cells),
    budgeted: bareRecord({ ...budgeted }),
    executed: bareRecord({ ...executed }),
    ...(extra === undefined ? {} : { extra: bareRecord(extra) }),
  }
}

function bareIndicator(indicator: Indicator): Indicator {
  const { role, level1, level1Kind, level2, survey, extra, ...cells } = indicator
  return {
    role,
    level1: bareLabel(level1),
    level1Kind,
    level2: bareLabel(level2),
    ...bareRecord(cells),
    ...(survey === undefined ? {} : { survey: bareRecord({ ...survey }) }),
    extra: bareRecord(extra),
  }
}

/** The form without the places of its cells, for writing out. */
export function bareForm(form: Form): Form {
  const { kind, stage, layout, tasks, goals, indicators, facts, columns, ...cells } = form
  return {
    kind,
    ...(stage === undefined ? {} : { stage }),
    layout,
    ...bareRecord(cells),
    tasks: tasks.map(bareTask),
    goals: goals.map(({ stated, achieved, midTerm }) => ({
      stated: bare(stated),
      achieved: bare(achieved),
      ...(midTerm === undefined ? {} : { midTerm: bare(midTerm) }),
    })),
    indicators: indicators.map(bareIndicator),
    facts: facts.map(({ label, text }) => ({ label: bare(label), text: bare(text) })),
    columns,
  }
}

/** Exact figures are texts in JSON; everything else is as it was. */
type Written = { readonly raw: string; readonly value: unknown }

function numberOf({ raw, value }: Written): NumberCell {
  return { raw, value: value === null ? null : Exact.of(value as string) }
}

function amountsOf(written: Readonly<Record<keyof Amounts, Written>>): Amounts {
  return {
    total: numberOf(written.total),
    appropriation: numberOf(written.appropriation),
    otherFunds: numberOf(written.otherFunds),
    carryOver: numberOf(written.carryOver),
  }
}

function unitOf(unit: Unit | null): Unit | null {
  return unit === null ? null : { ...unit, factor: Exact.of(unit.factor as unknown as string) }
}

/** A value of the little language whose figures are still texts. */
function meantBy(value: Value): Value {
  const exact = (figure: Exact) => Exact.of(figure as unknown as string)
  switch (value.kind) {
    case 'quantity':
      return { ...value, number: exact(value.number), unit: unitOf(value.unit) }
    case 'duration':
      return { ...value, number: exact(value.number), unit: unitOf(value.unit)! }
    case 'range':
      return { ...value, from: exact(value.from), to: exact(value.to), unit: unitOf(value.unit) }
    case 'several':
      return { ...value, parts: value.parts.map(meantBy) }
    case 'conditional':
      return { ...value, value: meantBy(value.value) }
    default:
      return value
  }
}

function readingOf({ raw, value }: Written): Cell<Reading> {
  if (value === null) return { raw, value: null }
  const reading = value as Reading
  return {
    raw,
    value: {
      ...reading,
      value: reading.value === null ? null : meantBy(reading.value),
      repairs: reading.repairs.map((repair) => ({ ...repair, value: meantBy(repair.value) })),
    },
  }
}

function taskOf(task: Task): Task {
  return {
    ...task,
    initialBudget: numberOf(task.initialBudget),
    budgeted: amountsOf(task.budgeted),
    executed: amountsOf(task.executed),
    weight: numberOf(task.weight),
    rate: numberOf(task.rate),
    score: numberOf(task.score),
  }
}

function surveyOf(survey: Survey): Survey {
  const cells = surveyFields.map((field) => [field, field === 'surveyMethod' ? survey[field] : numberOf(survey[field])])
  return Object.fromEntries(cells) as unknown as Survey
}

function labelOf({ cell, points }: Label): Label {
  return { cell, points: numberOf(points) }
}

function indicatorOf(indicator: Indicator): Indicator {
  const { survey, ...rest } = indicator
  return {
    ...rest,
    level1: labelOf(indicator.level1),
    level2: labelOf(indicator.level2),
    target: readingOf(indicator.target),
    actual: readingOf(indicator.actual),
    weight: numberOf(indicator.weight),
    score: numberOf(indicator.score),
    ...(survey === undefined ? {} : { survey: surveyOf(survey) }),
  }
}

/** A form from its JSON. `written` has the shape of a Form (its schema says so) with texts in the place of exact figures. */
export function formFromJson(written: unknown): Form {
  const form = written as Form
  return {
    ...form,
    tasks: form.tasks.map(taskOf),
    indicators: form.indicators.map(indicatorOf),
    executionPoints: numberOf(form.executionPoints),
    total: numberOf(form.total),
  }
}
