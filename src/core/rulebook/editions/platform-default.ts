/** What the integrated budget platform itself does, wherever no local rule changes it. */

import { cite } from '../documents/index.ts'
import type { Edition } from '../edition.ts'
import { commonCases, commonReasons, nationalProjectCases, number, windows } from './common.ts'
import { edition as national } from './national-project-2020.ts'

const positive = cite('integrated-platform/positive')
const tiers = cite('integrated-platform/qualitative-tiers')
const notice = cite('integrated-platform/over-notice')

export const edition: Edition = {
  ...national,
  id: 'platform-default',
  title: { zh: '预算管理一体化系统默认做法', en: 'Default behaviour of the integrated platform' },
  askedOnly: true,
  note: {
    zh: '系统中观察到的做法，所在地区不详，仅在指定时使用；分值按全国办法。完成值超过120%的，系统允许手工调减，幅度未定，得分按0至分值的范围给出。',
    en: 'Behaviour seen in use, place not named, taken only when asked for; points are national. Above 120 % the platform opens the score for reduction by an amount nobody fixes: the range is 0 to the weight.',
  },
  execution: {
    method: 'proportional',
    distribution: 'totalOnly',
    law: [cite('integrated-platform/execution-rate')],
  },
  positive: { law: [positive] },
  satisfaction: { method: 'positive', law: [cite('integrated-platform/satisfaction')] },
  graded: {
    windows: windows(['80', '60'], tiers),
    completion: { full: ['top'], basic: ['top', 'middle'], partial: ['middle'], none: ['bottom'] },
    law: [tiers, cite('ziping-proposal/basic-completion')],
  },
  overAchievement: { effect: 'byHand', threshold: number('120', notice), thresholdExcluded: true, law: [notice] },
  reasons: { ...commonReasons, overNotice: number('120', notice) },
  cases: [
    ...commonCases,
    ...nationalProjectCases,
    { threshold: 'overAchievement', at: '121', not: '120' },
    { row: { level1: 'output', weight: '10', target: '≥100人', actual: '120人' }, min: '10', max: '10' },
    { row: { level1: 'output', weight: '10', target: '≥100人', actual: '121人' }, min: '0', max: '10' },
    { row: { level1: 'output', weight: '10', target: '=8个', actual: '10个' }, min: '0', max: '10' },
    { row: { level1: 'output', weight: '10', target: '=0个', actual: '2个' }, min: '0', max: '0' },
    { place: '某省某县', year: 2020, chosen: true },
    { place: '某省某县', year: 2019, chosen: false },
  ],
}
