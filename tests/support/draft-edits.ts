/** Random changes of drafts, for properties that hold whatever people do. */

import {
  type Block,
  blocks,
  columnsOf,
  type Draft,
  type Edit,
  headColumns,
  headRow,
} from '../../src/core/draft/index.ts'
import type { Random } from './random.ts'

/** A source of row ids: r1, r2 … */
export function counter(prefix = 'r'): () => string {
  let last = 0
  return () => `${prefix}${++last}`
}

const texts = [
  '',
  '≥60人',
  '12月15日前',
  '100%',
  '基本达成预期指标',
  '不适用',
  '95.5',
  '4.98',
  '优',
  '产出指标(50分)',
  '其中:甲',
  '2023年度',
  '万元',
  '-',
]

function someBlock(random: Random, draft: Draft): Block | null {
  const filled = blocks.filter((block) => draft[block].length > 0)
  return filled.length === 0 ? null : random.pick(filled)
}

function place(random: Random, draft: Draft, block: Block): string | null {
  const at = random.int(0, draft[block].length)
  return at === 0 ? null : draft[block][at - 1]!.id
}

/** A change that fits the draft as it stands. */
export function randomEdit(random: Random, draft: Draft, newId: () => string): Edit {
  const block = someBlock(random, draft)
  if (block === null || random.chance(10)) {
    const column = random.pick(headColumns)
    return { kind: 'cell', row: headRow, column, from: draft.head.cells[column] ?? '', to: random.pick(texts) }
  }
  const rows = draft[block]
  const index = random.int(0, rows.length - 1)
  const row = rows[index]!
  const above = rows[index - 1]?.id ?? null
  const choice = random.int(0, 9)
  if (choice === 0) return { kind: 'delete', block, after: above, row }
  if (choice === 1) {
    const cells = Object.fromEntries(
      columnsOf(block)
        .flatMap((column) => (random.chance(30) ? [[column, random.pick(texts)]] : []))
        .filter(([, text]) => text !== ''),
    )
    return { kind: 'insert', block, after: place(random, draft, block), row: { id: newId(), cells } }
  }
  if (choice === 2) {
    const to = place(random, draft, block)
    return { kind: 'move', block, row: row.id, from: above, to: to === row.id ? above : to }
  }
  if (choice === 3 && block === 'indicators') {
    return { kind: 'role', row: row.id, from: row.role ?? null, to: random.pick([null, 'part', 'notApplicable']) }
  }
  const column = random.chance(10) && block === 'indicators' ? 'extra.remark' : random.pick(columnsOf(block))
  return { kind: 'cell', row: row.id, column, from: row.cells[column] ?? '', to: random.pick(texts) }
}
