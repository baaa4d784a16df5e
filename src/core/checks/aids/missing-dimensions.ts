/** Level-1 dimensions that the rules give points and the form has no row of: shared by A02 and C13. */

import type { Indicator, Level1 } from '../../model/index.ts'
import type { Edition } from '../../rulebook/edition.ts'
import { headingOf } from './indicator-class.ts'

/** What rows count as: satisfaction may stand under 效益, cost under 产出. */
function kindsOf(rows: readonly Indicator[]): ReadonlySet<Level1> {
  const kinds = new Set<Level1>()
  for (const row of rows) {
    const heading = headingOf(row)
    kinds.add(row.level1Kind)
    if (heading === 'satisfaction' || heading === 'cost' || heading === 'benefit') kinds.add(heading)
  }
  return kinds
}

/** Null where the form is of no such mould: frames with 投入 and 过程, headings that could not be read, nothing scored. */
export function missingDimensions(rows: readonly Indicator[], edition: Edition): Edition['blocks'] | null {
  const kinds = kindsOf(rows)
  if (rows.length === 0 || kinds.has('process') || kinds.has('input') || kinds.has('other')) return null
  return edition.blocks.filter((block) => block.elseTo === undefined && !block.kinds.some((kind) => kinds.has(kind)))
}
