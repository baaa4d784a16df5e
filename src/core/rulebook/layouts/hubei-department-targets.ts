import type { Layout } from '../layout.ts'
import { columns, levels } from './parts.ts'

/** F3 in Hubei: what the department is for, its money beside that of the two years before, goals of the term beside those of the year. */
export const layout: Layout = {
  id: 'hubei-department-targets',
  title: { zh: '部门整体绩效目标申报表（湖北）', en: 'Targets of a whole department, Hubei' },
  kind: 'department',
  stage: 'targets',
  family: 'T',
  evidence: 'read-copy',
  source: { zh: '湖北公开的部门整体绩效目标申报表', en: 'published target forms of departments of Hubei' },
  blocks: [
    { block: 'title', text: '部门整体绩效目标申报表' },
    {
      block: 'facts',
      rows: [
        [
          { field: 'department', label: '部门名称' },
          { field: 'fiscalYear', label: '预算年度' },
        ],
        [{ field: 'fact', label: '职能概述' }],
      ],
    },
    {
      block: 'tasks',
      label: '总体资金情况(万元)',
      rows: 'sources',
      total: 'first',
      totalLabel: '资金总额',
      columns: columns(
        ['name', '资金来源', 26],
        ['budgeted.total', '当年金额', 16],
        ['lastYearBudget', '上年金额', 16],
        ['yearBeforeBudget', '前年金额', 16],
      ),
    },
    { block: 'goals', label: '绩效目标', midTerm: '长期目标', stated: '年度目标' },
    {
      block: 'indicators',
      label: '绩效指标',
      pointsInLabels: false,
      columns: [...levels, ...columns(['midTermTarget', '长期指标值', 16], ['target', '年度指标值', 16])],
    },
  ],
}
