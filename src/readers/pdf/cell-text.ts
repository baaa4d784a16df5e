/** Words that stand in one place → its text, with the line breaks and blanks that a reader sees. */

import type { Extent } from './matrix.ts'
import { upright, type Word } from './words.ts'

/** Words of one line, from left to right. */
export interface TextLine {
  readonly words: readonly Word[]
  /** In the frame in which the text runs from left to right. */
  readonly box: Extent
}

const WIDE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f\u201c\u201d\u2018\u2019]/

function isWide(text: string | undefined): boolean {
  return text !== undefined && WIDE.test(text)
}

/** Gaps, in parts of the height of the characters, from which a blank stands there though none is written. */
const LATIN_GAP = 0.19
const MIXED_GAP = 0.5
const WIDE_GAP = 1.4

function spaceBetween(before: Word, after: Word): boolean {
  const gap = upright(after.box, after.angle)[0] - upright(before.box, before.angle)[2]
  const size = Math.max(before.size, after.size)
  const [left, right] = [isWide(before.text.at(-1)), isWide(after.text[0])]
  return gap > size * (left && right ? WIDE_GAP : left || right ? MIXED_GAP : LATIN_GAP)
}

/** Words → lines, by their place alone; blanks stay among them. */
export function linesOf(words: readonly Word[]): TextLine[] {
  const placed = words.map((word) => ({ word, box: upright(word.box, word.angle) }))
  placed.sort((a, b) => a.box[1] + a.box[3] - b.box[1] - b.box[3] || a.box[0] - b.box[0])
  const lines: { words: { word: Word; box: Extent }[]; top: number; bottom: number }[] = []
  for (const piece of placed) {
    const [, top, , bottom] = piece.box
    // A raised sign (m², a footnote) lies within the line, though its middle is higher.
    const line = lines.slice(-NEAR_LINES).findLast((candidate) => {
      const shared = Math.min(candidate.bottom, bottom) - Math.max(candidate.top, top)
      return shared > Math.min(candidate.bottom - candidate.top, bottom - top) * SAME_LINE
    })
    if (line === undefined) {
      lines.push({ words: [piece], top, bottom })
      continue
    }
    line.words.push(piece)
    if (bottom - top > line.bottom - line.top) [line.top, line.bottom] = [top, bottom]
  }
  return lines.map((line) => {
    line.words.sort((a, b) => a.box[0] - b.box[0])
    const box = line.words.reduce<Extent>(
      (all, { box: [x1, y1, x2, y2] }) => [
        Math.min(all[0], x1),
        Math.min(all[1], y1),
        Math.max(all[2], x2),
        Math.max(all[3], y2),
      ],
      [Infinity, Infinity, -Infinity, -Infinity],
    )
    return { words: line.words.map(({ word }) => word), box }
  })
}

const SAME_LINE = 0.5
/** Words come by their middles: a line that lies further back is another. */
const NEAR_LINES = 4

/** A line as printed; blanks at its ends are dropped. */
export function textOfLine({ words }: TextLine): string {
  let text = ''
  let before: Word | null = null
  let blank = false
  for (const word of words) {
    if (word.blank) {
      blank = true
      continue
    }
    if (before !== null && (blank || spaceBetween(before, word))) text += ' '
    text += word.text
    before = word
    blank = false
  }
  return text
}

/** The end of a line that no blank parts, and its width; likewise the beginning of the next. */
function tail({ words }: TextLine): readonly [string, number] {
  const last = words.at(-1)
  if (last === undefined || last.blank) return ['', 0]
  let text = ''
  let left = upright(last.box, last.angle)[2]
  const right = left
  for (let index = words.length - 1; index >= 0 && !words[index]!.blank; index--) {
    const word = words[index]!
    const from = [...word.text].findLastIndex((character) => isWide(character)) + 1
    const characters = [...word.text]
    const [x1, , x2] = upright(word.box, word.angle)
    text = characters.slice(from).join('') + text
    left = x1 + ((x2 - x1) * from) / Math.max(1, characters.length)
    if (from > 0) break
    if (index > 0 && spaceBetween(words[index - 1]!, word)) break
  }
  return [text, right - left]
}

function head({ words }: TextLine): readonly [string, number] {
  const first = words.find((word) => !word.blank)
  if (first === undefined) return ['', 0]
  const characters = [...first.text]
  const end = characters.findIndex((character) => isWide(character))
  const count = end < 0 ? characters.length : end
  const [x1, , x2] = upright(first.box, first.angle)
  return [characters.slice(0, count).join(''), ((x2 - x1) * count) / Math.max(1, characters.length)]
}

/**
 * Was the line broken inside a word (a number in a narrow cell)? So it was where both halves together are wider than
 * the place: had they stood apart, the second would have begun the next line anyway, and no half been left behind.
 */
function brokenWord(line: TextLine, next: TextLine, width: number): boolean {
  const [end, endWidth] = tail(line)
  const [start, startWidth] = head(next)
  if (end === '' || start === '') return false
  // 185.327 and 4万元: decimals that fill their line go on in the next.
  const goesOn = /\d\.\d+$/.test(end) && /^\d+$/.test(start) && endWidth > width * MOST_OF_LINE
  return goesOn || endWidth + startWidth > width
}

const MOST_OF_LINE = 0.7

/** The text of a cell. `width`: of the place, less its padding, as its text runs. */
export function textOf(words: readonly Word[], width: (angle: number) => number): string {
  const angles = [...new Set(words.filter((word) => !word.blank).map((word) => word.angle))]
  const texts = angles.map((angle) => {
    const lines = linesOf(words.filter((word) => word.angle === angle)).filter(({ words: all }) =>
      all.some((word) => !word.blank),
    )
    let text = ''
    lines.forEach((line, index) => {
      const before = lines[index - 1]
      if (before !== undefined && !brokenWord(before, line, width(angle))) text += '\n'
      text += textOfLine(line)
    })
    return text
  })
  return texts.join('\n')
}
