/**
 * Money whose figures each carry a label of their own below the header of their column, as forms of Hebei print it:
 * 预算数 | 1500 | 到位数 | 1500 | 执行数 | 1485. The labels name the row once, and repeat it in the columns behind.
 */

import { gather } from '../../model/gather.ts'
import { kindOf } from '../kinds.ts'
import type { Ledger } from '../ledger.ts'
import type { Section } from '../sections.ts'
import type { SourceCell, SourceRow } from '../source.ts'
import { isMoneyHeaderWord, taskHeader } from '../words.ts'

const amounts: ReadonlySet<string> = new Set(['initialBudget', 'budgeted.total', 'received', 'executed.total'])

function isFigure({ key }: SourceCell): boolean {
  return kindOf(key) === 'number'
}

interface Pair {
  readonly label: SourceCell
  readonly figure: SourceCell
}

/** The labels with their figures, from the left; null where the row is not made of such, but for what stands behind. */
function pairsOf({ cells }: SourceRow, count: number): readonly Pair[] | null {
  const pairs: Pair[] = []
  for (let at = 0; pairs.length < count; at += 2) {
    const [label, figure] = [cells[at], cells[at + 1]]
    if (label === undefined || figure === undefined || !isFigure(figure) || isFigure(label)) return null
    pairs.push({ label, figure })
  }
  return pairs
}

/** The section with each figure under the header of its amount and the first label as the name of its row. */
export function withoutLabels(section: Section, ledger: Ledger): Section {
  const heads = gather(section.header, ({ cells }) => cells).filter(
    ({ key }) => isMoneyHeaderWord(key) && amounts.has(taskHeader(key) ?? ''),
  )
  if (heads.length < 2 || section.rows.length === 0) return section
  // What stands below them, 三、目标完成情况 by itself, is none of them.
  const other = section.rows.findIndex((row) => pairsOf(row, heads.length) === null)
  const count = other < 0 ? section.rows.length : other
  if (count === 0 || (count < 2 && other >= 0)) return section
  const rows: SourceRow[] = []
  for (const row of section.rows.slice(0, count)) {
    const pairs = pairsOf(row, heads.length)!
    const name = pairs[0]!.label
    // 预算数 names its column, and no row: the first is that of the whole.
    const isColumn = taskHeader(name.key.replace(/:$/, '')) !== null
    const named = isColumn ? [] : [{ ...name, column: Math.max(0, heads[0]!.column - 1) }]
    const figures = pairs.map(({ figure }, index) => ({ ...figure, column: heads[index]!.column, columnSpan: 1 }))
    ledger.use([...(isColumn ? [] : [name]), ...pairs.map(({ figure }) => figure)])
    ledger.ignore(
      'label',
      pairs.map(({ label }) => label),
    )
    rows.push({ ...row, cells: [...named, ...figures, ...row.cells.slice(heads.length * 2)] })
  }
  return { ...section, rows: [...rows, ...section.rows.slice(count)] }
}
