/**
 * Department forms of Shenzhen for 2021. The rule text was not found: split and distribution are recomputed from a filled
 * form, the rest follows the national project rule by analogy. See docs/decisions/0003-readings-of-the-law.md.
 */

import { countiesOf } from '../counties.ts'
import { cite } from '../documents/index.ts'
import type { Edition } from '../edition.ts'
import { commonCases, commonReasons, commonRounding, nationalGrades, number, windows } from './common.ts'

const byAnalogy = { byAnalogy: true } as const
const split = cite('shenzhen-department-form/split')
const distribution = cite('shenzhen-department-form/task-distribution')
const kind = cite('shenzhen-department-form/kind')
const quantitative = cite('caiyu-2020-10/quantitative', byAnalogy)
const tiers = cite('caiyu-2020-10/qualitative-tiers', byAnalogy)

export const edition: Edition = {
  id: 'shenzhen-department-2021',
  title: { zh: '深圳市·部门整体支出（2021年度）', en: 'Shenzhen, departments (2021)' },
  place: { name: '深圳市', names: ['深圳', '广东省深圳', ...countiesOf.shenzhen] },
  kind: 'department',
  firstYear: number('2021', kind),
  lastYear: number('2021', kind),
  status: 'complete',
  note: {
    zh: '未找到深圳市评分文件：分值和执行得分分配由已填报表格验算得出，其余按项目支出办法类推。',
    en: 'No scoring text of Shenzhen was found: split and distribution are recomputed from a filled form, the rest is by analogy.',
  },
  total: number('100', split),
  executionPoints: number('10', split),
  blocks: [
    { kinds: ['output'], points: number('50', split) },
    { kinds: ['benefit'], points: number('30', split) },
    { kinds: ['satisfaction'], points: number('10', split) },
  ],
  execution: { method: 'proportional', distribution: 'byBudget', law: [distribution] },
  positive: { law: [quantitative] },
  equal: { method: 'floor', law: [cite('integrated-platform/equal')] },
  // "In proportion" read for a figure that should stay low: target ÷ actual.
  reverse: { method: 'ratio', law: [quantitative, cite('hubei-2020/formulas', byAnalogy)] },
  range: { law: [cite('ziping-proposal/range')] },
  date: { law: [cite('ziping-proposal/date')] },
  graded: {
    windows: windows(['80', '60'], tiers),
    completion: { full: ['top'], basic: ['top', 'middle'], partial: ['middle'], none: ['bottom'] },
    law: [tiers, cite('ziping-proposal/basic-completion')],
  },
  satisfaction: { method: 'positive', law: [quantitative] },
  notApplicable: { method: 'drop', law: [cite('integrated-platform/not-applicable')] },
  overAchievement: { effect: 'none', law: [cite('caiyu-2020-10/over-achievement', byAnalogy)] },
  caps: [],
  grades: nationalGrades(cite('caiyu-2020-10/grades', byAnalogy)),
  rounding: commonRounding,
  reasons: commonReasons,
  cases: [
    ...commonCases,
    { place: '深圳市某区某局', year: 2021, chosen: true },
    { place: '深圳市某区某局', year: 2020, chosen: false },
    { place: '深圳市某区某局', year: 2022, chosen: false },
    { place: '某省某县', year: 2021, chosen: false },
    { points: 'execution', is: '10' },
    { points: 'output', is: '50' },
    { points: 'benefit', is: '30' },
    { points: 'satisfaction', is: '10' },
    { execution: { budgeted: '200', executed: '189' }, score: '9.45' },
    { row: { level1: 'output', weight: '10', target: '≤50万元', actual: '50万元' }, min: '10', max: '10' },
    { row: { level1: 'output', weight: '10', target: '≤50万元', actual: '62.5万元' }, min: '8', max: '8' },
    { row: { level1: 'output', weight: '10', target: '≤50万元', actual: '100万元' }, min: '5', max: '5' },
    { row: { level1: 'output', weight: '10', target: '良好', actual: '良好' }, min: '8', max: '10' },
    { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '全部达成预期指标' }, min: '8', max: '10' },
    { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '部分达成预期指标' }, min: '6', max: '8' },
    { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '未达成预期指标' }, min: '0', max: '6' },
    { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '基本达成预期指标' }, min: '6', max: '10' },
  ],
}
