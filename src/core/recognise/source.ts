/** The source as the recogniser sees it: rows of cells, each remembering where it stands in the user's file. */

import { gather } from '../model/gather.ts'
import type { Grid, GridCell, SourceSpan } from '../model/index.ts'
import { holdsMark, signTable } from '../model/sign-table.ts'
import { printedKey } from './printed-key.ts'
import { plainScript } from './script.ts'

export interface SourceCell {
  /** As printed, trimmed; line breaks inside the cell are closed up between Chinese characters, else a blank. */
  readonly text: string
  /** For matching: full-width forms and traditional characters folded, no white space at all. */
  readonly key: string
  /** Physical row, over all grids. */
  readonly row: number
  readonly column: number
  readonly rowSpan: number
  readonly columnSpan: number
  readonly source?: SourceSpan
  /** 0 to 1, where it was read from a picture; absent means certain. */
  readonly confidence?: number
  /** Other readings of a cell read from a picture, likeliest first. */
  readonly alternatives?: readonly string[]
  /** It may belong to another cell: only where it stands says that it does not. */
  readonly doubtful?: true
  /** Put together from its halves on two pages. */
  readonly overPages?: true
  /** The word of the field that a misread label or header is taken for; `key` is the key of this word then. */
  readonly mended?: string
  /** The source cells it was joined of; absent where it is one itself. */
  readonly joined?: readonly SourceCell[]
}

/** Two ways to read the same row, the one taken first: '分值 10、得分 10' or '指标值 10、完成值 10'. */
export interface Doubt {
  readonly taken: string
  readonly other: string
}

export interface SourceRow {
  readonly index: number
  /** Which grid it comes from. */
  readonly grid: number
  /** Non-empty cells, left to right. */
  readonly cells: readonly SourceCell[]
  /** Columns the row has, empty ones too; 0 for a blank row. */
  readonly width: number
  /** Column after the first cell that is empty yet present; used where blank cells matter. */
  readonly blanks: readonly number[]
  /** Cells where ink was seen and nothing could be read. */
  readonly lost?: readonly SourceCell[]
  /** Its signs were typed: nothing in it is suspected to be misread from a picture. */
  readonly typed?: true
  /** Its cells are not in the source: headers that prose has in words only. */
  readonly made?: true
  /** Put under its columns by what its cells hold, where the source has no borders. */
  readonly placed?: true
  /** It is a row of the table above it, whatever labels it begins with. */
  readonly item?: true
  /** Its cells can be shared out over the columns in another way too. */
  readonly doubt?: Doubt
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f“”‘’]/

export function isWide(character: string): boolean {
  return WIDE.test(character)
}

/** For matching: as `printedKey`, in simplified characters, pinyin in brackets dropped. */
export function keyOf(text: string): string {
  return plainScript(printedKey(text))
}

/** Joins two printed pieces as a line break inside a cell would: nothing between Chinese characters, else a blank. */
export function joinText(first: string, second: string): string {
  if (first === '') return second
  if (second === '') return first
  return isWide(first.at(-1)!) || isWide(second[0]!) ? first + second : `${first} ${second}`
}

const BLANK = /[\s\u200b\ufeff]/
const OUTER_BLANKS = /^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/g
const lineBreaks = signTable('\n\r\v\f\u2028\u2029')

function isBlankAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  // Most texts begin and end in a Han sign, a letter or a figure.
  return !(code > 0x20 && code < 0x7f) && !(code >= 0x4e00 && code <= 0x9fff) && BLANK.test(text[at]!)
}

/** A printed text without the white space of line breaks. */
export function printedText(text: string): string {
  if (text === '') return text
  const trimmed = isBlankAt(text, 0) || isBlankAt(text, text.length - 1) ? text.replace(OUTER_BLANKS, '') : text
  if (!holdsMark(trimmed, lineBreaks)) return trimmed
  return trimmed.split(/[ \t]*[\n\r\v\f\u2028\u2029]+[ \t]*/).reduce((joined, line) => joinText(joined, line), '')
}

/** Full-width letters, digits and punctuation as their ASCII forms, character by character: places stay the same. */
export function foldWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e]/g, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
}

/** Blanks between Chinese characters come from line breaks and scanning; they are no part of the text. */
export function cleanText(text: string): string {
  return holdsMark(text, innerBlanks) ? text.replace(CLOSED_UP, '$1') : text
}

const innerBlanks = signTable(' \t\u00a0\u3000')

const CLOSED_UP =
  /([\u2e80-\u9fff\u3001-\u303f\uff01-\uff5e,;:!?()\u201c\u201d])[ \t\u00a0\u3000]+(?=[\u2e80-\u9fff\u3001-\u303f\uff01-\uff5e,;:!?()\u201c\u201d])/g

/** Fields are written out for the cells of most files: an object made by spreading others costs much more. */
function sourceCell(cell: GridCell, row: number): SourceCell {
  const { column, rowSpan, columnSpan, source } = cell
  const text = printedText(cell.text)
  const key = keyOf(text)
  const { confidence, alternatives, doubtful, overPages } = cell
  if ((confidence ?? alternatives ?? doubtful ?? overPages) === undefined) {
    return source === undefined
      ? { text, key, row, column, rowSpan, columnSpan }
      : { text, key, row, column, rowSpan, columnSpan, source }
  }
  return {
    text,
    key,
    row,
    column,
    rowSpan,
    columnSpan,
    ...(source === undefined ? {} : { source }),
    ...(confidence === undefined ? {} : { confidence }),
    ...(alternatives === undefined ? {} : { alternatives: alternatives.map(printedText) }),
    ...(doubtful === undefined ? {} : { doubtful }),
    ...(overPages === undefined ? {} : { overPages }),
  }
}

/** In percent: an empty cell read with less than this is not empty, something stands there. */
const SEEN = 50

function isLost({ confidence, alternatives }: GridCell): boolean {
  return confidence !== undefined && (Math.round(confidence * 100) < SEEN || (alternatives?.length ?? 0) > 0)
}

/** A piece of a cell as a cell of its own, pointing at its place in the line; `at`: where in the cell's text it begins. */
export function pieceOf(cell: SourceCell, text: string, at: number): SourceCell {
  return cell.joined === undefined ? ownPiece(cell, text, at) : pieceOfJoined(cell, cell.joined, text, at)
}

/** A piece of a cell made of several: what it takes of each of them. */
function pieceOfJoined(whole: SourceCell, joined: readonly SourceCell[], text: string, at: number): SourceCell {
  const end = at + text.length
  const taken: SourceCell[] = []
  let from = 0
  for (const cell of joined) {
    from = whole.text.indexOf(cell.text, from)
    const [start, stop] = [Math.max(at - from, 0), Math.min(end - from, cell.text.length)]
    if (start < stop) taken.push(ownPiece(cell, cell.text.slice(start, stop), start))
    from += cell.text.length
  }
  const piece = joinCells(taken as [SourceCell, ...SourceCell[]])
  // What runs together over the end of a line has no blank there: 1 and 2.5 are 12.5.
  return taken.length < 2 ? piece : { ...piece, text: taken.map((part) => part.text).join('') }
}

function ownPiece(cell: SourceCell, text: string, at: number): SourceCell {
  const source =
    cell.source?.kind === 'text'
      ? { ...cell.source, column: cell.source.column + at, length: text.length }
      : cell.source
  const piece = { ...cell, text, key: keyOf(text), ...(source === undefined ? {} : { source }) }
  return cell.alternatives === undefined ? piece : withoutReadings(piece)
}

/** Other readings of a whole cell say nothing of a piece of it. */
export function withoutReadings({ alternatives: _other, ...cell }: SourceCell): SourceCell {
  return cell
}

/** How sure a joined cell is: as sure as its least sure piece; other readings are those of one piece at a time. */
function joinedDoubt(cells: readonly SourceCell[]): Pick<SourceCell, 'confidence' | 'alternatives'> {
  if (!cells.some((cell) => cell.confidence !== undefined)) return {}
  const confidence = cells.reduce((least, cell) => Math.min(least, cell.confidence ?? 1), 1)
  const alternatives = gather(cells, (cell, at) =>
    (cell.alternatives ?? []).map((other) =>
      cells.reduce((text, { text: own }, index) => joinText(text, index === at ? other : own), ''),
    ),
  )
  return alternatives.length === 0 ? { confidence } : { confidence, alternatives }
}

/** A cell made of several: the text joined, the place of the first. */
export function joinCells(cells: readonly [SourceCell, ...SourceCell[]]): SourceCell {
  const [first, ...rest] = cells
  if (rest.length === 0) return first
  const parts = [first.text]
  for (const next of rest) {
    const before = parts.at(-1)!
    if (before !== '' && next.text !== '' && !isWide(before.at(-1)!) && !isWide(next.text[0]!)) parts.push(' ')
    parts.push(next.text)
  }
  const text = parts.join('')
  const from = first.source
  const to = rest.at(-1)!.source
  const source =
    from?.kind === 'text' && to?.kind === 'text' && to.line !== from.line
      ? { ...from, endLine: to.endLine ?? to.line }
      : from
  const joined = gather(cells, (cell) => cell.joined ?? [cell])
  const isMended = cells.some((cell) => cell.mended !== undefined)
  const mended = isMended ? cells.reduce((said, cell) => joinText(said, cell.mended ?? cell.text), '') : undefined
  const whole = {
    ...first,
    text,
    key: keyOf(mended ?? text),
    joined,
    ...(source === undefined ? {} : { source }),
    ...(mended === undefined ? {} : { mended }),
  }
  return first.alternatives === undefined
    ? { ...whole, ...joinedDoubt(cells) }
    : { ...withoutReadings(whole), ...joinedDoubt(cells) }
}

/** All rows of all grids in one stream. Cells without text are left out; their columns still count in `width`. */
export function sourceRows(grids: readonly Grid[]): SourceRow[] {
  const rows: {
    index: number
    grid: number
    cells: SourceCell[]
    width: number
    blanks: number[]
    typed?: true
    lost?: SourceCell[]
  }[] = []
  grids.forEach((grid, gridIndex) => {
    const start = rows.length
    const isTyped = grid.signs === 'typed'
    for (let row = 0; row < grid.rowCount; row++) {
      const made = { index: start + row, grid: gridIndex, cells: [], width: 0, blanks: [] }
      rows.push(isTyped ? { ...made, typed: true } : made)
    }
    for (const cell of grid.cells) {
      const row = rows[start + cell.row]
      if (row === undefined || cell.row < 0) continue
      row.width = Math.max(row.width, cell.column + cell.columnSpan)
      const made = sourceCell(cell, row.index)
      if (made.text !== '') {
        row.cells.push(made)
        continue
      }
      row.blanks.push(cell.column)
      if (isLost(cell)) {
        row.lost ??= []
        row.lost.push(made)
      }
    }
  })
  for (const row of rows) if (!isInOrder(row.cells)) row.cells.sort((a, b) => a.column - b.column)
  return rows.some((row) => row.cells.length > WIDEST_ROW) ? gather(rows, splitWide) : rows
}

/** As nearly all readers hand them over. */
function isInOrder(cells: readonly SourceCell[]): boolean {
  for (let at = 1; at < cells.length; at++) if (cells[at - 1]!.column > cells[at]!.column) return false
  return true
}

/** No table is wider; a longer row is text that happens to hold separators, and is taken in pieces. */
const WIDEST_ROW = 500

function splitWide<R extends SourceRow>(row: R): SourceRow[] {
  const pieces: SourceRow[] = []
  for (let from = 0; from < row.cells.length || from === 0; from += WIDEST_ROW) {
    pieces.push({ ...row, cells: row.cells.slice(from, from + WIDEST_ROW) })
  }
  return pieces
}
