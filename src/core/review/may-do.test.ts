import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { decided } from '../../../scripts/docs/review-pages.ts'
import { repositoryRoot } from '../../../tests/support/source-files.ts'
import {
  type Actor,
  type Circumstances,
  eventKinds,
  type LifeEvent,
  mayBeHeldAt,
  mayDo,
  newFiling,
  openTo,
  positions,
  refusalTexts,
  roles,
  stageAfter,
  stages,
} from './index.ts'

const unit = { region: '440000', path: ['bureau', 'department', 'unit'] }
const clerk: Actor = { person: 'me', posts: [{ role: 'clerk', organisation: unit }] }
const head: Actor = { person: 'head', posts: [{ role: 'unitHead', organisation: unit }] }
const department = { region: '440000', path: ['bureau', 'department'] }
const bureau = { region: '440000', path: ['bureau'] }
const officer: Actor = { person: 'officer', posts: [{ role: 'performanceOfficer', organisation: bureau }] }
const around: Circumstances = {
  today: '2025-03-10',
  opens: '2025-03-01',
  closes: '2025-03-31',
  children: [],
  unexplainedErrors: 0,
  unconfirmedItems: 0,
}
const filing = { organisation: unit, state: newFiling(true) }

function codeOf(
  actor: Actor,
  state: Partial<typeof filing.state>,
  event: unknown,
  circumstances: Partial<Circumstances> = {},
) {
  const decision = mayDo(actor, { ...filing, state: { ...filing.state, ...state } }, event as LifeEvent, {
    ...around,
    ...circumstances,
  })
  return decision.allowed ? 'allowed' : decision.code
}

/** What the published page of a role lists as allowed: stage → position → events. */
function listed(role: string): ReadonlyMap<string, ReadonlySet<string>> {
  const page = readFileSync(`${repositoryRoot}docs/generated/review/${role}.md`, 'utf8')
  const cells = new Map<string, ReadonlySet<string>>()
  for (const line of page.split('\n')) {
    const [, stage] = /^\| `(\w+)` /.exec(line) ?? []
    if (stage === undefined) continue
    const columns = line.split(' | ').slice(1)
    positions.forEach((position, index) => {
      cells.set(`${stage} ${position}`, new Set([...columns[index]!.matchAll(/`(\w+)`/g)].map(([, event]) => event!)))
    })
  }
  return cells
}

describe('every role, position, stage and event', () => {
  it.each(roles)('%s: allowed or refused as the published table says', (role) => {
    const table = listed(role)
    const wrong: string[] = []
    let seen = 0
    for (const stage of stages)
      for (const position of positions)
        for (const event of eventKinds) {
          const said = decided(role, position, stage, event)
          seen++
          if ((said === 'allowed') !== table.get(`${stage} ${position}`)!.has(event))
            wrong.push(`${stage} ${position} ${event}: ${said}`)
          if (said !== 'allowed' && refusalTexts[said].zh === '') wrong.push(`no reason: ${said}`)
          if (said === 'allowed' && stageAfter({ stage, supervised: true }, event) === null)
            wrong.push(`leads nowhere: ${stage} ${event}`)
        }
    expect(wrong).toEqual([])
    expect(seen).toBe(stages.length * positions.length * eventKinds.length)
  })

  // What must never be, whatever the table of steps says.
  it.each([
    [
      'the public does nothing but read what is published',
      () => roles.filter((role) => role === 'public'),
      [...positions],
      eventKinds,
      (stage: string, event: string) => stage === 'published' && event === 'read',
    ],
    [
      'from another region nothing but published forms is seen',
      () => roles,
      ['otherRegion'] as const,
      eventKinds,
      (stage: string, event: string) => stage === 'published' && event === 'read',
    ],
    [
      'only the unit itself writes in its form',
      () => roles,
      ['below', 'elsewhere'] as const,
      ['edit', 'submit', 'withdraw', 'agree', 'appeal', 'answerRectification'] as const,
      () => false,
    ],
    [
      'nobody approves, accepts or reviews what is his own',
      () => roles.filter((role) => role !== 'thirdPartyReviewer' && role !== 'unitHead'),
      ['own'] as const,
      ['approve', 'passOn', 'endorse', 'accept', 'assess', 'completeReview', 'finalise', 'answerAppeal'] as const,
      () => false,
    ],
    [
      'a submitted form is locked',
      () => roles,
      [...positions],
      ['edit', 'takeIn', 'fillExecution'] as const,
      (stage: string) => stage === 'filling',
    ],
    [
      'an administrator decides nothing on a form',
      () => roles.filter((role) => role === 'administrator'),
      [...positions],
      eventKinds.filter((event) => event !== 'read'),
      () => false,
    ],
  ])('%s', (_, who, where, what, may) => {
    const wrong = who().flatMap((role) =>
      where.flatMap((position) =>
        stages.flatMap((stage) =>
          what.flatMap((event) =>
            decided(role, position, stage, event) === 'allowed' && !may(stage, event)
              ? [`${role} ${position} ${stage} ${event}`]
              : [],
          ),
        ),
      ),
    )
    expect(wrong).toEqual([])
  })
})

describe('who may not see a filing is told nothing of it', () => {
  it.each(eventKinds)('%s', (kind) => {
    const stranger: Actor = {
      person: 'me',
      posts: [{ role: 'clerk', organisation: { region: '440000', path: ['bureau', 'other'] } }],
    }
    expect(codeOf(stranger, {}, { kind, by: 'me' })).toBe('hidden')
    expect(openTo(stranger, filing)).toEqual([])
  })
})

describe('a refusal says why', () => {
  const submitted = { stage: 'submitted', authors: ['me'], hands: { submit: 'me' } } as const
  it.each<[string, Actor, Partial<typeof filing.state>, unknown, Partial<Circumstances>, string]>([
    ['the role', clerk, {}, { kind: 'accept' }, {}, 'role'],
    [
      'the position',
      { person: 'x', posts: [{ role: 'financeOfficer', organisation: bureau }] },
      {},
      { kind: 'edit' },
      {},
      'position',
    ],
    ['the position, at this stage', head, { stage: 'approved' }, { kind: 'return', reason: '退' }, {}, 'position'],
    ['the stage', clerk, { stage: 'approved' }, { kind: 'submit' }, {}, 'step'],
    ['the lock', clerk, { stage: 'approved' }, { kind: 'edit' }, {}, 'locked'],
    ['the recall', clerk, { stage: 'recalled' }, { kind: 'edit' }, {}, 'recalled'],
    ['too early', clerk, {}, { kind: 'edit' }, { today: '2025-02-28' }, 'window'],
    ['the last day', clerk, {}, { kind: 'edit' }, { today: '2025-03-31' }, 'allowed'],
    ['too late', clerk, {}, { kind: 'edit' }, { today: '2025-04-01' }, 'window'],
    ['more time', clerk, { extendedTo: '2025-04-05' }, { kind: 'submit' }, { today: '2025-04-05' }, 'allowed'],
    ['less time than all have', clerk, { extendedTo: '2025-03-05' }, { kind: 'submit' }, {}, 'allowed'],
    ['errors', clerk, {}, { kind: 'submit' }, { unexplainedErrors: 1 }, 'noErrors'],
    ['a child not passed on', clerk, {}, { kind: 'submit' }, { children: ['passedOn', 'approved'] }, 'children'],
    [
      'children that are there or recalled',
      clerk,
      {},
      { kind: 'submit' },
      { children: ['passedOn', 'recalled', 'published'] },
      'allowed',
    ],
    [
      'another submitted it',
      clerk,
      { stage: 'submitted', hands: { submit: 'x' } },
      { kind: 'withdraw' },
      {},
      'submitter',
    ],
    ['own form', { ...head, person: 'me' }, submitted, { kind: 'approve' }, {}, 'notAuthor'],
    ['another form', head, submitted, { kind: 'approve' }, {}, 'allowed'],
    [
      'the same hand',
      officer,
      { stage: 'endorsed', hands: { endorse: 'officer' } },
      { kind: 'accept' },
      {},
      'freshHand',
    ],
    ['no reason', officer, { stage: 'endorsed' }, { kind: 'return', reason: ' ' }, {}, 'reason'],
    ['no reviewers', officer, { stage: 'accepted' }, { kind: 'sample', reviewers: [] }, {}, 'reviewersNamed'],
    [
      'an author as reviewer',
      officer,
      { stage: 'accepted', authors: ['me'] },
      { kind: 'sample', reviewers: ['me'] },
      {},
      'reviewersNamed',
    ],
    ['no list of reviewers', officer, { stage: 'accepted' }, { kind: 'sample' }, {}, 'reviewersNamed'],
    ['not assigned', officer, { stage: 'sampled', reviewers: ['x'] }, { kind: 'assess' }, {}, 'assigned'],
    [
      'a day gone by',
      officer,
      { stage: 'sampled', reviewers: ['officer'] },
      { kind: 'completeReview', until: '2025-03-10' },
      {},
      'laterDay',
    ],
    ['no day', officer, { stage: 'filling' }, { kind: 'extend', until: '明天' }, {}, 'laterDay'],
    [
      'no points',
      head,
      { stage: 'reviewed', appealUntil: '2025-03-20' },
      { kind: 'appeal', points: [] },
      {},
      'pointsNamed',
    ],
    [
      'points that are none',
      head,
      { stage: 'reviewed', appealUntil: '2025-03-20' },
      { kind: 'appeal', points: [null] },
      {},
      'pointsNamed',
    ],
    [
      'appeal too late',
      head,
      { stage: 'reviewed', appealUntil: '2025-03-09' },
      { kind: 'appeal', points: [{ row: 'r', reason: '因' }] },
      {},
      'appealOpen',
    ],
    [
      'no such point',
      officer,
      { stage: 'appealed' },
      { kind: 'answerAppeal', row: 'r', reason: '因' },
      {},
      'pointOpen',
    ],
    ['own review', officer, { stage: 'agreed', reviewers: ['officer'] }, { kind: 'finalise' }, {}, 'notReviewer'],
    [
      'appeal still open',
      officer,
      { stage: 'reviewed', appealUntil: '2025-03-20' },
      { kind: 'finalise' },
      {},
      'appealOver',
    ],
    ['appeal over', officer, { stage: 'reviewed', appealUntil: '2025-03-09' }, { kind: 'finalise' }, {}, 'allowed'],
    [
      'not all confirmed',
      head,
      { stage: 'closed' },
      { kind: 'checkPublication' },
      { unconfirmedItems: 2 },
      'allConfirmed',
    ],
    [
      'cleared by himself',
      head,
      { stage: 'cleared', hands: { checkPublication: 'head' } },
      { kind: 'publish' },
      {},
      'otherThanClearer',
    ],
    [
      'a form that the unit has written in',
      { person: 'consolidator', posts: [{ role: 'financeOfficer', organisation: department }] },
      { authors: ['me'] },
      { kind: 'takeIn' },
      {},
      'unwritten',
    ],
    [
      'a form that he took in himself',
      { person: 'consolidator', posts: [{ role: 'financeOfficer', organisation: department }] },
      { authors: ['consolidator'] },
      { kind: 'takeIn' },
      {},
      'allowed',
    ],
    ['an event that is none', clerk, {}, { kind: 'burn' }, {}, 'role'],
  ])('%s', (_, actor, state, event, circumstances, code) => {
    expect(codeOf(actor, state, event, circumstances)).toBe(code)
  })
})

describe('what is open to somebody', () => {
  it('is a list of events, each once', () => {
    expect(openTo(clerk, filing)).toEqual(['read', 'comment', 'edit', 'submit'])
    expect(openTo({ person: null, posts: [] }, { ...filing, state: { ...filing.state, stage: 'published' } })).toEqual([
      'read',
    ])
    const both: Actor = { person: 'me', posts: [...clerk.posts, ...officer.posts] }
    expect(openTo(both, { ...filing, state: { ...filing.state, stage: 'accepted' } })).toEqual([
      'read',
      'comment',
      'return',
      'sample',
      'finalise',
      'recall',
    ])
  })
})

describe('where a role may be held', () => {
  it('is the bureau for its own roles, a department for its reviewers, any unit for the rest, nowhere for the public', () => {
    const kinds = ['financeBureau', 'department', 'unit'] as const
    const table = roles.map((role) => [role, kinds.filter((kind) => mayBeHeldAt(role, kind)).join(' ')])
    expect(Object.fromEntries(table)).toEqual({
      clerk: 'department unit',
      financeOfficer: 'department unit',
      unitHead: 'department unit',
      supervisorReviewer: 'department',
      budgetOfficer: 'financeBureau',
      performanceOfficer: 'financeBureau',
      thirdPartyReviewer: 'department unit',
      administrator: 'financeBureau',
      public: '',
    })
  })
})
