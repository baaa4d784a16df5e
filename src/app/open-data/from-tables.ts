/** Forms from rows of the tables: the texts, read as if they had been typed. */

import {
  type Amounts,
  type Cell,
  emptyCell,
  type Form,
  type FormKind,
  type FormStage,
  type Goal,
  type Indicator,
  type IndicatorRole,
  type Level1,
  type MoneyUnit,
  type NumberCell,
  type Survey,
  surveyFields,
  type Task,
  type TaskRole,
  type TextCell,
} from '../../core/model/index.ts'
import { cleanText, gradeOf } from '../../core/recognise/typed-cells.ts'
import { readNumber, readValue } from '../../core/values/index.ts'
import { extraFields, snake, surveyNames } from './indicator-table.ts'
import { taskExtras } from './tables.ts'
import type { TableTexts } from './to-tables.ts'

/** A line by the names of its columns; a column that is not there is empty. */
type Line = (column: string) => string

function linesOf(tables: TableTexts, name: string): readonly Line[] {
  const [header = [], ...lines] = tables[name] ?? []
  const at = new Map(header.map((column, index) => [column, index]))
  return lines.map((line) => (column) => line[at.get(column) ?? -1] ?? '')
}

function text(raw: string): TextCell {
  return raw === '' ? emptyCell : { raw, value: cleanText(raw) }
}

function number(raw: string): NumberCell {
  return raw === '' ? emptyCell : { raw, value: readNumber(raw).value }
}

function amounts(line: Line, side: 'budgeted' | 'executed'): Amounts {
  return {
    total: number(line(`${side}_total`)),
    appropriation: number(line(`${side}_appropriation`)),
    otherFunds: number(line(`${side}_other_funds`)),
    carryOver: number(line(`${side}_carry_over`)),
  }
}

function taskOf(line: Line): Task {
  const extra = Object.keys(taskExtras).flatMap((field) => {
    const raw = line(snake(field))
    return raw === '' ? [] : [[field, text(raw)] as const]
  })
  return {
    role: line('role') as TaskRole,
    name: text(line('name')),
    content: text(line('content')),
    completion: text(line('completion')),
    initialBudget: number(line('initial_budget')),
    budgeted: amounts(line, 'budgeted'),
    executed: amounts(line, 'executed'),
    weight: number(line('weight')),
    rate: number(line('rate')),
    score: number(line('score')),
    note: text(line('note')),
    ...(extra.length === 0 ? {} : { extra: Object.fromEntries(extra) }),
  }
}

function surveyOf(line: Line): Survey | undefined {
  const raws = surveyFields.map((field) => [field, line(surveyNames[field][0])] as const)
  if (raws.every(([, raw]) => raw === '')) return undefined
  const cells = raws.map(([field, raw]): readonly [string, Cell<unknown>] => [
    field,
    field === 'surveyMethod' ? text(raw) : number(raw),
  ])
  return Object.fromEntries(cells) as unknown as Survey
}

function indicatorOf(line: Line, year: number | null): Indicator {
  const [name, attribute, unit] = [line('name'), line('attribute'), line('unit')]
  const context = {
    typed: true,
    ...(name === '' ? {} : { name }),
    ...(attribute === '' ? {} : { attribute }),
    ...(unit === '' ? {} : { unit }),
    ...(year === null ? {} : { fiscalYear: year }),
  }
  const value = (raw: string): Indicator['target'] =>
    raw === '' ? emptyCell : { raw, value: readValue(cleanText(raw), context) }
  const survey = surveyOf(line)
  const extra = Object.keys(extraFields).flatMap((field) => {
    const raw = line(snake(field))
    return raw === '' ? [] : [[field, text(raw)] as const]
  })
  return {
    role: line('role') as IndicatorRole,
    level1: { cell: text(line('level1')), points: number(line('level1_points')) },
    level1Kind: line('level1_kind') as Level1,
    level2: { cell: text(line('level2')), points: number(line('level2_points')) },
    name: text(name),
    attribute: text(attribute),
    unit: text(unit),
    target: value(line('target')),
    actual: value(line('actual')),
    weight: number(line('weight')),
    score: number(line('score')),
    note: text(line('note')),
    ...(survey === undefined ? {} : { survey }),
    extra: Object.fromEntries(extra),
  }
}

function words<T extends string>(list: string): readonly T[] {
  return list === '' ? [] : (list.split(' ') as T[])
}

function goalOf(line: Line): Goal {
  const midTerm = line('mid_term')
  return {
    stated: text(line('stated')),
    achieved: text(line('achieved')),
    ...(midTerm === '' ? {} : { midTerm: text(midTerm) }),
  }
}

/** The forms of the tables, without what `readings` adds. Roles and kinds are as written: the schema of the data judges them. */
export function formFromTables(tables: TableTexts): readonly Form[] {
  return linesOf(tables, 'head').map((head): Form => {
    const own = (name: string) => linesOf(tables, name).filter((line) => line('form') === head('form'))
    const year = /^\d{4}$/.test(head('year')) ? Number(head('year')) : null
    const unit = head('money_unit')
    return {
      kind: head('kind') as FormKind,
      ...(head('stage') === '' ? {} : { stage: head('stage') as FormStage }),
      layout: head('layout') === '' ? null : head('layout'),
      title: text(head('title')),
      region: text(head('region')),
      fiscalYear: { raw: head('fiscal_year'), value: year },
      department: text(head('department')),
      supervisor: text(head('supervisor')),
      project: text(head('project')),
      implementer: text(head('implementer')),
      moneyUnit: { raw: unit, value: unit === '' ? null : (unit as MoneyUnit) },
      tasks: own('tasks').map(taskOf),
      goals: own('goals').map(goalOf),
      indicators: own('indicators').map((line) => indicatorOf(line, year)),
      executionPoints: number(head('execution_points')),
      total: number(head('total')),
      grade: { raw: head('grade'), value: gradeOf(head('grade')) },
      facts: own('facts').map((line) => ({ label: text(line('label')), text: text(line('text')) })),
      columns: { indicators: words(head('indicator_columns')), tasks: words(head('task_columns')) },
    }
  })
}
