/**
 * Tags and texts of XML 1.0 without a document type, as they come in. Not a general parser: what it refuses is everything
 * that is not well formed, so that nothing is read of a part behind its first fault.
 */

export type XmlProblem = 'documentType' | 'nesting' | 'elements' | 'malformed'

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: programs differ in the prefixes they choose. */
export interface XmlTags {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  /** Runs of text between tags, references resolved; absent where nobody asks for them. */
  readonly text: ((text: string) => void) | undefined
}

/** Thrown at the first fault. */
export class XmlStop extends Error {
  readonly problem: XmlProblem

  constructor(problem: XmlProblem) {
    super(problem)
    this.problem = problem
  }
}

const [TAB, LINE, SPACE, BANG, QUOTE, AMPERSAND, APOSTROPHE, SLASH, LESS, EQUAL, GREATER, QUESTION] = [
  0x09, 0x0a, 0x20, 0x21, 0x22, 0x26, 0x27, 0x2f, 0x3c, 0x3d, 0x3e, 0x3f,
] as const

const START =
  ':A-Z_a-z\\u00c0-\\u00d6\\u00d8-\\u00f6\\u00f8-\\u02ff\\u0370-\\u037d\\u037f-\\u1fff\\u200c\\u200d\\u2070-\\u218f\\u2c00-\\u2fef\\u3001-\\ud7ff\\uf900-\\ufdcf\\ufdf0-\\ufffd\\u{10000}-\\u{effff}'
const NAME = new RegExp(`[${START}][${START}\\-.0-9\\u00b7\\u0300-\\u036f\\u203f\\u2040]*`, 'uy')
/** Signs that no XML holds, not even as references; halves of signs do not come out of a decoder. */
const FORBIDDEN = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/
const DECLARATION =
  /^\s+version\s*=\s*(?:"1\.\d+"|'1\.\d+')(?:\s+encoding\s*=\s*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*$/

/** By character code: 1 may stand in a name, 2 may begin one too. */
const nameSigns = new Uint8Array(128)
for (let code = 0; code < 128; code++) {
  const sign = String.fromCharCode(code)
  nameSigns[code] = /[:A-Z_a-z]/.test(sign) ? 2 : /[-.0-9]/.test(sign) ? 1 : 0
}

/** Where the name that begins at `at` ends; `at` itself where none does. */
function nameEnd(text: string, at: number): number {
  let end = at
  let code = text.charCodeAt(end)
  if (code < 128 && nameSigns[code] !== 2) return at
  while (code < 128 && nameSigns[code]! > 0) code = text.charCodeAt(++end)
  if (!(code >= 128)) return end
  NAME.lastIndex = at
  return NAME.test(text) ? NAME.lastIndex : at
}

function isSpace(code: number): boolean {
  return code === SPACE || code === LINE || code === TAB
}

function spacesEnd(text: string, at: number): number {
  let end = at
  while (isSpace(text.charCodeAt(end))) end++
  return end
}

function malformed(): never {
  throw new XmlStop('malformed')
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function entityText(name: string): string {
  const known = Object.hasOwn(entities, name) ? entities[name] : undefined
  if (known !== undefined) return known
  const [, hex, decimal] = /^#(?:x([\da-fA-F]+)|(\d+))$/.exec(name) ?? malformed()
  const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) malformed()
  const sign = String.fromCodePoint(code)
  return FORBIDDEN.test(sign) ? malformed() : sign
}

function resolved(raw: string): string {
  let text = ''
  let from = 0
  for (let at = raw.indexOf('&'); at >= 0; at = raw.indexOf('&', from)) {
    const end = raw.indexOf(';', at)
    if (end < 0) malformed()
    text += raw.slice(from, at) + entityText(raw.slice(at + 1, end))
    from = end + 1
  }
  return text + raw.slice(from)
}

/** An object that inherits nothing; quicker to make than one by Object.create. */
const Bag = function Bag() {} as unknown as new () => Record<string, string>
Bag.prototype = Object.create(null)
const none: Attributes = Object.freeze(new Bag())

/** So long are names that are kept, and so many of them: each is made once, not with every tag. */
const KEPT_NAME = 24
const KEPT_NAMES = 512
const keptNames: string[] = []

/** The name between two places; one that was met before is the same string, which is quicker to look up. */
function nameBetween(text: string, at: number, end: number): string {
  const length = end - at
  if (length > KEPT_NAME) return text.slice(at, end)
  const place = (text.charCodeAt(at) * 31 + text.charCodeAt(end - 1) * 7 + length * 3) % KEPT_NAMES
  const kept = keptNames[place]
  if (kept !== undefined && kept.length === length && text.startsWith(kept, at)) return kept
  const name = text.slice(at, end)
  keptNames[place] = name
  return name
}

/** More has to come before a piece of markup can be read. */
const CUT = -1
/** Characters of a piece of markup that may be read anew without counting how often. */
const LONG = 4096

export class XmlScanner {
  readonly #tags: XmlTags
  /** Open elements: as they are written, and without prefix. */
  readonly #open: string[] = []
  readonly #local: string[] = []
  /** Markup whose end has not come yet, and how long it has to be before it is looked at again. */
  #rest = ''
  #wanted = 0
  #text = ''
  #state: 'start' | 'before' | 'within' | 'behind' = 'start'
  #afterReturn = false

  constructor(tags: XmlTags) {
    this.#tags = tags
  }

  /** Throws XmlStop at the first fault; everything before it has been handed over. */
  write(chunk: string): void {
    let text = chunk
    if (text.includes('\r') || this.#afterReturn) {
      if (this.#afterReturn && text.startsWith('\n')) text = text.slice(1)
      this.#afterReturn = chunk.endsWith('\r')
      text = text.replaceAll(/\r\n?/g, '\n')
    }
    const fault = text.search(FORBIDDEN)
    if (fault >= 0) {
      text = text.slice(0, fault)
      this.#wanted = 0
    }
    if (text !== '') this.#take(this.#rest + text)
    if (fault >= 0) malformed()
  }

  /** The document has to be whole. */
  end(): void {
    this.#wanted = 0
    if (this.#rest !== '') this.#take(this.#rest)
    if (this.#rest !== '' || this.#state !== 'behind') malformed()
    if (this.#text !== '') this.#endText()
  }

  #take(text: string): void {
    this.#rest = text
    // A tag without end is not read anew with every piece.
    if (text.length < this.#wanted) return
    const from = this.#state === 'start' && text.charCodeAt(0) === 0xfeff ? 1 : 0
    const end = this.#scan(text, from)
    this.#rest = text.slice(end)
    this.#wanted = this.#rest.length < LONG ? 0 : this.#rest.length * 2
  }

  /** Reads as far as it can; gives back how far that was. */
  #scan(text: string, from: number): number {
    let at = from
    while (at < text.length) {
      if (text.charCodeAt(at) !== LESS) {
        if (this.#state === 'start') this.#state = 'before'
        const next = text.indexOf('<', at)
        const end = next < 0 ? text.length : next
        this.#text = this.#text === '' ? text.slice(at, end) : this.#text + text.slice(at, end)
        at = end
        continue
      }
      if (this.#text !== '') this.#endText()
      const code = text.charCodeAt(at + 1)
      const end =
        code === SLASH
          ? this.#closing(text, at)
          : code === BANG
            ? this.#declared(text, at)
            : code === QUESTION
              ? this.#instruction(text, at)
              : this.#opening(text, at)
      if (end === CUT) return at
      if (this.#state === 'start') this.#state = 'before'
      at = end
    }
    return at
  }

  #endText(): void {
    const raw = this.#text
    this.#text = ''
    if (this.#state !== 'within') {
      if (/[^ \t\n]/.test(raw)) malformed()
      return
    }
    if (raw.includes(']]>')) malformed()
    const text = raw.includes('&') ? resolved(raw) : raw
    this.#tags.text?.(text)
  }

  #opening(text: string, at: number): number {
    const end = nameEnd(text, at + 1)
    if (end >= text.length) return CUT
    if (end === at + 1 || this.#state === 'behind') malformed()
    let attributes: Record<string, string> | null = null
    let next = end
    let code = text.charCodeAt(next)
    while (code !== GREATER) {
      const name = spacesEnd(text, next)
      code = text.charCodeAt(name)
      if (code === GREATER) {
        next = name
        break
      }
      if (code === SLASH) {
        if (name + 1 >= text.length) return CUT
        if (text.charCodeAt(name + 1) !== GREATER) malformed()
        this.#begin(nameBetween(text, at + 1, end), attributes ?? none, true)
        return name + 2
      }
      if (name >= text.length) return CUT
      const nameStop = nameEnd(text, name)
      if (name === next || nameStop === name) malformed()
      const equal = spacesEnd(text, nameStop)
      const quote = spacesEnd(text, equal + 1)
      if (quote >= text.length) {
        if (equal < text.length && text.charCodeAt(equal) !== EQUAL) malformed()
        return CUT
      }
      const mark = text.charCodeAt(quote)
      if (text.charCodeAt(equal) !== EQUAL || (mark !== QUOTE && mark !== APOSTROPHE)) malformed()
      let close = quote + 1
      let plain = true
      for (code = text.charCodeAt(close); code !== mark; code = text.charCodeAt(++close)) {
        if (code === LESS) malformed()
        if (code === AMPERSAND || code === LINE || code === TAB) plain = false
        else if (close >= text.length) return CUT
      }
      attributes ??= new Bag()
      const key = nameBetween(text, name, nameStop)
      if (attributes[key] !== undefined) malformed()
      const value = text.slice(quote + 1, close)
      attributes[key] = plain ? value : resolved(value.replaceAll(/[\t\n]/g, ' '))
      next = close + 1
      code = text.charCodeAt(next)
    }
    this.#begin(nameBetween(text, at + 1, end), attributes ?? none, false)
    return next + 1
  }

  #begin(name: string, attributes: Attributes, empty: boolean): void {
    const colon = name.indexOf(':')
    const local = colon < 0 ? name : nameBetween(name, colon + 1, name.length)
    this.#tags.open(local, attributes)
    if (empty) {
      this.#tags.close(local)
      this.#state = this.#open.length === 0 ? 'behind' : 'within'
      return
    }
    this.#open.push(name)
    this.#local.push(local)
    this.#state = 'within'
  }

  #closing(text: string, at: number): number {
    const name = this.#open.at(-1)
    const end = spacesEnd(text, name === undefined ? at + 2 : at + 2 + name.length)
    if (name === undefined) malformed()
    if (end >= text.length && text.indexOf('>', at) < 0) return CUT
    if (!text.startsWith(name, at + 2) || text.charCodeAt(end) !== GREATER) malformed()
    this.#open.pop()
    this.#tags.close(this.#local.pop()!)
    if (this.#open.length === 0) this.#state = 'behind'
    return end + 1
  }

  /** Comments, texts that are taken as they are, document types. */
  #declared(text: string, at: number): number {
    const begins = (mark: string) =>
      text.startsWith(mark, at) || (text.length - at < mark.length && mark.startsWith(text.slice(at)))
    if (begins('<!--')) {
      const end = text.indexOf('--', at + 4)
      if (end < 0 || end + 2 >= text.length) return CUT
      return text.charCodeAt(end + 2) === GREATER ? end + 3 : malformed()
    }
    if (begins('<![CDATA[')) {
      const end = text.indexOf(']]>', at + 9)
      if (this.#state !== 'within') malformed()
      if (end < 0) return CUT
      this.#tags.text?.(text.slice(at + 9, end))
      return end + 3
    }
    if (!begins('<!DOCTYPE')) malformed()
    if (text.length - at < 9) return CUT
    throw new XmlStop(this.#state === 'start' || this.#state === 'before' ? 'documentType' : 'malformed')
  }

  #instruction(text: string, at: number): number {
    const end = nameEnd(text, at + 2)
    if (end >= text.length) return CUT
    const code = text.charCodeAt(end)
    if (end === at + 2 || (code !== QUESTION && !isSpace(code))) malformed()
    const close = text.indexOf('?>', end)
    if (close < 0) return CUT
    const target = text.slice(at + 2, end)
    if (target.toLowerCase() !== 'xml') return close + 2
    if (target !== 'xml' || this.#state !== 'start' || !DECLARATION.test(text.slice(end, close))) malformed()
    return close + 2
  }
}
