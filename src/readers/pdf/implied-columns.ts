/** Texts of rows → the columns of their table: what stands apart in any row is parted, by as few edges as will do. */

import type { Corridor } from '../../containers/aligned-columns.ts'
import type { ImpliedRows } from './implied-rows.ts'

/** Columns stand this far apart at least, in heights of text. */
const CORRIDOR = 0.3
/** So far apart in a single row, nothing else speaks for two columns. */
const ALONE = 1.2

interface Extent {
  from: number
  to: number
}

/** By row, what is covered of the width, from the left. */
export function coveredIn({ edges, placed }: ImpliedRows): Extent[][] {
  return Array.from({ length: edges.length - 1 }, (_, row) => {
    const within = placed
      .filter((one) => one.row <= row && row < one.rowEnd)
      .map(({ chunk: { from, to } }): Extent => ({ from, to }))
      .sort((a, b) => a.from - b.from)
    const joined: Extent[] = []
    for (const extent of within) {
      const last = joined.at(-1)
      if (last !== undefined && extent.from < last.to) last.to = Math.max(last.to, extent.to)
      else joined.push(extent)
    }
    return joined
  })
}

/** Where the columns part, from the left. `size`: height of text. */
export function corridorsIn(rows: ImpliedRows, size: number): Corridor[] {
  const covered = coveredIn(rows)
  const left = Math.min(...covered.flatMap(([first]) => (first === undefined ? [] : [first.from])))
  const firstEnd = Math.min(...covered.flatMap(([first]) => (first === undefined ? [] : [first.to])))
  const gaps = covered.flatMap((extents) => {
    const between = extents.slice(1).map((extent, index): Corridor => ({ from: extents[index]!.to, to: extent.from }))
    // A row that begins where the text of another has ended lacks a column.
    const [first] = extents
    if (first !== undefined && first.from > firstEnd) between.push({ from: left, to: first.from })
    return between.filter(({ from, to }) => to - from > CORRIDOR * size)
  })
  const corridors: Corridor[] = []
  let open = gaps.sort((a, b) => a.to - b.to)
  while (open.length > 0) {
    const end = open[0]!.to
    const parted = open.filter(({ from }) => from < end)
    const begin = Math.max(...parted.map(({ from }) => from))
    open = open.filter(({ from }) => from >= end)
    if (parted.length > 1 || end - begin > ALONE * size) corridors.push({ from: begin, to: end })
  }
  return corridors
}
