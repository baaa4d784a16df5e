/** What happens to a filing, step by step: the pure table of the life cycle decides, this writes it down. */

import { cellAtPath, type Draft } from '../../core/draft/index.ts'
import { type EventKind, eventKinds, type FilingState, type LifeEvent, mayDo, next } from '../../core/review/index.ts'
import { type Filing, listComments, type Tx, updateFiling, writeFigures } from '../../store/index.ts'
import { type Counted, circumstancesOf, type Known, lifeOf, lockInSight, refuse } from './access.ts'
import { draftOf } from './drafts.ts'
import { figuresOf, type Judged, judgeFiling, noFigures } from './figures.ts'
import type { Office } from './office.ts'
import { Problem, type ProblemCode } from './problem.ts'
import { openItems } from './publication.ts'
import { mustTakePoints, reviewedFigures } from './review-sheets.ts'
import { actorOf, type Viewer } from './viewer.ts'

/** An event without who does it. */
export type EventInput = { readonly kind: LifeEvent['kind'] } & Readonly<Record<string, unknown>>

/** Errors that nobody has explained: a comment beside the cell, or on the rule, explains one. */
async function unexplainedErrors(tx: Tx, { filing }: Known, draft: Draft, { evaluation }: Judged): Promise<number> {
  if (evaluation === null) return 1
  const places = new Set((await listComments(tx, filing.region, filing.id)).map(({ place }) => place))
  const errors = evaluation.findings.filter(({ severity }) => severity === 'error')
  return errors.filter(({ rule, at }) => {
    if (places.has(`rule:${rule}`)) return false
    return !at.some(({ path }) => {
      const cell = cellAtPath(draft, path)
      return cell !== null && (places.has(`${cell.row} ${cell.column}`) || places.has(cell.row))
    })
  }).length
}

async function counted(
  office: Office,
  tx: Tx,
  of: Known,
  event: EventInput,
  draft: Draft,
  judged: Judged,
): Promise<Counted> {
  if (event.kind === 'submit') return { unexplainedErrors: await unexplainedErrors(tx, of, draft, judged) }
  if (event.kind === 'checkPublication' || event.kind === 'publish') {
    const confirmed = Array.isArray(event.confirmed) ? event.confirmed.map(String) : []
    return { unconfirmedItems: (await openItems(office, tx, of, confirmed)).length }
  }
  return {}
}

/** Carries out one event in a transaction that has locked the row. */
async function happen(
  office: Office,
  tx: Tx,
  record: (entry: { region: string; at: string; person: string | null; filing: string | null; event: unknown }) => void,
  viewer: Viewer,
  id: string,
  input: EventInput,
): Promise<Filing> {
  const of = await lockInSight(tx, viewer, id)
  const { filing } = of
  const event = { ...input, by: viewer.person.id } as unknown as LifeEvent
  const draft = await draftOf(office, tx, filing)
  const judged = await judgeFiling(office, tx, filing, draft)
  const counts = await counted(office, tx, of, input, draft, judged)
  const around = await circumstancesOf(office, tx, of, counts, input.kind === 'submit')
  const decision = mayDo(actorOf(viewer), lifeOf(filing), event, around)
  if (!decision.allowed) throw refuse(decision)
  const state = next(filing.state as FilingState, event)
  const at = office.now()
  const made = figuresOf(judged)
  const reviewed = reviewedFigures({ ...filing, state }, draft, judged)
  const published_at = input.kind === 'publish' ? at : input.kind === 'unpublish' ? null : filing.published_at
  const change = {
    state,
    stage: state.stage,
    updated_at: at,
    published_at,
    draft,
    draft_revision: filing.revision,
    ...reviewed,
    ...(input.kind === 'submit' && filing.submitted_at === null ? { submitted_at: at } : {}),
  }
  await updateFiling(tx, filing.region, filing.id, change)
  await writeFigures(tx, filing, state.stage === 'recalled' ? { ...made, ...noFigures } : made, filing.revision)
  const { by: _by, ...said } = event as unknown as Record<string, unknown>
  record({
    region: filing.region,
    at,
    person: viewer.person.id,
    filing: filing.id,
    event: { ...said, from: filing.stage, to: state.stage, round: state.round },
  })
  return { ...filing, ...made.figures, ...reviewed, state, stage: state.stage, published_at, updated_at: at }
}

/** Events that have use cases of their own. */
const elsewhere: ReadonlySet<string> = new Set(['read', 'comment', 'edit', 'takeIn', 'fillExecution', 'assess'])

/** Throws `not-found`, `forbidden`, `not-allowed-now`, `bad-request`. */
export async function takeStep(office: Office, viewer: Viewer, id: string, input: EventInput): Promise<void> {
  if (elsewhere.has(input.kind)) throw new Problem('bad-request', { detail: input.kind })
  const { region } = viewer.person
  const filing = await office.store.write(async (tx, record) => happen(office, tx, record, viewer, id, input))
  office.tell({
    kind: 'filing',
    region,
    path: filing.path,
    id,
    revision: filing.revision,
    stage: filing.stage,
    by: viewer.person.id,
  })
}

export interface BulkResult {
  readonly done: readonly string[]
  readonly refused: readonly {
    readonly id: string
    readonly code: ProblemCode
    readonly title: { readonly zh: string; readonly en: string }
  }[]
}

/** The same step for many filings: each by itself, so that one that cannot does not hold up the rest. */
export async function takeSteps(
  office: Office,
  viewer: Viewer,
  ids: readonly string[],
  input: EventInput,
): Promise<BulkResult> {
  const done: string[] = []
  const refused: { id: string; code: ProblemCode; title: Problem['title'] }[] = []
  for (const id of new Set(ids)) {
    try {
      await takeStep(office, viewer, id, input)
      done.push(id)
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      refused.push({ id, code: error.code, title: error.title })
    }
  }
  return { done, refused }
}

export interface Assessment {
  readonly value: string | null
  readonly reason: string
  readonly phrase?: string
  readonly by: string
  readonly at: string
}

/** The reviewer's own value beside the unit's, by row. Throws `not-found`, `forbidden`, `not-allowed-now`, `bad-request`. */
export async function assess(
  office: Office,
  viewer: Viewer,
  id: string,
  input: { readonly row: string; readonly value: string | null; readonly reason: string; readonly phrase?: string },
): Promise<void> {
  const { region, id: person } = viewer.person
  const { row, ...rest } = input
  const filing = await office.store.write(async (tx, record) => {
    const of = await lockInSight(tx, viewer, id)
    const event: LifeEvent = { kind: 'assess', by: person }
    const decision = mayDo(actorOf(viewer), lifeOf(of.filing), event, await circumstancesOf(office, tx, of, {}, false))
    if (!decision.allowed) throw refuse(decision)
    const draft = await draftOf(office, tx, of.filing)
    await mustTakePoints(office, tx, of.filing, draft, row, rest.value)
    const at = office.now()
    const before = of.filing.assessments as Readonly<Record<string, Assessment>>
    const assessments = { ...before, [row]: { ...rest, by: person, at } }
    await updateFiling(tx, region, id, { assessments, updated_at: at })
    record({
      region,
      at,
      person,
      filing: id,
      event: { kind: 'assess', row, from: before[row]?.value ?? null, to: rest.value, reason: rest.reason },
    })
    return of.filing
  })
  office.tell({
    kind: 'filing',
    region,
    path: filing.path,
    id,
    revision: filing.revision,
    stage: filing.stage,
    by: person,
  })
}

/** Throws `bad-request` where there is no such event. */
export function eventKindOf(text: string): EventKind {
  const kind = eventKinds.find((one) => one === text)
  if (kind === undefined) throw new Problem('bad-request', { detail: 'event' })
  return kind
}
