/** Level-1 blocks with the level-2 blocks under them, and what the sums say of points that no label prints. */

import { Exact, type ScoredBlock, type ScoredForm } from '../../model/index.ts'

export interface Family {
  readonly parent: ScoredBlock
  readonly children: readonly ScoredBlock[]
}

export function familiesOf(scored: ScoredForm): readonly Family[] {
  const level2 = scored.blocks.filter((block) => block.level === 2 && block.name !== '')
  return scored.blocks
    .filter((block) => block.level === 1)
    .map((parent) => {
      const rows = new Set(parent.rows)
      return { parent, children: level2.filter((block) => block.rows.some((row) => rows.has(row))) }
    })
}

/**
 * Where a block misses its points and no label prints those of the blocks under it: their sums rounded to whole points,
 * if these make up the block. Null where they do not, or where nothing is missed.
 */
export function wholePoints({ parent, children }: Family): readonly Exact[] | null {
  const points = parent.weight.printed ?? parent.weight.edition
  if (points === null || parent.weight.added.equals(points)) return null
  if (children.length < 2 || children.some((block) => block.weight.printed !== null)) return null
  const wholes = children.map((block) => block.weight.added.round(0))
  return Exact.sum(wholes).equals(points) ? wholes : null
}
