/** What the form's sheet marks by itself: scores above their weight, reasons that are missing, sums that are off. */

import type { FormPath } from '../../core/model/index.ts'
import { figureOf } from '../../core/rulebook/index.ts'
import type { Mark } from '../../writers/xlsx/index.ts'
import { rangeOf } from './form-formulas.ts'
import type { FormGrid } from './form-grid.ts'
import type { SheetRules } from './sheet-rules.ts'

/** The points that execution has beside the indicators, as a formula: 0 where it is an indicator row. `prefix`: for other sheets. */
export function executionPointsAt(grid: FormGrid, rules: SheetRules, prefix = ''): string {
  if (grid.form.indicators.some(({ role, level1Kind }) => level1Kind === 'execution' && role !== 'part')) return '0'
  const total = grid.form.tasks.findIndex(({ role }) => role === 'total')
  const cells = [grid.at('executionPoints'), grid.at(`tasks[${total}].weight`)].filter((cell) => cell !== undefined)
  const points = figureOf(rules.edition.executionPoints).toString()
  if (grid.form.tasks.length === 0) return points
  return cells.reduceRight((next, cell) => `IF(ISNUMBER(${prefix}${cell}),${prefix}${cell},${next})`, points)
}

/** Sum of the weights of all rows, with execution, as a formula; null where the layout has no weights. `prefix`: for other sheets. */
export function weightSum(grid: FormGrid, rules: SheetRules, prefix = ''): string | null {
  const range = rangeOf(
    grid,
    grid.form.indicators.map((_, index) => `indicators[${index}].weight`),
  )
  return range === null ? null : `ROUND(SUM(${prefix}${range})+${executionPointsAt(grid, rules, prefix)},6)`
}

/** The rule of a block of one column: its range, and the cells of its first row. */
function column(grid: FormGrid, rows: readonly string[], field: string): string | null {
  return rangeOf(
    grid,
    rows.map((row) => `${row}.${field}`),
  )
}

export function formMarks(grid: FormGrid, rules: SheetRules | null): readonly Mark[] {
  const marks: Mark[] = []
  const rows = grid.form.indicators.map((_, index) => `indicators[${index}]`)
  const first = (field: string): string | undefined => grid.at(`indicators[0].${field}`)
  const [weight, score, note, actual, name] = ['weight', 'score', 'note', 'actual', 'name'].map(first)
  const mark = (cells: string | null, when: string, colour: Mark['colour']) => {
    if (cells !== null) marks.push({ cells, when, colour })
  }
  const relative = (cell: string) => cell.replace(/^([A-Z]+)/, '$$$1')
  if (weight !== undefined && score !== undefined) {
    const [w, s] = [relative(weight), relative(score)]
    mark(column(grid, rows, 'score'), `AND(ISNUMBER(${s}),ISNUMBER(${w}),${s}>${w})`, 'red')
    if (note !== undefined)
      mark(
        column(grid, rows, 'note'),
        `AND(ISNUMBER(${s}),ISNUMBER(${w}),${s}<${w},TRIM(${relative(note)}&"")="")`,
        'amber',
      )
  }
  if (weight !== undefined && actual !== undefined && name !== undefined)
    mark(column(grid, rows, 'actual'), `AND(ISNUMBER(${relative(weight)}),TRIM(${relative(actual)}&"")="")`, 'amber')
  if (rules === null) return marks
  const { edition } = rules
  const sum = weightSum(grid, rules)
  const whole = figureOf(edition.total)
  const [top] = weight === undefined ? [undefined] : [grid.cell('indicators[0].weight')]
  if (sum !== null && top !== undefined) {
    const header = grid.grid.cells.findLast(
      ({ row, column: at, columnSpan, style }) =>
        style?.role === 'header' && row < top.row && at <= top.column && at + columnSpan > top.column,
    )
    if (header !== undefined) mark(grid.name(header.row, header.column), `${sum}<>${whole}`, 'red')
  }
  const total = grid.at('total')
  if (total !== undefined) mark(total, `AND(ISNUMBER(${total}),${total}>${whole})`, 'red')
  const below = figureOf(edition.reasons.executionBelow)
  grid.form.tasks.forEach((task, index) => {
    const path: FormPath = `tasks[${index}]`
    const [budgeted, executed, rate] = ['budgeted.total', 'executed.total', 'rate'].map((field) =>
      grid.at(`${path}.${field}`),
    )
    if (task.role === 'group' || budgeted === undefined || executed === undefined) return
    const known = `ISNUMBER(${budgeted}),ISNUMBER(${executed})`
    mark(executed, `AND(${known},${executed}>${budgeted})`, 'red')
    if (rate !== undefined)
      mark(rate, `AND(${known},${budgeted}>0,ROUND(${executed}/${budgeted}*100,8)<${below})`, 'amber')
  })
  return marks
}
