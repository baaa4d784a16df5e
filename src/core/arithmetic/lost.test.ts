import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Band, Exact } from '../model/index.ts'
import { boundAddend, boundLost, budgetByRate, executedByRate, intersect } from './lost.ts'
import { decimalsOf } from './precision.ts'

const say = (band: Band | null) => (band === null ? null : [String(band.min), String(band.max)])
const holds = (band: Band | null, value: Exact) => band !== null && value.atLeast(band.min) && value.atMost(band.max)

describe('boundLost', () => {
  /** Five scores of a published form are lost; its total was added with 9.80 or with 9.81 for execution. */
  const lost = ['0.85', '0.50', '0.97', '2', '3'].map((weight, index) => ({
    path: `indicators[${index}]`,
    weight: Exact.of(weight),
  }))
  const executions = [
    { execution: Exact.of('9.80'), from: 'totalRow' },
    { execution: Exact.of('9.81'), from: 'taskRows' },
  ] as const
  const standing = Exact.of('81.03')

  it('says what the lost scores hold together, once for each execution figure', () => {
    const said = boundLost({ rows: lost, printedTotal: Exact.of('96.62'), standing, executions })
    expect(String(said.weight)).toBe('7.32')
    expect(said.gaps.map(({ gap, from }) => `${gap} ${from}`)).toEqual(['5.79 totalRow', '5.78 taskRows'])
    expect(said.bounds.map(({ band }) => say(band))).toEqual([
      ['0', '0.85'],
      ['0', '0.5'],
      ['0', '0.97'],
      ['0.46', '2'],
      ['1.46', '3'],
    ])
  })

  it('solves a single lost score and excludes what no value can be', () => {
    const one = lost.slice(4)
    const at = (total: string) =>
      say(
        boundLost({ rows: one, printedTotal: Exact.of(total), standing, executions: executions.slice(0, 1) }).bounds[0]!
          .band,
      )
    expect(at('93.08')).toEqual(['2.25', '2.25'])
    expect(at('96.62')).toBeNull()
    expect(at('90')).toBeNull()
    const both = boundLost({ rows: one, printedTotal: Exact.of('93.84'), standing, executions })
    expect(say(both.bounds[0]!.band)).toEqual(['3', '3'])
  })

  it('contains the truth, whichever scores are lost', () => {
    const row = fc.record({
      weight: fc.integer({ min: 0, max: 500 }),
      share: fc.integer({ min: 0, max: 100 }),
      lost: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 30 }), fc.integer({ min: 0, max: 1000 }), (rows, points) => {
        const scored = rows.map(({ weight, share, lost: isLost }, index) => {
          const whole = Exact.of(weight).dividedBy(Exact.hundred)
          const score = whole.times(Exact.of(share)).dividedBy(Exact.hundred).round(2, 'down')
          return { path: `indicators[${index}]`, weight: whole, score, isLost }
        })
        const execution = Exact.of(points).dividedBy(Exact.hundred)
        const said = boundLost({
          rows: scored.filter(({ isLost }) => isLost),
          printedTotal: Exact.sum(scored.map(({ score }) => score)).plus(execution),
          standing: Exact.sum(scored.filter(({ isLost }) => !isLost).map(({ score }) => score)),
          executions: [{ execution, from: 'totalRow' }],
        })
        for (const { path, band } of said.bounds) {
          expect(holds(band, scored.find((each) => each.path === path)!.score)).toBe(true)
        }
      }),
    )
  })
})

describe('boundAddend', () => {
  const known = [Exact.of(20), Exact.of(15)]

  it('solves one lost weight, bounds several, and excludes what is below zero', () => {
    expect(say(boundAddend(Exact.of(50), known, 1))).toEqual(['15', '15'])
    expect(say(boundAddend(Exact.of(50), known, 2))).toEqual(['0', '15'])
    expect(boundAddend(Exact.of(30), known, 1)).toBeNull()
    expect(boundAddend(Exact.of(30), known, 2)).toBeNull()
  })

  it('leaves a measured sum its tolerance', () => {
    expect(say(boundAddend(Exact.of(50), known, 1, Exact.of('0.015')))).toEqual(['14.985', '15.015'])
    expect(say(boundAddend(Exact.of(35), known, 1, Exact.of('0.015')))).toEqual(['0', '0.015'])
  })
})

describe('amounts by rate', () => {
  const rate = (raw: string) => ({ value: Exact.of(raw), decimals: decimalsOf(raw) })

  it('bounds a lost executed amount and a lost budget', () => {
    expect(say(executedByRate(Exact.of('566.14'), rate('94.47')))).toEqual(['534.804151', '534.860765'])
    expect(say(budgetByRate(Exact.of(95), rate('95')))!.map((value) => Exact.of(value).toFixed(2))).toEqual([
      '99.48',
      '100.53',
    ])
    expect(executedByRate(Exact.of(100), rate('-5'))).toBeNull()
    expect(say(executedByRate(Exact.of(100), rate('0')))).toEqual(['0', '0.5'])
    expect(budgetByRate(Exact.of(100), rate('0'))).toBeNull()
  })

  it('contains the truth', () => {
    const amount = fc.integer({ min: 1, max: 10_000_000 })
    fc.assert(
      fc.property(amount, amount, fc.integer({ min: 0, max: 3 }), (budgetCents, executedCents, decimals) => {
        const budgeted = Exact.of(budgetCents).dividedBy(Exact.hundred)
        const executed = Exact.of(executedCents).dividedBy(Exact.hundred)
        const printed = { value: executed.dividedBy(budgeted).times(Exact.hundred).round(decimals), decimals }
        expect(holds(executedByRate(budgeted, printed), executed)).toBe(true)
        const budget = budgetByRate(executed, printed)
        expect(budget === null || holds(budget, budgeted)).toBe(true)
      }),
    )
  })
})

describe('intersect', () => {
  it('is empty where the bands do not meet', () => {
    const band = (min: number, max: number) => ({ min: Exact.of(min), max: Exact.of(max) })
    expect(say(intersect(band(0, 5), band(3, 9)))).toEqual(['3', '5'])
    expect(intersect(band(0, 2), band(3, 9))).toBeNull()
  })
})
