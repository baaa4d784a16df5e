/** A page, element by element, into paragraphs and tables. Scripts, styles and navigation are dropped; nothing is fetched. */

import { Parser } from 'htmlparser2'
import type { Block, Paragraph } from '../../containers/flow.ts'
import { limits } from './limits.ts'
import { lineCounter } from './line-counter.ts'
import { readSpan, TableBuilder } from './table-builder.ts'
import { VisibleText } from './visible-text.ts'

type Attributes = Readonly<Record<string, string>>

/** Elements whose content is no text of the page. */
const dropped: ReadonlySet<string> = new Set(
  'script style nav noscript template title iframe object svg canvas audio video datalist rp rt'.split(' '),
)

/** Elements that begin and end a paragraph. */
const blocks: ReadonlySet<string> = new Set(
  'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main ol optgroup option p pre section select summary table tbody td textarea tfoot th thead tr ul'.split(
    ' ',
  ),
)

/** Pages that print a form say so of what they show beside it: it is no part of the form. */
const BESIDE = 'data-beside'

const HIDING = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i

interface Element {
  /** The cell or table that ends with this element. */
  readonly cell: TableBuilder['cell']
  readonly table: TableBuilder | null
  readonly drops: boolean
  readonly hides: boolean
  readonly preformatted: boolean
  readonly group: boolean
}

export interface Page {
  readonly blocks: readonly Block[]
  /** Places whose text the page hides. */
  readonly hidden: number
  /** Places that the page says stand beside its form. */
  readonly beside: number
  /** Addresses of pictures that stand in the page itself (data:), in their order. */
  readonly pictures: readonly string[]
  /** Pictures that stand elsewhere: no address is ever followed. */
  readonly linked: number
  readonly exceeded: 'cells' | 'nesting' | null
}

/** Selected option of a list: what the page shows of it; the first where none is selected. */
interface Choice {
  shown: string
  chosen: boolean
}

/** Pixels of a side, as far as the page says; a form is not read in fewer. */
const SMALL = 200

function isSmall(side: string | undefined): boolean {
  return side !== undefined && /^\s*\d+(?:\.\d+)?\s*(?:px)?\s*$/i.test(side) && Number.parseFloat(side) < SMALL
}

class PageReader {
  readonly blocks: Block[] = []
  hidden = 0
  beside = 0
  readonly pictures: string[] = []
  linked = 0
  exceeded: Page['exceeded'] = null
  readonly #elements: Element[] = []
  readonly #tables: { readonly table: TableBuilder; readonly into: Block[] }[] = []
  readonly #text = new VisibleText()
  readonly #lineNow: () => number
  #tableCount = 0
  #cells = 0
  #spans = 0
  #dropping = 0
  #hiding = 0
  #hidesText = false
  #preformatted = 0
  #choice: Choice | null = null
  #option: { text: string; readonly selected: boolean } | null = null

  constructor(lineNow: () => number) {
    this.#lineNow = lineNow
  }

  get #table(): TableBuilder | null {
    return this.#tables.at(-1)?.table ?? null
  }

  /** Where paragraphs go: the open cell of the innermost table that has one, else the page. */
  get #container(): Block[] {
    for (let at = this.#tables.length - 1; at >= 0; at--) {
      const { table, into } = this.#tables[at]!
      if (table.cell !== null) return table.cell.blocks
      // Text between rows is shown before the table.
      if (at === 0) return into
    }
    return this.blocks
  }

  #flush(): void {
    const line = Math.max(1, this.#text.line)
    const text = this.#text.take()
    this.#text.line = 0
    if (text.trim() === '') return
    const paragraph: Paragraph = { kind: 'paragraph', text, source: { kind: 'text', line, column: 1 } }
    this.#container.push(paragraph)
  }

  open(name: string, attributes: Attributes): void {
    if (this.exceeded !== null) return
    const beside = BESIDE in attributes
    if (beside && this.#dropping === 0) this.beside++
    const drops = beside || dropped.has(name)
    const hides = 'hidden' in attributes || HIDING.test(attributes.style ?? '')
    let opened: TableBuilder['cell'] = null
    let table: TableBuilder | null = null
    let group = false
    if (this.#dropping === 0 && this.#hiding === 0 && !drops && !hides) {
      if (blocks.has(name)) this.#flush()
      switch (name) {
        case 'table':
          table = this.#openTable()
          break
        case 'thead':
        case 'tbody':
        case 'tfoot':
          this.#table?.endGroup()
          group = true
          break
        case 'tr':
          this.#table?.openRow()
          break
        case 'td':
        case 'th':
          opened = this.#openCell(attributes)
          break
        case 'br':
          this.#break()
          break
        case 'img':
          this.#picture(attributes)
          break
        case 'input':
          this.#input(attributes)
          break
        case 'select':
          this.#choice = { shown: '', chosen: false }
          break
        case 'option':
          this.#option = { text: '', selected: 'selected' in attributes }
      }
    }
    if (drops) this.#dropping++
    if (hides) this.#hiding++
    const preformatted = name === 'pre' || name === 'textarea'
    if (preformatted) this.#preformatted++
    this.#elements.push({ cell: opened, table, drops, hides, preformatted, group })
    if (this.#elements.length > limits.nesting) this.exceeded ??= 'nesting'
  }

  close(name: string): void {
    if (this.exceeded !== null) return
    const element = this.#elements.pop()
    if (element === undefined) return
    if (element.drops) this.#dropping--
    if (element.preformatted) this.#preformatted--
    if (element.hides && --this.#hiding === 0) {
      if (this.#hidesText) this.hidden++
      this.#hidesText = false
      return
    }
    if (this.#dropping > 0 || this.#hiding > 0) return
    if (name === 'option') this.#closeOption()
    if (name === 'select') {
      this.#addText(this.#choice?.shown ?? '')
      this.#choice = null
    }
    if (blocks.has(name)) this.#flush()
    if (element.cell !== null && this.#table?.cell === element.cell) this.#table.closeCell()
    else if (name === 'tr') this.#table?.closeRow()
    else if (element.group) this.#table?.endGroup()
    if (element.table !== null) this.#closeTable(element.table)
  }

  text(text: string): void {
    if (this.#dropping > 0 || this.exceeded !== null) return
    if (this.#hiding > 0) {
      if (text.trim() !== '') this.#hidesText = true
      return
    }
    if (this.#option !== null) this.#option.text += text
    else if (this.#choice === null) this.#addText(text)
  }

  finish(): Page {
    this.#flush()
    while (this.#tables.length > 0) this.#closeTable(this.#table!)
    const { blocks, hidden, beside, pictures, linked, exceeded } = this
    return { blocks, hidden, beside, pictures, linked, exceeded }
  }

  #addText(text: string): void {
    this.#text.add(text, this.#preformatted > 0, this.#lineNow())
  }

  /** In a cell a break is part of the text; between tables each line is a row of its own. */
  #break(): void {
    if (this.#container === this.blocks) this.#flush()
    else this.#text.breakLine()
  }

  #openTable(): TableBuilder {
    // A table directly inside another, in no cell of it, ends that one.
    const outer = this.#table
    if (outer !== null && outer.cell === null) this.#closeTable(outer)
    const table = new TableBuilder(++this.#tableCount)
    this.#tables.push({ table, into: this.#container })
    return table
  }

  #closeTable(table: TableBuilder): void {
    const at = this.#tables.findIndex((open) => open.table === table)
    if (at < 0) return
    // Tables left open inside end with it.
    while (this.#tables.length > at) {
      const { table: inner, into } = this.#tables.pop()!
      const finished = inner.finish()
      if (finished.cells.length > 0) into.push(finished)
    }
  }

  #openCell(attributes: Attributes): TableBuilder['cell'] {
    const table = this.#table
    if (table === null) return null
    this.#cells++
    if (this.#cells > limits.cells || this.#spans > limits.spans) {
      this.exceeded ??= 'cells'
      return null
    }
    const columnSpan = readSpan(attributes.colspan, 'columns')
    this.#spans += table.openCell({ columnSpan, rowSpan: readSpan(attributes.rowspan, 'rows') })
    return table.cell
  }

  #picture({ src = '', width, height }: Attributes): void {
    if (/^\s*data:image\//i.test(src)) this.pictures.push(src)
    // Marks and lines are no pictures of a form; nor is a picture without an address.
    else if (src.trim() !== '' && !isSmall(width) && !isSmall(height)) this.linked++
  }

  #input(attributes: Attributes): void {
    const type = (attributes.type ?? 'text').toLowerCase()
    if (/^(?:text|number|date|month|tel|email|search|url)$/.test(type)) this.#addText(attributes.value ?? '')
    else if (type === 'checkbox' || type === 'radio') this.#addText('checked' in attributes ? '☑' : '☐')
  }

  #closeOption(): void {
    const option = this.#option
    this.#option = null
    if (option === null || this.#choice === null) return
    if (option.selected) this.#choice = { shown: option.text, chosen: true }
    else if (this.#choice.shown === '' && !this.#choice.chosen) this.#choice.shown = option.text
  }
}

export function readPage(html: string): Page {
  const lineAt = lineCounter(html)
  let parser: Parser | null = null
  const reader = new PageReader(() => lineAt(parser?.startIndex ?? 0))
  parser = new Parser(
    {
      onopentag: (name, attributes) => reader.open(name, attributes),
      onclosetag: (name) => reader.close(name),
      ontext: (text) => reader.text(text),
    },
    { recognizeCDATA: false },
  )
  for (let at = 0; at < html.length && reader.exceeded === null; at += limits.piece) {
    parser.write(html.slice(at, at + limits.piece))
  }
  if (reader.exceeded === null) parser.end()
  return reader.finish()
}
