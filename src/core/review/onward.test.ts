import { describe, expect, it } from 'vitest'
import { awaited, nextSteps, type Stage, stages, stagesAwaiting, steps } from './index.ts'

describe('stages in which a form waits for somebody', () => {
  it('are those from which a step leads that a role may take and is waited for', () => {
    expect(stagesAwaiting(['clerk'])).toEqual(['filling'])
    expect(stagesAwaiting(['supervisorReviewer'])).toContain('approved')
    expect(stagesAwaiting(['public'])).toEqual([])
    expect(stagesAwaiting([])).toEqual([])
  })

  it('hold every stage of every such step of the table', () => {
    for (const { event, from, rights } of steps) {
      if (!awaited.has(event)) continue
      for (const { role } of rights) for (const stage of from) expect(stagesAwaiting([role])).toContain(stage)
    }
    const all = new Set<Stage>(steps.flatMap(({ rights }) => stagesAwaiting(rights.map(({ role }) => role))))
    expect(stages.filter((stage) => !all.has(stage))).toEqual(expect.arrayContaining(['published', 'recalled']))
  })
})

describe('what carries a form on', () => {
  it('names each step once, with everybody who may take it', () => {
    expect(nextSteps('filling')).toEqual([{ event: 'submit', roles: ['clerk', 'financeOfficer'] }])
    expect(nextSteps('reviewed').map(({ event }) => event)).toEqual(['agree', 'finalise', 'appeal'])
    expect(nextSteps('cleared')[0]?.roles).toContain('performanceOfficer')
  })

  it('ends where a form is published', () => {
    expect(nextSteps('published')).toEqual([])
  })
})
