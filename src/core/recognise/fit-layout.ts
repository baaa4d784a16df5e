/** Which layout of the rulebook a recognised form is printed in: the one whose ordered columns are the same. */

import { gather } from '../model/gather.ts'
import type { FormKind, FormStage, TaskColumn } from '../model/index.ts'
import type { Layout, LayoutBlock } from '../rulebook/layout.ts'
import { layouts } from '../rulebook/layouts/index.ts'
import type { Header } from './headers/headers.ts'
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

/** The indicator columns of a layout: their fields in order, and the words that head them. */
interface Columns {
  readonly layout: Layout
  readonly fields: string
  readonly words: readonly string[]
}

let known: readonly Columns[] | null = null

/** Made on first use. */
function allColumns(): readonly Columns[] {
  known ??= gather(layouts, (layout) => {
    const columns = blockOf(layout, 'indicators')?.columns
    if (columns === undefined) return []
    const words = columns.map((column) => bareWord(keyOf(column.header)))
    return [{ layout, fields: columns.map((column) => column.field).join(), words }]
  })
  return known
}

/** Share of the indicator columns headed by the very words of the layout, 0 to 1. */
function wordOverlap(words: readonly string[], header: Header): number {
  const printed = new Set(gather(header.leaves, (leaf) => leaf.cells.map((cell) => bareWord(cell.key))))
  return words.filter((word) => printed.has(word)).length / words.length
}

/** Null where no layout has these indicator columns in this order: the form is then known from its header words alone. */
export function fitLayout(
  { kind, stage }: { readonly kind: FormKind; readonly stage: FormStage | null },
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
  for (const { layout, fields, words } of allColumns()) {
    if (fields !== printed || (layout.stage ?? null) !== stage) continue
    const score =
      (layout.kind === kind ? 2 : 0) +
      ((blockOf(layout, 'tasks') !== null) === hasTasks ? 1 : 0) +
      taskOverlap(layout, taskColumns) +
      wordOverlap(words, header) * 2
    if (best === null || score > best.score) best = { id: layout.id, score }
  }
  return best?.id ?? null
}
