/** Behaviour of the integrated budget platform, seen in use. */

import type { Clause, LegalDocument } from '../document.ts'

function seen(name: string, zh: string, en: string): Clause {
  return {
    id: `integrated-platform/${name}`,
    summary: { zh, en },
    evidence: 'read-copy',
    source: 'observed practice, place unnamed',
  }
}

export const document: LegalDocument = {
  id: 'integrated-platform',
  number: '预算管理一体化系统',
  title: { zh: '预算管理一体化系统自评模块做法', en: 'Practice of the integrated budget platform' },
  governs: ['department', 'project'],
  clauses: [
    seen(
      'execution-rate',
      '预算执行得分=min(1,全年执行数÷调整后预算数)×分值,保留2位小数;预算为0得0分。',
      'Execution points = min(1, executed ÷ adjusted budget) × points, 2 decimals; budget 0 earns 0.',
    ),
    seen(
      'positive',
      '正向指标:达到指标值得满分,未达到按实际÷目标计分;负值得0分。',
      'Positive: reached is full, else weight × actual ÷ target; a negative actual earns 0.',
    ),
    seen(
      'equal',
      '等于类指标:目标为0时实际不大于0得满分,否则得0分;目标大于0时达到得满分,未达到按比例计分。',
      'Equal: with target 0, full for an actual of at most 0, else 0; otherwise reached is full, else in proportion.',
    ),
    seen(
      'reverse',
      '反向指标:不超过指标值得满分;超过但不足2倍的按超出比例扣分;达到2倍得0分;目标为0时实际不大于0得满分,否则得0分。',
      'Reverse: within the target full; above it minus the share of the excess; nothing from twice the target on; with target 0 full for at most 0, else 0.',
    ),
    seen(
      'over-notice',
      '完成值超过指标值120%的,得分标红并允许手工调减。',
      'An actual above 120 % of the target is marked and the score opens for reduction by hand.',
    ),
    seen(
      'completeness',
      '指标值、实际完成值、得分必须填写;扣分的必须填写原因;得分不得超过分值。',
      'Target, actual and score must be filled in, a lost point needs a reason, and no score exceeds its weight.',
    ),
    seen(
      'not-applicable',
      '不适用指标不设分值,不计得分。',
      'An indicator that is not applicable carries no weight and no score.',
    ),
    seen(
      'dropped',
      '已调整或已删除的指标不设分值,不计得分。',
      'An indicator that was adjusted away or deleted carries no weight and no score.',
    ),
    seen(
      'sums',
      '分值合计应为100分,各级分值应与下级合计一致;总分为各指标得分与预算执行得分之和。',
      'Weights add up to 100 and each level to the one below it; the total is the sum of the indicator scores and the execution points.',
    ),
    seen('rounding', '得分四舍五入保留2位小数。', 'Scores are rounded half up to 2 decimals.'),
    seen(
      'type-check',
      '定量指标的指标值和完成值必须是数值,二者类型应一致。',
      'Target and actual of a quantitative indicator must be numbers, both of the same type.',
    ),
    seen(
      'completion-execution-gap',
      '指标完成进度与预算执行率之差超过5%的予以预警。',
      'A gap of more than 5 % between completion and execution raises a warning.',
    ),
    seen(
      'qualitative-tiers',
      '定性指标分三档:达成预期指标100%—80%,部分达成并具有一定效果80%—60%,未完成且效果较差60%—0%。',
      'Qualitative tiers: met 100–80 %, partly met with some effect 80–60 %, not met with poor effect 60–0 %.',
    ),
    seen(
      'monitoring',
      '运行监控填写当期完成情况、预计全年完成情况和偏差原因分析。',
      'Monitoring states what was reached so far, what is expected of the year, and the causes of deviations.',
    ),
    seen('satisfaction', '满意度指标按正向指标计分。', 'Satisfaction is scored as a positive indicator.'),
  ],
}
