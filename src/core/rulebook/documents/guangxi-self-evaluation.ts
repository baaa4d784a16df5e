import type { LegalDocument } from '../document.ts'

/** Guangxi practice on over-achievement, with the rule of the city of Baise. */
export const document: LegalDocument = {
  id: 'guangxi-self-evaluation',
  number: '广西绩效自评填报要求',
  title: { zh: '广西绩效自评填报要求', en: 'Guangxi requirements for self-evaluation' },
  governs: ['department', 'project'],
  clauses: [
    {
      id: 'guangxi-self-evaluation/over-reason',
      summary: {
        zh: '完成值达到指标值130%及以上的，必须填写偏差原因。',
        en: 'Where the actual reaches 130 % of the target, a reason for the deviation is mandatory.',
      },
      evidence: 'read-copy',
      source: 'http://czj.baise.gov.cn/zwgk/fdzdgknr/zcwjzcjd/t11098246.shtml',
    },
    {
      id: 'guangxi-self-evaluation/zero-target',
      summary: {
        zh: '指标值为0的，完成值达到30即须填写偏差原因。',
        en: 'Against a target of 0 a reason is mandatory from an actual of 30 on.',
      },
      evidence: 'read-copy',
      source: 'http://czj.baise.gov.cn/zwgk/fdzdgknr/zcwjzcjd/t11098246.shtml',
    },
  ],
}
