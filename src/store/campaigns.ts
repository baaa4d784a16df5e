/** Campaigns: the year's task as the bureau issues it. */

import type { Database } from './database.ts'

export interface Campaign {
  readonly region: string
  readonly id: string
  readonly title: string
  readonly fiscal_year: number
  readonly kind: 'department' | 'project'
  readonly layout: string
  readonly edition: string | null
  /** First and last day. */
  readonly opens: string
  readonly closes: string
  readonly recalled: boolean
  readonly created_at: string
}

export async function insertCampaign(db: Database, campaign: Campaign): Promise<void> {
  await db.insertInto('campaign').values(campaign).execute()
}

export async function findCampaign(db: Database, region: string, id: string): Promise<Campaign | null> {
  const query = db.selectFrom('campaign').selectAll().where('region', '=', region).where('id', '=', id)
  return ((await query.executeTakeFirst()) as Campaign | undefined) ?? null
}

export async function listCampaigns(
  db: Database,
  asked: { readonly region: string; readonly year?: number },
): Promise<Campaign[]> {
  let query = db.selectFrom('campaign').selectAll().where('region', '=', asked.region)
  if (asked.year !== undefined) query = query.where('fiscal_year', '=', asked.year)
  return (await query
    .orderBy('fiscal_year', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute()) as Campaign[]
}

export async function updateCampaign(
  db: Database,
  region: string,
  id: string,
  change: { readonly title?: string; readonly opens?: string; readonly closes?: string; readonly recalled?: boolean },
): Promise<void> {
  await db.updateTable('campaign').set(change).where('region', '=', region).where('id', '=', id).execute()
}
