import { describe, expect, it } from 'vitest'
import { type EditionCase, editionById, editions, incompleteEditions } from '../rulebook/index.ts'
import { runCases } from './index.ts'

const national = editionById('national-project-2020')!

describe('the cases of an edition', () => {
  it.each([...editions, ...incompleteEditions].map((edition) => [edition.id, edition] as const))(
    'hold for %s',
    (_, edition) => {
      expect(runCases(edition)).toEqual([])
    },
  )

  it.each<[EditionCase, string]>([
    [{ row: { level1: 'output', weight: '10', target: '≥10场', actual: '5场' }, min: '5', max: '6' }, '5–5'],
    [
      { row: { level1: 'output', weight: '10', target: '不适用', actual: '不适用' }, min: '0', max: '0' },
      'undefined–undefined',
    ],
    [{ execution: { budgeted: '100', executed: '50' }, score: '6' }, '5'],
    [{ total: '85', grade: 'fair' }, '85 good'],
    [{ total: '85', grade: 'good', capped: '79' }, '85 good'],
    [{ place: '某省某县', year: 2021, chosen: false }, 'national-project-2020 national'],
    [{ points: 'process', is: '10' }, 'null'],
    [{ points: 'output', is: '10' }, '50'],
    [{ points: 'execution', is: '20' }, '10'],
    [{ threshold: 'overReason', at: '129', not: '130' }, 'false true'],
    [{ threshold: 'overReason', at: '131', not: '130' }, 'true true'],
    [{ threshold: 'overAchievement', at: '130', not: '129' }, 'false false'],
  ])('fail where they are wrong: %j', (one, got) => {
    expect(runCases({ ...national, cases: [one] })).toEqual([{ case: one, got }])
  })

  it('hold for a cap', () => {
    const law = national.total.law
    const caps = [{ below: { value: '60', law }, total: { value: '69', law } }]
    const cases: EditionCase[] = [{ total: '95', rate: '59', grade: 'fair', capped: '69' }]
    expect(runCases({ ...national, caps, cases })).toEqual([])
  })
})
