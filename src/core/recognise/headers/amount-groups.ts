/** Headers that amounts stand below, and amounts that stand below none. */

import type { SourceCell } from '../source.ts'
import { amountHeader, isTaskName } from '../words.ts'
import type { Leaf } from './leaf-fields.ts'

/** Fields whose headers head amounts of their own, or a total with its parts. */
export const amountGroups: ReadonlySet<string> = new Set([
  'initialBudget',
  'budgeted.total',
  'executed.total',
  'received',
])

/** 基本支出 beside 合计 under 预算数: a column of its own, named by both; null where the cell is none. */
export function partOfSpending(group: string | null, stack: readonly SourceCell[]): string | null {
  const isPart = group !== null && amountGroups.has(group) && isTaskName(stack.at(-1)!.key)
  return isPart ? `?${stack.map(({ text }) => text).join('')}` : null
}

/** 资金总额 财政拨款 其他资金 below no group: what there is to spend. */
export function withBudget(leaves: readonly Leaf[]): readonly Leaf[] {
  if (leaves.some(({ field }) => amountGroups.has(field))) return leaves
  return leaves.map((leaf) => {
    const amount = leaf.field.startsWith('?') ? amountHeader(leaf.cells.at(-1)!.key) : null
    return amount === null ? leaf : { ...leaf, field: `budgeted.${amount}` }
  })
}

/** Sub-headers under money groups: 总额, 财政拨款 … as fields of the group. */
export function subAmount(group: string, key: string): string | null {
  const amount = amountHeader(key)
  if (amount === null) return null
  if (group === 'initialBudget') return amount === 'total' ? 'initialBudget' : null
  if (group === 'received') return amount === 'total' ? 'received' : null
  return `${group.split('.')[0]}.${amount}`
}
