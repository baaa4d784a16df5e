/** Filings as people see them: lists, one whole, its comments, its evidence. */

import type { Draft } from '../../core/draft/index.ts'
import {
  awaited,
  type Circumstances,
  type EventKind,
  type FilingState,
  mayDo,
  openTo,
  type Stage,
  stages,
  stagesAwaiting,
} from '../../core/review/index.ts'
import {
  aroundFiling,
  type Comment,
  type Evidence,
  type Filing,
  listFilings,
  organisationNames,
} from '../../store/index.ts'
import { circumstancesAmong, filingInSight, lifeOf } from './access.ts'
import { draftOf } from './drafts.ts'
import type { Assessment } from './life-cycle.ts'
import type { Office } from './office.ts'
import { actorOf, sightOf, type Viewer } from './viewer.ts'

export interface FilingSummary {
  readonly filing: Filing
  readonly organisation: { readonly id: string; readonly name: string }
  readonly department: { readonly id: string; readonly name: string } | null
}

function named(filing: Filing, nameOf: (id: string) => string | undefined): FilingSummary {
  const { organisation, department } = filing
  const of = (id: string) => ({ id, name: nameOf(id) ?? '' })
  return { filing, organisation: of(organisation), department: department === null ? null : of(department) }
}

async function summaries(office: Office, region: string, filings: readonly Filing[]): Promise<FilingSummary[]> {
  const wanted = new Set(filings.flatMap(({ organisation, department }) => [organisation, department ?? organisation]))
  const names = await organisationNames(office.store.database, region, [...wanted])
  return filings.map((filing) => named(filing, (id) => names.get(id)))
}

export interface FilingsAsked {
  readonly campaign?: string
  readonly organisation?: string
  readonly stage?: Stage
  readonly year?: number
  readonly q?: string
  /** Only what waits for the viewer. */
  readonly todo?: boolean
  readonly after?: string
  readonly limit: number
}

function waitsFor(viewer: Viewer, filing: Filing): boolean {
  return openTo(actorOf(viewer), lifeOf(filing)).some((kind) => awaited.has(kind))
}

/** A page of what the viewer sees; one more than `limit` where there are more. */
export async function filingsOf(office: Office, viewer: Viewer, asked: FilingsAsked): Promise<FilingSummary[]> {
  const { region, id } = viewer.person
  const { todo, stage, after, limit, ...rest } = asked
  const query = {
    ...rest,
    region,
    sight: sightOf(viewer),
    reviewer: id,
    ...(stage === undefined ? {} : { stages: [stage] }),
    ...(stage === undefined && todo === true ? { stages: stagesAwaiting(viewer.posts.map(({ role }) => role)) } : {}),
  }
  const found: Filing[] = []
  let from = after
  // What waits is told by the table of the life cycle, not by the database: pages are read until there is enough.
  for (;;) {
    const page = await listFilings(office.store.database, {
      ...query,
      limit: limit + 1,
      ...(from === undefined ? {} : { after: from }),
    })
    found.push(...(todo === true ? page.filter((filing) => waitsFor(viewer, filing)) : page))
    if (todo !== true || page.length <= limit || found.length > limit) break
    from = page.at(-1)!.id
  }
  return summaries(office, region, found.slice(0, limit + 1))
}

export interface Allowed {
  readonly event: EventKind
  readonly allowed: boolean
  /** Why not, where it is not. */
  readonly reason?: { readonly zh: string; readonly en: string }
  readonly code?: string
}

export interface FilingView extends FilingSummary {
  readonly draft: Draft
  readonly state: FilingState
  readonly circumstances: Circumstances
  /** Steps open to the viewer by role and stage; those that ask for a reason or a day are tried with one. */
  readonly allowed: readonly Allowed[]
  readonly editable: boolean
  readonly assessments: Readonly<Record<string, Assessment>>
  readonly comments: readonly Comment[]
  readonly evidence: readonly Evidence[]
  readonly undo: boolean
  readonly redo: boolean
}

/** What a step may ask for, so that it can be tried before it is filled in. */
function tried(event: EventKind, person: string, around: Circumstances, { state }: { readonly state: FilingState }) {
  const day = new Date(Date.parse(around.today) + 86_400_000 * 15).toISOString().slice(0, 10)
  return {
    kind: event,
    by: person,
    reason: '-',
    until: day,
    reviewers: ['-'],
    points: [{ row: '-', reason: '-' }],
    row: state.points.find(({ answer }) => answer === null)?.row ?? '',
    answer: 'dismissed',
  } as never
}

/** Throws `not-found`. */
export async function filingOf(office: Office, viewer: Viewer, id: string): Promise<FilingView> {
  const known = await filingInSight(office, viewer, id)
  const { filing } = known
  const { database } = office.store
  const [draft, beside] = await Promise.all([
    draftOf(office, database, filing),
    aroundFiling(database, filing, viewer.person.id),
  ])
  const { names, comments, evidence, left } = beside
  const around = circumstancesAmong(office, known, beside.below)
  const life = lifeOf(filing)
  const actor = actorOf(viewer)
  const allowed = openTo(actor, life)
    .filter((event) => event !== 'read')
    .map((event): Allowed => {
      const decision = mayDo(actor, life, tried(event, viewer.person.id, around, life), around)
      return decision.allowed
        ? { event, allowed: true }
        : { event, allowed: false, code: decision.code, reason: decision.reason }
    })
  return {
    ...named(filing, (one) => names[one]),
    draft,
    state: life.state,
    circumstances: around,
    allowed,
    editable: allowed.some((one) => one.event === 'edit' && one.allowed),
    assessments: filing.assessments as FilingView['assessments'],
    comments,
    evidence,
    ...left,
  }
}

export { stages }
