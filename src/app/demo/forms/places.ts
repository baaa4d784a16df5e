/** What a layout has places for, and forms that show just that. */

import { type Form, type IndicatorColumn, surveyFields, type TaskColumn } from '../../../core/model/index.ts'
import { type FormSketch, formFromSketch } from '../../../core/recognise/sketch.ts'
import type { IndicatorField, Layout, LayoutBlock, TaskField } from '../../../core/rulebook/layout.ts'
import { withWideSigns } from './spelling.ts'

type Of<B extends LayoutBlock['block']> = Extract<LayoutBlock, { block: B }>

export function blockOf<B extends LayoutBlock['block']>(layout: Layout, block: B): Of<B> | undefined {
  return layout.blocks.find((one): one is Of<B> => one.block === block)
}

/** What a layout has places for. */
export interface Places {
  readonly indicators: ReadonlySet<IndicatorField>
  readonly tasks: ReadonlySet<TaskField>
  readonly facts: ReadonlySet<string>
  readonly labels: readonly string[]
  /** Points for execution below the weight's header: only where headers stand in two rows. */
  readonly executionPoints: boolean
  /** The money table names its unit. */
  readonly moneyUnit: boolean
}

export function placesOf(layout: Layout): Places {
  const facts = layout.blocks.flatMap((block) => (block.block === 'facts' ? block.rows.flat() : []))
  const notes = layout.blocks.flatMap((block) => (block.block === 'notes' ? block.labels : []))
  const tasks = blockOf(layout, 'tasks')
  const headers = [
    tasks?.label ?? '',
    ...(tasks?.columns ?? []).flatMap((column) => [column.header, column.group ?? '']),
  ]
  return {
    executionPoints:
      tasks?.columns.some((column) => column.group !== undefined) === true &&
      tasks.columns.some((column) => column.field === 'weight'),
    moneyUnit: headers.some((header) => /万元/.test(header)),
    indicators: new Set(blockOf(layout, 'indicators')?.columns.map((column) => column.field)),
    tasks: new Set(blockOf(layout, 'tasks')?.columns.map((column) => column.field)),
    facts: new Set(facts.map((fact) => fact.field)),
    labels: [...facts.filter((fact) => fact.field === 'fact').map((fact) => fact.label), ...notes],
  }
}

/** The columns that the layout prints, so that a check on a column that is not there does not apply. */
function columnsOf(places: Places): Form['columns'] {
  const indicators: readonly IndicatorColumn[] = [
    'level1',
    'level2',
    'name',
    'attribute',
    'target',
    'unit',
    'actual',
    'weight',
    'score',
    'note',
    ...surveyFields,
  ]
  const tasks: readonly TaskColumn[] = [
    'name',
    'content',
    'completion',
    'initialBudget',
    'budgeted',
    'executed',
    'weight',
    'rate',
    'score',
    'note',
  ]
  const printed = new Set([...places.tasks].map((field) => field.split('.')[0]))
  return {
    indicators: indicators.filter((column) => places.indicators.has(column)),
    tasks: tasks.filter((column) => printed.has(column)),
  }
}

/** The form of a sketch, as the layout's recogniser would give it. */
export function formIn(layout: Layout, sketch: FormSketch): Form {
  const stage = layout.stage === undefined ? {} : { stage: layout.stage }
  return { ...formFromSketch(sketch), ...stage, layout: layout.id, columns: columnsOf(placesOf(layout)) }
}

/** All running texts of a form in the wide punctuation of Chinese type; figures stay as they are. */
export function withWideText(sketch: FormSketch): FormSketch {
  const widen = <T extends object>(row: T, fields: readonly (keyof T)[]): T => ({
    ...row,
    ...Object.fromEntries(
      fields.flatMap((field) => (typeof row[field] === 'string' ? [[field, withWideSigns(row[field] as string)]] : [])),
    ),
  })
  return {
    ...sketch,
    tasks: (sketch.tasks ?? []).map((task) => widen(task, ['name', 'content', 'completion', 'note'])),
    goals: (sketch.goals ?? []).map((goal) => widen(goal, ['stated', 'achieved', 'midTerm'])),
    indicators: (sketch.indicators ?? []).map((row) => widen(row, ['name', 'note'])),
  }
}

/** Only what the layout has a column for. */
export function kept<T extends object>(whole: T, fields: Readonly<Partial<Record<keyof T, boolean>>>): T {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => fields[key as keyof T] !== false)) as T
}
