/** Criteria of a reviewer of self-evaluations, 2025, in our own words. */

import type { Clause, LegalDocument } from '../document.ts'

function criterion(name: string, zh: string, en: string): Clause {
  return {
    id: `pidu-review-2025/${name}`,
    summary: { zh, en },
    evidence: 'read-copy',
    source: 'observed practice, place unnamed',
  }
}

export const document: LegalDocument = {
  id: 'pidu-review-2025',
  number: '郫都区2025年抽查复核标准',
  title: { zh: '绩效自评抽查复核标准', en: 'Criteria for the review of self-evaluations' },
  governs: ['department', 'project'],
  clauses: [
    criterion('no-evidence', '没有佐证的指标不得分。', 'An indicator that nothing proves earns nothing.'),
    criterion('unrelated', '与项目无关的指标不得分。', 'An indicator unrelated to the project earns nothing.'),
    criterion(
      'hollow',
      '指标空洞、无法考核的,按程度扣减100%、60%或30%。',
      'A hollow indicator that cannot be assessed loses 100, 60 or 30 % by degree.',
    ),
    criterion('satisfaction-data', '满意度没有调查数据的不得分。', 'Satisfaction without survey data earns nothing.'),
    criterion(
      'over-noted',
      '完成值超过指标值130%的予以注明,不扣分。',
      'An actual above 130 % of the target is noted, without deduction.',
    ),
    criterion(
      'multi-part',
      '包含多项任务的指标部分未完成的,时效扣30%。',
      'A task of several parts that is partly unfinished loses 30 % of its timeliness points.',
    ),
    criterion(
      'duplicate-content',
      '同一内容在多个指标中重复的,只计一个。',
      'The same content used in several indicators counts once.',
    ),
    criterion(
      'misfiled',
      '三级指标与二级指标不符的不得分。',
      'A level-3 indicator that does not fit its level 2 earns nothing.',
    ),
    criterion(
      'report-agrees',
      '自评报告与盖章自评表的内容、数据应一致。',
      'The report and the stamped form must agree in content and figures.',
    ),
    criterion(
      'consistent-deductions',
      '每项扣分应有理由,扣分比例应与情况相符、前后一致。',
      'Each deduction has a reason and a share that fits and is consistent.',
    ),
    criterion('dates-contradict', '填报日期与佐证资料日期不得矛盾。', 'Reported dates may not contradict the papers.'),
    criterion(
      'met-without-spending',
      '资金几乎没有支出而产出填报完成的,应核查数据真实性。',
      'Where next to nothing was spent and outputs are reported as met, the figures are looked into.',
    ),
    criterion(
      'copied-text',
      '照抄其他单位或其他事项文字的,应指出并核实。',
      'Text copied from another unit or another matter is pointed out and looked into.',
    ),
    criterion(
      'not-accepted',
      '成果未经验收而数量按满分计的,应核减。',
      'A quantity scored in full while nothing was accepted is marked down.',
    ),
    criterion(
      'sample',
      '满意度样本缺乏代表性的,应指出。',
      'A sample that does not represent the people served is pointed out.',
    ),
    criterion(
      'review-deviation',
      '偏离度=(自评得分−复核得分)÷自评得分。',
      'Deviation = (own score − review score) ÷ own score.',
    ),
    criterion(
      'full-marks',
      '自评普遍满分的应重点核查。',
      'Self-evaluations with full marks throughout deserve a close look.',
    ),
  ],
}
