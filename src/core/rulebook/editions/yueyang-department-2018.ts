/**
 * Score sheets of Yueyang (Hunan) for 2018, built on the common indicators of 2013: bands and steps by indicator name.
 * See docs/decisions/0003-readings-of-the-law.md.
 */

import { countiesOf } from '../counties.ts'
import { cite } from '../documents/index.ts'
import type { Edition, EditionCase, NamedRule } from '../edition.ts'
import { commonCases, commonReasons, commonRounding, nationalGrades, number, tierCases, windows } from './common.ts'

const byAnalogy = { byAnalogy: true } as const
const split = cite('hunan-yueyang/split')
const steps = cite('hunan-yueyang/steps')
const completion = cite('hunan-yueyang/completion-rate')
const common = cite('caiyu-2013-53/common-indicators')
const quantitative = cite('caiyu-2020-10/quantitative', byAnalogy)
const tiers = cite('caiyu-2020-10/qualitative-tiers', byAnalogy)

const step = (value: string) => number(value, steps)
const band = (border: string, points: string) => ({ border: step(border), points: step(points) })

const named: readonly NamedRule[] = [
  {
    names: ['在职人员控制率', '财政供养人员控制率'],
    points: step('5'),
    scoring: { method: 'deduct', side: 'above', limit: step('100'), every: step('1'), minus: step('0.5') },
    law: [steps, common],
  },
  {
    names: ['三公经费变动率'],
    points: step('5'),
    scoring: { method: 'deduct', side: 'above', limit: step('0'), every: step('1'), minus: step('0.5') },
    law: [steps, common],
  },
  {
    names: ['重点支出安排率'],
    points: step('5'),
    scoring: {
      method: 'bands',
      side: 'atLeast',
      bands: [band('90', '5'), band('80', '4'), band('70', '3'), band('60', '2')],
      beyond: step('0'),
    },
    law: [steps, common],
  },
  {
    names: ['预算调整率'],
    points: step('3'),
    scoring: {
      method: 'bands',
      side: 'atMost',
      from: step('0'),
      bands: [band('0', '3'), band('10', '2'), band('20', '1'), band('30', '0.5')],
      beyond: step('0'),
    },
    law: [steps, common],
  },
  {
    names: ['三公经费控制率'],
    points: step('6'),
    scoring: { method: 'deduct', side: 'above', limit: step('100'), every: step('1'), minus: step('1') },
    law: [steps, common],
  },
  {
    names: ['预算完成率'],
    points: number('5', completion),
    scoring: {
      method: 'deduct',
      side: 'below',
      limit: number('100', completion),
      every: number('5', completion),
      minus: number('2', completion),
    },
    law: [completion, common],
  },
]

function scored(name: string, weight: string, actual: string, min: string, max = min): EditionCase {
  return { row: { level1: 'process', name, weight, target: '', actual }, min, max }
}

export const edition: Edition = {
  id: 'yueyang-department-2018',
  title: { zh: '湖南省岳阳市·部门整体支出评分表（2018年度）', en: 'Yueyang (Hunan), department score sheet (2018)' },
  place: { name: '湖南省岳阳市', names: ['岳阳', '湖南省岳阳', '湖南岳阳', ...countiesOf.yueyang] },
  kind: 'department',
  firstYear: number('2018', split),
  lastYear: number('2018', split),
  marks: ['input', 'process'],
  status: 'complete',
  note: {
    zh: '据岳阳市2018年度评分表参考样表；预算完成率据湖南省另一市评分表。产出、效果的分值和其他指标的评分标准未收录，定量、定性指标按项目支出办法类推。分值与样表不同的，须由人工判定。',
    en: 'From the Yueyang sample sheet for 2018; budget completion from the sheet of another Hunan city. The points of output and effect and the standards of other indicators are not on file; the general rules apply by analogy. A row with another weight than the sheet gives is for a person.',
  },
  total: number('100', common),
  // The sheet scores execution in its indicators: no points stand apart.
  executionPoints: number('0', split),
  blocks: [
    { kinds: ['input'], points: number('15', split) },
    { kinds: ['process'], points: number('40', split) },
  ],
  execution: { method: 'proportional', distribution: 'totalOnly', law: [split] },
  positive: { law: [quantitative] },
  equal: { method: 'floor', law: [cite('integrated-platform/equal')] },
  reverse: { method: 'linear', law: [cite('integrated-platform/reverse')] },
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
  named,
  caps: [],
  grades: nationalGrades(cite('caiyu-2020-10/grades', byAnalogy)),
  rounding: commonRounding,
  reasons: commonReasons,
  cases: [
    ...commonCases,
    ...tierCases,
    { points: 'execution', is: '0' },
    { points: 'input', is: '15' },
    { points: 'process', is: '40' },
    { execution: { budgeted: '200', executed: '189' }, score: '0' },
    scored('在职人员控制率', '5', '100%', '5'),
    scored('在职人员控制率', '5', '102%', '4'),
    scored('财政供养人员控制率', '5', '120%', '0'),
    // One point and a half: one step, or two begun.
    scored('在职人员控制率', '5', '101.5%', '4', '4.5'),
    scored('在职人员控制率', '4', '102%', '0', '4'),
    scored('“三公经费”变动率', '5', '0%', '5'),
    scored('“三公经费”变动率', '5', '-12%', '5'),
    scored('“三公经费”变动率', '5', '2%', '4'),
    scored('重点支出安排率', '5', '90%', '5'),
    scored('重点支出安排率', '5', '89%', '4'),
    scored('重点支出安排率', '5', '80%', '4'),
    scored('重点支出安排率', '5', '79%', '3'),
    scored('重点支出安排率', '5', '70%', '3'),
    scored('重点支出安排率', '5', '69%', '2'),
    scored('重点支出安排率', '5', '60%', '2'),
    scored('重点支出安排率', '5', '59%', '0'),
    scored('预算调整率', '3', '0%', '3'),
    scored('预算调整率', '3', '1%', '2'),
    scored('预算调整率', '3', '10%', '2'),
    scored('预算调整率', '3', '11%', '1'),
    scored('预算调整率', '3', '20%', '1'),
    scored('预算调整率', '3', '21%', '0.5'),
    scored('预算调整率', '3', '30%', '0.5'),
    scored('预算调整率', '3', '31%', '0'),
    scored('预算调整率', '3', '-1%', '0', '3'),
    scored('“三公经费”控制率', '6', '100%', '6'),
    scored('“三公经费”控制率', '6', '102%', '4'),
    scored('预算完成率', '5', '100%', '5'),
    scored('预算完成率', '5', '95%', '3'),
    scored('预算完成率', '5', '90%', '1'),
    { place: '岳阳市某局', year: 2018, level1: ['input', 'process', 'output', 'benefit'], chosen: true },
    { place: '岳阳市某局', year: 2018, level1: ['output', 'benefit'], chosen: false },
    { place: '岳阳市某局', year: 2017, level1: ['input', 'process'], chosen: false },
    { place: '岳阳市某局', year: 2019, level1: ['input', 'process'], chosen: false },
  ],
}
