import type { Layout, TaskField } from '../layout.ts'
import { columns, group, levels } from './parts.ts'

/** F2: tasks with three amounts twice; the weight stands between target and actual. */
export const layout: Layout = {
  id: 'shenzhen-department',
  title: { zh: '深圳部门整体支出绩效自评表', en: 'Shenzhen self-evaluation form of a whole department' },
  kind: 'department',
  family: 'S',
  evidence: 'sample',
  source: { zh: '深圳市区级部门公开的自评表', en: 'a published form of a Shenzhen district department' },
  blocks: [
    { block: 'title', text: '部门整体支出绩效自评表' },
    {
      block: 'facts',
      rows: [
        [{ field: 'fiscalYear', label: '预算年度' }],
        [
          { field: 'department', label: '部门名称' },
          { field: 'supervisor', label: '主管部门' },
        ],
      ],
    },
    {
      block: 'tasks',
      label: '年度主要任务',
      rows: 'tasks',
      total: 'last',
      totalLabel: '金额合计',
      columns: [
        ...columns(['name', '任务名称', 14], ['content', '主要内容', 22], ['completion', '完成情况', 14]),
        ...group<TaskField>(
          '预算金额(万元)',
          columns(
            ['budgeted.total', '总额', 8],
            ['budgeted.appropriation', '财政拨款', 8],
            ['budgeted.otherFunds', '其他资金', 8],
          ),
        ),
        ...group<TaskField>(
          '全年执行数(万元)',
          columns(
            ['executed.total', '总额', 8],
            ['executed.appropriation', '财政拨款', 8],
            ['executed.otherFunds', '其他资金', 8],
          ),
        ),
        ...columns(['weight', '分值', 6], ['rate', '执行率', 8], ['score', '得分', 6]),
      ],
    },
    { block: 'goals', stated: '年初设定目标', achieved: '年度总体目标完成情况' },
    {
      block: 'indicators',
      label: '年度绩效指标',
      pointsInLabels: true,
      columns: [
        ...levels,
        ...columns(
          ['target', '年度指标值', 12],
          ['weight', '分值', 6],
          ['actual', '全年实际完成值', 12],
          ['score', '得分', 6],
          ['note', '偏差原因分析及改进措施', 22],
        ),
      ],
    },
    { block: 'total', label: '总分', grade: false },
  ],
}
