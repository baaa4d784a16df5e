/** What this browser keeps of the work on a form, so that a closed page or a lost line takes nothing. */

import type { Edit } from '../../../src/core/draft/index.ts'

/** One step that can be undone. */
export interface Change {
  readonly edits: readonly Edit[]
  readonly inverse: readonly Edit[]
}

/** What this browser keeps of a form beside what the desk has. */
export interface KeptWork {
  readonly done: readonly Change[]
  readonly undone: readonly Change[]
  readonly unsent: readonly Edit[]
  /** Sent, and not answered yet. */
  readonly batch: Batch | null
}

/** Edits that go out together; sent again under the same key they are taken once. */
export interface Batch {
  readonly key: string
  readonly edits: readonly Edit[]
}

/** Names a cell of the draft in sets. */
function cellKey(row: string, column: string): string {
  return `${row} ${column}`
}

/** Names of the cells that edits write into. */
export function touched(edits: readonly Edit[]): Set<string> {
  return new Set(edits.flatMap((edit) => (edit.kind === 'cell' ? [cellKey(edit.row, edit.column)] : [])))
}
