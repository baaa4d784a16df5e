/** Labels in the column of the names, each in a row over those it heads: 一、产出指标, (一)数量指标, 1.检测人次. */

import { level1Of, level2Of } from '../../rulebook/index.ts'
import { kindOf } from '../kinds.ts'
import type { Subtotal } from '../row-parts.ts'
import type { SourceCell } from '../source.ts'
import type { TableRow } from '../table.ts'

const FEWEST = 2
/** Its points and its score. */
const MOST_SUMS = 2

/** Which level the row is the label of, and nothing else but sums of its points. */
function levelOf({ row, fields }: TableRow): 'level1' | 'level2' | null {
  const [label, ...more] = fields.get('name') ?? []
  // Where merged cells are filled up, the label and the score stand again beside themselves.
  const rest = row.cells.filter(({ key }) => key !== label?.key && kindOf(key) !== 'mark')
  const beside = rest.filter(({ key }, at) => at < MOST_SUMS || key !== rest[MOST_SUMS - 1]!.key)
  const isSums = beside.length <= MOST_SUMS && beside.every(({ key }) => kindOf(key) === 'number')
  if (label === undefined || more.length > 0 || !isSums) return null
  // 满意度指标 is a label of either level: 三、 or nothing before it is of the first, (二) and 2. of the second.
  if (level1Of(label.key) !== null && !/^[(]?\d|^[(]/.test(label.key)) return 'level1'
  return level2Of(label.key) === null ? null : 'level2'
}

export interface Unstacked {
  readonly rows: readonly TableRow[]
  /** The sums that stand beside the labels. */
  readonly sums: readonly Subtotal[]
}

/** The rows with the labels above them in columns of their own; as they are where no label of the first level stands among the names. */
export function unstackLevels(rows: readonly TableRow[]): Unstacked {
  const depths = rows.map(levelOf)
  if (depths.filter((depth) => depth === 'level1').length < FEWEST) return { rows, sums: [] }
  const sums: Subtotal[] = []
  const made: TableRow[] = []
  let open = new Map<'level1' | 'level2', SourceCell>()
  rows.forEach((row, index) => {
    const depth = depths[index]
    const [label] = row.fields.get('name') ?? []
    if (depth !== null && depth !== undefined && label !== undefined) {
      if (depth === 'level1') open = new Map()
      open.set(depth, label)
      const figures = row.row.cells.filter((cell) => cell !== label && /\d/.test(cell.key))
      if (figures.length > 0) sums.push({ label, figures })
      return
    }
    const fields = new Map(row.fields)
    for (const [field, cell] of open) fields.set(field, [cell])
    made.push({ ...row, fields })
    open = new Map()
  })
  return { rows: made, sums }
}
