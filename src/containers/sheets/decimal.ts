/** Figures of a sheet as decimal digits. A sheet holds binary numbers of which 15 digits count; the rest is noise. */

export interface Decimal {
  readonly negative: boolean
  /** Significant digits, the first and the last not zero; empty for zero. */
  readonly digits: string
  /** Where the decimal point stands, counted from the first digit: 0.digits × 10^point. */
  readonly point: number
}

const NUMBER = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?\s*$/
const SIGNIFICANT = 15
/** Larger and smaller figures are none that a sheet can hold. */
const LARGEST_POINT = 309

function made(negative: boolean, all: string, point: number): Decimal {
  const leading = /^0*/.exec(all)![0].length
  const digits = all.slice(leading).replace(/0+$/, '')
  return digits === '' ? { negative: false, digits, point: 0 } : { negative, digits, point: point - leading }
}

/** Rounded half up, away from zero, so that `count` digits remain; count may be 0 or less. */
function kept(value: Decimal, count: number): Decimal {
  if (value.digits.length <= count) return value
  if (count < 0) return made(value.negative, '', 0)
  const up = value.digits.charCodeAt(count) >= 53
  const head = `0${value.digits.slice(0, count)}`
  const rounded = up ? (BigInt(head) + 1n).toString().padStart(head.length, '0') : head
  return made(value.negative, rounded, value.point + 1)
}

/** Reads a figure as the file holds it; null where it is none. */
export function readDecimal(text: string): Decimal | null {
  const match = NUMBER.exec(text)
  if (match === null) return null
  const whole = match[2]!
  const fraction = match[3] ?? ''
  if (whole === '' && fraction === '') return null
  const exponent = Number(match[4] ?? '0')
  const exact = made(match[1] === '-', whole + fraction, whole.length + exponent)
  return Math.abs(exact.point) > LARGEST_POINT ? null : kept(exact, SIGNIFICANT)
}

export function isZero(value: Decimal): boolean {
  return value.digits === ''
}

export function shifted(value: Decimal, places: number): Decimal {
  return isZero(value) ? value : { ...value, point: value.point + places }
}

export function rounded(value: Decimal, decimals: number): Decimal {
  return kept(value, value.point + decimals)
}

/** Digits before and after the point, without sign; the whole part of a figure below one is empty. */
export function partsOf(value: Decimal): { readonly whole: string; readonly fraction: string } {
  const { digits, point } = value
  if (point <= 0) return { whole: '', fraction: digits === '' ? '' : '0'.repeat(-point) + digits }
  return { whole: digits.slice(0, point).padEnd(point, '0'), fraction: digits.slice(point) }
}

/** The shortest plain decimal; very large and very small figures in powers of ten, as sheets show them. */
export function shortest(value: Decimal): string {
  const sign = value.negative ? '-' : ''
  if (value.point > 21 || value.point < -14) {
    const mantissa = value.digits.length === 1 ? value.digits : `${value.digits[0]}.${value.digits.slice(1)}`
    const power = value.point - 1
    return `${sign}${mantissa}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
  }
  const { whole, fraction } = partsOf(value)
  return `${sign}${whole === '' ? '0' : whole}${fraction === '' ? '' : `.${fraction}`}`
}

/** As a binary number, for dates and comparisons only. */
export function approximate(value: Decimal): number {
  return isZero(value) ? 0 : Number(`${value.negative ? '-' : ''}0.${value.digits}e${value.point}`)
}
