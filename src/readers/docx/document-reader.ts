/** The main part of a document, element by element, into paragraphs and tables. */

import type { Block } from '../../containers/flow.ts'
import { symbolText } from '../../containers/symbols.ts'
import { type Attributes, attribute } from '../../containers/xml.ts'
import { type Counts, noCounts } from './counts.ts'
import { DocumentBody } from './document-body.ts'
import { FormField } from './form-field.ts'
import { isOn } from './properties.ts'

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
  readonly counts: Counts = { ...noCounts }
  readonly #body: DocumentBody
  readonly #names: string[] = []
  /** For each open mc:AlternateContent, whether its first choice was read. */
  readonly #choices: boolean[] = []
  #dropping = 0
  #runHidden = false
  #inText = false
  /** For each open content control, whether it shows only what to type there. */
  readonly #controls: boolean[] = []
  #prompts = 0
  readonly #field = new FormField()

  /** Paragraphs before those of this part, so that each has a number of its own. */
  constructor(paragraphsBefore = 0) {
    this.#body = new DocumentBody(this.counts, paragraphsBefore)
  }

  get blocks(): readonly Block[] {
    return this.#body.blocks
  }

  /** More cells and paragraphs than are read; nothing further is taken. */
  get exceeded(): boolean {
    return this.#body.exceeded
  }

  get paragraphs(): number {
    return this.#body.paragraphCount
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
        this.#body.openParagraph()
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
        if (this.#body.paragraph !== null) this.#body.paragraph.numbered = true
        break
      case 'numId':
        if (attribute(attributes, 'val') === '0' && this.#body.paragraph !== null) this.#body.paragraph.numbered = false
        break
      case 'txbxContent':
        this.#body.openBox()
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
        else this.#body.openInTable(name, attributes)
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
        this.#body.closeParagraph()
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
      case 'txbxContent':
        this.#body.closeBox()
        break
      default:
        this.#body.closeInTable(name)
    }
  }

  /** Ends what damage left open. */
  finish(): void {
    while (this.#names.length > 0 && !this.exceeded) this.close(this.#names.at(-1)!)
    this.#body.finish()
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
      if (parent === 'rPr' && this.#body.paragraph !== null && this.#names.at(-3) === 'pPr')
        this.#body.paragraph.joins = true
      if (parent === 'trPr') this.#body.deleteRow()
    }
  }

  #openPrompt(): void {
    this.#prompts++
    this.counts.placeholders++
  }

  #addText(text: string): void {
    if (this.#prompts > 0) return
    if (this.#runHidden) {
      if (text.trim() !== '') this.counts.hidden++
    } else if (this.#body.paragraph !== null) this.#body.paragraph.text += text
  }

  #addSymbol(attributes: Attributes): void {
    const text = symbolText(attribute(attributes, 'font') ?? '', attribute(attributes, 'char') ?? '')
    if (text === null) this.counts.unknown++
    this.#addText(text ?? '\ufffd')
  }
}
