import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** The score of an indicator, its share, and the score weighted by the share. */
export const layout: Layout = {
  id: 'hebei-project',
  title: { zh: '项目绩效自评表', en: 'Hebei project form' },
  kind: 'project',
  family: 'H',
  evidence: 'read-copy',
  source: { zh: '河北公开的自评表', en: 'published forms of Hebei' },
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
          ['target', '预期指标值', 12],
          ['actual', '单项指标实际完成值', 12],
          ['weight', '指标分值', 8],
          ['score', '单项指标得分', 8],
          ['weightShare', '权重占比(%)', 8],
          ['weightedScore', '单项指标折算得分', 8],
          ['note', '未完成原因及改进措施', 18],
        ),
      ],
    },
    totalRow,
  ],
}
