/** Which layout of the rulebook a recognised form is printed in: the one whose ordered columns are the same. */

import type { FormKind, TaskColumn } from '../model/index.ts'
import type { Layout, LayoutBlock } from '../rulebook/layout.ts'
import { layouts } from '../rulebook/layouts/index.ts'
import type { Header } from './headers.ts'
import { keyOf } from './source.ts'
import { bareWord } from './words.ts'

function blockOf<K extends LayoutBlock['block']>(layout: Layout, kind: K): Extract<LayoutBlock, { block: K }> | null {
  return (layout.blocks.find(({ block }) => block === kind) ?? null) as Extract<LayoutBlock, { block: K }> | null
}

function taskColumnOf(field: string): string {
  return field.replace(/\..*$/, '')
}

/** How well the money columns agree, 0 to 1. */
function taskOverlap(layout: Layout, columns: readonly TaskColumn[]): number {
  const block = blockOf(layout, 'tasks')
  const own = new Set(block === null ? [] : block.columns.map((column) => taskColumnOf(column.field)))
  const theirs = new Set<string>(columns)
  const all = new Set([...own, ...theirs])
  if (all.size === 0) return 1
  return [...all].filter((column) => own.has(column) && theirs.has(column)).length / all.size
}

/** Share of the indicator columns headed by the very words of the layout, 0 to 1. */
function wordOverlap(block: Extract<LayoutBlock, { block: 'indicators' }>, header: Header): number {
  const printed = new Set(header.leaves.flatMap((leaf) => leaf.cells.map((cell) => bareWord(cell.key))))
  return block.columns.filter((column) => printed.has(bareWord(keyOf(column.header)))).length / block.columns.length
}

/** Null where no layout has these indicator columns in this order: the form is then known from its header words alone. */
export function fitLayout(
  kind: FormKind,
  header: Header | null,
  hasTasks: boolean,
  taskColumns: readonly TaskColumn[],
): string | null {
  if (header === null) return null
  const printed = header.leaves
    .map((leaf) => leaf.field)
    .filter((field) => field !== 'block')
    .join()
  let best: { id: string; score: number } | null = null
  for (const layout of layouts) {
    const block = blockOf(layout, 'indicators')
    if (block === null || block.columns.map((column) => column.field).join() !== printed) continue
    const score =
      (layout.kind === kind ? 2 : 0) +
      ((blockOf(layout, 'tasks') !== null) === hasTasks ? 1 : 0) +
      taskOverlap(layout, taskColumns) +
      wordOverlap(block, header) * 2
    if (best === null || score > best.score) best = { id: layout.id, score }
  }
  return best?.id ?? null
}
