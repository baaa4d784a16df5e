/** Sichuan forms of 2023, as published by county units. */

import type { LegalDocument } from '../document.ts'

const copy = 'https://www.scqs.gov.cn/info/13206/211004.htm'

export const document: LegalDocument = {
  id: 'sichuan-2023',
  number: '四川省2023年度自评表',
  title: { zh: '四川省项目支出绩效自评表', en: 'Sichuan project self-evaluation form' },
  governs: ['project'],
  clauses: [
    {
      id: 'sichuan-2023/split',
      summary: {
        zh: '预算执行10分，各项绩效指标合计90分。',
        en: 'Execution 10 points, all indicators together 90.',
      },
      evidence: 'read-copy',
      source: copy,
    },
    {
      id: 'sichuan-2023/explanations',
      summary: {
        zh: '预算执行率低于90%须说明原因；年中预算调整须说明原因。',
        en: 'Execution below 90 % must be explained, and so must every mid-year adjustment.',
      },
      evidence: 'read-copy',
      source: copy,
    },
    {
      id: 'sichuan-2023/text-lengths',
      summary: {
        zh: '说明不超过100字；评价结论、存在问题、改进措施各不超过200字。',
        en: 'Explanations of at most 100 characters; conclusion, problems and remedies of at most 200 each.',
      },
      evidence: 'read-copy',
      source: copy,
    },
    {
      id: 'sichuan-2023/split-target',
      summary: {
        zh: '指标性质（计算符号）、指标值、度量单位分列填报。',
        en: 'Operator, value and unit of a target stand in columns of their own.',
      },
      evidence: 'read-copy',
      source: 'https://dyxrmt.cn/article-157795-21.html',
    },
  ],
}
