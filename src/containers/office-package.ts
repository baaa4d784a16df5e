/** Office packages (xlsx, docx): XML parts in a zip, tied by relationships. No link leads out of the package. */

import { type Attributes, attribute, type XmlBudget, type XmlHandler, type XmlProblem, XmlStream } from './xml.ts'
import { type ZipLimits, ZipPackage, type ZipProblem } from './zip.ts'

export interface OfficeLimits extends ZipLimits {
  /** Bytes of the file. */
  readonly bytes: number
  /** Depth of XML elements. */
  readonly nesting: number
  /** XML elements of all parts that are read. */
  readonly elements: number
}

/** Why a package cannot be opened at all. */
export type PackageProblem = 'empty' | 'bytes' | 'notPackage' | 'protected' | 'damaged' | 'entries'

/** Why a part could not be read, or not to its end. */
export type PartProblem = ZipProblem | XmlProblem | 'missing'

export interface Relationship {
  readonly id: string
  /** Last word of the type: 'worksheet', 'sharedStrings', 'officeDocument'. */
  readonly type: string
  /** Path inside the package. */
  readonly target: string
}

const compoundFile = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

export function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte)
}

/** Whether the bytes hold an ASCII text, or that text as UTF-16. */
export function holds(bytes: Uint8Array, text: string, wide = false): boolean {
  const wanted = Array.from(text, (character) => character.charCodeAt(0))
  const step = wide ? 2 : 1
  for (let at = bytes.indexOf(wanted[0]!); at >= 0; at = bytes.indexOf(wanted[0]!, at + 1)) {
    if (
      wanted.every((code, index) => bytes[at + index * step] === code && (!wide || bytes[at + index * 2 + 1] === 0))
    ) {
      return true
    }
  }
  return false
}

/** An Office file with a password is a compound file around an encrypted package. */
export function isProtectedPackage(bytes: Uint8Array): boolean {
  return startsWith(bytes, compoundFile) && holds(bytes, 'EncryptedPackage', true)
}

/** Path of a relationship's target, which may climb out of the folder of the part but not out of the package. */
function resolve(part: string, target: string): string {
  const path = target.startsWith('/') ? [] : part.split('/').slice(0, -1)
  for (const step of target.split('/')) {
    if (step === '..') path.pop()
    else if (step !== '.' && step !== '') path.push(step)
  }
  return path.join('/')
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

export class OfficePackage {
  readonly #zip: ZipPackage
  readonly #budget: XmlBudget

  private constructor(zip: ZipPackage, budget: XmlBudget) {
    this.#zip = zip
    this.#budget = budget
  }

  static open(bytes: Uint8Array, limits: OfficeLimits): OfficePackage | PackageProblem {
    if (bytes.length === 0) return 'empty'
    if (bytes.length > limits.bytes) return 'bytes'
    if (startsWith(bytes, compoundFile)) return isProtectedPackage(bytes) ? 'protected' : 'notPackage'
    if (!startsWith(bytes, [0x50, 0x4b])) return 'notPackage'
    const zip = ZipPackage.open(bytes, limits)
    if (zip instanceof ZipPackage) return new OfficePackage(zip, { nesting: limits.nesting, elements: limits.elements })
    return zip === 'entries' ? 'entries' : 'damaged'
  }

  get parts(): Iterable<string> {
    return this.#zip.entries.keys()
  }

  has(path: string): boolean {
    return this.#zip.find(path) !== undefined
  }

  /** Hands a part to `handler`, as far as it can be read. */
  parse(path: string, handler: XmlHandler): PartProblem | null {
    const entry = this.#zip.find(path)
    if (entry === undefined) return 'missing'
    const xml = new XmlStream(handler, this.#budget)
    const zipProblem = this.#zip.unpack(entry, (piece) => xml.write(piece))
    const xmlProblem = xml.end()
    // Broken bytes make broken XML: the first cause is told.
    return zipProblem !== null && zipProblem !== 'checksum' ? zipProblem : (xmlProblem ?? zipProblem)
  }

  /** All bytes of a part, as far as the budget of the package reaches. */
  read(path: string): Uint8Array | PartProblem {
    const entry = this.#zip.find(path)
    if (entry === undefined) return 'missing'
    const pieces: Uint8Array[] = []
    const problem = this.#zip.unpack(entry, (piece) => pieces.push(piece) > 0)
    if (problem !== null) return problem
    const whole = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0))
    let at = 0
    for (const piece of pieces) {
      whole.set(piece, at)
      at += piece.length
    }
    return whole
  }

  /** Where the part's own header stands in the file; undefined where there is no such part. */
  placeOf(path: string): number | undefined {
    return this.#zip.find(path)?.offset
  }

  /** What a part refers to inside the package ('' is the package itself); a package without such a list has none. */
  relationships(part: string): readonly Relationship[] {
    const slash = part.lastIndexOf('/') + 1
    const found: Relationship[] = []
    const open = (name: string, attributes: Attributes) => {
      if (name !== 'Relationship' || attribute(attributes, 'TargetMode') === 'External') return
      const target = attribute(attributes, 'Target')
      const id = attribute(attributes, 'Id')
      if (target === undefined || id === undefined) return
      const type = attribute(attributes, 'Type') ?? ''
      found.push({ id, type: type.slice(type.lastIndexOf('/') + 1), target: resolve(part, decoded(target)) })
    }
    this.parse(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`, { open, close: () => {} })
    return found
  }

  /** The part a program opens first, or the usual one where the package does not say. */
  mainPart(usual: string): string | null {
    const named = this.relationships('').find((one) => one.type === 'officeDocument' && this.has(one.target))
    return named?.target ?? (this.has(usual) ? usual : null)
  }
}

/** Enough to look at the names of a package's parts; nothing is unpacked for that. */
const GLANCE: ZipLimits = { entries: 10_000, unpackedBytes: 0 }

/**
 * How far the bytes, or the first of them, look like a package with parts in `folder` ('xl/', 'word/'). A whole file shows
 * its table of contents; of the first bytes only the names before each entry can be seen.
 */
export function looksLikePackage(bytes: Uint8Array, folder: string): number {
  if (isProtectedPackage(bytes)) return 0.4
  if (!startsWith(bytes, [0x50, 0x4b, 3, 4])) return 0
  const zip = ZipPackage.open(bytes, GLANCE)
  if (zip instanceof ZipPackage) {
    for (const name of zip.entries.keys()) if (name.toLowerCase().startsWith(folder)) return 0.99
    return 0
  }
  return holds(bytes, folder) ? 0.8 : holds(bytes, '[Content_Types].xml') ? 0.3 : 0
}
