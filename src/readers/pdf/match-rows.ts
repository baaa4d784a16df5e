/** The lines of a column to the rows that they stand evenly around. */

import { LEVEL, STRETCH } from './line-groups.ts'
import { type Group, groupOf, type Piece } from './pieces.ts'

export interface PlacedGroup {
  readonly group: Group
  /** Numbers of the first row and the one after the last; null where no row is level with it. */
  row: number | null
  /** Nothing says for certain that it belongs there. */
  doubtful: boolean
}

const MOST_LINES = 40
const SKIPPED = 0.4
const ALONE = 3
const SPLIT = 0.05

/** Of a column's lines, which stand evenly around which row. `at`: middles of rows from the top. */
export function matchRows(
  pieces: readonly Piece[],
  at: readonly number[],
  size: number,
  leading: number,
): PlacedGroup[] {
  const lines = [...pieces].sort((a, b) => a.middle - b.middle || a.from - b.from)
  const [count, rows] = [lines.length, at.length]
  interface Step {
    cost: number
    from: number
    row: number
    kind: 'skip' | 'match' | 'alone'
  }
  // best[i][j]: the first i lines placed, the first j rows passed.
  const best: Step[][] = Array.from({ length: count + 1 }, () =>
    Array.from({ length: rows + 1 }, (): Step => ({ cost: Number.POSITIVE_INFINITY, from: 0, row: 0, kind: 'skip' })),
  )
  best[0]![0]!.cost = 0
  const take = (i: number, j: number, step: Step): void => {
    if (step.cost < best[i]![j]!.cost) best[i]![j] = step
  }
  for (let i = 0; i <= count; i++) {
    for (let j = 0; j <= rows; j++) {
      const { cost } = best[i]![j]!
      if (cost === Number.POSITIVE_INFINITY) continue
      if (j < rows) take(i, j + 1, { cost: cost + SKIPPED, from: i, row: j, kind: 'skip' })
      let bottom = Number.NEGATIVE_INFINITY
      let top = Number.POSITIVE_INFINITY
      for (let to = i + 1; to <= Math.min(count, i + MOST_LINES); to++) {
        const line = lines[to - 1]!
        const before = lines[to - 2]
        const pitch = to - 1 > i && before !== undefined ? line.middle - before.middle : 0
        if (pitch > STRETCH * 1.1 * leading) break
        if (to - 1 > i && line.isNumber && before!.isNumber) break
        top = Math.min(top, line.top)
        bottom = Math.max(bottom, line.bottom)
        const middle = (top + bottom) / 2
        const next = lines[to]
        const isSplit = next !== undefined && next.middle - line.middle <= STRETCH * leading
        const more = cost + (isSplit ? SPLIT : 0)
        take(to, j, { cost: more + ALONE, from: i, row: j, kind: 'alone' })
        if (j < rows) {
          const off = Math.abs(middle - at[j]!) / size
          if (off <= LEVEL) take(to, j + 1, { cost: more + off, from: i, row: j, kind: 'match' })
        }
      }
    }
  }
  let [i, j] = [count, rows]
  const placed: PlacedGroup[] = []
  while (i > 0 || j > 0) {
    const { from, row, kind } = best[i]![j]!
    if (kind !== 'skip') {
      const group = groupOf(lines.slice(from, i))
      placed.unshift({ group, row: kind === 'match' ? row : null, doubtful: kind === 'alone' })
    }
    if (kind !== 'alone') j = row
    i = from
  }
  return placed
}
