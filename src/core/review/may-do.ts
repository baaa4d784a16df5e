/** Who may do what next. */

import type { Bilingual } from '../model/index.ts'
import { type RefusalCode, refusalTexts } from './refusals.ts'
import { type Actor, type OrganisationRef, type Post, positionOf } from './roles.ts'
import type { EventKind, Stage } from './stages.ts'
import type { FilingState, LifeEvent } from './state.ts'
import { approvals, type Need, passedStages, type Right, type StepRule, steps } from './steps.ts'

/** What a decision rests on beside the filing. Days are texts '2025-03-31', in the region's own time. */
export interface Circumstances {
  readonly today: string
  /** First and last day for filling in. */
  readonly opens: string
  readonly closes: string
  /** Stages of the forms of the units below, of the same campaign. */
  readonly children: readonly Stage[]
  /** Findings of severity error that are neither mended nor explained. */
  readonly unexplainedErrors: number
  /** Items of the check before publication that nobody has confirmed. */
  readonly unconfirmedItems: number
}

export interface Filing {
  readonly organisation: OrganisationRef
  readonly state: FilingState
}

export type Decision =
  | { readonly allowed: true /** The post that gives the right; null for the public. */; readonly post: Post | null }
  | {
      readonly allowed: false
      /** `hidden`: the actor may not even know that it is there; answer as if it were not. */
      readonly code: RefusalCode
      readonly reason: Bilingual
    }

/** The public stands nowhere: it sees every filing from another region. */
const publicPost = { role: 'public', position: 'otherRegion' } as const

interface Standing {
  readonly role: Post['role']
  readonly position: Right['positions'][number]
  readonly post: Post | null
}

function standingsOf(actor: Actor, organisation: OrganisationRef): readonly Standing[] {
  const own = actor.posts.map((post) => ({ role: post.role, position: positionOf(post, organisation), post }))
  return [...own, { ...publicPost, post: null }]
}

function isGiven({ role, position }: Standing, rights: readonly Right[]): boolean {
  return rights.some((right) => right.role === role && right.positions.includes(position))
}

function refused(code: RefusalCode): Decision {
  return { allowed: false, code, reason: refusalTexts[code] }
}

function lastDay({ state }: Filing, { closes }: Circumstances): string {
  const { extendedTo } = state
  return extendedTo !== null && extendedTo > closes ? extendedTo : closes
}

interface Asked {
  readonly person: string | null
  readonly filing: Filing
  readonly event: LifeEvent
  readonly around: Circumstances
}

function member(event: LifeEvent, name: string): unknown {
  return (event as unknown as Readonly<Record<string, unknown>>)[name]
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' && value.trim() !== ''
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

const isMet: Readonly<Record<Need, (asked: Asked) => boolean>> = {
  window: ({ filing, around }) => around.today >= around.opens && around.today <= lastDay(filing, around),
  noErrors: ({ around }) => around.unexplainedErrors === 0,
  // A unit whose task was recalled has no form that could be waited for.
  children: ({ around }) => around.children.every((stage) => stage === 'recalled' || passedStages.has(stage)),
  unwritten: ({ person, filing: { state } }) => state.authors.every((author) => author === person),
  submitter: ({ person, filing }) => filing.state.hands.submit === person,
  notAuthor: ({ person, filing }) => person !== null && !filing.state.authors.includes(person),
  freshHand: ({ person, filing }) => [...approvals].every((kind) => filing.state.hands[kind] !== person),
  reason: ({ event }) => hasText(member(event, 'reason')),
  assigned: ({ person, filing }) => person !== null && filing.state.reviewers.includes(person),
  notReviewer: ({ person, filing }) => person !== null && !filing.state.reviewers.includes(person),
  reviewersNamed: ({ event, filing }) => {
    const named = member(event, 'reviewers')
    return (
      Array.isArray(named) &&
      named.length > 0 &&
      named.every((one) => hasText(one) && !filing.state.authors.includes(one))
    )
  },
  pointsNamed: ({ event }) => {
    const points = member(event, 'points')
    return (
      Array.isArray(points) &&
      points.length > 0 &&
      points.every((point) => hasText(point?.row) && hasText(point?.reason))
    )
  },
  pointOpen: ({ event, filing }) =>
    filing.state.points.some(({ row, answer }) => row === member(event, 'row') && answer === null),
  appealOpen: ({ filing, around }) => filing.state.appealUntil !== null && around.today <= filing.state.appealUntil,
  appealOver: ({ filing, around }) => filing.state.appealUntil !== null && around.today > filing.state.appealUntil,
  allConfirmed: ({ around }) => around.unconfirmedItems === 0,
  otherThanClearer: ({ person, filing }) => filing.state.hands.checkPublication !== person,
  laterDay: ({ event, around }) => {
    const until = member(event, 'until')
    return typeof until === 'string' && DAY.test(until) && until > around.today
  },
}

/** Why a step cannot be taken now, for somebody who could take it at another stage. */
function wrongStage(event: EventKind, stage: Stage): RefusalCode {
  if (stage === 'recalled') return 'recalled'
  return event === 'edit' ? 'locked' : 'step'
}

function unmet(rule: StepRule, asked: Asked): Need | undefined {
  return rule.needs.find((need) => !isMet[need](asked))
}

/** Whether the actor sees the filing at all. */
export function maySee(actor: Actor, filing: Filing): boolean {
  const standings = standingsOf(actor, filing.organisation)
  const { stage, reviewers } = filing.state
  return steps.some(
    ({ event, from, rights, needs }) =>
      event === 'read' &&
      from.includes(stage) &&
      (!needs.includes('assigned') || (actor.person !== null && reviewers.includes(actor.person))) &&
      standings.some((standing) => isGiven(standing, rights)),
  )
}

/**
 * Whether the actor may do this to the filing, as things stand. A filing that the actor does not see is `hidden`, whatever
 * was asked. Never throws: `event` may be of any shape beside its kind.
 */
export function mayDo(actor: Actor, filing: Filing, event: LifeEvent, around: Circumstances): Decision {
  if (!maySee(actor, filing)) return refused('hidden')
  const standings = standingsOf(actor, filing.organisation)
  const rules = steps.filter((rule) => rule.event === event.kind)
  const isOfRole = rules.some(({ rights }) => rights.some(({ role }) => standings.some((one) => one.role === role)))
  if (!isOfRole) return refused('role')
  if (!rules.some(({ rights }) => standings.some((one) => isGiven(one, rights)))) return refused('position')
  const { stage } = filing.state
  const now = rules.filter(({ from }) => from.includes(stage))
  if (now.length === 0) return refused(wrongStage(event.kind, stage))
  const asked: Asked = { person: actor.person, filing, event, around }
  let missing: Need | undefined
  for (const rule of now) {
    const standing = standings.find((one) => isGiven(one, rule.rights))
    if (standing === undefined) continue
    const need = unmet(rule, asked)
    if (need === undefined) return { allowed: true, post: standing.post }
    missing ??= need
  }
  return refused(missing ?? 'position')
}

/** Events that the actor could do now, as far as role, position and stage go; each may still need a reason, a day, another hand. */
export function openTo(actor: Actor, filing: Filing): readonly EventKind[] {
  if (!maySee(actor, filing)) return []
  const standings = standingsOf(actor, filing.organisation)
  const kinds = steps
    .filter(({ from, rights }) => from.includes(filing.state.stage) && standings.some((one) => isGiven(one, rights)))
    .map(({ event }) => event)
  return [...new Set(kinds)]
}
