/** For reviewers of self-evaluations, Pidu 2025: the reviewer names a deduction, the edition gives its share. */

import { cite } from '../documents/index.ts'
import type { Edition, EditionCase, ReviewDeduction } from '../edition.ts'
import { commonCases, commonReasons, nationalProjectCases, number } from './common.ts'
import { edition as national } from './national-project-2020.ts'

function deduction(id: string, share: string, clause: string, zh: string, en: string): ReviewDeduction {
  return { id, title: { zh, en }, share: number(share, cite(`pidu-review-2025/${clause}`)) }
}

const noted = cite('pidu-review-2025/over-noted')
const year = cite('pidu-review-2025/no-evidence')

/** Full marks on 10 points, with one deduction. */
function taken(id: string, score: string, on: 'output' | 'benefit' | 'satisfaction' = 'output'): EditionCase {
  return { review: [id], level1: on, level2: '时效指标', weight: '10', min: score, max: score }
}

export const edition: Edition = {
  ...national,
  id: 'pidu-review-2025',
  title: { zh: '成都市郫都区·自评抽查复核（2025年）', en: 'Pidu (Chengdu), review of self-evaluations (2025)' },
  place: { name: '成都市郫都区', names: ['郫都', '成都市郫都', '成都郫都', '四川省成都市郫都'] },
  firstYear: number('2025', year),
  lastYear: number('2025', year),
  askedOnly: true,
  note: {
    zh: '供复核人员使用，仅在指定时使用。扣减由复核人认定，本规则只给比例；多项扣减如何合并未见规定，给出范围。自评部分按全国办法计分。',
    en: 'For reviewers, taken only when asked for. The reviewer names what is taken off, the rules give the share; how several combine is not said, so they make a range. The self-evaluation is scored by the national rule.',
  },
  overAchievement: { effect: 'none', law: [noted] },
  reasons: { ...commonReasons, overNotice: number('130', noted) },
  review: [
    deduction('no-evidence', '100', 'no-evidence', '没有佐证', 'nothing proves it'),
    deduction('unrelated', '100', 'unrelated', '与项目无关', 'unrelated to the project'),
    deduction('hollow-heavy', '100', 'hollow', '指标空洞、无法考核（重）', 'hollow, cannot be assessed (heavy)'),
    deduction('hollow-medium', '60', 'hollow', '指标空洞、无法考核（中）', 'hollow, cannot be assessed (medium)'),
    deduction('hollow-light', '30', 'hollow', '指标空洞、无法考核（轻）', 'hollow, cannot be assessed (light)'),
    {
      ...deduction('satisfaction-data', '100', 'satisfaction-data', '满意度没有调查数据', 'satisfaction without data'),
      level1: 'satisfaction',
    },
    {
      ...deduction('multi-part', '30', 'multi-part', '多项任务部分未完成', 'a task of several parts partly unfinished'),
      level2: ['时效', '产出时效', '完成时效'],
    },
    deduction('duplicate-content', '100', 'duplicate-content', '同一内容重复计分', 'the same content counted twice'),
    deduction('misfiled', '100', 'misfiled', '三级指标与二级指标不符', 'does not fit its level 2'),
  ],
  cases: [
    ...commonCases.filter((one) => !('threshold' in one && one.threshold === 'overNotice')),
    { threshold: 'overNotice', at: '131', not: '130' },
    ...nationalProjectCases,
    { row: { level1: 'output', weight: '10', target: '≥100人', actual: '200人' }, min: '10', max: '10' },
    taken('no-evidence', '0'),
    taken('unrelated', '0'),
    taken('hollow-heavy', '0'),
    taken('hollow-medium', '4'),
    taken('hollow-light', '7'),
    taken('satisfaction-data', '0', 'satisfaction'),
    // Named where it does not belong, it takes nothing.
    taken('satisfaction-data', '10', 'benefit'),
    taken('multi-part', '7'),
    { review: ['multi-part'], level1: 'output', level2: '数量指标', weight: '10', min: '10', max: '10' },
    taken('duplicate-content', '0'),
    taken('misfiled', '0'),
    // Together 60 % of the weight, or 30 % of what the other left.
    {
      review: ['hollow-light', 'multi-part'],
      level1: 'output',
      level2: '时效指标',
      weight: '10',
      min: '4',
      max: '4.9',
    },
    { place: '成都市郫都区某局', year: 2025, chosen: true },
    { place: '成都市郫都区某局', year: 2024, chosen: false },
    { place: '成都市郫都区某局', year: 2026, chosen: false },
  ],
}
