/** Changes to a generated form: one cell, one row, and the totals that follow from them. */

import type { FormSketch, IndicatorSketch, TaskSketch } from '../../src/core/recognise/sketch.ts'
import { printCents, proportion } from './cents.ts'
import type { GeneratedForm } from './generate-form.ts'
import type { PlannedRow } from './plan-rows.ts'

export const goodNote = '原因分析：部分点位进场推迟。改进措施：今后提前编排工期，按旬调度进度。'
export const overNote = '原因分析：年内新增一批群众申请。改进措施：今后按月比对登记信息。'

/** '1.5' → 150, '' → 0. */
export function centsOf(text: string | undefined): number {
  const [whole = '', fraction = ''] = (text ?? '').split('.')
  return Number(whole) * 100 + Math.sign(Number(`${whole}1`)) * Number(fraction.padEnd(2, '0'))
}

export function withRow(sketch: FormSketch, index: number, changes: IndicatorSketch): FormSketch {
  const indicators = sketch.indicators!.map((row, at) => (at === index ? { ...row, ...changes } : row))
  return { ...sketch, indicators }
}

export function withTask(sketch: FormSketch, index: number, changes: TaskSketch): FormSketch {
  const tasks = sketch.tasks!.map((task, at) => (at === index ? { ...task, ...changes } : task))
  return { ...sketch, tasks }
}

/** The total as the sum of what the rows and the money table print. */
export function withTotal(sketch: FormSketch): FormSketch {
  const rows = sketch.indicators!.reduce((sum, row) => sum + centsOf(row.score), 0)
  const execution = centsOf(sketch.tasks!.find((task) => task.row === 'total')?.score)
  return { ...sketch, total: printCents(rows + execution) }
}

export function weightOf(sketch: FormSketch, index: number): number {
  return centsOf(sketch.indicators![index]!.weight)
}

/** A row whose weight is also its score. */
export function isFull(sketch: FormSketch, index: number): boolean {
  const row = sketch.indicators![index]!
  return row.weight !== undefined && row.weight !== '' && centsOf(row.weight) === centsOf(row.score)
}

/** Indices of the rows that are so. */
export function rowsWhere(form: GeneratedForm, is: (row: PlannedRow, index: number) => boolean): readonly number[] {
  return form.planned.flatMap((row, index) => (row.work !== null && is(row, index) ? [index] : []))
}

export function taskWhere(sketch: FormSketch, is: (task: TaskSketch) => boolean): number {
  return sketch.tasks!.findIndex(is)
}

/** The share `reached` percent of the weight, as the rule of proportion gives it. */
export function shareOfWeight(sketch: FormSketch, index: number, reached: number): string {
  return printCents(proportion(weightOf(sketch, index), reached, 100))
}

/** Rate and points of a money row after its figures changed; `points` and `whole` in hundredths. */
export function reckoned(task: TaskSketch, points: number, whole: number): TaskSketch {
  const [budgeted, executed] = [centsOf(task.budgeted), centsOf(task.executed)]
  const score = Math.min(points, proportion(points, executed, whole))
  return { ...task, rate: `${printCents(proportion(executed, 10000, budgeted))}%`, score: printCents(score) }
}
