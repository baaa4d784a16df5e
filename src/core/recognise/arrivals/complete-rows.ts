/**
 * A cell a line with its blanks kept: every row of indicators fills all columns from its name on, and lacks at most the labels that are
 * merged over it. Where the whole stream falls into such rows, their borders are certain, whatever words the labels are.
 */

import { gather } from '../../model/gather.ts'
import { costOf, type FlowItem, type FlowRow } from './flow.ts'

/** A row of which a cell fits worse than this is none. */
const WORST = 260

const leads: ReadonlySet<string> = new Set(['block', 'level1', 'level2'])

/** The columns that a row fills, by which of its labels it has; the fullest first. */
function shapesOf(fields: readonly string[]): readonly (readonly number[])[] {
  const name = fields.indexOf('name')
  const before = gather(fields.slice(0, name), (field, column) => (leads.has(field) ? [column] : []))
  const always = gather(fields, (field, column) => (leads.has(field) && column < name ? [] : [column]))
  let shapes: number[][] = [[]]
  for (const column of before) shapes = gather(shapes, (shape) => [[...shape, column], shape])
  return shapes.map((shape) => [...shape, ...always].sort((a, b) => a - b))
}

function costOfRow(
  items: readonly FlowItem[],
  from: number,
  shape: readonly number[],
  fields: readonly string[],
): number {
  let cost = 0
  const headless = fields.includes('level2') && !fields.includes('level1')
  for (const [at, column] of shape.entries()) {
    const item = items[from + at]!
    const field = fields[column]!
    if (item.cell === null && (field === 'name' || leads.has(field))) return Number.POSITIVE_INFINITY
    const own = costOf(item, field, false, headless)
    if (own > WORST) return Number.POSITIVE_INFINITY
    cost += own
  }
  // Labels that no list knows stand nearer to the rows.
  return cost + (shape.includes(fields.indexOf('level1')) ? 1 : 0)
}

/** The rows of `items` under `fields`; null where they do not fall into whole rows. Time is items × columns. */
export function completeRows(items: readonly FlowItem[], fields: readonly string[]): FlowRow[] | null {
  if (!fields.includes('name') || fields.includes('executed.total') || !items.some(({ cell }) => cell === null))
    return null
  const shapes = shapesOf(fields)
  const best = new Array<number>(items.length + 1).fill(Number.POSITIVE_INFINITY)
  const taken: (readonly number[])[] = []
  best[items.length] = 0
  for (let from = items.length - 1; from >= 0; from--) {
    for (const shape of shapes) {
      const rest = best[from + shape.length] ?? Number.POSITIVE_INFINITY
      if (rest === Number.POSITIVE_INFINITY) continue
      const cost = rest + costOfRow(items, from, shape, fields)
      if (cost < best[from]!) {
        best[from] = cost
        taken[from] = shape
      }
    }
  }
  if (best[0] === Number.POSITIVE_INFINITY) return null
  const rows: FlowRow[] = []
  for (let from = 0; from < items.length; from += taken[from]!.length) {
    const start = from
    const cells = gather(taken[from]!, (column, at) => {
      const { cell } = items[start + at]!
      return cell === null ? [] : [[column, cell] as const]
    })
    rows.push({ cells: new Map(cells), leftOver: [] })
  }
  return rows
}
