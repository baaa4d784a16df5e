/** Quotients of two big integers: what `Exact` falls back on where a figure leaves the range of exactly counted numbers. */

export type RoundingMode = 'halfUp' | 'halfEven' | 'down' | 'up'

/** The denominator is positive. */
export interface Quotient {
  readonly numerator: bigint
  readonly denominator: bigint
}

const TEN = 10n
const powers: bigint[] = [1n]

/** 10 to the power of `exponent` (a whole number ≥ 0). */
export function bigPowerOfTen(exponent: number): bigint {
  for (let next = powers.length; next <= exponent; next++) powers.push(powers[next - 1]! * TEN)
  return powers[exponent]!
}

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export function reduced({ numerator, denominator }: Quotient): Quotient {
  const divisor = greatestCommonDivisor(numerator, denominator)
  return { numerator: numerator / divisor, denominator: denominator / divisor }
}

export function sumOf(one: Quotient, other: Quotient): Quotient {
  return {
    numerator: one.numerator * other.denominator + other.numerator * one.denominator,
    denominator: one.denominator * other.denominator,
  }
}

export function productOf(one: Quotient, other: Quotient): Quotient {
  return { numerator: one.numerator * other.numerator, denominator: one.denominator * other.denominator }
}

/** `other` is not zero. */
export function ratioOf(one: Quotient, other: Quotient): Quotient {
  const numerator = one.numerator * other.denominator
  const denominator = one.denominator * other.numerator
  return denominator < 0n ? { numerator: -numerator, denominator: -denominator } : { numerator, denominator }
}

export function compareQuotients(one: Quotient, other: Quotient): -1 | 0 | 1 {
  const left = one.numerator * other.denominator
  const right = other.numerator * one.denominator
  return left < right ? -1 : left > right ? 1 : 0
}

/** The numerator over 10 to the power of `decimals`, rounded. Half up means away from zero. */
export function roundedNumerator({ numerator, denominator }: Quotient, decimals: number, mode: RoundingMode): bigint {
  const negative = numerator < 0n
  const scaled = (negative ? -numerator : numerator) * bigPowerOfTen(decimals)
  let quotient = scaled / denominator
  const twice = (scaled % denominator) * 2n
  if (twice !== 0n) {
    const half = twice === denominator
    const above = twice > denominator
    if (
      mode === 'up' ||
      (mode !== 'down' && above) ||
      (half && (mode === 'halfUp' || (mode === 'halfEven' && quotient % 2n === 1n)))
    ) {
      quotient += 1n
    }
  }
  return negative ? -quotient : quotient
}

/** As many decimals as the quotient has where it ends, null where it does not end. */
export function decimalsOf(quotient: Quotient): number | null {
  let rest = reduced(quotient).denominator
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
  return rest === 1n ? Math.max(twos, fives) : null
}
