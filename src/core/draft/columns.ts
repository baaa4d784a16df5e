/** Which cells a row of each block has. */

import { surveyFields } from '../model/index.ts'
import type { Block, Column } from './draft.ts'

export const headColumns = [
  'title',
  'region',
  'fiscalYear',
  'department',
  'supervisor',
  'project',
  'implementer',
  'moneyUnit',
  'executionPoints',
  'total',
  'grade',
] as const

export type HeadColumn = (typeof headColumns)[number]

export const amountSources = ['total', 'appropriation', 'otherFunds', 'carryOver'] as const

const own: Readonly<Record<Block, readonly Column[]>> = {
  indicators: [
    'level1',
    'level1Points',
    'level2',
    'level2Points',
    'name',
    'attribute',
    'target',
    'unit',
    'actual',
    'weight',
    'score',
    'note',
    ...surveyFields.map((field) => `survey.${field}`),
  ],
  tasks: [
    'name',
    'content',
    'completion',
    'initialBudget',
    ...amountSources.map((source) => `budgeted.${source}`),
    ...amountSources.map((source) => `executed.${source}`),
    'weight',
    'rate',
    'score',
    'note',
  ],
  goals: ['stated', 'achieved', 'midTerm'],
  facts: ['label', 'text'],
}

const known: ReadonlyMap<Block | null, ReadonlySet<Column>> = new Map<Block | null, ReadonlySet<Column>>([
  [null, new Set<Column>(headColumns)],
  ...Object.entries(own).map(([block, columns]) => [block as Block, new Set(columns)] as const),
])

/** Further printed columns, by the field id of the layout or the words of the header. */
export const EXTRA = 'extra.'
const LONGEST_FIELD = 60

/** Columns of a block in the order of a table; `extra.…` beside them for indicators and tasks. */
export function columnsOf(block: Block): readonly Column[] {
  return own[block]
}

/** Whether rows of this block (null: the head) have such a cell. */
export function isColumn(block: Block | null, column: Column): boolean {
  if (known.get(block)!.has(column)) return true
  const hasExtra = block === 'indicators' || block === 'tasks'
  return hasExtra && column.startsWith(EXTRA) && column.length > EXTRA.length && column.length <= LONGEST_FIELD
}
