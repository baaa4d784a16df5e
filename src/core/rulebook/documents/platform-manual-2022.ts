/** A provincial manual of the integrated platform, 2022, the province unnamed. */

import type { LegalDocument } from '../document.ts'

const manual = 'https://desk33.com/d-565511.html'

export const document: LegalDocument = {
  id: 'platform-manual-2022',
  number: '某省一体化系统自评操作手册(2022)',
  title: {
    zh: '某省预算管理一体化系统自评操作手册',
    en: 'A provincial manual for self-evaluation in the integrated platform',
  },
  governs: ['department', 'project'],
  clauses: [
    {
      id: 'platform-manual-2022/flat-deduction',
      summary: {
        zh: '完成值超过指标值30%及以上的视为指标偏离，扣2分。',
        en: 'An actual 30 % or more above the target counts as a deviation and costs 2 points.',
      },
      evidence: 'read-copy',
      source: manual,
    },
    {
      id: 'platform-manual-2022/execution-caps',
      summary: {
        zh: '预算执行率低时总分封顶：70%—80%不超过89分，60%—70%不超过79分，低于60%不超过69分，低于50%不超过59分。',
        en: 'Low execution caps the total: 70–80 % at 89, 60–70 % at 79, below 60 % at 69, below 50 % at 59.',
      },
      evidence: 'read-copy',
      source: manual,
    },
  ],
}
