import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, totalRow } from './parts.ts'

/** No weight column; 20 points for the execution; reasons and measures in blocks of their own. */
export const layout: Layout = {
  id: 'hubei-project',
  title: { zh: '项目自评表', en: 'Hubei project form' },
  kind: 'project',
  family: 'E',
  evidence: 'read-copy',
  source: { zh: '湖北公开的自评表', en: 'published forms of Hubei' },
  blocks: [
    { block: 'title', text: '项目自评表' },
    projectFacts,
    {
      block: 'tasks',
      label: '预算执行情况(万元)(20分)',
      rows: 'sources',
      total: 'first',
      totalLabel: '年度财政资金总额',
      columns: columns(
        ['name', '', 20],
        ['budgeted.total', '预算数(A)', 12],
        ['executed.total', '执行数(B)', 12],
        ['rate', '执行率(B/A)', 10],
        ['score', '得分', 10],
      ),
    },
    { block: 'goals', label: '年度绩效目标', stated: '预期目标', achieved: '实际完成情况' },
    {
      block: 'indicators',
      label: '绩效指标',
      pointsInLabels: true,
      columns: [
        ...levels,
        ...columns(['target', '年初目标值(A)', 14], ['actual', '实际完成值(B)', 14], ['score', '得分', 7]),
      ],
    },
    totalRow,
    { block: 'notes', labels: ['偏差大或目标未完成原因分析', '改进措施及结果应用方案'] },
  ],
}
