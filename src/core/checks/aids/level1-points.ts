/** The points that level-1 blocks must have, as the form prints them and as the edition fixes them. */

import { gather } from '../../model/gather.ts'
import { Exact, type Level1, type ScoredBlock, type ScoredForm } from '../../model/index.ts'
import type { Edition } from '../../rulebook/edition.ts'

/** The level-1 blocks that share one entry of the edition's split. */
export interface EditionBlock {
  readonly blocks: readonly [ScoredBlock, ...ScoredBlock[]]
  /** With the points of absent blocks that go to this one. */
  readonly points: Exact
}

function level1Blocks(scored: ScoredForm): readonly ScoredBlock[] {
  return scored.blocks.filter((block) => block.level === 1)
}

/** Blocks whose points the form prints in their label. */
export function printedBlocks(scored: ScoredForm): readonly { readonly block: ScoredBlock; readonly points: Exact }[] {
  return gather(level1Blocks(scored), (block) =>
    block.weight.printed === null ? [] : [{ block, points: block.weight.printed }],
  )
}

/** The edition's split over the blocks that are there. */
export function editionBlocks(scored: ScoredForm, edition: Edition): readonly EditionBlock[] {
  const blocks = level1Blocks(scored)
  const present = (kinds: readonly Level1[]) => blocks.filter((block) => kinds.includes(block.level1Kind))
  const absent = edition.blocks.filter((entry) => present(entry.kinds).length === 0)
  return gather(edition.blocks, (entry) => {
    const [first, ...others] = present(entry.kinds)
    if (first === undefined) return []
    const inherited = gather(absent, (other) => other.elseTo ?? []).filter((share) => entry.kinds.includes(share.kind))
    const points = Exact.sum([entry, ...inherited].map((each) => Exact.of(each.points.value)))
    return [{ blocks: [first, ...others] as const, points }]
  })
}
