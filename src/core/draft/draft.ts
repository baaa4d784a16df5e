/**
 * A form as it is edited: cells of raw text, as a person typed them or as a file had them, in rows that keep their names
 * while others come, go and move. Plain data: it is stored, sent and compared as JSON. What the texts mean is said by
 * `formOf` alone, with the code that recognises files.
 */

import type { Json } from '../model/canonical-json.ts'
import type { FormKind, FormStage, IndicatorColumn, Level1, SourceSpan, TaskColumn } from '../model/index.ts'

/** Made by the caller, unique in its draft. `headRow` names the head. */
export type RowId = string
/** The id of the one row of cells that belong to no table: title, names, year, total, grade. */
export const headRow = 'head'

export type Block = 'tasks' | 'goals' | 'indicators' | 'facts'
export const blocks: readonly Block[] = ['tasks', 'goals', 'indicators', 'facts']

/** 'name', 'budgeted.total', 'survey.sampleSize', 'extra.remark': see `columns.ts`. */
export type Column = string

/** How a cell was read from a file. An edit keeps `origin` alone: what a person typed is in no doubt. */
export interface Mark {
  readonly origin?: SourceSpan
  /** 0 to 1, as the reader gave it. */
  readonly confidence?: number
  readonly alternatives?: readonly string[]
  /** What the recogniser made of the text, where its text alone would be understood otherwise. */
  readonly read?: Kept
  /** Of a level-1 label: the kind of block that the recogniser saw. */
  readonly level1?: Level1
}

/** A cell of the form as data, good as long as the cells beside it say what they said. */
export interface Kept {
  readonly cell: Json
  /** Texts that the meaning of this one depends on. */
  readonly beside: string
}

export interface DraftRow {
  readonly id: RowId
  /** A role that the texts of the row do not tell: part, notApplicable, source, total, group … */
  readonly role?: string
  /** Texts by column. An empty cell is absent. */
  readonly cells: Readonly<Record<Column, string>>
  readonly marks?: Readonly<Record<Column, Mark>>
  /** Columns filled in by the bureau (execution figures): nobody types there. */
  readonly locked?: readonly Column[]
}

/** Raised when the shape changes; `json.ts` brings older drafts up. */
export const draftSchema = 1

export interface Draft {
  readonly schema: typeof draftSchema
  readonly kind: FormKind
  /** Absent for a self-evaluation. */
  readonly stage?: FormStage
  /** Layout by which it is shown and printed; null where the file's was none of those known. */
  readonly layout: string | null
  /** Edition that it is to be scored by; null: chosen by place, kind and year. */
  readonly edition: string | null
  readonly head: DraftRow
  readonly tasks: readonly DraftRow[]
  readonly goals: readonly DraftRow[]
  readonly indicators: readonly DraftRow[]
  readonly facts: readonly DraftRow[]
  readonly columns: { readonly indicators: readonly IndicatorColumn[]; readonly tasks: readonly TaskColumn[] }
}

/** The text of a cell; '' where nothing stands. */
export function textAt(row: DraftRow, column: Column): string {
  return row.cells[column] ?? ''
}

/** Where a row stands. */
export interface Found {
  readonly block: Block | null
  readonly index: number
  readonly row: DraftRow
}

/** The row of this id; `block` null for the head. Undefined where no row has it. */
export function findRow(draft: Draft, id: RowId): Found | undefined {
  if (id === headRow) return { block: null, index: 0, row: draft.head }
  for (const block of blocks) {
    const index = draft[block].findIndex((row) => row.id === id)
    if (index >= 0) return { block, index, row: draft[block][index]! }
  }
  return undefined
}
