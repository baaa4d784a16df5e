import { describe, expect, it } from 'vitest'
import { generateAny } from '../../../tests/support/generate-any.ts'
import { Random } from '../../../tests/support/random.ts'
import { evaluate } from '../evaluate/index.ts'
import { layouts } from '../rulebook/index.ts'
import { type Candidate, type FormSummary, proposeSample, riskFacts, summaryOf } from './index.ts'

const form = generateAny(1, layouts[0]!, 4)
const plain: FormSummary = {
  ...summaryOf({ form, ...evaluate({ form }).value! }),
  findings: {},
  total: '95',
  least: '90',
  most: '95',
  budgeted: '100',
}

function candidates(count: number, group = 'a'): Candidate[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `${group}${String(index).padStart(3, '0')}`,
    group,
    summary: { ...plain, findings: { x: { error: index % 5, warning: 1, info: 9 } }, budgeted: String(index * 10) },
  }))
}

describe('a proposal of what to review', () => {
  it('is the asked share of each group, at least one, half of it by risk', () => {
    const draws = proposeSample([...candidates(40), ...candidates(3, 'b')], { percent: 15, seed: 7 })
    expect(draws.filter(({ group }) => group === 'a')).toHaveLength(6)
    expect(draws.filter(({ group, by }) => group === 'a' && by === 'risk')).toHaveLength(3)
    expect(draws.filter(({ group }) => group === 'b')).toHaveLength(1)
    expect(new Set(draws.map(({ id }) => id)).size).toBe(draws.length)
  })

  it('is the same for the same seed, whatever the order, and another lot for another', () => {
    const all = candidates(60)
    const ids = (seed: number, list = all) => proposeSample(list, { percent: 20, seed }).map(({ id }) => id)
    expect(ids(7, new Random(3).shuffled(all))).toEqual(ids(7))
    expect(ids(8)).not.toEqual(ids(7))
    expect(ids(8).slice(0, 6)).toEqual(ids(7).slice(0, 6))
  })

  it('takes the riskiest first and says why', () => {
    const risky: Candidate = {
      id: 'z',
      group: 'a',
      summary: { ...plain, total: '99', findings: { x: { error: 9, warning: 0, info: 0 } }, budgeted: '9999' },
    }
    const [first] = proposeSample([...candidates(10), risky], { percent: 10, seed: 1 })
    expect(first).toMatchObject({ id: 'z', by: 'risk', risk: 100 })
    expect(first!.reasons.map(({ zh }) => zh)).toEqual(['问题计27', '总分超出重算区间4分', '资金9999万元'])
  })

  it('takes what cannot be judged for the most of all', () => {
    expect(riskFacts({ ...plain, total: null })).toEqual({ findings: 0, deviation: null, money: '100' })
    const lost: Candidate = { id: 'lost', group: 'a', summary: { ...plain, total: null, budgeted: null } }
    const draws = proposeSample([lost, ...candidates(9)], { percent: 100, seed: 1 })
    expect(draws[0]!.id).toBe('lost')
    expect(draws[0]!.reasons).toEqual([{ zh: '没有总分', en: 'no total is printed' }])
    expect(draws).toHaveLength(10)
  })

  it('measures how far a total lies outside the band on either side', () => {
    expect(riskFacts({ ...plain, total: '88.5' }).deviation).toBe('1.5')
    expect(riskFacts({ ...plain, total: '92' }).deviation).toBe('0')
  })

  it('of nothing is nothing, of one is that one', () => {
    expect(proposeSample([], { percent: 15, seed: 1 })).toEqual([])
    expect(proposeSample(candidates(1), { percent: 0, seed: 1 }).map(({ id, by }) => [id, by])).toEqual([
      ['a000', 'risk'],
    ])
  })
})
