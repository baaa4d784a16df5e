/** Pieces of lines as they are drawn or seen → whole lines. */

/** A line across its axis at `at`, running from `from` to `to`. */
export interface Line {
  readonly at: number
  readonly from: number
  readonly to: number
}

/** Places closer than `tolerance` are one, at their mean; ascending. */
export function clustersOf(places: readonly number[], tolerance: number): number[] {
  const sorted = [...places].sort((a, b) => a - b)
  const means: number[] = []
  let cluster: number[] = []
  const finish = (): void => {
    if (cluster.length > 0) means.push(cluster.reduce((sum, at) => sum + at, 0) / cluster.length)
    cluster = []
  }
  for (const at of sorted) {
    if (cluster.length > 0 && (at - cluster.at(-1)! > tolerance || at - cluster[0]! > 2 * tolerance)) finish()
    cluster.push(at)
  }
  finish()
  return means
}

/** Pieces that lie in one line and meet, or leave a gap of at most `tolerance`, as one; by place, then from the left. */
export function joinCollinear(pieces: readonly Line[], tolerance: number): Line[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at)
  const made: Line[] = []
  let level: Line[] = []
  const finish = (): void => {
    made.push(...joinLevel(level, tolerance))
    level = []
  }
  for (const piece of sorted) {
    if (level.length > 0 && (piece.at - level.at(-1)!.at > tolerance || piece.at - level[0]!.at > 2 * tolerance))
      finish()
    level.push(piece)
  }
  finish()
  return made.sort((a, b) => a.at - b.at || a.from - b.from)
}

function joinLevel(level: readonly Line[], tolerance: number): Line[] {
  const made: Line[] = []
  let weight = 0
  for (const piece of [...level].sort((a, b) => a.from - b.from)) {
    const length = Math.max(piece.to - piece.from, Number.EPSILON)
    const last = made.at(-1)
    if (last === undefined || piece.from > last.to + tolerance) {
      made.push(piece)
      weight = length
      continue
    }
    // The place of the whole is that of its pieces by their lengths.
    const at = (last.at * weight + piece.at * length) / (weight + length)
    weight += length
    made[made.length - 1] = { at, from: last.from, to: Math.max(last.to, piece.to) }
  }
  return made
}
