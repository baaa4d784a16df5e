import type { LegalDocument } from '../document.ts'

/** Step scoring of the common indicators, as units of Yueyang publish it. */
export const document: LegalDocument = {
  id: 'hunan-yueyang',
  number: '岳阳市部门整体支出评分表',
  title: { zh: '岳阳市部门整体支出绩效评分表', en: 'Scoring table for department expenditure, Yueyang' },
  governs: ['department'],
  clauses: [
    {
      id: 'hunan-yueyang/steps',
      summary: {
        zh: '共性指标按阶梯计分,如预算完成率每低5%扣2分,在职人员控制率每超1个百分点扣0.5分。',
        en: 'Common indicators are scored by steps, e.g. 2 points less for every 5 % of budget completion missed.',
      },
      evidence: 'read-copy',
      source: 'https://glj.yueyang.gov.cn/6173/6181/content_1705915.html',
    },
  ],
}
