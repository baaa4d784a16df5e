/** Columns of a blank table by the fields their headers name, and what to call them. */

import type { Header } from '../recognise/headers/headers.ts'
import { amountHeaders, indicatorHeaders, taskHeaders } from '../rulebook/words/index.ts'

export type Columns = ReadonlyMap<string, number>

/** The first column of each field; columns that no word explains go by their printed word behind a '?'. */
export function columnsOf(header: Header): Columns {
  const columns = new Map<string, number>()
  for (const { field, column } of header.leaves)
    if (field !== 'block' && !columns.has(field)) columns.set(field, column)
  return columns
}

const words: Readonly<Record<string, readonly string[] | undefined>> = { ...taskHeaders, ...indicatorHeaders }

/** What forms mostly print over a column. */
export function nameOfField(field: string): string {
  const [side, amount] = field.split('.') as [string, keyof typeof amountHeaders | undefined]
  if (amount !== undefined && amount !== 'total')
    return `${nameOfField(`${side}.total`)}（${amountHeaders[amount][0]}）`
  return words[field]?.[0] ?? field.replace(/^\?/, '')
}

const texts: ReadonlySet<string> = new Set([
  'name',
  'attribute',
  'unit',
  'note',
  'content',
  'completion',
  'explanation',
  'scoringRule',
  'evidence',
  'remark',
  'isCore',
  'targetBasis',
  'surveyMethod',
])

/** Cells of the column may hold numbers. */
export function holdsFigures(field: string): boolean {
  return !texts.has(field)
}
