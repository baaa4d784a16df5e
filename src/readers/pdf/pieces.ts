/** Lines of text → the pieces of them that stand apart: each may be a line of a cell of a table that draws no lines. */

import type { TextLine } from './cell-text.ts'
import type { Row } from './page-items.ts'
import type { Word } from './words.ts'

/** Pieces of one line that were shown apart, or stand further apart than words do, with a blank between them or without. */
const WORDS_APART = 0.6
const SHOWN_APART = 0.25
const BLANK_APART = 0.9

export function piecesOf(line: TextLine): TextLine[] {
  const pieces: Word[][] = []
  let before: Word | null = null
  let isBlank = false
  for (const word of line.words) {
    if (word.blank) {
      pieces.at(-1)?.push(word)
      isBlank = true
      continue
    }
    const gap = before === null ? 0 : word.box[0] - before.box[2]
    const apart = isBlank ? BLANK_APART : before !== null && word.run !== before.run ? SHOWN_APART : WORDS_APART
    isBlank = false
    if (before === null || gap > apart * word.size) pieces.push([word])
    else pieces.at(-1)!.push(word)
    before = word
  }
  return pieces.map((words): TextLine => {
    const inked = words.filter((word) => !word.blank)
    return { words, box: [inked[0]!.box[0], line.box[1], Math.max(...inked.map((word) => word.box[2])), line.box[3]] }
  })
}

/** A piece with its own place, whatever stands on its line. */
export interface Piece {
  readonly line: TextLine
  readonly text: string
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
  readonly middle: number
  /** A figure, with a unit of measure perhaps. */
  readonly isNumber: boolean
  /** Number of the line on the page that it stands on. */
  readonly lineNumber: number
}

const NUMBER = /^[-−(（]?[\d][\d,，]*(?:\.\d+)?[%％)）]?$/
/** Spaced heads stand so far apart at most, in heights of text: 指  标  值. */
const SPACED = 2.2
const MOST_SPACED = 8
/** Heads of neighbouring columns may stand as close as words. */
const CLOSE = 0.2

export function textOfPiece({ words }: TextLine): string {
  return words.map((word) => (word.blank ? '' : word.text)).join('')
}

const joinedLine = (lines: readonly TextLine[]): TextLine => ({
  words: lines.flatMap(({ words }) => words),
  box: [lines[0]!.box[0], lines[0]!.box[1], lines.at(-1)!.box[2], lines[0]!.box[3]],
})

/** One piece that is several heads, one beside the other. */
function partedHeads(line: TextLine, isHead: (text: string) => boolean): TextLine[] {
  if (isHead(textOfPiece(line))) return [line]
  const inked = line.words.filter((word) => !word.blank)
  const parts: Word[][] = []
  for (const word of inked) {
    const before = parts.at(-1)?.at(-1)
    if (before === undefined || word.box[0] - before.box[2] > CLOSE * word.size) parts.push([word])
    else parts.at(-1)!.push(word)
  }
  const heads: Word[][] = []
  for (let at = 0; at < parts.length; ) {
    let count = Math.min(MOST_SPACED, parts.length - at)
    while (
      count > 0 &&
      !isHead(
        parts
          .slice(at, at + count)
          .flat()
          .map(({ text }) => text)
          .join(''),
      )
    )
      count--
    if (count === 0) return [line]
    heads.push(parts.slice(at, at + count).flat())
    at += count
  }
  return heads.map((words) => ({ words, box: [words[0]!.box[0], line.box[1], words.at(-1)!.box[2], line.box[3]] }))
}

/** Heads whose signs are spaced are one piece each; heads that stand close are one each. */
function headPieces(line: TextLine, isHead: (text: string) => boolean): TextLine[] {
  const parts = piecesOf(line).flatMap((piece) => partedHeads(piece, isHead))
  const made: TextLine[] = []
  for (let at = 0; at < parts.length; at++) {
    const run = [parts[at]!]
    let best = 1
    for (let next = at + 1; next < parts.length && run.length < MOST_SPACED; next++) {
      const part = parts[next]!
      if (part.box[0] - run.at(-1)!.box[2] > SPACED * (part.box[3] - part.box[1])) break
      run.push(part)
      if (isHead(run.map(textOfPiece).join('')) && !run.every((one) => isHead(textOfPiece(one)))) best = run.length
    }
    made.push(best === 1 ? parts[at]! : joinedLine(run.slice(0, best)))
    at += best - 1
  }
  return made
}

/** `isHead` knows the words that head columns. */
export function placedPieces(rows: readonly Row[], isHead: (text: string) => boolean): Piece[] {
  return rows.flatMap((row, lineNumber) => {
    const whole = joinedLine([...row].sort((a, b) => a.box[0] - b.box[0]))
    return headPieces(whole, isHead).map((line): Piece => {
      const inked = line.words.filter((word) => !word.blank)
      const [top, bottom] = [Math.min(...inked.map(({ box }) => box[1])), Math.max(...inked.map(({ box }) => box[3]))]
      const text = textOfPiece(line)
      return {
        line,
        text,
        from: line.box[0],
        to: line.box[2],
        top,
        bottom,
        middle: (top + bottom) / 2,
        isNumber: NUMBER.test(text.replace(/\s/g, '')),
        lineNumber,
      }
    })
  })
}

/** Lines that are one cell. */
export interface Group {
  readonly pieces: readonly Piece[]
  readonly from: number
  readonly to: number
  readonly top: number
  readonly bottom: number
  readonly middle: number
}

/** Lines that are labels by their words, each with its label. */
export type LabelLines = ReadonlyMap<Piece, Group>

export function groupOf(pieces: readonly Piece[]): Group {
  const [top, bottom] = [Math.min(...pieces.map((one) => one.top)), Math.max(...pieces.map((one) => one.bottom))]
  return {
    pieces,
    from: Math.min(...pieces.map(({ from }) => from)),
    to: Math.max(...pieces.map(({ to }) => to)),
    top,
    bottom,
    middle: (top + bottom) / 2,
  }
}

export function shared(a: { from: number; to: number }, b: { from: number; to: number }): number {
  return Math.min(a.to, b.to) - Math.max(a.from, b.from)
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)] ?? 0
}
