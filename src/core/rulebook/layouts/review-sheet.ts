import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** F9: what the unit stated beside what the reviewer found. */
export const layout: Layout = {
  id: 'review-sheet',
  title: { zh: '绩效自评复核表', en: 'Review sheet' },
  kind: 'project',
  family: 'F9',
  evidence: 'read-copy',
  source: { zh: '成都郫都公开的复核表', en: 'published review sheets of Pidu, Chengdu' },
  blocks: [
    { block: 'title', text: '项目支出绩效自评复核表' },
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
          ['attribute', '指标性质', 6],
          ['target', '指标值', 8],
          ['unit', '度量单位', 6],
          ['weight', '权重', 6],
          ['actual', '自评完成值', 8],
          ['score', '自评得分', 6],
          ['reviewActual', '复核完成值', 8],
          ['reviewScore', '复核得分', 6],
          ['reviewDeviation', '偏离度', 6],
          ['note', '备注', 12],
        ),
      ],
    },
    totalRow,
  ],
}
