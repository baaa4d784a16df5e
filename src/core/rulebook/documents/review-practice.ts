import type { LegalDocument } from '../document.ts'

/** Checking rules of auditors who review self-evaluations. */
export const document: LegalDocument = {
  id: 'review-practice',
  number: '绩效复核通行做法',
  title: { zh: '会计师事务所绩效复核做法', en: 'Practice of auditors who review self-evaluations' },
  governs: ['department', 'project'],
  clauses: [
    {
      id: 'review-practice/deviation',
      summary: {
        zh: '完成值与指标值偏离超过20%的应说明原因。',
        en: 'A deviation of more than 20 % between actual and target is to be explained.',
      },
      evidence: 'read-copy',
      source: 'observed practice, place unnamed',
    },
    {
      id: 'review-practice/cost-below',
      summary: {
        zh: '成本类指标完成值低于指标值80%的，应说明是目标偏宽还是任务未完成。',
        en: 'A cost below 80 % of its target is to be explained: a loose target, or work not done.',
      },
      evidence: 'read-copy',
      source: 'observed practice, place unnamed',
    },
    {
      id: 'review-practice/history',
      summary: {
        zh: '指标值明显低于上年完成值的，应说明原因。',
        en: 'A target well below what was reached the year before is to be explained.',
      },
      evidence: 'read-copy',
      source: 'observed practice, place unnamed',
    },
    {
      id: 'review-practice/payment-progress',
      summary: {
        zh: '支付进度超前于工作进度20%以上的应说明原因。',
        en: 'Payment more than 20 % ahead of the progress of work is to be explained.',
      },
      evidence: 'read-copy',
      source: 'observed practice, place unnamed',
    },
    {
      id: 'review-practice/satisfaction-share',
      summary: {
        zh: '满意度按满意的答卷数除以有效答卷数计算。',
        en: 'Satisfaction is the satisfied answers divided by the valid ones.',
      },
      evidence: 'read-copy',
      source: 'http://biz.doczj.com/doc/174893555.html',
    },
    {
      id: 'review-practice/attachment-checks',
      summary: {
        zh: '复核时核对附件的日期、数量、金额与自评表是否一致，文字是否规范。',
        en: 'A review compares dates, quantities and amounts of the attachments with the form, and its wording.',
      },
      evidence: 'read-copy',
      source: 'observed practice, place unnamed',
    },
  ],
}
