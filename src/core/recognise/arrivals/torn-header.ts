/**
 * Text whose columns were copied out of their order: the words of the header stand apart, among rows and names, so that nothing says
 * which figure is whose.
 */

import { gather } from '../../model/gather.ts'
import type { SourceCell, SourceRow } from '../source.ts'
import { indicatorHeader, isIndicatorHeaderWord } from '../words.ts'
import type { FlowItem } from './flow.ts'
import { indicatorRun } from './header-runs.ts'
import { wordsWithin } from './items.ts'

const LEVELS: ReadonlySet<string> = new Set(['level1', 'level2', 'name'])
const VALUES: ReadonlySet<string> = new Set(['target', 'actual', 'weight', 'score'])
const LEVEL_WORD = /^[一二三]级指标$/
/** So many levels apart from the rest of their header. */
const ENOUGH = 2

interface Apart {
  /** Words of a header that belong to none. */
  readonly words: readonly SourceCell[]
  /** There is a header all the same. */
  readonly isHeaded: boolean
}

function apartIn(items: readonly FlowItem[]): Apart {
  const words: SourceCell[] = []
  const headed = new Set<SourceCell>()
  items.forEach(({ cell }, index) => {
    if (cell === null || headed.has(cell)) return
    for (const word of indicatorRun(items, index) ?? []) headed.add(word)
    if (!headed.has(cell) && isIndicatorHeaderWord(cell.key)) words.push(cell)
  })
  return { words, isHeaded: headed.size > 0 }
}

/** Two levels that no header names stand outside of all headers: the rows are not those of one table any more. */
export function isTorn(items: readonly FlowItem[]): boolean {
  const { words, isHeaded } = apartIn(items)
  const apart = words.map(({ key }) => key).filter((key) => LEVEL_WORD.test(key))
  const all = gather(items, ({ cell }) => cell?.key ?? [])
  const countIn = (keys: readonly string[], key: string): number => keys.filter((one) => one === key).length
  const lost = [...new Set(apart)].filter((key) => countIn(apart, key) === countIn(all, key))
  return lost.length >= ENOUGH && (isHeaded || headsValues(words))
}

function headsValues(words: readonly SourceCell[]): boolean {
  return words.some(({ key }) => VALUES.has(indicatorHeader(key)!))
}

/** The words of a header in text that holds no whole header, where there are enough of them; else none. */
export function tornHeader(rows: readonly SourceRow[]): readonly SourceCell[] {
  const { words } = apartIn(wordsWithin(rows))
  const levels = new Set(words.map(({ key }) => indicatorHeader(key)!).filter((field) => LEVELS.has(field)))
  return levels.size >= ENOUGH && headsValues(words) ? words : []
}
