/** Steps that carry a form on, in the order of its walk. */

import { gather } from '../model/gather.ts'
import type { Role } from './roles.ts'
import type { EventKind, Stage } from './stages.ts'
import { steps } from './steps.ts'

/** What one comes to a form for: never what sends it back. */
export const onward: readonly EventKind[] = [
  'submit',
  'approve',
  'passOn',
  'endorse',
  'accept',
  'completeReview',
  'agree',
  'answerAppeal',
  'finalise',
  'answerRectification',
  'closeRectification',
  'close',
  'checkPublication',
  'publish',
  'reissue',
]

/** May be done at any time, and nobody waits for it. */
const unhurried: ReadonlySet<EventKind> = new Set(['finalise', 'close', 'reissue'])

/** Steps that somebody is waited for. */
export const awaited: ReadonlySet<EventKind> = new Set(onward.filter((event) => !unhurried.has(event)))

export interface NextStep {
  readonly event: EventKind
  readonly roles: readonly Role[]
}

/** Where a form may go beside its straight way. */
const aside: readonly EventKind[] = ['sample', 'appeal']

/** What can carry a form on from a stage, and whose hands it needs. */
export function nextSteps(stage: Stage): readonly NextStep[] {
  return gather([...onward, ...aside], (event) => {
    const roles = gather(
      steps.filter((step) => step.event === event && step.from.includes(stage)),
      ({ rights }) => rights.map(({ role }) => role),
    )
    return roles.length === 0 ? [] : [{ event, roles: [...new Set(roles)] }]
  })
}

/** Stages in which a form may wait for somebody of these roles: no other needs to be looked at. */
export function stagesAwaiting(roles: readonly Role[]): readonly Stage[] {
  const found = gather(
    steps.filter(({ event, rights }) => awaited.has(event) && rights.some(({ role }) => roles.includes(role))),
    ({ from }) => from,
  )
  return [...new Set(found)]
}
