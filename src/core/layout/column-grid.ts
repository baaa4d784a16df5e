/**
 * The columns of a printed form. Every block of a form (facts, money, goals, indicators) has columns of its own, yet all
 * stand in one table: its columns are the stretches between the borders of all blocks, and a block's cell spans as many
 * of them as it needs. Borders that nearly meet are drawn as one, so that the table stays calm.
 */

/** Width of a whole form, in the units of `Grid.columnWidths`. */
export const fullWidth = 1000

/** Two borders nearer than this (in thousandths of the width) become one. */
const nearly = 14

export interface Span {
  readonly column: number
  readonly columnSpan: number
}

export interface ColumnGrid {
  /** Of each column of the table; they add up to `fullWidth`. */
  readonly widths: readonly number[]
  /** For each list of widths given, where each of its columns lies in the table. */
  readonly spans: readonly (readonly Span[])[]
}

/** Right borders of columns, scaled to the full width; each at least one unit after the one before. */
function bordersOf(widths: readonly number[]): number[] {
  const total = widths.reduce((sum, width) => sum + width, 0)
  let passed = 0
  let last = 0
  return widths.map((width, index) => {
    passed += width
    const left = widths.length - 1 - index
    last =
      left === 0 ? fullWidth : Math.min(fullWidth - left, Math.max(last + 1, Math.round((passed * fullWidth) / total)))
    return last
  })
}

/** The known border that is nearest to the wanted one, between the block's borders before and after it; else undefined. */
function nearestBorder(known: ReadonlySet<number>, wanted: number, after: number, before: number): number | undefined {
  for (let distance = 0; distance <= nearly; distance++) {
    for (const border of [wanted - distance, wanted + distance]) {
      if (border > after && border < before && known.has(border)) return border
    }
  }
  return undefined
}

/** Lays lists of relative widths into one set of columns; the list with most columns is taken as it is, the others lean on it. */
export function alignColumns(lists: readonly (readonly number[])[]): ColumnGrid {
  const wanted = lists.map(bordersOf)
  const order = wanted.map((_, index) => index).sort((a, b) => wanted[b]!.length - wanted[a]!.length || a - b)
  const known = new Set<number>([fullWidth])
  const drawn: number[][] = wanted.map(() => [])
  for (const index of order) {
    const borders = wanted[index]!
    let last = 0
    borders.forEach((border, at) => {
      // Half way to the block's next border, so that no column of the block is squeezed out.
      const next = borders[at + 1]
      const limit = next === undefined ? fullWidth + 1 : Math.max(border + 1, Math.ceil((border + next) / 2))
      last = nearestBorder(known, border, last, limit) ?? Math.max(border, last + 1)
      drawn[index]!.push(last)
    })
    for (const border of drawn[index]!) known.add(border)
  }
  const all = [...known].sort((a, b) => a - b)
  const columnAfter = new Map(all.map((border, index) => [border, index + 1]))
  return {
    widths: all.map((border, index) => border - (all[index - 1] ?? 0)),
    spans: drawn.map((borders) =>
      borders.map((border, index) => {
        const column = index === 0 ? 0 : columnAfter.get(borders[index - 1]!)!
        return { column, columnSpan: columnAfter.get(border)! - column }
      }),
    ),
  }
}
