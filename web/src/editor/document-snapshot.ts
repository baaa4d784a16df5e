/** What is seen of a form that is being filled in: its draft, read and laid out, and how far the desk has it. */

import { type Conflict, type Draft, type Edit, formOf } from '../../../src/core/draft/index.ts'
import { layOutForm, layoutOf } from '../../../src/core/layout/index.ts'
import type { Form } from '../../../src/core/model/index.ts'
import { type SheetView, sheetOf, withTexts } from '../grid/sheet-view.ts'
import { textsChanged } from './texts-changed.ts'

/**
 * `kept`: the desk has everything; `keeping`: on its way; `waiting`: the desk cannot be reached; `signedOut`: it asks who one is.
 * Of neither anything is lost.
 */
export type Keeping = 'kept' | 'keeping' | 'waiting' | 'signedOut'

export interface DocumentSnapshot {
  readonly draft: Draft
  readonly form: Form
  readonly sheet: SheetView
  readonly isEditable: boolean
  readonly canUndo: boolean
  readonly canRedo: boolean
  readonly keeping: Keeping
  /** Places whose edits the desk has not taken yet. */
  readonly pending: ReadonlySet<string>
  /** Edits that met what somebody else had typed: to be looked at. */
  readonly conflicts: readonly Conflict[]
}

/** A draft read and laid out; what `before` shows already stays the same object. */
export function drawn(draft: Draft, before?: SheetView): Pick<DocumentSnapshot, 'draft' | 'form' | 'sheet'> {
  const form = formOf(draft)
  return { draft, form, sheet: sheetOf(layOutForm(form, layoutOf(form)), before) }
}

/** After some edits: where they change texts of single cells alone, those cells are written anew, else the form is laid out again. */
export function redrawn(before: DocumentSnapshot, draft: Draft, edits: readonly Edit[]): ReturnType<typeof drawn> {
  const form = formOf(draft)
  const texts = textsChanged(before, { draft, form }, edits)
  return texts === null ? drawn(draft, before.sheet) : { draft, form, sheet: withTexts(before.sheet, texts) }
}
