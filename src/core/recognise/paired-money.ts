/**
 * Money of a form that sets targets, in labels with their values: 中期资金总额 | 900 | 年度资金总额 | 300, and below each its
 * sources. There is no header over it; the labels of the totals say which side of a row is which.
 */

import { type Amounts, emptyCell, type NumberCell, type Task, type TaskColumn } from '../model/index.ts'
import { kindOf } from './kinds.ts'
import type { Ledger } from './ledger.ts'
import type { MoneyOfFacts } from './money-facts.ts'
import type { SourceCell, SourceRow } from './source.ts'
import { moneyUnitIn } from './tasks.ts'
import { bareWord, blockLabel, moneyRow } from './words.ts'

type Side = 'term' | 'year'

const TERM_TOTAL = /^(?:中期|长期|实施期)资金总额$/
const YEAR_TOTAL = /^年度资金总额$/

/** Which side's total a label names. */
function totalSide(key: string): Side | null {
  const word = bareWord(key)
  return TERM_TOTAL.test(word) ? 'term' : YEAR_TOTAL.test(word) ? 'year' : null
}

function isFigure(cell: SourceCell | undefined): cell is SourceCell {
  if (cell === undefined) return false
  const kind = kindOf(cell.key)
  return kind === 'number' || kind === 'mark' || (kind === 'measure' && /^[\d,.]+(?:亿|万|千)?元$/.test(cell.key))
}

interface Pair {
  readonly label: SourceCell
  readonly figure: SourceCell | null
}

/** Labels of money, each with the figure beside it; null where the row holds anything else. */
function pairsIn(row: SourceRow): readonly Pair[] | null {
  const cells = row.cells.filter((cell) => blockLabel(cell.key) === null)
  const pairs: Pair[] = []
  for (let at = 0; at < cells.length; at++) {
    const label = cells[at]!
    if (moneyRow(label.key) === null && totalSide(label.key) === null) return null
    const next = cells[at + 1]
    const figure = isFigure(next) ? next : null
    if (figure !== null) at++
    pairs.push({ label, figure })
  }
  return pairs
}

/** The rows of such a block, from that of the totals on; null where there is none. */
function blockIn(
  rows: readonly SourceRow[],
): { readonly sides: readonly Side[]; readonly rows: readonly SourceRow[] } | null {
  const first = rows.findIndex((row) => row.cells.some((cell) => totalSide(cell.key) !== null) && pairsIn(row) !== null)
  if (first < 0) return null
  const sides = pairsIn(rows[first]!)!.flatMap(({ label }) => totalSide(label.key) ?? [])
  let end = first + 1
  while (end < rows.length && (pairsIn(rows[end]!)?.length ?? 0) > 0) end++
  return { sides, rows: rows.slice(first, end) }
}

/** The money of `rows`, and the rows without it. */
export function pairedMoney(rows: readonly SourceRow[], ledger: Ledger): MoneyOfFacts | null {
  const block = blockIn(rows)
  if (block === null) return null
  const { sides } = block
  for (const { cells } of block.rows)
    ledger.ignore(
      'label',
      cells.filter((cell) => blockLabel(cell.key) !== null),
    )
  // With one side every label is a row of its own, wherever it stands.
  const groups = block.rows.flatMap((row) => {
    const pairs = pairsIn(row)!
    return sides.length === 1 ? pairs.map((pair) => [pair]) : [pairs.slice(0, sides.length)]
  })
  const tasks = groups.map((pairs, index): Task => {
    const read = (side: Side, field: string): NumberCell => {
      const pair = pairs[sides.indexOf(side)]
      if (pair?.figure == null) return emptyCell
      ledger.locate([pair.figure], `tasks[${index}].${field}`)
      return ledger.number([pair.figure])
    }
    // Both sides name the row alike: the name of the last one stands for it.
    const name = pairs.at(-1)!.label
    ledger.ignore(
      'label',
      pairs.slice(0, -1).map(({ label }) => label),
    )
    ledger.locate([name], `tasks[${index}].name`)
    const term = read('term', 'extra.midTermBudget')
    return {
      role: totalSide(name.key) === null ? 'source' : 'total',
      name: ledger.text([name]),
      content: emptyCell,
      completion: emptyCell,
      initialBudget: emptyCell,
      budgeted: amounts(read('year', 'budgeted.total')),
      executed: amounts(emptyCell),
      weight: emptyCell,
      rate: emptyCell,
      score: emptyCell,
      note: emptyCell,
      ...(term.raw === '' ? {} : { extra: { midTermBudget: { ...term, value: term.raw } } }),
    }
  })
  const unitCell = block.rows.flatMap(({ cells }) => cells).find((cell) => moneyUnitIn(cell) !== null)
  const columns: readonly TaskColumn[] = ['name', 'budgeted']
  return {
    table: {
      tasks,
      columns,
      points: emptyCell,
      unit: unitCell === undefined ? null : { cell: unitCell, unit: moneyUnitIn(unitCell)! },
    },
    rest: rows.filter((row) => !block.rows.includes(row)),
  }
}

function amounts(total: NumberCell): Amounts {
  return { total, appropriation: emptyCell, otherFunds: emptyCell, carryOver: emptyCell }
}
