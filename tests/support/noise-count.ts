/** Counts over many forms read with noise: what is right, what is wrong and not said, what a person is asked. */

import { layOutForm } from '../../src/core/layout/index.ts'
import type { Cell, Form, FormPath, Recognition } from '../../src/core/model/index.ts'
import { recognise } from '../../src/core/recognise/index.ts'
import { editionById, type Layout, layoutById } from '../../src/core/rulebook/index.ts'
import { generateForm } from './generate-form.ts'
import { type Noise, withNoise } from './ocr-noise.ts'
import { Random } from './random.ts'

export interface NoiseCount {
  readonly forms: number
  /** Forms of which the rows or the number came out otherwise: left out of the other counts. */
  readonly broken: number
  readonly fields: number
  readonly right: number
  readonly figures: number
  readonly rightFigures: number
  /** Read wrong at first. */
  readonly misread: number
  /** Of these, put right. */
  readonly mended: number
  /** Wrong, and nothing said of it. */
  readonly unsaid: number
  /** Printed empty and yet read as something. */
  readonly invented: number
  /** Right as read, and changed. */
  readonly spoilt: number
  /** Cells to confirm, a form each. */
  readonly toConfirm: readonly number[]
  readonly examples: readonly string[]
}

interface Field {
  readonly raw: string
  readonly isFigure: boolean
}

const textFields = ['name', 'attribute', 'unit', 'target', 'actual', 'note'] as const
const figureFields = ['weight', 'score'] as const

/** The printed text of every field, by path. */
export function fieldsOf(form: Form): ReadonlyMap<FormPath, Field> {
  const found = new Map<FormPath, Field>()
  const add = (path: FormPath, cell: Cell<unknown>, isFigure: boolean): void => {
    found.set(path, { raw: cell.raw.replace(/\s+/g, ''), isFigure })
  }
  for (const name of ['department', 'supervisor', 'project', 'implementer'] as const) add(name, form[name], false)
  add('total', form.total, true)
  form.tasks.forEach((task, index) => {
    for (const name of ['name', 'content', 'completion'] as const) add(`tasks[${index}].${name}`, task[name], false)
    for (const name of ['weight', 'rate', 'score', 'initialBudget'] as const)
      add(`tasks[${index}].${name}`, task[name], true)
    for (const side of ['budgeted', 'executed'] as const) {
      for (const [part, cell] of Object.entries(task[side]))
        add(`tasks[${index}].${side}.${part}`, cell as Cell<unknown>, true)
    }
  })
  form.indicators.forEach((row, index) => {
    for (const level of ['level1', 'level2'] as const) add(`indicators[${index}].${level}`, row[level].cell, false)
    for (const name of textFields)
      add(`indicators[${index}].${name}`, row[name], name === 'target' || name === 'actual')
    for (const name of figureFields) add(`indicators[${index}].${name}`, row[name], true)
  })
  return found
}

/** Paths that the reader says something about. */
function saidOf({ events, form }: Recognition): ReadonlySet<FormPath> {
  const said = new Set<FormPath>()
  for (const { kind, at } of events) {
    if (kind === 'reading-open' || kind === 'reading-decided' || kind === 'word-mended') {
      for (const { path } of at) said.add(path)
    }
  }
  // A label is one cell, told at the first of its rows.
  form.indicators.forEach((row, index) => {
    for (const level of ['level1', 'level2'] as const) {
      const first = form.indicators.findIndex((other) => other[level] === row[level])
      if (said.has(`indicators[${first}].${level}`)) said.add(`indicators[${index}].${level}`)
    }
  })
  return said
}

const layouts = [
  'national-project',
  'plain-project',
  'sichuan-project',
  'beijing-project',
  'shenzhen-department',
  'split-target-project',
]

function first(grid: Parameters<typeof recognise>[0][number]): Recognition | null {
  const { forms } = recognise([grid])
  return forms.length === 1 ? forms[0]! : null
}

export function countNoise(seed: number, forms: number, noise: Noise): NoiseCount {
  const edition = editionById('national-project-2020')!
  const count = {
    broken: 0,
    fields: 0,
    right: 0,
    figures: 0,
    rightFigures: 0,
    misread: 0,
    mended: 0,
    unsaid: 0,
    invented: 0,
    spoilt: 0,
  }
  const toConfirm: number[] = []
  const examples: string[] = []
  for (let index = 0; index < forms; index++) {
    const random = new Random(seed + index * 7919)
    const layout: Layout = layoutById(random.pick(layouts))!
    const rows = random.int(8, 40)
    const made = generateForm(seed * 1000 + index, { edition, layout, rows })
    const printed = layOutForm(made.form, layout)
    const noisy = withNoise(random, printed, noise)
    const truth = first(printed)
    const read = first(noisy.grid)
    // The same cells without any word of doubt: what a reader without knowledge makes of them.
    const bare = first({
      ...noisy.grid,
      cells: noisy.grid.cells.map(({ confidence: _c, alternatives: _a, ...cell }) => cell),
    })
    if (
      truth === null ||
      read === null ||
      read.form.indicators.length !== truth.form.indicators.length ||
      read.form.tasks.length !== truth.form.tasks.length
    ) {
      count.broken++
      examples.push(
        `form ${index}: ${read === null ? 'not one form' : `${read.form.indicators.length} rows of ${truth!.form.indicators.length}, ${read.form.tasks.length} tasks of ${truth!.form.tasks.length}`}`,
      )
      continue
    }
    const wanted = fieldsOf(truth.form)
    const got = fieldsOf(read.form)
    const before = bare === null ? got : fieldsOf(bare.form)
    const said = saidOf(read)
    for (const [path, field] of wanted) {
      const found = got.get(path)?.raw ?? ''
      if (field.raw === '' && found === '') continue
      count.fields++
      if (field.isFigure) count.figures++
      const isRight = found === field.raw
      const wasRight = (before.get(path)?.raw ?? '') === field.raw
      if (!wasRight) count.misread++
      if (isRight) {
        count.right++
        if (field.isFigure) count.rightFigures++
        if (!wasRight) count.mended++
        continue
      }
      if (field.raw === '') count.invented++
      const isSaid = said.has(path)
      if (wasRight) count.spoilt++
      if (!isSaid) count.unsaid++
      if ((!isSaid || wasRight) && examples.length < 40) {
        examples.push(
          `form ${index} ${path}: ${field.raw} read as ${found}${wasRight ? ' (was right)' : ''}${isSaid ? '' : ' UNSAID'}`,
        )
      }
    }
    toConfirm.push(read.events.filter(({ kind }) => kind === 'reading-open').length)
  }
  return { forms, ...count, toConfirm: toConfirm.sort((a, b) => a - b), examples }
}

export function quantile(sorted: readonly number[], percent: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * percent) / 100))] ?? 0
}
