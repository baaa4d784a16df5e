/** Columns of a draft in words, for the record and for whoever names a cell. */

import type { Bilingual } from '../model/index.ts'

const names: Readonly<Record<string, Bilingual>> = {
  title: { zh: '标题', en: 'title' },
  region: { zh: '地区', en: 'region' },
  fiscalYear: { zh: '预算年度', en: 'fiscal year' },
  department: { zh: '部门名称', en: 'department' },
  supervisor: { zh: '主管部门', en: 'supervisor' },
  project: { zh: '项目名称', en: 'project' },
  implementer: { zh: '实施单位', en: 'implementer' },
  moneyUnit: { zh: '金额单位', en: 'unit of money' },
  executionPoints: { zh: '预算执行分值', en: 'points for execution' },
  total: { zh: '总分', en: 'total' },
  grade: { zh: '评级', en: 'grade' },
  level1: { zh: '一级指标', en: 'level-1 indicator' },
  level1Points: { zh: '一级指标分值', en: 'points of level 1' },
  level2: { zh: '二级指标', en: 'level-2 indicator' },
  level2Points: { zh: '二级指标分值', en: 'points of level 2' },
  name: { zh: '名称', en: 'name' },
  attribute: { zh: '指标性质', en: 'operator' },
  target: { zh: '指标值', en: 'target' },
  unit: { zh: '度量单位', en: 'unit' },
  actual: { zh: '实际完成值', en: 'actual' },
  weight: { zh: '分值', en: 'weight' },
  score: { zh: '得分', en: 'score' },
  note: { zh: '偏差原因分析及改进措施', en: 'deviation and remedy' },
  'survey.sampleSize': { zh: '样本量', en: 'sample size' },
  'survey.returnedAnswers': { zh: '回收问卷数', en: 'answers returned' },
  'survey.validAnswers': { zh: '有效问卷数', en: 'valid answers' },
  'survey.satisfiedAnswers': { zh: '满意份数', en: 'satisfied answers' },
  'survey.surveyMethod': { zh: '调查方式', en: 'way of asking' },
  content: { zh: '主要内容', en: 'content' },
  completion: { zh: '完成情况', en: 'completion' },
  initialBudget: { zh: '年初预算数', en: 'initial budget' },
  'budgeted.total': { zh: '预算金额', en: 'budget' },
  'budgeted.appropriation': { zh: '预算金额（财政拨款）', en: 'budget (appropriation)' },
  'budgeted.otherFunds': { zh: '预算金额（其他资金）', en: 'budget (other funds)' },
  'budgeted.carryOver': { zh: '预算金额（上年结转）', en: 'budget (carried over)' },
  'executed.total': { zh: '全年执行数', en: 'executed' },
  'executed.appropriation': { zh: '全年执行数（财政拨款）', en: 'executed (appropriation)' },
  'executed.otherFunds': { zh: '全年执行数（其他资金）', en: 'executed (other funds)' },
  'executed.carryOver': { zh: '全年执行数（上年结转）', en: 'executed (carried over)' },
  rate: { zh: '执行率', en: 'execution rate' },
  stated: { zh: '年初设定目标', en: 'goal' },
  achieved: { zh: '目标完成情况', en: 'achievement' },
  label: { zh: '栏目', en: 'label' },
  text: { zh: '内容', en: 'text' },
}

/** A further column is called by the word of its header. */
export function columnName(column: string): Bilingual {
  const own = names[column]
  if (own !== undefined) return own
  const word = column.replace(/^extra\./, '')
  return { zh: word, en: word }
}
