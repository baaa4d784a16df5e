/**
 * Forms that are right: under an edition and in a layout, every weight, sum, score, reason and grade as the rules want it.
 * Weights, sums and totals are the generator's own arithmetic; only the band in which a score must lie is asked of the
 * engine. One seed, one form.
 */

import { type Form, type Grade, type SurveyField, surveyFields } from '../../../core/model/index.ts'
import type { FormSketch, IndicatorSketch } from '../../../core/recognise/sketch.ts'
import type { Edition } from '../../../core/rulebook/edition.ts'
import type { Layout } from '../../../core/rulebook/layout.ts'
import { scoreForm } from '../../../core/scoring/index.ts'
import { readValue } from '../../../core/values/index.ts'
import { places, topics as stock, type Topic } from './business.ts'
import { printCents } from './cents.ts'
import { blockOf, formIn, kept, type Places, placesOf, withWideText } from './places.ts'
import { type Money, moneyOf, pointsFrom, sourceRows, sum, taskRows } from './plan-money.ts'
import { type PlannedRow, planRows } from './plan-rows.ts'
import { Random } from './random.ts'

export interface GeneratorOptions {
  readonly edition: Edition
  readonly layout: Layout
  /** Scored rows wanted, 1 to 300; a form has at least one in each level-1 block. */
  readonly rows: number
  /** What is to be fixed; else by chance. */
  readonly fiscalYear?: number
  readonly place?: string
  readonly department?: string
  readonly topics?: readonly Topic[]
}

export interface GeneratedForm {
  readonly seed: number
  readonly sketch: FormSketch
  readonly form: Form
  /** What each indicator was meant to be, by index. */
  readonly planned: readonly PlannedRow[]
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

function indicatorSketch(
  row: PlannedRow,
  places: Places,
  pointsInLabels: boolean,
  level2Points: boolean,
  random: Random,
): IndicatorSketch {
  const label = (name: string, cents: number, printed: boolean) =>
    printed ? `${name}(${printCents(cents, 'shortest')}分)` : name
  const survey = surveyFor(random, row)
  const printsSurvey = surveyFields.every((field) => places.indicators.has(field))
  const tells = survey !== null && !printsSurvey && places.indicators.has('note') && random.chance(30)
  return kept<IndicatorSketch>(
    {
      ...(tells ? { note: toldSurvey(survey) } : {}),
      ...(survey !== null && printsSurvey ? { survey } : {}),
      ...(places.indicators.has('evidence') && row.work !== null
        ? { extra: { evidence: `${row.work.name}台账、验收资料` } }
        : {}),
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

/**
 * A survey that gives just this percentage: so many hundred answers that the share is whole, all asked or some more. Null
 * for rows that ask nobody.
 */
function surveyFor(random: Random, row: PlannedRow): Readonly<Record<SurveyField, string>> | null {
  const value = row.work === null ? null : readValue(row.actual, { name: row.name, unit: row.unit }).value
  if (row.level1 !== 'satisfaction' || value?.kind !== 'quantity') return null
  const thousandths = Math.round(Number(value.number.toFixed(1)) * 10)
  const valid = thousandths % 10 === 0 ? random.int(2, 9) * 100 : random.int(1, 3) * 1000
  const returned = valid + random.int(0, 9)
  const counted = random.chance(50) ? '份' : ''
  return {
    sampleSize: `${returned + random.int(0, 30)}${counted}`,
    returnedAnswers: `${returned}${counted}`,
    validAnswers: `${valid}${counted}`,
    satisfiedAnswers: `${(valid * thousandths) / 1000}${counted}`,
    surveyMethod: random.pick(['随机抽样问卷调查', '电话回访', '现场访谈']),
  }
}

/** The same told in a remark, where the layout has no column for it. */
function toldSurvey(survey: Readonly<Record<SurveyField, string>>): string {
  const of = (field: SurveyField) => survey[field].replace('份', '')
  return `${survey.surveyMethod},发放问卷${of('sampleSize')}份,回收${of('returnedAnswers')}份,有效问卷${of('validAnswers')}份,满意${of('satisfiedAnswers')}份。`
}

function factsOf(labels: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(labels.map((label) => [label, `${label.replace(/[:\uff1a]/g, '')}已按要求如实填写。`]))
}

export function generateForm(seed: number, options: GeneratorOptions): GeneratedForm {
  const { edition, layout, rows } = options
  const random = new Random(seed)
  const shown = placesOf(layout)
  const tasksBlock = blockOf(layout, 'tasks')
  const indicatorsBlock = blockOf(layout, 'indicators')
  const totalBlock = blockOf(layout, 'total')
  const isDepartment = layout.kind === 'department'
  const first = Number(edition.firstYear.value)
  const byChance =
    edition.lastYear === null ? random.int(first, first + 3) : random.int(first, Number(edition.lastYear.value))
  const fiscalYear = options.fiscalYear ?? byChance
  const count = Math.max(1, Math.min(16, Math.ceil(rows / 18), Math.ceil(rows / 3)))
  const topics = random.shuffled(options.topics ?? stock).slice(0, count)
  const money = topics.map(() => moneyOf(random, 9000, 45000))
  const planned = planRows({
    random,
    edition,
    topics,
    rows,
    fiscalYear,
    splitTarget: shown.indicators.has('attribute'),
    notApplicable: random.chance(50),
    money,
  })
  const anyPlace = random.pick(places)
  const place = options.place ?? anyPlace
  const department = options.department ?? place + topics[0]!.department
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
        ? taskRows(random, topics, money, points, shown, missed)
        : sourceRows(random, whole, points, shown)
  const named = tasks.map((task) => (task.row === 'total' ? { ...task, name: tasksBlock!.totalLabel } : task))
  const ordered =
    tasksBlock?.total === 'last' || named.at(-1)?.row !== 'total' ? named : [named.at(-1)!, ...named.slice(0, -1)]
  const level2Points = random.chance(40)
  const unscored: FormSketch = {
    kind: layout.kind,
    title: blockOf(layout, 'title')?.text ?? '',
    region: place,
    fiscalYear: `${fiscalYear}年`,
    ...(shown.facts.has('department') || isDepartment ? { department } : {}),
    supervisor: department,
    ...(isDepartment ? {} : { project: `${topics[0]!.name}项目`, implementer: `${place}${topics[0]!.name}中心` }),
    moneyUnit: shown.moneyUnit ? '万元' : '',
    tasks: ordered,
    goals: topics.slice(0, 6).map((topic, index) => ({
      stated: `目标${index + 1}:完成${topic.name}年度任务,做好${topic.works[0]!.name}和${topic.works[1]!.name}。`,
      achieved: `目标${index + 1}完成情况:${topic.name}年度任务按计划推进,${topic.works[0]!.name}和${topic.works[1]!.name}均已落实。`,
    })),
    indicators: planned.map((row) =>
      indicatorSketch(row, shown, indicatorsBlock?.pointsInLabels === true, level2Points, random),
    ),
    executionPoints: shown.executionPoints ? printCents(points, 'shortest') : '',
    facts: factsOf(shown.labels),
  }
  const narrow = withScores(unscored, planned, edition, layout, random, totalBlock?.grade === true)
  const sketch = random.chance(50) ? withWideText(narrow) : narrow
  return { seed, sketch, form: formIn(layout, sketch), planned }
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
  const shown = placesOf(layout)
  const hasNote = shown.indicators.has('note')
  if (!shown.indicators.has('weight') || !shown.indicators.has('score')) {
    return {
      ...sketch,
      indicators: sketch.indicators!.map((row, index) =>
        planned[index]!.fate === 'met' || !hasNote
          ? row
          : { ...row, note: `${row.note ?? ''}${noteFor(random, planned[index]!)}` },
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
      // A remark that already tells the survey comes first.
      ...(explain ? { note: `${row.note ?? ''}${noteFor(random, plan)}` } : {}),
      ...(shown.indicators.has('reviewScore')
        ? { extra: { ...row.extra, reviewScore: printCents(score, 'shortest') } }
        : {}),
    }
  })
  const execution = pointsFrom(sketch.tasks?.find((task) => task.row === 'total')?.score)
  const all = total + execution
  return { ...sketch, indicators, total: printCents(all), ...(printGrade ? { grade: gradeOf(edition, all) } : {}) }
}
