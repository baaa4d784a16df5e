/**
 * Columns of a table without lines, from page to page: each page shows only between which places its columns part, so that
 * an edge is where the corridors of all pages meet.
 */

/** Where two columns part: nothing stands between these places. */
export interface Corridor {
  readonly from: number
  readonly to: number
}

interface Known {
  from: number
  to: number
  readonly edge: number
}

/** So much of the corridors of a part must be known. */
const AGREEING = 0.6
/** Points by which texts of one column may begin apart, and by which a page's texts may reach out further. */
const TOLERANCE = 3
const RAGGED = 150

/** The columns of the parts read so far. */
export class AlignedColumns {
  readonly #left: number
  readonly #right: number
  readonly #known: Known[]

  /** `edges`: of the first part, from its left end to its right one, with the corridors of those between. */
  constructor(edges: readonly number[], corridors: readonly Corridor[]) {
    this.#left = edges[0]!
    this.#right = edges.at(-1)!
    this.#known = corridors.map(({ from, to }, index) => ({ from, to, edge: edges[index + 1]! }))
  }

  /** The edges of a part among those of the table; null where it is another table. */
  take(edges: readonly number[], corridors: readonly Corridor[]): number[] | null {
    const [left, right] = [edges[0]!, edges.at(-1)!]
    if (right > this.#right + RAGGED || left < this.#left - RAGGED) return null
    const matches = corridors.map((corridor) => this.#meeting(corridor))
    const agreeing = new Set(matches.filter((match) => match !== null)).size
    if (agreeing === 0 || agreeing < Math.min(corridors.length, this.#known.length) * AGREEING) return null
    const taken = new Set<Known>()
    const between = corridors.map((corridor, index) => {
      const match = matches[index]!
      if (match === null || taken.has(match)) {
        this.#known.push({ ...corridor, edge: edges[index + 1]! })
        return edges[index + 1]!
      }
      taken.add(match)
      match.from = Math.max(match.from, corridor.from)
      match.to = Math.min(match.to, corridor.to)
      return match.edge
    })
    this.#known.sort((a, b) => a.edge - b.edge)
    return [this.#leftOf(left, between[0]!), ...between, Math.max(this.#right, between.at(-1)! + TOLERANCE)]
  }

  #meeting({ from, to }: Corridor): Known | null {
    let best: Known | null = null
    let most = 0
    for (const one of this.#known) {
      const shared = Math.min(one.to, to) - Math.max(one.from, from)
      if (shared > most) [best, most] = [one, shared]
    }
    return best
  }

  /** Columns at the left that the page does not show end before its first text. */
  #leftOf(left: number, next: number): number {
    const before = this.#known.filter(({ to, edge }) => to <= left + TOLERANCE && edge < next - TOLERANCE)
    return before.at(-1)?.edge ?? Math.min(this.#left, left)
  }
}
