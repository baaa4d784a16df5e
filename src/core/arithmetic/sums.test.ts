import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact } from '../model/index.ts'
import { compareSum, isRead, isUnread } from './sums.ts'

const figure = (raw: string) => ({ raw, value: Exact.of(raw) })

describe('compareSum', () => {
  it('tells equal, explained by rounding, and neither', () => {
    const addends = ['534.85', '66.49', '972.77'].map(figure)
    expect(compareSum(addends, figure('1574.11'))).toMatchObject({ verdict: 'equal' })
    expect(compareSum(addends, figure('1574.12'))).toMatchObject({ verdict: 'withinRounding' })
    const off = compareSum(addends, figure('1574.13'))
    expect([off.verdict, off.sum, off.difference, off.tolerance].map(String)).toEqual([
      'outside',
      '1574.11',
      '0.02',
      '0.02',
    ])
  })

  it('holds one addend to its own sum', () => {
    expect(compareSum([figure('98')], figure('99')).verdict).toBe('outside')
    expect(compareSum([figure('98.4')], figure('98')).verdict).toBe('outside')
  })

  it('never calls true rounding an error', () => {
    const amounts = fc.array(fc.bigInt({ min: 0n, max: 10n ** 9n }), { minLength: 1, maxLength: 60 })
    fc.assert(
      fc.property(amounts, fc.integer({ min: 0, max: 3 }), (cents, decimals) => {
        const exact = cents.map((cent) => Exact.of(cent).dividedBy(Exact.of(10_000)))
        const print = (value: Exact) => figure(value.toFixed(decimals))
        expect(compareSum(exact.map(print), print(Exact.sum(exact))).verdict).not.toBe('outside')
      }),
    )
  })
})

describe('figures', () => {
  it('are read, unread or blank', () => {
    const cells = [figure('5'), { raw: '五', value: null }, { raw: '', value: null }]
    expect(cells.map(isRead)).toEqual([true, false, false])
    expect(cells.map(isUnread)).toEqual([false, true, false])
  })
})
