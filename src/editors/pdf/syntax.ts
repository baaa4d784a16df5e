/** Values of a PDF file as stretches of its text: enough to change a dictionary and leave the rest as written. */

const BLANK = /[\0\t\n\f\r ]/
const ENDS = /[\0\t\n\f\r ()<>[\]{}/%]/
const DEEPEST = 100

/** A PDF that is not understood: thrown inside this folder, told by who edits it. */
export class BadSyntax extends Error {}

export function skipBlanks(text: string, from: number): number {
  let at = from
  while (at < text.length) {
    if (BLANK.test(text[at]!)) at++
    else if (text[at] === '%') while (at < text.length && text[at] !== '\n' && text[at] !== '\r') at++
    else break
  }
  return at
}

function tokenEnd(text: string, from: number): number {
  let at = from
  while (at < text.length && !ENDS.test(text[at]!)) at++
  return at
}

function stringEnd(text: string, from: number): number {
  let open = 0
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === '(') open++
    else if (text[at] === ')' && --open === 0) return at + 1
  }
  throw new BadSyntax('string')
}

const REFERENCE = /(\d+)[\0\t\n\f\r ]+(\d+)[\0\t\n\f\r ]+R(?![^\0\t\n\f\r ()<>[\]{}/%])/y

/** Behind the value that begins at `from`. */
export function valueEnd(text: string, from: number, depth = 0): number {
  if (depth > DEEPEST) throw new BadSyntax('depth')
  const sign = text[from]
  if (sign === undefined) throw new BadSyntax('end')
  if (sign === '(') return stringEnd(text, from)
  if (sign === '/') return tokenEnd(text, from + 1)
  if (sign === '[' || text.startsWith('<<', from)) {
    const close = sign === '[' ? ']' : '>>'
    let at = skipBlanks(text, from + (sign === '[' ? 1 : 2))
    while (!text.startsWith(close, at)) at = skipBlanks(text, valueEnd(text, at, depth + 1))
    return at + close.length
  }
  if (sign === '<') {
    const end = text.indexOf('>', from)
    if (end < 0) throw new BadSyntax('string')
    return end + 1
  }
  REFERENCE.lastIndex = from
  const reference = REFERENCE.exec(text)
  if (reference !== null) return from + reference[0].length
  const end = tokenEnd(text, from)
  if (end === from) throw new BadSyntax('token')
  return end
}

/** Values of a dictionary by their names, as written. */
export function readDictionary(text: string, from = 0): Map<string, string> {
  let at = skipBlanks(text, from)
  if (!text.startsWith('<<', at)) throw new BadSyntax('dictionary')
  at = skipBlanks(text, at + 2)
  const values = new Map<string, string>()
  while (!text.startsWith('>>', at)) {
    if (text[at] !== '/') throw new BadSyntax('name')
    const nameEnd = tokenEnd(text, at + 1)
    const start = skipBlanks(text, nameEnd)
    const end = valueEnd(text, start)
    values.set(text.slice(at + 1, nameEnd), text.slice(start, end))
    at = skipBlanks(text, end)
  }
  return values
}

export function writeDictionary(values: ReadonlyMap<string, string>): string {
  return `<<${[...values].map(([name, value]) => `/${name} ${value}`).join('\n')}>>`
}

/** Values of an array, as written. */
export function readArray(text: string): string[] {
  let at = skipBlanks(text, 0)
  if (text[at] !== '[') throw new BadSyntax('array')
  at = skipBlanks(text, at + 1)
  const values: string[] = []
  while (text[at] !== ']') {
    const end = valueEnd(text, at)
    values.push(text.slice(at, end))
    at = skipBlanks(text, end)
  }
  return values
}

/** Number of the object that a value refers to; null for other values. */
export function referenceOf(value: string | undefined): number | null {
  const match = value === undefined ? null : /^(\d+)[\0\t\n\f\r ]+\d+[\0\t\n\f\r ]+R$/.exec(value)
  return match === null ? null : Number(match[1])
}
