import type { IndicatorField, Layout } from '../layout.ts'
import { columns, group, levels, projectFacts, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** As F1, the target in three columns under one header (Yunnan, Hainan). */
export const layout: Layout = {
  id: 'split-target-project',
  title: { zh: '项目支出绩效自评表（指标值分列）', en: 'Project form with the target in three columns' },
  kind: 'project',
  family: 'B',
  evidence: 'read-copy',
  source: { zh: '云南、海南公开的自评表', en: 'published forms of Yunnan and Hainan' },
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
        ...group<IndicatorField>(
          '年度指标值',
          columns(['attribute', '指标性质', 7], ['target', '指标值', 9], ['unit', '度量单位', 7]),
        ),
        ...columns(
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
