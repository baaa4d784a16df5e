/** The money of a generated form: budgets, spending and the points that go with them, in the generator's own arithmetic. */

import type { TaskSketch } from '../../../core/recognise/sketch.ts'
import type { Topic } from './business.ts'
import { printCents, proportion, split } from './cents.ts'
import { kept, type Places } from './places.ts'
import type { Random } from './random.ts'

export interface Money {
  readonly budgeted: number
  readonly executed: number
}

export function moneyOf(random: Random, from: number, to: number): Money {
  const budgeted = random.int(from, to)
  const executed = random.chance(15) ? budgeted : Math.floor((budgeted * random.int(9200, 9999)) / 10000)
  return { budgeted, executed }
}

/** Money rows by task (department forms): each with the share of the points that its budget has. */
export function taskRows(
  random: Random,
  topics: readonly Topic[],
  money: readonly Money[],
  points: number,
  places: Places,
  missed: ReadonlySet<number>,
): readonly TaskSketch[] {
  const basic = moneyOf(random, 20000, 60000)
  const all: readonly Money[] = [basic, ...money]
  const total = { budgeted: sum(all.map((row) => row.budgeted)), executed: sum(all.map((row) => row.executed)) }
  const weights = split(
    points,
    all.map((row) => row.budgeted),
  )
  const row = (figures: Money, weight: number): TaskSketch => {
    const other = random.chance(20) ? Math.floor(figures.budgeted / 4) : 0
    const otherSpent = Math.min(other, figures.executed)
    return kept<TaskSketch>(
      {
        initialBudget: printCents(figures.budgeted),
        budgeted: printCents(figures.budgeted),
        budgetedAppropriation: printCents(figures.budgeted - other),
        budgetedOtherFunds: other === 0 ? '' : printCents(other),
        executed: printCents(figures.executed),
        executedAppropriation: printCents(figures.executed - otherSpent),
        executedOtherFunds: otherSpent === 0 ? '' : printCents(otherSpent),
        weight: printCents(weight),
        rate: `${printCents(proportion(figures.executed, 10000, figures.budgeted))}%`,
        score: printCents(proportion(points, figures.executed, total.budgeted)),
      },
      {
        initialBudget: places.tasks.has('initialBudget'),
        budgetedAppropriation: places.tasks.has('budgeted.appropriation'),
        budgetedOtherFunds: places.tasks.has('budgeted.otherFunds'),
        executedAppropriation: places.tasks.has('executed.appropriation'),
        executedOtherFunds: places.tasks.has('executed.otherFunds'),
        weight: places.tasks.has('weight'),
        rate: places.tasks.has('rate'),
        score: places.tasks.has('score'),
      },
    )
  }
  const texts = (content: string, completion: string): TaskSketch =>
    kept<TaskSketch>(
      { content, completion },
      { content: places.tasks.has('content'), completion: places.tasks.has('completion') },
    )
  const rows: TaskSketch[] = [
    {
      name: '基本支出',
      ...texts('主要用于在编人员工资、社保和公用经费。', '人员经费和公用经费按月拨付到位。'),
      ...row(basic, weights[0]!),
    },
    { row: 'group', name: '项目支出' },
    ...topics.map((topic, index) => ({
      name: `${topic.name}经费`,
      ...texts(
        `主要用于${topic.works.map((work) => work.name).join('、')}。`,
        missed.has(index) ? '基本达成预期指标' : '全部达成预期指标',
      ),
      ...row(money[index]!, weights[index + 1]!),
    })),
  ]
  return [...rows, totalOf(rows, { row: 'total', name: '', ...row(total, points) })]
}

/** The total's funds are the sums of the rows', not shares of its own. */
function totalOf(rows: readonly TaskSketch[], total: TaskSketch): TaskSketch {
  const added = (field: Exclude<keyof TaskSketch, 'extra'>) => {
    const cents = sum(rows.map((row) => pointsFrom(row[field])))
    return cents === 0 ? '' : printCents(cents)
  }
  const funds = ['budgetedAppropriation', 'budgetedOtherFunds', 'executedAppropriation', 'executedOtherFunds'] as const
  return {
    ...total,
    ...Object.fromEntries(funds.filter((field) => field in total).map((field) => [field, added(field)])),
  }
}

/** '1.50' → 150: a text with two decimals, or none. */
export function pointsFrom(text: string | undefined): number {
  return text === undefined || text === '' ? 0 : Number(text.replace('.', ''))
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Money rows by source (project forms): the total first, its sources below; only the total is scored. */
export function sourceRows(random: Random, whole: Money, points: number, places: Places): readonly TaskSketch[] {
  const carried = random.chance(40) ? Math.floor((whole.budgeted * random.int(3, 20)) / 100) : 0
  const other = random.chance(30) ? Math.floor((whole.budgeted * random.int(3, 20)) / 100) : 0
  const parts = [whole.budgeted - carried - other, carried, other]
  const spent = split(whole.executed, parts)
  const names = ['其中:当年财政拨款', '上年结转资金', '其他资金']
  const row = (name: string, figures: Money): TaskSketch =>
    kept<TaskSketch>(
      {
        name,
        initialBudget: printCents(figures.budgeted),
        budgeted: printCents(figures.budgeted),
        executed: printCents(figures.executed),
      },
      { initialBudget: places.tasks.has('initialBudget') },
    )
  return [
    {
      ...row('', whole),
      row: 'total',
      ...(places.tasks.has('weight') ? { weight: printCents(points, 'shortest') } : {}),
      ...(places.tasks.has('rate')
        ? { rate: `${printCents(proportion(whole.executed, 10000, whole.budgeted))}%` }
        : {}),
      ...(places.tasks.has('score') ? { score: printCents(proportion(points, whole.executed, whole.budgeted)) } : {}),
    },
    ...names.map((name, index) => ({
      ...(parts[index] === 0 ? { name } : row(name, { budgeted: parts[index]!, executed: spent[index]! })),
      row: 'source' as const,
    })),
  ]
}
