/**
 * The form under the names of the tables of the integrated budget platform, as far as those are known: from definitions of a
 * platform in use, not from the text of the standard. What only the platform itself gives (its codes, opinions of others,
 * times) stays empty.
 */

import type { Bilingual, Form, Level1 } from '../../core/model/index.ts'
import type { PublishedForm } from './publish.ts'
import { decimal } from './table.ts'

/** One row of a platform table, with what it is made from. */
export interface PlatformSource {
  readonly published: PublishedForm
  /** Number of the form, from 1. */
  readonly form: number
  /** Row of tasks, goals or indicators; -1 for the head. */
  readonly index: number
}

export interface PlatformField {
  readonly name: string
  readonly about: Bilingual
  /** The open data's own column that it holds; null where the platform itself gives it. */
  readonly from: string | null
  readonly text: (source: PlatformSource) => string
}

export interface PlatformTable {
  readonly name: string
  readonly title: Bilingual
  readonly fields: readonly PlatformField[]
  readonly rows: (form: Form) => readonly number[]
}

const about = (zh: string, en: string): Bilingual => ({ zh, en })
const formOf = ({ published }: PlatformSource): Form => published.form

/** Known by the file and the number of the form, so that the tables join; the platform gives its own. */
function evalId({ published, form }: PlatformSource): string {
  return `${published.source.hash.slice(0, 16)}-${form}`
}

function own(name: string, zh: string, en: string, from: string, text: PlatformField['text']): PlatformField {
  return { name, about: about(zh, en), from, text }
}

function left(name: string, zh: string, en: string): PlatformField {
  return { name, about: about(zh, en), from: null, text: () => '' }
}

function factLike(form: Form, words: RegExp): string {
  return form.facts
    .filter(({ label }) => words.test(label.raw))
    .map(({ text }) => text.raw)
    .join('\n')
}

/** Codes of level 1 that were seen: 1 产出, 2 效益, 3 满意度, 14 成本. */
const level1Codes: Readonly<Partial<Record<Level1, string>>> = {
  output: '1',
  benefit: '2',
  satisfaction: '3',
  cost: '14',
}

const indicatorOf = (source: PlatformSource) => formOf(source).indicators[source.index]!
const taskOf = (source: PlatformSource) => formOf(source).tasks[source.index]!
const goalOf = (source: PlatformSource) => formOf(source).goals[source.index]!
const all = (count: number) => Array.from({ length: count }, (_, index) => index)

export const platformTables: readonly PlatformTable[] = [
  {
    name: 'PM_PERF_SELF_EVAL',
    title: about('项目绩效自评（主表）', 'Self-evaluation of a project, head'),
    rows: () => [-1],
    fields: [
      own('eval_id', '自评主键', 'key', 'head.source_sha256, head.form', evalId),
      own('fiscal_year', '预算年度', 'fiscal year', 'head.year', (row) => String(formOf(row).fiscalYear.value ?? '')),
      left('mof_div_code', '财政区划代码', 'code of the region'),
      own('mof_div_name', '财政区划名称', 'region', 'head.region', (row) => formOf(row).region.value ?? ''),
      left('dept_code', '部门代码', 'code of the department'),
      own('dept_name', '部门名称', 'department', 'head.supervisor, head.department', (row) => {
        const { supervisor, department } = formOf(row)
        return supervisor.raw === '' ? department.raw : supervisor.raw
      }),
      left('agency_code', '单位代码', 'code of the unit'),
      own('agency_name', '单位名称', 'unit', 'head.implementer, head.department', (row) => {
        const { implementer, department } = formOf(row)
        return implementer.raw === '' ? department.raw : implementer.raw
      }),
      left('pro_code', '项目代码', 'code of the project'),
      own('pro_name', '项目名称', 'project', 'head.project', (row) => formOf(row).project.raw),
      own('devi_analy', '偏差分析及整改措施', 'deviation and remedy', 'facts.text', (row) =>
        factLike(formOf(row), /偏差|未完成原因|整改|改进措施/),
      ),
      own('application_advise', '结果应用建议', 'use of the result', 'facts.text', (row) =>
        factLike(formOf(row), /结果应用|应用建议/),
      ),
      own('total_eval_value', '单位自评得分', 'total by the unit', 'head.total_number', (row) =>
        decimal(formOf(row).total.value),
      ),
      left('dept_score', '部门评分', 'score by the department'),
      left('dept_suggest', '部门意见', 'view of the department'),
      left('dep_aud_opinion', '部门审核意见', 'audit by the department'),
      left('mof_aud_opinion', '财政审核意见', 'audit by the finance office'),
      left('is_last_inst', '是否末级', 'last instance'),
      left('update_time', '更新时间', 'time of change'),
      left('is_deleted', '是否删除', 'deleted'),
      left('create_time', '创建时间', 'time of making'),
    ],
  },
  {
    name: 'PM_SELF_EVAL_GOAL',
    title: about('绩效目标完成情况', 'Goals and their completion'),
    rows: (form) => all(form.goals.length),
    fields: [
      own('eval_kpi_id', '主键', 'key', 'goals.form, goals.number', (row) => `${evalId(row)}-${row.index + 1}`),
      own('eval_id', '自评主键', 'key of the head', 'head.form', evalId),
      left('kpi_per_id', '绩效目标主键', 'key of the goal'),
      own('kpi_target', '年度绩效目标', 'goal', 'goals.stated', (row) => goalOf(row).stated.raw),
      own('goal_comp', '目标完成情况', 'completion', 'goals.achieved', (row) => goalOf(row).achieved.raw),
    ],
  },
  {
    name: 'PM_SELF_EVAL_INDICATOR',
    title: about('绩效指标完成情况', 'Indicators and their results'),
    rows: (form) => all(form.indicators.length),
    fields: [
      own(
        'eval_ind_id',
        '主键',
        'key',
        'indicators.form, indicators.number',
        (row) => `${evalId(row)}-${row.index + 1}`,
      ),
      own('eval_id', '自评主键', 'key of the head', 'head.form', evalId),
      left('kpi_id', '绩效指标主键', 'key of the indicator'),
      own(
        'lv1_perf_ind_code',
        '一级指标代码',
        'code of level 1',
        'indicators.level1_kind',
        (row) => level1Codes[indicatorOf(row).level1Kind] ?? '',
      ),
      own('lv1_perf_ind_name', '一级指标', 'level 1', 'indicators.level1', (row) => indicatorOf(row).level1.cell.raw),
      left('lv2_perf_ind_code', '二级指标代码', 'code of level 2'),
      own('lv2_perf_ind_name', '二级指标', 'level 2', 'indicators.level2', (row) => indicatorOf(row).level2.cell.raw),
      left('lv3_perf_ind_code', '三级指标代码', 'code of level 3'),
      own('lv3_perf_ind_name', '三级指标', 'level 3', 'indicators.name', (row) => indicatorOf(row).name.raw),
      own('kpi_val', '指标值', 'target', 'indicators.target', (row) => indicatorOf(row).target.raw),
      own('ind_comp', '完成值', 'actual', 'indicators.actual', (row) => indicatorOf(row).actual.raw),
      own(
        'kpi_evalstd',
        '评分标准',
        'scoring standard',
        'indicators.scoring_rule',
        (row) => indicatorOf(row).extra.scoringRule?.raw ?? '',
      ),
      own('ind_weight', '指标权重', 'weight', 'indicators.weight_number', (row) =>
        decimal(indicatorOf(row).weight.value),
      ),
      own('eval_score', '自评得分', 'score', 'indicators.score_number', (row) => decimal(indicatorOf(row).score.value)),
      own(
        'devi_analy',
        '偏差分析及整改措施',
        'deviation and remedy',
        'indicators.note',
        (row) => indicatorOf(row).note.raw,
      ),
      left('application_advise', '结果应用建议', 'use of the result'),
    ],
  },
  {
    name: 'PM_PERF_SELF_BGT',
    title: about('资金执行情况', 'Money'),
    rows: (form) => all(form.tasks.length).filter((index) => form.tasks[index]!.role !== 'group'),
    fields: [
      own('bgt_eval_id', '主键', 'key', 'tasks.form, tasks.number', (row) => `${evalId(row)}-${row.index + 1}`),
      left('found_type_code', '资金类型代码', 'code of the source of funds'),
      own('found_type_name', '资金类型', 'source of funds', 'tasks.name', (row) => taskOf(row).name.raw),
      own('reply_amt', '年初批复数', 'initial budget', 'tasks.initial_budget_number', (row) =>
        decimal(taskOf(row).initialBudget.value),
      ),
      own('year_adj_amt', '全年调整后预算数', 'budget of the year', 'tasks.budgeted_total_number', (row) =>
        decimal(taskOf(row).budgeted.total.value),
      ),
      left('cur_amt', '当前数', 'current amount'),
      own('year_exe_amt', '全年执行数', 'executed', 'tasks.executed_total_number', (row) =>
        decimal(taskOf(row).executed.total.value),
      ),
      own('exe_amt_rate', '执行率', 'execution rate', 'tasks.rate_number', (row) => decimal(taskOf(row).rate.value)),
      own('exe_score', '执行得分', 'score', 'tasks.score_number', (row) => decimal(taskOf(row).score.value)),
    ],
  },
]
