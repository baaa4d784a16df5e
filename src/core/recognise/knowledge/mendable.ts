/** What mending of words shares: which cells may be mended, by which list, and what a mended cell is. */

import { gather } from '../../model/gather.ts'
import { keyOf, type SourceCell } from '../source.ts'
import { bareWord } from '../words.ts'
import type { WordList } from './nearest-word.ts'

export function wordsOf(
  ...tables: readonly (readonly string[] | Readonly<Partial<Record<string, readonly string[]>>>)[]
): string[] {
  return gather(tables, (table) => (Array.isArray(table) ? table : Object.values(table).flat())) as string[]
}

/** What stands behind the word itself: (50分), (万元), (B/A); also 万元) whose bracket was lost. */
export function tailOf(key: string): string {
  return /[([【].*$|\d+(?:\.\d+)?分$|[亿万千]?元[)\]】]$/.exec(key)?.[0] ?? ''
}

/** A sign or two behind the closing bracket are specks; one that was never opened was. */
function withoutSpecks(tail: string): string {
  const bare = tail.replace(/([)\]】])[^\p{L}\p{N}()]{1,2}$/u, '$1')
  return /^[^([【]*元[)\]】]$/.test(bare) ? `(${bare}` : bare
}

/** Another reading that is a word of the field, else the nearest word; null where neither tells. */
export function wordFor(cell: SourceCell, list: WordList, isKnown: (key: string) => boolean): string | null {
  for (const other of cell.alternatives ?? []) if (isKnown(keyOf(other))) return other
  const tail = tailOf(cell.key)
  const word = list.nearest(bareWord(cell.key.slice(0, cell.key.length - tail.length)))
  return word === null ? null : word + withoutSpecks(tail)
}

export function mendedTo(cell: SourceCell, word: string): SourceCell {
  return { ...cell, key: keyOf(word), mended: word }
}

/** Read by a machine from a picture. */
export function isRead(cell: SourceCell): boolean {
  return cell.confidence !== undefined
}

const HAN = /[\u4e00-\u9fff]/

export function isMendable(cell: SourceCell): boolean {
  return isRead(cell) && cell.key.length <= 24 && HAN.test(cell.key)
}
