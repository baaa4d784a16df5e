/**
 * The life cycle as one table: from where to where, by whom, and what must hold. Whatever stands in no line cannot happen, so
 * that nothing skips a step.
 */

import type { Position, Role } from './roles.ts'
import { type EventKind, type Stage, stages } from './stages.ts'

/** What must hold beside role, position and stage; each has its refusal. */
export type Need =
  /** Between the opening and the closing day, or the day it was extended to. */
  | 'window'
  /** No error is left that is neither mended nor explained. */
  | 'noErrors'
  /** All forms of the units below have been passed on to the bureau. */
  | 'children'
  /** Nobody has written in it yet. */
  | 'unwritten'
  /** Whoever submitted. */
  | 'submitter'
  /** Has not written in the form, nor submitted it. */
  | 'notAuthor'
  /** Has taken none of the steps of approval of this round. */
  | 'freshHand'
  | 'reason'
  /** One of the reviewers the form was given to. */
  | 'assigned'
  | 'notReviewer'
  | 'reviewersNamed'
  | 'pointsNamed'
  | 'pointOpen'
  | 'appealOpen'
  | 'appealOver'
  | 'allConfirmed'
  /** Not the one who cleared it. */
  | 'otherThanClearer'
  | 'laterDay'

export interface Right {
  readonly role: Role
  readonly positions: readonly Position[]
}

export interface StepRule {
  readonly event: EventKind
  readonly from: readonly Stage[]
  /** null: stays where it is. */
  readonly to: Stage | null
  readonly rights: readonly Right[]
  readonly needs: readonly Need[]
}

const anywhere: readonly Position[] = ['own', 'below', 'elsewhere', 'otherRegion']

function right(role: Role, ...positions: readonly Position[]): Right {
  return { role, positions }
}

const clerks = [right('clerk', 'own'), right('financeOfficer', 'own')]
const head = [right('unitHead', 'own')]
const department = [right('supervisorReviewer', 'below')]
const budget = [right('budgetOfficer', 'below')]
const performance = [right('performanceOfficer', 'below')]
/** A firm stands in no tree of the region; the performance office reviews by itself where it is named. */
const reviewers = [right('thirdPartyReviewer', 'own', 'below', 'elsewhere'), ...performance]

/** Everybody who sees a filing because of a post, whatever its stage. */
const insiders = [
  right('clerk', 'own'),
  right('financeOfficer', 'own', 'below'),
  right('unitHead', 'own', 'below'),
  right('supervisorReviewer', 'own', 'below'),
  right('budgetOfficer', 'own', 'below'),
  right('performanceOfficer', 'own', 'below'),
  right('administrator', 'own', 'below'),
]

const underReview: readonly Stage[] = ['sampled', 'reviewed', 'appealed', 'answered', 'agreed']
const unpublished = stages.filter((stage) => stage !== 'published')
const beforeReview: readonly Stage[] = ['filling', 'submitted', 'approved', 'passedOn', 'endorsed', 'accepted']

export const steps: readonly StepRule[] = [
  { event: 'read', from: unpublished, to: null, rights: insiders, needs: [] },
  { event: 'read', from: underReview, to: null, rights: [reviewers[0]!], needs: ['assigned'] },
  {
    event: 'read',
    from: ['published'],
    to: null,
    rights: [
      ...insiders.map(({ role }) => right(role, ...anywhere)),
      right('thirdPartyReviewer', ...anywhere),
      right('public', ...anywhere),
    ],
    needs: [],
  },
  {
    event: 'comment',
    from: stages.filter((stage) => stage !== 'recalled' && stage !== 'published'),
    to: null,
    rights: insiders.filter(({ role }) => role !== 'administrator'),
    needs: [],
  },
  { event: 'comment', from: ['sampled', 'appealed'], to: null, rights: [reviewers[0]!], needs: ['assigned'] },

  { event: 'edit', from: ['filling'], to: null, rights: clerks, needs: ['window'] },
  // What a unit sent to its department as a file: only into a form that nobody has written in, and only the unit submits it.
  {
    event: 'takeIn',
    from: ['filling'],
    to: null,
    rights: [right('financeOfficer', 'below')],
    needs: ['window', 'unwritten'],
  },
  { event: 'fillExecution', from: ['filling'], to: null, rights: [...budget, ...performance], needs: [] },
  { event: 'submit', from: ['filling'], to: 'submitted', rights: clerks, needs: ['window', 'noErrors', 'children'] },
  { event: 'withdraw', from: ['submitted'], to: 'filling', rights: clerks, needs: ['submitter'] },

  { event: 'approve', from: ['submitted'], to: 'approved', rights: head, needs: ['notAuthor'] },
  { event: 'passOn', from: ['approved'], to: 'passedOn', rights: department, needs: ['notAuthor', 'freshHand'] },
  { event: 'endorse', from: ['passedOn'], to: 'endorsed', rights: budget, needs: ['notAuthor', 'freshHand'] },
  { event: 'accept', from: ['endorsed'], to: 'accepted', rights: performance, needs: ['notAuthor', 'freshHand'] },
  { event: 'return', from: ['submitted'], to: 'filling', rights: head, needs: ['reason'] },
  { event: 'return', from: ['approved'], to: 'filling', rights: department, needs: ['reason'] },
  { event: 'return', from: ['passedOn'], to: 'filling', rights: budget, needs: ['reason'] },
  { event: 'return', from: ['endorsed', 'accepted'], to: 'filling', rights: performance, needs: ['reason'] },

  { event: 'sample', from: ['accepted'], to: 'sampled', rights: performance, needs: ['reviewersNamed'] },
  { event: 'assess', from: ['sampled'], to: null, rights: reviewers, needs: ['assigned', 'notAuthor'] },
  {
    event: 'completeReview',
    from: ['sampled'],
    to: 'reviewed',
    rights: reviewers,
    needs: ['assigned', 'notAuthor', 'laterDay'],
  },
  { event: 'agree', from: ['reviewed', 'answered'], to: 'agreed', rights: head, needs: [] },
  {
    event: 'appeal',
    from: ['reviewed', 'appealed'],
    to: 'appealed',
    rights: head,
    needs: ['pointsNamed', 'appealOpen'],
  },
  {
    event: 'answerAppeal',
    from: ['appealed'],
    to: 'answered',
    rights: performance,
    needs: ['pointOpen', 'reason', 'notReviewer'],
  },
  {
    event: 'finalise',
    from: ['accepted', 'answered', 'agreed'],
    to: 'final',
    rights: performance,
    needs: ['notReviewer'],
  },
  { event: 'finalise', from: ['reviewed'], to: 'final', rights: performance, needs: ['notReviewer', 'appealOver'] },

  {
    event: 'notifyRectification',
    from: ['final'],
    to: 'rectifying',
    rights: performance,
    needs: ['reason', 'laterDay'],
  },
  {
    event: 'answerRectification',
    from: ['rectifying'],
    to: 'rectified',
    rights: [right('financeOfficer', 'own'), ...head],
    needs: ['reason'],
  },
  {
    event: 'returnRectification',
    from: ['rectified'],
    to: 'rectifying',
    rights: performance,
    needs: ['reason', 'laterDay'],
  },
  { event: 'closeRectification', from: ['rectified'], to: 'closed', rights: performance, needs: [] },
  { event: 'close', from: ['final'], to: 'closed', rights: performance, needs: [] },

  {
    event: 'checkPublication',
    from: ['closed'],
    to: 'cleared',
    rights: [right('financeOfficer', 'own'), ...head, ...department, ...performance],
    needs: ['allConfirmed'],
  },
  {
    event: 'publish',
    from: ['cleared'],
    to: 'published',
    rights: [...head, ...department, ...performance],
    needs: ['allConfirmed', 'otherThanClearer'],
  },
  {
    event: 'unpublish',
    from: ['published'],
    to: 'closed',
    rights: [...head, ...department, ...performance],
    needs: ['reason'],
  },

  { event: 'recall', from: beforeReview, to: 'recalled', rights: performance, needs: ['reason'] },
  { event: 'reissue', from: ['recalled'], to: 'filling', rights: performance, needs: [] },
  { event: 'extend', from: ['filling'], to: null, rights: performance, needs: ['laterDay'] },
]

/** Steps of approval: each by another hand, none by an author. */
export const approvals: ReadonlySet<EventKind> = new Set<EventKind>(['approve', 'passOn', 'endorse', 'accept'])

/** A form of these stages has left its unit and its department: the form above it may be submitted. */
export const passedStages: ReadonlySet<Stage> = new Set(
  stages.slice(stages.indexOf('passedOn'), stages.indexOf('recalled')),
)
