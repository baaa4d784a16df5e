import type { Layout } from '../layout.ts'
import { columns, departmentFacts, levels, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** Weight before target and actual; 备注 at the end. */
export const layout: Layout = {
  id: 'anhui-department',
  title: { zh: '部门整体支出绩效自评表', en: 'Anhui department form' },
  kind: 'department',
  family: 'S',
  evidence: 'read-copy',
  source: { zh: '安徽平台导出的自评表', en: 'forms exported from the platform of Anhui' },
  blocks: [
    { block: 'title', text: '部门整体支出绩效自评表' },
    departmentFacts,
    sourcesOfFunds,
    projectGoals,
    {
      block: 'indicators',
      label: '绩效指标',
      pointsInLabels: true,
      columns: [
        ...levels,
        ...columns(
          ['weight', '分值', 7],
          ['target', '指标值', 14],
          ['actual', '完成值', 14],
          ['score', '得分', 7],
          ['note', '备注', 18],
        ),
      ],
    },
    totalRow,
  ],
}
