/** A table of a document with cells written, rows put in and labels merged anew, by splicing its XML. */

import type { CellEdit, LabelRuns, RowAt, TableEdit } from '../../core/model/index.ts'
import type { TextEdits } from '../office/text-edits.ts'
import { childNamed, type XmlElement } from '../office/xml-tree.ts'
import { runLook, spliceText, writeCell, xmlOf } from './cell-text.ts'
import { type DocCell, type DocRow, type DocTable, ownElements } from './document-part.ts'
import { runInside } from './word-text.ts'

type Merge = 'restart' | 'continue' | null

/** In a cell's properties these stand before what says that it is merged downwards. */
const before: ReadonlySet<string> = new Set(['cnfStyle', 'tcW', 'gridSpan', 'hMerge'])

function mergeXml(w: string, merge: Merge): string {
  return merge === null ? '' : merge === 'restart' ? `<${w}vMerge ${w}val="restart"/>` : `<${w}vMerge/>`
}

/** Properties of a cell with another merge downwards. */
function propertiesWith(text: string, cell: DocCell, merge: Merge): string {
  const w = cell.element.prefix
  const properties = childNamed(cell.element, 'tcPr')
  if (properties === null) return merge === null ? '' : `<${w}tcPr>${mergeXml(w, merge)}</${w}tcPr>`
  const children = properties.children.filter(({ name }) => name !== 'vMerge')
  const at = children.findLastIndex(({ name }) => before.has(name)) + 1
  const parts = children.map((child) => xmlOf(text, child))
  parts.splice(at, 0, mergeXml(w, merge))
  return `<${w}tcPr>${parts.join('')}</${w}tcPr>`
}

class TableEditor {
  readonly #text: string
  readonly #table: DocTable
  readonly #edit: TableEdit
  readonly #edits: TextEdits
  readonly #writes = new Map<string, CellEdit>()

  constructor(text: string, table: DocTable, edit: TableEdit, edits: TextEdits) {
    this.#text = text
    this.#table = table
    this.#edit = edit
    this.#edits = edits
    for (const cell of edit.cells) {
      if (cell.splice === undefined) this.#writes.set(`${cell.row},${cell.copy},${cell.column}`, cell)
    }
  }

  apply(): void {
    for (const [index, row] of this.#table.rows.entries()) this.#editRow(row, index)
    const spliced = new Map<DocCell, CellEdit[]>()
    for (const write of this.#edit.cells) {
      const cell = write.splice === undefined ? undefined : this.#cellAt(write.row, write.column)
      if (cell !== undefined) spliced.set(cell, [...(spliced.get(cell) ?? []), write])
    }
    for (const [cell, writes] of spliced) spliceText(this.#text, cell.element, writes, this.#edits)
  }

  #cellAt(row: number, column: number): DocCell | undefined {
    return this.#table.rows[row]?.cells.find((cell) => cell.column === column)
  }

  /** How a cell is merged in the changed table; undefined where its column is not labelled anew. */
  #mergeOf(at: RowAt, cell: DocCell): Merge | undefined {
    const labels = this.#edit.labels.find((runs: LabelRuns): boolean => {
      return cell.column === runs.column && at.row >= runs.top && at.row <= runs.bottom
    })
    if (labels === undefined) return undefined
    const isBefore = (a: RowAt, b: RowAt) => a.row < b.row || (a.row === b.row && a.copy <= b.copy)
    const run = labels.runs.find(({ from, to }) => isBefore(from, at) && isBefore(at, to))
    if (run === undefined) return null
    return run.from.row === at.row && run.from.copy === at.copy ? 'restart' : 'continue'
  }

  #editRow(row: DocRow, index: number): void {
    for (const cell of row.cells) {
      const at = { row: index, copy: 0 }
      const write = this.#writes.get(`${index},0,${cell.column}`)
      if (write !== undefined) writeCell(this.#text, cell.element, write.text, this.#edits)
      const merge = this.#mergeOf(at, cell)
      const now = cell.rowSpan === 1 ? null : cell.down
      if (merge === undefined || merge === now) continue
      const properties = childNamed(cell.element, 'tcPr')
      const xml = propertiesWith(this.#text, cell, merge)
      if (properties === null) this.#edits.insert(cell.element.openEnd, xml)
      else this.#edits.replace(properties.start, properties.end, xml)
    }
    const count = this.#edit.inserts.find((insert) => insert.row === index)?.count ?? 0
    let copies = ''
    for (let copy = 1; copy <= count; copy++) copies += this.#copyOf(row, { row: index, copy })
    if (copies !== '') this.#edits.insert(row.element.end, copies)
  }

  #copyOf({ element, cells }: DocRow, at: RowAt): string {
    const w = element.prefix
    // Numbers that name one paragraph of the document are none of a copy.
    const open = this.#text.slice(element.start, element.openEnd).replace(/\s(?:\w+:)?(?:paraId|textId)="[^"]*"/g, '')
    const properties = ['tblPrEx', 'trPr'].map((name) => xmlOf(this.#text, childNamed(element, name))).join('')
    return `${open}${properties}${cells.map((cell) => this.#copyOfCell(cell, at)).join('')}</${w}tr>`
  }

  #copyOfCell(cell: DocCell, at: RowAt): string {
    const w = cell.element.prefix
    const labelled = this.#mergeOf(at, cell)
    const merge = labelled !== undefined ? labelled : cell.rowSpan > 1 ? 'continue' : null
    const write = this.#writes.get(`${at.row},${at.copy},${cell.column}`)
    const paragraph = ownElements(cell.element, 'p')[0]
    const look = paragraph === undefined ? '' : runLook(this.#text, paragraph)
    const run = write === undefined ? '' : `<${w}r>${look}${runInside(write.text, w)}</${w}r>`
    const style = paragraph === undefined ? '' : this.#paragraphStyle(childNamed(paragraph, 'pPr'))
    return `<${w}tc>${propertiesWith(this.#text, cell, merge)}<${w}p>${style}${run}</${w}p></${w}tc>`
  }

  #paragraphStyle(properties: XmlElement | null): string {
    if (properties === null) return ''
    const kept = properties.children.filter(({ name }) => name !== 'sectPr' && !name.endsWith('Change'))
    const w = properties.prefix
    return `<${w}pPr>${kept.map((child) => xmlOf(this.#text, child)).join('')}</${w}pPr>`
  }
}

/** Gathers the splices that change one table. */
export function editTable(text: string, table: DocTable, edit: TableEdit, edits: TextEdits): void {
  new TableEditor(text, table, edit, edits).apply()
}
