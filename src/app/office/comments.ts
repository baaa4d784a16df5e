/** Comments beside a cell, and their follow-up. */

import { type LifeEvent, mayDo } from '../../core/review/index.ts'
import { type Comment, findComment, insertComment, resolveComment } from '../../store/index.ts'
import { circumstancesOf, filingInSight, type Known, lifeOf, refuse } from './access.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import { actorOf, type Viewer } from './viewer.ts'

async function demandMayComment(office: Office, viewer: Viewer, id: string): Promise<Known> {
  const of = await filingInSight(office, viewer, id)
  const event: LifeEvent = { kind: 'comment', by: viewer.person.id }
  const decision = mayDo(
    actorOf(viewer),
    lifeOf(of.filing),
    event,
    await circumstancesOf(office, office.store.database, of, {}, false),
  )
  if (!decision.allowed) throw refuse(decision)
  return of
}

export interface CommentInput {
  /** 'form', a row id, 'row column', or 'rule:<id>' to explain what a check found. */
  readonly place: string
  readonly text: string
  readonly answers: string | null
}

/** Throws `not-found`, `forbidden`, `not-allowed-now`. */
export async function addComment(
  office: Office,
  viewer: Viewer,
  filing: string,
  input: CommentInput,
): Promise<Comment> {
  const of = await demandMayComment(office, viewer, filing)
  const { region, id: person, name } = viewer.person
  const answered = input.answers === null ? null : await findComment(office.store.database, region, input.answers)
  if (input.answers !== null && answered?.filing !== filing) throw new Problem('not-found')
  const at = office.now()
  const comment: Comment = {
    region,
    id: office.newId(),
    filing,
    ...input,
    person,
    name,
    at,
    resolved_at: null,
    resolved_by: null,
  }
  await office.store.write(async (tx, record) => {
    await insertComment(tx, comment)
    record({ region, at, person, filing, event: { kind: 'comment', comment: comment.id, ...input } })
  })
  office.tell({ kind: 'comment', region, path: of.filing.path, id: comment.id, filing })
  return comment
}

/** Throws `not-found`, `forbidden`, `not-allowed-now`. */
export async function settleComment(office: Office, viewer: Viewer, filing: string, id: string): Promise<Comment> {
  const of = await demandMayComment(office, viewer, filing)
  const { region, id: person } = viewer.person
  const found = await findComment(office.store.database, region, id)
  if (found === null || found.filing !== filing) throw new Problem('not-found')
  if (found.resolved_at !== null) return found
  const at = office.now()
  await office.store.write(async (tx, record) => {
    await resolveComment(tx, region, id, at, person)
    record({ region, at, person, filing, event: { kind: 'resolveComment', comment: id } })
  })
  office.tell({ kind: 'comment', region, path: of.filing.path, id, filing })
  return { ...found, resolved_at: at, resolved_by: person }
}
