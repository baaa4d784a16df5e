import type { LegalDocument } from '../document.ts'

/** Checks of a public checker of final accounts. */
export const document: LegalDocument = {
  id: 'final-accounts-checks',
  number: '决算审核规则',
  title: { zh: '部门决算审核规则', en: 'Checks on final accounts of departments' },
  governs: ['department', 'project'],
  clauses: [
    {
      id: 'final-accounts-checks/sum-tolerance',
      summary: {
        zh: '合计数与分项之和应一致，允许尾数差0.01。',
        en: 'A total agrees with the sum of its parts, within 0.01.',
      },
      evidence: 'read-copy',
      source: 'observed practice, place unnamed',
    },
    {
      id: 'final-accounts-checks/source-sum',
      summary: {
        zh: '总额应等于财政拨款、上年结转和其他资金之和。',
        en: 'A total equals appropriation, carry-over and other funds together.',
      },
      evidence: 'read-copy',
      source: 'observed practice, place unnamed',
    },
  ],
}
