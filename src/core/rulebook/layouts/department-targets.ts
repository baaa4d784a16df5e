import type { Layout, TaskField } from '../layout.ts'
import { columns, group, levels } from './parts.ts'

/** F3: tasks with their money, goals, indicators and the values aimed at. */
export const layout: Layout = {
  id: 'department-targets',
  title: { zh: '部门整体支出绩效目标申报表', en: 'Targets of a whole department' },
  kind: 'department',
  stage: 'targets',
  family: 'T',
  evidence: 'general-knowledge',
  source: {
    zh: '财预〔2015〕88号附件通行式样（未读原文）',
    en: 'the layout in common use after the attachment of Caiyu [2015] No. 88, whose text was not read',
  },
  blocks: [
    { block: 'title', text: '部门整体支出绩效目标申报表' },
    {
      block: 'facts',
      rows: [
        [
          { field: 'department', label: '部门名称' },
          { field: 'fiscalYear', label: '预算年度' },
        ],
      ],
    },
    {
      block: 'tasks',
      label: '年度主要任务',
      rows: 'tasks',
      total: 'last',
      totalLabel: '金额合计',
      columns: [
        ...columns(['name', '任务名称', 18], ['content', '主要内容', 34]),
        ...group<TaskField>(
          '预算金额(万元)',
          columns(
            ['budgeted.total', '总额', 10],
            ['budgeted.appropriation', '财政拨款', 10],
            ['budgeted.otherFunds', '其他资金', 10],
          ),
        ),
      ],
    },
    { block: 'goals', stated: '年度总体目标' },
    {
      block: 'indicators',
      label: '年度绩效指标',
      pointsInLabels: false,
      columns: [...levels, ...columns(['target', '指标值', 20])],
    },
  ],
}
