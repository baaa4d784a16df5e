/** The rows of a head that has labels beside their values. */

import { LEVEL, leadingOf, STRETCH, USUAL_LEADING } from './line-groups.ts'
import { type Group, groupOf, median, type Piece, shared } from './pieces.ts'

/** Rows of labels with their values: what stands level is a row; wrapped texts stand evenly around their label. */
export function rowsOfPairs(pieces: readonly Piece[], size: number): Group[][] {
  const beside = (piece: Piece): boolean =>
    pieces.some((other) => other !== piece && Math.abs(other.middle - piece.middle) <= LEVEL * size)
  const level = pieces.filter(beside)
  const single = pieces.filter((piece) => !level.includes(piece))
  const leading = leadingOf([single], size)
  const columns: Piece[][] = []
  for (const piece of [...single].sort((a, b) => a.middle - b.middle)) {
    const own = columns.find((column) => {
      const last = column.at(-1)!
      return (
        Math.min(last.to, piece.to) - Math.max(last.from, piece.from) > 0 &&
        piece.middle - last.middle <= STRETCH * leading
      )
    })
    if (own === undefined) columns.push([piece])
    else own.push(piece)
  }
  const groups = [...aroundOthers(level, size), ...columns.map(groupOf)]
  const rows: Group[][] = []
  for (const group of groups.sort((a, b) => a.middle - b.middle)) {
    const open = rows.at(-1)
    if (open !== undefined && Math.abs(median(open.map(({ middle }) => middle)) - group.middle) <= LEVEL * 1.5 * size)
      open.push(group)
    else rows.push([group])
  }
  return rows
}

/** Labels of two lines each, with values of one between them. */
function aroundOthers(level: readonly Piece[], size: number): Group[] {
  const groups: Group[] = []
  const taken = new Set<Piece>()
  for (const piece of [...level].sort((a, b) => a.middle - b.middle)) {
    if (taken.has(piece)) continue
    taken.add(piece)
    const next = level.find((other) => {
      const pitch = other.middle - piece.middle
      return (
        !taken.has(other) && pitch > size * 0.8 && pitch < size * USUAL_LEADING * STRETCH && shared(piece, other) > 0
      )
    })
    const half = next === undefined ? 0 : (piece.middle + next.middle) / 2
    const isBetween =
      next !== undefined &&
      level.some((other) => Math.abs(other.middle - half) < size * 0.25 && shared(other, groupOf([piece, next])) <= 0)
    if (next !== undefined && isBetween) taken.add(next)
    groups.push(groupOf(next !== undefined && isBetween ? [piece, next] : [piece]))
  }
  return groups
}
