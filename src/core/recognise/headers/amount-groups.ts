/** Headers that amounts stand below, and amounts that stand below none. */

import { amountHeader } from '../words.ts'
import type { Leaf } from './leaf-fields.ts'

/** Fields whose headers head amounts of their own, or a total with its parts. */
export const amountGroups: ReadonlySet<string> = new Set([
  'initialBudget',
  'budgeted.total',
  'executed.total',
  'received',
])

/** 资金总额 财政拨款 其他资金 below no group: what there is to spend. */
export function withBudget(leaves: readonly Leaf[]): readonly Leaf[] {
  if (leaves.some(({ field }) => amountGroups.has(field))) return leaves
  return leaves.map((leaf) => {
    const amount = leaf.field.startsWith('?') ? amountHeader(leaf.cells.at(-1)!.key) : null
    return amount === null ? leaf : { ...leaf, field: `budgeted.${amount}` }
  })
}
