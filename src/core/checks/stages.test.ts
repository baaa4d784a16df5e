import { describe, expect, it } from 'vitest'
import { formFromSketch } from '../recognise/sketch.ts'
import { editionById } from '../rulebook/index.ts'
import { scoreForm } from '../scoring/index.ts'
import { catalogueEntry, checks, newCheckMemo, runChecks } from './index.ts'
import { appliesAt, checksAt } from './stages.ts'

const sketch = {
  indicators: [{ level1: '产出指标', level2: '数量指标', name: '培训人数', target: '≥50人', weight: '50' }],
}

describe('checks by stage', () => {
  it.each(['targets', 'monitoring'] as const)('names checks that are there, for %s', (stage) => {
    for (const id of checksAt(stage)) expect(catalogueEntry(id)?.status, id).toBe('built')
    expect(new Set(checksAt(stage)).size).toBe(checksAt(stage).length)
  })

  it('asks neither targets nor monitoring for scores, and self-evaluations for no forecast', () => {
    for (const stage of ['targets', 'monitoring'] as const) {
      for (const id of ['score-missing', 'actual-missing', 'total-not-adding-up', 'goal-without-completion']) {
        expect(appliesAt(id, stage), id).toBe(false)
      }
    }
    expect(appliesAt('execution-rate-off', 'targets')).toBe(false)
    expect(appliesAt('execution-rate-off', 'monitoring')).toBe(true)
    expect(appliesAt('forecast-shortfall-unexplained', undefined)).toBe(false)
    expect(appliesAt('score-missing', undefined)).toBe(true)
  })

  it('counts a check that does not look at the form as not applicable, and remembers rows by stage', () => {
    const edition = editionById('shenzhen-department-2021')!
    const memo = newCheckMemo()
    const statusOf = (stage: 'targets' | undefined) => {
      const form = { ...formFromSketch(sketch), ...(stage === undefined ? {} : { stage }) }
      const input = { form: { ...form, indicators }, scored: scoreForm(form, edition), edition, events: [] }
      const { summaries, complete } = runChecks(checks, input, memo)
      expect(complete).toBe(true)
      return (id: string) => summaries.find((summary) => summary.id === id)!.counts
    }
    const { indicators } = formFromSketch(sketch)
    expect(statusOf(undefined)('actual-missing')).toMatchObject({ failed: 1 })
    expect(statusOf('targets')('actual-missing')).toMatchObject({ failed: 0, notApplicable: 1 })
    expect(statusOf(undefined)('actual-missing')).toMatchObject({ failed: 1 })
  })
})
