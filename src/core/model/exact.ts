/**
 * Exact rational numbers. Points and money are never held in a binary float: every figure is a quotient of two whole
 * numbers, sums and proportions are exact, and rounding happens once, at print, by the edition's policy. While both whole
 * numbers lie where the machine counts exactly (±(2^53 − 1)) they are held as such, which is ten times as fast; what
 * leaves that range is held in big integers.
 */

import {
  bigPowerOfTen,
  compareQuotients,
  decimalsOf,
  productOf,
  type Quotient,
  type RoundingMode,
  ratioOf,
  reduced,
  roundedNumerator,
  sumOf,
} from './quotient.ts'

export type { RoundingMode } from './quotient.ts'

const MOST = Number.MAX_SAFE_INTEGER
/** As many digits every whole number of that length is counted exactly. */
const SAFE_DIGITS = 15
const powers: readonly number[] = Array.from({ length: SAFE_DIGITS + 1 }, (_, exponent) => 10 ** exponent)

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/

function isSafe(whole: number): boolean {
  return whole <= MOST && whole >= -MOST
}

/** The digits of a whole number with its last ones behind the point: -498, 2 → -4.98. */
function withPoint(whole: string, decimals: number): string {
  if (decimals === 0) return whole
  const sign = whole.startsWith('-') ? '-' : ''
  const digits = whole.slice(sign.length).padStart(decimals + 1, '0')
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`
}

/** Of two positive whole numbers. */
function commonDivisor(one: number, other: number): number {
  let [larger, smaller] = one > other ? [one, other] : [other, one]
  while (smaller !== 0) [larger, smaller] = [smaller, larger % smaller]
  return larger
}

export class Exact {
  static readonly zero: Exact = new Exact(0, 1, null)
  static readonly one: Exact = new Exact(1, 1, null)
  static readonly hundred: Exact = new Exact(100, 1, null)

  readonly #numerator: number
  /** Positive. */
  readonly #denominator: number
  /** Holds the figure in place of the two above where they cannot. */
  readonly #big: Quotient | null

  private constructor(numerator: number, denominator: number, big: Quotient | null) {
    this.#numerator = numerator
    this.#denominator = denominator
    this.#big = big
  }

  static #from(quotient: Quotient): Exact {
    const { numerator, denominator } = reduced(quotient)
    const small = denominator <= MOST && numerator <= MOST && numerator >= -MOST
    return small ? new Exact(Number(numerator), Number(denominator), null) : new Exact(0, 1, { numerator, denominator })
  }

  get #quotient(): Quotient {
    return this.#big ?? { numerator: BigInt(this.#numerator), denominator: BigInt(this.#denominator) }
  }

  /** From a decimal text ("-12.50"), a fraction ("64/65"), a big integer or a whole number. Throws on anything else. */
  static of(value: string | bigint | number | Exact): Exact {
    if (value instanceof Exact) return value
    if (typeof value === 'bigint') return Exact.#from({ numerator: value, denominator: 1n })
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
      return new Exact(value, 1, null)
    }
    const slash = value.indexOf('/')
    if (slash > 0) return Exact.of(value.slice(0, slash)).dividedBy(Exact.of(value.slice(slash + 1)))
    const parsed = Exact.parse(value)
    if (parsed === null) throw new RangeError(`not a decimal: ${value}`)
    return parsed
  }

  /** Reads plain decimal digits with an optional sign and point; null for anything else (no exponent, no separators). */
  static parse(text: string): Exact | null {
    const match = DECIMAL.exec(text)
    if (match === null) return null
    const whole = match[2] ?? ''
    const fraction = match[3] ?? ''
    const digits = whole + fraction
    if (digits === '') return null
    const negative = match[1] === '-'
    if (digits.length <= SAFE_DIGITS) {
      const numerator = Number(digits)
      return new Exact(negative ? -numerator : numerator, powers[fraction.length]!, null)
    }
    const numerator = BigInt(digits)
    return Exact.#from({ numerator: negative ? -numerator : numerator, denominator: bigPowerOfTen(fraction.length) })
  }

  static sum(values: Iterable<Exact>): Exact {
    let total = Exact.zero
    for (const value of values) total = total.plus(value)
    return total
  }

  static min(first: Exact, ...others: readonly Exact[]): Exact {
    return others.reduce((least, other) => (other.lessThan(least) ? other : least), first)
  }

  static max(first: Exact, ...others: readonly Exact[]): Exact {
    return others.reduce((most, other) => (other.greaterThan(most) ? other : most), first)
  }

  plus(other: Exact): Exact {
    if (this.#big === null && other.#big === null) {
      if (this.#numerator === 0) return other
      if (other.#numerator === 0) return this
      if (this.#denominator === other.#denominator) {
        const numerator = this.#numerator + other.#numerator
        if (isSafe(numerator)) return new Exact(numerator, this.#denominator, null)
      } else {
        // Over the least common denominator: sums of many figures stay small.
        const divisor = commonDivisor(this.#denominator, other.#denominator)
        const [times, otherTimes] = [other.#denominator / divisor, this.#denominator / divisor]
        const left = this.#numerator * times
        const right = other.#numerator * otherTimes
        const numerator = left + right
        const denominator = this.#denominator * times
        if (isSafe(left) && isSafe(right) && isSafe(numerator) && isSafe(denominator)) {
          return new Exact(numerator, denominator, null)
        }
      }
    }
    return Exact.#from(sumOf(this.#quotient, other.#quotient))
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated())
  }

  times(other: Exact): Exact {
    if (this.#big === null && other.#big === null) {
      const numerator = this.#numerator * other.#numerator
      const denominator = this.#denominator * other.#denominator
      if (isSafe(numerator) && isSafe(denominator)) return new Exact(numerator, denominator, null)
    }
    return Exact.#from(productOf(this.#quotient, other.#quotient))
  }

  /** Throws on a zero divisor: callers decide what a zero base means before they divide. */
  dividedBy(other: Exact): Exact {
    if (other.isZero) throw new RangeError('division by zero')
    if (this.#big === null && other.#big === null) {
      const numerator = this.#numerator * other.#denominator
      const denominator = this.#denominator * other.#numerator
      if (isSafe(numerator) && isSafe(denominator)) {
        return denominator < 0 ? new Exact(-numerator, -denominator, null) : new Exact(numerator, denominator, null)
      }
    }
    return Exact.#from(ratioOf(this.#quotient, other.#quotient))
  }

  negated(): Exact {
    if (this.#big === null) return new Exact(-this.#numerator, this.#denominator, null)
    const { numerator, denominator } = this.#big
    return new Exact(0, 1, { numerator: -numerator, denominator })
  }

  abs(): Exact {
    return this.isNegative ? this.negated() : this
  }

  /** -1, 0 or 1. */
  compare(other: Exact): -1 | 0 | 1 {
    if (this.#big === null && other.#big === null) {
      const alike = this.#denominator === other.#denominator
      const left = alike ? this.#numerator : this.#numerator * other.#denominator
      const right = alike ? other.#numerator : other.#numerator * this.#denominator
      if (isSafe(left) && isSafe(right)) return left < right ? -1 : left > right ? 1 : 0
    }
    return compareQuotients(this.#quotient, other.#quotient)
  }

  equals(other: Exact): boolean {
    return this.compare(other) === 0
  }

  lessThan(other: Exact): boolean {
    return this.compare(other) < 0
  }

  greaterThan(other: Exact): boolean {
    return this.compare(other) > 0
  }

  atLeast(other: Exact): boolean {
    return this.compare(other) >= 0
  }

  atMost(other: Exact): boolean {
    return this.compare(other) <= 0
  }

  /** A figure held in big integers is never zero: zero fits into the small ones. */
  get isZero(): boolean {
    return this.#big === null && this.#numerator === 0
  }

  get isNegative(): boolean {
    return this.#big === null ? this.#numerator < 0 : this.#big.numerator < 0n
  }

  get isPositive(): boolean {
    return this.#big === null ? this.#numerator > 0 : this.#big.numerator > 0n
  }

  get isWhole(): boolean {
    return this.#big === null ? this.#numerator % this.#denominator === 0 : this.#big.denominator === 1n
  }

  /** Rounded to `decimals` places. Half up means away from zero, as tables of points are rounded by hand. */
  round(decimals: number, mode: RoundingMode = 'halfUp'): Exact {
    if (this.#big === null && decimals <= SAFE_DIGITS) {
      const scale = powers[decimals]!
      if (this.#denominator === scale || this.#denominator === 1) return this
      const negative = this.#numerator < 0
      const scaled = (negative ? -this.#numerator : this.#numerator) * scale
      if (isSafe(scaled)) {
        const rest = scaled % this.#denominator
        const down = (scaled - rest) / this.#denominator
        // Held against the other part, not doubled: no step leaves the exact range.
        const other = this.#denominator - rest
        const isUp =
          rest !== 0 &&
          (mode === 'up' ||
            (mode !== 'down' && rest > other) ||
            (rest === other && (mode === 'halfUp' || (mode === 'halfEven' && down % 2 === 1))))
        const rounded = isUp ? down + 1 : down
        return new Exact(negative ? -rounded : rounded, scale, null)
      }
    }
    const numerator = roundedNumerator(this.#quotient, decimals, mode)
    return Exact.#from({ numerator, denominator: bigPowerOfTen(decimals) })
  }

  /** With exactly `decimals` places, rounded half up: "4.98". */
  toFixed(decimals: number, mode: RoundingMode = 'halfUp'): string {
    const rounded = this.#big === null && decimals <= SAFE_DIGITS ? this.round(decimals, mode) : null
    if (rounded !== null && rounded.#big === null) {
      const digits = rounded.#numerator.toString()
      if (rounded.#denominator === powers[decimals]) return withPoint(digits, decimals)
      if (rounded.#denominator === 1) return `${digits}.${'0'.repeat(decimals)}`
    }
    return withPoint(roundedNumerator(this.#quotient, decimals, mode).toString(), decimals)
  }

  /**
   * The shortest exact text: a decimal without trailing zeros where one exists ("4.98"), else a reduced fraction
   * ("323.84/65" is never written; "32384/6500" is written as "8096/1625"). `Exact.of` reads both back.
   */
  toString(): string {
    if (this.#big === null) {
      if (this.#denominator === 1) return this.#numerator.toString()
      const decimals = powers.indexOf(this.#denominator)
      if (decimals > 0) return this.toFixed(decimals).replace(/\.?0+$/, '')
    }
    const decimals = decimalsOf(this.#quotient)
    if (decimals !== null) return this.toFixed(decimals)
    const { numerator, denominator } = reduced(this.#quotient)
    return `${numerator}/${denominator}`
  }

  toJSON(): string {
    return this.toString()
  }
}
