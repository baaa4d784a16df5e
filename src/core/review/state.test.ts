import { describe, expect, it } from 'vitest'
import { Random } from '../../../tests/support/random.ts'
import {
  type Actor,
  type Circumstances,
  eventKinds,
  type FilingState,
  type LifeEvent,
  mayDo,
  newFiling,
  next,
  type Role,
  roles,
  type Stage,
} from './index.ts'

const unit = { region: '440000', path: ['bureau', 'department', 'unit'] }
const direct = { region: '440000', path: ['bureau', 'unit'] }
const posts: Readonly<Record<Role, { readonly region: string; readonly path: readonly string[] }>> = {
  clerk: unit,
  financeOfficer: unit,
  unitHead: unit,
  supervisorReviewer: { region: '440000', path: ['bureau', 'department'] },
  budgetOfficer: { region: '440000', path: ['bureau'] },
  performanceOfficer: { region: '440000', path: ['bureau'] },
  thirdPartyReviewer: { region: '440000', path: ['firm'] },
  administrator: { region: '440000', path: ['bureau'] },
  public: unit,
}

/** Two persons of each role, and one who holds several posts. */
function people(organisation: typeof unit): readonly Actor[] {
  const one = (role: Role, name: string): Actor => ({
    person: role === 'public' ? null : `${role}-${name}`,
    posts: role === 'public' ? [] : [{ role, organisation: posts[role] === unit ? organisation : posts[role] }],
  })
  const many: Actor = {
    person: 'many',
    posts: (['clerk', 'unitHead', 'budgetOfficer', 'performanceOfficer'] as const).map(
      (role) => one(role, 'x').posts[0]!,
    ),
  }
  return [...roles.flatMap((role) => [one(role, 'a'), one(role, 'b')]), many]
}

function randomEvent(random: Random, by: string): LifeEvent {
  return {
    kind: random.pick(eventKinds),
    by,
    reason: '原因',
    until: random.pick(['2025-03-20', '2025-04-20']),
    reviewers: [random.pick(['thirdPartyReviewer-a', 'performanceOfficer-b', 'clerk-a'])],
    points: [{ row: random.pick(['r1', 'r2']), reason: '数据有误' }],
    row: random.pick(['r1', 'r2']),
    answer: random.pick(['upheld', 'dismissed']),
  } as LifeEvent
}

interface Trace {
  readonly event: LifeEvent
  readonly before: FilingState
  readonly after: FilingState
}

/** What random people try at a filing, one after another; what was allowed, happened. */
function walk(seed: number, supervised: boolean): readonly Trace[] {
  const random = new Random(seed)
  const organisation = supervised ? unit : direct
  const actors = people(organisation)
  let state = newFiling(supervised)
  const trace: Trace[] = []
  for (let tries = 0; tries < 900; tries++) {
    const actor = random.pick(actors)
    const event = randomEvent(random, actor.person ?? '')
    const around: Circumstances = {
      today: random.pick(['2025-03-10', '2025-03-10', '2025-03-30']),
      opens: '2025-03-01',
      closes: '2025-03-31',
      children: [],
      unexplainedErrors: random.chance(20) ? 1 : 0,
      unconfirmedItems: random.chance(20) ? 1 : 0,
    }
    if (!mayDo(actor, { organisation, state }, event, around).allowed) continue
    // Returning is the easiest thing to do: most walks should come further.
    if (
      ['return', 'recall', 'withdraw', 'unpublish', 'comment', 'read', 'extend'].includes(event.kind) &&
      random.chance(80)
    )
      continue
    const after = next(state, event)
    trace.push({ event, before: state, after })
    state = after
  }
  return trace
}

/** The one stage or those that must have been gone through in this round before a stage is reached. */
const before: Readonly<Partial<Record<Stage, readonly Stage[]>>> = {
  submitted: ['filling'],
  approved: ['submitted'],
  endorsed: ['passedOn'],
  accepted: ['endorsed'],
  sampled: ['accepted'],
  reviewed: ['sampled'],
  appealed: ['reviewed'],
  answered: ['appealed'],
  agreed: ['reviewed', 'answered'],
  final: ['accepted', 'reviewed', 'answered', 'agreed'],
  rectifying: ['final', 'rectified'],
  rectified: ['rectifying'],
  closed: ['final', 'rectified', 'published'],
  cleared: ['closed'],
  published: ['cleared'],
}

describe('whatever people try', () => {
  const reached = new Set<Stage>()

  it.each([true, false])('no step is skipped (a department in between: %s)', (supervised) => {
    for (let seed = 1; seed <= 250; seed++) {
      for (const { before: from, after } of walk(seed, supervised)) {
        reached.add(after.stage)
        if (from.stage === after.stage) continue
        const allowed = after.stage === 'passedOn' ? [supervised ? 'approved' : 'submitted'] : before[after.stage]
        if (allowed !== undefined) expect(allowed, `${from.stage} → ${after.stage}, seed ${seed}`).toContain(from.stage)
      }
    }
  })

  it('the walks come everywhere', () => {
    expect(reached.size).toBe(18)
  })

  it('each approval of a round is by another hand, and none by an author', () => {
    for (let seed = 1; seed <= 250; seed++) {
      for (const { after } of walk(seed, seed % 2 === 0)) {
        const { approve, passOn, endorse, accept } = after.hands
        const hands = [approve, passOn, endorse, accept].filter((hand) => hand !== undefined)
        expect(
          new Set([
            approve === undefined ? 'nobody' : approve,
            ...[passOn, endorse, accept].filter((hand) => hand !== undefined),
          ]).size,
        ).toBe(1 + [passOn, endorse, accept].filter((hand) => hand !== undefined).length)
        for (const hand of hands) expect(after.authors).not.toContain(hand)
      }
    }
  })

  it('a form that comes back has no approval left', () => {
    for (let seed = 1; seed <= 100; seed++) {
      for (const { event, before: from, after } of walk(seed, true)) {
        if (event.kind !== 'return' && event.kind !== 'reissue') continue
        expect(after).toMatchObject({ stage: 'filling', round: from.round + 1, hands: {}, reviewers: [], points: [] })
      }
    }
  })

  it('an accepted form was not written in since it was submitted', () => {
    for (let seed = 1; seed <= 100; seed++) {
      for (const { event, before: from } of walk(seed, true)) {
        if (event.kind === 'edit' || event.kind === 'takeIn' || event.kind === 'fillExecution')
          expect(from.stage).toBe('filling')
      }
    }
  })
})

describe('what events leave behind', () => {
  const state = newFiling(true)

  it('an appeal is answered point by point', () => {
    let filing: FilingState = { ...state, stage: 'reviewed' }
    filing = next(filing, {
      kind: 'appeal',
      by: 'head',
      points: [
        { row: 'a', reason: '一' },
        { row: 'b', reason: '二' },
      ],
    })
    filing = next(filing, {
      kind: 'appeal',
      by: 'head',
      points: [
        { row: 'a', reason: '又一次' },
        { row: 'c', reason: '三' },
      ],
    })
    expect(filing.points.map(({ row, reason }) => [row, reason])).toEqual([
      ['a', '一'],
      ['b', '二'],
      ['c', '三'],
    ])
    filing = next(filing, { kind: 'answerAppeal', by: 'o', row: 'a', answer: 'upheld', reason: '可' })
    filing = next(filing, { kind: 'answerAppeal', by: 'o', row: 'c', answer: 'dismissed', reason: '否' })
    expect(filing.stage).toBe('appealed')
    filing = next(filing, { kind: 'answerAppeal', by: 'o', row: 'b', answer: 'dismissed', reason: '否' })
    expect(filing.stage).toBe('answered')
    expect(filing.points.map(({ answer }) => answer)).toEqual(['upheld', 'dismissed', 'dismissed'])
  })

  it('who writes or submits is an author, once', () => {
    const filing = (['b', 'a', 'b'] as const).reduce<FilingState>((one, by) => next(one, { kind: 'edit', by }), state)
    expect(next(filing, { kind: 'submit', by: 'c' }).authors).toEqual(['a', 'b', 'c'])
  })

  it('a return may give more time, a withdrawal takes the submission back', () => {
    const submitted: FilingState = { ...state, stage: 'submitted', hands: { submit: 'a' } }
    expect(next(submitted, { kind: 'return', by: 'h', reason: '退', until: '2025-04-20' }).extendedTo).toBe(
      '2025-04-20',
    )
    expect(next({ ...submitted, extendedTo: '2025-04-01' }, { kind: 'return', by: 'h', reason: '退' }).extendedTo).toBe(
      '2025-04-01',
    )
    expect(next(submitted, { kind: 'withdraw', by: 'a' })).toMatchObject({ stage: 'filling', hands: {}, round: 0 })
    expect(next(state, { kind: 'extend', by: 'o', until: '2025-05-01' }).extendedTo).toBe('2025-05-01')
    expect(next({ ...state, stage: 'recalled', extendedTo: '2025-05-01' }, { kind: 'reissue', by: 'o' })).toMatchObject(
      { stage: 'filling', extendedTo: null },
    )
  })

  it('an event that cannot happen is a mistake of the caller', () => {
    expect(() => next(state, { kind: 'accept', by: 'o' })).toThrow("'accept' cannot happen to a filing that is filling")
  })
})
