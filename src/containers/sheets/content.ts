/** What the reader of any workbook format yields of one sheet, before it becomes a grid. */

import type { CellAddress, Range } from './cell-names.ts'

export interface SheetCell extends CellAddress {
  readonly text: string
  /** The figure behind the text, as the file holds it; absent for texts. Formulas without result are worked out from it. */
  readonly figure?: string
}

/** What has to be said of single cells. */
export type NoteKind =
  | 'formulaComputed'
  | 'formulaWithoutValue'
  | 'errorValue'
  | 'formatNotUnderstood'
  | 'numberHidden'
  | 'missingText'
  | 'placeUnreadable'
  | 'repeated'
  | 'comment'

export interface CellNotes {
  readonly count: number
  /** The first of them, with what stands there. */
  readonly first: readonly SheetCell[]
}

/** So many cells of a kind are kept by name; the rest is counted. Comments are texts of their own: more of them are kept. */
const NOTED = 20
const NOTED_COMMENTS = 400
const NOTED_LENGTH: Readonly<Partial<Record<NoteKind, number>>> = { comment: 2000 }

export class Notes {
  readonly #notes = new Map<NoteKind, { count: number; first: SheetCell[] }>()

  add({ row, column }: CellAddress, kind: NoteKind, text: string): void {
    const notes = this.#notes.get(kind) ?? { count: 0, first: [] }
    this.#notes.set(kind, notes)
    notes.count++
    if (notes.first.length < (kind === 'comment' ? NOTED_COMMENTS : NOTED)) {
      notes.first.push({ row, column, text: text.slice(0, NOTED_LENGTH[kind] ?? 200) })
    }
  }

  get all(): ReadonlyMap<NoteKind, CellNotes> {
    return this.#notes
  }
}

export interface SheetContent {
  readonly cells: readonly SheetCell[]
  readonly merges: readonly Range[]
  readonly notes: ReadonlyMap<NoteKind, CellNotes>
  readonly hidden: boolean
  /** Rows and columns that the sheet hides. */
  readonly hiddenRows: ReadonlySet<number>
  readonly hiddenColumns: readonly (readonly [first: number, last: number])[]
  /** Texts of boxes that lie over the cells, at the cell of their upper left corner. */
  readonly boxes: readonly SheetCell[]
  readonly pictures: number
  readonly tooManyMerges: boolean
}
