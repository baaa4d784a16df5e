/** The frame of 2021 for project expenditure, with cost as a level-1 block: 10/20/40/20/10. */

import { cite } from '../documents/index.ts'
import type { Edition } from '../edition.ts'
import { commonCases, commonReasons, commonRounding, nationalGrades, number, windows } from './common.ts'

const weights = cite('caiyu-2021-101/weights-with-cost')
const withoutCost = cite('caiyu-2021-101/weights-without-cost')
const tiers = cite('caiyu-2021-101/tiers')

export const edition: Edition = {
  id: 'national-project-2021-cost',
  title: { zh: '全国·项目支出·设成本指标（2021年起）', en: 'National, projects with cost indicators (from 2021)' },
  place: { name: '全国', names: [] },
  kind: 'project',
  firstYear: number('2021', cite('caiyu-2021-101/frame')),
  lastYear: null,
  marks: ['cost'],
  status: 'complete',
  note: {
    zh: '原为中央部门所订，各地多参照；分值据通行了解，未读到原文。',
    en: 'Made for central departments and widely followed; the points are general knowledge, the text was not read.',
  },
  total: number('100', weights),
  executionPoints: number('10', weights),
  blocks: [
    {
      kinds: ['cost'],
      points: number('20', weights),
      elseTo: [
        { kind: 'output', points: number('10', withoutCost) },
        { kind: 'benefit', points: number('10', withoutCost) },
      ],
    },
    { kinds: ['output'], points: number('40', weights) },
    { kinds: ['benefit'], points: number('20', weights) },
    {
      kinds: ['satisfaction'],
      points: number('10', weights),
      elseTo: [{ kind: 'benefit', points: number('10', cite('caiyu-2021-101/no-satisfaction')) }],
    },
  ],
  execution: {
    method: 'proportional',
    distribution: 'totalOnly',
    law: [weights, cite('integrated-platform/execution-rate')],
  },
  positive: { law: [cite('caiyu-2020-10/quantitative'), cite('integrated-platform/positive')] },
  equal: { method: 'floor', law: [cite('integrated-platform/equal')] },
  reverse: { method: 'linear', law: [cite('integrated-platform/reverse')] },
  range: { law: [cite('ziping-proposal/range')] },
  date: { law: [cite('ziping-proposal/date')] },
  graded: {
    windows: windows(['80', '60'], tiers),
    // Here 基本达成 is the very name of the top tier.
    completion: { full: ['top'], basic: ['top'], partial: ['middle'], none: ['bottom'] },
    law: [tiers],
  },
  satisfaction: {
    method: 'positive',
    law: [cite('caiyu-2020-10/quantitative'), cite('integrated-platform/satisfaction')],
  },
  notApplicable: { method: 'drop', law: [cite('integrated-platform/not-applicable')] },
  overAchievement: { effect: 'reason', law: [cite('caiyu-2020-10/over-achievement')] },
  caps: [],
  grades: nationalGrades(cite('caiyu-2020-10/grades')),
  rounding: commonRounding,
  reasons: commonReasons,
  cases: [
    ...commonCases,
    { place: '某省某县', year: 2021, level1: ['cost', 'output', 'benefit'], chosen: true },
    { place: '某省某县', year: 2020, level1: ['cost', 'output', 'benefit'], chosen: false },
    { place: '某省某县', year: 2021, level1: ['output', 'benefit'], chosen: false },
    { points: 'execution', is: '10' },
    { points: 'cost', is: '20' },
    { points: 'output', is: '40' },
    { points: 'benefit', is: '20' },
    { points: 'satisfaction', is: '10' },
    { points: 'output', without: ['cost'], is: '50' },
    { points: 'benefit', without: ['cost'], is: '30' },
    { points: 'benefit', without: ['satisfaction'], is: '30' },
    { points: 'benefit', without: ['cost', 'satisfaction'], is: '40' },
    { execution: { budgeted: '200', executed: '189' }, score: '9.45' },
    { row: { level1: 'cost', weight: '20', target: '≤50万元', actual: '50万元' }, min: '20', max: '20' },
    { row: { level1: 'cost', weight: '20', target: '≤50万元', actual: '60万元' }, min: '16', max: '16' },
    { row: { level1: 'cost', weight: '20', target: '≤50万元', actual: '100万元' }, min: '0', max: '0' },
    { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '基本达成目标' }, min: '8', max: '10' },
    { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '部分达成预期指标' }, min: '6', max: '8' },
    { row: { level1: 'benefit', weight: '10', target: '有效提升', actual: '未达成预期指标' }, min: '0', max: '6' },
  ],
}
