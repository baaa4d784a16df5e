/** What the network makes of some Chinese words is no word at all: one of their signs is rare, or hardly differs from another. */

import type { LineText } from './read-lines.ts'

/** What is read, and the word that is meant. */
const NO_WORDS: readonly (readonly [read: RegExp, meant: string])[] = [
  // To repair a building or a monument.
  [/修[茸聋聾莺蓉什]/g, '修葺'],
  // Money set aside; 拔 is to pull out.
  [/[拔披]款/g, '拨款'],
  // A target: 日标 stands only where a day ends before a standard, 31日标准.
  [/(?<=^|[度效体总期定。；;\s])日标/g, '目标'],
]

/** A word that is meant is no surer than this. */
const MEANT = 0.6

/** The text with the words that are meant. */
export function withWords(text: string): string {
  return NO_WORDS.reduce((made, [read, meant]) => made.replace(read, meant), text)
}

/** With the words that are meant, doubtful where none of its readings has them. */
export function mended(line: LineText): LineText {
  const text = withWords(line.text)
  if (text === line.text) return line
  const seen = line.alternatives.find((other) => other.text === text)
  const others = line.alternatives.filter((other) => other !== seen)
  return {
    ...line,
    text,
    confidence: seen === undefined ? Math.min(line.confidence, MEANT) : line.confidence,
    alternatives: [{ text: line.text, probability: MEANT }, ...others],
  }
}
