/** The form as printed text: the contract of `ziping read --plain`. */

import {
  type Cell,
  type Form,
  type Goal,
  type Indicator,
  type SurveyField,
  surveyFields,
  type Task,
} from '../model/index.ts'

export interface PlainTask {
  readonly row: 'task' | 'total' | 'source'
  readonly name: string | null
  readonly budgeted: string | null
  readonly executed: string | null
  readonly weight: string | null
  readonly rate: string | null
  readonly score: string | null
}

export interface PlainIndicator {
  readonly level1: string | null
  readonly level2: string | null
  readonly name: string | null
  readonly target: string | null
  readonly actual: string | null
  readonly weight: string | null
  readonly score: string | null
  readonly note: string | null
  /** Only where the row says something of its survey. */
  readonly survey?: Readonly<Record<SurveyField, string | null>>
}

export interface PlainGoal {
  readonly stated: string | null
  readonly achieved: string | null
}

/** Printed text of each cell; null where nothing is printed or the layout has no such column. */
export interface PlainForm {
  readonly kind: 'department' | 'project'
  readonly region: string | null
  readonly department: string | null
  readonly supervisor: string | null
  readonly project: string | null
  readonly fiscalYear: string | null
  readonly moneyUnit: string | null
  readonly goals: readonly PlainGoal[]
  /** Every row of the money table that has figures, in order; group headers without figures are left out. */
  readonly tasks: readonly PlainTask[]
  readonly indicators: readonly PlainIndicator[]
  readonly total: string | null
  readonly grade: string | null
}

function printed(cell: Cell<unknown>): string | null {
  return cell.raw === '' ? null : cell.raw
}

/** Names that the form spells out in other words are given as understood: a year as digits, a region as its name. */
function understood(cell: Cell<unknown>): string | null {
  return cell.value === null ? printed(cell) : String(cell.value)
}

/** A figure is printed somewhere in the row: '-' and blanks are none. */
function hasFigures(task: Task): boolean {
  const amounts = [...Object.values(task.budgeted), ...Object.values(task.executed)]
  return [task.initialBudget, ...amounts, task.weight, task.rate, task.score].some(({ raw }) =>
    /[0-9\uff10-\uff19]/.test(raw),
  )
}

function plainTask(task: Task): PlainTask | null {
  if (task.role === 'group' || !hasFigures(task)) return null
  return {
    row: task.role,
    name: printed(task.name),
    budgeted: printed(task.budgeted.total),
    executed: printed(task.executed.total),
    weight: printed(task.weight),
    rate: printed(task.rate),
    score: printed(task.score),
  }
}

function plainIndicator(indicator: Indicator): PlainIndicator {
  const { survey } = indicator
  return {
    level1: printed(indicator.level1.cell),
    level2: printed(indicator.level2.cell),
    name: printed(indicator.name),
    target: printed(indicator.target),
    actual: printed(indicator.actual),
    weight: printed(indicator.weight),
    score: printed(indicator.score),
    note: printed(indicator.note),
    ...(survey === undefined
      ? {}
      : {
          survey: Object.fromEntries(surveyFields.map((field) => [field, printed(survey[field])])) as Record<
            SurveyField,
            string | null
          >,
        }),
  }
}

function plainGoal(goal: Goal): PlainGoal {
  return { stated: printed(goal.stated), achieved: printed(goal.achieved) }
}

/** A recognised form as `read --plain` prints it. */
export function toPlain(form: Form): PlainForm {
  return {
    kind: form.kind,
    region: understood(form.region),
    department: printed(form.department),
    supervisor: printed(form.supervisor),
    project: printed(form.project),
    fiscalYear: understood(form.fiscalYear),
    moneyUnit: understood(form.moneyUnit),
    goals: form.goals.map(plainGoal),
    tasks: form.tasks.map(plainTask).filter((task) => task !== null),
    indicators: form.indicators.map(plainIndicator),
    total: printed(form.total),
    grade: printed(form.grade),
  }
}
