/** Formulas of the form itself: sums and rates of the money table, its points, scores, the total, the grade. */

import { Exact, type Form, type FormPath, type Task } from '../../core/model/index.ts'
import { figureOf } from '../../core/rulebook/index.ts'
import { earn } from '../../core/scoring/execution.ts'
import { gradeOf } from '../../core/scoring/index.ts'
import { gradeWords } from '../../core/texts/index.ts'
import type { FormGrid } from './form-grid.ts'
import { rounded } from './row-formulas.ts'
import type { SheetRules } from './sheet-rules.ts'

/** A formula for a field, and what it gives for the figures that stand there now. */
export interface FieldFormula {
  readonly path: FormPath
  readonly formula: string
  /** As a number (a rate in percent is its hundredth part) or a word; null where it gives nothing yet. */
  readonly result: Exact | string | null
  /** A rate: shown in percent with so many decimals. */
  readonly percent?: number
}

type Side = 'budgeted' | 'executed'

/** Cells one below the other as a range; null where other rows with figures stand between. */
export function rangeOf(grid: FormGrid, paths: readonly FormPath[]): string | null {
  const cells = paths.map((path) => grid.at(path))
  const [first] = cells
  const last = cells.at(-1)
  if (first === undefined || last === undefined || cells.includes(undefined)) return null
  return first === last ? first : `${first}:${last}`
}

function addsUp(form: Form, rows: readonly number[]): boolean {
  const [first = 0] = rows
  const last = rows.at(-1) ?? 0
  return form.tasks.every(
    (task, index) => index < first || index > last || rows.includes(index) || task.role === 'group',
  )
}

/** Sums of the total row: over tasks, or over sources where there are no tasks. */
function sums(grid: FormGrid, total: number): readonly FieldFormula[] {
  const { form } = grid
  const role = form.tasks.some((task) => task.role === 'task') ? 'task' : 'source'
  const rows = form.tasks.flatMap((task, index) => (task.role === role ? [index] : []))
  if (rows.length === 0 || !addsUp(form, rows)) return []
  const cells = [
    'initialBudget',
    ...(['budgeted', 'executed'] as const).flatMap((side) =>
      (['total', 'appropriation', 'otherFunds', 'carryOver'] as const).map((part) => `${side}.${part}`),
    ),
  ]
  return cells.flatMap((cell): FieldFormula[] => {
    const path = `tasks[${total}].${cell}`
    const range = rangeOf(
      grid,
      rows.map((row) => `tasks[${row}].${cell}`),
    )
    if (grid.at(path) === undefined || range === null) return []
    const figures = rows.map((row) => amountOf(form.tasks[row]!, cell))
    const known = figures.filter((figure) => figure !== null)
    const result = known.length === 0 ? null : Exact.sum(known)
    return [{ path, formula: `IF(COUNT(${range})=0,"",ROUND(SUM(${range}),6))`, result }]
  })
}

function amountOf(task: Task, cell: string): Exact | null {
  if (cell === 'initialBudget') return task.initialBudget.value
  const [side, part] = cell.split('.') as [Side, keyof Task['budgeted']]
  return task[side][part].value
}

/** The money of a row. */
function moneyOf(task: Task): readonly [budgeted: Exact | null, executed: Exact | null] {
  return [task.budgeted.total.value, task.executed.total.value]
}

function isPositive(figure: Exact | null | undefined): figure is Exact {
  return figure?.isPositive === true
}

/** Points of a share of the budget executed, not rounded: `points` times the share. */
function earned(points: string, budgeted: string, executed: string, { edition }: SheetRules): string {
  const rate = `${executed}/${budgeted}`
  if (edition.execution.method === 'proportional') return `${points}*MAX(0,MIN(1,${rate}))`
  const percent = `ROUND(${rate}*100,10)`
  const steps = edition.execution.steps ?? []
  const share = steps.reduceRight(
    (below, { from, share: part }) => `IF(${percent}>=${figureOf(from)},${figureOf(part)},${below})`,
    '0',
  )
  return `${points}*${share}/100`
}

function ofTask(grid: FormGrid, index: number, total: number, rules: SheetRules): readonly FieldFormula[] {
  const { form } = grid
  const { edition, decimals } = rules
  const task = form.tasks[index]!
  const path = `tasks[${index}]`
  const [budgeted, executed] = [grid.at(`${path}.budgeted.total`), grid.at(`${path}.executed.total`)]
  if (task.role === 'group' || budgeted === undefined || executed === undefined) return []
  const known = `AND(ISNUMBER(${budgeted}),ISNUMBER(${executed}))`
  const [own, done] = moneyOf(task)
  const formulas: FieldFormula[] = []
  if (grid.at(`${path}.rate`) !== undefined) {
    const percent = rateDecimals(task)
    const inPercent = task.rate.raw === '' || /[%\uff05]$/.test(task.rate.raw)
    const ratio = isPositive(own) && done !== null ? done.dividedBy(own) : null
    const [factor, places] = inPercent ? ['', percent + 2] : ['*100', percent]
    const exact = ratio === null ? null : inPercent ? ratio : ratio.times(Exact.hundred)
    formulas.push({
      path: `${path}.rate`,
      formula: `IF(${known},IF(${budgeted}>0,ROUND(ROUND(${executed}/${budgeted}${factor},14),${places}),""),"")`,
      result: exact?.round(places) ?? null,
      ...(inPercent ? { percent } : {}),
    })
  }
  const isTotal = task.role === 'total'
  const whole = grid.at(`tasks[${total}].budgeted.total`)
  const wholeBudget = form.tasks[total]?.budgeted.total.value
  const spread = task.role === 'task' && edition.execution.distribution === 'byBudget' && whole !== undefined
  if (!isTotal && !spread) return formulas
  const points = figureOf(edition.executionPoints)
  const ofWhole = spread && isPositive(wholeBudget) && own !== null ? points.times(own).dividedBy(wholeBudget) : null
  const share = isTotal ? `${points}` : `${points}*${budgeted}/${whole}`
  if (spread && grid.at(`${path}.weight`) !== undefined) {
    formulas.push({
      path: `${path}.weight`,
      formula: `IF(AND(ISNUMBER(${budgeted}),ISNUMBER(${whole})),IF(${whole}>0,${rounded(share, rules)},""),"")`,
      result: ofWhole?.round(decimals) ?? null,
    })
  }
  if (grid.at(`${path}.score`) !== undefined) {
    const weight = isTotal ? points : ofWhole
    const guard = spread ? `AND(${known},ISNUMBER(${whole}))` : known
    const positive = spread ? `AND(${budgeted}>0,${whole}>0)` : `${budgeted}>0`
    formulas.push({
      path: `${path}.score`,
      formula: `IF(${guard},IF(${positive},${rounded(earned(share, budgeted, executed, rules), rules)},0),"")`,
      result:
        weight === null || own === null || done === null
          ? null
          : earn(weight, own, done, edition, null).score.round(decimals),
    })
  }
  return formulas
}

/** Decimals of a rate as printed; two where none is printed yet. */
function rateDecimals({ rate }: Task): number {
  return rate.raw === '' ? 2 : (/\.(\d+)/.exec(rate.raw)?.[1]?.length ?? 0)
}

/** Formulas of the money table. */
export function moneyFormulas(grid: FormGrid, rules: SheetRules): readonly FieldFormula[] {
  const { tasks } = grid.form
  const total = tasks.findIndex(({ role }) => role === 'total')
  return [...(total < 0 ? [] : sums(grid, total)), ...tasks.flatMap((_, index) => ofTask(grid, index, total, rules))]
}

/** Where the execution score stands that the total counts; null where none counts. */
export function executionScoreAt(grid: FormGrid): FormPath | null {
  const total = grid.form.tasks.findIndex(({ role }) => role === 'total')
  const inRow = grid.form.indicators.some(({ role, level1Kind }) => level1Kind === 'execution' && role !== 'part')
  return total < 0 || inRow || grid.at(`tasks[${total}].score`) === undefined ? null : `tasks[${total}].score`
}

/** The total of scores and execution under its cap, and the grade. `scores`: what the score cells hold now. */
export function totalFormulas(
  grid: FormGrid,
  rules: SheetRules,
  scores: readonly (Exact | null)[],
  execution: Exact | null,
): readonly FieldFormula[] {
  const { edition, decimals } = rules
  const range = rangeOf(
    grid,
    grid.form.indicators.map((_, index) => `indicators[${index}].score`),
  )
  const total = grid.at('total')
  if (range === null || total === undefined) return []
  const at = executionScoreAt(grid)
  const more = at === null ? '' : `+N(${grid.at(at)})`
  const sum = rounded(`SUM(${range})${more}`, rules)
  const row = grid.form.tasks.findIndex(({ role }) => role === 'total')
  const [budgeted, executed] = [grid.at(`tasks[${row}].budgeted.total`), grid.at(`tasks[${row}].executed.total`)]
  const capped = budgeted !== undefined && executed !== undefined && edition.caps.length > 0
  const rate = `IF(AND(ISNUMBER(${budgeted}),ISNUMBER(${executed})),IF(${budgeted}>0,ROUND(${executed}/${budgeted}*100,10),1000),1000)`
  const most = edition.caps.reduceRight(
    (above, { below, total: cap }) => `IF(${rate}<${figureOf(below)},${figureOf(cap)},${above})`,
    '1E9',
  )
  const known = scores.filter((score) => score !== null)
  const task = grid.form.tasks[row]
  const [own, done] = task === undefined ? [null, null] : moneyOf(task)
  const percent = isPositive(own) && done !== null ? done.times(Exact.hundred).dividedBy(own) : null
  const cap =
    capped && percent !== null ? edition.caps.find(({ below }) => percent.lessThan(figureOf(below))) : undefined
  const added = Exact.sum(known).plus((at === null ? null : execution) ?? Exact.zero)
  const result =
    known.length === 0 ? null : Exact.min(added.round(decimals), ...(cap === undefined ? [] : [figureOf(cap.total)]))
  const formulas: FieldFormula[] = [
    { path: 'total', formula: `IF(COUNT(${range})=0,"",${capped ? `MIN(${sum},${most})` : sum})`, result },
  ]
  if (grid.at('grade') !== undefined) {
    const grade = edition.grades.reduceRight(
      (below, { grade: one, from }) =>
        from === null ? `"${gradeWords[one].zh}"` : `IF(${total}>=${figureOf(from)},"${gradeWords[one].zh}",${below})`,
      '""',
    )
    const word = result === null ? null : gradeOf(result, edition)
    formulas.push({
      path: 'grade',
      formula: `IF(ISNUMBER(${total}),${grade},"")`,
      result: word === null ? null : gradeWords[word].zh,
    })
  }
  return formulas
}
