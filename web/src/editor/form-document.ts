/**
 * A form that is being filled in: its draft, its sheet, what can be undone, and what the desk has not taken yet. Whatever is
 * typed is first kept in this browser, then sent; undo and redo survive a reload.
 */

import { applyAll, type Conflict, type Draft, type Edit } from '../../../src/core/draft/index.ts'
import { newId } from '../desk/ids.ts'
import { keep, recall } from '../desk/kept.ts'
import { type FormSource, SignedOut, Unreachable } from '../desk/source.ts'
import { type DocumentSnapshot, drawn, redrawn } from './document-snapshot.ts'
import { type Batch, type Change, type KeptWork, touched } from './kept-work.ts'

const mostChanges = 500
const sendAfter = 300
const retryAfter = 3000
/** The server takes so many edits at once. */
const mostAtOnce = 1500

const refusedText = {
  zh: '这张表现在不能修改，此处改动未写入',
  en: 'the form cannot be changed now; this change was not written',
} as const

export class FormDocument {
  readonly source: FormSource
  #snapshot: DocumentSnapshot
  #revision: number
  #done: Change[]
  #undone: Change[]
  #unsent: Edit[]
  #batch: Batch | null
  #isSending = false
  #timer: ReturnType<typeof setTimeout> | undefined
  #hasRemote = false
  readonly #listeners = new Set<() => void>()
  /** Told of every edit that changes the form, in order: who scores it follows. */
  onEdits: (edits: readonly Edit[]) => void = () => {}
  /** Told when the form was replaced as a whole. */
  onReplaced: (draft: Draft) => void = () => {}

  private constructor(source: FormSource, draft: Draft, revision: number, isEditable: boolean, kept: KeptWork) {
    this.source = source
    this.#revision = revision
    this.#done = [...kept.done]
    this.#undone = [...kept.undone]
    this.#unsent = []
    this.#batch = null
    this.#snapshot = {
      ...drawn(draft),
      isEditable,
      canUndo: this.#done.length > 0,
      canRedo: this.#undone.length > 0,
      keeping: 'kept',
      pending: new Set(),
      conflicts: [],
    }
    if (kept.unsent.length > 0 || kept.batch !== null) this.#resume(kept)
  }

  /** Opens a form, with what was typed here and not sent when the page was closed. */
  static async open(source: FormSource): Promise<FormDocument> {
    const [{ draft, revision, isEditable }, kept] = await Promise.all([
      source.load(),
      recall<KeptWork>(`work:${source.key}`).catch(() => undefined),
    ])
    return new FormDocument(source, draft, revision, isEditable, {
      ...{ done: [], undone: [], unsent: [], batch: null },
      ...kept,
    })
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

  /** What the desk did with the form as it stood before, at one's wish (a file taken in), becomes a change that can be taken back. */
  remember(before: Draft, edits: readonly Edit[]): void {
    const applied = applyAll(before, edits)
    if (!applied.ok) return
    this.#done = [...this.#done, { edits, inverse: applied.inverse }].slice(-mostChanges)
    this.#undone = []
    this.#show({})
    void this.#keepHere()
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
    this.#show({ ...redrawn(this.#snapshot, draft, edits), keeping: 'keeping' })
    this.onEdits(edits)
    void this.#keepHere()
    this.#sendSoon(sendAfter)
  }

  /** What was typed before the page was closed, on top of what the desk has. What it had already taken meets itself and is dropped. */
  #resume({ unsent, batch }: KeptWork): void {
    let { draft } = this.#snapshot
    const on = (edits: readonly Edit[]) =>
      edits.filter((edit) => {
        const applied = applyAll(draft, [edit])
        if (applied.ok) draft = applied.draft
        return applied.ok
      })
    const sent = on(batch?.edits ?? [])
    this.#batch = batch !== null && sent.length > 0 ? { key: batch.key, edits: batch.edits } : null
    this.#unsent = on(unsent)
    this.#snapshot = { ...this.#snapshot, ...drawn(draft), keeping: 'keeping', pending: this.#pending() }
    this.#sendSoon(0)
  }

  #pending(): ReadonlySet<string> {
    return touched([...(this.#batch?.edits ?? []), ...this.#unsent])
  }

  #show(change: Partial<DocumentSnapshot>): void {
    this.#snapshot = {
      ...this.#snapshot,
      canUndo: this.#done.length > 0,
      canRedo: this.#undone.length > 0,
      pending: this.#pending(),
      ...change,
    }
    for (const listener of this.#listeners) listener()
  }

  #keepHere(): Promise<void> {
    const kept: KeptWork = { done: this.#done, undone: this.#undone, unsent: this.#unsent, batch: this.#batch }
    // A browser that keeps nothing still sends.
    return keep(`work:${this.source.key}`, kept).catch(() => {})
  }

  #sendSoon(after: number): void {
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.#send(), after)
  }

  async #send(): Promise<void> {
    if (this.#isSending) return
    if (this.#batch === null) {
      if (this.#unsent.length === 0) {
        this.#show({ keeping: 'kept' })
        return
      }
      this.#batch = { key: newId(), edits: this.#unsent.slice(0, mostAtOnce) }
      this.#unsent = this.#unsent.slice(mostAtOnce)
      await this.#keepHere()
    }
    const { key, edits } = this.#batch
    this.#isSending = true
    try {
      const { revision, conflicts, draft } = await this.source.take(edits, this.#revision, this.#snapshot.draft, key)
      this.#revision = revision
      this.#batch = null
      if (draft !== undefined) this.#rebase(draft)
      const keeping = this.#unsent.length > 0 ? 'keeping' : 'kept'
      this.#show({ keeping, conflicts: [...this.#snapshot.conflicts, ...conflicts] })
      void this.#keepHere()
      if (this.#unsent.length > 0) this.#sendSoon(0)
      else if (this.#hasRemote) void this.refresh()
    } catch (error) {
      const isOut = error instanceof SignedOut
      this.#show({ keeping: isOut ? 'signedOut' : 'waiting' })
      // Who has signed in meanwhile, here or in another window, goes on at once.
      if (isOut || error instanceof Unreachable) this.#sendSoon(retryAfter)
      else await this.#giveUp()
    } finally {
      this.#isSending = false
    }
  }

  /** The desk will not have it (the form was handed in meanwhile, the right is gone): what it has is shown, what was typed is told. */
  async #giveUp(): Promise<void> {
    const refused = this.#batch?.edits ?? []
    this.#batch = null
    const { draft, revision, isEditable } = await this.source.load()
    this.#revision = revision
    const lost = refused.flatMap((edit) => {
      const applied = applyAll(draft, [edit])
      return applied.ok
        ? [{ ok: false, index: 0, code: 'locked', edit, expected: '', found: '', text: refusedText } as const]
        : [applied]
    })
    this.#rebase(draft)
    this.#show({ isEditable, keeping: 'kept', conflicts: [...this.#snapshot.conflicts, ...lost] })
    void this.#keepHere()
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
    if (this.#batch !== null || this.#unsent.length > 0) {
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
      const { keeping } = this.#snapshot
      if (keeping === 'signedOut') throw new SignedOut()
      if (keeping === 'waiting') throw new Unreachable()
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
