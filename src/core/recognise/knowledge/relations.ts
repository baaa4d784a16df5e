/** Which sums, products and shares the figures of a form must satisfy, whatever they are. */

import { gather } from '../../model/gather.ts'
import { Exact, type Form, type FormPath, type Level1, type NumberCell, type Task } from '../../model/index.ts'

export type RelationKind =
  | 'rate'
  | 'taskScore'
  | 'sources'
  | 'taskSum'
  | 'level2Points'
  | 'level1Points'
  | 'allPoints'
  | 'total'
  | 'twin'

/** A relation between cells: true where their values satisfy it. */
export interface Relation {
  readonly kind: RelationKind
  /** What the sum is called: the name of a block or a task. */
  readonly name: string
  readonly members: readonly FormPath[]
  /** All its figures stand on the form: where it does not hold, the form or its reading is wrong. */
  readonly isPrinted: boolean
  /** Of a plain sum: Σ sign × member = `whole`. */
  readonly linear?: { readonly signs: readonly (1 | -1)[]; readonly whole: Exact }
  /** `values` in the order of `members`. */
  holds(values: readonly Exact[]): boolean
  /** The one value of the member at `index` that satisfies it with the others; null where there are several. */
  missing(values: readonly (Exact | null)[], index: number): Exact | null
}

/** Σ sign × member = whole. */
function linear(
  kind: RelationKind,
  name: string,
  members: readonly FormPath[],
  signs: readonly (1 | -1)[],
  whole: Exact,
): Relation {
  const signed = (value: Exact, index: number): Exact => (signs[index] === 1 ? value : value.negated())
  return {
    kind,
    name,
    members,
    isPrinted: true,
    linear: { signs, whole },
    holds: (values) => Exact.sum(values.map(signed)).equals(whole),
    missing(values, index) {
      let rest = whole
      for (let at = 0; at < values.length; at++) {
        const value = values[at]
        if (at === index) continue
        if (value == null) return null
        rest = rest.minus(signed(value, at))
      }
      return signed(rest, index)
    },
  }
}

/** The last member is the sum of the others. */
function sum(kind: RelationKind, name: string, parts: readonly FormPath[], whole: FormPath): Relation {
  return linear(kind, name, [...parts, whole], [...parts.map(() => 1 as const), -1], Exact.zero)
}

/** The members add up to a figure that the rules fix. */
function fixed(kind: RelationKind, name: string, members: readonly FormPath[], whole: Exact): Relation {
  return linear(
    kind,
    name,
    members,
    members.map(() => 1 as const),
    whole,
  )
}

function decimalsOf(raw: string): number {
  return /\.(\d+)/.exec(raw)?.[1]?.length ?? 0
}

/** third = first × factor ÷ second, rounded as it is written. */
function quotient(
  kind: RelationKind,
  name: string,
  [above, below, result]: readonly [FormPath, FormPath, FormPath],
  factor: Exact,
  decimals: number,
): Relation {
  const of = (first: Exact, second: Exact): Exact => first.times(factor).dividedBy(second)
  return {
    kind,
    name,
    members: [above, below, result],
    isPrinted: true,
    holds([first, second, third]) {
      if (second!.isZero) return false
      const exact = of(first!, second!)
      return exact.round(decimals).equals(third!) || exact.round(decimals, 'down').equals(third!)
    },
    missing([first, second], index) {
      return index === 2 && first != null && second != null && !second.isZero ? of(first, second).round(decimals) : null
    },
  }
}

const amounts = ['total', 'appropriation', 'otherFunds', 'carryOver'] as const

function ofTask(task: Task, index: number): Relation[] {
  const path = (field: string): FormPath => `tasks[${index}].${field}`
  const name = task.name.raw
  const found: Relation[] = []
  if (task.rate.raw !== '') {
    const members = [path('executed.total'), path('budgeted.total'), path('rate')] as const
    found.push(quotient('rate', name, members, Exact.hundred, decimalsOf(task.rate.raw)))
  }
  for (const side of ['budgeted', 'executed'] as const) {
    const parts = amounts.slice(1).filter((amount) => isFilled(task[side][amount]))
    if (parts.length > 1) {
      const paths = parts.map((part) => path(`${side}.${part}`))
      found.push(sum('sources', name, paths, path(`${side}.total`)))
    }
  }
  return found
}

/** Points and scores of tasks follow from their money: 10 × budget ÷ all budgets, and points × rate. */
function ofMoney(form: Form): Relation[] {
  const found = gather(form.tasks, ofTask)
  const total = form.tasks.findIndex(({ role }) => role === 'total')
  const rows = gather(form.tasks, (task, index) => (task.role === 'task' ? [index] : []))
  const sources = gather(form.tasks, (task, index) => (task.role === 'source' ? [index] : []))
  if (total >= 0) {
    const parts = rows.length > 0 ? rows : sources
    for (const field of ['initialBudget', 'budgeted.total', 'executed.total']) {
      if (parts.length < 2) continue
      const filled = parts.filter((index) => isFilled(cellOf(form.tasks[index]!, field)))
      const paths = filled.map((index) => `tasks[${index}].${field}`)
      if (filled.length > 1) found.push(sum('taskSum', form.tasks[total]!.name.raw, paths, `tasks[${total}].${field}`))
    }
  }
  form.tasks.forEach((task, index) => {
    if (![task.score, task.rate, task.weight].every(isFilled)) return
    const members = [`tasks[${index}].weight`, `tasks[${index}].rate`, `tasks[${index}].score`] as const
    found.push(product('taskScore', task.name.raw, members, decimalsOf(task.score.raw)))
  })
  return found
}

/** third = first × second ÷ 100, within what rounding of points and rates leaves open. */
function product(
  kind: RelationKind,
  name: string,
  members: readonly [FormPath, FormPath, FormPath],
  decimals: number,
): Relation {
  const slack = Exact.of(`0.${'0'.repeat(Math.max(1, decimals) - 1)}1`)
  return {
    kind,
    name,
    members,
    isPrinted: true,
    holds: ([first, second, third]) => first!.times(second!).dividedBy(Exact.hundred).minus(third!).abs().atMost(slack),
    missing: ([first, second], index) =>
      index === 2 && first != null && second != null
        ? first.times(second).dividedBy(Exact.hundred).round(decimals)
        : null,
  }
}

function cellOf(task: Task, field: string): NumberCell {
  const [side, part] = field.split('.') as [keyof Task, 'total']
  return (part === undefined ? task[side] : (task[side] as Task['budgeted'])[part]) as NumberCell
}

/** Something stands there, read or not. */
function isFilled({ raw, confidence }: NumberCell): boolean {
  return raw !== '' || confidence !== undefined
}

interface Block {
  readonly name: string
  readonly points: Exact | null
  readonly rows: number[]
}

/** Rows under each label of a level, one after another. */
function blocksOf(form: Form, level: 'level1' | 'level2'): Block[] {
  const blocks: Block[] = []
  let last: unknown = null
  form.indicators.forEach((indicator, index) => {
    if (indicator.role !== 'scored') return
    const label = indicator[level]
    if (label !== last || blocks.length === 0) {
      const sure = (label.points.confidence ?? 1) === 1 || label.points.alternatives === undefined
      blocks.push({ name: label.cell.raw, points: sure ? label.points.value : null, rows: [] })
      last = label
    }
    blocks.at(-1)!.rows.push(index)
  })
  return blocks
}

const usual: Readonly<Partial<Record<Level1, Exact>>> = {
  output: Exact.of(50),
  benefit: Exact.of(30),
  satisfaction: Exact.of(10),
}

const weightsOf = (rows: readonly number[]): FormPath[] => rows.map((row) => `indicators[${row}].weight`)

/** Weights add up to the points of their blocks, and all of them with the points for execution to a hundred. */
function ofWeights(form: Form): Relation[] {
  if (!form.columns.indicators.includes('weight')) return []
  const found: Relation[] = []
  for (const { name, points, rows } of blocksOf(form, 'level2')) {
    if (points !== null) found.push(fixed('level2Points', name, weightsOf(rows), points))
  }
  const firsts = blocksOf(form, 'level1')
  const printed = firsts.filter(({ points }) => points !== null)
  for (const { name, points, rows } of firsts) {
    if (points !== null) found.push(fixed('level1Points', name, weightsOf(rows), points))
  }
  if (printed.length === 0) {
    for (const { name, rows } of firsts) {
      const points = usual[form.indicators[rows[0]!]!.level1Kind]
      if (points !== undefined) {
        found.push({ ...fixed('level1Points', name, weightsOf(rows), points), isPrinted: false })
      }
    }
  }
  const scored = gather(form.indicators, ({ role }, index) => (role === 'scored' ? [index] : []))
  const execution = executionWeight(form)
  if (scored.length > 0) {
    found.push(
      execution === null
        ? fixed('allPoints', '', weightsOf(scored), Exact.hundred)
        : fixed('allPoints', '', [...weightsOf(scored), execution], Exact.hundred),
    )
  }
  return found
}

function executionWeight(form: Form): FormPath | null {
  if (isFilled(form.executionPoints)) return 'executionPoints'
  const total = form.tasks.findIndex(({ role, weight }) => role === 'total' && isFilled(weight))
  return total < 0 ? null : `tasks[${total}].weight`
}

/** The printed total is the sum of all scores. */
function ofScores(form: Form): Relation[] {
  if (!isFilled(form.total)) return []
  const rows = gather(form.indicators, ({ role }, index) => (role === 'scored' ? [`indicators[${index}].score`] : []))
  if (rows.length === 0) return []
  const total = form.tasks.findIndex(({ role, score }) => role === 'total' && isFilled(score))
  const parts = total < 0 ? rows : [...rows, `tasks[${total}].score`]
  return [sum('total', '', parts, 'total')]
}

/** Those with few members first: what they settle helps the longer ones. */
export function relationsOf(form: Form): readonly Relation[] {
  return [...ofMoney(form), ...ofWeights(form), ...ofScores(form)].sort(
    (one, other) => one.members.length - other.members.length,
  )
}
