/** What a printed text is to a spreadsheet: a number that prints as written, or a text that can never be a formula. */

export type CellValue =
  | { readonly kind: 'empty' }
  /** `value` as the file holds it, `format` the number format that prints it as written. */
  | { readonly kind: 'number'; readonly value: string; readonly format: string }
  /** `guarded`: typed anew it would be taken for a formula; the cell is marked so that it stays a text when edited. */
  | { readonly kind: 'text'; readonly guarded: boolean }

const PLAIN = /^(-?)(0|[1-9]\d*)(?:\.(\d+))?(%?)$/
const GROUPED = /^(-?)([1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/

/** Beyond this a spreadsheet keeps no digit: longer numbers stay texts. */
const SIGNIFICANT_DIGITS = 15

/** More decimals than a number format can hold. */
const MOST_DECIMALS = 30

/** First signs that a spreadsheet reads as the start of a formula or command, half and full width, after any blanks. */
const FORMULA_START = /^[\s\u200b\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/

/** The sign - or a digit: whatever begins otherwise is no number. */
function mayBeNumber(text: string): boolean {
  const first = text.charCodeAt(0)
  return first === 45 || (first >= 48 && first <= 57)
}

/** Digits without a point, two places down: 94.47 → 0.9447. */
function hundredth(whole: string, fraction: string): string {
  const digits = whole.padStart(3, '0')
  const point = digits.length - 2
  return trimmed(digits.slice(0, point), digits.slice(point) + fraction)
}

/** Without zeros that say nothing. */
function trimmed(whole: string, fraction: string): string {
  const kept = fraction.replace(/0+$/, '')
  return kept === '' ? whole : `${whole}.${kept}`
}

function asNumber(text: string): CellValue | null {
  const plain = PLAIN.exec(text)
  const grouped = plain === null ? GROUPED.exec(text) : null
  const match = plain ?? grouped
  if (match === null) return null
  const sign = match[1]!
  const whole = match[2]!.replaceAll(',', '')
  const fraction = match[3] ?? ''
  const digits = (whole + fraction).replace(/^0+/, '')
  if (digits.length > SIGNIFICANT_DIGITS || fraction.length > MOST_DECIMALS) return null
  // A negative zero would lose its sign.
  if (digits === '' && sign !== '') return null
  const percent = match[4] === '%'
  const decimals = fraction === '' ? '' : `.${'0'.repeat(fraction.length)}`
  return {
    kind: 'number',
    value: sign + (percent ? hundredth(whole, fraction) : trimmed(whole, fraction)),
    format: `${grouped === null ? '0' : '#,##0'}${decimals}${percent ? '%' : ''}`,
  }
}

/** 9.80 → 9.8 shown as 0.00; 94.47% → 0.9447 shown as 0.00%; 007, 1e5, -0 and ≥60 stay texts. */
export function cellValueOf(text: string): CellValue {
  if (text === '') return { kind: 'empty' }
  return (mayBeNumber(text) ? asNumber(text) : null) ?? { kind: 'text', guarded: FORMULA_START.test(text) }
}
