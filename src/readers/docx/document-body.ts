/** Paragraphs, tables and text boxes of a document as they are opened and closed. */

import type { Block } from '../../containers/flow.ts'
import { MergedTable, MOST_COLUMNS } from '../../containers/merged-table.ts'
import type { Attributes } from '../../containers/xml.ts'
import type { Counts } from './counts.ts'
import { limits } from './limits.ts'
import { mergeOf, spanOf } from './properties.ts'

interface OpenParagraph {
  text: string
  /** Its mark is deleted: the next paragraph goes on where it ends. */
  joins: boolean
  numbered: boolean
  /** Content of text boxes anchored in it. */
  readonly boxes: Block[]
}

/** Where paragraphs go: the body, a cell, or a text box. */
interface Container {
  readonly blocks: Block[]
  /** Text of a paragraph whose mark is deleted. */
  pending: string
}

export class DocumentBody {
  readonly blocks: Block[] = []
  /** More cells and paragraphs than are read; nothing further is taken. */
  exceeded = false
  readonly #counts: Counts
  readonly #containers: Container[] = [{ blocks: this.blocks, pending: '' }]
  readonly #paragraphs: OpenParagraph[] = []
  readonly #tables: MergedTable[] = []
  /** Paragraphs outside tables so far, those of parts before among them. */
  paragraphCount: number
  #tableCount = 0
  #counted = 0

  constructor(counts: Counts, paragraphsBefore: number) {
    this.#counts = counts
    this.paragraphCount = paragraphsBefore
  }

  get paragraph(): OpenParagraph | null {
    return this.#paragraphs.at(-1) ?? null
  }

  openParagraph(): void {
    if (this.#tables.length === 0) this.paragraphCount++
    const container = this.#container
    this.#paragraphs.push({ text: container.pending, joins: false, numbered: false, boxes: [] })
    container.pending = ''
  }

  closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    const container = this.#container
    if (paragraph.numbered && paragraph.text.trim() !== '') this.#counts.numbering++
    if (paragraph.joins) container.pending = paragraph.text
    else this.#put(container, paragraph.text)
    container.blocks.push(...paragraph.boxes)
  }

  openBox(): void {
    this.#containers.push({ blocks: [], pending: '' })
  }

  closeBox(): void {
    const box = this.#closeContainer()
    // A box that stands in no paragraph is none of Word's; its text is kept where it stands.
    const into = this.paragraph?.boxes ?? this.#container.blocks
    for (const block of box) into.push(block)
  }

  /** Elements of tables; others are none of this. */
  openInTable(name: string, attributes: Attributes): void {
    if (name === 'tbl') {
      this.#tables.push(new MergedTable(++this.#tableCount))
      return
    }
    const table = this.#table
    if (table === null) return
    switch (name) {
      case 'tr':
        table.openRow()
        break
      case 'tc':
        this.#count()
        table.openCell()
        this.#containers.push({ blocks: table.cell!.blocks, pending: '' })
        break
      case 'gridBefore':
        table.skipColumns(spanOf(attributes, MOST_COLUMNS))
        break
      case 'gridSpan':
        if (table.cell !== null) table.cell.columnSpan = Math.max(1, spanOf(attributes, MOST_COLUMNS))
        break
      case 'vMerge':
        if (table.cell !== null) table.cell.down = mergeOf(attributes)
        break
      case 'hMerge':
        if (table.cell !== null) table.cell.across = mergeOf(attributes)
    }
  }

  closeInTable(name: string): void {
    switch (name) {
      case 'tc':
        if (this.#table?.cell != null) {
          this.#closeContainer()
          this.#table.closeCell()
        }
        break
      case 'tr':
        this.#table?.closeRow()
        break
      case 'tbl': {
        const table = this.#tables.pop()
        if (table === undefined) break
        this.#counts.covered += table.covered
        const finished = table.finish()
        if (finished.cells.length > 0) this.#container.blocks.push(finished)
      }
    }
  }

  deleteRow(): void {
    this.#table?.deleteRow()
  }

  /** Ends what damage left open. */
  finish(): void {
    this.#endPending(this.#container)
  }

  get #container(): Container {
    return this.#containers.at(-1)!
  }

  get #table(): MergedTable | null {
    return this.#tables.at(-1) ?? null
  }

  #count(): void {
    if (++this.#counted > limits.cells) this.exceeded = true
  }

  #put(container: Container, text: string): void {
    this.#count()
    const source = { kind: 'text', line: Math.max(1, this.paragraphCount), column: 1 } as const
    container.blocks.push({ kind: 'paragraph', text, source })
  }

  #endPending(container: Container): void {
    if (container.pending !== '') this.#put(container, container.pending)
    container.pending = ''
  }

  #closeContainer(): readonly Block[] {
    const container = this.#containers.pop()!
    this.#endPending(container)
    return container.blocks
  }
}
