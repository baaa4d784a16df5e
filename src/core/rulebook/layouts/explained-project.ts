import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** The explanation of the indicator stands before the target. */
export const layout: Layout = {
  id: 'explained-project',
  title: { zh: '项目支出绩效自评表（含指标解释）', en: 'Project form with explained indicators' },
  kind: 'project',
  family: 'L',
  evidence: 'read-copy',
  source: { zh: '福建宁德公开的自评表', en: 'published forms of Ningde' },
  blocks: [
    { block: 'title', text: '项目支出绩效自评表' },
    projectFacts,
    sourcesOfFunds,
    projectGoals,
    {
      block: 'indicators',
      label: '绩效指标',
      pointsInLabels: true,
      columns: [
        ...levels,
        ...columns(
          ['explanation', '指标解释', 18],
          ['target', '年度目标值', 12],
          ['actual', '实际完成值', 12],
          ['weight', '分值', 7],
          ['score', '得分', 7],
          ['note', '偏差原因分析及改进措施', 22],
        ),
      ],
    },
    totalRow,
  ],
}
