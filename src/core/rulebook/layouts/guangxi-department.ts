import type { Layout } from '../layout.ts'
import { columns, departmentFacts, levels, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** As the national form, with rate of completion and deduction before the score. */
export const layout: Layout = {
  id: 'guangxi-department',
  title: { zh: '部门整体支出绩效自评表', en: 'Guangxi form' },
  kind: 'department',
  family: 'S',
  evidence: 'read-copy',
  source: { zh: '广西公开的自评表', en: 'published forms of Guangxi' },
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
          ['target', '年度指标值', 12],
          ['weight', '分值', 7],
          ['actual', '实际完成值', 12],
          ['completionRate', '完成率', 7],
          ['deduction', '扣减分数', 7],
          ['score', '得分', 7],
          ['note', '偏差原因分析及改进措施', 22],
        ),
      ],
    },
    totalRow,
  ],
}
