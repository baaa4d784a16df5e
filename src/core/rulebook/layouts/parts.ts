/** Columns and blocks that many layouts share. */

import type { IndicatorField, LayoutBlock, LayoutColumn, TaskField } from '../layout.ts'

type Columns<F> = readonly LayoutColumn<F>[]

/** Written short: field, header, width. */
export function columns<F extends string>(...list: readonly (readonly [F, string, number])[]): Columns<F> {
  return list.map(([field, header, width]) => ({ field, header, width }))
}

export function group<F extends string>(name: string, list: Columns<F>): Columns<F> {
  return list.map((column) => ({ ...column, group: name }))
}

export const levels: Columns<IndicatorField> = columns(
  ['level1', '一级指标', 9],
  ['level2', '二级指标', 10],
  ['name', '三级指标', 24],
)

/** 年初预算数, 全年预算数, 全年执行数, 分值, 执行率, 得分 over 年度资金总额 and its sources. */
export const sourcesOfFunds: LayoutBlock = {
  block: 'tasks',
  label: '项目资金(万元)',
  rows: 'sources',
  total: 'first',
  totalLabel: '年度资金总额',
  columns: columns<TaskField>(
    ['name', '', 22],
    ['initialBudget', '年初预算数', 13],
    ['budgeted.total', '全年预算数', 13],
    ['executed.total', '全年执行数', 13],
    ['weight', '分值', 8],
    ['rate', '执行率', 9],
    ['score', '得分', 8],
  ),
}

export const projectFacts: LayoutBlock = {
  block: 'facts',
  rows: [
    [{ field: 'project', label: '项目名称' }],
    [
      { field: 'supervisor', label: '主管部门' },
      { field: 'implementer', label: '实施单位' },
    ],
  ],
}

export const departmentFacts: LayoutBlock = {
  block: 'facts',
  rows: [
    [
      { field: 'department', label: '部门名称' },
      { field: 'fiscalYear', label: '预算年度' },
    ],
  ],
}

export const projectGoals: LayoutBlock = {
  block: 'goals',
  label: '年度总体目标',
  stated: '预期目标',
  achieved: '实际完成情况',
}

export const totalRow: LayoutBlock = { block: 'total', label: '总分', grade: false }

/** The head of a form that sets a project's targets: what it is called, who runs it, new or going on, from when to when. */
export const targetProjectFacts: LayoutBlock = {
  block: 'facts',
  rows: [
    [
      { field: 'project', label: '项目名称' },
      { field: 'fiscalYear', label: '预算年度' },
    ],
    [
      { field: 'supervisor', label: '主管部门及代码' },
      { field: 'implementer', label: '实施单位' },
    ],
    [
      { field: 'fact', label: '项目属性' },
      { field: 'fact', label: '项目期' },
    ],
  ],
}
