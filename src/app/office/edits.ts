/**
 * Editing a filing cell by cell. Each edit says what it found; where another was there before, it is a conflict and the
 * others are kept. What is answered is on the disk.
 */

import { apply, applyAll, type Conflict, type Draft, type Edit, withoutMarks } from '../../core/draft/index.ts'
import { type FilingState, type LifeEvent, next } from '../../core/review/index.ts'
import {
  dropStep,
  editsAfter,
  type Filing,
  type FilingChange,
  findFiling,
  markStep,
  pushStep,
  stepFor,
  stepsLeft,
  type Tx,
  updateFiling,
} from '../../store/index.ts'
import { demandMayDo, filingInSight, type Known, lockInSight } from './access.ts'
import { draftOf, keepDraft } from './drafts.ts'
import { figuresLater } from './figures.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import type { Viewer } from './viewer.ts'

export interface EditResult {
  readonly revision: number
  /** How many edits changed something; those that found their text there already count as done. */
  readonly applied: number
  readonly conflicts: readonly Conflict[]
  /** What others changed since the revision the sender had seen. */
  readonly changed: readonly { readonly revision: number; readonly edits: readonly Edit[] }[]
  readonly undo: boolean
  readonly redo: boolean
}

/** How a change came about, for the record. */
export type Way = 'typed' | 'undo' | 'redo' | 'import' | 'copy' | 'execution'

/** A whole draft is written after so many changes, so that reading replays few. */
const WHOLE_EVERY = 50

function isDone(draft: Draft, edit: Edit): boolean {
  if (edit.kind !== 'cell') return false
  const rows = [draft.head, ...draft.tasks, ...draft.goals, ...draft.indicators, ...draft.facts]
  const row = rows.find(({ id }) => id === edit.row)
  return row !== undefined && (row.cells[edit.column] ?? '') === edit.to
}

interface Change {
  readonly draft: Draft
  readonly edits: readonly Edit[]
  readonly inverse: readonly Edit[]
  readonly conflicts: readonly Conflict[]
}

/** What can be applied of edits of several cells; a row and what is written in it come one after another. */
function applied(draft: Draft, edits: readonly Edit[]): Change {
  let present = draft
  const done: Edit[] = []
  const inverse: Edit[][] = []
  const conflicts: Conflict[] = []
  for (const [index, edit] of edits.entries()) {
    const step = apply(present, edit)
    if (step.ok) {
      present = step.draft
      done.push(edit)
      inverse.unshift([...step.inverse])
    } else if (!isDone(present, edit)) conflicts.push({ ...step, index })
  }
  return { draft: present, edits: done, inverse: inverse.flat(), conflicts }
}

/** Writes a change into the filing; the record's entry carries the edits and is what the draft is made of. */
export async function writeChange(
  office: Office,
  tx: Tx,
  record: (entry: { region: string; at: string; person: string | null; filing: string | null; event: unknown }) => void,
  viewer: Viewer,
  filing: Filing,
  change: {
    readonly draft: Draft
    readonly edits: readonly Edit[]
    readonly way: Way
    readonly reason?: string
    readonly state?: FilingState
    readonly approved?: Draft
  },
): Promise<{ readonly revision: number; readonly now: string }> {
  const revision = filing.revision + 1
  const now = office.now()
  const isWhole = revision - filing.draft_revision >= WHOLE_EVERY || change.edits.length > 20
  const row: FilingChange = {
    revision,
    updated_at: now,
    ...(isWhole ? { draft: change.draft, draft_revision: revision } : {}),
    ...(change.approved === undefined ? {} : { approved: change.approved }),
    ...(change.state === undefined ? {} : { state: change.state, stage: change.state.stage }),
  }
  await updateFiling(tx, filing.region, filing.id, row)
  const { way, edits, reason } = change
  record({
    region: filing.region,
    at: now,
    person: viewer.person.id,
    filing: filing.id,
    event: { kind: 'edit', revision, way, edits, ...(reason === undefined ? {} : { reason }) },
  })
  return { revision, now }
}

function told(office: Office, viewer: Viewer, { filing }: Known, revision: number, draft: Draft): void {
  keepDraft(office, filing, revision, draft)
  office.tell({
    kind: 'filing',
    region: filing.region,
    path: filing.path,
    id: filing.id,
    revision,
    stage: filing.stage,
    by: viewer.person.id,
  })
  figuresLater(office, filing)
}

/** Edits of others between two revisions. */
async function changedSince(
  office: Office,
  filing: Filing,
  basis: number,
): Promise<{ readonly revision: number; readonly edits: readonly Edit[] }[]> {
  if (basis >= filing.revision) return []
  const later = await editsAfter(office.store.database, filing, basis)
  return later
    .filter(({ revision }) => revision <= filing.revision)
    .map(({ revision, edits }) => ({ revision, edits: edits as Edit[] }))
}

export interface EditInput {
  readonly edits: readonly Edit[]
  /** The revision that the sender has seen. */
  readonly basis: number
  readonly reason?: string
  /** The approved targets that the form is begun from with these edits. */
  readonly approved?: Draft
}

/** Throws `not-found`, `forbidden`, `not-allowed-now`, `bad-request`. Conflicts are answered, not thrown. */
export async function editFiling(
  office: Office,
  viewer: Viewer,
  id: string,
  input: EditInput,
  way: Way = 'typed',
  kind: 'edit' | 'takeIn' = 'edit',
): Promise<EditResult> {
  const { region, id: person } = viewer.person
  if (way === 'typed' && input.edits.some(({ kind }) => kind === 'lock'))
    throw new Problem('bad-request', { detail: 'lock' })
  const edits = way === 'typed' ? input.edits.map(withoutMarks) : input.edits
  const event: LifeEvent = { kind, by: person }
  const result = await office.store.write(async (tx, record) => {
    const of = await lockInSight(tx, viewer, id)
    await demandMayDo(office, tx, viewer, of, event)
    const draft = await draftOf(office, tx, of.filing)
    const change = applied(draft, edits)
    const place = { region, filing: id, person }
    let { revision } = of.filing
    if (change.edits.length > 0) {
      const state = of.filing.state as FilingState
      const after = next(state, event)
      ;({ revision } = await writeChange(office, tx, record, viewer, of.filing, {
        ...change,
        way,
        ...(input.reason === undefined ? {} : { reason: input.reason }),
        ...(input.approved === undefined ? {} : { approved: input.approved }),
        ...(after.authors.length === state.authors.length ? {} : { state: after }),
      }))
      await pushStep(tx, place, change)
    }
    const left = change.edits.length > 0 ? { undo: true, redo: false } : await stepsLeft(tx, place)
    return { of, change, revision, left }
  })
  const { of, change, revision, left } = result
  if (change.edits.length > 0) told(office, viewer, of, revision, change.draft)
  return {
    revision,
    applied: change.edits.length,
    conflicts: change.conflicts,
    changed: await changedSince(office, of.filing, input.basis),
    ...left,
  }
}

/** Takes back the viewer's last step, or does it again. Throws `conflict` where others went on from it; the step is dropped then. */
export async function stepBack(
  office: Office,
  viewer: Viewer,
  id: string,
  way: 'undo' | 'redo',
  basis: number,
): Promise<EditResult> {
  const { region, id: person } = viewer.person
  const place = { region, filing: id, person }
  const result = await office.store.write(async (tx, record) => {
    const of = await lockInSight(tx, viewer, id)
    await demandMayDo(office, tx, viewer, of, { kind: 'edit', by: person })
    const step = await stepFor(tx, place, way)
    if (step === null)
      return {
        of,
        draft: null,
        revision: of.filing.revision,
        conflict: null,
        count: 0,
        left: await stepsLeft(tx, place),
      }
    const edits = (way === 'undo' ? step.inverse : step.edits) as readonly Edit[]
    const change = applyAll(await draftOf(office, tx, of.filing), edits)
    if (!change.ok) {
      await dropStep(tx, place, step.seq)
      return {
        of,
        draft: null,
        revision: of.filing.revision,
        conflict: change,
        count: 0,
        left: await stepsLeft(tx, place),
      }
    }
    const { revision } = await writeChange(office, tx, record, viewer, of.filing, { draft: change.draft, edits, way })
    await markStep(tx, place, step.seq, way === 'undo')
    return { of, draft: change.draft, revision, conflict: null, count: edits.length, left: await stepsLeft(tx, place) }
  })
  if (result.conflict !== null) throw new Problem('conflict', { conflicts: [result.conflict] })
  if (result.draft !== null) told(office, viewer, result.of, result.revision, result.draft)
  return {
    revision: result.revision,
    applied: result.count,
    conflicts: [],
    changed: await changedSince(office, result.of.filing, basis),
    ...result.left,
  }
}

export interface FilingChanges {
  readonly revision: number
  readonly changed: readonly { readonly revision: number; readonly edits: readonly Edit[] }[]
}

/** All changes after a revision, one's own too. Throws `not-found`. */
export async function changesOf(office: Office, viewer: Viewer, id: string, since: number): Promise<FilingChanges> {
  const { filing } = await filingInSight(office, viewer, id)
  const now = (await findFiling(office.store.database, filing.region, id)) ?? filing
  return { revision: now.revision, changed: await changedSince(office, now, since) }
}
