/** The national base rule for project expenditure, 10/50/30/10. */

import { cite } from '../documents/index.ts'
import type { Edition } from '../edition.ts'
import {
  commonCases,
  commonReasons,
  commonRounding,
  nationalGrades,
  nationalProjectCases,
  number,
  windows,
} from './common.ts'

const weights = cite('caiyu-2020-10/weights')
const tiers = cite('caiyu-2020-10/qualitative-tiers')

export const edition: Edition = {
  id: 'national-project-2020',
  title: { zh: '全国·项目支出（2020年起）', en: 'National, projects (from 2020)' },
  place: { name: '全国', names: [] },
  kind: 'project',
  firstYear: number('2020', cite('caiyu-2020-10/scope')),
  lastYear: null,
  status: 'complete',
  total: number('100', weights),
  executionPoints: number('10', weights),
  blocks: [
    { kinds: ['output'], points: number('50', weights) },
    { kinds: ['benefit'], points: number('30', weights) },
    { kinds: ['satisfaction'], points: number('10', weights) },
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
    // The text knows 达成 and 部分达成; 基本达成 is neither word.
    completion: { full: ['top'], basic: ['top', 'middle'], partial: ['middle'], none: ['bottom'] },
    law: [tiers],
  },
  satisfaction: {
    method: 'positive',
    law: [cite('caiyu-2020-10/quantitative'), cite('integrated-platform/satisfaction')],
  },
  notApplicable: { method: 'drop', law: [cite('integrated-platform/not-applicable')] },
  // The text asks for a cause and for a reduction by the deviation where the target was too low, and names no number.
  overAchievement: { effect: 'reason', law: [cite('caiyu-2020-10/over-achievement')] },
  caps: [],
  grades: nationalGrades(cite('caiyu-2020-10/grades')),
  rounding: commonRounding,
  reasons: commonReasons,
  cases: [
    ...commonCases,
    ...nationalProjectCases,
    { place: '某省某县', year: 2020, chosen: true },
    { place: '某省某县', year: 2024, chosen: true },
    { place: '某省某县', year: 2019, chosen: false },
  ],
}
