/** The text of a document, character by character, into paragraphs and tables. */

import type { Block } from '../../containers/flow.ts'
import { symbolText } from '../../containers/symbols.ts'
import { limits } from './limits.ts'
import { type DocumentStreams, type Piece, textRuns } from './pieces.ts'
import {
  type CharacterKind,
  characterKind,
  characterStretches,
  type ParagraphKind,
  paragraphKind,
  paragraphStretches,
  plainParagraph,
  readFonts,
  type Stretch,
  stretchAt,
} from './properties.ts'
import { type OpenRow, tableOf } from './table-rows.ts'

export interface Counts {
  pictures: number
  hidden: number
  deleted: number
  covered: number
  shapeless: number
  unknown: number
}

interface OpenTable {
  readonly number: number
  readonly rows: OpenRow[]
  cells: Block[][]
  blocks: Block[]
}

/** What single characters stand for; others below 32 stand for nothing that is text. */
const signs: Readonly<Record<number, string>> = { 9: '\t', 11: '\n', 14: '\n', 30: '-', 31: '' }
const CELL = 7
const PAGE_BREAK = 12
const PARAGRAPH = 13

export class DocumentReader {
  readonly counts: Counts = { pictures: 0, hidden: 0, deleted: 0, covered: 0, shapeless: 0, unknown: 0 }
  exceeded = false
  readonly #streams: DocumentStreams
  readonly #pieces: readonly Piece[]
  readonly #paragraphs: readonly Stretch[]
  readonly #characters: readonly Stretch[]
  readonly #fonts: readonly string[]
  readonly #kinds = new Map<Uint8Array, ParagraphKind>()
  readonly #longer = new Map<number, Uint8Array>()
  #charactersLeft: number = limits.characters
  #counted = 0
  #tableCount = 0
  #line = 0
  #body: Block[] = []
  #tables: OpenTable[] = []
  #text: string[] = []
  /** For each open field, whether its result has begun. */
  #fields: boolean[] = []

  constructor(streams: DocumentStreams, pieces: readonly Piece[]) {
    this.#streams = streams
    this.#pieces = pieces
    this.#paragraphs = paragraphStretches(streams)
    this.#characters = characterStretches(streams)
    this.#fonts = readFonts(streams)
  }

  /** Paragraphs and tables of a stretch of the text. */
  read(from: number, to: number): readonly Block[] {
    this.#body = []
    this.#fields = []
    for (const { text, offset, width } of textRuns(this.#streams, this.#pieces, from, to)) {
      this.#charactersLeft -= text.length
      if (this.#charactersLeft < 0) this.exceeded = true
      if (this.exceeded) break
      this.#run(text, offset, width)
    }
    this.#endParagraph(0, plainParagraph)
    this.#closeTables(0)
    return this.#body
  }

  #run(text: string, offset: number, width: 1 | 2): void {
    let look: CharacterKind | null = null
    let lookEnd = -1
    let plainFrom = 0
    const takePlain = (end: number) => {
      if (end > plainFrom && !this.#inCode) this.#text.push(text.slice(plainFrom, end))
    }
    for (let index = 0; index < text.length && !this.exceeded; index++) {
      const place = offset + index * width
      if (place >= lookEnd) {
        const stretch = stretchAt(this.#characters, place)
        look = stretch === null || stretch.list.length === 0 ? null : characterKind(stretch.list)
        // Beyond what is known, look again with each character.
        lookEnd = stretch?.end ?? place + width
        if (look !== null && (look.deleted || look.hidden)) {
          takePlain(index)
          this.#countDropped(look)
          plainFrom = index
        }
      }
      const code = text.charCodeAt(index)
      if (look !== null && (look.deleted || look.hidden)) {
        if (code === CELL || code === PARAGRAPH) this.#mark(code, place)
        plainFrom = index + 1
        continue
      }
      const symbol = code === 0x28 ? (look?.symbol ?? null) : null
      if (code >= 32 && symbol === null) continue
      takePlain(index)
      plainFrom = index + 1
      if (symbol !== null) this.#symbol(symbol)
      else if (code === CELL || code === PARAGRAPH || code === PAGE_BREAK) this.#mark(code, place)
      else this.#sign(code)
    }
    takePlain(text.length)
  }

  get #inCode(): boolean {
    return this.#fields.some((hasResult) => !hasResult)
  }

  #countDropped(look: CharacterKind): void {
    if (look.deleted) this.counts.deleted++
    else this.counts.hidden++
  }

  #symbol({ font, code }: { readonly font: number; readonly code: number }): void {
    const text = symbolText(this.#fonts[font] ?? '', code.toString(16))
    if (text === null) this.counts.unknown++
    if (!this.#inCode) this.#text.push(text ?? '\ufffd')
  }

  #sign(code: number): void {
    if (code === 0x13) this.#fields.push(false)
    else if (code === 0x14) {
      if (this.#fields.length > 0) this.#fields[this.#fields.length - 1] = true
    } else if (code === 0x15) this.#fields.pop()
    else if (code === 1 || code === 8) {
      if (!this.#inCode) this.counts.pictures++
    } else if (signs[code] !== undefined && !this.#inCode) this.#text.push(signs[code])
  }

  #mark(code: number, place: number): void {
    // A field does not reach over its paragraph, however it is damaged.
    if (code !== PAGE_BREAK) this.#fields = []
    this.#endParagraph(code, this.#kindAt(place))
  }

  #kindAt(place: number): ParagraphKind {
    const list = stretchAt(this.#paragraphs, place)?.list
    if (list === undefined || list.length === 0) return plainParagraph
    let kind = this.#kinds.get(list)
    if (kind === undefined) {
      kind = paragraphKind(list, (at) => this.#longList(at))
      this.#kinds.set(list, kind)
    }
    return kind
  }

  /** A list of properties in the data stream: its length, then the list. */
  #longList(at: number): Uint8Array {
    const { data } = this.#streams
    let list = this.#longer.get(at)
    if (list === undefined) {
      list =
        at + 2 <= data.length ? data.subarray(at + 2, at + 2 + (data[at]! | (data[at + 1]! << 8))) : new Uint8Array()
      this.#longer.set(at, list)
    }
    return list
  }

  #endParagraph(code: number, kind: ParagraphKind): void {
    const text = this.#text.join('')
    this.#text = []
    // A page break inside a paragraph is a line of its own only where there is text before it.
    if ((code === 0 || code === PAGE_BREAK) && text === '') return
    if (++this.#counted > limits.cells) {
      this.exceeded = true
      return
    }
    const level = Math.min(limits.nesting, code === CELL ? Math.max(1, kind.level) : kind.level)
    this.#closeTables(level)
    while (this.#tables.length < level) {
      this.#tables.push({ number: ++this.#tableCount, rows: [], cells: [], blocks: [] })
    }
    if (level === 0) this.#line++
    const table = this.#tables.at(-1)
    const source = { kind: 'text', line: Math.max(1, this.#line), column: 1 } as const
    const paragraph: Block = { kind: 'paragraph', text, source }
    if (table === undefined) {
      this.#body.push(paragraph)
      return
    }
    if (kind.endsRow) {
      if (text.trim() !== '') table.blocks.push(paragraph)
      this.#endRow(table, kind)
      return
    }
    table.blocks.push(paragraph)
    if (code === CELL || kind.endsInnerCell) {
      table.cells.push(table.blocks)
      table.blocks = []
    }
  }

  #endRow(table: OpenTable, { row }: ParagraphKind): void {
    if (table.blocks.length > 0) table.cells.push(table.blocks)
    if (table.cells.length > 0) table.rows.push({ cells: table.cells, shape: row })
    table.cells = []
    table.blocks = []
  }

  #closeTables(level: number): void {
    while (this.#tables.length > level) {
      const open = this.#tables.pop()!
      this.#endRow(open, plainParagraph)
      const { table, covered, shapeless } = tableOf(open.rows, open.number)
      this.counts.covered += covered
      this.counts.shapeless += shapeless
      const into = this.#tables.at(-1)?.blocks ?? this.#body
      if (table.cells.length > 0) into.push(table)
    }
  }
}
