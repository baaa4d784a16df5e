/**
 * Forms that are right: under an edition and in a layout, every weight, sum, score, reason and grade as the rules want it.
 * Weights, sums and totals are the generator's own arithmetic; only the band in which a score must lie is asked of the
 * engine. One seed, one form.
 */

import type { Form, Grade, IndicatorColumn, TaskColumn } from '../../src/core/model/index.ts'
import {
  type FormSketch,
  formFromSketch,
  type IndicatorSketch,
  type TaskSketch,
} from '../../src/core/recognise/sketch.ts'
import type { Edition } from '../../src/core/rulebook/edition.ts'
import type { IndicatorField, Layout, LayoutBlock, TaskField } from '../../src/core/rulebook/layout.ts'
import { scoreForm } from '../../src/core/scoring/index.ts'
import { places, topics as stock, type Topic } from './business.ts'
import { printCents, proportion, split } from './cents.ts'
import { type PlannedRow, planRows } from './plan-rows.ts'
import { Random } from './random.ts'

export interface GeneratorOptions {
  readonly edition: Edition
  readonly layout: Layout
  /** Scored rows wanted, 1 to 300; a form has at least one in each level-1 block. */
  readonly rows: number
}

export interface GeneratedForm {
  readonly seed: number
  readonly sketch: FormSketch
  readonly form: Form
}

type Of<B extends LayoutBlock['block']> = Extract<LayoutBlock, { block: B }>

function blockOf<B extends LayoutBlock['block']>(layout: Layout, block: B): Of<B> | undefined {
  return layout.blocks.find((one): one is Of<B> => one.block === block)
}

/** What a layout has places for. */
export interface Places {
  readonly indicators: ReadonlySet<IndicatorField>
  readonly tasks: ReadonlySet<TaskField>
  readonly facts: ReadonlySet<string>
  readonly labels: readonly string[]
}

export function placesOf(layout: Layout): Places {
  const facts = layout.blocks.flatMap((block) => (block.block === 'facts' ? block.rows.flat() : []))
  const notes = layout.blocks.flatMap((block) => (block.block === 'notes' ? block.labels : []))
  return {
    indicators: new Set(blockOf(layout, 'indicators')?.columns.map((column) => column.field)),
    tasks: new Set(blockOf(layout, 'tasks')?.columns.map((column) => column.field)),
    facts: new Set(facts.map((fact) => fact.field)),
    labels: [...facts.filter((fact) => fact.field === 'fact').map((fact) => fact.label), ...notes],
  }
}

interface Money {
  readonly budgeted: number
  readonly executed: number
}

function moneyOf(random: Random, from: number, to: number): Money {
  const budgeted = random.int(from, to)
  const executed = random.chance(15) ? budgeted : Math.floor((budgeted * random.int(9200, 9999)) / 10000)
  return { budgeted, executed }
}

const causes: readonly string[] = [
  '受汛期连续降雨影响,部分点位进场推迟',
  '外包单位人员调整,部分点位交接较晚',
  '申请对象中有一部分临时变更登记地',
  '上游材料供货周期延长,到货分批进行',
  '与相邻单位的施工时段重叠,排期顺延',
]
const excesses: readonly string[] = [
  '年内新增一批群众申请,实际受理多于年初安排',
  '新增两个片区纳入服务范围,实际办理多于年初安排',
]
const remedies: readonly string[] = [
  '提前编排工期,按旬调度进度',
  '改为分片包干,逐点销号',
  '与供货方签订备货条款,缩短等待时间',
  '建立登记信息月度比对机制',
]

function noteFor(random: Random, row: PlannedRow): string {
  const cause = random.pick(row.fate === 'over' ? excesses : causes)
  return `原因分析:${row.work!.name}${cause}。改进措施:${row.work!.name}今后${random.pick(remedies)}。`
}

function pointsOf(value: string): number {
  return Number(value) * 100
}

const gradeNames: Readonly<Record<Grade, string>> = { excellent: '优', good: '良', fair: '中', poor: '差' }

function gradeOf(edition: Edition, total: number): string {
  const grade = edition.grades.find(({ from }) => from === null || pointsOf(from.value) <= total)
  return grade === undefined ? '' : gradeNames[grade.grade]
}

/** Only what the layout has a column for. */
function kept<T extends object>(whole: T, fields: Readonly<Partial<Record<keyof T, boolean>>>): T {
  return Object.fromEntries(Object.entries(whole).filter(([key]) => fields[key as keyof T] !== false)) as T
}

function indicatorSketch(
  row: PlannedRow,
  places: Places,
  pointsInLabels: boolean,
  level2Points: boolean,
): IndicatorSketch {
  const label = (name: string, cents: number, printed: boolean) =>
    printed ? `${name}(${printCents(cents, 'shortest')}分)` : name
  return kept<IndicatorSketch>(
    {
      ...(row.work === null ? { role: 'notApplicable' as const } : {}),
      level1: label(row.level1Name, row.level1Cents, pointsInLabels),
      level2: label(row.level2Name, row.level2Cents, pointsInLabels && level2Points && row.work !== null),
      name: row.name,
      attribute: row.attribute,
      unit: row.unit,
      target: row.target,
      actual: row.actual,
      weight: row.work === null ? '' : printCents(row.weightCents, 'shortest'),
    },
    { weight: places.indicators.has('weight'), actual: places.indicators.has('actual') },
  )
}

/** Money rows by task (department forms): each with the share of the points that its budget has. */
function taskRows(
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
  const added = (field: keyof TaskSketch) => {
    const cents = sum(rows.map((row) => pointsFrom(row[field])))
    return cents === 0 ? '' : printCents(cents)
  }
  const funds = ['budgetedAppropriation', 'budgetedOtherFunds', 'executedAppropriation', 'executedOtherFunds'] as const
  return {
    ...total,
    ...Object.fromEntries(funds.filter((field) => field in total).map((field) => [field, added(field)])),
  }
}

function pointsFrom(text: string | undefined): number {
  return text === undefined || text === '' ? 0 : Math.round(Number(text.replace('.', '')))
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

/** Money rows by source (project forms): the total first, its sources below; only the total is scored. */
function sourceRows(random: Random, whole: Money, points: number, places: Places): readonly TaskSketch[] {
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

/** The columns that the layout prints, so that a check on a column that is not there does not apply. */
function columnsOf(places: Places): Form['columns'] {
  const indicators: readonly IndicatorColumn[] = [
    'level1',
    'level2',
    'name',
    'attribute',
    'target',
    'unit',
    'actual',
    'weight',
    'score',
    'note',
  ]
  const tasks: readonly TaskColumn[] = [
    'name',
    'content',
    'completion',
    'initialBudget',
    'budgeted',
    'executed',
    'weight',
    'rate',
    'score',
    'note',
  ]
  const printed = new Set([...places.tasks].map((field) => field.split('.')[0]))
  return {
    indicators: indicators.filter((column) => places.indicators.has(column)),
    tasks: tasks.filter((column) => printed.has(column)),
  }
}

/** The form of a sketch, as the layout's recogniser would give it. */
export function formIn(layout: Layout, sketch: FormSketch): Form {
  return { ...formFromSketch(sketch), layout: layout.id, columns: columnsOf(placesOf(layout)) }
}

function factsOf(labels: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(labels.map((label) => [label, `${label.replace(/[::]/g, '')}已按要求如实填写。`]))
}

export function generateForm(seed: number, { edition, layout, rows }: GeneratorOptions): GeneratedForm {
  const random = new Random(seed)
  const places_ = placesOf(layout)
  const tasksBlock = blockOf(layout, 'tasks')
  const indicatorsBlock = blockOf(layout, 'indicators')
  const totalBlock = blockOf(layout, 'total')
  const isDepartment = layout.kind === 'department'
  const first = Number(edition.firstYear.value)
  const fiscalYear =
    edition.lastYear === null ? random.int(first, first + 3) : random.int(first, Number(edition.lastYear.value))
  const count = Math.max(1, Math.min(16, Math.ceil(rows / 18), Math.ceil(rows / 3)))
  const topics = random.shuffled(stock).slice(0, count)
  const money = topics.map(() => moneyOf(random, 9000, 45000))
  const planned = planRows({
    random,
    edition,
    topics,
    rows,
    fiscalYear,
    splitTarget: places_.indicators.has('attribute'),
    notApplicable: random.chance(50),
    money,
  })
  const place = random.pick(places)
  const department = place + topics[0]!.department
  const points = pointsOf(edition.executionPoints.value)
  const missed = new Set(planned.filter((row) => row.fate === 'missed').map((row) => row.topic))
  const whole: Money = {
    budgeted: sum(money.map((one) => one.budgeted)),
    executed: sum(money.map((one) => one.executed)),
  }
  const tasks =
    tasksBlock === undefined
      ? []
      : tasksBlock.rows === 'tasks'
        ? taskRows(random, topics, money, points, places_, missed)
        : sourceRows(random, whole, points, places_)
  const named = tasks.map((task) => (task.row === 'total' ? { ...task, name: tasksBlock!.totalLabel } : task))
  const ordered =
    tasksBlock?.total === 'last' || named.at(-1)?.row !== 'total' ? named : [named.at(-1)!, ...named.slice(0, -1)]
  const level2Points = random.chance(40)
  const unscored: FormSketch = {
    kind: layout.kind,
    title: blockOf(layout, 'title')?.text ?? '',
    region: place,
    fiscalYear: `${fiscalYear}年`,
    ...(places_.facts.has('department') || isDepartment ? { department } : {}),
    supervisor: isDepartment ? place + topics[0]!.department : department,
    ...(isDepartment ? {} : { project: `${topics[0]!.name}项目`, implementer: `${place}${topics[0]!.name}中心` }),
    moneyUnit: '万元',
    tasks: ordered,
    goals: topics.slice(0, 6).map((topic, index) => ({
      stated: `目标${index + 1}:完成${topic.name}年度任务,做好${topic.works[0]!.name}和${topic.works[1]!.name}。`,
      achieved: `目标${index + 1}完成情况:${topic.name}年度任务按计划推进,${topic.works[0]!.name}和${topic.works[1]!.name}均已落实。`,
    })),
    indicators: planned.map((row) =>
      indicatorSketch(row, places_, indicatorsBlock?.pointsInLabels === true, level2Points),
    ),
    executionPoints: places_.tasks.has('weight') ? printCents(points, 'shortest') : '',
    facts: factsOf(places_.labels),
  }
  const sketch = withScores(unscored, planned, edition, layout, random, totalBlock?.grade === true)
  return { seed, sketch, form: formIn(layout, sketch) }
}

/** Each score inside the band that the rules give, reasons where points are lost or far exceeded, the total, the grade. */
function withScores(
  sketch: FormSketch,
  planned: readonly PlannedRow[],
  edition: Edition,
  layout: Layout,
  random: Random,
  printGrade: boolean,
): FormSketch {
  const places_ = placesOf(layout)
  const hasNote = places_.indicators.has('note')
  if (!places_.indicators.has('weight') || !places_.indicators.has('score')) {
    return {
      ...sketch,
      indicators: sketch.indicators!.map((row, index) =>
        planned[index]!.fate === 'met' || !hasNote ? row : { ...row, note: noteFor(random, planned[index]!) },
      ),
    }
  }
  const bands = scoreForm(formIn(layout, sketch), edition).rows
  let total = 0
  const indicators = sketch.indicators!.map((row, index) => {
    const plan = planned[index]!
    const band = bands[index]!.recomputed
    if (plan.work === null) return row
    if (band === null || bands[index]!.agreement === 'judge') {
      throw new Error(`no rule decides a right row: ${plan.name} ${plan.target} → ${plan.actual}`)
    }
    const score = pointsFrom((band.maxExcluded === true ? band.min : band.max).toFixed(2))
    total += score
    const explain = hasNote && (score < plan.weightCents || plan.fate !== 'met')
    return {
      ...row,
      score: printCents(score, random.chance(50) ? 'two' : 'shortest'),
      ...(explain ? { note: noteFor(random, plan) } : {}),
    }
  })
  const execution = pointsFrom(sketch.tasks?.find((task) => task.row === 'total')?.score)
  const all = total + execution
  return { ...sketch, indicators, total: printCents(all), ...(printGrade ? { grade: gradeOf(edition, all) } : {}) }
}
