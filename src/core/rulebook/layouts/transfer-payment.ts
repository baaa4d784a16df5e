import type { Layout } from '../layout.ts'
import { columns, levels } from './parts.ts'

/** Neither weight nor score: target, actual, reason. */
export const layout: Layout = {
  id: 'transfer-payment',
  title: { zh: '转移支付区域（项目）绩效自评表', en: 'Form of a transfer payment' },
  kind: 'project',
  family: 'F',
  evidence: 'read-copy',
  source: { zh: '转移支付公开的自评表', en: 'published forms of transfer payments' },
  blocks: [
    { block: 'title', text: '转移支付区域(项目)绩效目标自评表' },
    {
      block: 'facts',
      rows: [
        [{ field: 'project', label: '转移支付(项目)名称' }],
        [
          { field: 'supervisor', label: '中央主管部门' },
          { field: 'implementer', label: '资金使用单位' },
        ],
      ],
    },
    {
      block: 'tasks',
      label: '项目资金(万元)',
      rows: 'sources',
      total: 'first',
      totalLabel: '年度资金总额',
      columns: columns(
        ['name', '', 24],
        ['budgeted.total', '全年预算数(A)', 14],
        ['executed.total', '全年执行数(B)', 14],
        ['rate', '预算执行率(B/A×100%)', 14],
      ),
    },
    { block: 'goals', label: '总体目标完成情况', stated: '总体目标', achieved: '全年实际完成情况' },
    {
      block: 'indicators',
      label: '绩效指标',
      pointsInLabels: false,
      columns: [
        ...levels,
        ...columns(['target', '指标值', 16], ['actual', '全年实际完成值', 16], ['note', '未完成原因和改进措施', 24]),
      ],
    },
  ],
}
