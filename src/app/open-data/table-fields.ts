/** Rows of the open data's tables, and the fields that several tables share. */

import type {
  Bilingual,
  Cell,
  Form,
  Indicator,
  NumberCell,
  ScoredRow,
  ScoredTask,
  Task,
} from '../../core/model/index.ts'
import type { PublishedForm } from './publish.ts'
import { decimal, type Field } from './table.ts'

export interface FormRow {
  /** From 1, in the order of the file. */
  readonly form: number
}
export interface HeadRow extends FormRow {
  readonly published: PublishedForm
}
export interface FactRow extends FormRow {
  readonly number: number
  readonly fact: Form['facts'][number]
}
export interface GoalRow extends FormRow {
  readonly number: number
  readonly goal: Form['goals'][number]
}
export interface TaskRow extends FormRow {
  readonly number: number
  readonly task: Task
  readonly scored: Pick<ScoredTask, 'weight' | 'rate' | 'score'> | undefined
}
export interface IndicatorRow extends FormRow {
  readonly number: number
  readonly indicator: Indicator
  readonly scored: Pick<ScoredRow, 'verdict' | 'rule' | 'recomputed' | 'agreement'> | undefined
}
export interface ReadingRow extends FormRow {
  readonly path: string
  readonly value: string
}

export const about = (zh: string, en: string): Bilingual => ({ zh, en })

export const formNumber: Field<FormRow> = {
  name: 'form',
  type: 'integer',
  about: about('表的序号，自1起', 'number of the form, from 1'),
  text: ({ form }) => String(form),
}

export function number<Row extends FormRow & { readonly number: number }>(zh: string, en: string): Field<Row> {
  return { name: 'number', type: 'integer', about: about(zh, en), text: (row) => String(row.number) }
}

export function raw<Row>(name: string, said: Bilingual, cell: (row: Row) => Cell<unknown> | undefined): Field<Row> {
  return { name, type: 'string', about: said, text: (row) => cell(row)?.raw ?? '' }
}

/** As printed, and the figure it is read as. */
export function figure<Row>(
  name: string,
  said: Bilingual,
  unit: Field<Row>['unit'],
  cell: (row: Row) => NumberCell | undefined,
): readonly Field<Row>[] {
  return [
    raw(name, about(`${said.zh}（原文）`, `${said.en} (as printed)`), cell),
    {
      name: `${name}_number`,
      type: 'number',
      about: said,
      ...(unit === undefined ? {} : { unit }),
      text: (row) => decimal(cell(row)?.value ?? null),
    },
  ]
}
