/** A province's manual of 2022: low execution caps the total, an actual far above its target costs points. */

import { cite } from '../documents/index.ts'
import type { Edition } from '../edition.ts'
import { commonCases, nationalProjectCases, number } from './common.ts'
import { edition as national } from './national-project-2020.ts'

const capped = cite('platform-manual-2022/execution-caps')
const flat = cite('platform-manual-2022/flat-deduction')

function cap(below: string, total: string): Edition['caps'][number] {
  return { below: number(below, capped), total: number(total, capped) }
}

export const edition: Edition = {
  ...national,
  id: 'execution-capped',
  title: { zh: '按执行率封顶（某省2022年手册）', en: 'Total capped by execution (a provincial manual of 2022)' },
  place: { name: '某省', names: [] },
  firstYear: number('2022', capped),
  lastYear: number('2022', capped),
  askedOnly: true,
  note: {
    zh: '手册未写明省份，仅在指定时使用；封顶和超额扣分据手册，其余按全国办法。扣分以该指标分值为限。',
    en: 'The manual does not name its province, so it is taken only when asked for. Caps and deduction are its own, the rest is national. A deduction never exceeds the weight.',
  },
  overAchievement: { effect: 'deductFlat', threshold: number('130', flat), amount: number('2', flat), law: [flat] },
  caps: [cap('50', '59'), cap('60', '69'), cap('70', '79'), cap('80', '89')],
  cases: [
    ...commonCases,
    ...nationalProjectCases,
    { total: '95', rate: '49', grade: 'poor', capped: '59' },
    { total: '95', rate: '50', grade: 'fair', capped: '69' },
    { total: '95', rate: '59', grade: 'fair', capped: '69' },
    { total: '95', rate: '60', grade: 'fair', capped: '79' },
    { total: '95', rate: '69', grade: 'fair', capped: '79' },
    { total: '95', rate: '70', grade: 'good', capped: '89' },
    { total: '95', rate: '79', grade: 'good', capped: '89' },
    { total: '95', rate: '80', grade: 'excellent' },
    { threshold: 'overAchievement', at: '130', not: '129' },
    { row: { level1: 'output', weight: '10', target: '≥100人', actual: '130人' }, min: '8', max: '8' },
    { row: { level1: 'output', weight: '10', target: '≥100人', actual: '129人' }, min: '10', max: '10' },
    { row: { level1: 'output', weight: '1.5', target: '≥100人', actual: '130人' }, min: '0', max: '0' },
    { place: '某省某县', year: 2022, chosen: true },
    { place: '某省某县', year: 2021, chosen: false },
    { place: '某省某县', year: 2023, chosen: false },
  ],
}
