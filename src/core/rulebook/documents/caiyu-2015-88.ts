import type { LegalDocument } from '../document.ts'

/** 财预〔2015〕88号: what a goal must be. Known from general knowledge only. */
export const document: LegalDocument = {
  id: 'caiyu-2015-88',
  number: '财预〔2015〕88号',
  title: {
    zh: '中央部门预算绩效目标管理办法',
    en: 'Measures for performance goals in the budgets of central departments',
  },
  governs: ['department', 'project'],
  clauses: [
    {
      id: 'caiyu-2015-88/goal-quality',
      summary: {
        zh: '绩效目标应指向明确、细化量化、合理可行、相应匹配。',
        en: 'Goals are to be clear in direction, detailed and quantified, reasonable and feasible, and matched to the budget.',
      },
      evidence: 'general-knowledge',
    },
    {
      id: 'caiyu-2015-88/review',
      summary: {
        zh: '绩效目标审核看完整性、相关性、适当性、可行性。',
        en: 'Goals are reviewed for completeness, relevance, appropriateness and feasibility.',
      },
      evidence: 'general-knowledge',
    },
  ],
}
