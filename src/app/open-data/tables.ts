/** The tables of the open data: head, facts, goals, tasks, indicators, and what no text says by itself. */

import type { Amounts, Bilingual, Form } from '../../core/model/index.ts'
import type { TaskExtraField } from '../../core/rulebook/index.ts'
import { indicatorTable, snake } from './indicator-table.ts'
import { decimal, type Field, type Table } from './table.ts'
import {
  about,
  type FactRow,
  figure,
  formNumber,
  type GoalRow,
  type HeadRow,
  number,
  type ReadingRow,
  raw,
  type TaskRow,
} from './table-fields.ts'

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
    {
      name: 'stage',
      type: 'string',
      about: about('目标申报（批复）或运行监控；自评为空', 'targets or monitoring; empty for a self-evaluation'),
      words: ['targets', 'monitoring'],
      text: (row) => of(row).stage ?? '',
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
    raw('mid_term', about('中期（长期）目标', 'goal of the longer term'), ({ goal }) => goal.midTerm),
  ],
}

/** Columns of money that only some layouts print. */
export const taskExtras = {
  received: about('到位数', 'received'),
  midTermBudget: about('中期预算数', 'budget of the longer term'),
  forecastExecuted: about('全年预计执行数', 'expected to be spent in the year'),
  lastYearBudget: about('上年金额', 'amount of the year before'),
  yearBeforeBudget: about('前年金额', 'amount of two years before'),
} as const satisfies Readonly<Record<TaskExtraField, Bilingual>>

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
    ...Object.entries(taskExtras).map(([field, said]) =>
      raw<TaskRow>(snake(field), said, ({ task }) => task.extra?.[field]),
    ),
    ...figure<TaskRow>('weight', about('分值', 'weight'), 'points', ({ task }) => task.weight),
    ...figure<TaskRow>('rate', about('执行率', 'execution rate'), 'percent', ({ task }) => task.rate),
    ...figure<TaskRow>('score', about('得分', 'score'), 'points', ({ task }) => task.score),
    raw('note', about('备注', 'note'), ({ task }) => task.note),
    recomputedTask('weight', '分值', 'weight'),
    recomputedTask('rate', '执行率', 'rate'),
    recomputedTask('score', '得分', 'score'),
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
