/** XML parts, read as a stream of tags and texts. No document type, no entity of its own, no reference is ever followed. */

import { SaxesParser } from 'saxes'
import { knownEncoding, markedEncoding } from './encoding.ts'

export type XmlProblem = 'documentType' | 'nesting' | 'elements' | 'malformed'

/** How much is read: depth of elements, and how many of them; the count is one budget for all parts that share it. */
export interface XmlBudget {
  readonly nesting: number
  elements: number
}

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: programs differ in the prefixes they choose. */
export interface XmlHandler {
  readonly open: (name: string, attributes: Attributes) => void
  readonly close: (name: string) => void
  readonly text?: (text: string) => void
  /** Nothing more will be taken: asked between pieces, so that the rest is neither unpacked nor parsed. */
  readonly isFull?: () => boolean
}

/** An attribute by its name without prefix; without a prefix it is preferred. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const plain = attributes[name]
  if (plain !== undefined) return plain
  for (const key in attributes)
    if (key.endsWith(name) && key[key.length - name.length - 1] === ':') return attributes[key]
  return undefined
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

class Stop extends Error {
  readonly problem: XmlProblem

  constructor(problem: XmlProblem) {
    super(problem)
    this.problem = problem
  }
}

/** The encoding of a part: its mark, its declaration, else UTF-8. */
function encodingOf(start: Uint8Array): string {
  const marked = markedEncoding(start)
  if (marked !== null) return marked
  if (start[0] === 0x3c && start[1] === 0) return 'utf-16le'
  if (start[0] === 0 && start[1] === 0x3c) return 'utf-16be'
  const head = new TextDecoder('latin1').decode(start.subarray(0, 200))
  const declared = /^<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(head)?.[1]
  const known = declared === undefined ? null : knownEncoding(declared)
  return known === null || known.startsWith('utf-16') ? 'utf-8' : known
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length)
  both.set(first)
  both.set(second, first.length)
  return both
}

/** Bytes at the end of a piece of UTF-8 that begin a sign whose other bytes are yet to come: 0 to 3. */
function cutBytes(bytes: Uint8Array): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back]!
    if (byte < 0x80) return 0
    if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0
  }
  return 0
}

/**
 * Text out of pieces of bytes. A decoder that is told of pieces to come takes several times as long as one that is given
 * whole signs, so signs of UTF-8 are put together here.
 */
class PieceDecoder {
  readonly #decoder: InstanceType<typeof TextDecoder>
  readonly #whole: boolean
  #cut = new Uint8Array()
  #begun = false

  constructor(encoding: string) {
    this.#whole = encoding === 'utf-8'
    this.#decoder = new TextDecoder(encoding, { ignoreBOM: this.#whole })
  }

  decode(piece: Uint8Array): string {
    if (!this.#whole) return this.#decoder.decode(piece, { stream: true })
    const bytes = this.#cut.length === 0 ? piece : joined(this.#cut, piece)
    const end = bytes.length - cutBytes(bytes)
    this.#cut = bytes.slice(end)
    return this.#unmarked(this.#decoder.decode(bytes.subarray(0, end)))
  }

  end(): string {
    return this.#whole ? this.#decoder.decode(this.#cut) : this.#decoder.decode()
  }

  /** The mark that a file of UTF-8 may begin with is no sign of it. */
  #unmarked(text: string): string {
    if (this.#begun || text === '') return text
    this.#begun = true
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text
  }
}

export class XmlStream {
  readonly #parser: SaxesParser
  readonly #isFull: () => boolean
  #decoder: PieceDecoder | null = null
  #depth = 0
  #problem: XmlProblem | null = null

  constructor(handler: XmlHandler, budget: XmlBudget) {
    const parser = new SaxesParser({ position: false })
    parser.on('error', () => {
      throw new Stop('malformed')
    })
    parser.on('doctype', () => {
      throw new Stop('documentType')
    })
    parser.on('opentag', (tag) => {
      if (++this.#depth > budget.nesting) throw new Stop('nesting')
      if (--budget.elements < 0) throw new Stop('elements')
      handler.open(localName(tag.name), tag.attributes as Attributes)
    })
    parser.on('closetag', (tag) => {
      this.#depth--
      handler.close(localName(tag.name))
    })
    if (handler.text !== undefined) {
      parser.on('text', handler.text)
      parser.on('cdata', handler.text)
    }
    this.#parser = parser
    this.#isFull = handler.isFull ?? (() => false)
  }

  #guard(step: () => void): boolean {
    if (this.#problem !== null || this.#isFull()) return false
    try {
      step()
    } catch (thrown) {
      if (!(thrown instanceof Stop)) throw thrown
      this.#problem = thrown.problem
    }
    return this.#problem === null && !this.#isFull()
  }

  /** False once nothing more is to be had. */
  write(bytes: Uint8Array): boolean {
    return this.#guard(() => {
      this.#decoder ??= new PieceDecoder(encodingOf(bytes))
      this.#parser.write(this.#decoder.decode(bytes))
    })
  }

  /** The first problem met, or null; all that came before it has been handed over. */
  end(): XmlProblem | null {
    this.#guard(() => {
      if (this.#decoder !== null) this.#parser.write(this.#decoder.end())
      this.#parser.close()
    })
    return this.#problem
  }
}
