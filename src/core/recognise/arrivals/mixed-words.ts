/**
 * A header of two lines read across them: 参考 over 分值 comes out as 考值参分. The same signs in another order, where no word of a header
 * begins, are that word.
 */

import { indicatorHeaders } from '../../rulebook/words/index.ts'
import { mendedTo } from '../knowledge/mendable.ts'
import { keyOf, type SourceCell } from '../source.ts'

/** Shorter words have too few signs to be known by them. */
const SHORTEST = 4
const LONGEST = 8

const inOrder = (key: string): string => [...key].sort().join('')

const words: ReadonlyMap<string, string> = new Map(
  Object.values(indicatorHeaders)
    .flat()
    .filter((word) => word.length >= SHORTEST && word.length <= LONGEST)
    .map((word) => [inOrder(keyOf(word)), word]),
)

/** The header whose signs these are; null where there is none. */
function wordOf(key: string): string | null {
  return key.length < SHORTEST || key.length > LONGEST ? null : (words.get(inOrder(key)) ?? null)
}

/** How long such a word at a place of the key is, the longest first; 0 where none stands there. */
export function mixedLength(key: string, at: number): number {
  for (let length = LONGEST; length >= SHORTEST; length--) {
    if (at + length <= key.length && wordOf(key.slice(at, at + length)) !== null) return length
  }
  return 0
}

/** The header as it should be read; the key itself where it is none of them. */
export function unmixed(key: string): string {
  return wordOf(key) ?? key
}

/** The cell as the word that its signs make up; what was printed stays its text. */
export function unmixedCell(cell: SourceCell): SourceCell {
  const word = wordOf(cell.key)
  return word === null || keyOf(word) === cell.key ? cell : mendedTo(cell, word)
}
