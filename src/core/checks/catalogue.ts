/**
 * The catalogue of checks: all rules that are known to be worth checking, built or not. A check that is built has a file
 * of the id's name beside this one; the gate test keeps both in step. A rule that is not built says what it waits for.
 */

import type { Bilingual, Evidence, Severity } from '../model/index.ts'

/** What a rule needs beside the form: last year's figures, papers of proof, forms of others, the written report. */
export type Needs = 'form' | 'history' | 'evidence' | 'other-forms' | 'report'

/** A: sums and completeness; B: score against rule; C: quality of the indicator; D: parts of the form against each other and against proof; E: how the form arrived; F: what a monitoring form expects of the year. */
export type Group = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

export interface CatalogueEntry {
  /** = file name of the check: a noun phrase naming the failing state. */
  readonly id: string
  readonly code: string
  readonly group: Group
  /** The gravest that the rule can give. */
  readonly severity: Severity
  /** How far its source can be trusted. */
  readonly evidence: Evidence
  readonly needs: Needs
  readonly status: 'built' | 'later'
  readonly title: Bilingual
  /** Of a rule for later: what the form alone cannot tell. */
  readonly because?: Bilingual
}

type Row = readonly [
  code: string,
  id: string,
  severity: Severity,
  evidence: Evidence,
  needs: Needs,
  status: 'built' | 'later',
  zh: string,
  en: string,
]

// biome-ignore format: a table reads best as a table
const rows: readonly Row[] = [
  ['A01', 'weights-not-adding-up', 'error', 'partly-read', 'form', 'built', '分值总和', 'Sum of all weights'],
  ['A02', 'level1-weights-off', 'error', 'read-copy', 'form', 'built', '一级指标分值', 'Weights of a level-1 block'],
  ['A03', 'level2-weights-off', 'error', 'read-copy', 'form', 'built', '二级指标分值', 'Weights of a level-2 block'],
  ['A04', 'total-not-adding-up', 'error', 'read-copy', 'form', 'built', '总分', 'Total score'],
  ['A05', 'score-missing', 'error', 'read-copy', 'form', 'built', '得分缺失', 'Missing score'],
  ['A06', 'actual-missing', 'error', 'read-copy', 'form', 'built', '实际完成值缺失', 'Missing actual value'],
  ['A07', 'score-above-weight', 'error', 'read-copy', 'form', 'built', '得分超分值', 'Score above weight'],
  ['A08', 'weight-not-positive', 'warning', 'read-copy', 'form', 'built', '分值为零', 'Weight of zero'],
  ['A09', 'money-rows-not-adding-up', 'error', 'read-copy', 'form', 'built', '资金行合计', 'Sum of the money rows'],
  ['A10', 'fund-sources-not-adding-up', 'error', 'read-copy', 'form', 'built', '资金来源合计', 'Sum of the sources of funds'],
  ['A11', 'execution-rate-off', 'error', 'read-copy', 'form', 'built', '预算执行率', 'Execution rate'],
  ['A12', 'execution-score-off', 'error', 'read-copy', 'form', 'built', '预算执行得分', 'Points for execution'],
  ['A13', 'task-weights-off', 'error', 'sample', 'form', 'built', '任务分值分配', 'Distribution of points over tasks'],
  ['A14', 'execution-above-budget', 'warning', 'proposal', 'form', 'built', '超预算执行', 'Spending above budget'],
  ['A15', 'execution-without-budget', 'error', 'read-copy', 'form', 'built', '无预算支出', 'Spending without budget'],
  ['A16', 'figure-negative-or-huge', 'warning', 'read-copy', 'form', 'built', '负数或畸大值', 'Negative or implausibly large figure'],
  ['A17', 'mixed-money-units', 'warning', 'read-copy', 'form', 'built', '金额单位混用', 'Mixed units of money'],
  ['A18', 'stray-signs-in-value', 'info', 'read-copy', 'form', 'built', '非法字符', 'Stray signs in a value cell'],
  ['A19', 'grade-not-fitting-score', 'error', 'partly-read', 'form', 'built', '评级与得分', 'Grade against score'],
  ['A20', 'required-text-missing', 'warning', 'read-copy', 'form', 'built', '必填文本', 'Required texts'],
  ['A21', 'text-too-long', 'info', 'read-copy', 'form', 'built', '字数', 'Length of texts'],
  ['A22', 'seal-missing', 'warning', 'read-copy', 'evidence', 'later', '签章', 'Stamp and signature'],

  ['B01', 'met-target-marked-down', 'error', 'partly-read', 'form', 'built', '定量完成未得满分', 'Met target without full marks'],
  ['B02', 'missed-target-score-off', 'error', 'partly-read', 'form', 'built', '定量未完成得分', 'Score of a missed target'],
  ['B03', 'full-marks-on-exceeded-limit', 'warning', 'read-copy', 'form', 'built', '反向指标超标', 'Exceeded upper limit'],
  ['B04', 'equal-target-not-hit', 'warning', 'read-copy', 'form', 'built', '等号指标', 'Target with an equals sign'],
  ['B05', 'over-achievement', 'info', 'read-copy', 'form', 'built', '超额提醒', 'Over-achievement'],
  ['B06', 'over-achievement-unexplained', 'error', 'read-copy', 'form', 'built', '超额须说明', 'Over-achievement without reason'],
  ['B07', 'over-achievement-undeducted', 'warning', 'partly-read', 'form', 'built', '超额扣分', 'Over-achievement without deduction'],
  ['B08', 'serious-over-achievement', 'warning', 'proposal', 'form', 'built', '严重超额', 'Serious over-achievement'],
  ['B09', 'tier-score-mismatch', 'error', 'read-copy', 'form', 'built', '定性档位', 'Score against tier'],
  ['B10', 'same-word-different-scores', 'warning', 'read-copy', 'form', 'built', '定性同词不同分', 'Same word, different scores'],
  ['B11', 'deduction-unexplained', 'error', 'read-copy', 'form', 'built', '扣分须说明', 'Deduction without reason'],
  ['B12', 'shortfall-told-full-marks', 'warning', 'proposal', 'form', 'built', '有原因而满分', 'Shortfall told, full marks taken'],
  ['B13', 'remedy-missing', 'warning', 'partly-read', 'form', 'built', '改进措施缺失', 'Reason without remedy'],
  ['B14', 'low-execution-unexplained', 'warning', 'read-copy', 'form', 'built', '执行率说明', 'Low execution without reason'],
  ['B15', 'score-above-execution-cap', 'warning', 'read-copy', 'form', 'built', '执行率封顶', 'Cap by execution rate'],
  ['B16', 'deadline-not-proven', 'error', 'read-copy', 'form', 'built', '日期指标', 'Deadline'],
  ['B17', 'cost-far-below-target', 'warning', 'read-copy', 'form', 'built', '成本大幅低于预算', 'Cost far below target'],
  ['B18', 'deviation-unexplained', 'warning', 'read-copy', 'form', 'built', '偏离度', 'Deviation without reason'],
  ['B19', 'note-contradicting-figures', 'warning', 'read-copy', 'form', 'built', '原因与数值矛盾', 'Reason against figures'],
  ['B20', 'full-marks-everywhere', 'warning', 'read-copy', 'form', 'built', '全满分', 'Full marks everywhere'],
  ['B21', 'actual-copied-from-target', 'info', 'proposal', 'form', 'built', '完成值照抄指标值', 'Actual copied from target'],
  ['B22', 'points-on-not-applicable', 'error', 'read-copy', 'form', 'built', '不适用有分值', 'Points on a row that does not apply'],
  ['B23', 'dropped-indicator-scored', 'error', 'read-copy', 'form', 'built', '已删除指标计分', 'Score on a dropped indicator'],
  ['B24', 'outputs-without-spending', 'warning', 'read-copy', 'form', 'built', '未执行却完成', 'Outputs without spending'],
  ['B25', 'completion-ahead-of-execution', 'info', 'read-copy', 'form', 'built', '指标与执行偏离', 'Completion against execution'],
  ['B26', 'note-copied', 'warning', 'read-copy', 'form', 'built', '说明照抄', 'Copied remark'],
  ['B27', 'cause-without-effect', 'warning', 'proposal', 'form', 'built', '原因无影响', 'Cause without effect'],
  ['B28', 'text-copied-from-last-year', 'warning', 'proposal', 'history', 'built', '照抄上年文字', 'Text copied from last year'],
  ['B29', 'remedy-not-kept', 'warning', 'proposal', 'history', 'built', '上年改进措施未见效', 'Last year’s remedy without effect'],

  ['C01', 'vague-target', 'warning', 'read-copy', 'form', 'built', '指标空洞', 'Vague target'],
  ['C02', 'direction-in-name', 'info', 'proposal', 'form', 'built', '方向写入名称', 'Direction written into the name'],
  ['C03', 'misfiled-indicator', 'warning', 'read-copy', 'form', 'built', '三级与二级不符', 'Indicator under the wrong heading'],
  ['C04', 'floor-on-cost', 'error', 'read-copy', 'form', 'built', '成本用大于等于', 'Floor on a cost'],
  ['C05', 'share-above-hundred', 'warning', 'read-copy', 'form', 'built', '百分比超过100', 'Share above 100 %'],
  ['C06', 'operator-missing', 'warning', 'read-copy', 'form', 'built', '缺计算符号', 'Missing operator'],
  ['C07', 'unit-missing', 'warning', 'read-copy', 'form', 'built', '缺计量单位', 'Missing unit'],
  ['C08', 'value-type-mismatch', 'error', 'read-copy', 'form', 'built', '指标值与完成值类型不符', 'Target and actual of different kinds'],
  ['C09', 'duplicate-indicator', 'warning', 'read-copy', 'form', 'built', '重复指标', 'Duplicate indicator'],
  ['C10', 'output-repeated-as-benefit', 'warning', 'read-copy', 'form', 'built', '产出效益重复', 'Output repeated as benefit'],
  ['C11', 'execution-rate-repeated', 'warning', 'proposal', 'form', 'built', '与执行率重复', 'Execution rate repeated as an indicator'],
  ['C12', 'splintered-weights', 'info', 'proposal', 'form', 'built', '权重过小或过碎', 'Splintered weights'],
  ['C13', 'dimension-missing', 'error', 'read-copy', 'form', 'built', '缺维度', 'Missing dimension'],
  ['C14', 'benefits-only-in-words', 'warning', 'proposal', 'form', 'built', '效益全为定性', 'Benefits only in words'],
  ['C15', 'target-below-history', 'warning', 'read-copy', 'form', 'built', '目标低于历史', 'Target below history'],
  ['C16', 'satisfaction-exactly-on-target', 'info', 'proposal', 'form', 'built', '满意度恰为目标', 'Satisfaction exactly on target'],
  ['C17', 'satisfaction-without-sample', 'warning', 'read-copy', 'form', 'built', '满意度无样本', 'Satisfaction without sample'],
  ['C18', 'round-number-actual', 'info', 'proposal', 'form', 'built', '整数疑点', 'Suspiciously round figure'],
  ['C19', 'borrowed-template-text', 'warning', 'read-copy', 'form', 'built', '模板套用', 'Text borrowed from another form'],
  ['C20', 'placeholder-left', 'error', 'read-copy', 'form', 'built', '占位符', 'Placeholder left in'],
  ['C21', 'self-adjusting-target', 'warning', 'proposal', 'form', 'built', '条件式指标值', 'Target that adjusts itself'],
  ['C22', 'wording-slip', 'info', 'read-copy', 'form', 'built', '错别字或术语', 'Wrong character or term'],
  ['C23', 'operator-against-name', 'warning', 'proposal', 'form', 'built', '方向与名称相反', 'Direction against the name'],
  ['C24', 'satisfaction-percentage-impossible', 'warning', 'read-copy', 'form', 'built', '满意度与答卷数', 'Satisfaction against its answers'],
  ['C25', 'survey-counts-contradicting', 'warning', 'read-copy', 'form', 'built', '调查数据', 'Counts of a survey'],
  ['C26', 'sample-too-small', 'warning', 'proposal', 'form', 'built', '样本过小', 'Small sample'],
  ['C27', 'satisfaction-all-alike', 'info', 'proposal', 'form', 'built', '满意度雷同', 'Satisfaction all alike'],
  ['C28', 'targets-unchanged', 'info', 'proposal', 'history', 'built', '指标值沿用上年', 'Targets taken over from last year'],
  ['C29', 'result-outside-history', 'warning', 'proposal', 'history', 'built', '完成值与历年相差悬殊', 'Result far from earlier years'],

  ['D01', 'task-without-indicator', 'warning', 'general-knowledge', 'form', 'built', '任务无指标', 'Task without indicator'],
  ['D02', 'cost-targets-off-budget', 'warning', 'sample', 'form', 'built', '成本指标与任务预算', 'Cost targets against budget'],
  ['D03', 'cost-actuals-off-execution', 'warning', 'sample', 'form', 'built', '成本完成与任务执行', 'Cost actuals against execution'],
  ['D04', 'completion-contradicting-rows', 'warning', 'sample', 'form', 'built', '完成情况与得分矛盾', 'Completion against rows'],
  ['D05', 'goal-without-completion', 'error', 'proposal', 'form', 'built', '目标与完成情况对应', 'Goals and completions in pairs'],
  ['D06', 'goal-without-indicator', 'info', 'read-copy', 'form', 'built', '目标无指标支撑', 'Goal without indicator'],
  ['D07', 'other-year-results', 'info', 'proposal', 'form', 'built', '年度串用', 'Results of another year'],
  ['D08', 'evidence-missing', 'warning', 'read-copy', 'form', 'built', '佐证缺失', 'Missing evidence'],
  ['D09', 'evidence-date-contradiction', 'warning', 'read-copy', 'evidence', 'later', '佐证日期矛盾', 'Evidence of a contradicting date'],
  ['D10', 'quantity-without-acceptance', 'warning', 'read-copy', 'form', 'built', '数量与验收', 'Quantity without acceptance'],
  ['D11', 'budget-adjustment-unexplained', 'warning', 'read-copy', 'form', 'built', '预算调整率', 'Budget adjustment without reason'],
  ['D12', 'payment-ahead-of-progress', 'warning', 'read-copy', 'form', 'built', '支付进度', 'Payment ahead of progress'],
  ['D13', 'repeated-beneficiaries', 'warning', 'read-copy', 'evidence', 'later', '受益人重复', 'Repeated beneficiaries'],
  ['D14', 'report-contradicting-form', 'error', 'read-copy', 'report', 'built', '报告与表一致', 'Report against form'],
  ['D15', 'targets-changed-since-approval', 'error', 'partly-read', 'history', 'built', '目标表与自评表一致', 'Targets as approved'],
  ['D16', 'self-score-far-from-review', 'warning', 'read-copy', 'form', 'built', '自评与复核偏离', 'Self-score against review'],
  ['D17', 'task-shortfall-unexplained', 'info', 'sample', 'form', 'built', '任务未完成未说明', 'Task shortfall without reason'],
  ['D18', 'supervisor-same-as-department', 'info', 'sample', 'form', 'built', '主管部门与部门名称相同', 'Supervisor same as department'],
  ['D19', 'three-public-expenses-over-budget', 'error', 'read-copy', 'other-forms', 'later', '三公经费超预算', 'Travel, reception and vehicles over budget'],
  ['D20', 'publication-incomplete', 'warning', 'read-copy', 'other-forms', 'later', '公开齐全', 'Completeness of publication'],
  ['D21', 'projects-not-adding-up', 'warning', 'proposal', 'other-forms', 'built', '部门与项目资金', 'Department against the money of its projects'],
  ['D22', 'total-above-projects', 'info', 'proposal', 'other-forms', 'built', '部门总分高于各项目', 'Department’s total above all of its projects'],
  ['D23', 'result-below-projects', 'warning', 'proposal', 'other-forms', 'built', '部门完成值低于项目', 'Department’s result below its projects'],
  ['D24', 'goal-contradicting-indicators', 'warning', 'proposal', 'form', 'built', '目标与指标数字', 'Figures of goals against those of indicators'],

  ['E01', 'column-shifted', 'error', 'proposal', 'form', 'built', '列错位', 'Shifted column'],
  ['E02', 'column-count-changing', 'warning', 'proposal', 'form', 'built', '列数变化', 'Changing number of columns'],
  ['E03', 'label-inside-block', 'info', 'proposal', 'form', 'built', '合并单元格标签', 'Label inside its block'],
  ['E04', 'row-broken-in-two', 'warning', 'proposal', 'form', 'built', '断行拼接', 'Row broken in two'],
  ['E05', 'page-number-between-rows', 'info', 'proposal', 'form', 'built', '页码行', 'Page number between rows'],
  ['E06', 'latin-noise', 'warning', 'proposal', 'form', 'built', '乱码拉丁词', 'Latin noise'],
  ['E07', 'sign-variant', 'warning', 'proposal', 'form', 'built', '符号归一', 'Variant signs'],
  ['E08', 'misread-character', 'info', 'proposal', 'form', 'built', '字形误读', 'Misread character'],

  ['F01', 'forecast-shortfall-unexplained', 'warning', 'proposal', 'form', 'built', '预计完不成未说明原因', 'Expected shortfall without a reason'],
  ['F02', 'likelihood-contradicting-forecast', 'warning', 'proposal', 'form', 'built', '可能性与预计情况矛盾', 'Likelihood against forecast'],
]

/** What each rule that is not built waits for. */
const waitsFor: Readonly<Record<string, Bilingual>> = {
  'seal-missing': {
    zh: '签章在盖章原件上，不在表格文字里',
    en: 'stamp and signature are on the stamped paper, not in the text of the form',
  },
  'evidence-date-contradiction': {
    zh: '资料的日期写在资料上，不在自评表里',
    en: 'the dates stand on the papers, not in the form',
  },
  'repeated-beneficiaries': { zh: '须有受益人名单', en: 'it needs the lists of beneficiaries' },
  'three-public-expenses-over-budget': {
    zh: '三公经费的预算数和决算数在部门决算报表里；自评表只有控制率，已由反向指标规则检查',
    en: 'budget and outturn stand in the final accounts; the form has the rate at most, which the rule on upper limits checks',
  },
  'publication-incomplete': {
    zh: '须有应公开清单和已公开的全部文件',
    en: 'it needs the list of what is due and all that was published',
  },
}

/** All rules, in the order of their codes. */
export const catalogue: readonly CatalogueEntry[] = rows.map(
  ([code, id, severity, evidence, needs, status, zh, en]): CatalogueEntry => ({
    id,
    code,
    group: code[0] as Group,
    severity,
    evidence,
    needs,
    status,
    title: { zh, en },
    ...(waitsFor[id] === undefined ? {} : { because: waitsFor[id] }),
  }),
)

const byId = new Map(catalogue.map((entry) => [entry.id, entry]))

/** The entry of a rule, undefined where the id is none of the catalogue's. */
export function catalogueEntry(id: string): CatalogueEntry | undefined {
  return byId.get(id)
}
