import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** Weight before target (Beijing, Ningxia, poverty relief funds). */
export const layout: Layout = {
  id: 'weight-first-project',
  title: { zh: '项目支出绩效自评表（分值在前）', en: 'Project form with the weight before the target' },
  kind: 'project',
  family: 'D',
  evidence: 'read-copy',
  source: {
    zh: '北京、宁夏及衔接资金公开的自评表',
    en: 'published forms of Beijing, Ningxia and rural revitalisation funds',
  },
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
          ['target', '年度指标值', 14],
          ['actual', '全年实际值', 14],
          ['score', '得分', 7],
          ['note', '偏差原因分析及改进措施', 22],
        ),
      ],
    },
    totalRow,
  ],
}
