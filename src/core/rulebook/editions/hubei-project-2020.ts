/** Project forms of Hubei for 2020: execution 20, tiers with a border at 50 %. */

import { countiesOf } from '../counties.ts'
import { cite } from '../documents/index.ts'
import type { Edition } from '../edition.ts'
import { commonCases, commonReasons, commonRounding, nationalGrades, number, windows } from './common.ts'

const split = cite('hubei-2020/split')
const formulas = cite('hubei-2020/formulas')
const tiers = cite('hubei-2020/tiers')

export const edition: Edition = {
  id: 'hubei-project-2020',
  title: { zh: '湖北省·项目支出（2020年度）', en: 'Hubei, projects (2020)' },
  place: {
    name: '湖北省',
    names: [
      ...[
        '湖北',
        '武汉',
        '黄石',
        '十堰',
        '宜昌',
        '襄阳',
        '鄂州',
        '荆门',
        '孝感',
        '荆州',
        '黄冈',
        '咸宁',
        '随州',
        '恩施',
      ],
      ...['仙桃', '潜江', '天门', '神农架'],
      ...countiesOf.hubei,
    ],
  },
  kind: 'project',
  firstYear: number('2020', split),
  lastYear: number('2020', split),
  status: 'complete',
  total: number('100', split),
  executionPoints: number('20', split),
  blocks: [
    { kinds: ['output'], points: number('40', split) },
    { kinds: ['benefit', 'satisfaction'], points: number('40', split) },
  ],
  execution: { method: 'proportional', distribution: 'totalOnly', law: [split, cite('hubei-2020/base')] },
  positive: { law: [formulas] },
  equal: { method: 'floor', law: [cite('integrated-platform/equal')] },
  reverse: { method: 'ratio', law: [formulas] },
  range: { law: [cite('ziping-proposal/range')] },
  date: { law: [cite('ziping-proposal/date')] },
  graded: {
    windows: windows(['80', '50'], tiers),
    completion: { full: ['top'], basic: ['top', 'middle'], partial: ['middle'], none: ['bottom'] },
    law: [tiers, cite('ziping-proposal/basic-completion')],
  },
  satisfaction: { method: 'positive', law: [formulas] },
  notApplicable: { method: 'drop', law: [cite('integrated-platform/not-applicable')] },
  overAchievement: { effect: 'reason', law: [cite('caiyu-2020-10/over-achievement')] },
  caps: [],
  grades: nationalGrades(cite('caiyu-2020-10/grades')),
  rounding: commonRounding,
  reasons: commonReasons,
  cases: [
    ...commonCases,
    { place: '湖北省某市', year: 2020, chosen: true },
    { place: '湖北省某市', year: 2019, chosen: false },
    { place: '湖北省某市', year: 2021, chosen: false },
    { place: '武汉市某区', year: 2020, chosen: true },
    { place: '某省某县', year: 2020, chosen: false },
    { points: 'execution', is: '20' },
    { points: 'output', is: '40' },
    { points: 'benefit', is: '40' },
    { points: 'satisfaction', is: '40' },
    { execution: { budgeted: '200', executed: '189' }, score: '18.9' },
    { row: { level1: 'output', weight: '10', target: '≤50万元', actual: '50万元' }, min: '10', max: '10' },
    { row: { level1: 'output', weight: '10', target: '≤50万元', actual: '62.5万元' }, min: '8', max: '8' },
    { row: { level1: 'output', weight: '10', target: '≤50万元', actual: '100万元' }, min: '5', max: '5' },
    { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '达成预期指标' }, min: '8', max: '10' },
    { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '部分达成预期指标' }, min: '5', max: '8' },
    { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '未达成预期指标' }, min: '0', max: '5' },
  ],
}
