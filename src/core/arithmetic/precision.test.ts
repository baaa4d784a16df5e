import { describe, expect, it } from 'vitest'
import { decimalsOf, finestDecimals, halfUnitOf, lastPlaceOf, toleranceOfSum } from './precision.ts'

describe('written precision', () => {
  it('counts the decimals as written', () => {
    expect(['47.1004万元', '94.47%', '10', '9.80', '１．５', '', '良好'].map(decimalsOf)).toEqual([4, 2, 0, 2, 1, 0, 0])
    expect(finestDecimals(['5.06', '0.5', '10'])).toBe(2)
    expect(finestDecimals([])).toBe(0)
  })

  it('gives a figure of d decimals half a unit in its last place', () => {
    expect([lastPlaceOf(0), lastPlaceOf(2), halfUnitOf(0), halfUnitOf(2)].map(String)).toEqual([
      '1',
      '0.01',
      '0.5',
      '0.005',
    ])
  })

  it('adds the precision of addends and result', () => {
    const nine = Array.from({ length: 9 }, () => '67.55')
    expect(String(toleranceOfSum(nine, '2672.05'))).toBe('0.05')
    expect(String(toleranceOfSum(['110.917406', '66.53'], '177.45'))).toBe('0.0100005')
    expect(String(toleranceOfSum(['3', '4'], '7'))).toBe('1.5')
  })

  it('takes a whole number beside decimals as one that lost its trailing zeros', () => {
    expect(String(toleranceOfSum(['300', '150.55', '48'], '500'))).toBe('0.02')
    expect(String(toleranceOfSum(['300', '150.5', '48.25'], '500'))).toBe('0.155')
  })
})
