import type { Layout } from '../layout.ts'
import { columns, levels, projectFacts, projectGoals, sourcesOfFunds, totalRow } from './parts.ts'

/**
 * As the national form, with the facts a satisfaction figure rests on in columns of their own. No published form is known
 * that prints all of them; fill-in notes define satisfaction as satisfied over valid answers and leave no place for either.
 */
export const layout: Layout = {
  id: 'surveyed-project',
  title: { zh: '项目支出绩效自评表（含满意度调查情况）', en: 'Project form with the facts of its survey' },
  kind: 'project',
  family: 'A',
  evidence: 'proposal',
  source: {
    zh: '本软件建议的表样，依据填报说明中满意度的口径',
    en: 'proposed by this software, after fill-in notes that define satisfaction',
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
          ['target', '年度指标值', 11],
          ['actual', '实际完成值', 11],
          ['surveyMethod', '调查方式', 9],
          ['sampleSize', '调查人数', 7],
          ['returnedAnswers', '回收问卷数', 7],
          ['validAnswers', '有效问卷数', 7],
          ['satisfiedAnswers', '满意份数', 7],
          ['weight', '分值', 6],
          ['score', '得分', 6],
          ['note', '偏差原因分析及改进措施', 18],
        ),
      ],
    },
    totalRow,
  ],
}
