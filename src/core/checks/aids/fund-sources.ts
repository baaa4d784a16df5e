/** Sources of funds against the amount they make up: as columns of a row, or as the rows 其中 under the total. */

import { gather } from '../../model/gather.ts'
import type { Bilingual, Form, FormPath, NumberCell, Task } from '../../model/index.ts'
import { amountColumns, totalRow } from './money.ts'

export interface SourceSum {
  /** Of the row. */
  readonly name: string
  readonly column: Bilingual
  readonly path: FormPath
  readonly whole: NumberCell
  readonly parts: readonly NumberCell[]
  /** Parts that may be parts of another part (中央, 省级 … under 财政拨款). */
  readonly nested: readonly NumberCell[]
  /** A source for all the rest is listed, so that nothing may be missing. */
  readonly closed: boolean
  /** 其中 names some sources and need not name all. */
  readonly open: boolean
}

const sides = [
  { side: 'budgeted', column: amountColumns.find((column) => column.id === 'budgeted.total')! },
  { side: 'executed', column: amountColumns.find((column) => column.id === 'executed.total')! },
] as const

/** 总额 = 财政拨款 + 上年结转 + 其他资金, where these stand in columns. */
export function sumsInRows(form: Form): readonly SourceSum[] {
  const isListed = (cell: NumberCell) => cell.raw !== '' || cell.origin !== undefined
  return gather(sides, ({ side, column }) => {
    const closed = form.tasks.some((task) => isListed(task[side].otherFunds))
    return form.tasks.map((task, index) => {
      const { total: whole, appropriation, carryOver, otherFunds } = task[side]
      const parts = [appropriation, carryOver, otherFunds]
      const path = `tasks[${index}].${column.id}`
      return { name: task.name.raw, column: column.name, path, whole, parts, nested: [], closed, open: false }
    })
  })
}

const NESTED = /中央|省级|市级|县级|区级|州级|盟市|旗县|自治区|本级|上级/
/** 1.基本支出 (1)人员经费 (2)公用经费 2.项目支出: the rows numbered in brackets are parts of the row over them. */
const TOP_NUMBER = /^\s*(?:\d{1,2}|[一二三四五六七八九十]+)[.\uff0e、]/
const SUB_NUMBER = /^\s*[(\uff08](?:\d{1,2}|[一二三四五六七八九十]+)[)\uff09]/
const OF_BASIC_SPENDING = /人员经费|人员支出|公用经费|公用支出/
const REST = /其他|其它/
/** 中央财政资金 beside 地方资金: together all the public money there is. */
const CENTRAL = /中央|上级/
const LOCAL = /地方/

/** 年度资金总额 = the rows 其中. */
export function sumsOverRows(form: Form): readonly SourceSum[] {
  const totals = totalRow(form)
  // 财政拨款 that carries the points stands beside 其他资金, which is no part of it.
  if (totals === undefined || /拨款$/.test(totals.task.name.raw)) return []
  return gather(divisionsOf(form), (rows) => {
    const isNumbered = rows.some(({ name }) => TOP_NUMBER.test(name.raw))
    const isSpent = rows.some(({ name }) => /基本支出/.test(name.raw))
    const isNested = ({ name: { raw } }: Task) =>
      NESTED.test(raw) || (isNumbered && SUB_NUMBER.test(raw)) || (isSpent && OF_BASIC_SPENDING.test(raw))
    return sides.map(({ column }) => ({
      name: totals.task.name.raw,
      column: column.name,
      path: `${totals.path}.${column.id}`,
      whole: column.cell(totals.task),
      parts: rows.filter((row) => !isNested(row)).map(column.cell),
      nested: rows.filter(isNested).map(column.cell),
      closed: isNamed(rows, REST) || (isNamed(rows, CENTRAL) && isNamed(rows, LOCAL)),
      open: true,
    }))
  })
}

function isNamed(rows: readonly Task[], words: RegExp): boolean {
  return rows.some((row) => words.test(row.name.raw))
}

/** 按收入性质分 and 按支出性质分 divide the same whole, each by itself. */
function divisionsOf({ tasks }: Form): readonly (readonly Task[])[] {
  const divisions: Task[][] = [[]]
  for (const task of tasks) {
    if (task.role === 'source') divisions.at(-1)!.push(task)
    else if (task.role === 'group' && task.name.raw.startsWith('按') && divisions.at(-1)!.length > 0) divisions.push([])
  }
  return divisions
}
