import type { Layout } from '../layout.ts'
import { columns, levels, targetProjectFacts } from './parts.ts'

/** F4: the whole term and the year side by side, in money, goals and indicators. */
export const layout: Layout = {
  id: 'project-targets',
  title: { zh: '项目支出绩效目标申报表', en: 'Targets of a project' },
  kind: 'project',
  stage: 'targets',
  family: 'T',
  evidence: 'partly-read',
  source: {
    zh: '财预〔2015〕88号附件通行式样和各地填报说明（原文未读全）',
    en: 'the layout in common use after the attachment of Caiyu [2015] No. 88, and guides to filling it in',
  },
  blocks: [
    { block: 'title', text: '项目支出绩效目标申报表' },
    targetProjectFacts,
    {
      block: 'tasks',
      label: '项目资金(万元)',
      rows: 'sources',
      total: 'first',
      totalLabel: '资金总额',
      columns: columns(
        ['name', '资金来源', 30],
        ['midTermBudget', '中期预算数', 20],
        ['budgeted.total', '年度预算数', 20],
      ),
    },
    { block: 'goals', label: '总体目标', midTerm: '中期目标', stated: '年度目标' },
    {
      block: 'indicators',
      label: '绩效指标',
      pointsInLabels: false,
      columns: [
        levels[0]!,
        ...columns(
          ['midTermLevel2', '二级指标', 9],
          ['midTermName', '三级指标', 18],
          ['midTermTarget', '指标值', 10],
          ['level2', '二级指标', 9],
          ['name', '三级指标', 18],
          ['target', '指标值', 10],
        ),
      ],
    },
  ],
}
