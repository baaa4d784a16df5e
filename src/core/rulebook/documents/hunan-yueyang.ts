import type { LegalDocument } from '../document.ts'

const sheet2018 = 'http://czj.yueyang.gov.cn/9689/24522/content_1562538.html'

/** Step scoring of the common indicators, as units of Yueyang publish it. */
export const document: LegalDocument = {
  id: 'hunan-yueyang',
  number: '岳阳市部门整体支出评分表',
  title: { zh: '岳阳市部门整体支出绩效评分表', en: 'Scoring table for department expenditure, Yueyang' },
  governs: ['department'],
  clauses: [
    {
      id: 'hunan-yueyang/split',
      summary: {
        zh: '2018年度参考样表：投入15分，过程40分；产出、效果的分值未读到。',
        en: 'Sample sheet for 2018: input 15, process 40; the points of output and effect were not read.',
      },
      evidence: 'read-copy',
      source: sheet2018,
    },
    {
      id: 'hunan-yueyang/steps',
      summary: {
        zh: '共性指标按档或按百分点扣分，如重点支出安排率90%及以上5分、80%—90%得4分，在职人员控制率每超1个百分点扣0.5分，扣完为止。',
        en: 'Common indicators are scored by bands or lose points by the percentage point, e.g. half a point for each point of staff above 100 %, down to nothing.',
      },
      evidence: 'read-copy',
      source: sheet2018,
    },
    {
      id: 'hunan-yueyang/completion-rate',
      summary: {
        zh: '预算完成率5分：100%得满分，每低于5%扣2分，扣完为止（见湖南省另一市2016年度评分表）。',
        en: 'Budget completion, 5 points: 100 % is full, 2 less for every 5 % missed, down to nothing (sheet of another Hunan city for 2016).',
      },
      evidence: 'read-copy',
      source: 'http://www.zjj.gov.cn/c6436/20170717/i282282.html',
    },
  ],
}
