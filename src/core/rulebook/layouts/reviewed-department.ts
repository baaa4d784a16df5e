import type { Layout } from '../layout.ts'
import { columns, departmentFacts, levels, totalRow } from './parts.ts'

/** F8: own score and review score, the standard of scoring beside the target. */
export const layout: Layout = {
  id: 'reviewed-department',
  title: { zh: '部门整体支出绩效评价评分表', en: 'Score sheet with self score and review' },
  kind: 'department',
  family: 'K',
  evidence: 'read-copy',
  source: { zh: '湖南、湖北公开的评分表', en: 'published score sheets of Hunan and Hubei' },
  blocks: [
    { block: 'title', text: '部门整体支出绩效评价评分表' },
    departmentFacts,
    {
      block: 'indicators',
      label: '绩效指标',
      pointsInLabels: true,
      columns: [
        ...levels,
        ...columns(
          ['target', '目标值', 10],
          ['scoringRule', '评价标准', 22],
          ['weight', '分值', 7],
          ['actual', '完成值', 10],
          ['score', '自评分', 7],
          ['reviewScore', '复核分', 7],
          ['note', '扣分原因', 16],
        ),
      ],
    },
    totalRow,
  ],
}
