/** The tables of the open data: head, facts, goals, tasks, indicators, and what no text says by itself. */

import {
  type Amounts,
  type Bilingual,
  type Cell,
  type Form,
  type Indicator,
  type NumberCell,
  type ScoredRow,
  type ScoredTask,
  type SurveyField,
  surveyFields,
  type Task,
} from '../../core/model/index.ts'
import type { PublishedForm } from './publish.ts'
import { decimal, type Field, type Table } from './table.ts'

export interface FormRow {
  /** From 1, in the order of the file. */
  readonly form: number
}
export interface HeadRow extends FormRow {
  readonly published: PublishedForm
}
export interface FactRow extends FormRow {
  readonly number: number
  readonly fact: Form['facts'][number]
}
export interface GoalRow extends FormRow {
  readonly number: number
  readonly goal: Form['goals'][number]
}
export interface TaskRow extends FormRow {
  readonly number: number
  readonly task: Task
  readonly scored: Pick<ScoredTask, 'weight' | 'rate' | 'score'> | undefined
}
export interface IndicatorRow extends FormRow {
  readonly number: number
  readonly indicator: Indicator
  readonly scored: Pick<ScoredRow, 'verdict' | 'rule' | 'recomputed' | 'agreement'> | undefined
}
export interface ReadingRow extends FormRow {
  readonly path: string
  readonly value: string
}

const about = (zh: string, en: string): Bilingual => ({ zh, en })

const formNumber: Field<FormRow> = {
  name: 'form',
  type: 'integer',
  about: about('表的序号，自1起', 'number of the form, from 1'),
  text: ({ form }) => String(form),
}

function number<Row extends FormRow & { readonly number: number }>(zh: string, en: string): Field<Row> {
  return { name: 'number', type: 'integer', about: about(zh, en), text: (row) => String(row.number) }
}

function raw<Row>(name: string, said: Bilingual, cell: (row: Row) => Cell<unknown> | undefined): Field<Row> {
  return { name, type: 'string', about: said, text: (row) => cell(row)?.raw ?? '' }
}

/** As printed, and the figure it is read as. */
function figure<Row>(
  name: string,
  said: Bilingual,
  unit: Field<Row>['unit'],
  cell: (row: Row) => NumberCell | undefined,
): readonly Field<Row>[] {
  return [
    raw(name, about(`${said.zh}（原文）`, `${said.en} (as printed)`), cell),
    {
      name: `${name}_number`,
      type: 'number',
      about: said,
      ...(unit === undefined ? {} : { unit }),
      text: (row) => decimal(cell(row)?.value ?? null),
    },
  ]
}

const of = ({ published }: HeadRow): Form => published.form

export const headTable: Table<HeadRow> = {
  name: 'head',
  title: about('表头与结果', 'Heads and results'),
  key: ['form'],
  fields: [
    formNumber,
    {
      name: 'kind',
      type: 'string',
      about: about('表种', 'kind of form'),
      words: ['department', 'project'],
      text: (row) => of(row).kind,
    },
    { name: 'layout', type: 'string', about: about('版式', 'layout'), text: (row) => of(row).layout ?? '' },
    raw('title', about('表名', 'title'), (row) => of(row).title),
    raw('region', about('地区', 'region'), (row) => of(row).region),
    ...(
      [
        ['fiscal_year', about('预算年度（原文）', 'fiscal year (as printed)'), (row: HeadRow) => of(row).fiscalYear],
        ['department', about('部门（单位）名称', 'department'), (row: HeadRow) => of(row).department],
        ['supervisor', about('主管部门', 'supervising department'), (row: HeadRow) => of(row).supervisor],
        ['project', about('项目名称', 'project'), (row: HeadRow) => of(row).project],
        ['implementer', about('实施单位', 'implementing unit'), (row: HeadRow) => of(row).implementer],
        ['money_unit', about('金额单位', 'unit of money'), (row: HeadRow) => of(row).moneyUnit],
        ['grade', about('评级（原文）', 'grade (as printed)'), (row: HeadRow) => of(row).grade],
      ] as const
    ).map(([name, said, cell]) => raw<HeadRow>(name, said, cell)),
    {
      name: 'year',
      type: 'integer',
      about: about('预算年度', 'fiscal year'),
      text: (row) => String(of(row).fiscalYear.value ?? ''),
    },
    ...figure<HeadRow>(
      'execution_points',
      about('预算执行分值', 'points for execution'),
      'points',
      (row) => of(row).executionPoints,
    ),
    ...figure<HeadRow>('total', about('总分', 'total'), 'points', (row) => of(row).total),
    {
      name: 'indicator_columns',
      type: 'string',
      about: about('表上印有的指标列', 'columns of indicators that the form prints'),
      text: (row) => of(row).columns.indicators.join(' '),
    },
    {
      name: 'task_columns',
      type: 'string',
      about: about('表上印有的资金列', 'columns of money that the form prints'),
      text: (row) => of(row).columns.tasks.join(' '),
    },
    {
      name: 'edition',
      type: 'string',
      about: about('计分规则', 'rules it was scored by'),
      text: ({ published }) => published.results?.edition ?? '',
    },
    ...(['added', 'min', 'max'] as const).map(
      (end): Field<HeadRow> => ({
        name: `total_${end === 'added' ? end : `recomputed_${end}`}`,
        type: 'number',
        unit: 'points',
        about: {
          added: about('表列得分合计', 'printed scores added'),
          min: about('重算总分下限', 'least recomputed total'),
          max: about('重算总分上限', 'most recomputed total'),
        }[end],
        text: ({ published: { results } }) =>
          decimal(results === null ? null : end === 'added' ? results.total.added : results.total.recomputed[end]),
      }),
    ),
    {
      name: 'grades_recomputed',
      type: 'string',
      about: about('重算评级（可能的各级）', 'grades that the recomputed total can have'),
      text: ({ published }) => published.results?.grade.range.join(' ') ?? '',
    },
    {
      name: 'source',
      type: 'string',
      about: about('来源文件', 'source file'),
      text: ({ published }) => published.source.name,
    },
    {
      name: 'source_sha256',
      type: 'string',
      about: about('来源文件 SHA-256', 'SHA-256 of the source file'),
      text: ({ published }) => published.source.hash,
    },
  ],
}

export const factTable: Table<FactRow> = {
  name: 'facts',
  title: about('其他栏目', 'Other labelled texts'),
  key: ['form', 'number'],
  fields: [
    formNumber,
    number('序号', 'number'),
    raw('label', about('栏目', 'label'), ({ fact }) => fact.label),
    raw('text', about('内容', 'text'), ({ fact }) => fact.text),
  ],
}

export const goalTable: Table<GoalRow> = {
  name: 'goals',
  title: about('年度目标', 'Goals'),
  key: ['form', 'number'],
  fields: [
    formNumber,
    number('序号', 'number'),
    raw('stated', about('年初设定目标', 'goal as stated'), ({ goal }) => goal.stated),
    raw('achieved', about('年度目标完成情况', 'what was achieved'), ({ goal }) => goal.achieved),
  ],
}

const sides: readonly (readonly ['budgeted' | 'executed', Bilingual])[] = [
  ['budgeted', about('预算数', 'budgeted')],
  ['executed', about('执行数', 'executed')],
]
const parts: readonly (readonly [keyof Amounts, string, Bilingual])[] = [
  ['total', 'total', about('合计', 'total')],
  ['appropriation', 'appropriation', about('财政拨款', 'appropriation')],
  ['otherFunds', 'other_funds', about('其他资金', 'other funds')],
  ['carryOver', 'carry_over', about('上年结转', 'carry-over')],
]

function recomputedTask(name: 'weight' | 'rate' | 'score', zh: string, en: string): Field<TaskRow> {
  return {
    name: `${name}_recomputed`,
    type: 'number',
    unit: name === 'rate' ? 'percent' : 'points',
    about: about(`重算${zh}`, `recomputed ${en}`),
    text: ({ scored }) => decimal(scored?.[name].recomputed ?? null),
  }
}

export const taskTable: Table<TaskRow> = {
  name: 'tasks',
  title: about('资金', 'Money'),
  key: ['form', 'number'],
  fields: [
    formNumber,
    number('序号', 'number'),
    {
      name: 'role',
      type: 'string',
      about: about('行的作用', 'what the row is'),
      words: ['task', 'group', 'source', 'total'],
      text: ({ task }) => task.role,
    },
    raw('name', about('任务（资金来源）名称', 'task or source of funds'), ({ task }) => task.name),
    raw('content', about('主要内容', 'content'), ({ task }) => task.content),
    raw('completion', about('完成情况', 'completion'), ({ task }) => task.completion),
    ...figure<TaskRow>(
      'initial_budget',
      about('年初预算数', 'initial budget'),
      'money',
      ({ task }) => task.initialBudget,
    ),
    ...sides.flatMap(([side, said]) =>
      parts.flatMap(([part, name, own]) =>
        figure<TaskRow>(
          `${side}_${name}`,
          about(`${said.zh}·${own.zh}`, `${said.en}, ${own.en}`),
          'money',
          ({ task }) => task[side][part],
        ),
      ),
    ),
    raw('received', about('到位数', 'received'), ({ task }) => task.extra?.received),
    ...figure<TaskRow>('weight', about('分值', 'weight'), 'points', ({ task }) => task.weight),
    ...figure<TaskRow>('rate', about('执行率', 'execution rate'), 'percent', ({ task }) => task.rate),
    ...figure<TaskRow>('score', about('得分', 'score'), 'points', ({ task }) => task.score),
    raw('note', about('备注', 'note'), ({ task }) => task.note),
    recomputedTask('weight', '分值', 'weight'),
    recomputedTask('rate', '执行率', 'rate'),
    recomputedTask('score', '得分', 'score'),
  ],
}

const surveyNames: Readonly<Record<SurveyField, readonly [string, Bilingual]>> = {
  sampleSize: ['survey_sample', about('样本量', 'how many were asked')],
  returnedAnswers: ['survey_returned', about('回收问卷数', 'returned answers')],
  validAnswers: ['survey_valid', about('有效问卷数', 'valid answers')],
  satisfiedAnswers: ['survey_satisfied', about('满意份数', 'satisfied answers')],
  surveyMethod: ['survey_method', about('调查方式', 'way of asking')],
}

/** Columns that only some layouts print. */
export const extraFields = {
  initialTarget: about('年初指标值', 'initial target'),
  adjustedTarget: about('调整后指标值', 'adjusted target'),
  completionRate: about('完成率', 'completion rate'),
  deduction: about('扣减分数', 'deduction'),
  coefficient: about('得分系数', 'coefficient'),
  isCore: about('是否核心指标', 'core indicator'),
  explanation: about('指标解释', 'explanation'),
  scoringRule: about('评分标准', 'scoring standard'),
  evidence: about('佐证材料', 'evidence'),
  lastYearActual: about('上年完成值', "last year's actual"),
  targetBasis: about('目标值依据', 'basis of the target'),
  weightShare: about('指标权重', 'share of the weight'),
  weightedScore: about('加权得分', 'weighted score'),
  reviewScore: about('复核得分', 'score by review'),
  reviewActual: about('复核完成值', 'actual by review'),
  reviewDeviation: about('复核偏差', 'deviation by review'),
  remark: about('备注', 'remark'),
} as const satisfies Record<string, Bilingual>

/** initialTarget → initial_target */
export function snake(name: string): string {
  return name.replace(/[A-Z]/g, (sign) => `_${sign.toLowerCase()}`)
}

export const indicatorTable: Table<IndicatorRow> = {
  name: 'indicators',
  title: about('指标', 'Indicators'),
  key: ['form', 'number'],
  fields: [
    formNumber,
    number('序号', 'number'),
    {
      name: 'role',
      type: 'string',
      about: about('行的作用', 'what the row is'),
      words: ['scored', 'notApplicable', 'part'],
      text: ({ indicator }) => indicator.role,
    },
    raw('level1', about('一级指标', 'level 1'), ({ indicator }) => indicator.level1.cell),
    {
      name: 'level1_kind',
      type: 'string',
      about: about('一级指标类别', 'what level 1 is'),
      words: ['execution', 'cost', 'output', 'benefit', 'satisfaction', 'process', 'input', 'other'],
      text: ({ indicator }) => indicator.level1Kind,
    },
    ...figure<IndicatorRow>(
      'level1_points',
      about('一级指标分值', 'points of level 1'),
      'points',
      ({ indicator }) => indicator.level1.points,
    ),
    raw('level2', about('二级指标', 'level 2'), ({ indicator }) => indicator.level2.cell),
    ...figure<IndicatorRow>(
      'level2_points',
      about('二级指标分值', 'points of level 2'),
      'points',
      ({ indicator }) => indicator.level2.points,
    ),
    raw('name', about('三级指标', 'indicator'), ({ indicator }) => indicator.name),
    raw('attribute', about('指标性质', 'attribute'), ({ indicator }) => indicator.attribute),
    raw('unit', about('度量单位', 'unit'), ({ indicator }) => indicator.unit),
    raw('target', about('年度指标值', 'target'), ({ indicator }) => indicator.target),
    raw('actual', about('实际完成值', 'actual'), ({ indicator }) => indicator.actual),
    ...figure<IndicatorRow>('weight', about('分值', 'weight'), 'points', ({ indicator }) => indicator.weight),
    ...figure<IndicatorRow>('score', about('得分', 'score'), 'points', ({ indicator }) => indicator.score),
    raw('note', about('偏差原因分析及改进措施', 'cause of the deviation, remedy'), ({ indicator }) => indicator.note),
    ...surveyFields.flatMap((field): readonly Field<IndicatorRow>[] => {
      const [name, said] = surveyNames[field]
      return field === 'surveyMethod'
        ? [raw(name, said, ({ indicator }) => indicator.survey?.surveyMethod)]
        : figure(name, said, 'people', ({ indicator }) => indicator.survey?.[field] as NumberCell | undefined)
    }),
    ...Object.entries(extraFields).map(([field, said]) =>
      raw<IndicatorRow>(snake(field), said, ({ indicator }) => indicator.extra[field]),
    ),
    {
      name: 'verdict',
      type: 'string',
      about: about('是否完成', 'whether the target is met'),
      words: ['met', 'missed', 'unknown'],
      text: ({ scored }) => scored?.verdict ?? '',
    },
    {
      name: 'rule',
      type: 'string',
      about: about('计分方法', 'scoring rule'),
      text: ({ scored }) => scored?.rule ?? '',
    },
    ...(['min', 'max'] as const).map(
      (end): Field<IndicatorRow> => ({
        name: `score_recomputed_${end}`,
        type: 'number',
        unit: 'points',
        about:
          end === 'min'
            ? about('重算得分下限', 'least recomputed score')
            : about('重算得分上限', 'most recomputed score'),
        text: ({ scored }) => decimal(scored?.recomputed?.[end] ?? null),
      }),
    ),
    {
      name: 'agreement',
      type: 'string',
      about: about('表列与重算是否一致', 'printed against recomputed'),
      words: ['equal', 'inside', 'outside', 'depends', 'judge', 'lost', 'none'],
      text: ({ scored }) => scored?.agreement ?? '',
    },
  ],
}

export const readingTable: Table<ReadingRow> = {
  name: 'readings',
  title: about('与文字不同的读法', 'Readings that the text alone does not give'),
  key: ['form', 'path'],
  fields: [
    formNumber,
    { name: 'path', type: 'string', about: about('表中的位置', 'place in the form'), text: ({ path }) => path },
    { name: 'value', type: 'string', about: about('读法（JSON）', 'the reading, as JSON'), text: ({ value }) => value },
  ],
}

/** In the order of the package. */
export const tables = [headTable, factTable, goalTable, taskTable, indicatorTable, readingTable] as const

export { surveyNames }
