import type { LegalDocument } from '../document.ts'

/** Henan's frame of 2024, known from the notice of one unit only. */
export const document: LegalDocument = {
  id: 'henan-2024',
  number: '豫财效〔2024〕1号',
  title: { zh: '河南省2024年绩效自评通知', en: 'Henan notice on self-evaluation, 2024' },
  governs: ['project'],
  clauses: [
    {
      id: 'henan-2024/split',
      summary: {
        zh: '成本10分，产出30分，效益25分，满意度5分，合计70分；其余30分未读到。',
        en: 'Cost 10, output 30, benefit 25, satisfaction 5: 70 in all; the other 30 were not read.',
      },
      evidence: 'read-copy',
      source: 'http://izhc.cn/info/1088/17792.htm',
    },
  ],
}
