/**
 * Exact rational numbers. Points and money are never held in a binary float: every figure is a quotient of two
 * big integers, sums and proportions are exact, and rounding happens once, at print, by the edition's policy.
 */

export type RoundingMode = 'halfUp' | 'halfEven' | 'down' | 'up'

const TEN = 10n
const powers: bigint[] = [1n]

/** 10 to the power of `exponent` (a whole number ≥ 0). */
function powerOfTen(exponent: number): bigint {
  for (let next = powers.length; next <= exponent; next++) powers.push(powers[next - 1]! * TEN)
  return powers[exponent]!
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

/** Denominators above this are reduced, so that long chains of operations stay small. */
const REDUCE_ABOVE = powerOfTen(30)

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/

export class Exact {
  static readonly zero: Exact = new Exact(0n, 1n)
  static readonly one: Exact = new Exact(1n, 1n)
  static readonly hundred: Exact = new Exact(100n, 1n)

  readonly #numerator: bigint
  readonly #denominator: bigint

  private constructor(numerator: bigint, denominator: bigint) {
    if (denominator > REDUCE_ABOVE) {
      const divisor = greatestCommonDivisor(numerator, denominator)
      this.#numerator = numerator / divisor
      this.#denominator = denominator / divisor
    } else {
      this.#numerator = numerator
      this.#denominator = denominator
    }
  }

  /** From a decimal text ("-12.50"), a fraction ("64/65"), a big integer or a whole number. Throws on anything else. */
  static of(value: string | bigint | number | Exact): Exact {
    if (value instanceof Exact) return value
    if (typeof value === 'bigint') return new Exact(value, 1n)
    if (typeof value === 'number') {
      if (!Number.isSafeInteger(value)) throw new RangeError(`not a whole number: ${value}`)
      return new Exact(BigInt(value), 1n)
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
    if (whole === '' && fraction === '') return null
    const digits = BigInt(whole + fraction)
    return new Exact(match[1] === '-' ? -digits : digits, powerOfTen(fraction.length))
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
    if (this.#denominator === other.#denominator) {
      return new Exact(this.#numerator + other.#numerator, this.#denominator)
    }
    if (this.#numerator === 0n) return other
    if (other.#numerator === 0n) return this
    return new Exact(
      this.#numerator * other.#denominator + other.#numerator * this.#denominator,
      this.#denominator * other.#denominator,
    )
  }

  minus(other: Exact): Exact {
    return this.plus(other.negated())
  }

  times(other: Exact): Exact {
    return new Exact(this.#numerator * other.#numerator, this.#denominator * other.#denominator)
  }

  /** Throws on a zero divisor: callers decide what a zero base means before they divide. */
  dividedBy(other: Exact): Exact {
    if (other.#numerator === 0n) throw new RangeError('division by zero')
    const numerator = this.#numerator * other.#denominator
    const denominator = this.#denominator * other.#numerator
    return denominator < 0n ? new Exact(-numerator, -denominator) : new Exact(numerator, denominator)
  }

  negated(): Exact {
    return new Exact(-this.#numerator, this.#denominator)
  }

  abs(): Exact {
    return this.#numerator < 0n ? this.negated() : this
  }

  /** -1, 0 or 1. */
  compare(other: Exact): -1 | 0 | 1 {
    const alike = this.#denominator === other.#denominator
    const left = alike ? this.#numerator : this.#numerator * other.#denominator
    const right = alike ? other.#numerator : other.#numerator * this.#denominator
    return left < right ? -1 : left > right ? 1 : 0
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

  get isZero(): boolean {
    return this.#numerator === 0n
  }

  get isNegative(): boolean {
    return this.#numerator < 0n
  }

  get isPositive(): boolean {
    return this.#numerator > 0n
  }

  get isWhole(): boolean {
    return this.#numerator % this.#denominator === 0n
  }

  /** Rounded to `decimals` places. Half up means away from zero, as tables of points are rounded by hand. */
  round(decimals: number, mode: RoundingMode = 'halfUp'): Exact {
    const scale = powerOfTen(decimals)
    if (this.#denominator === scale || this.#denominator === 1n) return this
    const negative = this.#numerator < 0n
    const scaled = (negative ? -this.#numerator : this.#numerator) * scale
    let quotient = scaled / this.#denominator
    const twice = (scaled % this.#denominator) * 2n
    if (twice !== 0n) {
      const half = twice === this.#denominator
      const above = twice > this.#denominator
      if (
        mode === 'up' ||
        (mode !== 'down' && above) ||
        (half && (mode === 'halfUp' || (mode === 'halfEven' && quotient % 2n === 1n)))
      ) {
        quotient += 1n
      }
    }
    return new Exact(negative ? -quotient : quotient, scale)
  }

  /** With exactly `decimals` places, rounded half up: "4.98". */
  toFixed(decimals: number, mode: RoundingMode = 'halfUp'): string {
    const rounded = this.round(decimals, mode)
    const negative = rounded.#numerator < 0n
    const size = negative ? -rounded.#numerator : rounded.#numerator
    const scale = powerOfTen(decimals)
    const scaled = rounded.#denominator === scale ? size : (size * scale) / rounded.#denominator
    const digits = scaled.toString().padStart(decimals + 1, '0')
    const whole = digits.slice(0, digits.length - decimals)
    const fraction = decimals === 0 ? '' : `.${digits.slice(digits.length - decimals)}`
    return `${negative ? '-' : ''}${whole}${fraction}`
  }

  /**
   * The shortest exact text: a decimal without trailing zeros where one exists ("4.98"), else a reduced fraction
   * ("323.84/65" is never written; "32384/6500" is written as "8096/1625"). `Exact.of` reads both back.
   */
  toString(): string {
    if (this.#denominator === 1n) return this.#numerator.toString()
    const decimals = powers.indexOf(this.#denominator)
    if (decimals > 0) return this.toFixed(decimals).replace(/\.?0+$/, '')
    const divisor = greatestCommonDivisor(this.#numerator, this.#denominator)
    const numerator = this.#numerator / divisor
    let rest = this.#denominator / divisor
    let twos = 0
    let fives = 0
    while (rest % 2n === 0n) {
      rest /= 2n
      twos++
    }
    while (rest % 5n === 0n) {
      rest /= 5n
      fives++
    }
    if (rest !== 1n) return `${numerator}/${this.#denominator / divisor}`
    return this.toFixed(Math.max(twos, fives))
  }

  toJSON(): string {
    return this.toString()
  }
}
