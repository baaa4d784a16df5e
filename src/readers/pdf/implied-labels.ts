/**
 * Labels that stand in the middle of the rows they are merged over, where no lines say over which: a column of them covers
 * its rows without a gap, so that each label's middle tells where it ends.
 */

export interface Slot {
  row: number
  rowEnd: number
  column: number
  columnEnd: number
}

/** Part of a row's height by which a label may stand off the middle of its rows. */
const OFF = 0.35
/** A column with so many of the rows filled holds no labels merged over rows. */
const DENSE = 0.8

interface Tile {
  readonly slot: Slot
  readonly row: number
  readonly rowEnd: number
}

/** The labels from row `first` on as tiles without a gap, as many as there are; none where they do not fit. */
function tilesFrom(first: number, labels: readonly Slot[], middle: (slot: Slot) => number, edges: readonly number[]) {
  const tiles: Tile[] = []
  let row = first
  for (const [index, slot] of labels.entries()) {
    if (slot.row < row) return tiles
    const wanted = 2 * middle(slot) - edges[row]!
    let rowEnd = row + 1
    while (rowEnd < edges.length - 1 && Math.abs(edges[rowEnd + 1]! - wanted) < Math.abs(edges[rowEnd]! - wanted))
      rowEnd++
    const height = (edges[rowEnd]! - edges[row]!) / (rowEnd - row)
    const next = labels[index + 1]
    const fits = Math.abs(edges[rowEnd]! - wanted) <= OFF * height && rowEnd >= slot.rowEnd
    if (!fits || (next !== undefined && next.row < rowEnd)) return tiles
    tiles.push({ slot, row, rowEnd })
    row = rowEnd
  }
  return tiles
}

/** The first column that most rows fill. */
function firstDense(slots: readonly Slot[], columns: number, from: number, to: number): number {
  for (let column = 0; column < columns; column++) {
    const filled = new Set<number>()
    for (const slot of slots) {
      if (slot.column > column || slot.columnEnd <= column || slot.rowEnd - slot.row > 1) continue
      if (slot.row >= from && slot.row < to) filled.add(slot.row)
    }
    if (filled.size >= (to - from) * DENSE) return column
  }
  return columns
}

/** Widens the labels at the left to the rows they stand for. `middle`: of a slot's text, in the frame of `edges`. */
export function widenLabels<T extends Slot>(
  slots: readonly T[],
  edges: readonly number[],
  columnCount: number,
  middle: (slot: T) => number,
): void {
  const rowCount = edges.length - 1
  const at = (slot: Slot): number => middle(slot as T)
  for (let head = 0; head + 2 < rowCount; head++) {
    const dense = firstDense(slots, columnCount, head + 1, rowCount)
    if (dense === 0 || dense >= columnCount - 1) continue
    // A row that fills the columns of labels, and the first of the others, heads the rows below it.
    const heads = slots.filter(
      ({ row, rowEnd, columnEnd }) => row === head && rowEnd === head + 1 && columnEnd <= dense,
    )
    const isHeaded = slots.some(({ row, column, columnEnd }) => row === head && column <= dense && columnEnd > dense)
    if (heads.length === 0 || !isHeaded) continue
    let widened = false
    for (const { column, columnEnd } of heads) {
      const labels = slots
        .filter((slot) => slot.row > head && slot.column >= column && slot.columnEnd <= columnEnd)
        .sort((a, b) => a.row - b.row)
      for (const { slot, row, rowEnd } of tilesFrom(head + 1, labels, at, edges)) {
        if (rowEnd - row > 1) widened = true
        slot.row = row
        slot.rowEnd = rowEnd
      }
    }
    if (widened) return
  }
}
