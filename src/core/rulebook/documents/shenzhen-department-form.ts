import type { LegalDocument } from '../document.ts'

/** What the Shenzhen department form itself shows: recomputed from a filled form, the rule text was not found. */
export const document: LegalDocument = {
  id: 'shenzhen-department-form',
  number: '深圳市部门整体支出绩效自评表',
  title: { zh: '深圳市部门整体支出绩效自评表（2021年度）', en: 'Shenzhen department self-evaluation form (2021)' },
  governs: ['department'],
  clauses: [
    {
      id: 'shenzhen-department-form/task-distribution',
      summary: {
        zh: '预算执行10分按各项任务预算占比分配；任务得分按未取整的分值计算，合计按总额计算。',
        en: 'The 10 execution points are spread over the tasks by budget; task scores use the unrounded weight, the total uses the total amounts.',
      },
      evidence: 'sample',
    },
    {
      id: 'shenzhen-department-form/split',
      summary: {
        zh: '预算执行10分，产出50分，效益30分，满意度10分。',
        en: 'Execution 10, output 50, benefit 30, satisfaction 10.',
      },
      evidence: 'sample',
    },
    {
      id: 'shenzhen-department-form/kind',
      summary: {
        zh: '本表为2021年度深圳市部门整体支出自评所用格式。',
        en: 'The form used in Shenzhen for department expenditure of 2021.',
      },
      evidence: 'sample',
    },
  ],
}
