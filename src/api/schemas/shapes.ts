/**
 * Shapes of the pure rooms that travel as they are. In the document of the interface each stands as an object with its name under
 * `x-type`, by which the types of the web application are made (`web/src/desk/operations.ts`).
 */

import { z } from 'zod'
import type { RollUpView, TargetSuggestion } from '../../app/office/index.ts'
import type { Conflict, Draft, Edit } from '../../core/draft/index.ts'
import type { Finding, Report } from '../../core/model/index.ts'
import type { Circumstances, EventKind, FilingState, ReviewSheet } from '../../core/review/index.ts'

export interface Shapes {
  Draft: Draft
  Edit: Edit
  Conflict: Conflict
  FilingState: FilingState
  Circumstances: Circumstances
  EventKind: EventKind
  ReviewedRow: ReviewSheet['rows'][number]
  ReviewedTotal: ReviewSheet['total']
  RollUpView: RollUpView
  TargetSuggestion: TargetSuggestion
  Finding: Finding
  Report: Report
}

interface Said<T> {
  readonly type?: 'object' | 'string'
  /** Of what comes in from outside. */
  readonly check?: (value: unknown) => value is T
}

/** A schema of one of them; `where`: what says more about it. Without a check it is for answers alone. */
export function shape<N extends keyof Shapes>(
  name: N,
  where: string,
  { type = 'object', check }: Said<Shapes[N]> = {},
): z.ZodType<Shapes[N], Shapes[N]> {
  return z
    .custom<Shapes[N]>(check, { message: `no ${name.toLowerCase()}` })
    .meta({ type, description: where, 'x-type': name })
}
