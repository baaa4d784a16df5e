/** The main part of a document as its tables and paragraphs, numbered as a reader of the document numbers them. */

import type { XmlPart } from '../office/package-edit.ts'
import { attributeValue, childNamed, descendants, type XmlElement } from '../office/xml-tree.ts'

export interface DocCell {
  readonly element: XmlElement
  readonly column: number
  readonly columnSpan: number
  /** `restart` begins a merge downwards, `continue` goes on with the one above. */
  readonly down: 'restart' | 'continue' | null
  /** Rows of the merge it is in; 1 where it stands alone. */
  rowSpan: number
  /** It only widens the cell before it. */
  readonly isAcross: boolean
}

export interface DocRow {
  readonly element: XmlElement
  readonly cells: readonly DocCell[]
}

export interface DocTable {
  /** Among all tables of the document, from 1. */
  readonly number: number
  readonly element: XmlElement
  readonly rows: readonly DocRow[]
}

export interface DocumentPart extends XmlPart {
  readonly tables: readonly DocTable[]
  /** Paragraphs outside tables; the first is number 1. */
  readonly paragraphs: readonly XmlElement[]
}

const dropped: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'rt', 'sectPr'])

/** Elements whose content is no text of the document. */
export function isDropped({ name }: XmlElement): boolean {
  return dropped.has(name) || name.endsWith('Change')
}

/** Elements of a kind in one table, cell or paragraph, without those of tables inside it. */
export function ownElements(element: XmlElement, name: string): XmlElement[] {
  const into = (one: XmlElement) => !isDropped(one) && one.name !== 'tbl' && one.name !== name
  return [...descendants(element, into)].filter((one) => one.name === name && !isDropped(one))
}

function valueIn(text: string, properties: XmlElement | null, name: string): string | null {
  const element = properties === null ? null : childNamed(properties, name)
  return element === null ? null : (attributeValue(text, element, 'val') ?? '')
}

function countOf(value: string | null, least: number): number {
  const count = Number(value ?? '')
  return Number.isInteger(count) && count >= 1 ? Math.min(count, 1000) : least
}

function rowOf(text: string, element: XmlElement): DocRow | null {
  const properties = childNamed(element, 'trPr')
  if (properties !== null && (childNamed(properties, 'del') ?? childNamed(properties, 'moveFrom')) !== null) return null
  let column = countOf(valueIn(text, properties, 'gridBefore'), 0)
  const cells = ownElements(element, 'tc').map((cell): DocCell => {
    const own = childNamed(cell, 'tcPr')
    const columnSpan = countOf(valueIn(text, own, 'gridSpan'), 1)
    const down = valueIn(text, own, 'vMerge')
    const made: DocCell = {
      element: cell,
      column,
      columnSpan,
      down: down === null ? null : down === 'restart' ? 'restart' : 'continue',
      rowSpan: 1,
      isAcross: (valueIn(text, own, 'hMerge') ?? 'restart') !== 'restart',
    }
    column += columnSpan
    return made
  })
  return cells.length === 0 ? null : { element, cells }
}

/** How many rows each cell's merge has, told to all cells of the merge. */
function spanRows(rows: readonly DocRow[]): void {
  let above = new Map<number, DocCell[]>()
  for (const { cells } of rows) {
    const below = new Map<number, DocCell[]>()
    for (const cell of cells) {
      const open = cell.down === 'continue' ? above.get(cell.column) : undefined
      const goesOn = open !== undefined && open[0]!.columnSpan === cell.columnSpan
      const merged = goesOn ? [...open, cell] : [cell]
      if (goesOn) for (const one of merged) one.rowSpan = merged.length
      if (cell.down !== null) below.set(cell.column, merged)
    }
    above = below
  }
}

export function readDocumentPart(part: XmlPart): DocumentPart {
  const { text, root } = part
  const tables: DocTable[] = []
  const paragraphs: XmlElement[] = []
  const isInTable = (element: XmlElement): boolean => {
    for (let up = element.parent; up !== null; up = up.parent) if (up.name === 'tbl') return true
    return false
  }
  for (const element of descendants(root, (one) => !isDropped(one))) {
    if (isDropped(element)) continue
    if (element.name === 'tbl') {
      const rows = ownElements(element, 'tr').flatMap((row) => rowOf(text, row) ?? [])
      spanRows(rows)
      tables.push({ number: tables.length + 1, element, rows })
    } else if (element.name === 'p' && !isInTable(element)) paragraphs.push(element)
  }
  return { ...part, tables, paragraphs }
}
