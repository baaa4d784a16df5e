import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/** The long form: basis, last year, weight, rule, evidence, rate of completion. */
export const layout: Layout = {
  id: 'xinjiang-project',
  title: { zh: '项目支出绩效自评表', en: 'Xinjiang project form' },
  kind: 'project',
  family: 'I',
  evidence: 'read-copy',
  source: { zh: '新疆公开的自评表', en: 'published forms of Xinjiang' },
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
          ['target', '指标值', 10],
          ['targetBasis', '指标值设置依据', 12],
          ['lastYearActual', '上年完成值', 8],
          ['weight', '指标分值权重', 7],
          ['scoringRule', '指标赋分规则', 12],
          ['evidence', '佐证资料', 10],
          ['actual', '指标实际完成值', 10],
          ['completionRate', '完成率', 7],
          ['score', '得分', 7],
          ['note', '偏差原因分析及改进措施', 16],
        ),
      ],
    },
    totalRow,
  ],
}
