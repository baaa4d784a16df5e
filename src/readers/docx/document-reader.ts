/** The main part of a document, element by element, into paragraphs and tables. */

import type { Block } from '../../containers/flow.ts'
import { MergedTable, MOST_COLUMNS } from '../../containers/merged-table.ts'
import { symbolText } from '../../containers/symbols.ts'
import { type Attributes, attribute } from '../../containers/xml.ts'
import { FormField } from './form-field.ts'
import { limits } from './limits.ts'
import { isOn, mergeOf, spanOf } from './properties.ts'

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

export interface Counts {
  pictures: number
  placeholders: number
  numbering: number
  embedded: number
  hidden: number
  deleted: number
  covered: number
  unknown: number
}

export const noCounts: Counts = {
  pictures: 0,
  numbering: 0,
  embedded: 0,
  placeholders: 0,
  hidden: 0,
  deleted: 0,
  covered: 0,
  unknown: 0,
}

/** Texts of elements by their name; only inside a run. */
const signs: Readonly<Record<string, string>> = {
  tab: '\t',
  ptab: '\t',
  br: '\n',
  cr: '\n',
  noBreakHyphen: '-',
}

const dropped: ReadonlySet<string> = new Set(['del', 'moveFrom', 'Fallback', 'rt', 'sectPr'])

export class DocumentReader {
  readonly blocks: Block[] = []
  readonly counts: Counts = { ...noCounts }
  /** More cells and paragraphs than are read; nothing further is taken. */
  exceeded = false
  readonly #names: string[] = []
  readonly #containers: Container[] = [{ blocks: this.blocks, pending: '' }]
  readonly #paragraphs: OpenParagraph[] = []
  readonly #tables: MergedTable[] = []
  /** For each open mc:AlternateContent, whether its first choice was read. */
  readonly #choices: boolean[] = []
  #dropping = 0
  #bodyParagraphs: number
  #tableCount = 0
  #counted = 0
  #runHidden = false
  #inText = false
  /** For each open content control, whether it shows only what to type there. */
  readonly #controls: boolean[] = []
  #prompts = 0
  readonly #field = new FormField()

  /** Paragraphs before those of this part, so that each has a number of its own. */
  constructor(paragraphsBefore = 0) {
    this.#bodyParagraphs = paragraphsBefore
  }

  get paragraphs(): number {
    return this.#bodyParagraphs
  }

  open(name: string, attributes: Attributes): void {
    if (this.exceeded) return
    const parent = this.#names.at(-1) ?? ''
    this.#names.push(name)
    if (this.#dropping > 0) {
      if (this.#drops(name)) this.#dropping++
      return
    }
    if (this.#drops(name)) {
      this.#openDropped(name, parent)
      return
    }
    switch (name) {
      case 'Choice':
        if (this.#choices.length > 0) this.#choices[this.#choices.length - 1] = true
        break
      case 'AlternateContent':
        this.#choices.push(false)
        break
      case 'p':
        this.#openParagraph()
        break
      case 'r':
        this.#runHidden = false
        break
      case 't':
        this.#inText = true
        break
      case 'vanish':
        if (parent === 'rPr' && this.#names.at(-3) === 'r') this.#runHidden = isOn(attributes)
        break
      case 'sym':
        this.#addSymbol(attributes)
        break
      case 'numPr':
        if (this.#paragraph !== null) this.#paragraph.numbered = true
        break
      case 'numId':
        if (attribute(attributes, 'val') === '0' && this.#paragraph !== null) this.#paragraph.numbered = false
        break
      case 'txbxContent':
        this.#containers.push({ blocks: [], pending: '' })
        break
      case 'pic':
      case 'imagedata':
        this.counts.pictures++
        break
      case 'sdt':
        this.#controls.push(false)
        break
      case 'showingPlcHdr':
        if (this.#controls.length > 0 && isOn(attributes)) this.#controls[this.#controls.length - 1] = true
        break
      case 'sdtContent':
        if (this.#controls.at(-1) === true) this.#openPrompt()
        break
      case 'checkBox':
      case 'ddList':
        this.#field.open()
        break
      case 'footnote':
      case 'endnote':
        // Lines between text and notes, not notes.
        if (/separator|Notice/i.test(attribute(attributes, 'type') ?? '')) this.#prompts++
        break
      case 'altChunk':
      case 'OLEObject':
        this.counts.embedded++
        break
      default:
        if (parent === 'checkBox' || parent === 'ddList') this.#field.take(name, attributes)
        else if (parent === 'r' && signs[name] !== undefined) this.#addText(signs[name])
        else this.#openInTable(name, attributes)
    }
  }

  text(text: string): void {
    if (this.#inText && this.#dropping === 0) this.#addText(text)
  }

  close(name: string): void {
    if (this.exceeded) return
    this.#names.pop()
    if (this.#drops(name) && this.#dropping > 0) {
      this.#dropping--
      return
    }
    if (this.#dropping > 0) return
    switch (name) {
      case 't':
        this.#inText = false
        break
      case 'p':
        this.#closeParagraph()
        break
      case 'AlternateContent':
        this.#choices.pop()
        break
      case 'sdtContent':
        if (this.#controls.at(-1) === true) this.#prompts--
        break
      case 'sdt':
        this.#controls.pop()
        break
      case 'footnote':
      case 'endnote':
        this.#prompts = 0
        break
      case 'checkBox':
      case 'ddList':
        this.#addText(this.#field.close(name))
        break
      case 'txbxContent': {
        const box = this.#closeContainer()
        // A box that stands in no paragraph is none of Word's; its text is kept where it stands.
        const into = this.#paragraph?.boxes ?? this.#container.blocks
        for (const block of box) into.push(block)
        break
      }
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
        this.counts.covered += table.covered
        const finished = table.finish()
        if (finished.cells.length > 0) this.#container.blocks.push(finished)
      }
    }
  }

  /** Ends what damage left open. */
  finish(): void {
    while (this.#names.length > 0 && !this.exceeded) this.close(this.#names.at(-1)!)
    this.#endPending(this.#container)
  }

  get #container(): Container {
    return this.#containers.at(-1)!
  }

  get #paragraph(): OpenParagraph | null {
    return this.#paragraphs.at(-1) ?? null
  }

  get #table(): MergedTable | null {
    return this.#tables.at(-1) ?? null
  }

  /**
   * Elements whose content is no text of the document: deletions (those of marks and rows are empty elements, told by
   * their parent), readings above characters, and how things looked before a tracked change.
   */
  #drops(name: string): boolean {
    return dropped.has(name) || name.endsWith('Change')
  }

  #openDropped(name: string, parent: string): void {
    this.#dropping++
    if (name === 'Fallback') {
      // What a program without the newer shapes would show: only where nothing else was read.
      if (this.#choices.at(-1) === false) this.#dropping--
      return
    }
    if (name === 'del' || name === 'moveFrom') {
      this.counts.deleted++
      if (parent === 'rPr' && this.#paragraph !== null && this.#names.at(-3) === 'pPr') this.#paragraph.joins = true
      if (parent === 'trPr') this.#table?.deleteRow()
    }
  }

  #openInTable(name: string, attributes: Attributes): void {
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

  #openParagraph(): void {
    if (this.#tables.length === 0) this.#bodyParagraphs++
    const container = this.#container
    this.#paragraphs.push({ text: container.pending, joins: false, numbered: false, boxes: [] })
    container.pending = ''
  }

  #closeParagraph(): void {
    const paragraph = this.#paragraphs.pop()
    if (paragraph === undefined) return
    const container = this.#container
    if (paragraph.numbered && paragraph.text.trim() !== '') this.counts.numbering++
    if (paragraph.joins) container.pending = paragraph.text
    else this.#put(container, paragraph.text)
    container.blocks.push(...paragraph.boxes)
  }

  #count(): void {
    if (++this.#counted > limits.cells) this.exceeded = true
  }

  #put(container: Container, text: string): void {
    this.#count()
    const source = { kind: 'text', line: Math.max(1, this.#bodyParagraphs), column: 1 } as const
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

  #openPrompt(): void {
    this.#prompts++
    this.counts.placeholders++
  }

  #addText(text: string): void {
    if (this.#prompts > 0) return
    if (this.#runHidden) {
      if (text.trim() !== '') this.counts.hidden++
    } else if (this.#paragraph !== null) this.#paragraph.text += text
  }

  #addSymbol(attributes: Attributes): void {
    const text = symbolText(attribute(attributes, 'font') ?? '', attribute(attributes, 'char') ?? '')
    if (text === null) this.counts.unknown++
    this.#addText(text ?? '\ufffd')
  }
}
