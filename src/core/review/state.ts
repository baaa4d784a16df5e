/** The state of a filing, and what each event makes of it. */

import type { EventKind, Stage } from './stages.ts'
import { approvals, steps } from './steps.ts'

/** A point of an appeal: a row of the form (its id in the draft), or 'execution'. */
export interface AppealPoint {
  readonly row: string
  readonly reason: string
  /** `upheld`: the reviewer's value is taken back; null: not answered yet. */
  readonly answer: 'upheld' | 'dismissed' | null
  /** Why it was answered so. */
  readonly said?: string
}

/** Plain data, stored as it is. Days are texts '2025-03-31', so that they compare as texts. */
export interface FilingState {
  readonly stage: Stage
  /** How often it came back to the unit. */
  readonly round: number
  /** A department stands between the unit and the bureau. Where none does, the head's approval goes to the bureau at once. */
  readonly supervised: boolean
  /** Persons who wrote in the form or submitted it, in any round: none of them approves it. Sorted. */
  readonly authors: readonly string[]
  /** Who took each step of this round. */
  readonly hands: Readonly<Partial<Record<EventKind, string>>>
  readonly reviewers: readonly string[]
  readonly points: readonly AppealPoint[]
  /** Last day for this filing alone, where it was given more time. */
  readonly extendedTo: string | null
  /** Last day of appeal. */
  readonly appealUntil: string | null
  /** Last day for the answer to a rectification notice. */
  readonly rectifyUntil: string | null
}

interface Happening<K extends EventKind> {
  readonly kind: K
  readonly by: string
}

/** What happens to a filing. `by` is the person; when is said by the record, not here. */
export type LifeEvent =
  | Happening<
      Exclude<
        EventKind,
        | 'return'
        | 'sample'
        | 'completeReview'
        | 'appeal'
        | 'answerAppeal'
        | 'notifyRectification'
        | 'answerRectification'
        | 'returnRectification'
        | 'unpublish'
        | 'recall'
        | 'extend'
      >
    >
  /** `until`: the unit has time to this day, where the campaign has closed. */
  | (Happening<'return'> & { readonly reason: string; readonly until?: string })
  | (Happening<'sample'> & { readonly reviewers: readonly string[] })
  /** `until`: last day of appeal. */
  | (Happening<'completeReview'> & { readonly until: string })
  | (Happening<'appeal'> & { readonly points: readonly { readonly row: string; readonly reason: string }[] })
  | (Happening<'answerAppeal'> & {
      readonly row: string
      readonly answer: 'upheld' | 'dismissed'
      readonly reason: string
    })
  | (Happening<'notifyRectification' | 'returnRectification'> & { readonly reason: string; readonly until: string })
  | (Happening<'answerRectification' | 'unpublish' | 'recall'> & { readonly reason: string })
  | (Happening<'extend'> & { readonly until: string })

/** As it is issued. */
export function newFiling(supervised: boolean): FilingState {
  return {
    stage: 'filling',
    round: 0,
    supervised,
    authors: [],
    hands: {},
    reviewers: [],
    points: [],
    extendedTo: null,
    appealUntil: null,
    rectifyUntil: null,
  }
}

/** The stage that an event leads to; null where it cannot happen in this stage. */
export function stageAfter(state: Pick<FilingState, 'stage' | 'supervised'>, event: EventKind): Stage | null {
  const rule = steps.find((one) => one.event === event && one.from.includes(state.stage))
  if (rule === undefined) return null
  if (event === 'approve' && !state.supervised) return 'passedOn'
  return rule.to ?? state.stage
}

function withAuthor(authors: readonly string[], person: string): readonly string[] {
  return authors.includes(person) ? authors : [...authors, person].sort()
}

/** Back with the unit: the steps of approval are to be taken anew, and a review that was begun is void. */
function backToUnit(state: FilingState, until?: string): FilingState {
  return {
    ...state,
    round: state.round + 1,
    hands: {},
    reviewers: [],
    points: [],
    appealUntil: null,
    extendedTo: until ?? state.extendedTo,
  }
}

function appealed(
  points: readonly AppealPoint[],
  added: readonly { readonly row: string; readonly reason: string }[],
): AppealPoint[] {
  const rows = new Set(points.map(({ row }) => row))
  return [
    ...points,
    ...added.filter(({ row }) => !rows.has(row)).map(({ row, reason }) => ({ row, reason, answer: null })),
  ]
}

/** What beside the stage changes. */
function changed(state: FilingState, event: LifeEvent): FilingState {
  switch (event.kind) {
    case 'edit':
    case 'takeIn':
      return { ...state, authors: withAuthor(state.authors, event.by) }
    case 'submit':
      return { ...state, authors: withAuthor(state.authors, event.by), hands: { ...state.hands, submit: event.by } }
    case 'return':
      return backToUnit(state, event.until)
    case 'withdraw':
      return { ...state, hands: {} }
    case 'reissue':
      return { ...backToUnit(state), extendedTo: null }
    case 'sample':
      return { ...state, reviewers: [...new Set(event.reviewers)].sort() }
    case 'completeReview':
      return { ...state, appealUntil: event.until }
    case 'appeal':
      return { ...state, points: appealed(state.points, event.points) }
    case 'answerAppeal':
      return {
        ...state,
        points: state.points.map((point) =>
          point.row === event.row ? { ...point, answer: event.answer, said: event.reason } : point,
        ),
      }
    case 'notifyRectification':
    case 'returnRectification':
      return { ...state, rectifyUntil: event.until }
    case 'extend':
      return { ...state, extendedTo: event.until }
    case 'checkPublication':
      return { ...state, hands: { ...state.hands, checkPublication: event.by } }
    default:
      return approvals.has(event.kind) ? { ...state, hands: { ...state.hands, [event.kind]: event.by } } : state
  }
}

/**
 * The state after an event that `mayDo` allowed. Throws where the event cannot happen in this stage: whoever calls it without
 * asking has made a mistake.
 */
export function next(state: FilingState, event: LifeEvent): FilingState {
  const stage = stageAfter(state, event.kind)
  if (stage === null) throw new Error(`'${event.kind}' cannot happen to a filing that is ${state.stage}`)
  const after = changed(state, event)
  // An appeal is answered when its last point is.
  const isOpen = event.kind === 'answerAppeal' && after.points.some(({ answer }) => answer === null)
  return { ...after, stage: isOpen ? state.stage : stage }
}
