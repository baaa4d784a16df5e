import { describe, expect, it } from 'vitest'
import { decisionsOf } from '../../web/src/insight/decisions.ts'

const filing = (title: string, more: object = {}) => ({
  title,
  stage: 'accepted',
  errors: 0,
  total: '95',
  recomputed: { min: '90', max: '96' },
  budgeted: '100',
  executed: '96',
  ...more,
})
const view = (more: object = {}) => ({
  executionRate: '95.00',
  average: '94.00',
  over: { notice: 0, reason: 0, serious: 0 },
  satisfaction: { rows: 0, peak: null },
  fullShare: '50.00',
  rows: 10,
  ...more,
})
const seen = (filings: readonly object[], seenView: object = view(), effects: object = { changed: 0, items: [] }) =>
  ({ filings, view: seenView, progress: { closes: '2024-03-31', overdue: 1 }, effects }) as never

describe('what a chief has to decide', () => {
  it('is nothing where all is well', () => {
    expect(decisionsOf(seen([filing('甲')]))).toEqual([])
  })

  it('begins with what is missing and what is wrong, each with its count and first names', () => {
    const found = decisionsOf(
      seen([
        filing('甲', { stage: 'filling', total: null }),
        filing('乙', { errors: 2 }),
        filing('丙', { total: '97' }),
        filing('丁', { executed: '80' }),
      ]),
    )
    expect(found.map(({ kind, n, names }) => [kind, n, names])).toEqual([
      ['remind', 1, ['甲']],
      ['return', 1, ['乙']],
      ['beyond', 1, ['丙']],
      ['sample', 1, ['丁']],
    ])
  })

  it('names heaping and full marks only where they are telling', () => {
    const heaped = view({
      over: { notice: 5, reason: 3, serious: 1 },
      satisfaction: { rows: 20, peak: { percent: 95, share: '40.00' } },
      fullShare: '92.00',
    })
    expect(decisionsOf(seen([filing('甲')], heaped)).map(({ kind, n }) => [kind, n])).toEqual([
      ['overTargets', 3],
      ['satisfaction', 20],
      ['ceiling', 10],
    ])
    const little = view({ satisfaction: { rows: 20, peak: { percent: 95, share: '29.99' } }, fullShare: '89.99' })
    expect(decisionsOf(seen([filing('甲')], little))).toEqual([])
  })

  it('ends with grades that the review changed', () => {
    const effects = {
      changed: 1,
      items: [
        { title: '甲', grade: 'excellent', reviewedGrade: 'good' },
        { title: '乙', grade: 'good', reviewedGrade: 'good' },
      ],
    }
    expect(decisionsOf(seen([filing('甲')], view(), effects)).at(-1)).toEqual({
      kind: 'reviewed',
      n: 1,
      names: ['甲'],
      data: {},
    })
  })
})
