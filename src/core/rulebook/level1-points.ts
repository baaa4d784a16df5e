/** Points that an edition gives to level-1 blocks, seen from one form. */

import { gather } from '../model/gather.ts'
import { Exact, type Level1 } from '../model/index.ts'
import type { Edition } from './edition.ts'
import { figureOf } from './figure.ts'

/**
 * Points of the entry that covers this kind, with those of optional blocks the form goes without; null where the edition
 * gives it none. Kinds that share an entry answer with the same points.
 */
export function level1Points(
  edition: Pick<Edition, 'blocks'>,
  kind: Level1,
  printed: ReadonlySet<Level1>,
): Exact | null {
  const own = edition.blocks.find(({ kinds }) => kinds.includes(kind))
  if (own === undefined) return null
  const inherited = gather(
    edition.blocks.filter(({ kinds }) => !kinds.some((other) => printed.has(other))),
    ({ elseTo }) => elseTo ?? [],
  ).filter(({ kind: heir }) => own.kinds.includes(heir))
  return Exact.sum([own.points, ...inherited.map(({ points }) => points)].map(figureOf))
}
