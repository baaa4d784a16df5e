/**
 * Forms of every shape, right or wrong: all spellings, lost cells, rows that do not apply, labels with and without points.
 * For printing and reading, where nothing is scored. What a layout has no place for stays empty.
 */

import type { Form, Indicator, Task, TextCell } from '../../src/core/model/index.ts'
import { emptyCell, type SurveyField, surveyFields } from '../../src/core/model/index.ts'
import type { FormSketch, IndicatorSketch, TaskSketch } from '../../src/core/recognise/sketch.ts'
import { type IndicatorField, type Layout, type LayoutBlock, taskExtraFields } from '../../src/core/rulebook/layout.ts'
import { places, topics as stock } from './business.ts'
import { printCents } from './cents.ts'
import { formIn, placesOf, withWideText } from './places.ts'
import { Random } from './random.ts'
import { anyActuals, anyTargets, attributes, spellDigits } from './spelling.ts'

const SATISFACTION = '满意度指标'

const labels: readonly (readonly [level1: string, level2: readonly string[]])[] = [
  ['产出指标', ['数量指标', '质量指标', '时效指标', '成本指标']],
  ['效益指标', ['经济效益指标', '社会效益指标', '生态效益指标', '可持续影响指标']],
  [SATISFACTION, ['服务对象满意度指标']],
]

/** What stands in columns beyond the common ones. */
const extras: Readonly<Partial<Record<IndicatorField, readonly string[]>>> = {
  completionRate: ['100%', '98.5%', '120%'],
  deduction: ['0', '1', '0.5'],
  coefficient: ['100', '95', '80'],
  isCore: ['是', '否'],
  explanation: ['反映年度任务的完成程度', '按台账统计的实际数量'],
  scoringRule: ['完成得满分,每少一个百分点扣权重的百分之五', '按比例计分'],
  evidence: ['验收报告、台账', '统计报表'],
  lastYearActual: ['92%', '18', '1200'],
  targetBasis: ['计划标准', '历史标准', '行业标准'],
  weightShare: ['10', '5', '8'],
  weightedScore: ['9.5', '5', '8'],
  reviewScore: ['8', '4.5', '10'],
  reviewActual: ['95%', '12', '1180'],
  reviewDeviation: ['0', '-5%', '10%'],
  remark: ['按季度统计', '含上年结转任务'],
  initialTarget: ['100', '20', '95'],
  adjustedTarget: ['110', '18', '96'],
  midTermLevel2: ['数量指标', '质量指标'],
  midTermName: ['三年累计培训班期数', '规划期内场地达标率'],
  midTermTarget: ['≥300个', '95%', '全部建成'],
  forecast: ['≥100人', '98%', '按计划完成'],
  causeFunds: ['√'],
  causeRules: ['√'],
  causeStaff: ['人员调整'],
  causeEquipment: ['√'],
  causeOther: ['√'],
  likelihoodCertain: ['√'],
  likelihoodPossible: ['√'],
  likelihoodNone: ['√'],
}

const surveys: Readonly<Record<SurveyField, readonly string[]>> = {
  sampleSize: ['300', '500份', '1,200人'],
  returnedAnswers: ['290', '486份'],
  validAnswers: ['286', '480份', '1180'],
  satisfiedAnswers: ['270', '455份', '1102人'],
  surveyMethod: ['问卷调查法', '电话访谈', '随机抽样问卷调查'],
}

/** A survey told in a remark: read into the same fields where no column prints them. */
const toldSurveys: readonly string[] = [
  '发放问卷200份,回收有效问卷186份,满意174人。',
  '通过电话访谈随机调查服务对象120人,其中表示满意的115人。',
  '共发放满意度调查问卷500份,收回490份,其中有效问卷482份。',
]

const notes: readonly string[] = [
  '原因分析:部分点位进场推迟。改进措施:提前编排工期。',
  '因上级文件下达较晚,后续加强衔接',
  '受天气影响,工期顺延',
  '已按实际情况调整',
]

function lost(random: Random, text: string): string {
  return random.chance(6) ? '' : text
}

function rowsOf(
  random: Random,
  layout: Layout,
  count: number,
): { readonly rows: IndicatorSketch[]; readonly extra: Record<string, TextCell>[] } {
  const fields = placesOf(layout).indicators
  const pointsInLabels = layout.blocks.some((block) => block.block === 'indicators' && block.pointsInLabels)
  const withPoints = pointsInLabels && random.chance(60)
  const works = random.shuffled(stock.flatMap((topic) => topic.works))
  const levels = labels.flatMap(([level1, level2s]) => level2s.map((level2) => ({ level1, level2 })))
  const used = random.shuffled(levels).slice(0, Math.min(levels.length, count))
  const ordered = levels.filter((level) => used.includes(level))
  const room = ordered.map(() => 1)
  for (let left = count - ordered.length; left > 0; left--) room[random.int(0, room.length - 1)]!++
  const rows: IndicatorSketch[] = []
  const extra: Record<string, TextCell>[] = []
  const points = new Map<string, string>()
  const pointsOf = (label: string) => {
    if (!points.has(label)) points.set(label, String(random.int(1, 10) * 5))
    return points.get(label)!
  }
  ordered.forEach(({ level1, level2 }, block) => {
    const isNone = random.chance(10) && level1 === '效益指标'
    for (let row = 0; row < (isNone ? 1 : room[block]!); row++) {
      const work = works[rows.length % works.length]!
      const meaning = random.pick(['atLeast', 'atMost', 'equal'] as const)
      const digits = spellDigits(random, random.int(1, 2000) * 100)
      const target = isNone
        ? { target: '不适用', attribute: '', unit: '' }
        : fields.has('attribute')
          ? splitTarget(random, random.pick(attributes[meaning]), digits, work.unit, fields)
          : { target: lost(random, random.chance(50) ? `≥${digits}${work.unit}` : random.pick(anyTargets)) }
      rows.push({
        ...(isNone ? { role: 'notApplicable' as const } : {}),
        ...(fields.has('level1') ? { level1: withPoints ? `${level1}(${pointsOf(level1)}分)` : level1 } : {}),
        ...(fields.has('level2') ? { level2 } : {}),
        name: isNone
          ? '不适用'
          : `${work.name}${level1 === SATISFACTION ? '满意度' : work.measure}${rows.length >= works.length ? `之${rows.length}` : ''}`,
        ...target,
        actual:
          isNone || !fields.has('actual')
            ? ''
            : lost(random, random.chance(50) ? `${digits}${work.unit}` : random.pick(anyActuals)),
        weight:
          fields.has('weight') && !isNone
            ? lost(random, printCents(random.int(1, 1500), random.pick(['two', 'shortest'])))
            : '',
        score:
          fields.has('score') && !isNone
            ? lost(random, printCents(random.int(0, 1500), random.pick(['two', 'shortest'])))
            : '',
        note: fields.has('note') && random.chance(30) && !isNone ? random.pick(notesFor(level1)) : '',
        ...(isNone ? {} : { survey: surveySketch(random, fields) }),
      })
      extra.push(extraOf(random, fields, isNone))
    }
  })
  return { rows: rows.map((row, index) => unlikeBroken(row, rows[index - 1])), extra }
}

/**
 * A row with nothing but name and target, followed by one with results and no target, is what a page break makes of one
 * row: nobody can tell them apart, so that no generated form has both.
 */
function unlikeBroken(row: IndicatorSketch, before: IndicatorSketch | undefined): IndicatorSketch {
  const results = before === undefined ? 'some' : `${before.actual}${before.weight}${before.score}`
  return results === '' && row.target === '' ? { ...row, target: '≥1' } : row
}

function splitTarget(
  random: Random,
  attribute: string,
  digits: string,
  unit: string,
  fields: ReadonlySet<IndicatorField>,
): IndicatorSketch {
  if (random.chance(15)) return { attribute: '定性', unit: '', target: '定性 有效提升' }
  const unitPrinted = fields.has('unit') ? unit : ''
  return {
    attribute,
    unit: unitPrinted,
    target: [attribute, digits, unitPrinted].filter((part) => part !== '').join(' '),
  }
}

function notesFor(level1: string): readonly string[] {
  return level1 === SATISFACTION ? [...notes, ...toldSurveys] : notes
}

function surveySketch(random: Random, fields: ReadonlySet<IndicatorField>): Partial<Record<SurveyField, string>> {
  const printed = surveyFields.filter((field) => fields.has(field) && !random.chance(40))
  return Object.fromEntries(printed.map((field) => [field, random.pick(surveys[field])]))
}

function extraOf(random: Random, fields: ReadonlySet<IndicatorField>, isNone: boolean): Record<string, TextCell> {
  const extra: Record<string, TextCell> = {}
  for (const field of fields) {
    const texts = extras[field]
    if (texts === undefined || isNone || random.chance(10)) continue
    const raw = random.pick(texts)
    extra[field] = { raw, value: raw }
  }
  return extra
}

function tasksOf(random: Random, layout: Layout): TaskSketch[] {
  const block = layout.blocks.find((one): one is Extract<LayoutBlock, { block: 'tasks' }> => one.block === 'tasks')
  if (block === undefined) return []
  const fields = placesOf(layout).tasks
  const money = () => lost(random, printCents(random.int(100, 9999999), random.pick(['two', 'two', 'shortest'])))
  const row = (name: string, role: 'task' | 'source' | 'total'): TaskSketch => ({
    row: role,
    name,
    ...(fields.has('content') && role === 'task' ? { content: lost(random, '主要用于年度重点工作和日常运转。') } : {}),
    ...(fields.has('completion') && role === 'task'
      ? { completion: random.pick(['全部达成预期指标', '基本达成预期指标', '按计划完成年度任务']) }
      : {}),
    ...(fields.has('initialBudget') ? { initialBudget: money() } : {}),
    budgeted: printCents(random.int(100, 9999999)),
    ...(fields.has('budgeted.appropriation') ? { budgetedAppropriation: money() } : {}),
    ...(fields.has('budgeted.otherFunds') ? { budgetedOtherFunds: money() } : {}),
    ...(fields.has('executed.total') ? { executed: money() } : {}),
    ...(fields.has('executed.appropriation') ? { executedAppropriation: money() } : {}),
    ...(fields.has('executed.otherFunds') ? { executedOtherFunds: money() } : {}),
    ...(role === 'source'
      ? {}
      : {
          ...(fields.has('weight') ? { weight: role === 'total' ? '10' : printCents(random.int(1, 900)) } : {}),
          ...(fields.has('rate') ? { rate: `${printCents(random.int(5000, 10000))}%` } : {}),
          ...(fields.has('score') ? { score: printCents(random.int(1, 1000)) } : {}),
        }),
  })
  const total = row(block.totalLabel, 'total')
  const others =
    block.rows === 'tasks'
      ? [
          row('基本支出', 'task'),
          { row: 'group' as const, name: '项目支出' },
          ...random
            .shuffled(stock)
            .slice(0, random.int(1, 9))
            .map((topic) => row(`${topic.name}经费`, 'task')),
        ]
      : [row('其中:当年财政拨款', 'source'), row('上年结转资金', 'source'), row('其他资金', 'source')]
  return block.total === 'first' ? [total, ...others] : [...others, total]
}

/** Money of other years and of the longer term, and what came in: told by what was budgeted, so that it is another figure in each row. */
function withExtras(task: Task, index: number, fields: ReadonlySet<string>): Task {
  const printed = taskExtraFields.filter((field) => fields.has(field))
  if (printed.length === 0 || task.role === 'group') return task
  const { raw } = task.budgeted.total
  const cells = printed.map((field, at) => {
    const own = raw === '' || (field !== 'received' && index % 3 === 2) ? '' : `${raw}${at === 0 ? '' : at}`
    return [field, own === '' ? emptyCell : { raw: own, value: own }] as const
  })
  return { ...task, extra: Object.fromEntries(cells) }
}

export function generateAny(seed: number, layout: Layout, count: number): Form {
  const random = new Random(seed)
  const { facts, labels: factLabels, tasks, executionPoints, moneyUnit } = placesOf(layout)
  const place = random.pick(places)
  const topic = random.pick(stock)
  const names = {
    department: place + topic.department,
    supervisor: place + topic.department,
    project: `${topic.name}项目`,
    implementer: `${place}${topic.name}中心`,
  }
  const { rows, extra } = rowsOf(random, layout, count)
  const has = (block: LayoutBlock['block']) => layout.blocks.some((one) => one.block === block)
  const title = layout.blocks.find((one) => one.block === 'title')
  const goals = layout.blocks.find((one): one is Extract<LayoutBlock, { block: 'goals' }> => one.block === 'goals')
  const totalBlock = layout.blocks.find((one) => one.block === 'total')
  const sketch: FormSketch = {
    kind: layout.kind,
    title: title?.block === 'title' ? title.text : '',
    region: place,
    fiscalYear: facts.has('fiscalYear') ? `${random.int(2018, 2026)}年` : '',
    ...Object.fromEntries(Object.entries(names).filter(([field]) => facts.has(field))),
    moneyUnit: moneyUnit ? '万元' : '',
    tasks: tasksOf(random, layout),
    goals: has('goals')
      ? Array.from({ length: random.int(1, 5) }, (_, index) => ({
          stated: `目标${index + 1}:完成${stock[index]!.name}年度任务`,
          achieved:
            goals?.achieved === undefined || random.chance(15)
              ? ''
              : `目标${index + 1}完成情况:${stock[index]!.name}年度任务按计划推进`,
          ...(goals?.midTerm === undefined
            ? {}
            : { midTerm: `目标${index + 1}:三年内完成${stock[index]!.name}规划任务` }),
        }))
      : [],
    indicators: rows,
    executionPoints: executionPoints ? '10' : '',
    total: totalBlock === undefined ? '' : printCents(random.int(3000, 10000)),
    grade: totalBlock?.block === 'total' && totalBlock.grade ? random.pick(['优', '良', '中', '差']) : '',
    facts: Object.fromEntries(
      factLabels.map((label) => [label, `${label.replace(/[:\uff1a()\uff08\uff09]/g, '')}按要求填写`]),
    ),
  }
  const form = formIn(layout, random.chance(50) ? withWideText(sketch) : sketch)
  return {
    ...form,
    indicators: form.indicators.map((indicator, index): Indicator => ({ ...indicator, extra: extra[index]! })),
    tasks: form.tasks.map((task, index): Task => withExtras(task, index, tasks)),
  }
}
