/** Text to fields: separators, quotes, and line breaks inside quotes (RFC 4180, and what spreadsheets make of it). */

export interface Field {
  readonly text: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly endLine: number
  readonly length: number
}

export interface SplitText {
  readonly rows: readonly (readonly Field[])[]
  /** Fields whose opening quote is never closed. */
  readonly unclosed: readonly Field[]
  /** More cells than the limit: the rest was not split. */
  readonly tooMany: boolean
}

export type Separator = ',' | ';' | '\t'

/** A quoted field longer than this was never meant as one. */
const LONGEST_QUOTED = 1_000_000

/** Where the quote opened at `start` closes, or -1. */
function closingQuote(text: string, start: number): number {
  const last = Math.min(text.length, start + LONGEST_QUOTED)
  let at = text.indexOf('"', start + 1)
  while (at >= 0 && at < last) {
    if (text[at + 1] !== '"') return at
    at = text.indexOf('"', at + 2)
  }
  return -1
}

function isBreak(code: number): boolean {
  return code === 10 || code === 13
}

/** ="0012" is how spreadsheets are told to keep a text: the text is what is shown. */
function shown(text: string): string {
  return /^="[^"]*"$/.test(text) ? text.slice(2, -1) : text
}

export function splitText(text: string, separator: Separator, mostCells: number, mostRows = Infinity): SplitText {
  const rows: Field[][] = []
  const unclosed: Field[] = []
  const separatorCode = separator.charCodeAt(0)
  let cells = 0
  let at = 0
  let line = 1
  let lineStart = 0
  const stepLine = (breakAt: number): number => {
    const next = text.charCodeAt(breakAt) === 13 && text.charCodeAt(breakAt + 1) === 10 ? breakAt + 2 : breakAt + 1
    line++
    lineStart = next
    return next
  }
  const readField = (): Field => {
    const from = at
    const startLine = line
    const column = from - lineStart + 1
    let quoted = ''
    let plainFrom = from
    let isUnclosed = false
    if (text.charCodeAt(from) === 34) {
      const end = closingQuote(text, from)
      if (end < 0) isUnclosed = true
      else {
        quoted = text
          .slice(from + 1, end)
          .replaceAll('""', '"')
          .replaceAll('\r\n', '\n')
        for (let inside = from; inside < end; )
          inside = isBreak(text.charCodeAt(inside)) ? stepLine(inside) : inside + 1
        plainFrom = at = end + 1
      }
    }
    while (at < text.length && text.charCodeAt(at) !== separatorCode && !isBreak(text.charCodeAt(at))) at++
    const field: Field = {
      text: plainFrom === from ? shown(text.slice(from, at)) : quoted + text.slice(plainFrom, at),
      line: startLine,
      column,
      endLine: line,
      length: at - from,
    }
    if (isUnclosed) unclosed.push(field)
    return field
  }
  while (at < text.length) {
    if (rows.length >= mostRows) break
    const row: Field[] = []
    rows.push(row)
    for (;;) {
      row.push(readField())
      if (++cells > mostCells) return { rows, unclosed, tooMany: true }
      if (at >= text.length) break
      if (isBreak(text.charCodeAt(at))) {
        at = stepLine(at)
        break
      }
      at++
    }
  }
  return { rows, unclosed, tooMany: false }
}

const candidates: readonly Separator[] = [',', ';', '\t']
const TRIED_CHARACTERS = 256 * 1024
const TRIED_ROWS = 200

export interface Separation {
  readonly separator: Separator
  /** Share of the rows tried that have the commonest number of fields, if that is more than one. */
  readonly agreement: number
  readonly columns: number
}

/** What parts the fields: that by which most rows have the same number of them. */
export function separationOf(text: string): Separation {
  const sample = text.slice(0, TRIED_CHARACTERS)
  let best: Separation = { separator: ',', agreement: 0, columns: 1 }
  for (const separator of candidates) {
    const { rows } = splitText(sample, separator, TRIED_CHARACTERS, TRIED_ROWS)
    // The last row of a sample may be cut.
    const whole = sample.length < text.length ? rows.slice(0, -1) : rows
    const filled = whole.filter((row) => row.length > 1 || row[0]!.text.trim() !== '')
    const counts = new Map<number, number>()
    for (const row of filled) if (row.length > 1) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
    for (const [columns, count] of counts) {
      const agreement = count / filled.length
      if (agreement > best.agreement || (agreement === best.agreement && columns > best.columns)) {
        best = { separator, agreement, columns }
      }
    }
  }
  return best
}

/** Excel's first line 'sep=;' names the separator and is no row. */
export function declaredSeparator(text: string): { readonly separator: Separator; readonly length: number } | null {
  const match = /^sep=([,;\t])(?:\r\n|\n|\r|$)/i.exec(text)
  return match === null ? null : { separator: match[1] as Separator, length: match[0].length }
}
