/** Numbers in words: 十二, 两, 一百二十, 二〇二一. The scales 万 and 亿 belong to the unit (三万元 is 3 of 万元). */

const digits = new Map<string, number>(
  [...'零一二三四五六七八九']
    .map((digit, value) => [digit, value] as const)
    .concat([
      ['〇', 0],
      ['两', 2],
    ]),
)
const places = new Map<string, number>([
  ['十', 10],
  ['百', 100],
  ['千', 1000],
])

export interface Numeral {
  /** Decimal digits: "12". */
  readonly text: string
  readonly end: number
}

/** Digits one after the other: 二〇二一 → "2021". */
function readDigitRow(text: string, from: number): Numeral {
  let row = ''
  let at = from
  for (let digit = digits.get(text[at]!); digit !== undefined; digit = digits.get(text[++at] ?? '')) row += digit
  return { text: row, end: at }
}

/** The numeral that starts at `from`, or null. A numeral starts with a digit, 十 or 百. */
export function readNumeral(text: string, from: number): Numeral | null {
  const row = readDigitRow(text, from)
  if (row.end - from > 1 || (row.end > from && !places.has(text[row.end] ?? ''))) return row
  if (row.end === from && text[from] !== '十' && text[from] !== '百') return null
  let total = 0
  let pending = 1
  let at = from
  for (; at < text.length; at++) {
    const digit = digits.get(text[at]!)
    if (digit !== undefined) {
      pending = digit
      // the last digit counts as ones, unless a place follows
      const place = places.get(text[at + 1] ?? '')
      if (place === undefined && digit !== 0) total += digit
      continue
    }
    const place = places.get(text[at]!)
    if (place === undefined) break
    total += pending * place
    pending = 1
  }
  return { text: String(total), end: at }
}

/** 点五, 点二五: the decimals behind a numeral; null where none stand there, and for 五点三十 of a clock. */
export function readFraction(text: string, from: number): Numeral | null {
  if (text[from] !== '点') return null
  const row = readDigitRow(text, from + 1)
  return row.text === '' || places.has(text[row.end] ?? '') ? null : row
}
