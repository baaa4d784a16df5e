/** What a step asks for beside itself, by the table of the life cycle. */

import type { FilingView } from '../../../src/api/types.ts'
import { type EventKind, type Need, onward, type Stage, stageAfter, steps } from '../../../src/core/review/index.ts'

/** Steps that have their own place on the page, and none of buttons. */
const elsewhere: ReadonlySet<EventKind> = new Set(['read', 'comment', 'edit', 'takeIn', 'fillExecution', 'assess'])

export interface OpenStep {
  readonly event: EventKind
  readonly isAllowed: boolean
  readonly reason: { readonly zh: string; readonly en: string } | null
  readonly needs: ReadonlySet<Need>
  /** Where the form stands afterwards; null where it stays, or where that depends on more. */
  readonly to: Stage | null
}

/** The steps that the viewer's posts give him at this stage, in the order of the life cycle. */
export function openSteps(view: FilingView): readonly OpenStep[] {
  return view.allowed
    .filter(({ event }) => !elsewhere.has(event))
    .map(({ event, allowed, reason }) => {
      const rule = steps.find((step) => step.event === event && step.from.includes(view.summary.stage))
      return {
        event,
        isAllowed: allowed,
        reason: reason ?? null,
        needs: new Set(rule?.needs ?? []),
        to: rule?.to == null || event === 'answerAppeal' ? null : stageAfter(view.state, event),
      }
    })
}

/** The step that one came for: what carries the form on, never what sends it back. */
export function mainStep(view: FilingView): OpenStep | null {
  const open = openSteps(view)
  for (const event of onward) {
    const step = open.find((each) => each.event === event)
    if (step !== undefined) return step
  }
  return null
}
