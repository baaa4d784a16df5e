import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, projectGoals } from './parts.ts'

/** Report 510000_0013zp: target in three columns of their own, 权重, and texts at the foot. */
export const layout: Layout = {
  id: 'sichuan-project',
  title: { zh: '部门预算项目支出绩效自评表', en: 'Sichuan project form 510000_0013zp' },
  kind: 'project',
  family: 'C',
  evidence: 'read-copy',
  source: { zh: '四川公开的自评表', en: 'published forms of Sichuan' },
  blocks: [
    { block: 'title', text: '部门预算项目支出绩效自评表' },
    projectFacts,
    {
      block: 'tasks',
      label: '预算执行情况(万元)',
      rows: 'sources',
      total: 'first',
      totalLabel: '总额',
      columns: columns(
        ['name', '', 20],
        ['initialBudget', '年初预算', 12],
        ['budgeted.total', '调整后预算数', 12],
        ['executed.total', '预算执行数', 12],
        ['rate', '预算执行率', 9],
        ['weight', '权重', 8],
        ['score', '得分', 8],
        ['note', '原因', 14],
      ),
    },
    projectGoals,
    {
      block: 'indicators',
      label: '绩效指标',
      pointsInLabels: true,
      columns: [
        ...levels,
        ...columns(
          ['attribute', '指标性质', 8],
          ['target', '指标值', 9],
          ['unit', '度量单位', 8],
          ['actual', '完成值', 10],
          ['weight', '权重', 7],
          ['score', '得分', 7],
          ['note', '未完成原因分析', 20],
        ),
      ],
    },
    { block: 'total', label: '合计', grade: false },
    { block: 'notes', labels: ['评价结论', '存在问题', '改进措施', '项目负责人', '财务负责人'] },
  ],
}
