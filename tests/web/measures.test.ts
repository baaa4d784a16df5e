import { describe, expect, it } from 'vitest'
import { intervalsOf, isBeyond, rateOf, runningShares, spanOf, unitYears } from '../../web/src/insight/measures.ts'

const filing = (unit: string, fiscalYear: number, total: string | null) =>
  ({ organisation: { id: unit, name: unit }, kind: 'department', fiscalYear, total }) as never

describe('measures over many forms', () => {
  it('divide money exactly, and say nothing where a figure is missing', () => {
    expect(rateOf({ budgeted: '894.41', executed: '878.75' })).toBe('98.25')
    expect(rateOf({ budgeted: null, executed: '1' })).toBeNull()
    expect(rateOf({ budgeted: '0', executed: '0' })).toBeNull()
  })

  it('see a total above what the rules give, not one at its upper end', () => {
    expect(isBeyond({ total: '96.94', recomputed: { min: '95.04', max: '96.94' } })).toBe(false)
    expect(isBeyond({ total: '96.95', recomputed: { min: '95.04', max: '96.94' } })).toBe(true)
    expect(isBeyond({ total: null, recomputed: { min: '95.04', max: '96.94' } })).toBe(false)
  })

  it('draw no farther than most figures go, and say how many lie beyond', () => {
    const close = [91, 92, 93, 94, 95, 96]
    expect(spanOf(close)).toEqual({ from: 91, to: 96, outside: 0 })
    expect(spanOf([...close, 12])).toEqual({ from: 91, to: 96, outside: 1 })
    expect(spanOf([...close, 12, 480])).toEqual({ from: 91, to: 96, outside: 2 })
    // Most of them equal: nothing tells what is far.
    expect(spanOf([100, 100, 100, 100, 60])).toEqual({ from: 60, to: 100, outside: 0 })
    expect(spanOf([])).toEqual({ from: 0, to: 0, outside: 0 })
  })

  it('count every total once, 100 among the last', () => {
    const close = intervalsOf(['97.5', '98', '98.99', '100'])
    expect(close).toEqual([
      { from: 97, to: 98, forms: 1 },
      { from: 98, to: 99, forms: 2 },
      { from: 99, to: 100, forms: 1 },
    ])
    const far = intervalsOf(['61', '100', '79.99'])
    expect(far.map(({ forms }) => forms).reduce((sum, forms) => sum + forms, 0)).toBe(3)
    expect(far[0]).toEqual({ from: 60, to: 65, forms: 1 })
    expect(intervalsOf([])).toEqual([])
  })

  it('add shares up to the whole', () => {
    expect(runningShares(['3', '1'])).toEqual(['75.0', '100.0'])
    expect(runningShares(['0'])).toEqual(['0.0'])
  })

  it('put the unit that changed most first, and leave out units with one year alone', () => {
    const found = unitYears(
      [
        filing('a', 2021, '98'),
        filing('a', 2022, '97'),
        filing('b', 2021, '90'),
        filing('b', 2023, '96.5'),
        filing('c', 2021, '80'),
        filing('c', 2022, null),
      ],
      [2021, 2022, 2023],
    )
    expect(found.map(({ unit, spread }) => [unit, spread])).toEqual([
      ['b', '6.5'],
      ['a', '1'],
    ])
  })
})
