/** Forms in a few words, scored by the national rules or by parts of them changed. */

import type { Band, Citation, ScoredForm } from '../../src/core/model/index.ts'
import { type FormSketch, formFromSketch, type IndicatorSketch } from '../../src/core/recognise/sketch.ts'
import { type Edition, editionById, type Parameter } from '../../src/core/rulebook/index.ts'
import { scoreForm } from '../../src/core/scoring/index.ts'

export const national = editionById('national-project-2020')!
export const shenzhen = editionById('shenzhen-department-2021')!
export const law: Citation = { clause: 'platform-manual-2022/execution-caps', evidence: 'read-copy' }
export const number = (value: string): Parameter => ({ value, law })

export function say({ min, max, maxExcluded }: Band): string {
  return `${min}–${max}${maxExcluded ? ' excluded' : ''}`
}

export function score(sketch: FormSketch, parts: Partial<Edition> = {}): ScoredForm {
  return scoreForm(formFromSketch({ kind: 'project', ...sketch }), { ...national, ...parts })
}

export const output: IndicatorSketch = {
  level1: '产出指标',
  level2: '数量指标',
  name: '场次',
  target: '≥10场',
  actual: '10场',
}
export const full = { ...output, weight: '50', score: '50' }
export const money = {
  row: 'total',
  budgeted: '200',
  executed: '190',
  weight: '10',
  rate: '95%',
  score: '9.5',
} as const
