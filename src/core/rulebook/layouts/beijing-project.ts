import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** Weight first, with a column of how the score is computed. */
export const layout: Layout = {
  id: 'beijing-project',
  title: { zh: '项目支出绩效自评表', en: 'Beijing project form' },
  kind: 'project',
  family: 'D',
  evidence: 'read-copy',
  source: { zh: '北京公开的自评表', en: 'published forms of Beijing' },
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
          ['weight', '分值', 7],
          ['target', '年度指标值', 12],
          ['actual', '全年实际值', 12],
          ['scoringRule', '得分计算方法', 14],
          ['score', '得分', 7],
          ['note', '偏差原因分析及改进措施', 18],
        ),
      ],
    },
    totalRow,
  ],
}
