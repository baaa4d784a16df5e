/**
 * An XML part as its elements and where each stands in the text, so that a part is changed by splicing its text: what is
 * not touched stays byte for byte as its program wrote it.
 */

import { SaxesParser } from 'saxes'

/** Offsets count UTF-16 units of the part's text. An empty element (`<v/>`) has `openEnd`, `closeStart` and `end` alike. */
export interface XmlElement {
  /** Without its prefix. */
  readonly name: string
  /** `x:` or nothing. */
  readonly prefix: string
  readonly parent: XmlElement | null
  readonly children: readonly XmlElement[]
  /** Where `<` of the opening tag stands. */
  readonly start: number
  /** Behind the opening tag. */
  readonly openEnd: number
  /** Where the closing tag begins. */
  closeStart: number
  /** Behind the closing tag. */
  end: number
}

export type XmlTreeProblem = 'malformed' | 'documentType' | 'elements' | 'nesting'

export interface XmlTreeLimits {
  readonly elements: number
  readonly nesting: number
}

class Stop extends Error {
  readonly problem: XmlTreeProblem

  constructor(problem: XmlTreeProblem) {
    super(problem)
    this.problem = problem
  }
}

/** The root of a part, or why it is not edited. Names and values are never changed, entities of a document type refused. */
export function parseXmlTree(text: string, limits: XmlTreeLimits): XmlElement | XmlTreeProblem {
  // A byte order mark is no part of the document, but it counts.
  const skipped = text.startsWith('\ufeff') ? 1 : 0
  const parser = new SaxesParser({ position: true })
  const open: (XmlElement & { readonly children: XmlElement[] })[] = []
  let root: XmlElement | null = null
  let count = 0
  parser.on('error', () => {
    throw new Stop('malformed')
  })
  parser.on('doctype', () => {
    throw new Stop('documentType')
  })
  parser.on('opentag', (tag) => {
    if (++count > limits.elements) throw new Stop('elements')
    if (open.length >= limits.nesting) throw new Stop('nesting')
    const openEnd = skipped + parser.position
    const colon = tag.name.indexOf(':')
    const parent = open.at(-1) ?? null
    const element = {
      name: tag.name.slice(colon + 1),
      prefix: tag.name.slice(0, colon + 1),
      parent,
      children: [],
      // No value of an attribute may hold the sign itself.
      start: text.lastIndexOf('<', openEnd - 1),
      openEnd,
      closeStart: openEnd,
      end: openEnd,
    }
    parent?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    const element = open.pop()!
    element.end = skipped + parser.position
    if (element.end > element.openEnd) element.closeStart = text.lastIndexOf('<', element.end - 1)
  })
  try {
    parser.write(skipped === 0 ? text : text.slice(1)).close()
  } catch (thrown) {
    if (thrown instanceof Stop) return thrown.problem
    throw thrown
  }
  return root ?? 'malformed'
}

const ATTRIBUTE = /([^\s=<>/"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

export interface FoundAttribute {
  /** As written, entities and all. */
  readonly raw: string
  /** Of the value, between its quotes. */
  readonly start: number
  readonly end: number
  /** Of the whole attribute with the blank before it. */
  readonly from: number
}

/** An attribute by its name without prefix; without a prefix it is preferred. */
export function findAttribute(text: string, element: XmlElement, name: string): FoundAttribute | null {
  const tag = text.slice(element.start, element.openEnd)
  let found: FoundAttribute | null = null
  ATTRIBUTE.lastIndex = 1 + element.prefix.length + element.name.length
  for (let match = ATTRIBUTE.exec(tag); match !== null; match = ATTRIBUTE.exec(tag)) {
    const own = match[1]!
    const isPlain = own === name
    if (!isPlain && !own.endsWith(`:${name}`)) continue
    const raw = match[2] ?? match[3] ?? ''
    const end = element.start + match.index + match[0].length - 1
    const blanks = /\s*$/.exec(tag.slice(0, match.index))![0].length
    found = { raw, start: end - raw.length, end, from: element.start + match.index - blanks }
    if (isPlain) break
  }
  return found
}

export function attributeValue(text: string, element: XmlElement, name: string): string | undefined {
  const found = findAttribute(text, element, name)
  return found === null ? undefined : decodeEntities(found.raw)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeEntities(raw: string): string {
  if (!raw.includes('&')) return raw
  return raw.replace(/&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex!, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}

/** The text straight inside an element, without that of elements in it. */
export function textInside(text: string, element: XmlElement): string {
  const inside = text.slice(element.openEnd, element.closeStart)
  return decodeEntities(
    inside
      .replace(/<!--[\s\S]*?-->/g, '')
      .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, (_, plain: string) =>
        plain.replaceAll('&', '&amp;').replaceAll('<', '&lt;'),
      ),
  )
}

export function childNamed(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((child) => child.name === name) ?? null
}

/** All elements below, in order; `into` says which are looked into. */
export function* descendants(
  element: XmlElement,
  into: (element: XmlElement) => boolean = () => true,
): Generator<XmlElement> {
  for (const child of element.children) {
    yield child
    if (into(child)) yield* descendants(child, into)
  }
}
