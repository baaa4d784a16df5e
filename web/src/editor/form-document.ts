/**
 * A form that is being filled in: its draft, its sheet, what can be undone, and what the desk has not taken yet. Whatever is
 * typed is first kept in this browser, then sent; undo and redo survive a reload.
 */

import { applyAll, type Conflict, type Draft, type Edit, formOf } from '../../../src/core/draft/index.ts'
import { layOutForm, layoutOf } from '../../../src/core/layout/index.ts'
import type { Form, FormPath } from '../../../src/core/model/index.ts'
import { keep, recall } from '../desk/kept.ts'
import { type FormSource, Unreachable } from '../desk/source.ts'
import { type SheetView, sheetOf } from '../grid/sheet-view.ts'

interface Change {
  readonly edits: readonly Edit[]
  readonly inverse: readonly Edit[]
}

/** `kept`: the desk has everything; `keeping`: on its way; `waiting`: the desk cannot be reached, nothing is lost. */
export type Keeping = 'kept' | 'keeping' | 'waiting'

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

/** What this browser keeps of a form beside what the desk has. */
interface Kept {
  readonly done: readonly Change[]
  readonly undone: readonly Change[]
  readonly unsent: readonly Edit[]
}

const mostChanges = 500
const sendAfter = 300
const retryAfter = 3000

/** Names a cell of the draft in sets. */
export function cellKey(row: string, column: string): string {
  return `${row} ${column}`
}

function touched(edits: readonly Edit[]): Set<string> {
  return new Set(edits.flatMap((edit) => (edit.kind === 'cell' ? [cellKey(edit.row, edit.column)] : [])))
}

function drawn(draft: Draft, before?: SheetView): Pick<DocumentSnapshot, 'draft' | 'form' | 'sheet'> {
  const form = formOf(draft)
  return { draft, form, sheet: sheetOf(layOutForm(form, layoutOf(form)), before) }
}

export class FormDocument {
  readonly source: FormSource
  #snapshot: DocumentSnapshot
  #revision: number
  #done: Change[]
  #undone: Change[]
  #unsent: Edit[]
  #sending: readonly Edit[] = []
  #timer: ReturnType<typeof setTimeout> | undefined
  #hasRemote = false
  readonly #listeners = new Set<() => void>()
  /** Told of every edit that changes the form, in order: who scores it follows. */
  onEdits: (edits: readonly Edit[]) => void = () => {}
  /** Told when the form was replaced as a whole. */
  onReplaced: (draft: Draft) => void = () => {}

  private constructor(source: FormSource, draft: Draft, revision: number, isEditable: boolean, kept: Kept) {
    this.source = source
    this.#revision = revision
    this.#done = [...kept.done]
    this.#undone = [...kept.undone]
    this.#unsent = []
    this.#snapshot = {
      ...drawn(draft),
      isEditable,
      canUndo: this.#done.length > 0,
      canRedo: this.#undone.length > 0,
      keeping: 'kept',
      pending: new Set(),
      conflicts: [],
    }
    if (kept.unsent.length > 0) this.#resume(kept.unsent)
  }

  /** Opens a form, with what was typed here and not sent when the page was closed. */
  static async open(source: FormSource): Promise<FormDocument> {
    const [{ draft, revision, isEditable }, kept] = await Promise.all([
      source.load(),
      recall<Kept>(`work:${source.key}`).catch(() => undefined),
    ])
    return new FormDocument(source, draft, revision, isEditable, kept ?? { done: [], undone: [], unsent: [] })
  }

  readonly snapshot = (): DocumentSnapshot => this.#snapshot

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Applies edits a person made; what meets a lock or a limit changes nothing and is said. */
  change(edits: readonly Edit[]): Conflict | null {
    if (edits.length === 0 || !this.#snapshot.isEditable) return null
    const applied = applyAll(this.#snapshot.draft, edits)
    if (!applied.ok) return applied
    this.#done = [...this.#done, { edits, inverse: applied.inverse }].slice(-mostChanges)
    this.#undone = []
    this.#take(edits, applied.draft)
    return null
  }

  undo(): Conflict | null {
    return this.#back(this.#done, this.#undone)
  }

  redo(): Conflict | null {
    return this.#back(this.#undone, this.#done)
  }

  /** The last change of one list undone, and put on the other. */
  #back(from: Change[], onto: Change[]): Conflict | null {
    const change = from.pop()
    if (change === undefined || !this.#snapshot.isEditable) return null
    const applied = applyAll(this.#snapshot.draft, change.inverse)
    if (!applied.ok) {
      this.#show({})
      return applied
    }
    onto.push({ edits: change.inverse, inverse: applied.inverse })
    this.#take(change.inverse, applied.draft)
    return null
  }

  #take(edits: readonly Edit[], draft: Draft): void {
    this.#unsent.push(...edits)
    this.#show({ ...drawn(draft, this.#snapshot.sheet), keeping: 'keeping' })
    this.onEdits(edits)
    void this.#keepHere()
    this.#sendSoon(sendAfter)
  }

  #resume(unsent: readonly Edit[]): void {
    let { draft } = this.#snapshot
    for (const edit of unsent) {
      const applied = applyAll(draft, [edit])
      if (applied.ok) {
        draft = applied.draft
        this.#unsent.push(edit)
      }
    }
    this.#snapshot = { ...this.#snapshot, ...drawn(draft), keeping: 'keeping', pending: touched(this.#unsent) }
    this.#sendSoon(0)
  }

  #show(change: Partial<DocumentSnapshot>): void {
    this.#snapshot = {
      ...this.#snapshot,
      canUndo: this.#done.length > 0,
      canRedo: this.#undone.length > 0,
      pending: touched([...this.#sending, ...this.#unsent]),
      ...change,
    }
    for (const listener of this.#listeners) listener()
  }

  #keepHere(): Promise<void> {
    const kept: Kept = { done: this.#done, undone: this.#undone, unsent: [...this.#sending, ...this.#unsent] }
    // A browser that keeps nothing still sends.
    return keep(`work:${this.source.key}`, kept).catch(() => {})
  }

  #sendSoon(after: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), after)
  }

  async #send(): Promise<void> {
    if (this.#sending.length > 0 || this.#unsent.length === 0) return
    this.#sending = this.#unsent
    this.#unsent = []
    try {
      const { revision, conflicts, draft } = await this.source.take(this.#sending, this.#revision, this.#snapshot.draft)
      this.#revision = revision
      this.#sending = []
      if (draft !== undefined) this.#rebase(draft)
      const keeping = this.#unsent.length > 0 ? 'keeping' : 'kept'
      this.#show({ keeping, conflicts: [...this.#snapshot.conflicts, ...conflicts] })
      void this.#keepHere()
      if (this.#unsent.length > 0) this.#sendSoon(sendAfter)
      else if (this.#hasRemote) void this.refresh()
    } catch (error) {
      this.#unsent = [...this.#sending, ...this.#unsent]
      this.#sending = []
      this.#show({ keeping: 'waiting' })
      if (!(error instanceof Unreachable)) throw error
      this.#sendSoon(retryAfter)
    }
  }

  /** The desk's form with what it has not seen yet on top. */
  #rebase(draft: Draft): void {
    let present = draft
    const kept: Edit[] = []
    const lost: Conflict[] = []
    for (const edit of this.#unsent) {
      const applied = applyAll(present, [edit])
      if (applied.ok) {
        present = applied.draft
        kept.push(edit)
      } else lost.push(applied)
    }
    this.#unsent = kept
    this.#show({
      ...drawn(present, this.#snapshot.sheet),
      conflicts: [...this.#snapshot.conflicts, ...lost],
    })
    this.onReplaced(present)
  }

  /** Takes what others did. While edits are on their way the answer to them brings it. */
  async refresh(): Promise<void> {
    if (this.#sending.length > 0 || this.#unsent.length > 0) {
      this.#hasRemote = true
      return
    }
    this.#hasRemote = false
    const { draft, revision, isEditable } = await this.source.load()
    if (revision === this.#revision && isEditable === this.#snapshot.isEditable) return
    this.#revision = revision
    this.#show({ isEditable })
    this.#rebase(draft)
  }

  /** The conflicts were looked at. */
  settle(): void {
    this.#show({ conflicts: [] })
  }

  /** Sends what waits, now. Resolves when the desk has everything; rejects where it cannot be reached. */
  async flush(): Promise<void> {
    clearTimeout(this.#timer)
    for (let tries = 0; tries < 50 && this.#snapshot.keeping !== 'kept'; tries++) {
      await this.#send()
      if (this.#snapshot.keeping === 'waiting') throw new Unreachable()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  isPending(row: string, column: string): boolean {
    return this.#snapshot.pending.has(cellKey(row, column))
  }

  /** The row of the sheet that shows a place of the form. */
  rowOf(path: FormPath): number | null {
    return this.#snapshot.sheet.ofPath(path)?.row ?? null
  }
}
