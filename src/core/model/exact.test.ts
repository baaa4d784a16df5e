import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Exact, type RoundingMode } from './exact.ts'
import {
  bigPowerOfTen,
  compareQuotients,
  decimalsOf,
  productOf,
  type Quotient,
  ratioOf,
  reduced,
  roundedNumerator,
  sumOf,
} from './quotient.ts'

/** A figure beside the same in big integers. */
interface Both {
  readonly exact: Exact
  readonly quotient: Quotient
}

/** Small and huge, so that every operation meets figures on both sides of what the machine counts exactly. */
const numerators = fc.oneof(
  fc.integer({ min: -2000, max: 2000 }).map(BigInt),
  fc.bigInt({ min: -(2n ** 53n) - 5n, max: 2n ** 53n + 5n }),
  fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }),
)
const denominators = fc.oneof(
  fc.constantFrom(1n, 10n, 100n, 10n ** 6n, 10n ** 15n, 10n ** 20n),
  fc.integer({ min: 1, max: 5000 }).map(BigInt),
  fc.bigInt({ min: 1n, max: 10n ** 35n }),
)
const figures: fc.Arbitrary<Both> = fc.tuple(numerators, denominators).map(([numerator, denominator]) => ({
  exact: Exact.of(numerator).dividedBy(Exact.of(denominator)),
  quotient: { numerator, denominator },
}))
const modes: readonly RoundingMode[] = ['halfUp', 'halfEven', 'down', 'up']

function say(quotient: Quotient): string {
  const { numerator, denominator } = reduced(quotient)
  if (denominator === 1n) return numerator.toString()
  const decimals = decimalsOf(quotient)
  if (decimals === null) return `${numerator}/${denominator}`
  const digits = (numerator * bigPowerOfTen(decimals)) / denominator
  const sign = digits < 0n ? '-' : ''
  const size = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0')
  return `${sign}${size.slice(0, -decimals)}.${size.slice(-decimals)}`
}

describe('Exact', () => {
  it('counts as big integers do, on both sides of what the machine counts exactly', () => {
    fc.assert(
      fc.property(figures, figures, (one, other) => {
        expect(one.exact.toString()).toBe(say(one.quotient))
        expect(Exact.of(one.exact.toString()).equals(one.exact)).toBe(true)
        expect(one.exact.plus(other.exact).toString()).toBe(say(sumOf(one.quotient, other.quotient)))
        expect(one.exact.times(other.exact).toString()).toBe(say(productOf(one.quotient, other.quotient)))
        expect(one.exact.compare(other.exact)).toBe(compareQuotients(one.quotient, other.quotient))
        expect(one.exact.minus(other.exact).plus(other.exact).equals(one.exact)).toBe(true)
        if (other.quotient.numerator === 0n) expect(() => one.exact.dividedBy(other.exact)).toThrow(RangeError)
        else {
          expect(one.exact.dividedBy(other.exact).toString()).toBe(say(ratioOf(one.quotient, other.quotient)))
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('knows sign, zero and whole numbers', () => {
    fc.assert(
      fc.property(figures, ({ exact, quotient: { numerator, denominator } }) => {
        expect([exact.isNegative, exact.isZero, exact.isPositive]).toEqual([
          numerator < 0n,
          numerator === 0n,
          numerator > 0n,
        ])
        expect(exact.isWhole).toBe(numerator % denominator === 0n)
        expect(exact.abs().isNegative).toBe(false)
        expect(exact.negated().plus(exact).isZero).toBe(true)
      }),
    )
  })

  it('rounds once, exactly', () => {
    fc.assert(
      fc.property(
        figures,
        fc.integer({ min: 0, max: 20 }),
        fc.constantFrom(...modes),
        ({ exact, quotient }, decimals, mode) => {
          const numerator = roundedNumerator(quotient, decimals, mode)
          const rounded = { numerator, denominator: bigPowerOfTen(decimals) }
          expect(exact.round(decimals, mode).toString()).toBe(say(rounded))
          const sign = numerator < 0n ? '-' : ''
          const digits = (numerator < 0n ? -numerator : numerator).toString().padStart(decimals + 1, '0')
          const cut = digits.length - decimals
          const fixed = `${sign}${digits.slice(0, cut)}${decimals === 0 ? '' : `.${digits.slice(cut)}`}`
          expect(exact.toFixed(decimals, mode)).toBe(fixed)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('reads decimals, fractions and whole numbers, and nothing else', () => {
    expect(
      ['-12.50', '+3', '.5', '7.', '64/65', '12345678901234567890.5'].map((text) => Exact.of(text).toString()),
    ).toEqual(['-12.5', '3', '0.5', '7', '64/65', '12345678901234567890.5'])
    expect(Exact.of(5).toFixed(2)).toBe('5.00')
    expect([Exact.parse('1e3'), Exact.parse(''), Exact.parse('.'), Exact.parse('1,000')]).toEqual([
      null,
      null,
      null,
      null,
    ])
    expect(() => Exact.of('x')).toThrow(RangeError)
    expect(() => Exact.of(0.5)).toThrow(RangeError)
    expect(Exact.sum([Exact.of('0.1'), Exact.of('0.02'), Exact.of(3)]).toString()).toBe('3.12')
    expect(JSON.stringify([Exact.of('1/3')])).toBe('["1/3"]')
  })
})
