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

export class XmlStream {
  readonly #parser: SaxesParser
  readonly #isFull: () => boolean
  #decoder: InstanceType<typeof TextDecoder> | null = null
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
      this.#decoder ??= new TextDecoder(encodingOf(bytes))
      this.#parser.write(this.#decoder.decode(bytes, { stream: true }))
    })
  }

  /** The first problem met, or null; all that came before it has been handed over. */
  end(): XmlProblem | null {
    this.#guard(() => {
      if (this.#decoder !== null) this.#parser.write(this.#decoder.decode())
      this.#parser.close()
    })
    return this.#problem
  }
}
