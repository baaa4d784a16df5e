/** Our own proposals, where no text gives a rule. */

import type { Clause, LegalDocument } from '../document.ts'

function proposal(name: string, zh: string, en: string): Clause {
  return { id: `ziping-proposal/${name}`, summary: { zh, en }, evidence: 'proposal' }
}

export const document: LegalDocument = {
  id: 'ziping-proposal',
  number: '自评助手建议规则',
  title: { zh: '本软件建议的规则（无文件依据）', en: 'Rules proposed by this software, without an outside source' },
  governs: ['department', 'project'],
  clauses: [
    proposal(
      'date',
      '按期或提前完成得满分;逾期完成没有通行扣分标准,由人工判定。',
      'On time or early is full; no common rule says what a late date costs, so a person judges.',
    ),
    proposal(
      'range',
      '区间类指标落在区间内得满分,区间外按与较近边界的偏离计分。',
      'Inside a range is full; outside it the nearer border is taken as the target.',
    ),
    proposal(
      'equal-symmetric',
      '等于类指标按偏离目标的比例对称扣分。',
      'An equal indicator loses the share by which it misses the target, on either side.',
    ),
    proposal(
      'rounding-explained',
      '合计差异在各加数书写精度之内的,视为四舍五入所致。',
      'A difference within the written precision of the addends is taken as rounding.',
    ),
    proposal(
      'wording',
      '指标名称保持中性,方向和程度写入指标值。',
      'An indicator name stays neutral; direction and degree stand in the value.',
    ),
    proposal(
      'repairs',
      '疑似识别错误只提出修改建议,经人工确认后才采用。',
      'A suspected reading error is offered as a repair and taken only when a person confirms it.',
    ),
    proposal(
      'task-ties',
      '任务与指标按共有词语对应,仅作提示,由人工确认。',
      'A task and an indicator are tied by words they share, as a hint for a person to confirm.',
    ),
    proposal('goal-pairs', '每条年度目标应有对应的完成情况。', 'Every stated goal has its achievement.'),
    proposal(
      'limits',
      '没有文件给出数值的提示阈值,由本软件建议,用户可改。',
      'Thresholds that no text gives are proposed by this software and may be changed.',
    ),
    proposal(
      'other-years',
      '同一单位各年的表并列核对,相差悬殊、照抄上年、承诺未兑现的作提示,由人工判断。',
      'Forms of one unit are laid beside those of other years; what lies far apart, is copied or was not kept is shown for a person to judge.',
    ),
    proposal(
      'projects-beside',
      '部门表与所属项目表并列核对,资金、完成值、总分对不上的作提示,由人工判断。',
      'A department’s form is laid beside those of its projects; money, results and totals that do not fit are shown for a person to judge.',
    ),
    proposal(
      'survey-figures',
      '满意度应与有效答卷数在算术上相容;有效答卷少于30份的,结果只作参考。',
      'A satisfaction rate must be possible with the valid answers; below 30 of them it is a hint only.',
    ),
    proposal(
      'cause-and-effect',
      '以疫情、客观原因等说明偏差的,应写明具体影响了什么、影响多少。',
      'A cause such as an epidemic or outside circumstances comes with what it affected, and how far.',
    ),
    proposal(
      'basic-completion',
      '“基本达成”归入达成还是部分达成,文件用语不一,两种理解并列显示。',
      'Texts differ on whether “basically met” means met or partly met; both readings are shown.',
    ),
    proposal(
      'execution-over-budget',
      '执行数超过预算数的,执行率按100%计分并提示。',
      'Where more was spent than budgeted the rate counts as 100 %, with a notice.',
    ),
    proposal(
      'forecast',
      '运行监控中预计全年完不成指标值的,应选明原因或写明说明;完成目标可能性应与预计完成情况一致。',
      'Where monitoring expects a target to be missed its cause is marked or told; the likelihood agrees with the forecast.',
    ),
    proposal(
      'unreadable',
      '不能判读或没有规则的,不猜测得分,给出0至分值的范围并说明原因。',
      'What cannot be read, or what no rule decides, is not guessed: the range is 0 to the weight, with the reason.',
    ),
  ],
}
