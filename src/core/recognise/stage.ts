/** Where in the year's round a form stands, by its title and by the columns its indicator table has. */

import type { FormStage } from '../model/index.ts'
import type { Draft } from './sections.ts'
import { indicatorHeader } from './words.ts'

const results: ReadonlySet<string> = new Set(['actual', 'reviewActual', 'completionRate'])
const points: ReadonlySet<string> = new Set(['score', 'weightedScore', 'reviewScore'])
const aims: ReadonlySet<string> = new Set(['target', 'initialTarget', 'adjustedTarget', 'attribute', 'midTermTarget'])

/** By its title a self-evaluation, and no table of targets. */
const SELF = /自评|自查|自我评价/
const TARGETS = /目标(?:申报|批复|编制|设定)?表|申报表|批复表/
const MONITORING = /监控/

/** What the headers of a draft's indicator tables name. */
export interface Headed {
  readonly hasTargets: boolean
  readonly hasResults: boolean
  readonly hasScores: boolean
  /** 全年预计完成情况: what only a form within the year says. */
  readonly hasForecast: boolean
}

export function headedBy({ indicators }: Draft): Headed {
  const fields = new Set<string>()
  for (const { header } of indicators) {
    for (const row of header) for (const cell of row.cells) fields.add(indicatorHeader(cell.key) ?? '')
  }
  const has = (wanted: ReadonlySet<string>): boolean => [...wanted].some((field) => fields.has(field))
  return {
    hasTargets: has(aims),
    hasResults: has(results),
    hasScores: has(points),
    hasForecast: fields.has('forecast'),
  }
}

/** By its title a self-evaluation. */
export function isSelfNamed({ titles }: Draft): boolean {
  return titles.some(({ key }) => SELF.test(key) && !TARGETS.test(key))
}

/** Null for a self-evaluation. Scores are given at its end alone: with a column of them a form is one, whatever else it says. */
export function stageOf(draft: Draft): FormStage | null {
  const { hasTargets, hasResults, hasScores, hasForecast } = headedBy(draft)
  if (hasScores || isSelfNamed(draft)) return null
  if (hasForecast || (hasResults && draft.titles.some(({ key }) => MONITORING.test(key)))) return 'monitoring'
  return hasTargets && !hasResults ? 'targets' : null
}
