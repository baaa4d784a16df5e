import { describe, expect, it } from 'vitest'
import {
  type Actor,
  campaignAfter,
  campaignEvents,
  campaignStages,
  duties,
  hasDuty,
  holds,
  mayRun,
  positionOf,
  type Role,
  roles,
} from './index.ts'

const bureau = { region: '440000', path: ['bureau'] }
const unit = { region: '440000', path: ['bureau', 'department', 'unit'] }

function actor(role: Role, organisation = bureau): Actor {
  return { person: 'me', posts: [{ role, organisation }] }
}

describe('a campaign', () => {
  it('goes its way, and no other', () => {
    const ways = campaignStages.flatMap((stage) =>
      campaignEvents.flatMap((event) => {
        const after = campaignAfter(stage, event)
        return after === null ? [] : [`${stage} ${event} ${after}`]
      }),
    )
    expect(ways).toEqual([
      'prepared change prepared',
      'prepared issue issued',
      'issued addUnits issued',
      'issued extend issued',
      'issued end ended',
      'issued recall recalled',
    ])
  })

  it('is run by the performance office alone', () => {
    for (const role of roles) {
      const decision = mayRun(actor(role), { organisation: bureau, stage: 'prepared' }, 'issue')
      expect(decision.allowed, role).toBe(role === 'performanceOfficer')
    }
    expect(
      mayRun(
        actor('performanceOfficer', { region: '110000', path: ['bureau'] }),
        { organisation: bureau, stage: 'prepared' },
        'issue',
      ),
    ).toMatchObject({ code: 'role' })
    expect(mayRun(actor('performanceOfficer'), { organisation: bureau, stage: 'ended' }, 'issue')).toMatchObject({
      code: 'step',
    })
  })
})

describe('duties', () => {
  it('are those of the table', () => {
    const held = Object.fromEntries(
      duties.map((duty) => [duty, roles.filter((role) => hasDuty(actor(role), duty, bureau))]),
    )
    expect(held).toEqual({
      people: ['administrator'],
      units: ['administrator'],
      regions: ['administrator'],
      editions: ['performanceOfficer', 'administrator'],
      layouts: ['performanceOfficer', 'administrator'],
      backup: ['administrator'],
      record: ['unitHead', 'performanceOfficer', 'administrator'],
      insight: ['financeOfficer', 'unitHead', 'supervisorReviewer', 'budgetOfficer', 'performanceOfficer'],
      handOver: ['unitHead', 'administrator'],
    })
  })

  it('reach down the tree, never up or across', () => {
    expect(hasDuty(actor('administrator'), 'people', unit)).toBe(true)
    expect(hasDuty(actor('administrator', unit), 'people', bureau)).toBe(false)
    expect(hasDuty(actor('unitHead'), 'handOver', unit)).toBe(false)
  })
})

describe('where an organisation stands', () => {
  it.each([
    [bureau, bureau, 'own'],
    [bureau, unit, 'below'],
    [unit, bureau, 'elsewhere'],
    [{ region: '440000', path: ['bureau', 'other'] }, unit, 'elsewhere'],
    [{ region: '110000', path: ['bureau'] }, unit, 'otherRegion'],
  ] as const)('%j sees %j as %s', (organisation, seen, position) => {
    expect(positionOf({ role: 'clerk', organisation }, seen)).toBe(position)
    expect(holds(actor('clerk', organisation as typeof bureau), 'clerk', seen, [position])).toBe(true)
  })
})
