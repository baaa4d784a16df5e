/** Steps that carry a form on, in the order of its walk. */

import type { EventKind } from './stages.ts'

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
