/** Many forms at once: by unit, department, region, year and level, for whoever sees them. */

import { type IndicatorYear, indicatorYears, type RollupKey, type RollupRow, rollUp } from '../../store/index.ts'
import { settleStale } from './figures.ts'
import type { Office } from './office.ts'
import { sightOf, type Viewer } from './viewer.ts'

export interface RollupAsked {
  readonly by: RollupKey
  readonly campaign?: string
  readonly year?: number
}

/** Up to date: what was typed a moment ago is counted. */
export async function rollupOf(office: Office, viewer: Viewer, asked: RollupAsked): Promise<RollupRow[]> {
  await settleStale(office, viewer.person.region)
  return rollUp(office.store.database, { ...asked, region: viewer.person.region, sight: sightOf(viewer) })
}

const MOST = 2000

/** One indicator, or one organisation's, over the years. */
export async function historyOf(
  office: Office,
  viewer: Viewer,
  asked: { readonly organisation?: string; readonly name?: string },
): Promise<IndicatorYear[]> {
  await settleStale(office, viewer.person.region)
  return indicatorYears(office.store.database, {
    ...asked,
    region: viewer.person.region,
    sight: sightOf(viewer),
    limit: MOST,
  })
}
