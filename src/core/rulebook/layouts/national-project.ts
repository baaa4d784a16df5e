import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** F1, attachment of 财预〔2020〕10号: target, actual, weight, score, reason. */
export const layout: Layout = {
  id: 'national-project',
  title: { zh: '项目支出绩效自评表', en: 'National self-evaluation form of a project' },
  kind: 'project',
  family: 'A',
  evidence: 'read-copy',
  source: {
    zh: '财预〔2020〕10号附件式样的公开自评表',
    en: 'published forms in the layout of the attachment of Caiyu [2020] No. 10',
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
          ['target', '年度指标值', 14],
          ['actual', '实际完成值', 14],
          ['weight', '分值', 7],
          ['score', '得分', 7],
          ['note', '偏差原因分析及改进措施', 22],
        ),
      ],
    },
    totalRow,
  ],
}
