/** An office package being changed in place: parts are read as text, spliced, added; the rest is copied as it is. */

import {
  type OfficeLimits,
  OfficePackage,
  type PackageProblem,
  type PartProblem,
} from '../../containers/office-package.ts'
import { attributeValue, parseXmlTree, type XmlElement, type XmlTreeProblem } from './xml-tree.ts'
import { type AddedMember, patchZip } from './zip-patch.ts'

/** Bounds of parts that are edited: their elements are held in memory. */
export const editLimits: OfficeLimits = {
  bytes: 32 * 1024 * 1024,
  unpackedBytes: 192 * 1024 * 1024,
  entries: 10_000,
  nesting: 256,
  elements: 1_500_000,
}

/** Why a part cannot be edited; `encoding`: not UTF-8, so that its bytes would not stay as they are. */
export type EditProblem = PartProblem | XmlTreeProblem | 'encoding'

/** A part that cannot be edited: thrown inside the editors, told as a finding by who runs them. */
export class CannotEdit extends Error {
  readonly part: string
  readonly problem: EditProblem | 'package'

  constructor(part: string, problem: EditProblem | 'package') {
    super(`${part}: ${problem}`)
    this.part = part
    this.problem = problem
  }
}

export interface XmlPart {
  readonly text: string
  readonly root: XmlElement
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

export class PackageEdit {
  readonly office: OfficePackage
  readonly #bytes: Uint8Array
  readonly #changed = new Map<string, string>()
  readonly #added = new Map<string, string>()

  private constructor(office: OfficePackage, bytes: Uint8Array) {
    this.office = office
    this.#bytes = bytes
  }

  static open(bytes: Uint8Array): PackageEdit | PackageProblem {
    const office = OfficePackage.open(bytes, editLimits)
    return office instanceof OfficePackage ? new PackageEdit(office, bytes) : office
  }

  has(part: string): boolean {
    return this.#added.has(part) || this.office.has(part)
  }

  /** The text of a part as it is now. Throws CannotEdit. */
  text(part: string): string {
    const current = this.#added.get(part) ?? this.#changed.get(part)
    if (current !== undefined) return current
    const bytes = this.office.read(part)
    if (!(bytes instanceof Uint8Array)) throw new CannotEdit(part, bytes)
    try {
      return strictUtf8.decode(bytes)
    } catch {
      throw new CannotEdit(part, 'encoding')
    }
  }

  /** Text and elements of a part as it is now. Throws CannotEdit. */
  xml(part: string): XmlPart {
    const text = this.text(part)
    const declared = /^\ufeff?<\?xml[^>]*\bencoding\s*=\s*["']([\w-]+)["']/.exec(text)?.[1] ?? 'utf-8'
    if (!/^(?:utf-?8|us-ascii)$/i.test(declared)) throw new CannotEdit(part, 'encoding')
    const root = parseXmlTree(text, editLimits)
    if (typeof root === 'string') throw new CannotEdit(part, root)
    return { text, root }
  }

  set(part: string, text: string): void {
    if (this.#added.has(part)) this.#added.set(part, text)
    else if (this.#changed.has(part) || text !== this.text(part)) this.#changed.set(part, text)
  }

  add(part: string, text: string): void {
    if (this.has(part)) throw new Error(`${part} is there already`)
    this.#added.set(part, text)
  }

  /** The first of `xl/comments1.xml`, `xl/comments2.xml` … that is free. */
  freeName(before: string, after: string): string {
    let number = 1
    while (this.has(`${before}${number}${after}`)) number++
    return `${before}${number}${after}`
  }

  /** Tells what kind of part it is; throws CannotEdit where the package has no list of kinds. */
  addContentType(part: string, type: string): void {
    const list = '[Content_Types].xml'
    const { text, root } = this.xml(list)
    const line = `<${root.prefix}Override PartName="/${part}" ContentType="${type}"/>`
    this.set(list, text.slice(0, root.closeStart) + line + text.slice(root.closeStart))
  }

  /** Tells what kind all parts of an ending are, unless that is told already. */
  addDefaultType(ending: string, type: string): void {
    const list = '[Content_Types].xml'
    const { text, root } = this.xml(list)
    const known = root.children.some(
      (child) => child.name === 'Default' && attributeValue(text, child, 'Extension')?.toLowerCase() === ending,
    )
    if (known) return
    // Such lines stand before those of single parts.
    const line = `<${root.prefix}Default Extension="${ending}" ContentType="${type}"/>`
    this.set(list, text.slice(0, root.openEnd) + line + text.slice(root.openEnd))
  }

  /** Ties a part to another; gives the id of the tie. `target` is relative to the folder of `part`. */
  addRelationship(part: string, type: string, target: string): string {
    const slash = part.lastIndexOf('/') + 1
    const list = `${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`
    if (!this.has(list)) {
      this.add(
        list,
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>',
      )
    }
    const { text, root } = this.xml(list)
    const ids = new Set(root.children.map((child) => attributeValue(text, child, 'Id')))
    let number = root.children.length + 1
    while (ids.has(`rId${number}`)) number++
    const line = `<${root.prefix}Relationship Id="rId${number}" Type="${type}" Target="${target}"/>`
    const empty = root.closeStart === root.end
    this.set(
      list,
      empty
        ? `${text.slice(0, root.openEnd - 2)}>${line}</${root.prefix}Relationships>${text.slice(root.end)}`
        : text.slice(0, root.closeStart) + line + text.slice(root.closeStart),
    )
    return `rId${number}`
  }

  /** The package with its changes. Throws CannotEdit where it cannot be copied member by member. */
  bytes(): Uint8Array {
    const encoder = new TextEncoder()
    const changed = new Map<number, Uint8Array>()
    for (const [part, text] of this.#changed) changed.set(this.office.placeOf(part)!, encoder.encode(text))
    const added: AddedMember[] = [...this.#added].map(([name, text]) => ({ name, data: encoder.encode(text) }))
    const patched = patchZip(this.#bytes, changed, added)
    if (patched === null) throw new CannotEdit('', 'package')
    return patched
  }
}
