import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** Target, actual, weight in percent, score; no column for reasons. */
export const layout: Layout = {
  id: 'plain-project',
  title: { zh: '项目支出绩效自评表（无原因栏）', en: 'Project form without reasons' },
  kind: 'project',
  family: 'J',
  evidence: 'read-copy',
  source: { zh: '公开的专项自评表', en: 'published forms of special funds' },
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
        ...columns(['target', '绩效目标值', 16], ['actual', '完成值', 16], ['weight', '权重', 8], ['score', '得分', 7]),
      ],
    },
    totalRow,
  ],
}
