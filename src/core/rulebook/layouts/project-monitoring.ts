import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts } from './parts.ts'

/** F5: what was spent and reached by the end of July, what is expected of the year, and why it falls short. */
export const layout: Layout = {
  id: 'project-monitoring',
  title: { zh: '项目支出绩效目标执行监控表', en: 'Monitoring of the targets of a project' },
  kind: 'project',
  stage: 'monitoring',
  family: 'M',
  evidence: 'general-knowledge',
  source: {
    zh: '财预〔2019〕136号附件通行式样（未读原文），栏目与一体化系统监控表核对',
    en: 'the layout in common use after Caiyu [2019] No. 136, whose text was not read; fields as in the integrated platform',
  },
  blocks: [
    { block: 'title', text: '项目支出绩效目标执行监控表' },
    projectFacts,
    {
      block: 'facts',
      rows: [[{ field: 'fiscalYear', label: '预算年度' }]],
    },
    {
      block: 'tasks',
      label: '项目资金(万元)',
      rows: 'sources',
      total: 'first',
      totalLabel: '年度资金总额',
      columns: columns(
        ['name', '', 24],
        ['budgeted.total', '年初预算数', 14],
        ['executed.total', '1-7月执行数', 14],
        ['rate', '1-7月执行率', 12],
        ['forecastExecuted', '全年预计执行数', 14],
      ),
    },
    { block: 'goals', stated: '年度总体目标' },
    {
      block: 'indicators',
      label: '绩效指标',
      pointsInLabels: false,
      columns: [
        ...levels,
        ...columns(
          ['target', '年度指标值', 10],
          ['actual', '1-7月执行情况', 10],
          ['forecast', '全年预计完成情况', 10],
          ['causeFunds', '经费保障', 6],
          ['causeRules', '制度保障', 6],
          ['causeStaff', '人员保障', 6],
          ['causeEquipment', '硬件条件保障', 6],
          ['causeOther', '其他原因', 6],
          ['note', '原因说明', 14],
          ['likelihoodCertain', '确定能', 5],
          ['likelihoodPossible', '有可能', 5],
          ['likelihoodNone', '完全不可能', 5],
          ['remark', '备注', 8],
        ),
      ],
    },
  ],
}
