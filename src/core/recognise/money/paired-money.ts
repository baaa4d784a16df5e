/**
 * Money of a form that sets targets, in labels with their values: 中期资金总额 | 900 | 年度资金总额 | 300, and below each its
 * sources. There is no header over it; the labels of the totals say which side of a row is which.
 */

import { gather } from '../../model/gather.ts'
import { type Amounts, emptyCell, type NumberCell, type Task, type TaskColumn } from '../../model/index.ts'
import { kindOf } from '../kinds.ts'
import type { Ledger } from '../ledger.ts'
import { pieceOf, type SourceCell, type SourceRow } from '../source.ts'
import { bareWord, blockLabel, moneyRow } from '../words.ts'
import type { MoneyOfFacts } from './money-facts.ts'
import { moneyUnitIn } from './tasks.ts'

type Side = 'term' | 'year'

const TERM_TOTAL = /^(?:中期|长期|实施期)资金总额$/
const YEAR_TOTAL = /^(?:(?:年度|项目|当年)?(?:本级)?(?:资金|预算)(?:总额|数|金额)|(?:年度|项目|当年)预算|总资金)$/
/** 预算规模及资金用途 stands beside the amounts and, below them, what they are for. */
const PURPOSE = /资金用途$/

/** Which side's total a label names. */
function totalSide(key: string): Side | null {
  const word = bareWord(key)
  return TERM_TOTAL.test(word) ? 'term' : YEAR_TOTAL.test(word) ? 'year' : null
}

function isFigure(cell: SourceCell | undefined): cell is SourceCell {
  if (cell === undefined) return false
  const kind = kindOf(cell.key)
  return kind === 'number' || kind === 'mark' || MONEY.test(cell.key)
}

/** 854万元, and what it is made of in brackets behind it. */
const MONEY = /^[\d,.]+(?:(?:亿|万|千)?元|[亿万])(?:[\d,.亿万元]*[(].*)?$/

interface Pair {
  readonly label: SourceCell
  readonly figure: SourceCell | null
  /** The one cell that both are pieces of. */
  readonly whole?: SourceCell
}

/** 年度资金总额:16万元, 其中:上级资金16. */
const WITHIN =
  /((?:其中\s*[:\uff1a]?\s*)?[\u4e00-\u9fff]{2,14})\s*[:\uff1a]?\s*(\d[\d,]*(?:\.\d+)?\s*(?:亿元|万元|千元|元)?)/g
const BETWEEN = /[()\uff08\uff09\s,;\uff0c\uff1b\u3001]|(?:亿|万|千)?元/g

/** Labels with their figures in one cell; none where it holds anything else. */
function pairsWithin(cell: SourceCell): readonly Pair[] {
  if (cell.key.length > LONGEST_WITHIN || cell.text.replace(WITHIN, '').replace(BETWEEN, '') !== '') return []
  const pairs = [...cell.text.matchAll(WITHIN)].map((match): Pair => {
    const { 0: whole, 1: label, 2: figure, index: at } = match
    const behind = at + whole.length - figure!.length
    return { label: pieceOf(cell, label!, at), figure: pieceOf(cell, figure!.trimEnd(), behind), whole: cell }
  })
  return pairs.every(({ label }) => moneyRow(label.key) !== null || totalSide(label.key) !== null) ? pairs : []
}

const LONGEST_WITHIN = 80

/** Labels of money, each with the figure beside it; null where the row holds anything else. */
function pairsIn(row: SourceRow): readonly Pair[] | null {
  const cells = row.cells.filter(({ key }) => blockLabel(key) === null && !PURPOSE.test(bareWord(key)))
  const pairs: Pair[] = []
  for (let at = 0; at < cells.length; at++) {
    const label = cells[at]!
    const within = pairsWithin(label)
    if (within.length > 0) {
      pairs.push(...within)
      continue
    }
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
  const first = rows.findIndex((row) => pairsIn(row)?.some(({ label }) => totalSide(label.key) !== null) === true)
  if (first < 0) return null
  const sides = gather(pairsIn(rows[first]!)!, ({ label }) => totalSide(label.key) ?? [])
  let end = first + 1
  while (end < rows.length && (pairsIn(rows[end]!)?.length ?? 0) > 0) end++
  return { sides, rows: rows.slice(first, end) }
}

/** The money of `rows`, and the rows without it. */
export function pairedMoney(rows: readonly SourceRow[], ledger: Ledger): MoneyOfFacts | null {
  const block = blockIn(rows)
  if (block === null) return loneTotal(rows, ledger)
  const { sides } = block
  for (const { cells } of block.rows)
    ledger.ignore(
      'label',
      cells.filter((cell) => blockLabel(cell.key) !== null),
    )
  ledger.use(gather(block.rows, (row) => gather(pairsIn(row)!, ({ whole }) => whole ?? [])))
  // With one side every label is a row of its own, wherever it stands.
  const groups = gather(block.rows, (row) => {
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
  const unitCell = gather(block.rows, ({ cells }) => cells).find((cell) => moneyUnitIn(cell) !== null)
  const columns: readonly TaskColumn[] = ['name', 'budgeted']
  return {
    table: {
      tasks,
      columns,
      points: emptyCell,
      unit: unitCell === undefined ? null : { cell: unitCell, unit: moneyUnitIn(unitCell)! },
    },
    rest: withPurpose(rows, block.rows),
  }
}

/** 主管部门 | 某局 | 项目预算金额(万元) | 5652: the total among other labels, and no sources of it. */
function loneTotal(rows: readonly SourceRow[], ledger: Ledger): MoneyOfFacts | null {
  for (const row of rows) {
    const at = row.cells.findIndex(({ key }, index) => {
      const next = row.cells[index + 1]
      return totalSide(key) === 'year' && isFigure(next) && /\d/.test(next.key)
    })
    if (at < 0) continue
    const pair = { ...row, cells: row.cells.slice(at, at + 2) }
    const rest = { ...row, cells: row.cells.filter((_, index) => index < at || index > at + 1) }
    return { ...pairedMoney([pair], ledger)!, rest: rows.map((one) => (one === row ? rest : one)) }
  }
  return null
}

/** The rows but those of the block; a text alone below it says what the money is for. */
function withPurpose(rows: readonly SourceRow[], taken: readonly SourceRow[]): readonly SourceRow[] {
  const label = gather(taken, ({ cells }) => cells).find(({ key }) => PURPOSE.test(bareWord(key)))
  const below = rows[rows.indexOf(taken.at(-1)!) + 1]
  return gather(rows, (row) => {
    if (taken.includes(row)) return []
    return [
      label !== undefined && row === below && row.cells.length === 1 ? { ...row, cells: [label, ...row.cells] } : row,
    ]
  })
}

function amounts(total: NumberCell): Amounts {
  return { total, appropriation: emptyCell, otherFunds: emptyCell, carryOver: emptyCell }
}
