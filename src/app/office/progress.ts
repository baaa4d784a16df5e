/** How far a campaign has come, and what reviews changed of totals and grades. */

import {
  type DaySubmitted,
  progressOf,
  type ReviewedFiling,
  reviewedFilings,
  submissionDays,
} from '../../store/index.ts'
import { dayOf } from './access.ts'
import { campaignOf } from './campaigns.ts'
import type { Office } from './office.ts'
import type { InsightAsked } from './rollups.ts'
import { sightOf, type Viewer } from './viewer.ts'

export interface DepartmentProgress {
  readonly key: string
  readonly name: string
  readonly filings: number
  readonly submitted: number
  /** Filings by stage. */
  readonly stages: Readonly<Record<string, number>>
}

export interface Progress {
  readonly campaign: string
  readonly opens: string
  readonly closes: string
  readonly today: string
  readonly filings: number
  readonly submitted: number
  /** Never submitted though the closing day has passed. */
  readonly overdue: number
  readonly rows: readonly DepartmentProgress[]
  readonly days: readonly DaySubmitted[]
}

/** Throws `not-found`. */
export async function campaignProgress(office: Office, viewer: Viewer, id: string): Promise<Progress> {
  const { region, closes, opens } = await campaignOf(office, viewer, id)
  const place = { region, campaign: id, sight: sightOf(viewer) }
  const { database } = office.store
  const departments = new Map<
    string,
    { name: string; filings: number; submitted: number; stages: Record<string, number> }
  >()
  for (const { department, name, stage, filings, submitted } of await progressOf(database, place)) {
    const row = departments.get(department) ?? { name, filings: 0, submitted: 0, stages: {} }
    row.filings += filings
    row.submitted += submitted
    row.stages[stage] = filings
    departments.set(department, row)
  }
  const rows = [...departments].map(([key, row]): DepartmentProgress => ({ key, ...row }))
  const sum = (of: 'filings' | 'submitted') => rows.reduce((total, row) => total + row[of], 0)
  const today = dayOf(office.now())
  const [filings, submitted] = [sum('filings'), sum('submitted')]
  return {
    campaign: id,
    opens,
    closes,
    today,
    filings,
    submitted,
    overdue: today > closes ? filings - submitted : 0,
    rows,
    days: await submissionDays(database, place),
  }
}

export interface ReviewEffects {
  readonly reviewed: number
  /** Of these, with another grade than the unit's own. */
  readonly changed: number
  /** By grades before and after. */
  readonly moves: readonly { readonly from: string | null; readonly to: string | null; readonly filings: number }[]
  readonly items: readonly ReviewedFiling[]
}

export async function reviewEffects(
  office: Office,
  viewer: Viewer,
  { below: _below, ...asked }: InsightAsked,
): Promise<ReviewEffects> {
  const items = await reviewedFilings(office.store.database, {
    ...asked,
    region: viewer.person.region,
    sight: sightOf(viewer),
  })
  const moves = new Map<string, { from: string | null; to: string | null; filings: number }>()
  for (const { grade: from, reviewed_grade: to } of items) {
    const key = JSON.stringify([from, to])
    const move = moves.get(key) ?? { from, to, filings: 0 }
    move.filings++
    moves.set(key, move)
  }
  return {
    reviewed: items.length,
    changed: items.filter(({ grade, reviewed_grade }) => grade !== reviewed_grade).length,
    moves: [...moves.values()],
    items,
  }
}
