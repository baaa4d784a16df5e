import type { LegalDocument } from '../document.ts'

/** Practice seen in Hebei and Tianjin. */
export const document: LegalDocument = {
  id: 'hebei-tianjin-practice',
  number: '河北、天津系统做法',
  title: { zh: '河北、天津自评系统做法', en: 'Practice of the systems of Hebei and Tianjin' },
  governs: ['department', 'project'],
  clauses: [
    {
      id: 'hebei-tianjin-practice/strict-equal',
      summary: {
        zh: '等于类指标未恰好完成、反向指标超出的，标红并由人工确定得分。',
        en: 'An equal indicator not hit exactly, or a reverse one exceeded, is marked and its score set by hand.',
      },
      evidence: 'read-copy',
      source: 'observed practice, place unnamed',
    },
  ],
}
