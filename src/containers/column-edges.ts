/** Column edges of the parts of a table: each page shows only those that its rows need, and may be shifted a little. */

import { nearest } from './lattice.ts'
import type { RuledTable } from './ruled-table.ts'

/** Left edges of all columns, and the right edge of the last. */
export function edgesOf(table: Pick<RuledTable, 'cells' | 'columnCount' | 'box'>): number[] {
  const sums = new Array<number>(table.columnCount + 1).fill(0)
  const counts = new Array<number>(table.columnCount + 1).fill(0)
  for (const { column, columnSpan, box } of table.cells) {
    for (const [edge, at] of [
      [column, box[0]],
      [column + columnSpan, box[0] + box[2]],
    ] as const) {
      sums[edge]! += at
      counts[edge]!++
    }
  }
  return sums.map((sum, edge) => sum / Math.max(1, counts[edge]!))
}

/** Points, and part of the width of a table, by which the same edge may differ from page to page. */
const TOLERANCE = 3
const TOLERANCE_PART = 0.008
/** A page scanned by itself: other scale, other place. */
const SCALE = 0.03
const SHIFT = 40
/** So much of the edges between must be the same. */
const AGREEING = 0.6
/** A page photographed by itself lies anywhere, and is not quite level: many edges must agree, less closely. */
const FAR = { scale: 0.08, shift: 150, part: 0.012, least: 4, agreeing: 0.8 } as const

interface Fit {
  /** The edges of the part in the frame of the table. */
  readonly edges: readonly number[]
  /** For each, the number of the edge that it is; -1: one that the table did not have. */
  readonly matches: readonly number[]
}

function toleranceOf(edges: readonly number[]): number {
  return Math.max(TOLERANCE, (edges.at(-1)! - edges[0]!) * TOLERANCE_PART)
}

/** Edges that are each other's nearest. */
function matchesOf(known: readonly number[], edges: readonly number[], tolerance: number): number[] {
  return edges.map((at, index) => {
    const best = nearest(known, at)
    return Math.abs(known[best]! - at) <= tolerance && nearest(edges, known[best]!) === index ? best : -1
  })
}

/** The edges stretched onto a table that lies elsewhere; null where they agree with too few of its own. */
function fitFar(known: readonly number[], edges: readonly number[]): Fit | null {
  const [left, right] = [edges[0]!, edges.at(-1)!]
  const width = known.at(-1)! - known[0]!
  const scale = width / (right - left)
  if (Math.abs(scale - 1) > FAR.scale || Math.abs(known.at(-1)! - right) > FAR.shift) return null
  const placed = edges.map((at) => known[0]! + (at - left) * scale)
  const matches = matchesOf(known, placed, width * FAR.part)
  const between = matches.slice(1, -1).filter((match) => match > 0).length
  const fewer = Math.min(known.length, matches.length) - 2
  return between >= FAR.least && between >= fewer * FAR.agreeing ? { edges: placed, matches } : null
}

function holds(known: readonly number[], matches: readonly number[]): boolean {
  const [first, last] = [matches[0]!, matches.at(-1)!]
  const end = known.length - 1
  const between = matches.slice(1, -1).filter((match) => match > 0).length
  const fewer = Math.min(known.length, matches.length) - 2
  if (first === 0 && last === end) return between >= fewer * AGREEING
  // Without its first columns, or its last (blank ones, whose outer border is not drawn), all others must be known.
  const lacking = first === 0 ? end - last : last === end ? first : Number.POSITIVE_INFINITY
  return lacking <= known.length / 2 && matches.length >= 4 && matches.every((match) => match >= 0)
}

/** How the edges of a part fit a table's (ascending); null where it is another table. */
export function continuesColumns(known: readonly number[], edges: readonly number[]): Fit | null {
  if (known.length < 2 || edges.length < 2) return null
  const tolerance = toleranceOf(known)
  const [left, right] = [edges[0]!, edges.at(-1)!]
  const scale = (known.at(-1)! - known[0]!) / (right - left)
  const tries = [(at: number) => at]
  if (Math.abs(known.at(-1)! - right) <= SHIFT) {
    if (Math.abs(scale - 1) <= SCALE) tries.push((at) => known[0]! + (at - left) * scale)
    tries.push((at) => at + known.at(-1)! - right)
  }
  if (Math.abs(known[0]! - left) <= SHIFT) {
    tries.push((at) => at + known[0]! - left)
  }
  let best: Fit | null = null
  let most = -1
  for (const place of tries) {
    const placed = edges.map(place)
    const matches = matchesOf(known, placed, tolerance)
    const agreeing = matches.filter((match) => match >= 0).length
    if (agreeing > most && holds(known, matches)) [best, most] = [{ edges: placed, matches }, agreeing]
  }
  return best ?? fitFar(known, edges)
}

/** All edges of a table, gathered part by part; each keeps the number it was given. */
export class UnionEdges {
  readonly #places: number[] = []

  values(): number[] {
    return [...this.#places].sort((a, b) => a - b)
  }

  at(number: number): number {
    return this.#places[number]!
  }

  /** The numbers of a part's edges. */
  add(edges: readonly number[]): number[] {
    const known = this.values()
    const fit = continuesColumns(known, edges)
    return edges.map((at, index) => {
      const match = fit?.matches[index] ?? -1
      if (match >= 0) return this.#places.indexOf(known[match]!)
      return this.#places.push(fit?.edges[index] ?? at) - 1
    })
  }

  /** By number: the place of the edge from the left. */
  order(): number[] {
    const sorted = this.values()
    return this.#places.map((at) => sorted.indexOf(at))
  }
}
