import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** Target, actual, weight, score, 备注. */
export const layout: Layout = {
  id: 'anhui-project',
  title: { zh: '项目支出绩效自评表', en: 'Anhui project form' },
  kind: 'project',
  family: 'A',
  evidence: 'read-copy',
  source: { zh: '安徽平台导出的自评表', en: 'forms exported from the platform of Anhui' },
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
          ['target', '指标值', 14],
          ['actual', '完成值', 14],
          ['weight', '分值', 7],
          ['score', '得分', 7],
          ['note', '备注', 18],
        ),
      ],
    },
    totalRow,
  ],
}
