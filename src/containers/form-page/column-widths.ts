/** Columns as wide as the layout says, and wide enough that no figure is broken in two. */

import type { Grid } from '../../core/model/index.ts'
import { widestPiece } from './row-heights.ts'

/** Fonts that stand in for others are wider: figures are given a fifth more. */
const RESERVE = 1.2
/** What is longer is no figure and no word that must stay whole, in points. */
const LONGEST = 100
/** No column gives away more than this part of its width. */
const KEPT = 0.6
const ROUNDS = 24

/** Columns from `from` to before `to` must come to `least` points together. */
interface Claim {
  readonly from: number
  readonly to: number
  readonly least: number
}

function claimsOf(grid: Grid, fontSize: number): readonly Claim[] {
  const claims = new Map<string, Claim>()
  for (const { column, columnSpan, text, style } of grid.cells) {
    if (text === '' || style?.role === 'title') continue
    const least = widestPiece(text, fontSize) * RESERVE
    if (least > LONGEST) continue
    const key = `${column} ${columnSpan}`
    const known = claims.get(key)
    if (known === undefined || known.least < least) claims.set(key, { from: column, to: column + columnSpan, least })
  }
  return [...claims.values()]
}

function sumOf(widths: readonly number[], { from, to }: Pick<Claim, 'from' | 'to'>): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += widths[at] ?? 0
  return sum
}

/** Widths in points that come to `room`. Where not all claims can be met each gives way a little. */
export function columnsOf(grid: Grid, room: number, fontSize: number): readonly number[] {
  const shares = grid.columnWidths ?? Array.from({ length: grid.columnCount }, () => 1)
  const total = Math.max(
    1,
    shares.reduce((sum, share) => sum + share, 0),
  )
  const asked = shares.map((share) => (share * room) / total)
  const claims = claimsOf(grid, fontSize).filter(({ from, to }) => to <= asked.length && to > from)
  if (claims.every((claim) => sumOf(asked, claim) >= claim.least)) return asked
  const widths = [...asked]
  for (let round = 0; round < ROUNDS; round++) {
    for (const claim of claims) {
      const sum = sumOf(widths, claim)
      if (sum >= claim.least || sum <= 0) continue
      for (let at = claim.from; at < claim.to; at++) widths[at]! *= claim.least / sum
    }
    const over = widths.reduce((sum, width) => sum + width, 0) - room
    if (over <= 0) break
    const spare = widths.map((width, at) => {
      const needed = claims.reduce((most, claim) => {
        if (at < claim.from || at >= claim.to) return most
        return Math.max(most, (width * claim.least) / sumOf(widths, claim))
      }, asked[at]! * KEPT)
      return Math.max(0, width - needed)
    })
    const spared = spare.reduce((sum, each) => sum + each, 0)
    if (spared <= 0) break
    const taken = Math.min(1, over / spared)
    spare.forEach((each, at) => {
      widths[at]! -= each * taken
    })
    if (taken < 1) break
  }
  const sum = widths.reduce((whole, width) => whole + width, 0)
  return widths.map((width) => (width * room) / sum)
}
