import type { Layout } from '../layout.ts'
import { columns, levels, targetProjectFacts } from './parts.ts'

/** What came back with the budget: the targets of the year, their sign, value and unit apart, each with its weight. */
export const layout: Layout = {
  id: 'approved-project-targets',
  title: { zh: '项目支出绩效目标批复表', en: 'Approved targets of a project' },
  kind: 'project',
  stage: 'targets',
  family: 'T',
  evidence: 'proposal',
  source: {
    zh: '自评助手建议的式样：各地随预算批复的年度目标，分值随之确定',
    en: 'our own proposal, after what budgets are approved with: the targets of the year and their weights',
  },
  blocks: [
    { block: 'title', text: '项目支出绩效目标批复表' },
    targetProjectFacts,
    {
      block: 'tasks',
      label: '项目资金(万元)',
      rows: 'sources',
      total: 'first',
      totalLabel: '年度资金总额',
      columns: columns(['name', '资金来源', 40], ['budgeted.total', '年度预算数', 30]),
    },
    { block: 'goals', stated: '年度总体目标' },
    {
      block: 'indicators',
      label: '绩效指标',
      pointsInLabels: false,
      columns: [
        ...levels,
        ...columns(
          ['attribute', '指标性质', 8],
          ['target', '指标值', 12],
          ['unit', '度量单位', 8],
          ['weight', '分值', 8],
        ),
      ],
    },
  ],
}
