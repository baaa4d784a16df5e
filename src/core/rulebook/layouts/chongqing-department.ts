import type { Layout } from '../layout.ts'
import { columns, departmentFacts, totalRow } from './parts.ts'

/** Target at the start of the year and adjusted, coefficient, weight, score, core indicator. */
export const layout: Layout = {
  id: 'chongqing-department',
  title: { zh: '部门整体绩效自评表', en: 'Chongqing department form' },
  kind: 'department',
  family: 'G',
  evidence: 'read-copy',
  source: { zh: '重庆公开的自评表', en: 'published forms of Chongqing' },
  blocks: [
    { block: 'title', text: '部门整体绩效自评表' },
    departmentFacts,
    {
      block: 'tasks',
      label: '部门整体支出(万元)',
      rows: 'sources',
      total: 'first',
      totalLabel: '部门整体支出总额',
      columns: columns(
        ['name', '', 20],
        ['initialBudget', '年初预算数', 12],
        ['budgeted.total', '全年(调整)预算数', 12],
        ['executed.total', '全年执行数', 12],
        ['rate', '执行率(%)', 10],
        ['weight', '执行率权重(分)', 10],
        ['score', '执行率得分(分)', 10],
      ),
    },
    { block: 'goals', label: '当年整体绩效目标', stated: '年初绩效目标', achieved: '全年目标实际完成情况' },
    {
      block: 'indicators',
      label: '绩效指标',
      pointsInLabels: false,
      columns: [
        ...columns(
          ['name', '指标名称', 24],
          ['unit', '计量单位', 7],
          ['attribute', '指标性质', 7],
          ['initialTarget', '年初指标值', 9],
          ['adjustedTarget', '调整指标值', 9],
          ['actual', '全年完成值', 9],
          ['coefficient', '得分系数(%)', 8],
          ['weight', '指标权重(分)', 8],
          ['score', '指标得分(分)', 8],
          ['isCore', '是否核心指标', 8],
          ['note', '说明', 14],
        ),
      ],
    },
    totalRow,
  ],
}
