/** What the cost rows taken as belonging to a task add up to, held against the task's own money. */

import { halfUnitOf } from '../../arithmetic/index.ts'
import { gather } from '../../model/gather.ts'
import {
  type Cell,
  Exact,
  type Form,
  type FormPath,
  type Indicator,
  indicatorPath,
  type MoneyUnit,
  type NumberCell,
  type Reading,
} from '../../model/index.ts'
import { readNumber } from '../../values/index.ts'
import type { FormSubject, Tie } from '../check.ts'
import { headingOf, quantityOf } from './indicator-class.ts'
import { rememberEach } from './remember.ts'

/** An amount in yuan and the most by which its written decimals leave it open; `whole` where it shows none. */
interface Amount {
  readonly yuan: Exact
  readonly slack: Exact
  readonly whole: boolean
}

export interface CostSum {
  readonly task: FormPath
  readonly taskName: string
  /** Rows added up, and those without shared words that stand between them. */
  readonly rows: readonly FormPath[]
  readonly between: readonly FormPath[]
  /** Words that tie the rows to the task. */
  readonly words: readonly string[]
  readonly sum: Exact
  /** With the rows between. Equal to `sum` where there are none. */
  readonly sumWithBetween: Exact
  /** Of all cost rows that share words with no task: so much may belong to any. */
  readonly untied: Exact
  readonly money: Exact
  /** As printed, with its unit. */
  readonly moneyText: string
  readonly slack: Exact
  /** In which the form counts money, and the figures as a person reads them. */
  readonly unit: MoneyUnit
}

const YUAN: Readonly<Record<MoneyUnit, Exact>> = {
  元: Exact.one,
  千元: Exact.of(1000),
  万元: Exact.of(10_000),
  亿元: Exact.of(100_000_000),
}
/** A price for one of many says nothing of the whole. 标准 and its like are prices only at the end or before a unit: not 标准宣贯总成本. */
const PRICE =
  /人均|户均|次均|每人|每户|每个|(?:单价|单位成本|标准)(?:成本|控制数?)?(?:[:\uff1a]?[≤≥<\uff1c\d.,]*[千万亿]?元.*|[(\uff08][^()\uff08\uff09]*[)\uff09])?$/u

function amountOf(cell: Cell<Reading>, unit: MoneyUnit): Amount | null {
  const quantity = quantityOf(cell.value?.value)
  if (quantity === null) return null
  const dimension = quantity.unit?.dimension ?? 'none'
  // 455万 counts ten thousands of yuan under cost; a bare figure counts in the unit of the table.
  const factor =
    dimension === 'money' || dimension === 'number' ? quantity.unit!.factor : dimension === 'none' ? YUAN[unit] : null
  if (factor === null) return null
  return {
    yuan: quantity.number.times(factor),
    slack: halfUnitOf(quantity.decimals).times(factor),
    whole: quantity.decimals === 0,
  }
}

function moneyOf(cell: NumberCell, unit: MoneyUnit): Amount | null {
  if (cell.value === null) return null
  const { decimals } = readNumber(cell.raw)
  return { yuan: cell.value.times(YUAN[unit]), slack: halfUnitOf(decimals).times(YUAN[unit]), whole: decimals === 0 }
}

/** Whole figures have lost their zeros, not their precision: they count as precise as the finest figure beside them. */
function slackOf(amounts: readonly [Amount, ...Amount[]]): Exact {
  const [first, ...others] = amounts.map((amount) => amount.slack) as [Exact, ...Exact[]]
  const finest = Exact.min(first, ...others)
  return Exact.sum(amounts.map((amount) => (amount.whole ? finest : amount.slack)))
}

interface CostRow {
  readonly index: number
  readonly task: Tie | undefined
  readonly words: readonly string[]
  readonly amount: Amount | null
}

const tiedRows = rememberEach(
  (ties: readonly Tie[]) =>
    new Map(gather(ties, (tie) => tie.indicators.map(({ path, words }) => [path, { tie, words }] as const))),
)

function isCostRow(indicator: Indicator): boolean {
  return indicator.role === 'scored' && headingOf(indicator) === 'cost' && !PRICE.test(indicator.name.raw)
}

function costRowsOf(form: Form, ties: readonly Tie[], which: 'target' | 'actual', unit: MoneyUnit): readonly CostRow[] {
  const tied = tiedRows(ties)
  const rows: CostRow[] = []
  form.indicators.forEach((indicator, index) => {
    if (!isCostRow(indicator)) return
    const found = tied.get(indicatorPath(index))
    rows.push({ index, task: found?.tie, words: found?.words ?? [], amount: amountOf(indicator[which], unit) })
  })
  return rows
}

/** Rows tied to nothing that stand, among the cost rows, between two rows of the task. */
function rowsBetween(rows: readonly CostRow[], tie: Tie): readonly CostRow[] {
  const between: CostRow[] = []
  let before: Tie | undefined
  let since: CostRow[] = []
  for (const row of rows) {
    if (row.task === undefined) since.push(row)
    else {
      if (before === tie && row.task === tie) between.push(...since.filter(({ amount }) => amount !== null))
      before = row.task
      since = []
    }
  }
  return between
}

/** For each task with tied cost rows their sum against `money`; null where a row or the task's money cannot be read. */
export function costSums({ form, ties }: FormSubject, which: 'target' | 'actual'): readonly (CostSum | null)[] {
  const unit = form.moneyUnit.value
  const all = ties()
  if (unit === null) return all.map(() => null)
  const rows = costRowsOf(form, all, which, unit)
  const untied = Exact.sum(
    gather(rows, (row) => (row.task === undefined && row.amount !== null ? [row.amount.yuan] : [])),
  )
  return gather(all, (tie) => {
    const own = rows.filter((row) => row.task === tie)
    if (own.length === 0) return []
    const task = form.tasks[Number(/\d+/.exec(tie.task)![0])]!
    const cell = (which === 'target' ? task.budgeted : task.executed).total
    const money = moneyOf(cell, unit)
    const amounts = own.map((row) => row.amount).filter((amount) => amount !== null)
    // A share or a date among the cost rows is no part of the sum; what cannot be read may be.
    const unread = own.some((row) => isUnread(form.indicators[row.index]![which]))
    if (money === null || amounts.length === 0 || unread) return [null]
    const between = rowsBetween(rows, tie)
    const sum = Exact.sum(amounts.map((amount) => amount.yuan))
    return [
      {
        task: tie.task,
        taskName: task.name.raw,
        rows: own.filter((row) => row.amount !== null).map((row) => `indicators[${row.index}].${which}`),
        between: between.map((row) => `indicators[${row.index}].${which}`),
        words: [...new Set(gather(own, (row) => row.words))],
        sum,
        sumWithBetween: sum.plus(Exact.sum(between.map((row) => row.amount!.yuan))),
        untied,
        money: money.yuan,
        moneyText: cell.raw.endsWith('元') ? cell.raw : `${cell.raw}${unit}`,
        slack: slackOf([money, ...amounts]),
        unit,
      },
    ]
  })
}

function isUnread(cell: Cell<Reading>): boolean {
  return cell.value === null || cell.value.value === null
}

/** The difference is no more than the written decimals leave open: the tie is confirmed. */
export function agrees(sum: Exact, { money, slack }: CostSum): boolean {
  const difference = sum.minus(money).abs()
  return difference.isZero || difference.lessThan(slack)
}

/** True where the sum lies farther from the money than `percent` of it, and rows tied to nothing could not fill the gap. */
export function isFarOff({ sum, money, untied }: CostSum, percent: Exact): boolean {
  const gap = money.minus(sum)
  return gap.abs().times(Exact.hundred).greaterThan(money.times(percent)) && (gap.isNegative || gap.greaterThan(untied))
}

/** An amount in yuan as the form counts money, all decimals kept: '132.40413万元'. */
export function sayMoney(yuan: Exact, unit: MoneyUnit): string {
  return `${yuan.dividedBy(YUAN[unit])}${unit}`
}
