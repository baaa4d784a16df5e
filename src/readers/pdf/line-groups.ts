/** How lines of text stand to one another: level with a row, or as close as the lines of one cell. */

import { type Group, groupOf, type LabelLines, type Piece } from './pieces.ts'

/** Heights of text by which middles of one row differ. */
export const LEVEL = 0.4
/** Lines of one cell stand up to so many times the usual distance apart. */
export const STRETCH = 1.15
const LEADING = [0.9, 2.2] as const
export const USUAL_LEADING = 1.4

/** How far the lines of a wrapped text are apart. */
export function leadingOf(columns: readonly (readonly Piece[])[], size: number): number {
  const pitches = columns.flatMap((pieces) => {
    const sorted = [...pieces].sort((a, b) => a.middle - b.middle)
    return sorted.slice(1).flatMap((piece, index) => {
      const before = sorted[index]!
      const pitch = piece.middle - before.middle
      const isText = !piece.isNumber && !before.isNumber
      return isText && pitch >= LEADING[0] * size && pitch <= LEADING[1] * size ? [pitch] : []
    })
  })
  pitches.sort((a, b) => a - b)
  return pitches[Math.floor(pitches.length / 20)] ?? USUAL_LEADING * size
}

/** Lines of a column that stand as close as lines of a cell do; a label known by its words goes on in no other. */
export function closeGroups(pieces: readonly Piece[], leading: number, labels: LabelLines): Group[] {
  const groups: Piece[][] = []
  for (const piece of [...pieces].sort((a, b) => a.middle - b.middle || a.from - b.from)) {
    const last = groups.at(-1)?.at(-1)
    const pitch = last === undefined ? Number.POSITIVE_INFINITY : piece.middle - last.middle
    const label = labels.get(piece)
    const isOne =
      last !== undefined &&
      (label === undefined
        ? pitch <= STRETCH * leading && !(piece.isNumber && last.isNumber)
        : labels.get(last) === label)
    if (isOne) groups.at(-1)!.push(piece)
    else groups.push([piece])
  }
  return groups.map(groupOf)
}
