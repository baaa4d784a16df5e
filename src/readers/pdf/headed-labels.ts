/** Labels that stand in the middle of the rows they are merged over, where no lines say over which. */

import type { Group } from './pieces.ts'

export interface Tile {
  readonly group: Group
  readonly row: number
  readonly rowEnd: number
  readonly doubtful: boolean
}

/** What a row without a label costs, in squares of a row's height by which a label stands off its middle. */
const BARE = 0.12
/** Off the middle by more than this part of a row's height, a label may belong elsewhere. */
const DOUBT = 0.35

/** Points between the upper edge of a cell and its text. */
const PADDING = 4

/**
 * The rows of each label, from the top; they never meet. `edges`: of the rows. `from`: the first row that may have one. `breaks`:
 * numbers of rows with which a page begins: browsers print the label of a cell that a page break cuts at its upper edge.
 */
export function tilesOf(
  labels: readonly Group[],
  edges: readonly number[],
  from: number,
  breaks: readonly number[],
): Tile[] {
  const rows = edges.length - 1
  const count = labels.length
  const height = (edges[rows]! - edges[from]!) / Math.max(1, rows - from)
  const off = (label: Group, row: number, rowEnd: number): number => {
    const middle = Math.abs(label.middle - (edges[row]! + edges[rowEnd]!) / 2)
    if (!breaks.some((at) => row < at && at < rowEnd)) return middle / height
    const above = label.middle - (label.bottom - label.top) / 2 - edges[row]!
    return Math.min(middle, Math.max(0, Math.abs(above) - PADDING)) / height
  }
  interface Step {
    cost: number
    row: number
    label: boolean
  }
  const best: Step[][] = Array.from({ length: count + 1 }, () =>
    Array.from({ length: rows + 1 }, (): Step => ({ cost: Number.POSITIVE_INFINITY, row: 0, label: false })),
  )
  best[0]![from]!.cost = 0
  for (let index = 0; index <= count; index++) {
    for (let row = from; row <= rows; row++) {
      const { cost } = best[index]![row]!
      if (cost === Number.POSITIVE_INFINITY) continue
      const take = (i: number, r: number, more: number, label: boolean): void => {
        if (cost + more < best[i]![r]!.cost) best[i]![r] = { cost: cost + more, row, label }
      }
      if (row < rows) take(index, row + 1, BARE, false)
      const label = labels[index]
      if (label === undefined) continue
      for (let rowEnd = row + 1; rowEnd <= rows; rowEnd++) take(index + 1, rowEnd, off(label, row, rowEnd) ** 2, true)
    }
  }
  const tiles: Tile[] = []
  let [index, rowEnd] = [count, rows]
  // More labels than rows: each at the row it stands nearest to.
  if (best[count]![rows]!.cost === Number.POSITIVE_INFINITY)
    return labels.map((group) => nearestTile(group, edges, from))
  while (index > 0 || rowEnd > from) {
    const { row, label } = best[index]![rowEnd]!
    if (label) {
      index--
      const group = labels[index]!
      tiles.unshift({ group, row, rowEnd, doubtful: off(group, row, rowEnd) > DOUBT })
    }
    rowEnd = row
  }
  return tiles
}

function nearestTile(group: Group, edges: readonly number[], from: number): Tile {
  let row = Math.min(from, edges.length - 2)
  const middleOf = (at: number): number => (edges[at]! + edges[at + 1]!) / 2
  for (let at = row + 1; at < edges.length - 1; at++)
    if (Math.abs(middleOf(at) - group.middle) < Math.abs(middleOf(row) - group.middle)) row = at
  return { group, row, rowEnd: row + 1, doubtful: true }
}
