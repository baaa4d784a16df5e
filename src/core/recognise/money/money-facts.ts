/** Amounts that stand as labels with their values, in the head of a form without a table of money: 预算数 | 5000 | 执行数 | 4890. */

import { gather } from '../../model/gather.ts'
import { type Amounts, emptyCell, type NumberCell, type Task, type TaskColumn } from '../../model/index.ts'
import { partOf } from '../facts.ts'
import { kindOf } from '../kinds.ts'
import type { Ledger } from '../ledger.ts'
import { foldWidth, keyOf, type SourceCell, type SourceRow } from '../source.ts'
import { isMoneyHeaderWord, isTotalLabel, moneyRow, taskHeader } from '../words.ts'
import { moneyUnitIn, type TaskTable } from './tasks.ts'

const figureFields = ['initialBudget', 'budgeted.total', 'executed.total', 'rate', 'weight', 'score'] as const
type FigureField = (typeof figureFields)[number]

function figureField(key: string): FigureField | null {
  const field = isMoneyHeaderWord(key) ? taskHeader(key) : null
  // 资金总额 beside an amount is the budget.
  return figureFields.find((known) => known === field) ?? (moneyRow(key) === 'total' ? 'budgeted.total' : null)
}

function isFigure(key: string): boolean {
  const kind = kindOf(key)
  return kind === 'number' || kind === 'percent' || (kind === 'measure' && /^[\d,.]+(?:亿|万|千)?元$/.test(key))
}

/** 执行率99.94% in one cell. */
const RATE_WITHIN =
  /^(\s*(?:预算|资金)?(?:执行率|支出率|执行进度|支出进度)\s*[:\uff1a]?)\s*\d+(?:\.\d+)?\s*[%\uff05]\s*$/

/** 执行金额:850.50 in one cell: how long the label is. */
const AMOUNT_WITHIN = /^(\s*[^\s:\uff1a\d]{2,14}\s*)[:\uff1a]\s*[\d,]+(?:\.\d+)?\s*(?:亿|万|千)?元?\s*$/

const LONGEST_WITHIN = 40

const columns: readonly TaskColumn[] = ['initialBudget', 'budgeted', 'executed', 'rate', 'weight', 'score']

export interface MoneyOfFacts {
  readonly table: TaskTable
  /** The rows without the labels and figures that were taken. */
  readonly rest: readonly SourceRow[]
}

/** What is left of a row. 资金情况 before labels that were taken heads them. */
function withoutTaken(row: SourceRow, taken: ReadonlySet<SourceCell>, ledger: Ledger): SourceRow {
  const [first] = row.cells
  const isHead = first !== undefined && row.cells[1] !== undefined && taken.has(row.cells[1]) && !taken.has(first)
  if (isHead) ledger.ignore('label', [first])
  return { ...row, cells: row.cells.filter((cell) => !taken.has(cell) && !(isHead && cell === first)) }
}

/** The whole of the money of a form from the labelled figures of `rows`; null where a budget or what became of it is missing. */
export function moneyOfFacts(rows: readonly SourceRow[], ledger: Ledger): MoneyOfFacts | null {
  const found = new Map<FigureField, { readonly label: SourceCell; readonly figure: SourceCell }>()
  for (const { cells } of rows) {
    for (let index = 1; index < cells.length; index++) {
      const [label, figure] = [cells[index - 1]!, cells[index]!]
      if (!isFigure(figure.key)) continue
      // 自评得分 in the head of a form is that of the whole form.
      const field = isTotalLabel(label.key) ? null : figureField(label.key)
      if (field !== null && !found.has(field)) found.set(field, { label, figure })
    }
    for (const cell of cells) {
      const length =
        cell.key.length > LONGEST_WITHIN ? undefined : AMOUNT_WITHIN.exec(foldWidth(cell.text))?.[1]?.length
      const own = length === undefined ? null : figureField(keyOf(cell.text.slice(0, length)))
      if (own !== null && !found.has(own)) {
        found.set(own, { label: cell, figure: partOf(cell, length! + 1, cell.text.length) })
        continue
      }
      const at = RATE_WITHIN.exec(cell.text)?.[1]?.length
      if (at !== undefined && !found.has('rate')) {
        found.set('rate', { label: cell, figure: partOf(cell, at, cell.text.length) })
      }
    }
  }
  if (!found.has('executed.total') || !(found.has('budgeted.total') || found.has('initialBudget'))) return null
  const read = (field: FigureField): NumberCell => {
    const pair = found.get(field)
    if (pair === undefined) return emptyCell
    ledger.ignore('label', [pair.label])
    ledger.locate([pair.figure], `tasks[0].${field}`)
    return ledger.number([pair.figure])
  }
  const amounts = (total: NumberCell): Amounts => ({
    total,
    appropriation: emptyCell,
    otherFunds: emptyCell,
    carryOver: emptyCell,
  })
  // Where one budget is named alone, it is the one that the execution is measured by.
  const only = found.has('budgeted.total') ? 'budgeted.total' : 'initialBudget'
  const task: Task = {
    role: 'total',
    name: emptyCell,
    content: emptyCell,
    completion: emptyCell,
    initialBudget: only === 'initialBudget' ? emptyCell : read('initialBudget'),
    budgeted: amounts(read(only)),
    executed: amounts(read('executed.total')),
    weight: read('weight'),
    rate: read('rate'),
    score: read('score'),
    note: emptyCell,
  }
  const taken = new Set(gather([...found.values()], ({ label, figure }) => [label, figure]))
  // 资金使用情况(元) stands before the labels.
  const unitCell = gather(
    rows.filter(({ cells }) => cells.some((cell) => taken.has(cell))),
    ({ cells }) => cells,
  ).find((cell) => cell.key.length <= 24 && moneyUnitIn(cell) !== null)
  return {
    table: {
      tasks: [task],
      columns: columns.filter((column) => column !== 'initialBudget' || task.initialBudget.raw !== ''),
      points: emptyCell,
      unit: unitCell === undefined ? null : { cell: unitCell, unit: moneyUnitIn(unitCell)! },
    },
    rest: rows.map((row) => withoutTaken(row, taken, ledger)),
  }
}
