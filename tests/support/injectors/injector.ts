/**
 * One error each, put into a form that is right. The check it is made for must fire at that place; what else may fire is
 * named, because one wrong figure can contradict several others. Made for checks by their code in the catalogue.
 */

import type { FormPath, Grid } from '../../../src/core/model/index.ts'
import type { FormSketch } from '../../../src/core/recognise/sketch.ts'
import { printCents } from '../cents.ts'
import { centsOf, isFull, reckoned, rowsWhere, taskWhere, weightOf, withRow, withTotal } from '../edit-sketch.ts'
import type { GeneratedForm } from '../generate-form.ts'

export interface Injection {
  readonly sketch: FormSketch
  /** Paths of which one must be named by the finding; 'form' where it is about sums or the whole. */
  readonly at: readonly FormPath[]
  /** Damage done to the printed table, which is then read back. */
  readonly damage?: (grid: Grid) => Grid
}

export interface Injector {
  readonly code: string
  readonly error: string
  readonly kind: 'department' | 'project'
  readonly layout?: string
  /** Checks that speak beside it, by their code, and what each tells that the first does not. */
  readonly beside?: Readonly<Record<string, string>>
  /** Null where the form has no place for the error. */
  readonly inject: (form: GeneratedForm) => Injection | null
}

/** No score of the form is so high that a point more would go beyond the whole. */
export const hasRoom = ({ sketch }: GeneratedForm) => centsOf(sketch.total) <= 9900
/** The label of the level-2 block prints its points. */
export const printsPoints = ({ sketch }: GeneratedForm, index: number) => /\d/.test(sketch.indicators![index]!.level2!)
/** A label without the points that it prints. */
export const withoutPoints = (label: string | undefined) =>
  (label ?? '').replace(/[(（][^()（）]*\d[^()（）]*[)）]/g, '')

export const row = (index: number): FormPath => `indicators[${index}]`

/** Puts changes into the first row that fits, and lets the total follow. */
export function inRow(
  pick: (form: GeneratedForm) => readonly number[],
  change: (sketch: FormSketch, index: number, unit: string) => NonNullable<FormSketch['indicators']>[number],
): Injector['inject'] {
  return (form) => {
    const [index] = pick(form)
    if (index === undefined) return null
    const unit = form.planned[index]!.work!.unit
    const sketch = withTotal(withRow(form.sketch, index, change(form.sketch, index, unit)))
    return { sketch, at: [row(index)] }
  }
}

export const heavy = (form: GeneratedForm, index: number) => weightOf(form.sketch, index) >= 100
export const quantity = (form: GeneratedForm) =>
  rowsWhere(form, ({ level2Name }, index) => level2Name === '数量指标' && heavy(form, index))
export const share = (form: GeneratedForm) =>
  rowsWhere(
    form,
    ({ level2Name, name }, index) => level2Name === '质量指标' && name.endsWith('率') && heavy(form, index),
  )
export const complaints = (form: GeneratedForm) =>
  rowsWhere(form, ({ name }, index) => name.endsWith('有责投诉件数') && heavy(form, index))
export const costs = (form: GeneratedForm) =>
  rowsWhere(form, ({ level2Name }, index) => level2Name.includes('成本') && heavy(form, index))
export const satisfaction = (form: GeneratedForm) =>
  rowsWhere(form, ({ level1 }, index) => level1 === 'satisfaction' && heavy(form, index) && isFull(form.sketch, index))
export const deadline = (form: GeneratedForm) =>
  rowsWhere(form, ({ name }, index) => /时限|时间$/.test(name) && heavy(form, index))
export const judged = (form: GeneratedForm) =>
  rowsWhere(form, ({ name }, index) => /性$|程度$/.test(name) && heavy(form, index))
export const missed = (form: GeneratedForm) =>
  rowsWhere(form, ({ fate }, index) => fate === 'missed' && !isFull(form.sketch, index))
/** Quantities of forms in which another row lost points: not all of them have full marks then. */
export const besideMissed = (form: GeneratedForm) => {
  const lost = missed(form)
  return lost.length === 0 ? [] : quantity(form).filter((index) => !lost.includes(index))
}
export const full = (form: GeneratedForm) =>
  rowsWhere(form, (_, index) => isFull(form.sketch, index) && heavy(form, index))

export const weightText = (sketch: FormSketch, index: number) => printCents(weightOf(sketch, index))

/** Moves one point of weight and score from a row to another. */
export function moved(sketch: FormSketch, from: number, to: number): FormSketch {
  const shift = (index: number, by: number) => {
    const points = printCents(weightOf(sketch, index) + by)
    return { weight: points, score: points }
  }
  return withRow(withRow(sketch, from, shift(from, -100)), to, shift(to, 100))
}

export const basicTask = (sketch: FormSketch) => taskWhere(sketch, (task) => task.name === '基本支出')
export const totalTask = (sketch: FormSketch) => taskWhere(sketch, (task) => task.row === 'total')

export function less(text: string | undefined, cents: number): string {
  return printCents(centsOf(text) - cents)
}

/** A project whose money is all appropriation, so that its figures can be set at will. */
export function withMoney(form: GeneratedForm, budgeted: string, executed: string): FormSketch {
  const points = centsOf(form.sketch.tasks![totalTask(form.sketch)]!.weight)
  const whole = Math.max(1, centsOf(budgeted))
  return withTotal({
    ...form.sketch,
    tasks: form.sketch.tasks!.map((task) =>
      task.row === 'total'
        ? reckoned({ ...task, initialBudget: budgeted, budgeted, executed }, points, whole)
        : task.name?.startsWith('其中') === true
          ? { ...task, initialBudget: budgeted, budgeted, executed }
          : { row: 'source' as const, name: task.name! },
    ),
  })
}
