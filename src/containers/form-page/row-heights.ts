/** How high a row must be for its wrapped text to show: spreadsheets do not fit the rows of merged cells by themselves. */

import { eastAsianWidth } from 'get-east-asian-width'

/** Room left and right of a text inside its cell, in points. */
const PADDING = 6
/** Line height as a share of the font size, for the Chinese fonts used here and those that stand in for them. */
const LINE = 1.32
const ABOVE_AND_BELOW = 5

/** Punctuation that may not begin a line: it takes the sign before it along. */
const NOT_FIRST = /[,。、;:!?)》】」』”’%‰℃,.;:!?)\]}]/

/** Width of a character in thousandths of the font size. */
function advanceOf(character: string): number {
  if (eastAsianWidth(character.codePointAt(0)!, { ambiguousAsWide: true }) === 2) return 1000
  return /[A-Z%@&]/.test(character) ? 700 : 540
}

/** What is to be known of a character, looked up once: forms are written with a few thousand, used over and over. */
interface Sign {
  readonly width: number
  /** May not begin a line. */
  readonly clings: boolean
  /** Part of a word that is not broken inside. */
  readonly wordly: boolean
}

const signs = new Map<string, Sign>()

function signOf(character: string): Sign {
  const known = signs.get(character)
  if (known !== undefined) return known
  const width = advanceOf(character)
  const sign = { width, clings: NOT_FIRST.test(character), wordly: width < 1000 && !/\s/.test(character) }
  signs.set(character, sign)
  return sign
}

/** Pieces that are not broken inside: a word of Latin letters and digits, or one Chinese character with the punctuation that clings to it. */
function piecesOf(line: string): number[] {
  const pieces: number[] = []
  let open = false
  for (const character of line) {
    const { width, clings, wordly } = signOf(character)
    if (pieces.length > 0 && ((wordly && open) || clings)) pieces[pieces.length - 1]! += width
    else pieces.push(width)
    open = wordly
  }
  return pieces
}

/** Width in points of the longest piece of a text that is not broken inside. */
export function widestPiece(text: string, fontSize: number): number {
  let widest = 0
  for (const line of text.split(/\r\n|[\n\r]/)) for (const piece of piecesOf(line)) widest = Math.max(widest, piece)
  return (widest * fontSize) / 1000 + PADDING
}

/** Number of lines a text takes in a cell of `width` points. */
export function linesOf(text: string, width: number, fontSize: number): number {
  // Fonts differ a little from one machine to the next: a few hundredths are kept in reserve.
  const room = Math.max(fontSize * 1000, (width - PADDING) * 970)
  let lines = 0
  for (const line of text.split(/\r\n|[\n\r]/)) {
    lines++
    let used = 0
    for (const piece of piecesOf(line)) {
      const size = piece * fontSize
      if (used > 0 && used + size > room) {
        lines++
        used = 0
      }
      used += size
      // A word longer than the line is broken where the line ends.
      while (used > room) {
        lines++
        used -= room
      }
    }
  }
  return lines
}

export function heightOf(lines: number, fontSize: number): number {
  return Math.ceil(lines * fontSize * LINE + ABOVE_AND_BELOW)
}

export interface Need {
  readonly row: number
  readonly rowSpan: number
  /** In points. */
  readonly height: number
}

/** Heights of all rows so that every cell has what it needs; what a merged cell lacks is shared among its rows. */
export function rowHeights(rowCount: number, least: number, needs: readonly Need[]): number[] {
  const heights = Array.from({ length: rowCount }, () => least)
  const bySpan = [...needs].sort((a, b) => a.rowSpan - b.rowSpan || a.row - b.row)
  for (const { row, rowSpan, height } of bySpan) {
    const end = Math.min(rowCount, row + rowSpan)
    let lack = height
    for (let at = row; at < end; at++) lack -= heights[at]!
    if (lack <= 0) continue
    const share = Math.ceil(lack / (end - row))
    for (let at = row; at < end; at++) heights[at]! += share
  }
  return heights
}
