/** How far the filings of a campaign have come, and what reviews changed. */

import { sql } from 'kysely'
import type { Database } from './database.ts'
import { pathHolds } from './organisations.ts'

export interface ProgressRow {
  /** The department, or the unit itself where it belongs to none. */
  readonly department: string
  readonly name: string
  readonly stage: string
  readonly filings: number
  /** Once submitted, even if returned since. */
  readonly submitted: number
}

interface InCampaign {
  readonly region: string
  readonly campaign: string
  readonly sight: readonly string[]
}

/** Filings by department and stage; recalled ones are none. */
export async function progressOf(db: Database, { region, campaign, sight }: InCampaign): Promise<ProgressRow[]> {
  const { rows } = await sql<ProgressRow>`
    select coalesce(f.department, f.organisation) as department, o.name, f.stage, count(*)::int as filings,
      count(f.submitted_at)::int as submitted
    from filing f join organisation o on o.region = f.region and o.id = coalesce(f.department, f.organisation)
    where f.region = ${region} and f.campaign = ${campaign} and ${pathHolds(sight, 'f.path')} and f.stage <> 'recalled'
    group by 1, 2, 3 order by o.name collate "C", 1, f.stage collate "C"`.execute(db)
  return rows
}

export interface DaySubmitted {
  /** In China. */
  readonly day: string
  readonly submitted: number
}

/** First submissions by day. */
export async function submissionDays(db: Database, { region, campaign, sight }: InCampaign): Promise<DaySubmitted[]> {
  const { rows } = await sql<DaySubmitted>`
    select to_char((f.submitted_at::timestamptz at time zone 'UTC') + interval '8 hours', 'YYYY-MM-DD') as day,
      count(*)::int as submitted
    from filing f where f.region = ${region} and f.campaign = ${campaign} and ${pathHolds(sight, 'f.path')}
      and f.submitted_at is not null and f.stage <> 'recalled'
    group by 1 order by 1`.execute(db)
  return rows
}

export interface ReviewedFiling {
  readonly filing: string
  readonly title: string
  readonly organisation: string
  readonly organisation_name: string
  readonly fiscal_year: number
  readonly total: string | null
  readonly grade: string | null
  readonly reviewed_total: string
  readonly reviewed_grade: string | null
  /** total − reviewed_total. */
  readonly deducted: string | null
  /** deducted ÷ total, four decimals. */
  readonly deviation: string | null
}

/** Filings that a reviewer gave points of his own, the largest deduction first. */
export async function reviewedFilings(
  db: Database,
  asked: {
    readonly region: string
    readonly sight: readonly string[]
    readonly campaign?: string
    readonly year?: number
    readonly department?: string
    readonly kind?: string
  },
): Promise<ReviewedFiling[]> {
  const { region, sight, campaign, year, department, kind } = asked
  const wish = sql.join(
    [
      sql`f.region = ${region}`,
      pathHolds(sight, 'f.path'),
      sql`f.stage <> 'recalled' and f.reviewed_total is not null`,
      ...(campaign === undefined ? [] : [sql`f.campaign = ${campaign}`]),
      ...(year === undefined ? [] : [sql`f.fiscal_year = ${year}`]),
      ...(department === undefined ? [] : [sql`coalesce(f.department, f.organisation) = ${department}`]),
      ...(kind === undefined ? [] : [sql`f.kind = ${kind}`]),
    ],
    sql` and `,
  )
  const { rows } = await sql<ReviewedFiling>`
    select f.id as filing, f.title, f.organisation, o.name as organisation_name, f.fiscal_year, f.total::text as total, f.grade,
      f.reviewed_total::text as reviewed_total, f.reviewed_grade, (f.total - f.reviewed_total)::text as deducted,
      round((f.total - f.reviewed_total) / nullif(f.total, 0), 4)::text as deviation
    from filing f join organisation o on o.region = f.region and o.id = f.organisation
    where ${wish} order by f.total - f.reviewed_total desc nulls last, o.name collate "C", f.id`.execute(db)
  return rows
}
