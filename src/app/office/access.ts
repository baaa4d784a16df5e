/** The wall around filings: every use case gets its filing here, after the life cycle's table was asked. */

import {
  type Circumstances,
  type Decision,
  type FilingState,
  type LifeEvent,
  type Filing as LifeFiling,
  mayDo,
  maySee,
  type Stage,
} from '../../core/review/index.ts'
import { type Campaign, type Database, type Filing, findWithCampaign, stagesBelow, type Tx } from '../../store/index.ts'
import type { Office } from './office.ts'
import { Problem } from './problem.ts'
import { actorOf, type Viewer } from './viewer.ts'

/** The day in China, which knows one time. */
export function dayOf(instant: string): string {
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 10)
}

export function lifeOf(filing: Filing): LifeFiling {
  return { organisation: { region: filing.region, path: filing.path }, state: filing.state as FilingState }
}

export interface Known {
  readonly filing: Filing
  readonly campaign: Campaign
}

/** Counts that only some events ask for. */
export interface Counted {
  readonly unexplainedErrors?: number
  readonly unconfirmedItems?: number
}

/** `below`: stages of the forms of the units below. */
export function circumstancesAmong(
  office: Office,
  { campaign }: Known,
  below: readonly string[],
  counted: Counted = {},
): Circumstances {
  return {
    today: dayOf(office.now()),
    opens: campaign.opens,
    closes: campaign.closes,
    children: below as readonly Stage[],
    unexplainedErrors: counted.unexplainedErrors ?? 0,
    unconfirmedItems: counted.unconfirmedItems ?? 0,
  }
}

/** `withChildren`: whether the units below are looked at, which only a submission asks for. */
export async function circumstancesOf(
  office: Office,
  db: Database,
  known: Known,
  counted: Counted,
  withChildren: boolean,
): Promise<Circumstances> {
  return circumstancesAmong(office, known, withChildren ? await stagesBelow(db, known.filing) : [], counted)
}

/** A refusal of the life cycle as a problem: what is hidden is not there. */
export function refuse(decision: Extract<Decision, { allowed: false }>): Problem {
  const { code, reason } = decision
  if (code === 'hidden') return new Problem('not-found')
  return new Problem(code === 'role' || code === 'position' ? 'forbidden' : 'not-allowed-now', {
    title: reason,
    detail: code,
  })
}

function seen(viewer: Viewer, found: Known | null): Known {
  if (found === null || !maySee(actorOf(viewer), lifeOf(found.filing))) throw new Problem('not-found')
  return found
}

/** A filing that the viewer sees. Throws `not-found` for any other, whether it is there or not. */
export async function filingInSight(office: Office, viewer: Viewer, id: string): Promise<Known> {
  const { database } = office.store
  return seen(viewer, await findWithCampaign(database, viewer.person.region, id))
}

/** The same, its row locked until the transaction ends: changes of one filing come one after another. */
export async function lockInSight(tx: Tx, viewer: Viewer, id: string): Promise<Known> {
  return seen(viewer, await findWithCampaign(tx, viewer.person.region, id, true))
}

/** Throws `not-found`, `forbidden`, `not-allowed-now`. */
export async function demandMayDo(
  office: Office,
  db: Database,
  viewer: Viewer,
  of: Known,
  event: LifeEvent,
  counted: Counted = {},
): Promise<void> {
  const around = await circumstancesOf(office, db, of, counted, event.kind === 'submit')
  const decision = mayDo(actorOf(viewer), lifeOf(of.filing), event, around)
  if (!decision.allowed) throw refuse(decision)
}
