import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact } from '../model/index.ts'
import { gapFromRounding, largestRemainder } from './shares.ts'

const all = (...values: readonly string[]) => values.map((value) => Exact.of(value))
const ten = Exact.of(10)
const say = (values: readonly Exact[] | null) => values?.map(String) ?? null

/** Budgets of the nine tasks of a published form; their weights, rounded one by one, add up to 10.02. */
const budgets = all('566.14', '67.55', '973.60', '133.00', '177.60', '152.91', '34.09', '72.40', '549.69')
const rounded = all('2.08', '0.25', '3.57', '0.49', '0.65', '0.56', '0.13', '0.27', '2.02')

describe('largestRemainder', () => {
  it('shares ten points over nine budgets', () => {
    expect(say(largestRemainder(budgets, ten, 2))).toEqual([
      '2.08',
      '0.25',
      '3.57',
      '0.49',
      '0.65',
      '0.56',
      '0.12',
      '0.26',
      '2.02',
    ])
  })

  it('gives what is left to the earlier among equals', () => {
    expect(say(largestRemainder(all('1', '1', '1'), ten, 2))).toEqual(['3.34', '3.33', '3.33'])
    expect(say(largestRemainder(all('0', '0'), Exact.of('0.01'), 2))).toEqual(['0.01', '0'])
  })

  it('counts shares below zero as zero, shares a negative total, and takes no shares at all', () => {
    expect(say(largestRemainder(all('-5', '1'), ten, 0))).toEqual(['0', '10'])
    expect(say(largestRemainder(all('1', '2'), Exact.of(-10), 1))).toEqual(['-3.3', '-6.7'])
    expect(largestRemainder([], ten, 2)).toEqual([])
    expect(largestRemainder([], Exact.of(-10), 2)).toEqual([])
  })

  it('adds up to exactly 100.00 for any shares, each within one unit of its quota', () => {
    const shares = fc.array(fc.bigInt({ min: 0n, max: 10n ** 12n }), { minLength: 1, maxLength: 1000 })
    fc.assert(
      fc.property(shares, (raw) => {
        const exact = raw.map((share) => Exact.of(share))
        const parts = largestRemainder(exact, Exact.hundred, 2)
        expect(Exact.sum(parts).toFixed(2)).toBe('100.00')
        expect(Exact.sum(parts).equals(Exact.hundred)).toBe(true)
        const whole = Exact.sum(exact)
        if (whole.isZero) return
        const unit = Exact.of('0.01')
        parts.forEach((part, index) => {
          const quota = Exact.hundred.times(exact[index]!).dividedBy(whole)
          expect(part.minus(quota).abs().lessThan(unit)).toBe(true)
        })
      }),
      { numRuns: 40 },
    )
  })

  it('keeps the order of the shares', () => {
    const shares = fc.array(fc.integer({ min: 0, max: 10_000 }), { minLength: 2, maxLength: 50 })
    fc.assert(
      fc.property(shares, (raw) => {
        const parts = largestRemainder(
          raw.map((share) => Exact.of(share)),
          Exact.of(50),
          2,
        )
        for (const [index, part] of parts.entries()) {
          for (const [other, share] of raw.entries()) {
            if (raw[index]! > share) expect(part.atLeast(parts[other]!)).toBe(true)
          }
        }
      }),
    )
  })
})

describe('gapFromRounding', () => {
  it('knows equal shares rounded one by one', () => {
    const { explained, repair } = gapFromRounding(
      Array.from({ length: 12 }, () => Exact.of('0.83')),
      ten,
      2,
    )
    expect(explained).toBe(true)
    expect(Exact.sum(repair!).equals(ten)).toBe(true)
    expect(repair!.filter((weight) => weight.equals(Exact.of('0.84')))).toHaveLength(4)
    expect(
      gapFromRounding(
        Array.from({ length: 12 }, () => Exact.of('0.82')),
        ten,
        2,
      ).explained,
    ).toBe(false)
    expect(gapFromRounding(all('3', '3', '3'), ten, 0).repair!.map(String)).toEqual(['4', '3', '3'])
  })

  it('knows shares of the budget rounded one by one', () => {
    const { explained, repair } = gapFromRounding(rounded, ten, 2, budgets)
    expect(explained).toBe(true)
    expect(say(repair)).toEqual(['2.08', '0.25', '3.57', '0.49', '0.65', '0.56', '0.12', '0.26', '2.02'])
    expect(gapFromRounding(rounded.with(0, Exact.of('2.09')), ten, 2, budgets)).toEqual({
      explained: false,
      repair: null,
    })
    expect(gapFromRounding(all('5'), ten, 2, all('0')).explained).toBe(false)
  })

  it('allows unknown money as much as rounding can make, and mends broken weights only', () => {
    const fits = gapFromRounding(all('5.06', '4.96', '2.97', '2'), Exact.of(15), 2)
    expect(fits.explained).toBe(true)
    expect(say(fits.repair)).toEqual(['5.07', '4.96', '2.97', '2'])
    expect(gapFromRounding(all('5.06', '4.95', '2.97', '2'), Exact.of(15), 2).explained).toBe(false)
    expect(gapFromRounding(all('5', '4'), ten, 2).explained).toBe(false)
    expect(gapFromRounding([], ten, 2).explained).toBe(false)
  })

  it('explains every rounding of true shares, and repairs it exactly', () => {
    const shares = fc.array(fc.integer({ min: 1, max: 100_000 }), { minLength: 1, maxLength: 100 })
    fc.assert(
      fc.property(shares, fc.integer({ min: 1, max: 50 }), (raw, points) => {
        const target = Exact.of(points)
        const exact = raw.map((share) => Exact.of(share))
        const whole = Exact.sum(exact)
        const weights = exact.map((share) => target.times(share).dividedBy(whole).round(2))
        const { explained, repair } = gapFromRounding(weights, target, 2, exact)
        expect(explained).toBe(true)
        expect(Exact.sum(repair!).equals(target)).toBe(true)
      }),
    )
  })
})
