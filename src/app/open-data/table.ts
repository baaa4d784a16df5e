/** Tidy tables: a field is described once, for its column, its place in the data package, the pages and the mapping. */

import type { Bilingual, Exact } from '../../core/model/index.ts'

export type FieldType = 'string' | 'integer' | 'number' | 'boolean'

export interface Field<Row> {
  readonly name: string
  readonly type: FieldType
  readonly about: Bilingual
  /** 元 of money is the form's own unit; 'percent' of rates; 'points' of weights and scores. */
  readonly unit?: 'money' | 'percent' | 'points' | 'people'
  /** One of these alone. */
  readonly words?: readonly string[]
  readonly text: (row: Row) => string
}

export interface Table<Row> {
  readonly name: string
  readonly title: Bilingual
  readonly fields: readonly Field<Row>[]
  /** Columns that together name a row. */
  readonly key: readonly string[]
}

/** A figure as decimals: what no decimal says exactly is cut after twelve. */
export function decimal(figure: Exact | null): string {
  if (figure === null) return ''
  const exact = figure.toString()
  return exact.includes('/') ? figure.toFixed(12).replace(/0+$/, '') : exact
}

/** The cells of a table: a header and a line for each row. */
export function cellsOf<Row>(table: Table<Row>, rows: readonly Row[]): readonly (readonly string[])[] {
  return [table.fields.map(({ name }) => name), ...rows.map((row) => table.fields.map(({ text }) => text(row)))]
}
